"""Offices below the state: of a part of a country, of a city, of a chamber of a parliament.

A governor and a member of a state's legislature are of their part of the country, a mayor of the city; where the
text does not name it, a mayor is of nothing, for "of Ohio" would be as wrong as "of the United States".
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from legation.actors.load import rows
from legation.reading.context import is_state
from legation.reading.mention import Mention
from legation.reading.parse import Parse
from legation.reading.text import Sentence

_MUNICIPAL: Final = re.compile(
    r"(?:(?:Deputy|Vice|Acting|Lord|Chief|First)[ -])*(?:Mayor|Council ?member|Council(?:man|woman)|Alder\w+"
    r"|(?:City|County|Town) .+|Supervisor)$"
)
_PARTS: Final = re.compile(
    r"(?:Lieutenant )?Governor$|State \w+|Assembly ?(?:member|man|woman)$|Treasurer$|Attorney General$|Secretary of State$"
)
_LABEL: Final = re.compile(r"\s*[(\[]\s*(?:[DRI]\s?[-–]\s?)?([A-Z]{2})\b")
"""The state behind a name: "(D-OH)", "(OH)"."""
_PARTICLES: Final = frozenset({"of", "the", "city", "town"})
_LONGEST: Final = 3


def of_place(sentence: Sentence, mention: Mention, office: str, of: str | None) -> str | None:
    """What an office is of, where it may be one below the state: the part, the city or the chamber, else as told.

    Args:
        sentence: The sentence.
        mention: The holder, with the title.
        office: The office.
        of: What it is of as far as told: the state of the holder, or the body that the words name.
    """
    if of is not None and not is_state(of):
        return of
    if _MUNICIPAL.match(office):
        return city_at(sentence.doc, mention.start, office) or city_behind(sentence.doc, mention)
    if of in ("USA", None):
        part = _part_behind(sentence, mention) if _PARTS.match(office) else None
        return part or ("US Senate" if of and office == "Senator" else of)
    return of


def _part_behind(sentence: Sentence, mention: Mention) -> str | None:
    last = sentence.doc[mention.end - 1]
    label = _LABEL.match(sentence.block.text, last.idx + len(last.text))
    return _american().get(label.group(1)) if label else None


def city_at(doc: Parse, start: int, office: str) -> str | None:
    """The city in front of a title: "Houston Mayor"."""
    if not office.endswith("Mayor"):
        return None
    first = start
    while (
        first > 0
        and start - first < _LONGEST
        and doc[first - 1].text[:1].isupper()
        and doc[first - 1].text.isalpha()
    ):
        first -= 1
    if first < start and doc[first].pos_ != "PROPN":
        first += 1
    return " ".join(t.text for t in doc[first:start]) or None


def city_behind(doc: Parse, mention: Mention) -> str | None:
    """The city behind a title or a name: "Mayor of the City of Chicago", "Mayor Adams of New York City"."""
    for at in range(mention.start, min(mention.end + 1, len(doc))):
        if doc[at].lower_ != "of":
            continue
        first = at
        while first < len(doc) and doc[first].lower_ in _PARTICLES:
            first += 1
        end = first
        while end < len(doc) and end - first < _LONGEST and doc[end].text[:1].isupper():
            end += 1
        return " ".join(t.text for t in doc[first:end]) or None
    return None


@cache
def _american() -> dict[str, str]:
    return {row["code"]: row["name"] for row in rows("american_states.csv")}
