"""ACLED exports: CSV with a heading, with the column names of any year.

Known of them, and what is done: events are corrected, and come again under the same ``event_id_cnty`` with a newer
``timestamp``; the newest stands. A day may be known to the week or the month only (``time_precision`` 2 and 3), a place
to the district or province (``geo_precision``); both are kept. State actors are named by regime years ("Military Forces of
Mali (2020-)"); actors that stand beside them (``assoc_actor``) are kept as written and are no sides of their own. Notes
run over several lines. What ACLED takes out again does not show in an export.

Source: ACLED Codebook (2019; 2023; 2024, https://acleddata.com); C. Raleigh, A. Linke, H. Hegre, J. Karlsen, Introducing
ACLED (2010).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from legation.coding.event import Party
from legation.coding.names import coded_name
from legation.exchange.signals.forms.form import BIGINT, DATE, REAL, TEXT, Form, Type
from legation.exchange.signals.register import country, named, rows, sector

_YEARS: Final = re.compile(r"\s*\((?:\d{4}|\d{4}\s*-\s*(?:\d{4})?)\)")
_OF_STATE: Final = re.compile(
    r"^(?:(?:former|mutiny of|private)\s+)*(government|military forces|police forces|mutiny)\s+of\s+(.+)$",
    re.IGNORECASE,
)
_PEOPLE: Final = re.compile(r"\(([^()]+)\)\s*$")
_SECTORS: Final = {"government": "GOV", "military forces": "MIL", "police forces": "COP", "mutiny": "MIL"}


@cache
def party(key: str) -> Party:
    """The actor of a side: "Military Forces of X", "Protesters (X)", or a group that is known by name."""
    kind, name = key.split("\x1f")
    bare = _YEARS.sub("", name).strip()
    if found := _OF_STATE.match(bare):
        return Party(_state(found[2]) or "", _SECTORS[found[1].lower()])
    known = coded_name(bare.partition(":")[0].strip()) if bare else None
    people = _PEOPLE.search(bare)
    land = named(people[1]) if people else named(bare) or (known.country if known else None)
    return Party(land or "", sector([kind], "acled") or (known.sector if known else ""))


def _state(text: str) -> str | None:
    """The state at the head of what follows "of": "Mali", "Russia Air Force", "Somalia: Danab"."""
    words = text.partition(":")[0].partition("(")[0].split()
    return next(filter(None, (named(" ".join(words[:n])) for n in range(len(words), 0, -1))), None)


def place(text: str) -> str | None:
    """The country of a place, by ISO number or name."""
    return country(text, "numeric") or named(text)


@cache
def _types() -> Mapping[str, Type]:
    """What each event type, alone and with each sub-event type, means."""
    return {
        ": ".join(filter(None, (row["event"], row["sub_event"]))).casefold(): Type(
            row["type"] or None, row["mode"] or None
        )
        for row in rows("acled_types.csv")
    }


def type_of(code: str) -> Type:
    """What "Event type: Sub-event type" means; by the event type where the other says nothing more."""
    known = _types()
    return known.get(code.casefold()) or known.get(code.partition(": ")[0].casefold(), Type(None))


def _codes() -> Iterable[str]:
    """The event types, in the spellings that occur."""
    named_types = dict.fromkeys(row["event"] for row in rows("acled_types.csv"))
    spellings = [word for name in named_types for word in (name, name.lower(), name.title())]
    return dict.fromkeys(spellings)


ACLED: Final = Form(
    name="acled",
    title="ACLED",
    columns={
        "event_id_cnty": TEXT,
        "event_date": DATE,
        "time_precision": TEXT,
        "event_type": TEXT,
        "sub_event_type": TEXT,
        "actor1": TEXT,
        "assoc_actor_1": TEXT,
        "inter1": TEXT,
        "actor2": TEXT,
        "assoc_actor_2": TEXT,
        "inter2": TEXT,
        "country": TEXT,
        "latitude": REAL,
        "longitude": REAL,
        "geo_precision": TEXT,
        "source": TEXT,
        "notes": TEXT,
        "fatalities": BIGINT,
        "timestamp": BIGINT,
    },
    needed=("event_id_cnty", "event_date", "event_type"),
    dated="event_date",
    party=party,
    type=type_of,
    place=place,
    coded="event_type",
    codes=_codes,
    aliases={"ally_actor_1": "assoc_actor_1", "ally_actor_2": "assoc_actor_2", "geo_precis": "geo_precision"},
)
