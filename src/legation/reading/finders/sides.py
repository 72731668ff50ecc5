"""Who stands on which side of a noun such as "partnership" or "agreement".

English says it before the noun ("the Korea–Japan alliance", "Kenya's partnership"), behind it ("between Chile and
Peru", "with Ghana, Togo and Benin"), or by the verb that governs it ("Oman upgraded its ties with …"). All
functions answer with actors in the order of the text; none of them decides what a statement is.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from legation.actors.register import register
from legation.reading.clauses import actors_in, who
from legation.reading.context import is_party, is_state
from legation.reading.mention import DateAt, Mention
from legation.reading.parse import Token
from legation.reading.text import Sentence

_LIST_GLUE = frozenset({",", "and", "the", "or", "&", "as", "well", "both", "with", "also", "/"})
_JOINTS = frozenset({"-", "–", "—", "/", "and", "&"})
_STEM_TAGS = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "ADV", "PUNCT", "PART", "DET", "PRON", "SYM"})
_MODIFYING = frozenset({"VBN", "VBG", "JJ", "CC", "CD"})
_OPENERS = frozenset({"the", "a", "an", "our", "their", "its", "his", "her", "my", "your"})
_JOINTLY = frozenset({"together", "along", "consistent", "keeping", "line", "accordance", "compliance"})
"""Words that make "with" no preposition of parties: "together with", "in line with"."""
_REACH = 9
"""Tokens between a preposition and the first actor that it may lead to: "with major partners such as Peru"."""
_TURN = 5
"""Tokens between a partner and the date of its turn."""
_STEM = 14
"""Tokens before a noun within which its modifiers are looked for."""


def stem_start(sentence: Sentence, noun: Token) -> int:
    """First token of the words that stand before a noun in its noun phrase."""
    start = noun.i
    while start > sentence.start and noun.i - start < _STEM and sentence.doc[start].lower_ not in _OPENERS:
        before = sentence.doc[start - 1]
        if not _in_stem(sentence, before, start):
            break
        start -= 1
    return start


def _in_stem(sentence: Sentence, token: Token, after: int) -> bool:
    if sentence.mention_at(token) or token.lower_ in ("'s", "’s", "'", "’", "-", "–"):
        return True
    if token.text in ',.;:()"“”—' or token.is_space:
        return token.text == "," and sentence.doc[after].pos_ == "ADJ"
    if token.lower_ in ("and", "&"):
        return _joins(sentence, token)
    if token.tag_ in _MODIFYING:
        return token.head.i > token.i or token.pos_ == "ADJ"
    return token.pos_ in _STEM_TAGS and token.lower_ not in ("that", "which", "who", "this", "these")


def _joins(sentence: Sentence, token: Token) -> bool:
    """Whether an "and" joins two modifiers or two actors, not two phrases."""
    before = sentence.doc[token.i - 1] if token.i > sentence.start else token
    behind = sentence.doc[token.i + 1] if token.i + 1 < sentence.end else token
    if sentence.mention_at(before) and sentence.mention_at(behind):
        return True
    if before.text[:1].isupper() and behind.text[:1].isupper() and sentence.mention_at(before) is None:
        return sentence.mention_at(behind) is None  # "Trade and Investment Council Agreement"
    return before.pos_ == "ADJ" and behind.pos_ in ("ADJ", "ADV") and sentence.mention_at(before) is None


def before_noun(sentence: Sentence, noun: Token) -> tuple[str, ...]:
    """The actors among the modifiers and owners of a noun: "the Korea–Japan …", "Kenya's …", "our …"."""
    start = stem_start(sentence, noun)
    inside = [m for m in sentence.mentions if start <= m.start and m.end <= noun.i]
    return actors_in(inside)


def listed_from(sentence: Sentence, start: int, *, reach: int = _REACH) -> list[Mention]:
    """The mentions listed from a token on: "Ghana, Togo and the Republic of Benin", "Peru in 2013 and Chile in 2016"."""
    found: list[Mention] = []
    at = start
    joined = last = False
    for mention in sentence.mentions:
        if mention.start < at:
            continue
        between = sentence.doc[at : mention.start]
        if not found:
            if mention.start - start > reach or any(_closes(t) for t in between):
                break
        elif not all(_is_glue(sentence, t) for t in between):
            break
        elif last and not any(t.lower_ == "and" for t in between):
            break  # "with Peru and Chile, Brazil …" begins another phrase
        last = bool(found) and any(t.lower_ in ("and", "&", "or") for t in between)
        joined = joined or last or any(sentence.date_at(t) for t in between)
        found.append(mention)
        after = past_note(sentence, mention.end)
        joined = joined or after > mention.end
        at = after
    return found if joined or len(found) != 2 else found[:1]


def _is_glue(sentence: Sentence, token: Token) -> bool:
    if token.lower_ in _LIST_GLUE or token.text in _JOINTS or _is_note(token) or sentence.date_at(token):
        return True
    behind = sentence.doc[token.i + 1] if token.i + 1 < sentence.end else token
    return token.lower_ in ("in", "on") and sentence.date_at(behind) is not None


def _is_note(token: Token) -> bool:
    return token.text in "()" or token.lower_ in ("'s", "’s", "republic", "of")


def past_note(sentence: Sentence, at: int) -> int:
    """The token after a short note in brackets: "the United Arab Emirates (UAE)"."""
    if at < sentence.end and sentence.doc[at].text == "(":
        for ahead in range(at + 1, min(at + 5, sentence.end)):
            if sentence.doc[ahead].text == ")":
                return ahead + 1
    return at


def _closes(token: Token) -> bool:
    return (
        token.text in ";:.("
        or token.lower_ in ("but", "except")
        or (token.pos_ in ("VERB", "AUX") and token.tag_ not in ("VBN", "VBG"))
    )


def behind_noun(
    sentence: Sentence, noun: Token, words: Container[str], *, verb: Token | None = None
) -> tuple[str, ...]:
    """The actors behind a preposition that hangs on a noun, or on the verb that governs it."""
    found: list[Mention] = []
    for preposition in prepositions(sentence, noun, words, verb=verb):
        found.extend(m for m in listed_from(sentence, preposition.i + 1) if m not in found)
    return actors_in(found)


def prepositions(
    sentence: Sentence, noun: Token, words: Container[str], *, verb: Token | None = None
) -> Iterator[Token]:
    """Prepositions of a noun, or behind it those of its verb, in order."""
    for token in sentence.tokens:
        if token.i > sentence.start and token.nbor(-1).lower_ in _JOINTLY:
            continue
        if token.lower_ in words and token.dep_ in ("prep", "agent", "conj", "dep", "advmod", "ROOT"):
            chain = _upward(token)
            of_verb = verb is not None and verb in chain and _no_rival(token, noun, verb)
            if (noun in chain or of_verb) and not _parted(sentence, noun, token):
                yield token


def _parted(sentence: Sentence, one: Token, other: Token) -> bool:
    """Whether a semicolon stands between two tokens."""
    return any(t.text == ";" for t in sentence.doc[min(one.i, other.i) : max(one.i, other.i)])


def _upward(token: Token) -> list[Token]:
    """What a token hangs on, up to and including the first verb."""
    chain: list[Token] = []
    here = token
    while here.head != here and len(chain) < 8:
        here = here.head
        chain.append(here)
        if here.pos_ == "VERB":
            break
    return chain


def _no_rival(preposition: Token, noun: Token, verb: Token) -> bool:
    """Whether a verb's preposition is not that of another of its objects ("talks with Peru")."""
    head = preposition.head
    first, last = sorted((noun.i, preposition.i))
    if any(t.tag_ in ("VBD", "VBP", "VBZ") and t != verb for t in noun.doc[first:last]):
        return False
    if preposition.dep_ == "conj" and head.pos_ == "ADP":
        head = head.head
    return head in (verb, noun) or head.lemma_ in (
        "relation",
        "tie",
        "relationship",
        "with",
        "cooperation",
        "those",
        "that",
    )


