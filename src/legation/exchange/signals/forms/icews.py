"""ICEWS Coded Event Data (1995 to 2023), as Harvard Dataverse gives them: tab-separated, with a heading.

Known of them, and what is done: an event id comes again with another date in files of later releases, so a row is known
by id and date; the same event may come in two files and is kept once; names and countries may be missing; the sectors
of an actor stand in one cell, parted by commas; the plain releases quote nothing, so a tab within a cell makes the row
malformed, while files that Dataverse has taken in quote every text; a spreadsheet takes the leading zero of codes.

Source: E. Boschee, J. Lautenschlager, S. O'Brien, S. Shellman, J. Starz, M. Ward, ICEWS Coded Event Data (2015,
https://doi.org/10.7910/DVN/28075); ICEWS Events and Aggregations codebook (2015); J. Lautenschlager, S. Shellman and
M. Ward, ICEWS Event Aggregations (2015).
"""

from __future__ import annotations

from functools import cache
from typing import Final

from legation.coding.event import Party
from legation.coding.names import coded_name
from legation.exchange.signals.forms import cameo
from legation.exchange.signals.forms.form import BIGINT, DATE, REAL, TEXT, Form
from legation.exchange.signals.register import named, sector


@cache
def party(key: str) -> Party:
    """The actor of a side: its country, else the body or the group that its name is; its sector by its sectors."""
    land, sectors, name = key.split("\x1f")
    known = coded_name(name) if name and not land else None
    found = named(land) if land else named(name) or (known.country if known else None)
    return Party(found or "", sector(sectors.split(","), "icews") or (known.sector if known else ""))


ICEWS: Final = Form(
    name="icews",
    title="ICEWS Coded Event Data",
    columns={
        "event_id": BIGINT,
        "event_date": DATE,
        "source_name": TEXT,
        "source_sectors": TEXT,
        "source_country": TEXT,
        "event_text": TEXT,
        "cameo_code": TEXT,
        "intensity": REAL,
        "target_name": TEXT,
        "target_sectors": TEXT,
        "target_country": TEXT,
        "story_id": TEXT,
        "sentence_number": TEXT,
        "publisher": TEXT,
        "country": TEXT,
        "latitude": REAL,
        "longitude": REAL,
    },
    needed=("event_id", "event_date", "cameo_code"),
    dated="event_date",
    party=party,
    type=cameo.type_of,
    place=named,
    coded="cameo_code",
    codes=cameo.types,
    empty=("", "NULL"),
)
