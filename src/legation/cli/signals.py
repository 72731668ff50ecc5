"""`legation signals`: event data that others coded, kept apart from the ledger."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final, get_args

from legation.actors.register import register
from legation.cli.placing import check_place
from legation.cli.printing import counted, out, print_json, print_table, progress_bar, tell
from legation.errors import UsageError
from legation.exchange.signals.bring import Outcome, import_files
from legation.exchange.signals.duck import sql
from legation.exchange.signals.forms import FORMS
from legation.exchange.signals.picture import By, Period, period_of, periods, svg_of, text_of
from legation.exchange.signals.promote import Choice
from legation.exchange.signals.promote import promote as promote_one
from legation.exchange.signals.quads import QUAD_NAMES
from legation.exchange.signals.series import Pair, Told, daily
from legation.exchange.signals.store import Manifest, Store
from legation.ledger import Ledger
from legation.values.when import When

_TOLD: Final = 20
"""Files that are told one by one."""
_WIDEST: Final = 100
"""Bars that a line of text shows."""
_COUNTS: Final = ("kept", "flawed", "repeated", "rejected")


def import_signals(paths: Sequence[str], folder: Path, *, form: str | None, as_json: bool) -> int:
    """Import files of event data and print what became of them.

    Returns:
        The exit code: 0 where all was read, 1 where a line or file was not, 2 where nothing was.
    """
    start = time.monotonic()
    with progress_bar(shown=not as_json) as bar:
        task = bar.add_task("importing", total=None)
        outcomes = import_files(
            paths,
            folder,
            form=form,
            progress=lambda name, done, total: bar.update(
                task, description=name, completed=done, total=total
            ),
        )
    spent = time.monotonic() - start
    if as_json:
        print_json(
            {"folder": str(folder), "seconds": round(spent, 1), "files": [_row(each) for each in outcomes]}
        )
    else:
        _print_outcomes(outcomes, folder)
    lost = [each for each in outcomes if each.outcome == "unreadable"]
    if len(lost) == len(outcomes):
        return 2
    return 1 if lost or any(_is_new(each) and each.entry and each.entry.rejected for each in outcomes) else 0


def _is_new(outcome: Outcome) -> bool:
    return outcome.outcome == "imported"


def _row(outcome: Outcome) -> dict[str, object]:
    row: dict[str, object] = {"address": outcome.address, "outcome": outcome.outcome}
    if outcome.entry:
        row |= {
            "dataset": outcome.entry.dataset,
            "sha256": outcome.entry.sha256,
            "number": outcome.entry.number,
        }
        row |= {name: getattr(outcome.entry, name) for name in _COUNTS}
    return row | ({"message": outcome.message} if outcome.message else {})


def _print_outcomes(outcomes: Sequence[Outcome], folder: Path) -> None:
    counts = Counter(each.outcome for each in outcomes)
    out.print(
        f"{counted(len(outcomes), 'file')}: "
        + ", ".join(f"{number} {what}" for what, number in counts.items()),
        markup=False,
    )
    new = [each for each in outcomes if _is_new(each) and each.entry]
    rows = [
        (FORMS[e.dataset].title, Path(o.address).name, *(f"{getattr(e, name):,}" for name in _COUNTS))
        for o in new[:_TOLD]
        if (e := o.entry)
    ]
    if rows:
        print_table("Imported", ("form", "file", *_COUNTS), rows, numbers=_COUNTS)
    if len(new) > _TOLD:
        out.print(f"… and {len(new) - _TOLD} more; --json tells all", markup=False)
    failed = [(each.address, each.message) for each in outcomes if each.outcome == "unreadable"]
    if failed:
        print_table("Could not be read", ("file", "what is the matter"), failed[:_TOLD])
    if any(each.entry and each.entry.rejected for each in new):
        tell(f"lines that could not be read are in {folder / 'rejects'}, each with its reason")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a folder of signals.

    Attributes:
        of: Name or code of the one.
        with_: Name or code of the other.
        start: The first day.
        end: The last.
        dataset: Of which set; all of them, each apart, if not given.
        by: How fine.
        rows: How many single signals are listed.
        svg: Where a picture is written to.
        as_json: Whether JSON is printed.
    """

    of: str
    with_: str
    start: str | None = None
    end: str | None = None
    dataset: str | None = None
    by: str | None = None
    rows: int = 0
    svg: Path | None = None
    as_json: bool = False


