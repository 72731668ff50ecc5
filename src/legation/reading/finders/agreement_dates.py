"""When an agreement was signed, came into force or is negotiated: by its clause, by its name, by its occasion."""

from __future__ import annotations

from typing import Final

from legation.reading.finders.agreement_acts import Act
from legation.reading.finders.agreement_names import Agreement
from legation.reading.finders.sides import stem_start
from legation.reading.mention import DateAt
from legation.reading.text import Sentence
from legation.reading.timeline import month_of, occasion_of, past_occasion_of
from legation.reading.timing import date_for, settled
from legation.values.when import When

_HOLDING: Final = frozenset({"be", "remain", "stay", "guide", "govern"})
_BEHIND: Final = 9
"""Tokens behind an agreement's noun within which the date stands by which it is called."""
_PARTING: Final = frozenset(",;:()")
_NEXT: Final = 3
_LONG_AGO: Final = 400
"""Days after which what "has been agreed" is not of that date."""


def date_of_act(sentence: Sentence, agreement: Agreement, act: Act, action: str) -> When | None:
    """The date of what is done to an agreement.

    Args:
        sentence: The sentence.
        agreement: The agreement.
        act: What is done to it.
        action: The guide's word for it.
    """
    if action == "in_force" and act.word.lemma_.lower() in _HOLDING:
        return None  # "the 1978 treaty remains in force"
    at = date_for(sentence, act.word, whole=act.word.i < agreement.noun.i)
    at = None if at and (at.sense in ("by", "until") or _calls(agreement, at)) else at
    date = at.when if at and not _is_history(sentence, act, at.when) else _occasion(sentence, act)
    if (
        date is not None
        and act.action == "negotiating"
        and _is_past(sentence, date)
        and _goes_on(sentence, act)
    ):
        date = _occasion(sentence, act)  # "one followed in 2019, another is being drafted"
    return settled(sentence, date, act.word) if date is not None else None


def _calls(agreement: Agreement, at: DateAt) -> bool:
    """Whether a date only says which one is meant: "replaced that of 1950"."""
    noun = agreement.noun
    return noun.lower_ in ("that", "those") and noun.i < at.start <= noun.i + _NEXT


def mention_date(
    sentence: Sentence, agreement: Agreement, dated: DateAt | None, *, counted: bool, speaking: bool
) -> When | None:
    """The date of an agreement of which nothing is said to be done."""
    if dated is not None:
        return dated.when
    at = date_for(sentence, agreement.noun) if counted else None
    if at is not None and at.sense == "point":
        return at.when
    return occasion_of(sentence) if speaking else None


def own_date(sentence: Sentence, agreement: Agreement) -> DateAt | None:
    """A date inside the noun phrase: "the November 2022 agreement"."""
    first = stem_start(sentence, agreement.noun)
    inside = [
        d
        for d in sentence.dates
        if first <= d.start and d.end <= agreement.noun.i and (not d.relative or _is_day(sentence, d))
    ]
    return inside[0] if inside else _date_behind(sentence, agreement)


def _date_behind(sentence: Sentence, agreement: Agreement) -> DateAt | None:
    """The date by which an agreement is called: "the accords of 22 December 1988", "the protocol of 1982"."""
    for at in range(
        agreement.noun.i + 1, min(max(agreement.noun.i + _BEHIND, agreement.end + 1), sentence.end - 1)
    ):
        token = sentence.doc[at]
        if token.lower_ in ("of", "from", "dated"):
            date = next((d for d in sentence.dates if at < d.start <= at + 2), None)
            if date is not None and (not date.relative or _is_day(sentence, date)):
                return date
        if token.text in _PARTING or token.pos_ in ("VERB", "AUX"):
            return None
    return None


def _is_day(sentence: Sentence, date: DateAt) -> bool:
    """As in "the 30 July deal", "Friday's statement"; not in "the Good Friday Agreement"."""
    owns = date.end < sentence.end and sentence.doc[date.end].lower_ in ("'s", "’s")
    numbered = any(t.text[0].isdigit() for t in sentence.doc[date.start : date.end])
    return date.when.precision == "day" and (owns or numbered)


def _is_history(sentence: Sentence, act: Act, when: When) -> bool:
    """Whether a date of long ago stands by chance in a sentence that tells what "has been agreed"."""
    return any(c.lower_ in ("have", "has") for c in act.word.children) and _is_past(sentence, when)


def _is_past(sentence: Sentence, when: When) -> bool:
    """Whether a date lies long before the document's own."""
    published = sentence.text.document.published
    return bool(
        published and when.first and published.first and (published.first - when.first).days > _LONG_AGO
    )


def _occasion(sentence: Sentence, act: Act) -> When | None:
    if act.modality != "actual" or (act.word.pos_ not in ("VERB", "AUX") and not _goes_on(sentence, act)):
        return None
    if act.action not in ("signed", "adopted", "concluded", "negotiating"):
        return None
    if sentence.text.context.joint:
        return sentence.text.document.published  # a joint statement tells what is agreed with it
    return month_of(sentence.text) if act.action == "negotiating" else past_occasion_of(sentence)


def _goes_on(sentence: Sentence, act: Act) -> bool:
    """Whether what is negotiated is so at the time of writing: "is under negotiation", "talks are under way"."""
    root = sentence.span.root
    present = root.tag_ in ("VBZ", "VBP") or any(
        c.tag_ in ("VBZ", "VBP") for c in root.children if c.dep_ == "aux"
    )
    return act.action == "negotiating" and present
