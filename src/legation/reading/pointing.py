"""Words that point to actors without naming them: "we", "our country", "the two sides", "the country", "he".

Each becomes a mention of what it points to: the document's own "we" and pair, the last actor named before, or
the person whom the nearest sentence before is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from legation.reading.cast import ROLES, Stage, called_again, role_of
from legation.reading.groups import GROUPS, several
from legation.reading.mention import Mention
from legation.reading.parse import Parse, Token
from legation.reading.people import Title
from legation.reading.text import Context

_I = frozenset({"i", "me", "my", "myself"})
_YOU = frozenset({"you", "your", "yours"})
_WE = frozenset({"we", "us", "our", "ours", "ourselves"})
_HE = frozenset({"he", "she", "him", "his", "her", "hers"})
_WITHIN = frozenset({"pobj", "prep", "dobj", "compound", "conj", "appos", "dative", "agent", "npadvmod"})
_HIM = frozenset({"him", "her"})
_BOTH = frozenset({"two", "both"})
_SIDES = frozenset(
    "side sides country countries nation nations leader leaders party parties government governments state states president "
    "presidents minister ministers people peoples economy economies foreign".split()
)
_PLURALS = frozenset(
    "sides leaders parties presidents ministers participants delegations principals advisors advisers".split()
)
_LONE = frozenset({"country", "nation", "government", "state"})
_LANDS = frozenset({"country", "nation"})
"""Words for the state that a whole document is about, where its sentence names none."""
_OFFICES = frozenset(
    "president minister chancellor premier secretary leader king queen emir sultan ambassador envoy chairman general".split()
)
_THEY = frozenset({"they", "their", "them", "each"})
_POINTERS = _I | _YOU | _WE | _HE | _BOTH | _PLURALS | _THEY | _LONE | _OFFICES | ROLES | GROUPS
"""All words that can point."""


def pointing(
    doc: Parse, named: Sequence[Mention], context: Context, stage: Stage, titles: Sequence[Title]
) -> list[Mention]:
    """The pointing words of a block.

    Args:
        doc: The parsed block.
        named: What it names, by start.
        context: The document's context.
        stage: The persons of the document, and what the block before it named.
        titles: The titles of office in it.
    """
    found = list(called_again(doc, named, titles, stage))
    taken = {i for m in (*named, *found) if m.form != "adjective" for i in range(m.start, m.end)}
    everyone = sorted([*named, *found], key=lambda m: m.start)
    for token in doc.with_word(_POINTERS):
        if token.i in taken:
            continue
        mention = _person(token, everyone, context, stage) or _points(token, named, context, stage.last)
        if mention:
            found.append(mention)
            taken.update(range(mention.start, mention.end))
            if mention.form == "person":
                everyone = sorted([*everyone, mention], key=lambda m: m.start)
    return found


def pronouns(doc: Parse, named: Sequence[Mention], before: Sequence[Mention]) -> list[Mention]:
    """Whom "he", "she" and their forms in a block mean.

    Args:
        doc: The parsed block.
        named: What it names, by start.
        before: The mentions of the block before it.
    """
    taken = {i for m in named for i in range(m.start, m.end)}
    found: list[Mention] = []
    for token in doc.with_word(_HE):
        if token.i not in taken:
            meant = _person_before(token, [*named, *found], before)
            found += [meant] if meant else []
    return found


def _person(token: Token, named: Sequence[Mention], context: Context, stage: Stage) -> Mention | None:
    """Whom a word for one person or several means, who was named before."""
    word = token.lower_
    if word in ROLES:
        return role_of(token, [m for m in named if m.form == "person"], stage, _is_beside)
    if word in GROUPS and not context.between:
        return several(token, [m for m in named if m.form == "person"], stage)
    if word in _HE:
        can_be = [m for m in named if stage.can_be(token, m.person)]
        return _person_before(token, can_be, [m for m in stage.last if stage.can_be(token, m.person)])
    return None


def _points(
    token: Token, named: Sequence[Mention], context: Context, before: Sequence[Mention]
) -> Mention | None:
    word = token.lower_
    if word in _WE and context.we and token.text != "US":
        return Mention(token.i, token.i + 1, context.we, "we")
    if word in _I and context.speaker:
        return replace(context.speaker, start=token.i, end=token.i + 1, office=None)
    if word in _YOU and context.you:
        return replace(context.you, start=token.i, end=token.i + 1, office=None)
    if word in _BOTH and (pair := _two_sides(token, named, context)):
        return pair
    if word in _PLURALS and context.between and _defined(token):
        return Mention(token.i, token.i + 1, context.between, "pair")
    if word in _THEY:
        return _group_before(token, named) or _the_pair(token, context)
    if word in _LONE and _defined(token):
        return _actor_before(token, named, before, context)
    if word in _OFFICES and _defined(token):
        return _person_before(token, named, before, office=word)
    return None


def _two_sides(token: Token, named: Sequence[Mention], context: Context) -> Mention | None:
    """ "The two sides", "both countries", "the two foreign ministers"; the nearest two actors before, else the pair."""
    following = list(token.doc[token.i + 1 : token.i + 4])
    at = next((i for i, t in enumerate(following) if t.lower_ in _SIDES and t.lower_ != "foreign"), None)
    while at is not None and at + 1 < len(following) and following[at + 1].lower_ in _PLURALS:
        at += 1  # "the two party leaders"
    if at is None or (
        token.lower_ == "two"
        and not (token.i and token.nbor(-1).lower_ in ("the", "these", "our", "between", "of"))
    ):
        return None
    near = _last_two(token.i, named)
    actors = context.between or near or context.pair
    # Leaders and sides are the document's own two; countries need not be.
    heads = following[at].lower_ in _PLURALS
    if near and not set(near) & set(actors) and not (heads and context.between):
        actors = near
    return Mention(token.i, token.i + at + 2, actors, "pair") if actors else None


def _last_two(at: int, named: Sequence[Mention]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for mention in reversed([m for m in named if m.end <= at]):
        for actor in mention.actors:
            found.setdefault(actor)
        if len(found) >= 2:
            return tuple(reversed(list(found)))[:2]
    return ()


def _person_before(
    token: Token, named: Sequence[Mention], before: Sequence[Mention], *, office: str = ""
) -> Mention | None:
    earlier = [m for m in named if m.end <= token.i and m.form == "person"] or [
        m for m in before if m.form == "person"
    ]
    if office:
        earlier = [m for m in earlier if office in (m.office or "").lower()]
    chosen = _antecedent(token, earlier, {id(m) for m in named})
    if chosen is None:
        return None
    return Mention(token.i, token.i + 1, chosen.actors, "person", chosen.person)


def _antecedent(token: Token, earlier: Sequence[Mention], local: set[int]) -> Mention | None:
    """Whom a pronoun means: the first person of its own sentence, else of the nearest one before that has any.

    The first person of a sentence is what it is about. An object ("him") is never its own verb's subject.
    """
    if token.lower_ in _HIM and token.dep_ in ("dobj", "pobj", "dative"):
        own = {t.i for c in token.head.children if c.dep_ in ("nsubj", "nsubjpass") for t in c.subtree}
        earlier = [m for m in earlier if id(m) not in local or not own & set(range(m.start, m.end))]
    here = sorted((m for m in earlier if id(m) in local), key=lambda m: m.start)
    if token.dep_ in ("nsubj", "nsubjpass"):
        here = [m for m in here if not _is_beside(token, m)]
    for sentence in reversed([s for s in token.doc.sents if s.start <= token.i]):
        inside = [m for m in here if sentence.start <= m.start < sentence.end]
        if inside:
            subjects = [m for m in inside if token.doc[m.end - 1].dep_ in ("nsubj", "nsubjpass")]
            return (subjects or inside)[0]
    rest = [m for m in earlier if id(m) not in local]
    return rest[-1] if rest else None


def _is_beside(subject: Token, mention: Mention) -> bool:
    """Whether a person stands in the subject's own clause: in "with Y he spoke", he is not Y."""
    if mention.end > len(subject.doc):
        return False
    token = subject.doc[mention.end - 1]
    while token.dep_ in _WITHIN and token.head != token:
        token = token.head
    return token.i == subject.head.i


