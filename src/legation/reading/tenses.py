"""Dates as the tense of their clause means them.

Law: what was done lies before publication. What is told as past is of the last such month, what is told as to come
of the next.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

from legation.reading.found import Found
from legation.reading.mention import DateAt
from legation.reading.parse import Parse
from legation.reading.timing import DUE, is_present, is_to_come
from legation.values.when import When

_MONTHS: Final = frozenset(
    "january february march april may june july august september october november december".split()
)
_MARGIN: Final = 14
"""Days by which a day told as past may lie after publication, for pages are dated by other clocks."""
_DONE: Final = frozenset({"was", "were", "had", "has", "have"})
_MODALS: Final = frozenset("will would shall may might can could should must to".split())
_OPEN_ENDED = frozenset({"figure", "commitment"})
"""Kinds that may speak of later days as they are: a forecast, a promise."""
_MEETINGS: Final = frozenset({"visit", "contact", "agreement"})


def timely(found: Found) -> Found:
    """A finding whose date agrees with its being done: what lies after publication was not done by then.

    It is planned where its verb is no past; else the date is another's, and goes.
    """
    published = found.sentence.text.document.published
    first = found.date.first if found.date is not None else None
    if found.modality != "actual" or found.kind in _OPEN_ENDED or published is None:
        return found
    if first is None or published.after is None or first < published.after:
        return found
    act = found.sentence.doc[found.start : found.end].root
    if found.kind in _MEETINGS and (is_present(act) or act.tag_ in ("VB", "VBG")):
        return replace(found, modality="planned")
    return replace(found, date=None)


def seasoned(doc: Parse, at: DateAt, published: When | None) -> DateAt:
    """A day or month without a year as the tense over it means it: "visited in October", told in June, is the last one.

    Args:
        doc: The parsed block.
        at: A date in it, resolved to the nearest to publication.
        published: When the document was published.
    """
    first, after = at.when.first, at.when.after
    if not (at.relative and first and after and published and published.first and published.after):
        return at
    bare = doc[at.start].lower_ in _MONTHS or (
        doc[at.start].text.isdigit() and doc[at.end - 1].lower_ in _MONTHS
    )
    if not bare or at.when.precision not in ("day", "month") or published.precision != "day":
        return at
    margin = timedelta(days=0 if at.when.precision == "month" else _MARGIN)
    if first >= published.after + margin and _is_past(doc, at):
        return replace(at, when=_years_off(at.when, -1))
    if after + timedelta(days=_MARGIN) <= published.first and at.sense != "since" and is_to_come(doc, at):
        return replace(at, when=_years_off(at.when, 1))
    return at


def _years_off(when: When, years: int) -> When:
    """A day or a month so many years on; 29 February becomes its month."""
    year, rest = int(str(when)[:4]) + years, str(when)[4:]
    return When.parse(f"{year}{rest[:3] if rest == '-02-29' else rest}")


def _is_past(doc: Parse, at: DateAt) -> bool:
    """Whether the verb over a date stands in the past: "met in October"."""
    verb = next((t for t in doc[at.start : at.end].root.ancestors if t.pos_ in ("VERB", "AUX")), None)
    if verb is None:
        return False
    if any(c.lower_ in DUE and c.dep_ != "auxpass" for c in verb.children):
        return False
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if verb.tag_ == "VBN":
        return bool(helpers & _DONE) and not helpers & _MODALS
    return verb.tag_ == "VBD" and verb.lemma_.lower() not in DUE
