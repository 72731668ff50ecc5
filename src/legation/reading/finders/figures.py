"""Figures: a quantity with what it measures, of whom, and when.

The quantities of a sentence are given; here each is either somebody's measure or passed over. What it measures is
read by `figure_indicators`, whose it is by `figure_subjects` (tariffs: `figure_tariffs`, ranks: `figure_ranks`), when
by `figure_periods`. What somebody promises or is called on to reach is a commitment, and no figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from legation.reading.clauses import subjects_of
from legation.reading.finders.figure_clauses import Measured
from legation.reading.finders.figure_deals import dealers
from legation.reading.finders.figure_indicators import measured, people
from legation.reading.finders.figure_periods import period_of
from legation.reading.finders.figure_phrases import verb_over
from legation.reading.finders.figure_ranks import rank_of
from legation.reading.finders.figure_subjects import subject_of
from legation.reading.finders.figure_tables import tabled
from legation.reading.finders.figure_tariffs import is_removed, tariff_indicator, tariff_noun, tariff_parties
from legation.reading.finders.figure_vague import local_money, shared, vague_money
from legation.reading.finders.figure_votes import tallied
from legation.reading.finders.figure_words import (
    ANYBODY,
    COUNTED_ELSEWHERE,
    CROWDS,
    DOINGS,
    FORECASTS,
    GOALS,
    GROWTH,
    HAVING,
    IMPOSING,
    MEMBERS,
    NOT_COUNTED,
    ORDERING,
    PASSED_UNITS,
    PROMISES,
    SHORTFALLS,
    UNITS,
    VOWS,
)
from legation.reading.found import Found
from legation.reading.mention import QuantityAt
from legation.reading.modality import modality_of
from legation.reading.parse import Token
from legation.reading.text import Sentence, Text

_HELD_FROM = 5
"""Counts in digits below this, and in words below eleven, are seldom measures."""
_LARGE = 1000
"""A number of nothing named counts what the sentence is about, where it is as large as this."""
_LONGEST = 30
_BESIDE = 14
"""Tokens between two figures of which the second is of the first."""
_EARLIER = frozenset(
    {
        ("instead", "of"),
        ("down", "from"),
        ("up", "from"),
        ("rather", "than"),
        ("compared", "with"),
        ("compared", "to"),
    }
)
"""Words before a value that another is compared with."""
_BACK = 12
_BARE_CHANGES = frozenset("growth increase rise decrease decline drop fall surge jump".split())


class Figures:
    """Finds measured quantities."""

    name = "figures.v2"

    def find(self, text: Text) -> Iterator[Found]:
        """Yield the figures of each sentence, in order."""
        for sentence in text.sentences:
            if sentence.block.kind == "row":
                continue
            last: Found | None = None
            votes = list(tallied(sentence))
            yield from votes
            for at in (
                *(shared(sentence, local_money(sentence, q)) for q in sentence.quantities),
                *vague_money(sentence),
            ):
                if any(v.start <= at.start < v.end for v in votes):
                    continue
                found = rank_of(sentence, at) if at.quantity.unit == "rank" else _figure(sentence, at, last)
                if found:
                    yield found
                    last = found
        yield from tabled(text)


@dataclass(frozen=True, slots=True)
class _Whose:
    """Whose figure it is, what it measures, and how that was seen."""

    subject: tuple[str, ...]
    indicator: str
    how: str


def _figure(sentence: Sentence, at: QuantityAt, last: Found | None) -> Found | None:
    if at.quantity.unit in PASSED_UNITS or not _counts(sentence, at) or _is_scope(at, last):
        return None
    if (last is not None and _is_earlier(sentence, at)) or _is_shortfall(sentence, at):
        return None
    of = measured(sentence, at)
    tariff = tariff_noun(sentence, at, of)
    if of is None and tariff is not None:
        of = Measured("tariff rate", tariff, tariff, "tariff")
    if (
        of is None
        or _is_promised(of, tariff=tariff is not None)
        or (tariff is not None and is_removed(tariff))
    ):
        return None
    whose = _following(sentence, at, of, last) or _whose(sentence, at, of, tariff)
    return _found(sentence, at, of, whose) if whose.subject else None


def _is_shortfall(sentence: Sentence, at: QuantityAt) -> bool:
    """Whether a quantity is told to be lacking: "so that 3 billion are still missing" is no measure of what was told before."""
    root = sentence.doc[at.start : at.end].root
    if root.dep_ not in ("nsubj", "nsubjpass"):
        return False
    told = {root.head.lower_, *(c.lower_ for c in root.head.children if c.dep_ in ("acomp", "attr"))}
    return bool(told & SHORTFALLS)


def _is_scope(at: QuantityAt, last: Found | None) -> bool:
    """Whether a count is among how many a rank is: "20th among 140 investors"."""
    return (
        last is not None and last.fields["unit"] == "rank" and last.spots["value"][1] <= at.start < last.end
    )


def _following(sentence: Sentence, at: QuantityAt, of: Measured, last: Found | None) -> _Whose | None:
    """What stands right behind another figure and is of it: its worth, its growth."""
    if last is None or at.start - last.spots["value"][1] > _BESIDE:
        return None
    subject, before = last.fields["subject"], str(last.fields["indicator"])
    if of.how == "worth" and isinstance(subject, tuple):
        return _Whose(subject, f"value of {before}", "last")
    turn = next(
        (t.lower_ for t in sentence.doc[max(0, at.start - 3) : at.start] if t.lower_ in ("up", "down")), ""
    )
    if turn and at.quantity.unit == "percent" and isinstance(subject, tuple):
        return _Whose(subject, f"{GROWTH[turn]} {before}", "last")
    bare = re.sub(r"^(?:year-on-year|annual|yearly) ", "", of.indicator.lower())
    if bare in _BARE_CHANGES and at.quantity.unit == "percent" and isinstance(subject, tuple):
        return _Whose(subject, f"{bare} of {before}", "last")
    return None


def _whose(sentence: Sentence, at: QuantityAt, of: Measured, tariff: Token | None) -> _Whose:
    if tariff is not None:
        return _Whose(tariff_parties(sentence, at, tariff), tariff_indicator(sentence, at, tariff), "tariff")
    if firms := dealers(sentence):
        return _Whose(firms, of.indicator, "firms")
    subject, how = subject_of(sentence, at, of)
    return _Whose(subject, of.indicator, how)


def _found(sentence: Sentence, at: QuantityAt, of: Measured, whose: _Whose) -> Found:
    quantity = at.quantity
    period, date = period_of(sentence, of.governor, at)
    start, end = _stretch(sentence, at, of.governor)
    return Found(
        "figure",
        sentence,
        start,
        end,
        {
            "subject": whose.subject,
            "indicator": whose.indicator,
            "value": quantity.value,
            "unit": _unit(at, of),
            "period": period,
            "bound": quantity.bound,
            "change_from": quantity.change_from or _instead(sentence, at),
        },
        modality="planned"
        if whose.how == "firms" and sentence.block.kind == "bullet"
        else _modality(of.governor),
        date=date,
        spots={"value": (at.start, at.end)} | _before(sentence, of.thing),
        evidence=(
            f"unit:{_family(quantity.unit)}",
            f"subject:{whose.how}",
            f"indicator:{of.how}",
            f"governor:{of.governor.dep_}",
        ),
        weight=_weight(at, of, whose.how),
    )


def _before(sentence: Sentence, thing: Token) -> dict[str, tuple[int, int]]:
    """Where the sentence before names what is measured; nothing where this one does."""
    return {"indicator": (thing.i, thing.i + 1)} if thing.i < sentence.start else {}


def _unit(at: QuantityAt, of: Measured) -> str:
    """The unit as the annotation guide writes it."""
    unit = at.quantity.unit
    return (
        (at.quantity.noun or "").split()[0] if of.how == "unit" else UNITS.get(unit, unit.replace("_", " "))
    )


def _family(unit: str) -> str:
    return unit if unit in ("percent", "count", "rank", "times") else "money" if unit.isupper() else "measure"


def _weight(at: QuantityAt, of: Measured, how: str) -> float:
    """Money and percentages of a named owner are nearly always meant; counts of things often are not."""
    base = {"money": 0.65, "percent": 0.7, "count": 0.5}.get(_family(at.quantity.unit), 0.5)
    base += {"owner": 0.1, "pair": 0.15, "tariff": 0.05, "sentence": -0.1, "text": -0.1}.get(how, 0.0)
    return base + (0.05 if of.how in ("level", "change", "worth") else 0.0)


def _counts(sentence: Sentence, at: QuantityAt) -> bool:
    """Whether a count is a figure: not one that another kind holds, a figure of speech, or a crowd conjured up."""
    quantity = at.quantity
    if quantity.unit == "times":
        return not _reaches(sentence, at)
    if quantity.unit == "percent":
        return quantity.value > 0 and not _whole(sentence, at) and not _is_odds(sentence, at)
    if quantity.unit != "count":
        return True
    words = {w.lower() for w in (quantity.noun or "").split()}
    heads = {sentence.doc[at.start : at.end].root.lemma_.lower()}
    if words & MEMBERS:
        return _is_of_body(sentence, at)
    if not words:
        return quantity.value >= _LARGE or _is_numbering(sentence, at)
    if words <= ANYBODY and people(sentence, at) is not None:
        return quantity.value >= _HELD_FROM
    if words <= ANYBODY or (words | heads) & COUNTED_ELSEWHERE or (words | heads) & NOT_COUNTED:
        return False
    if _is_bought(sentence, at):
        return False
    digits = any(c.isdigit() for c in sentence.words(at.start, at.end))
    if not digits and quantity.bound == "at_least" and words & CROWDS and len(words) < 3:
        return False
    enough = quantity.value >= (_HELD_FROM if digits else 11)
    return enough or (quantity.out_of is not None and quantity.value > 1) or quantity.change_from is not None


def _is_bought(sentence: Sentence, at: QuantityAt) -> bool:
    """Whether things are counted that somebody ordered: that is an agreement's."""
    root = sentence.doc[at.start : at.end].root
    while root.dep_ == "conj" and root.head.i < root.i:
        root = root.head
    above = root.head.head if root.dep_ == "pobj" else root.head
    done = above.tag_ in ("VBD", "VBN", "VBZ") or above.lemma_.lower() in ("order", "contract")
    return done and root.dep_ in ("dobj", "obj", "pobj") and above.lemma_.lower() in ORDERING


