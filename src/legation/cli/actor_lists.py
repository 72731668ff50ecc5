"""`legation actors import` and `export`: lists of actors and of office holders, as CSV, XLSX or JSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from legation.actors.actor import KINDS, Actor
from legation.actors.load import cell
from legation.actors.register import Register
from legation.cli.placing import check_place
from legation.cli.printing import counted, out, print_json, tell
from legation.errors import LegationError, UsageError
from legation.exchange.sheets.filled import Filled, Line, read_list
from legation.exchange.tables import plain, safe
from legation.ledger import Ledger, View
from legation.ledger.moment import moment_of
from legation.ledger.record import Verb
from legation.ledger.resolve.decided import in_force
from legation.values.when import When

ACTORS: Final[Mapping[str, tuple[str, ...]]] = {
    "id": ("code", "short", "key", "mã"),
    "kind": ("type", "sort", "category", "loại"),
    "name": ("usual name", "english name", "actor", "tên", "nom", "nombre"),
    "official": ("official name", "full name", "tên đầy đủ", "nom officiel", "nombre oficial"),
    "state": ("country", "nation", "nước", "quốc gia", "pays", "país"),
    "aliases": (
        "alias",
        "other names",
        "also",
        "acronym",
        "abbreviation",
        "tên khác",
        "viết tắt",
        "sigle",
        "siglas",
    ),
    "demonyms": ("demonym", "adjective", "adjectives"),
    "capitals": ("capital", "thủ đô", "capitale"),
    "seats": ("seat", "headquarters", "trụ sở", "siège", "sede"),
    "since": ("from", "start", "founded", "từ", "depuis", "desde"),
    "until": ("to", "end", "dissolved", "đến", "jusqu'à", "hasta"),
    "successors": ("successor", "followed by", "merged into", "became"),
}
"""The columns of a list of actors, each with other headings that people give it."""
OFFICES: Final[Mapping[str, tuple[str, ...]]] = {
    "person": ("holder", "who", "official", "người", "họ tên", "nom", "nombre"),
    "office": ("title", "post", "position", "chức vụ", "fonction", "cargo"),
    "of": ("state", "country", "body", "organisation", "organization", "nước", "cơ quan", "pays", "país"),
    "since": ACTORS["since"],
    "until": ACTORS["until"],
}
"""The columns of a list of office holders."""
_LISTS: Final = frozenset(("aliases", "demonyms", "capitals", "seats", "successors"))


@dataclass(frozen=True, slots=True)
class Told:
    """A list as it was understood.

    Attributes:
        verb: What each of its rows is recorded as.
        filled: Its rows.
        rows: What the rows say, for those that could be read.
        problems: What could not be read, each by its cell.
    """

    verb: Verb
    filled: Filled
    rows: tuple[dict[str, str], ...]
    problems: tuple[str, ...]


def import_list(target: str, path: Path, *, by: str, is_trial: bool, as_json: bool) -> int:
    """Record the rows of a list; rows that the ledger has already are not recorded again.

    Returns:
        The exit code: 1 where a cell cannot be read, and then nothing is recorded.

    Raises:
        UsageError: The file cannot be read, or its columns are those of no list.
    """
    has_ledger = "://" in target or Path(target).exists()
    with Ledger.open(
        target if has_ledger or not is_trial else ":memory:", read_only=is_trial and has_ledger
    ) as ledger:
        view = ledger.view()
        told = understand(path, view.naming.register)
        known = [dict(j.payload) for j in in_force(view.judgements()) if j.verb == told.verb]
        fresh = [row for row in told.rows if row not in known]
        if not is_trial and not told.problems:
            for row in fresh:
                ledger.judge(told.verb, "", by=by, why=path.name, payload=row)
    recorded = 0 if is_trial or told.problems else len(fresh)
    if as_json:
        columns = {"columns": dict(told.filled.columns), "unused": list(told.filled.unused)}
        print_json(
            {**columns, "recorded": recorded, "rows": list(told.rows), "problems": list(told.problems)}
        )
    else:
        _print(told, len(fresh), is_trial=is_trial)
    return 1 if told.problems else 0


def _print(told: Told, fresh: int, *, is_trial: bool) -> None:
    columns = ", ".join(
        heading if heading == name else f"{heading} → {name}" for heading, name in told.filled.columns.items()
    )
    out.print(f"columns: {columns}", markup=False)
    if told.filled.unused:
        out.print(f"not used: {', '.join(told.filled.unused)}", markup=False)
    for problem in told.problems:
        tell(problem)
    thing = "actor" if told.verb == "actor" else "office holder"
    if told.problems:
        out.print("nothing was recorded: mend the cells above first", markup=False)
    else:
        done = "would be recorded" if is_trial else "recorded"
        out.print(f"{counted(fresh, thing)} {done}; {len(told.rows) - fresh} known before", markup=False)


def understand(path: Path, known: Register) -> Told:
    """What a list says: of office holders where it has persons and offices, else of actors.

    Raises:
        UsageError: The file cannot be read, or lacks a column.
    """
    offices = read_list(path, OFFICES)
    if {"person", "office"} <= set(offices.columns.values()):
        return _read(path, "office", offices, known)
    return _read(path, "actor", read_list(path, ACTORS), known)


def _read(path: Path, verb: Verb, filled: Filled, known: Register) -> Told:
    has = set(filled.columns.values())
    needed = {"office": {"of"}, "actor": {"kind"} if "id" in has else {"kind", "name"}}[verb]
    if missing := sorted(needed - has):
        raise UsageError(
            f"{path} has no column {' and no '.join(missing)}; a list of actors has {', '.join(ACTORS)}, one of "
            f"office holders {', '.join(OFFICES)} (docs/actors.md)"
        )
    rows, problems = [], []
    own = {line.cells.get("id") or line.cells.get("name") for line in filled.lines}
    for line in filled.lines:
        row = {name: plain(text) for name, text in line.cells.items()}
        wrong = list(_wrong(verb, row, line, known, own))
        problems += wrong
        if not wrong:
            rows.append(_settled(verb, row, known, own))
    return Told(verb, filled, tuple(rows), tuple(problems))


def _wrong(
    verb: str, row: Mapping[str, str], line: Line, known: Register, own: set[str | None]
) -> Iterator[str]:
    """What of a row cannot be read, by its cell."""
    needed = ("person", "office", "of") if verb == "office" else ("kind",)
    for name in needed:
        if name not in row:
            more = f"; the kinds are {', '.join(KINDS)}" if name == "kind" else ""
            yield f"{line.place}: {name} is empty{more}"
    if verb == "actor" and not (row.get("id") or row.get("name")):
        yield f"{line.place}: there is neither an id nor a name"
    if row.get("kind", KINDS[0]).casefold() not in KINDS:
        yield f"{line.at('kind')}: {row['kind']!r} is no kind of actor; the kinds are {', '.join(KINDS)}"
    for name in ("since", "until"):
        yield from _wrong_day(verb, row.get(name), line.at(name))
    for name in ("state", "of", "successors"):
        for each in cell(row.get(name)):
            yield from () if each in own else _wrong_actor(each, line.at(name), known)


def _wrong_day(verb: str, text: str | None, place: str) -> Iterator[str]:
    try:
        when = When.parse(text) if text else None
    except LegationError as error:
        yield f"{place}: {error}"
        return
    if when and verb == "actor" and when.precision != "day":
        yield f"{place}: {text!r} is no day; write it as 1991-12-26"


def _wrong_actor(name: str, place: str, known: Register) -> Iterator[str]:
    try:
        known.resolve(name)
    except LegationError as error:
        yield f"{place}: {error}"


def _settled(verb: str, row: dict[str, str], known: Register, own: set[str | None]) -> dict[str, str]:
    """A row as it is recorded: actors by their ids, lists parted by semicolons."""
    settled = dict(row)
    if verb == "actor":
        settled["id"] = row.get("id") or row["name"]
        settled["kind"] = row["kind"].casefold()
    for name in ("state", "of", "successors"):
        if name in row:
            settled[name] = "; ".join(
                each if each in own else known.resolve(each).id for each in cell(row[name])
            )
    for name in _LISTS & set(row):
        settled[name] = "; ".join(cell(settled[name]))
    return settled


def export_list(
    target: str, path: Path, *, as_of: str | None, offices: bool = False, whole: bool = False
) -> int:
    """Write the actors that users added, or office holders, or the whole register, in the form that is imported.

    Returns:
        The exit code.

    Raises:
        UsageError: It cannot be written there.
    """
    if path.suffix.lower() != ".csv":
        raise UsageError(f"{path}: a list of actors is written as .csv")
    check_place(path)
    with Ledger.open(target, create=False, read_only=True) as ledger:
        view = ledger.view(moment_of(as_of))
        recorded = _recorded(view, "office" if offices else "actor")
        rows = [_row_of(actor) for actor in view.naming.register] if whole else recorded
    text = io.StringIO()
    writer = csv.DictWriter(text, OFFICES if offices else ACTORS, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: safe(value) for name, value in row.items()} for row in rows)
    path.write_text("\ufeff" + text.getvalue(), encoding="utf-8", newline="")
    tell(f"{path}: {counted(len(rows), 'row')}")
    return 0


def _recorded(view: View, verb: str) -> Sequence[dict[str, str]]:
    found = (j for j in in_force(view.judgements()) if j.verb == verb)
    return [{name: str(value) for name, value in j.payload.items()} for j in found]


def _row_of(actor: Actor) -> dict[str, str]:
    def listed(*types: str) -> str:
        forms = (
            f for f in actor.forms if f.type in types and f.text not in (actor.name, actor.official, actor.id)
        )
        return "; ".join(dict.fromkeys(f.text if f.findable else f"~{f.text}" for f in forms))

    row = {
        "id": actor.id,
        "kind": actor.kind,
        "name": actor.name,
        "official": actor.official,
        "state": actor.state,
        "aliases": listed("alias", "short", "code", "name"),
        "demonyms": listed("demonym"),
        "capitals": listed("capital"),
        "since": str(actor.since) if actor.since else None,
        "until": str(actor.until) if actor.until else None,
        "successors": "; ".join(actor.successors),
    }
    return {name: value for name, value in row.items() if value}
