"""Several persons called again at once: "the two", "both presidents", "the three ministers", "them".

The law: as many are meant as the words count, of different sides, those nearest before; of a title only those who
may hold it. Where there are not so many, nobody is meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from legation.actors.ranks import rank_of
from legation.reading.mention import Mention

if TYPE_CHECKING:
    from legation.reading.cast import Stage
    from legation.reading.parse import Token

_NUMBERS = {"two": 2, "both": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3, "four": 4, "they": 2, "them": 2}
GROUPS = frozenset(_NUMBERS)
"""The words that call several again."""
_ANY = frozenset("men women leaders statesmen politicians officials diplomats sides".split())
_OFFICES = {
    **dict.fromkeys(("presidents", "kings", "monarchs"), frozenset({"head_of_state"})),
    **dict.fromkeys(("premiers", "chancellors"), frozenset({"head_of_government"})),
    "ministers": frozenset({"minister", "foreign_minister", "head_of_government"}),
    "heads": frozenset({"head_of_state", "head_of_government"}),
    **dict.fromkeys(("envoys", "ambassadors"), frozenset({"envoy"})),
    "speakers": frozenset({"parliament"}),
    "generals": frozenset({"military"}),
}
"""The ranks of those whom a plural title calls."""
_ALONE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj", "poss"})
_FIRST = frozenset({"the", "all", "these", "those", "both"})
_AHEAD = 3
"""Tokens between a number and the noun that it counts: "the two prime ministers"."""
_BACK = 3
"""Sentences before one in which those are named whom it calls again."""


def several(token: Token, persons: Sequence[Mention], stage: Stage) -> Mention | None:
    """The persons whom a word for several means.

    Args:
        token: The word.
        persons: The persons of the block so far, pronouns included.
        stage: The persons of the document.
    """
    counted = _counted(token)
    if counted is None:
        return None
    end, ranks = counted
    wanted = _NUMBERS[token.lower_]
    groups = [[m for m in group if _may_be(m, ranks, stage)] for group in _nearest(token, persons, stage)]
    groups = [group for group in groups if group]
    if token.lower_ in ("they", "them"):
        wanted = max(wanted, len(_list_before(token, persons)))
        groups = [group for group in groups[:1] if len(group) == wanted and not _says_what(token)]
    listed = _one_list(token, groups[0], wanted) if groups else []
    chosen: list[Mention] = []
    for mention in listed or [m for group in groups for m in group]:
        if all(mention.actors[:1] != m.actors[:1] for m in chosen):
            chosen.append(mention)
        if len(chosen) == wanted:
            return _group(token.i, end, chosen)
    return None


def _says_what(token: Token) -> bool:
    """Whether a word's clause says what something is: "they are each other's third partners" is of states."""
    verb = token.head
    return verb.lemma_ == "be" and any(c.dep_ == "attr" for c in verb.children)


def _one_list(token: Token, group: Sequence[Mention], wanted: int) -> list[Mention]:
    """Just so many of a sentence's persons as stand in one list: of "X greeted Y and Z" the last two."""
    runs: list[list[Mention]] = []
    for mention in sorted(group, key=lambda m: m.start):
        between = [t.lower_ for t in token.doc[runs[-1][-1].end : mention.start]] if runs else ["."]
        if set(between) <= {"and", ",", "as", "well"}:
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return next((run for run in runs if len(run) == wanted), [])


def _group(start: int, end: int, chosen: Sequence[Mention]) -> Mention:
    each = tuple(Mention(start, end, m.actors, "person", m.person) for m in chosen)
    return Mention(start, end, tuple(dict.fromkeys(a for m in each for a in m.actors)), "pair", members=each)


def _counted(token: Token) -> tuple[int, frozenset[str]] | None:
    """The token after the words that count persons, and the ranks that they may have; None where they count no persons."""
    word, doc = token.lower_, token.doc
    if word in ("they", "them"):
        return (token.i + 1, frozenset())
    before = doc[token.i - 1].lower_ if token.i else ""
    if word != "both" and before not in _FIRST:
        return None
    if token.i > 1 and before == "all" and token.nbor(-2).text == ",":
        return None  # "Mali, Togo and Chad, all three suspended"
    for behind in doc[token.i + 1 : token.i + 1 + _AHEAD]:
        if behind.lower_ in _OFFICES or behind.lower_ in _ANY:
            foreign = any(t.lower_ == "foreign" for t in doc[token.i + 1 : behind.i])
            prime = any(t.lower_ == "prime" for t in doc[token.i + 1 : behind.i])
            ranks = _OFFICES.get(behind.lower_, frozenset())
            ranks = frozenset({"foreign_minister"}) if foreign else ranks
            return (behind.i + 1, frozenset({"head_of_government"}) if prime else ranks)
        if behind.pos_ not in ("ADJ", "NOUN", "PROPN"):
            break
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if after is not None and (after.pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "DET") or after.text == "-"):
        return None
    alone = token.dep_ in _ALONE and not any(c.dep_ in ("prep", "conj") for c in token.children)
    return (token.i + 1, frozenset()) if alone else None


def _may_be(mention: Mention, ranks: frozenset[str], stage: Stage) -> bool:
    held = stage.ranks.get(mention.person or "", frozenset())
    if mention.office:
        held = held | {rank_of(mention.office, mention.body)}
    return not ranks or not held or bool(ranks & held)


def _nearest(token: Token, persons: Sequence[Mention], stage: Stage) -> Iterator[list[Mention]]:
    """Those named before, each once: sentence by sentence backwards, in each the subjects first."""
    seen: set[str] = set()
    own = _own_subjects(token)
    known = [m for m in persons if m.actors and m.person and m.end <= token.i]
    known = [m for m in known if not own & set(range(m.start, m.end))]
    for sentence in list(reversed([s for s in token.doc.sents if s.start <= token.i]))[:_BACK]:
        inside = [m for m in known if sentence.start <= m.start < sentence.end]
        yield _fresh(sorted(inside, key=lambda m: (not _is_subject(token, m), m.start)), seen)
    yield _fresh([m for m in reversed(stage.before) if m.actors], seen)


def _fresh(mentions: Sequence[Mention], seen: set[str]) -> list[Mention]:
    """Those who were not seen before, each once."""
    found: list[Mention] = []
    for mention in mentions:
        if mention.person and mention.person not in seen:
            seen.add(mention.person)
            found.append(mention)
    return found


def _own_subjects(token: Token) -> set[int]:
    """Of an object the tokens of its own verb's subject, who is none of those meant."""
    verb = token.head
    while verb.dep_ in ("prep", "pobj", "dobj", "dative") and verb.head is not verb:
        verb = verb.head
    if token.dep_ in ("nsubj", "nsubjpass"):
        return set()
    return {t.i for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") for t in c.subtree}


def _is_subject(token: Token, mention: Mention) -> bool:
    root = token.doc[mention.start : mention.end].root
    while root.dep_ == "conj" and root.head.pos_ in ("PROPN", "NOUN"):
        root = root.head
    return root.dep_ in ("nsubj", "nsubjpass")


def _list_before(token: Token, persons: Sequence[Mention]) -> set[str]:
    """The persons of the plural subject that stands last before a word."""
    for subject in reversed([t for t in token.doc[: token.i] if t.dep_ in ("nsubj", "nsubjpass")]):
        reach = {t.i for t in (subject, *subject.conjuncts)}
        found = {m.person or "" for m in persons if reach & set(range(m.start, m.end))}
        if len(found) > 1:
            return found
    return set()