def both_sides(sentence: Sentence, noun: Token) -> tuple[str, ...]:
    """The actors of "between A and B", "among A, B and C" or "of A and B" behind a noun; empty where there are none."""
    for preposition in prepositions(sentence, noun, ("between", "among", "amongst")):
        found = actors_in(listed_from(sentence, preposition.i + 1))
        if len(found) >= 2:
            return found
        mentions = [m for m in sentence.mentions if preposition.i < m.start <= preposition.i + 25]
        far = actors_in(mentions[:2])
        if len(far) == 2:
            return far
    return ()


def dated_states(sentence: Sentence, start: int) -> list[tuple[Mention, DateAt]]:
    """States from a token on, each with the date of its own: "Peru in 2013, Chile (2016)", "Togo and Benin in May and June"."""
    named = [m for m in sentence.mentions if m.start >= start and m.form == "name" and len(m.actors) == 1]
    dates = [d for d in sentence.dates if d.start >= start]
    if len(named) == len(dates) > 1 and named[-1].end <= dates[0].start:
        return list(zip(named, dates, strict=True))
    found: list[tuple[Mention, DateAt]] = []
    waiting: list[Mention] = []
    for number, this in enumerate(named):
        following = named[number + 1].start if number + 1 < len(named) else sentence.end
        stop = min(following, this.end + _TURN)
        own = [d for d in dates if this.end <= d.start <= stop]
        waiting.append(this)
        if own:
            found.extend((each, own[0]) for each in waiting)
        if own or not all(t.text in ",&" or t.lower_ == "and" for t in sentence.doc[this.end : following]):
            waiting = []
    return found


