"""GDELT event tables, 1.0 (58 columns; 57 in the files of events before April 2013) and 2.0 (61): no heading, zipped.

Known of them, and what is done:

- The same id comes in several files: kept once.
- A report that something happened "a year ago" is dated by that phrase, so that files are sprinkled with events a month, a
  year and ten years back. Where the day lies over 31 days before the one on which the row was added, or after it, the
  row is flagged ``misdated``. Files of 57 columns were all added later and are not judged.
- ``DATEADDED`` is a day in 1.0 and a second in 2.0.
- Both sides may be the same actor (``same_actor``), or nobody, with nothing but places (``no_actor``). An actor is never
  made of the place where something happened.
- An actor that only a country's name gave has no sector.
- ``MED`` are the media; PLOVER's ``MED`` are medical staff, and the press is ``JRN``.
- One event is many rows: one for each place or role that the texts gave. Readers count what the same two did the same
  day once (`legation.exchange.signals.series`).
- Codes such as ``---`` are rejected.

Source: GDELT Event Database Data Format Codebook V1.03 (2013) and V2.0 (2015); K. Leetaru and P. Schrodt, GDELT: Global
Data on Events, Location and Tone (2013); on the double rows and dates: M. Ward and others, Comparing GDELT and ICEWS
Event Data (2013).
"""

from __future__ import annotations

from functools import cache
from typing import Final

from legation.coding.event import Party
from legation.exchange.signals.forms import cameo
from legation.exchange.signals.forms.form import BIGINT, DATE, REAL, TEXT, Form
from legation.exchange.signals.register import country, known_group, sector

_SIDE: Final = "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code"
_ACT: Final = (
    "IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale NumMentions NumSources NumArticles "
    "AvgTone"
)


def _names(geography: str) -> tuple[str, ...]:
    """The columns in their order."""
    sides = [f"Actor{n}{part}" for n in (1, 2) for part in _SIDE.split()]
    places = [f"{who}Geo_{part}" for who in ("Actor1", "Actor2", "Action") for part in geography.split()]
    first = "GLOBALEVENTID SQLDATE MonthYear Year FractionDate".split()
    names = (*first, *sides, *_ACT.split(), *places, "DATEADDED", "SOURCEURL")
    return tuple(name.lower() for name in names)


_V1: Final = _names("Type FullName CountryCode ADM1Code Lat Long FeatureID")
_V2: Final = _names("Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID")


@cache
def party(key: str) -> Party:
    """The actor of a side: a body that is known, else a country; its sector by its types."""
    land, group, *kinds = key.split("\x1f")
    return Party(known_group(group) or country(land, "cameo") or "", _sector(kinds))


def _sector(kinds: list[str]) -> str:
    """The sector by the first type that tells one; the first is what the actor is before all."""
    return next(filter(None, (sector([kind], "cameo") for kind in kinds)), "")


def place(code: str) -> str | None:
    """The country of a place, by its FIPS code."""
    return country(code, "fips")


_COLUMNS: Final = {
    "globaleventid": BIGINT,
    "sqldate": DATE,
    **{
        f"actor{n}{part}": TEXT
        for n in (1, 2)
        for part in ("code", "name", "countrycode", "knowngroupcode", "type1code", "type2code", "type3code")
    },
    "eventcode": TEXT,
    "quadclass": TEXT,
    "goldsteinscale": REAL,
    "nummentions": BIGINT,
    "actiongeo_type": TEXT,
    "actiongeo_countrycode": TEXT,
    "actiongeo_lat": REAL,
    "actiongeo_long": REAL,
    "dateadded": TEXT,
    "sourceurl": TEXT,
}


def _form(name: str, title: str, unnamed: dict[int, tuple[str, ...]]) -> Form:
    return Form(
        name=name,
        title=title,
        columns=_COLUMNS,
        needed=("globaleventid", "sqldate", "eventcode"),
        dated="sqldate",
        party=party,
        type=cameo.type_of,
        place=place,
        coded="eventcode",
        codes=cameo.types,
        aliases={"day": "sqldate"},
        unnamed=unnamed,
        sql="gdelt",
    )


GDELT1: Final = _form("gdelt1", "GDELT 1.0 events", {57: (*_V1[:-2], "added_later"), 58: _V1})
GDELT2: Final = _form("gdelt2", "GDELT 2.0 events", {61: _V2})
