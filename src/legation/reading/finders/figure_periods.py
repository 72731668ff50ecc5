"""The period of a figure: the dates of its own clause, a year or a month, never a comparison's.

A day is the date of the figure, its month the period. "Since" begins an interval that the document's date ends.
"""

from __future__ import annotations

from legation.errors import DateError
from legation.reading.mention import DateAt, QuantityAt
from legation.reading.parse import Token
from legation.reading.saying import SAYING
from legation.reading.text import Sentence
from legation.reading.timing import dates_for
from legation.values.when import When

_COMPARING = frozenset("over from than versus compared to until by after before".split())
_MEMORY = 3
"""Sentences back that a paragraph's opening date is remembered."""


def period_of(sentence: Sentence, governor: Token, at: QuantityAt) -> tuple[When | None, When | None]:
    """The period of a figure, and its date, from the words of its clause.

    Args:
        sentence: Its sentence.
        governor: The word that governs the quantity.
        at: The quantity.
    """
    near = [
        d
        for d in (
            *_inside(sentence, at),
            *_within(sentence, governor),
            *_hanging(sentence, governor, at.start),
        )
        if not (
            _is_parted(sentence, d, at)
            or _compares(sentence, d)
            or _is_earlier(sentence, at, d)
            or _is_of_saying(sentence, at, d)
        )
    ]
    near = near or _fronted(sentence) or _alone(sentence, governor) or _carried(sentence)
    for date in near:
        if date.sense == "since":
            return (when := _since(sentence, date.when)), when
        if date.sense in ("point", "interval"):
            return _month(date.when), date.when
    return None, None


def _is_parted(sentence: Sentence, date: DateAt, at: QuantityAt) -> bool:
    """Whether a semicolon stands between a quantity and a day, which is of its own clause alone."""
    if date.when.precision != "day":
        return False
    first, last = sorted((date.start, at.start))
    return any(t.text == ";" for t in sentence.doc[first:last])


def _inside(sentence: Sentence, at: QuantityAt) -> list[DateAt]:
    """The date between the two values of a change, where it is the later one's: "5 billion in 2023, up from 4"."""
    return [d for d in sentence.dates if at.start < d.start < at.end] if _is_back(sentence, at) else []


def _is_back(sentence: Sentence, at: QuantityAt) -> bool:
    """Whether the earlier value of a change stands second."""
    lead = sentence.doc[at.start - 1].lower_ if at.start > sentence.start else ""
    return at.quantity.change_from is not None and lead != "from"


def _is_earlier(sentence: Sentence, at: QuantityAt, date: DateAt) -> bool:
    """Whether a date is the earlier value's: "up from 4 billion the year before", "from 3 billion in 2020 to 4"."""
    if at.quantity.change_from is None:
        return False
    return date.start >= at.end if _is_back(sentence, at) else at.start < date.start < at.end


def _is_of_saying(sentence: Sentence, at: QuantityAt, date: DateAt) -> bool:
    """Whether a day is when it was told: "exports rose by 14 per cent, the ministry said on Tuesday"."""
    if date.when.precision != "day":
        return False
    between = sentence.doc[min(at.end, date.end) : max(at.start, date.start)]
    return any(t.lemma_.lower() in SAYING and t.pos_ == "VERB" for t in between)


def _hanging(sentence: Sentence, governor: Token, at: int) -> list[DateAt]:
    """The dates that hang on the governing word or the quantity, none of them another clause's."""
    found = dates_for(sentence, governor) or dates_for(sentence, sentence.doc[at])
    verb = next(
        (t for t in (governor, *governor.ancestors) if t.dep_ == "conj" and t.pos_ in ("VERB", "AUX")), None
    )
    own = verb is not None and any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    if verb is None or not own:
        return found
    return [d for d in found if verb.left_edge.i <= d.start <= verb.right_edge.i]


def _within(sentence: Sentence, noun: Token) -> list[DateAt]:
    """The dates inside the phrase of what is counted: "migrants arriving between 2022 and 2024"."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return []
    return [d for d in sentence.dates if noun.i < d.start <= noun.right_edge.i]


def _alone(sentence: Sentence, governor: Token) -> list[DateAt]:
    """A sentence's only date, where it stands before a clause that opens with no subject of its own date."""
    if (
        len(sentence.dates) != 1
        or sentence.dates[0].start > governor.i
        or _compares(sentence, sentence.dates[0])
    ):
        return []
    closes = {t.text for t in sentence.doc[sentence.dates[0].end : governor.i]}
    return [sentence.dates[0]] if ":" in closes or not closes & {";", "and", "while", ","} else []


def _carried(sentence: Sentence) -> list[DateAt]:
    """The year that a sentence shortly before in the paragraph opens with: "In 2024, … Exports grew by …"."""
    if any(t.dep_ == "ROOT" and _is_present(t) for t in sentence.tokens):
        return []  # "In December they upgraded their ties. Korea is …": what is so now was not so then alone
    before = sentence.before()
    for _ in range(_MEMORY):
        if sentence.dates or before is None or before.number != sentence.number:
            return []
        if opening := _fronted(before):
            return (
                opening
                if opening[0].when.precision in ("year", "month") and opening[0].sense == "point"
                else []
            )
        before = before.before()
    return []


def _is_present(root: Token) -> bool:
    """Whether a clause stands in the present: "is", "stands", "has"."""
    return root.tag_ in ("VBZ", "VBP") and not any(c.tag_ == "VBD" for c in root.children if c.dep_ == "aux")


def _compares(sentence: Sentence, date: DateAt) -> bool:
    """Whether a date is what is compared with ("up 6% over last year"), or part of a name ("the Act of 1961")."""
    before = sentence.doc[date.start - 1].lower_ if date.start > sentence.start else ""
    named = (
        before == "of" and date.start - 2 >= sentence.start and sentence.doc[date.start - 2].pos_ == "PROPN"
    )
    return named or (before in _COMPARING and date.sense != "since")


def _fronted(sentence: Sentence) -> list[DateAt]:
    """The date that a sentence opens with: it holds for all its clauses."""
    return [
        d
        for d in sentence.dates
        if d.start <= sentence.start + 2 and sentence.doc[d.end - 1].i + 1 < sentence.end
    ][:1]


def _month(when: When) -> When:
    if when.precision == "day" and when.first is not None:
        return When.month(when.first.year, when.first.month)
    return when


def _since(sentence: Sentence, since: When) -> When:
    """From a time up to the document's own date, both as precise as the first."""
    until = sentence.text.document.published
    if until is None or until.first is None or since.first is None:
        return since
    day = until.first
    last = When.year(day.year) if since.precision == "year" else When.month(day.year, day.month)
    start = str(since).split("/")[0]
    first = start[: len(str(last))]
    try:
        return When.parse(f"{first}/{last}") if first < str(last) else since
    except DateError:
        return since
