"""From the codes and names of event data to the register of actors.

Law held here: a name or code that leads to no actor, or to several, leads to none; nothing is guessed from the place
where an event happened.

Source: P. Schrodt, CAMEO codebook 1.1b3 (2012), chapter 3 and 4; Correlates of War, State System Membership v2016
(2017); FIPS PUB 10-4 (1995, withdrawn 2008), which GDELT still writes for places.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final, Literal

from legation.actors.register import register
from legation.actors.words import key

_DATA: Final = files("legation.exchange.signals") / "data"
Scheme = Literal["cameo", "icews", "acled"]


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table of this package."""
    yield from csv.DictReader((_DATA / name).read_text(encoding="utf-8").splitlines())


@cache
def _codes() -> Mapping[str, Mapping[str, str]]:
    """Country ids by code, for each scheme; ISO alpha-3 stands in all but FIPS."""
    found: dict[str, dict[str, str]] = {"fips": {}, "cow": {}, "numeric": {}, "cameo": {}}
    for row in rows("countries.csv"):
        for scheme, codes in found.items():
            codes |= dict.fromkeys(filter(None, row[scheme].split(";")), row["id"])
        if len(row["id"]) == 3:
            found["cameo"][row["id"]] = row["id"]
    return found


def country(code: str, scheme: Literal["fips", "cow", "numeric", "cameo"]) -> str | None:
    """The country that a code stands for.

    Example:
        >>> country("VM", "fips"), country("816", "cow"), country("ROM", "cameo")
        ('VNM', 'VNM', 'ROU')
    """
    return _codes()[scheme].get(
        code.strip().upper().lstrip("0") if scheme != "cameo" else code.strip().upper()
    )


@cache
def _named() -> Mapping[str, str]:
    """Ids of states and bodies by their names; a name that several go by is left out."""
    found: dict[str, set[str]] = {}
    for actor in register():
        if actor.is_country or actor.kind in ("body", "forum", "bloc"):
            for form in actor.forms:
                if form.type in ("name", "short", "official", "alias") and form.language == "en":
                    found.setdefault(key(form.text), set()).add(actor.id)
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1} | _HABITS


_HABITS: Final = {"congo": "COG", "west bank": "PSE", "gaza strip": "PSE"}
"""Names that event data give to one state, where prose may mean another."""


def named(name: str) -> str | None:
    """The state or body that goes by a name.

    Example:
        >>> named("Viet Nam"), named("European Union"), named("Barotseland")
        ('VNM', 'EU', None)
    """
    return _named().get(key(name))


@cache
def known_group(code: str) -> str | None:
    """The body that a CAMEO code of a known group stands for."""
    return _groups().get(code)


@cache
def _groups() -> Mapping[str, str]:
    return {row["code"]: row["id"] for row in rows("known_groups.csv")}


@cache
def _sectors(scheme: Scheme) -> Mapping[str, str]:
    return {row["word"].casefold(): row["sector"] for row in rows("sectors.csv") if row["scheme"] == scheme}


def sector(words: list[str], scheme: Scheme) -> str:
    """The PLOVER sector of one who is several things: the one that stands first in the table of the scheme.

    Example:
        >>> sector(["Government", "Military"], "icews"), sector(["MED"], "cameo")
        ('MIL', 'JRN')
    """
    held = {word.strip().casefold() for word in words}
    return next((code for word, code in _sectors(scheme).items() if word in held), "")
