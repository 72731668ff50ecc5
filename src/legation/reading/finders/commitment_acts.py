"""The acts of a list: "reduce tariffs; accept certificates; and remove quotas" are three commitments.

Verbs that are merely paired ("adopt and maintain", "protect rights and enforce laws") are one act. A list stands
for itself where semicolons part it, where it has three acts or more, or where its acts have amounts of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from legation.reading.finders.commitment_words import VERBS_TOO
from legation.reading.finders.what import is_verb
from legation.reading.mention import Mention
from legation.reading.parse import Token
from legation.reading.text import Sentence

_FORMS = frozenset({"VB", "VBP", "VBG"})
_SKIPPED = frozenset(
    {
        "and",
        "or",
        "to",
        "not",
        "also",
        "then",
        "further",
        "will",
        "shall",
        ",",
        "(",
        ":",
        "by",
        "including",
        "through",
    }
)
_SKIPPED_KINDS = frozenset({"ADV", "CCONJ", "PUNCT", "PART", "X", "NUM"})
_OBJECTS = frozenset({"dobj", "obj", "prep", "ccomp", "xcomp", "attr", "prt", "dative", "acomp"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OPENERS = frozenset({"including", "by", "through", "include", "while"})


def listed_acts(sentence: Sentence, act: Token, trigger: Token) -> list[tuple[Token, Mention | None]]:
    """An act and those listed with or under it that stand for themselves, in order.

    Args:
        sentence: Their sentence.
        act: The first act.
        trigger: The word that binds to it.

    Returns:
        Each act, and who does it where the list names another ("including by Peru: accepting …").
    """
    if not is_verb(act):
        return [(act, None)]
    found: dict[int, tuple[Token, Mention | None]] = {act.i: (act, None)}
    parted = list(_after_semicolons(sentence, act))
    beside = _beside(act) + [t for t in _beside_trigger(act, trigger) if t not in act.conjuncts]
    if len(beside) >= 2 or (beside and _have_amounts(sentence, [act, *beside])):
        found |= {t.i: (t, None) for t in beside}
    doer, means = _means(sentence, act)
    if len(means) >= 3 or (means and parted):
        found |= {t.i: (t, doer) for t in means}
    found |= {t.i: (t, doer) for t in parted} | {t.i: (t, None) for t in _as_well(sentence, act)}
    again = list(_to_again(sentence, act))
    if len(again) >= 2:
        found |= {t.i: (t, None) for t in again}
    return [found[i] for i in sorted(found)]


def _beside(act: Token) -> list[Token]:
    """Acts coordinated with an act, each behind one that has an object of its own."""
    found: list[Token] = []
    previous = act
    for token in sorted(act.conjuncts, key=lambda t: t.i):
        alike = (token.tag_ == "VBG") == (act.tag_ == "VBG")
        if token.i < act.i or token.pos_ != "VERB" or token.tag_ not in (*_FORMS, act.tag_) or not alike:
            continue
        if any(c.dep_ in _SUBJECTS for c in token.children):
            break
        if any(c.dep_ in _OBJECTS and previous.i < c.i < token.i for c in previous.children):
            found.append(token)
            previous = token
    return found


def _beside_trigger(act: Token, trigger: Token) -> list[Token]:
    """Plain verbs that the parse hangs on the finite word that binds: "committed to take …, strengthen …"."""
    if trigger.tag_ in ("VB", "MD") or trigger.doc is not act.doc or trigger == act:
        return []
    return [
        t
        for t in sorted(trigger.conjuncts, key=lambda t: t.i)
        if t.i > act.i and t.tag_ in ("VB", "VBG") and not any(c.dep_ in _SUBJECTS for c in t.children)
    ]


def _after_semicolons(sentence: Sentence, act: Token) -> Iterator[Token]:
    """The verbs with which the parts behind semicolons begin, up to a part with a subject of its own."""
    for token in sentence.doc[act.i + 1 : sentence.end]:
        if token.text != ";":
            continue
        first = _first(sentence, token.i + 1)
        if first is None or any(c.dep_ in _SUBJECTS for c in first.children) or first.dep_ in _SUBJECTS:
            return
        if first.tag_ not in _FORMS and first.lower_ not in VERBS_TOO:
            continue
        yield first
        if first.tag_ == "VBG":
            yield from (t for t in _beside(first) if t.i < _next_semicolon(sentence, first))


def _next_semicolon(sentence: Sentence, token: Token) -> int:
    return next((t.i for t in sentence.doc[token.i : sentence.end] if t.text == ";"), sentence.end)


def _first(sentence: Sentence, start: int) -> Token | None:
    """The first word of a part, behind "and", "to", adverbs and a name with a colon."""
    for token in sentence.doc[start : min(start + 7, sentence.end)]:
        named = sentence.mention_at(token) is not None and any(
            t.text == ":" for t in sentence.doc[token.i : min(token.i + 4, sentence.end)]
        )
        if not named and token.lower_ not in _SKIPPED and token.pos_ not in _SKIPPED_KINDS:
            return token
    return None


def _means(sentence: Sentence, act: Token) -> tuple[Mention | None, list[Token]]:
    """The gerunds behind "including", "by" or "through", with those listed with them, and who does them."""
    means: list[Token] = []
    doer: Mention | None = None
    for token in sentence.doc[act.i + 1 : sentence.end]:
        if token.text == ";":
            break
        first = _first(sentence, token.i + 1) if token.lower_ in _OPENERS else None
        if first is None or not _is_gerund(first) or first in means:
            continue
        means += [first, *(t for t in _gerunds_behind_commas(sentence, first) if t not in means)]
        doer = doer or next((m for m in sentence.mentions if token.i < m.start < first.i), None)
    return doer, sorted(means, key=lambda t: t.i)


def _is_gerund(token: Token) -> bool:
    return token.tag_ == "VBG" and token.pos_ == "VERB"


def _gerunds_behind_commas(sentence: Sentence, first: Token) -> Iterator[Token]:
    """Gerunds each behind a comma, as they stand in a list whatever the parse makes of them."""
    for token in sentence.doc[first.i + 1 : sentence.end]:
        if token.text == ";":
            return
        begins = _first(sentence, token.i + 1) if token.text == "," else None
        if begins is not None and _is_gerund(begins) and begins.i - token.i <= 3:
            yield begins


def _as_well(sentence: Sentence, act: Token) -> Iterator[Token]:
    """The verb behind "as well as": "reduce tariffs, as well as to open the market"."""
    for token in sentence.doc[act.i + 1 : sentence.end - 3]:
        if token.text == ";":
            return
        if token.lower_ == "as" and token.nbor(1).lower_ == "well" and token.nbor(2).lower_ == "as":
            first = _first(sentence, token.i + 3)
            if first is not None and first.tag_ in _FORMS and first.pos_ == "VERB":
                yield first


def _to_again(sentence: Sentence, act: Token) -> Iterator[Token]:
    """The verbs before which "to" is said again: "agreed to lift the ban, to open a route and to train pilots"."""
    if act.i == sentence.start or sentence.doc[act.i - 1].lower_ != "to":
        return
    for token in sentence.doc[act.i + 1 : sentence.end - 1]:
        if token.text == ";" or (token.tag_ in ("VBD", "VBZ", "MD") and token.dep_ in ("conj", "ROOT")):
            return
        before = sentence.doc[token.i - 1]
        if before.lower_ == "not":
            before = sentence.doc[token.i - 2]
        if token.lower_ == "to" and token.nbor().tag_ == "VB" and before.lower_ in (",", "and"):
            yield token.nbor()


def _have_amounts(sentence: Sentence, acts: list[Token]) -> bool:
    """Whether one act of a list promises an amount of money: then each stands for itself."""
    ends = [*(a.i for a in acts[1:]), sentence.end]
    return any(
        q.quantity.unit.isupper() and len(q.quantity.unit) == 3
        for act, end in zip(acts, ends, strict=True)
        for q in sentence.quantities
        if act.i < q.start < end
    )
