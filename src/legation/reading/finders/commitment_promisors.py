"""Who is bound: the actors that a promise's subject means.

An actor's name binds where it is the subject itself or where the subject acts for it ("the Korean government",
"leaders of France"); goods, firms' workers and policies bind nobody ("Korean exports will …").
"""

from __future__ import annotations

from collections.abc import Iterable

from legation.actors.register import register
from legation.reading.clauses import listed, subjects_of, who
from legation.reading.finders.commitment_words import ACTING, GROUPS, HOLDERS, OFFICERS, PAPERS, SAYING
from legation.reading.finders.sides import listed_from
from legation.reading.mention import Mention
from legation.reading.parse import Token
from legation.reading.text import Context, Sentence

_TELLING = frozenset({"statement", "letter", "message", "interview", "speech", "tweet", "post", "release"})
_WORLD = frozenset({"country", "state", "nation", "government", "member", "partner"})
_IT = frozenset({"it", "he", "she"})
_THEY = frozenset({"they", "both", "each", "all"})
_POSSESSIVES = frozenset({"his", "her", "its"})
_PLURAL = frozenset({"NNS", "NNPS"})
_QUOTES = frozenset({'"', "“", "”", "«", "»", "``", "''"})
_PLAIN = frozenset(
    {"two", "both", "all", "foreign", "prime", "defense", "defence", "security", "national", "three", "vice"}
)
_FIELDED = frozenset({"minister", "ministry"})
_SHORT = 5
_BACK = 4
"""Sentences back within which those who "they" are were named."""
_DEPARTMENTS = frozenset({"Ministry", "Department", "Office", "Affairs", "Council"})
_BODIES = frozenset({"body", "forum", "bloc"})
_LIST = 30
"""Tokens before a name within which the list begins that it ends."""
_MANY = 8
"""Actors beside a body from which on they are taken for its members."""
_INSIDE = frozenset({"amod", "compound", "poss", "nmod", "nummod"})


def is_side(actor: str) -> bool:
    """Whether an actor can be one of two sides of a text: a state, a bloc or a body, but no forum."""
    return _kind(actor) not in ("region", "firm", "office", "forum", "ministry")


def is_recipient(actor: str) -> bool:
    """Whether something can be promised to an actor: to a state or a body, hardly to a region or a firm."""
    return _kind(actor) not in ("region", "firm")


def is_region(actor: str) -> bool:
    """Whether an actor is a region, which can promise nothing."""
    return _kind(actor) == "region"


def is_ministry(body: str | None) -> bool:
    """Whether a body is a department of a government, which speaks for its state; an agency or bank does not."""
    words = (body or "").split()
    return _kind(body or "") == "ministry" and any(word in _DEPARTMENTS for word in words)


def speaking_for_members(actors: tuple[str, ...]) -> tuple[str, ...]:
    """A body alone where its many members stand beside it: "we, the members of the forum – Peru, Chile, …"."""
    led = len(actors) > _MANY and _kind(actors[0]) in _BODIES
    return actors[:1] if led else actors


def _kind(actor: str) -> str:
    return register().kind_of(actor) or ""


def base(noun: Token) -> str:
    """The singular of a noun in lower case; the plural of a capitalised noun ("Leaders") is left by the tagger."""
    lemma = noun.lemma_.lower()
    if noun.pos_ != "PROPN" or not lemma.endswith("s") or len(lemma) < _SHORT:
        return lemma
    return lemma[:-3] + "y" if lemma.endswith("ies") else lemma[:-1]


def promisors(sentence: Sentence, tokens: Iterable[Token], *, papers: bool = False) -> tuple[Mention, ...]:
    """The actors that some tokens, the subjects of a promise, mean.

    Args:
        sentence: Their sentence.
        tokens: The subjects.
        papers: Whether a joint statement or an agreement may promise for its parties.
    """
    found: list[Mention] = []
    for token in tokens:
        heads = listed(token)
        found.extend(m for head in heads for m in _bound(sentence, head, papers=papers) if m not in found)
        if rest := [m for m in _beside(sentence, token, found) if m not in found]:
            found = sorted([*found, *rest], key=lambda m: m.start)
        if len(heads) > 1 and (both := _both_holders(sentence, heads, found)):
            return (both,)
    return tuple(found)


