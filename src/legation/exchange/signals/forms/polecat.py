"""POLECAT, weekly since 2018, as Harvard Dataverse gives it: tab-separated, with a heading, or CSV, with PLOVER fields.

Known of it, and what is done: a cell may name several countries, parted by ``;`` or ``|``, and each pair of a source and
a target is then a signal of its own, with the event's id and a number; contexts are such a list too; ``None`` stands
for an empty cell; some releases are not in UTF-8.

Source: A. Halterman, B. Bagozzi, A. Beger, P. Schrodt, G. Scarborough, PLOVER and POLECAT: A New Political Event
Ontology and Dataset (2023); POLECAT Weekly Data codebook (2023, https://doi.org/10.7910/DVN/AJGVIT).
"""

from __future__ import annotations

from functools import cache
from typing import Final

from legation.coding.event import Party
from legation.coding.names import coded_name
from legation.exchange.signals.forms.form import DATE, REAL, TEXT, Form, Type
from legation.exchange.signals.register import country, named
from legation.records import PLOVER


@cache
def party(key: str) -> Party:
    """The actor of a side: by its country's ISO or COW code, else by its name; its sector as coded."""
    land, cow, coded, name = key.split("\x1f")
    found = country(land, "cameo") or country(cow, "cow") or named(land) or named(name)
    known = coded_name(name) if name and not found else None
    main = coded.split(";")[0].split("|")[0].strip().upper()
    return Party(found or (known.country if known else ""), main or (known.sector if known else ""))


def place(text: str) -> str | None:
    """The country of a place, by code or name."""
    return country(text, "cameo") or named(text)


POLECAT: Final = Form(
    name="polecat",
    title="POLECAT",
    columns={
        "event_id": TEXT,
        "event_date": DATE,
        "event_type": TEXT,
        "event_mode": TEXT,
        "intensity": REAL,
        "quad_code": TEXT,
        "contexts": TEXT,
        "actor_name": TEXT,
        "actor_country": TEXT,
        "actor_cow": TEXT,
        "primary_actor_sector": TEXT,
        "recipient_name": TEXT,
        "recipient_country": TEXT,
        "recipient_cow": TEXT,
        "primary_recipient_sector": TEXT,
        "country": TEXT,
        "latitude": REAL,
        "longitude": REAL,
        "source": TEXT,
        "publication_date": TEXT,
    },
    needed=("event_id", "event_date", "event_type"),
    dated="event_date",
    party=party,
    type=lambda code: Type(code.upper()),
    place=place,
    coded="event_type",
    codes=lambda: (*PLOVER, *(name.title() for name in PLOVER)),
    empty=("", "None"),
)