def _is_numbering(sentence: Sentence, at: QuantityAt) -> bool:
    """Whether a number says how many there are of what stands before it: "scholarships number 40"."""
    before = sentence.doc[at.start - 1].lower_ if at.start > sentence.start else ""
    return before.startswith(("number", "total"))


def _is_of_body(sentence: Sentence, at: QuantityAt) -> bool:
    """Whether members are counted of a body: "the bloc has 15 members", "the 68 members of the initiative"."""
    root = sentence.doc[at.start : at.end].root
    verb = verb_over(root)
    held = verb is not None and verb.lemma_.lower() in HAVING and root.dep_ in ("dobj", "attr", "conj")
    of = at.end < sentence.end and sentence.doc[at.end].lower_ == "of"
    owned = any(c.dep_ == "poss" and c.i < at.start for c in root.children)
    return held or of or owned


def _reaches(sentence: Sentence, at: QuantityAt) -> bool:
    """Whether "doubled" goes on to say to what: that is the figure."""
    behind = sentence.doc[at.end : min(at.end + 3, sentence.end)]
    return len(behind) > 1 and behind[0].lower_ == "to" and any(sentence.quantity_at(t) for t in behind[1:])


def _is_odds(sentence: Sentence, at: QuantityAt) -> bool:
    """ "60 per cent more likely": a comparison of chances."""
    behind = [t.lower_ for t in sentence.doc[at.end : min(at.end + 2, sentence.end)]]
    return behind[:1] in (["more"], ["less"]) and behind[1:] == ["likely"]