def _beside(sentence: Sentence, subject: Token, found: list[Mention]) -> list[Mention]:
    """The rest of a list of names that the parse broke: "Peru, Chile, and Togo committed to …"."""
    if not found or any(m.form != "name" for m in found) or sentence.mention_at(subject) is None:
        return []
    first = min(m.start for m in found)
    starts = [m.start for m in sentence.mentions if first - _LIST < m.start <= first and m.form == "name"]
    runs = (listed_from(sentence, start, reach=0) for start in starts if not _is_governed(sentence, start))
    run = next((r for r in runs if any(m.start == first for m in r)), [])
    verb = subject.head.i if subject.head.i > subject.i else subject.i
    return [m for m in run if m.end <= verb]


def _is_governed(sentence: Sentence, start: int) -> bool:
    """Whether a preposition stands before a name, maybe with "the" between: "with Japan, Peru and Chile will …"."""
    before = [t for t in sentence.doc[max(sentence.start, start - 2) : start] if t.lower_ != "the"]
    return bool(before) and before[-1].pos_ == "ADP"


def _both_holders(sentence: Sentence, heads: list[Token], found: list[Mention]) -> Mention | None:
    """ "The President and the Prime Minister": the two sides, where not each of them is known."""
    sides = sentence.text.context.between or sentence.text.context.pair
    actors = {a for m in found for a in m.actors}
    holders = all(base(h) in HOLDERS or _is_person(sentence, h) for h in heads)
    if len(sides) != 2 or not holders or not actors <= set(sides) or actors == set(sides):
        return None
    return Mention(heads[0].i, heads[-1].i + 1, sides, "pair")


def _is_person(sentence: Sentence, head: Token) -> bool:
    mention = sentence.mention_at(head)
    return mention is not None and mention.form == "person"


def owners(sentence: Sentence, tokens: Iterable[Token]) -> tuple[Mention, ...]:
    """The actors that own a noun of promising: "Seoul's", "their", "the Korean"."""
    return tuple(
        m for token in tokens for part in listed(token) if (m := sentence.mention_at(part)) and m.actors
    )


def _bound(sentence: Sentence, head: Token, *, papers: bool) -> list[Mention]:
    mention = sentence.mention_at(head)
    if mention and mention.form == "we":
        return _quoted(sentence, head) or [mention]
    if mention and mention.form == "back" and base(head) in ACTING and head.head.dep_ == "ccomp":
        return _it(sentence, head) or [mention]  # "he assured the fund that the government would …"
    if mention:
        return [mention] if mention.actors and not _is_owner(head) else []
    if base(head) in ACTING:
        found = [m for m in who(sentence, head) if m.actors]
        if found:
            return found
    own = any(c.lower_ in _POSSESSIVES for c in head.children) and base(head) in ACTING
    if head.lower_ in _IT or own:
        return _it(sentence, head)
    return _sides(sentence, head, papers=papers)


def _is_owner(head: Token) -> bool:
    return head.dep_ == "poss"


def _sides(sentence: Sentence, head: Token, *, papers: bool) -> list[Mention]:
    """Those whom the document is between, for "they", "the leaders", "each Party", "the joint statement"."""
    context = sentence.text.context
    word, lemma = head.lower_, base(head)
    plural = head.tag_ in _PLURAL or (head.pos_ == "PROPN" and lemma != word)
    world = lemma in _WORLD and _has(head, "all")  # "all countries" are not the sides
    group = lemma in GROUPS and (plural or _has(head, "each")) and _is_plain(head) and not world
    if lemma in HOLDERS and not plural and context.home and not context.between and _has(head, "the"):
        return [Mention(head.i, head.i + 1, (context.home,), "back")] if _is_plain(head) else []
    if context.home and not context.between and _is_ordered(head):
        return [Mention(head.i, head.i + 1, (context.home,), "back")]
    many = word in _THEY or group or (word == "two" and _has(head, "the"))
    if many or (papers and lemma in PAPERS and bool(context.between)):
        sides = _own_sides(context) or _met_before(sentence)
        return [Mention(head.i, head.i + 1, sides, "pair")] if sides else []
    return []


