"""When ties were made what they are: a date of the act, of an anniversary, or behind the level's name.

An anniversary gives the year of what it recalls only where the text has both the number and the year of the
feast: the tenth in 2023 is of 2013.
"""

from __future__ import annotations

import re
from typing import Final

from legation.reading.mention import DateAt
from legation.reading.parse import Token
from legation.reading.text import Sentence
from legation.reading.timing import date_for
from legation.values.when import When

_NAMED: Final = {"bicentennial": 200, "bicentenary": 200, "centenary": 100, "centennial": 100}
_ORDINALS: Final = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
        "fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
} | {
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70,
    "eightieth": 80,
    "ninetieth": 90,
    "hundredth": 100,
}
_NUMBER = re.compile(r"(\d{1,3})(?:st|nd|rd|th)?$")


def date_of_act(sentence: Sentence, word: Token) -> DateAt | None:
    """The date of what was done."""
    return date_for(sentence, word)


def date_behind(sentence: Sentence, noun: Token, *, one_of_many: bool = False) -> DateAt | None:
    """A date that belongs to a level itself: "the strategic partnership of 2010", "… established in 1992".

    Args:
        sentence: The sentence.
        noun: The noun of the level.
        one_of_many: Whether the sentence tells of several levels: then "in 2010" behind one is its own date.
    """
    for date in sentence.dates:
        if noun.i < date.start <= noun.i + 5:
            between = [t.lower_ for t in sentence.doc[noun.i + 1 : date.start]]
            if between and set(between) <= {
                "of",
                "since",
                "in",
                "established",
                "formed",
                "signed",
                "forged",
                "(",
                "on",
                "date",
                "dates",
                "dating",
                "back",
                "from",
                "to",
            }:
                return date if one_of_many or between not in (["in"], ["on"], ["to"]) else None
    return None


def founding(sentence: Sentence, anniversary: Token) -> When | None:
    """When that was founded whose anniversary is kept, where the text tells by number and year."""
    number = _number(sentence, anniversary)
    if number is None:
        return None
    years = {d.when.first.year for d in sentence.dates if d.when.first}
    for date in sentence.dates:  # "the 50th anniversary of … (1975–2025)"
        begins, after = date.when.first, date.when.after
        if begins and (begins.year + number in years or (after and after.year - 1 == begins.year + number)):
            return When.parse(str(begins.year))
    feast = _feast(sentence, anniversary)
    if feast is None or feast.first is None:
        return None
    year = feast.first.year - number
    return When.parse(f"{year}-{feast.first.month:02d}" if feast.precision == "month" else str(year))


def _number(sentence: Sentence, anniversary: Token) -> int | None:
    if anniversary.lower_ in _NAMED:
        return _NAMED[anniversary.lower_]
    for token in reversed(list(sentence.doc[max(sentence.start, anniversary.i - 5) : anniversary.i])):
        if token.lower_ in _ORDINALS:
            return _ORDINALS[token.lower_]
        if match := _NUMBER.match(token.lower_):
            return int(match.group(1))
    return None


def _feast(sentence: Sentence, anniversary: Token) -> When | None:
    """The year in which an anniversary falls: a date of the sentence, else the document's own year."""
    near = [d for d in sentence.dates if d.when.precision in ("year", "month", "day")]
    if near:
        best = min(near, key=lambda d: abs(d.start - anniversary.i))
        return best.when
    published = sentence.text.document.published
    return When.parse(published.text[:4]) if published is not None else None