def _whole(sentence: Sentence, at: QuantityAt) -> bool:
    """ "100 per cent of": all of it, and no measure."""
    return at.quantity.value == 100 and at.end < sentence.end and sentence.doc[at.end].lower_ == "of"


def _is_promised(of: Measured, *, tariff: bool) -> bool:
    """Whether a quantity is what somebody promises, aims at or is called on for: that is a commitment's."""
    if GOALS & {
        of.thing.lemma_.lower(),
        *of.indicator.lower().split(),
        *(t.lemma_.lower() for t in of.thing.ancestors),
    }:
        return True
    if of.how == "modified" and of.thing.lemma_.lower() in ("commitment", "pledge", "promise"):
        return True
    verb = verb_over(of.governor)
    if verb is None:
        return False
    above = [verb, *verb.ancestors]
    chain = above[:3]
    if tariff or of.indicator.endswith("rate"):
        return _is_rate_set(verb, above[1:], tariff=tariff)
    modality = modality_of(verb)
    if modality == "planned" and any(_foretells(token) for token in chain):
        return False
    if modality in ("planned", "called_for") or _is_giving(verb):
        return True
    if any(c.dep_ == "mark" and c.lower_ == "if" for c in verb.children):
        return True
    return any(
        token.lemma_.lower() in PROMISES and (token == verb or token.dep_ != "ROOT" or _governs(token, verb))
        for token in chain
    )