def _is_ordered(head: Token) -> bool:
    """Whether an order binds an office or agency of its own state: "The Secretary of State shall …"."""
    shall = any(c.lower_ == "shall" and c.dep_ == "aux" for c in head.head.children)
    return shall and base(head) in OFFICERS


def _own_sides(context: Context) -> tuple[str, ...]:
    """The document's two sides; of a forum's summit and its host only the forum."""
    sides = context.between or context.pair
    forums = tuple(a for a in sides if _kind(a) == "forum" or a == "NATO")
    return forums if forums and not context.joint else sides


def _met_before(sentence: Sentence) -> tuple[str, ...]:
    """The sides of the persons in the nearest sentence before that names persons of two sides."""
    earlier: Sentence | None = sentence
    for _ in range(_BACK):
        earlier = earlier.before() if earlier is not None else None
        if earlier is None:
            break
        sides = tuple(dict.fromkeys(a for m in earlier.mentions if m.form == "person" for a in m.actors))
        if len(sides) == 2:
            return sides
    return ()


def _has(head: Token, word: str) -> bool:
    return any(c.lower_ == word for c in head.children)


def _is_plain(head: Token) -> bool:
    """Whether nothing says that other leaders or sides are meant than the document's own."""
    field = base(head) in _FIELDED  # "the transport ministers", "their trade ministries"
    return all(
        c.lower_ in _PLAIN
        or c.dep_ not in (*_INSIDE, "prep", "relcl")
        or (c.dep_ == "prep" and any(i.lower_ in ("sides", "countries", "parties") for i in c.children))
        or (field and (c.lower_ == "their" or (c.dep_ in ("compound", "amod") and c.text.islower())))
        for c in head.children
        if c.dep_ != "det"
    )


def _quoted(sentence: Sentence, head: Token) -> list[Mention]:
    """Who "we" are in a quotation whose speaker stands in its sentence."""
    verb = head.head
    behind = [c for c in verb.children if c.i > verb.i and c.lemma_.lower() in SAYING and c.dep_ == "ccomp"]
    if behind:  # "We will …," the minister said
        return [m for s in subjects_of(behind[0]) for m in _named(sentence, s)]
    for above in (verb, *verb.ancestors):
        over = above.head if above.dep_ in ("ccomp", "parataxis") and above.head != above else None
        if (
            over is not None
            and over.lemma_.lower() in SAYING
            and any(t.text in _QUOTES for t in sentence.tokens)
        ):
            return [m for s in subjects_of(over) for m in _named(sentence, s)]
    return []


def said_by(verb: Token) -> Token | None:
    """The verb that tells a clause: "said it would …", "said in a statement that it would …"."""
    if verb.dep_ == "ccomp" and verb.head != verb:
        return verb.head
    paper = verb.head
    if verb.dep_ in ("relcl", "acl") and paper.lemma_.lower() in _TELLING and paper.head.dep_ == "prep":
        return paper.head.head
    return None


def _it(sentence: Sentence, head: Token) -> list[Mention]:
    """What "it" means: the speaker above its clause, else the subject before it."""
    verb = head.head
    above = said_by(verb) or (verb.head if verb.dep_ in ("advcl", "conj") and verb.head != verb else None)
    if above is not None:
        return [m for s in subjects_of(above) if s != head for m in _named(sentence, s)]
    before = [t for t in sentence.tokens if t.i < head.i and t.dep_ in ("nsubj", "nsubjpass")]
    previous = sentence.before()
    if not before and previous is not None and previous.number == sentence.number:
        sentence, before = previous, [t for t in previous.tokens if t.dep_ in ("nsubj", "nsubjpass")][:1]
    return [m for s in before[-1:] for m in _named(sentence, s)]


def _named(sentence: Sentence, subject: Token) -> list[Mention]:
    mention = sentence.mention_at(subject)
    if mention:
        return [mention] if mention.actors and len(mention.actors) == 1 else []
    return [m for m in who(sentence, subject) if m.actors][:1] if base(subject) in ACTING else []
