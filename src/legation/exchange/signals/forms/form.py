"""What a form of event data is: its columns, and how its rows become signals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from legation.coding.event import Party

BIGINT, DATE, REAL, TEXT = "BIGINT", "DATE", "DOUBLE", "VARCHAR"


@dataclass(frozen=True, slots=True)
class Type:
    """What a code means.

    Attributes:
        type: The PLOVER type; None for what PLOVER does not code.
        mode: PLOVER's mode, where the code tells it.
        context: PLOVER's contexts, where the code tells them.
    """

    type: str | None
    mode: str | None = None
    context: str | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A form of event data.

    Attributes:
        name: The name of the set.
        title: What people call it.
        columns: The columns that are used, with the DuckDB type that their cells must have.
        needed: Columns of which no cell may be empty.
        dated: The column of the day.
        party: From the key of a side, as the form's SQL writes it, to an actor of the register and a sector; the
            country is empty where none is named.
        type: From a code, as the form's SQL writes it, to what it means.
        place: From a place's country as the form writes it to a country of the register.
        coded: The column of the code.
        codes: Every spelling of every code; another word makes the row malformed.
        aliases: Other names of columns, in releases of other years.
        unnamed: For files without a heading, the names of all columns by their number.
        empty: How empty cells are written.
        sql: The name of the statement that makes signals of rows; that of the form if not given.
    """

    name: str
    title: str
    columns: Mapping[str, str]
    needed: tuple[str, ...]
    dated: str
    party: Callable[[str], Party]
    type: Callable[[str], Type]
    place: Callable[[str], str | None]
    coded: str
    codes: Callable[[], Iterable[str]]
    aliases: Mapping[str, str] = field(default_factory=dict)
    unnamed: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    empty: tuple[str, ...] = ("",)
    sql: str = ""