def _is_rate_set(verb: Token, above: list[Token], *, tariff: bool) -> bool:
    """Whether somebody promises a rate: "will apply a duty of", "will modify its duties by suspending 24 points of"."""
    if tariff and verb.lemma_.lower() not in IMPOSING:
        return False
    verbs = (t for t in above if t.pos_ in ("VERB", "AUX") and not tariff)
    vowed = any(t.lemma_.lower() in VOWS for t in above)
    return vowed or modality_of(verb) == "planned" or any(modality_of(t) == "planned" for t in verbs)


def _foretells(token: Token) -> bool:
    """Whether a quantity to come is foretold and not promised: "is expected to rise", "could fall"."""
    helpers = {c.lower_ for c in token.children if c.dep_ in ("aux", "auxpass", "advmod")}
    passive = "auxpass" in {c.dep_ for c in token.children}
    return bool(helpers & FORECASTS) or (
        token.lemma_.lower() in FORECASTS and (passive or token.pos_ == "ADJ")
    )


def _is_giving(verb: Token) -> bool:
    """ "Canada is contributing 10 million": the sum is promised as it is told."""
    return (
        verb.tag_ == "VBG"
        and verb.lemma_.lower() in DOINGS
        and any(c.dep_ == "aux" and c.lower_ in ("is", "are") for c in verb.children)
    )


def _governs(above: Token, verb: Token) -> bool:
    """Whether a verb's own clause, not one beside it, holds another."""
    here = verb
    while here.head != above and here.dep_ != "ROOT":
        here = here.head
    return here.dep_ in ("xcomp", "ccomp", "dobj", "pcomp", "prep", "pobj")


def _instead(sentence: Sentence, at: QuantityAt) -> Decimal | None:
    """The value that another takes the place of: "15 per cent, instead of 25", "16 per cent of imports, down from 37"."""
    later = next((q for q in sentence.quantities if q.start >= at.end), None)
    if later is not None and _is_earlier(sentence, later) and later.start - at.end <= _BACK:
        return later.quantity.value if later.quantity.unit == at.quantity.unit else None
    words = [t.lower_ for t in sentence.doc[at.end : min(at.end + _BACK, sentence.end)]]
    for i in range(len(words) - 2):
        if tuple(words[i : i + 2]) in _EARLIER and words[i + 2].replace(".", "", 1).isdigit():
            return Decimal(words[i + 2])
    return None


def _is_earlier(sentence: Sentence, at: QuantityAt) -> bool:
    """Whether a quantity is only what another is compared with."""
    before = tuple(t.lower_ for t in sentence.doc[max(sentence.start, at.start - 2) : at.start])
    return before in _EARLIER


def _stretch(sentence: Sentence, at: QuantityAt, governor: Token) -> tuple[int, int]:
    """The quantity with the word that says what it measures, where they stand close."""
    start, end = min(at.start, governor.i), max(at.end, governor.i + 1)
    subject = next(iter(subjects_of(governor)), None) if governor.pos_ in ("VERB", "AUX") else None
    if subject is not None and 0 < start - subject.left_edge.i <= 12:
        start = subject.left_edge.i
    if end - start > _LONGEST:
        start, end = at.start, at.end
    return max(start, sentence.start), min(end, sentence.end)


def _modality(governor: Token) -> str:
    verb = verb_over(governor)
    if verb is None:
        return "actual"
    return "actual" if verb.dep_ == "advcl" and verb.tag_ == "VBG" else modality_of(verb)