def subject_actors(sentence: Sentence, subjects: list[Token]) -> tuple[str, ...]:
    """The actors that a verb's subjects mean, the whole of a list that the parse took for an apposition included."""
    found: list[Mention] = []
    for subject in subjects:
        meant = who(sentence, subject)
        if meant and (ahead := _ahead(sentence, meant[0])):
            found.extend(ahead)
        if meant and meant[0].form == "name":
            edge = subject.right_edge.i
            run = [m for m in listed_from(sentence, meant[0].start, reach=0) if m.start <= edge]
            meant = run if len(run) > len(meant) else meant
        found.extend(meant)
    return actors_in(found)


def run_before(sentence: Sentence, verb: Token) -> tuple[str, ...]:
    """The actors listed right before a verb, whatever the parse takes them for: "Peru, Chile and Togo have signed"."""
    at = verb.i
    while at > sentence.start and (
        sentence.doc[at - 1].pos_ in ("AUX", "ADV")
        or sentence.date_at(sentence.doc[at - 1])
        or sentence.doc[at - 1].lower_ == "on"
    ):
        at -= 1
    run: list[Mention] = []
    for mention in reversed([m for m in sentence.mentions if m.end <= at]):
        between = sentence.doc[mention.end : at]
        glue = all(t.text in (",", "&") or t.lower_ in ("and", "the") for t in between)
        if not glue or mention.form not in ("name", "capital") or (run and mention.end == at):
            break
        run.insert(0, mention)
        at = mention.start
    states = [m for m in run if all(map(is_state, m.actors))]
    return actors_in(states if len(states) > 1 else run)


def _ahead(sentence: Sentence, first: Mention) -> list[Mention]:
    """The actors that begin a headline and share its verb with the last: "Peru, Chile sign …"."""
    run: list[Mention] = []
    at = sentence.start
    for mention in sentence.mentions:
        if mention.start >= first.start or mention.start != at or mention.form not in ("name", "capital"):
            break
        run.append(mention)
        if sentence.doc[mention.end].text not in (",", "&"):
            return []
        at = mention.end + 1
    heading = sentence.block.kind in ("title", "heading") or all(m.form == "name" for m in run)
    return run if at == first.start and heading else []


def own_state(sentence: Sentence) -> tuple[str, ...]:
    """The state from whose desk a document is written, where it may be a party to what the document tells.

    A newspaper's own state is none where the paper never names it: its news is of others.
    """
    context = sentence.text.context
    home = context.home
    if home is None:
        return ()
    named = home == context.seat or home in context.pair
    blocks = sentence.text.blocks
    return (
        (home,)
        if named or any(m.form != "we" and home in m.actors for b in blocks for m in b.mentions)
        else ()
    )


def is_side(actor: str) -> bool:
    """Whether an actor may be a side of a document's ties and agreements: a state, bloc or body, not a meeting."""
    return is_state(actor) or register().kind_of(actor) in ("bloc", "body")


def parties_only(actors: tuple[str, ...]) -> tuple[str, ...]:
    """Those that can be party to ties or a treaty: not regions, firms and offices."""
    return tuple(a for a in actors if is_party(a))