def _group_before(token: Token, named: Sequence[Mention]) -> Mention | None:
    for verb_subject in _plural_subjects(token):
        inside = [
            m
            for m in named
            if verb_subject.left_edge.i <= m.start <= verb_subject.right_edge.i and m.end <= token.i
        ]
        actors = tuple(dict.fromkeys(a for m in inside for a in m.actors))
        if len(actors) >= 2:
            return Mention(token.i, token.i + 1, actors, "back")
    return None


def _the_pair(token: Token, context: Context) -> Mention | None:
    """ "They" with no plural before it in its block are the two whom the document is about, if it is about two."""
    if context.between and token.lower_ != "each":
        return Mention(token.i, token.i + 1, context.between, "pair")
    return None


def _plural_subjects(token: Token) -> Iterator[Token]:
    yield from reversed([t for t in token.doc[: token.i] if t.dep_ in ("nsubj", "nsubjpass")])


def _actor_before(
    token: Token, named: Sequence[Mention], before: Sequence[Mention], context: Context
) -> Mention | None:
    if token.i and token.nbor(-1).lower_ in ("our", "this") and context.we:
        return Mention(token.i, token.i + 1, context.we, "we")
    near = [m for m in named if m.end <= token.i]
    if (
        context.topic
        and token.lower_ in _LANDS
        and not any(m.start >= token.sent.start and m.actors for m in near)
    ):
        return Mention(token.i, token.i + 1, (context.topic,), "back")
    for mention in (*reversed(near), *reversed(before)):
        if mention.actors and mention.form in ("name", "adjective", "capital", "back"):
            return Mention(token.i, token.i + 1, mention.actors[:1], "back")
    return Mention(token.i, token.i + 1, (context.home,), "back") if context.home else None


def _defined(token: Token) -> bool:
    """Whether a noun stands with "the", "our" or "this" and nothing that says which other one is meant."""
    if token.i == 0 or token.nbor(-1).lower_ not in ("the", "our", "this", "my"):
        return False
    return not any(c.dep_ in ("prep", "relcl", "compound", "amod") for c in token.children)
