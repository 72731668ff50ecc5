"""`legation judge sample` and `record`: a second reader judges statements blind, on a list."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final, cast

from legation.cli.filtering import Filters, wanted_in
from legation.cli.judging import value_of
from legation.cli.placing import check_place
from legation.cli.printing import counted, out, print_json, tell
from legation.errors import LegationError, UsageError
from legation.exchange.sheets.filled import Line, read_list
from legation.exchange.tables import plain as as_typed
from legation.exchange.tables import safe
from legation.ledger import Ledger, View, codec
from legation.ledger.judging import field_type
from legation.ledger.moment import moment_of
from legation.ledger.record import StoredStatement, Verb
from legation.ledger.telling import plain
from legation.ledger.verdicts import VERDICTS, is_blind
from legation.records import FieldValue

_COLUMNS: Final = {
    "statement": ("id",),
    "kind": (),
    "document": ("source",),
    "published": (),
    "quote": ("passage", "text"),
    "read": ("read as",),
    "verdict": ("judgement", "decision"),
    "corrections": ("correction",),
    "why": ("reason", "remark"),
}


@dataclass(frozen=True, slots=True)
class Draw:
    """Which statements a second reader is given.

    Attributes:
        number: How many.
        seed: The same seed draws the same from the same ledger.
        kind: Only of this kind.
        actors: Only those in which these actors take part.
        as_of: The moment on the recorded clock, or None.
        has_confidential: Whether statements that were marked as confidential are among them.
    """

    number: int
    seed: int = 0
    kind: str | None = None
    actors: tuple[str, ...] = ()
    as_of: str | None = None
    has_confidential: bool = False


def write_sample(target: str, path: Path, draw: Draw) -> int:
    """Draw statements and write them as a list to fill in.

    Returns:
        The exit code.

    Raises:
        UsageError: The list can't be written there, or there is nothing to draw from.
    """
    if path.suffix.lower() not in (".csv", ".json"):
        raise UsageError(f"{path}: a list for a reader is a .csv or .json file")
    check_place(path)
    if path.exists():
        raise UsageError(f"{path} is there already, and verdicts in it would be lost; name another file")
    with Ledger.open(target, create=False, read_only=True) as ledger:
        view = ledger.view(moment_of(draw.as_of))
        rows = [_row(view, statement) for statement in _drawn(view, draw)]
    if not rows:
        raise UsageError("there is no statement to draw; check --kind and --with, or read documents first")
    path.write_text(
        _json(rows) if path.suffix.lower() == ".json" else _csv(rows), encoding="utf-8", newline=""
    )
    tell(
        f"{path}: {counted(len(rows), 'statement')} drawn with seed {draw.seed}; for each, write accept, correct or "
        "reject under verdict, and what to correct as date = 2025-08-11 | to = Laos; then `legation judge record`"
    )
    return 0


def _drawn(view: View, draw: Draw) -> list[StoredStatement]:
    wanted = wanted_in(view, Filters(draw.actors, draw.kind))
    hidden = set() if draw.has_confidential else {s.id for s in view.statements() if s.confidential}
    pool = sorted(
        (
            s
            for s in view.as_read.values()
            if s.id not in hidden and wanted.kind in (None, s.kind) and wanted.actors <= s.statement.actors()
        ),
        key=lambda s: s.id,
    )
    return Random(draw.seed).sample(pool, min(draw.number, len(pool)))


def _row(view: View, stored: StoredStatement) -> dict[str, str]:
    document = view.document(stored.document)
    said = {
        "modality": stored.modality,
        "date": plain(stored.date),
        **{k: plain(v) for k, v in stored.fields.items()},
    }
    read = " | ".join(f"{name} = {_joined(value)}" for name, value in said.items() if value not in (None, []))
    quote = " ".join(view.passage_text(stored.quote).split())
    known = {"statement": stored.id, "kind": stored.kind, "document": document.title or document.name}
    return (
        dict.fromkeys(_COLUMNS, "")
        | known
        | {"published": str(document.published or ""), "quote": quote, "read": read}
    )


def _joined(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def _csv(rows: Sequence[Mapping[str, str]]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, _COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: safe(value) for name, value in row.items()} for row in rows)
    return "\ufeff" + text.getvalue()


def _json(rows: Sequence[Mapping[str, str]]) -> str:
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


@dataclass(frozen=True, slots=True)
class _Verdict:
    """One thing that a reader decided: the arguments of `Ledger.judge`."""

    verb: Verb
    target: str
    why: str
    payload: Mapping[str, FieldValue | bool]


def record_sample(target: str, path: Path, *, by: str, is_trial: bool, as_json: bool) -> int:
    """Record the verdicts of a list; those that the same person gave before are not recorded again.

    Returns:
        The exit code: 1 where a cell cannot be read, and then nothing is recorded.

    Raises:
        UsageError: The file cannot be read, or is no such list.
    """
    filled = read_list(path, _COLUMNS)
    if missing := {"statement", "verdict"} - set(filled.columns.values()):
        raise UsageError(
            f"{path} has no column {' or '.join(sorted(missing))}; take the list of `judge sample`"
        )
    with Ledger.open(target, create=False, read_only=is_trial) as ledger:
        view = ledger.view()
        problems: list[str] = []
        verdicts = [each for line in filled.lines for each in _verdicts(view, line, problems)]
        known = {
            (j.verb, j.target, codec.dump(j.payload)) for j in view.judgements() if j.by == by and is_blind(j)
        }
        fresh = [v for v in verdicts if (v.verb, v.target, codec.dump(_stored(v.payload))) not in known]
        if not is_trial and not problems:
            for one in fresh:
                ledger.judge(one.verb, one.target, by=by, why=one.why, payload=one.payload)
    open_ = len(filled.lines) - len({v.target for v in verdicts})
    if as_json:
        print_json(
            {
                "recorded": 0 if is_trial or problems else len(fresh),
                "found": len(verdicts),
                "problems": problems,
            }
        )
    else:
        for problem in problems:
            tell(problem)
        what = "would be recorded" if is_trial else "recorded"
        done = (
            "nothing was recorded: mend the cells above first"
            if problems
            else f"{counted(len(fresh), 'verdict')} {what}"
        )
        out.print(f"{done}; {len(verdicts) - len(fresh)} known before, {open_} not judged", markup=False)
    return 1 if problems else 0


def _stored(payload: Mapping[str, FieldValue | bool]) -> dict[str, object]:
    return {
        name: value if isinstance(value, bool) else codec.encode_value(value)
        for name, value in payload.items()
    }


def _verdicts(view: View, line: Line, problems: list[str]) -> Iterator[_Verdict]:
    """What a line decides; what cannot be read of it goes to the problems."""
    verdict, target = line.cells.get("verdict", "").casefold(), line.cells.get("statement", "")
    if not verdict:
        if "corrections" in line.cells:
            problems.append(f"{line.at('corrections')}: there is a correction and no verdict; write correct")
        return
    why = as_typed(line.cells.get("why", ""))
    try:
        statement = view.as_read.get(target) or view.statement(target)
        if verdict not in VERDICTS:
            raise UsageError(f"{verdict!r} is no verdict; write {', '.join(VERDICTS)} or nothing")
        if verdict != "correct":
            yield _Verdict(cast(Verb, verdict), statement.id, why, {"blind": True})
            return
        for name, value in _corrections(view, statement, as_typed(line.cells.get("corrections", ""))):
            yield _Verdict("correct", statement.id, why, {"field": name, "value": value, "blind": True})
    except LegationError as error:
        column = (
            "verdict" if verdict not in VERDICTS else "corrections" if verdict == "correct" else "statement"
        )
        problems.append(f"{line.at(column)}: {error}")


def _corrections(view: View, statement: StoredStatement, cell: str) -> Iterator[tuple[str, FieldValue]]:
    if not cell:
        raise UsageError(
            "nothing says what is to be corrected; write it as date = 2025-08-11 | to = Laos; Benin"
        )
    for part in cell.split("|"):
        name, sign, value = (piece.strip() for piece in part.partition("="))
        if not sign:
            raise UsageError(f"{part.strip()!r} is no correction; write it as date = 2025-08-11")
        yield name, value_of(view, field_type(statement.kind, name), value, name)
