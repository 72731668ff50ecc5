"""Read the register's data files: one actor a row, its forms as lists in the cells."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Final

from legation.actors.actor import KINDS, Actor, Form, FormType
from legation.errors import ActorError

DATA: Final = files("legation.actors") / "data"

_COLUMNS: Final[tuple[tuple[str, FormType], ...]] = (
    ("aliases", "alias"),
    ("capitals", "capital"),
    ("seats", "capital"),
)
_KNOWN: Final = frozenset(
    (
        "id",
        "code",
        "kind",
        "state",
        "name",
        "official",
        "aliases",
        "demonyms",
        "capitals",
        "seats",
        "since",
        "until",
        "successors",
    )
)
_FILES: Final = (
    "states.csv",
    "bodies.csv",
    "parties.csv",
    "organs.csv",
    "firms.csv",
    "regions.csv",
    "former.csv",
    "succession.csv",
)
_NO_PLURAL: Final = re.compile(
    r"(?:ese|sh|ch|ss|z|s|men|man|é|è|nne|Kyrgyz|Lao|Thai|Viet|Myanmar|Philippine|-)$"
)


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of one of the register's own data files."""
    yield from csv.DictReader((DATA / name).read_text(encoding="utf-8").splitlines())


def lines(name: str) -> tuple[str, ...]:
    """The entries of one of the register's own lists, one a line; ``#`` starts a remark."""
    text = (DATA / name).read_text(encoding="utf-8")
    return tuple(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


def cell(text: str | None) -> tuple[str, ...]:
    """The items of a cell that holds a list, parted by semicolons."""
    return tuple(item.strip() for item in (text or "").split(";") if item.strip())


def shipped() -> dict[str, Actor]:
    """Every actor of the register's own data files, with its names in other languages."""
    actors = {}
    for name in _FILES:
        for row in rows(name):
            actors[row["id"]] = actor(row)
    for row in rows("members.csv"):
        actors[row["body"]] = replace(actors[row["body"]], members=cell(row["members"]))
    for row in rows("past_names.csv"):
        actors[row["id"]] = _with_past_name(actors[row["id"]], row)
    return with_names(actors, (*rows("names.csv"), *rows("names_own.csv")))


def _with_past_name(known: Actor, row: Mapping[str, str]) -> Actor:
    """The actor with the days on which it had a name; the name is added where it is not known."""
    form = next((form for form in known.forms if form.text == row["text"]), _form(f"~{row['text']}", "alias"))
    dated = replace(form, since=_day(row["since"]), until=_day(row["until"]))
    return replace(known, forms=(*(each for each in known.forms if each != form), dated))


def actor(row: Mapping[str, str | None]) -> Actor:
    """The actor that a row describes.

    Raises:
        ActorError: The row lacks an id or name, or its kind or dates are none.
    """
    values = {column: (value or "").strip() for column, value in row.items()}
    ident, kind = values.get("id", ""), values.get("kind", "")
    if not ident:
        raise ActorError("an actor needs an id")
    if kind not in KINDS:
        raise ActorError(f"{kind!r} is no kind of actor; the kinds are {', '.join(KINDS)}")
    name = values.get("name") or ident
    return Actor(
        id=ident,
        kind=kind,
        name=name.lstrip("~"),
        official=values.get("official") or None,
        state=values.get("state") or None,
        since=_day(values.get("since")),
        until=_day(values.get("until")),
        successors=cell(values.get("successors")),
        forms=tuple(_forms(ident, name, values)),
    )


def _day(text: str | None) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ActorError(f"{text!r} is no day; write it as 1991-12-26") from error


def _forms(ident: str, name: str, values: Mapping[str, str]) -> Iterator[Form]:
    yield _form(name, "name")
    if values.get("official"):
        yield _form(values["official"], "official")
    for column, kind in _COLUMNS:
        for text in cell(values.get(column)):
            yield _form(text, kind)
            if text.startswith("St. "):
                yield _form(f"St {text[4:]}", kind)
    for text in cell(values.get("demonyms")):
        yield _form(text, "demonym")
        if not _NO_PLURAL.search(text):
            yield _form(f"{text}s", "demonym")
    for code in dict.fromkeys((ident, values.get("code", ""))):
        if code and code != name:
            yield Form(code, "code", findable=False)


def _form(text: str, kind: FormType) -> Form:
    findable = not text.startswith("~")
    text = re.sub(r"^[Tt]he ", "", text.lstrip("~"))
    bare = text.replace(".", "")
    if kind in ("alias", "name") and bare.isupper() and len(bare) <= 6 and " " not in bare:
        kind = "code" if kind == "alias" else kind
    return Form(text, kind, findable=findable)


def with_names(actors: Mapping[str, Actor], names: Iterable[Mapping[str, str]]) -> dict[str, Actor]:
    """The actors with further names: rows of ``id,language,type,text``."""
    more: dict[str, list[Form]] = {}
    for row in names:
        kind: FormType = "name" if row["type"] == "name" else "alias"
        more.setdefault(row["id"], []).append(Form(row["text"], kind, row["language"]))
    return {
        ident: replace(each, forms=each.forms + tuple(more.get(ident, ()))) for ident, each in actors.items()
    }


def user_rows(path: Path) -> Iterator[Actor]:
    """The actors of a user's own file.

    Raises:
        ActorError: The file or a row cannot be read; the message names the line.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            reader = csv.DictReader(handle)
            _check_columns(path, reader.fieldnames or ())
            for row in reader:
                yield _user_row(path, reader.line_num, row)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ActorError(f"{path} cannot be read as a list of actors: {error}") from error


def _check_columns(path: Path, columns: Iterable[str]) -> None:
    found = set(columns)
    if not {"id", "kind"} <= found or found - _KNOWN:
        odd = ", ".join(sorted(found - _KNOWN)) or "none"
        raise ActorError(
            f"{path} line 1: a list of actors has the columns id and kind, and may have "
            f"{', '.join(sorted(_KNOWN - {'id', 'kind'}))}; unknown columns: {odd}"
        )


def _user_row(path: Path, line: int, row: Mapping[str, str | None]) -> Actor:
    try:
        return actor(row)
    except ActorError as error:
        raise ActorError(f"{path} line {line}: {error}") from error