def show(folder: Path, asked: Asked) -> int:
    """Print what two actors did to each other, set by set.

    Returns:
        The exit code.

    Raises:
        UsageError: There are no such signals, or an option is not of its form.
    """
    if asked.by is not None and asked.by not in get_args(By):
        raise UsageError(f"--by {asked.by}: it is {', '.join(get_args(By))}")
    pair = Pair(register().resolve(asked.of).id, register().resolve(asked.with_).id)
    if pair.of == pair.with_:
        raise UsageError(f"--of {asked.of} --with {asked.with_}: that is one actor; name two")
    if asked.svg:
        check_place(asked.svg, ending=".svg")
    first, after = _span(asked)
    store = Store(folder)
    manifest = store.manifest()
    known = manifest.datasets
    if asked.dataset is not None and asked.dataset not in known:
        raise UsageError(f"--set {asked.dataset}: {folder} holds {', '.join(known)}")
    with store.reading() as connection:
        told = daily(connection, pair, first=first, after=after)
        values = {"pair": pair.key, "first": first, "after": after, "rows": asked.rows}
        listed = connection.execute(sql("latest"), values).fetchall() if asked.rows else []
    sets = {
        name: [each for each in told if each.dataset == name]
        for name in known
        if asked.dataset in (None, name)
    }
    listed = [row for row in listed if row[0].partition(":")[0] in sets]
    if asked.as_json:
        print_json(_as_json(pair, sets, listed) | {"covers": {name: manifest.covers(name) for name in sets}})
    else:
        for name, days in sets.items():
            _print_set(f"{pair.of} and {pair.with_} in {_called(name, manifest)}", days, _fine(days, asked))
        if listed:
            print_table(
                "Signals", _IN_TABLE, ([row[_LISTED.index(name)] for name in _IN_TABLE] for row in listed)
            )
    if asked.svg:
        series = {FORMS[name].title: periods(days, _fine(days, asked)) for name, days in sets.items()}
        asked.svg.write_text(svg_of(f"{pair.of} and {pair.with_}", series), encoding="utf-8")
    return 0


_LISTED: Final = ("id", "day", "precision", "source", "target", "type", "code", "intensity", "told by")
_IN_TABLE: Final = ("id", "day", "source", "target", "type", "told by")


def _span(asked: Asked) -> tuple[date, date]:
    """The first day, and the day after the last."""
    first = When.parse(asked.start).first if asked.start else None
    after = When.parse(asked.end).after if asked.end else None
    return first or date.min, after or date.max


def _fine(days: Sequence[Told], asked: Asked) -> By:
    return next((by for by in get_args(By) if by == asked.by), None) or period_of(days)


def _as_json(
    pair: Pair, sets: Mapping[str, Sequence[Told]], listed: Sequence[Sequence[Any]]
) -> dict[str, object]:
    return {
        "of": pair.of,
        "with": pair.with_,
        "sets": {
            name: [
                {k: str(v) if k == "day" else v for k, v in asdict(each).items() if k != "dataset"}
                for each in days
            ]
            for name, days in sets.items()
        },
        "signals": [dict(zip(_LISTED, (row[0], str(row[1]), *row[2:]), strict=True)) for row in listed],
    }


def _called(name: str, manifest: Manifest) -> str:
    """A set with the days that it tells of: where it tells of none, nothing is known."""
    days = manifest.covers(name)
    return f"{FORMS[name].title} ({days[0]} to {days[1]})" if days else FORMS[name].title


def _print_set(title: str, days: Sequence[Told], by: By) -> None:
    """Print a set by itself: a table of periods, and bars."""
    series = periods(days, by)
    columns = ("first day", *QUAD_NAMES, "no type", "signals")
    acts = counted(sum(each.acts for each in days), "act")
    print_table(
        f"{title}: {acts}, by {by}", columns, map(_line, filter(_is_told, series)), numbers=columns[1:]
    )
    if 1 < len(series) <= _WIDEST:
        for line in text_of(series):
            out.print(line, markup=False, soft_wrap=True)
    if coarse := sum(each.coarse for each in days):
        out.print(f"{counted(coarse, 'signal')} of these known to the week or month only", markup=False)


def _is_told(period: Period) -> bool:
    return period.signals > 0


def _line(period: Period) -> tuple[object, ...]:
    return (period.first, *(period.acts[quad] or "" for quad in (1, 2, 3, 4, 0)), period.signals)


def promote(target: str, folder: Path, choice: Choice, *, as_json: bool) -> int:
    """Make a record of a signal, and print what the ledger says now.

    Returns:
        The exit code.
    """
    with Ledger.open(target) as ledger:
        made = promote_one(ledger, folder, choice)
    if as_json:
        print_json(
            {
                "document": made.document,
                "judgements": [
                    {"id": each.id, "target": each.target, "by": each.by} for each in made.judgements
                ],
                "flaws": made.flaws,
            }
        )
        return 0
    if made.flaws:
        tell(f"{choice.signal} has a known defect: {made.flaws}; see docs/signals.md")
    what = f"promoted by {choice.by}" if made.judgements else "was promoted before; nothing changed"
    out.print(
        f"{choice.signal}: {what}; document {made.document[:12]} of {target}", markup=False, soft_wrap=True
    )
    return 0
