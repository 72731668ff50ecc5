"""`legation alerts`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from legation.cli.judging import actor_of
from legation.cli.printing import counted, out, print_json, progress_bar
from legation.foresight.evidence import day_of_view
from legation.foresight.indicators.alerts import Alert, after, alerts_of, known_of, payload_of
from legation.foresight.indicators.declared import Declared, declared
from legation.foresight.indicators.past import Track, Tracks, past_sight, sight_of, tracks
from legation.ledger import Ledger, View
from legation.ledger.moment import day_of, moment_of
from legation.ledger.record import Record
from legation.ledger.telling import actor_name, line_of

_PASSAGES = 3
"""Passages of an alert that are printed; `--json` has all."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Alerts as they were asked for on the command line.

    Attributes:
        of: The actor that they are for.
        partners: Only those about these.
        rules: The file of rules; None for the one that is shipped.
        as_of: The ledger as it stood then: nothing is recorded.
        on: The alerts of that day, from what had been published by then: nothing is recorded.
        all: Whether alerts that stand without news are told in full too.
        past: Whether past hits and false alarms are counted.
        dry_run: Whether nothing is recorded.
    """

    of: str
    partners: tuple[str, ...] = ()
    rules: Path | None = None
    as_of: str | None = None
    on: str | None = None
    all: bool = False
    past: bool = True
    dry_run: bool = False


def tell_alerts(target: str, asked: Asked, *, as_json: bool) -> int:
    """Tell the alerts of today, and record what was told.

    Returns:
        The exit code.
    """
    rules, moment = declared(asked.rules), moment_of(asked.as_of)
    on = day_of(asked.on) if asked.on else None
    quiet = asked.dry_run or moment is not None or on is not None
    with Ledger.open(target, create=False, read_only=quiet) as ledger:
        view = ledger.view(moment)
        of = actor_of(view, asked.of)
        partners = {actor_of(view, name) for name in asked.partners}
        day = on or day_of_view(view)
        known = {} if on else known_of(view.registered("alert"))
        sight = past_sight(view, of, on) if on else sight_of(view, of, day)
        found = [
            alert
            for alert in alerts_of(rules.rules, sight, known)
            if of in alert.actors and (not partners or partners & set(alert.actors))
        ]
        before = _tracks(view, of, rules, day) if asked.past and found else None
        if as_json:
            print_json(_rows(view, found, before, day))
        else:
            _print(view, found, before, asked)
        for alert in found if not quiet else ():
            if alert.turn != "standing":
                now = after(alert, known.get(alert.key))
                by = f"{alert.rule.NAME} {rules.digest}"
                payload = payload_of(alert, now, day, rules.digest)
                if before is not None:
                    payload["before"] = _before_row(alert, before)
                ledger.register("alert", payload, by=by, about=alert.key)
    return 0


def _tracks(view: View, of: str, rules: Declared, day: date) -> Tracks:
    with progress_bar() as bar:
        task = bar.add_task("past days", total=None)
        return tracks(
            view, of, rules, day, progress=lambda done, total: bar.update(task, completed=done, total=total)
        )


def _print(view: View, found: Sequence[Alert], before: Tracks | None, asked: Asked) -> None:
    told = [alert for alert in found if alert.turn != "standing" or asked.all]
    for alert in told:
        _print_alert(view, alert, before)
    standing = [alert for alert in found if alert.turn == "standing"]
    if standing and not asked.all:
        out.print(
            f"{counted(len(standing), 'alert')} told before without news since (--all tells them in full):"
        )
        for alert in standing:
            out.print(f"  {_title(alert)}, since {alert.since}", markup=False)
    if not found:
        out.print("No alert: no rule's level is reached, and none stood.", markup=False)
    if before is not None and before.days:
        out.print(
            f"Past alerts: the rules run over {before.days} days from {before.first} to {before.last}, on what was "
            "published by each.",
            markup=False,
        )


def _print_alert(view: View, alert: Alert, before: Tracks | None) -> None:
    rule, reading = alert.rule, alert.reading
    mark = {"raised": "ALERT", "news": "NEWS", "standing": "stands", "over": "over"}[alert.turn]
    out.print(f"{mark}  {_title(alert)}", style="bold", markup=False)
    if reading is None:
        out.print(f"  it stood since {alert.since}; what it rested on is no longer told\n", markup=False)
        return
    out.print(f"  {reading.words}", markup=False)
    out.print(
        f"  rule {rule.NAME}: level {reading.level:.2f}, raised at {rule.raise_at:g}, over at {rule.clear_at:g}",
        markup=False,
    )
    if alert.turn == "over":
        out.print("", markup=False)
        return
    for record in reading.records[:_PASSAGES]:
        fresh = "new: " if record in alert.fresh and alert.turn == "news" else ""
        out.print(
            f"  - {fresh}{line_of(record)}{f', {record.date}' if record.date else ''} [{record.id[:8]}]",
            markup=False,
        )
        out.print(f"    {_quote(view, record)}", markup=False)
    if len(reading.records) > _PASSAGES:
        out.print(f"  … and {counted(len(reading.records) - _PASSAGES, 'record')} more", markup=False)
    out.print(
        f"  warns of: {', '.join(rule.warns_of).replace('_', ' ')}, within {rule.within_days} days",
        markup=False,
    )
    out.print(f"  cancelled by: {reading.cancels}", markup=False)
    if before is not None:
        own, all_ = before.about(rule.NAME, alert.key)
        out.print(f"  before: with this partner {own.words}; with all {all_.words}", markup=False)
    out.print("", markup=False)


def _title(alert: Alert) -> str:
    return f"{alert.rule.TITLE}: {' – '.join(map(actor_name, alert.actors))}"


def _quote(view: View, record: Record) -> str:
    """The words of a record's first statement, with where they stand."""
    source = view.source(record.statements[0].quote)
    published = f", {source.document.published}" if source.document.published else ""
    return f"“{' '.join(source.words.split())}” ({source.document.name}{published})"


def _rows(view: View, found: Sequence[Alert], before: Tracks | None, day: date) -> dict[str, object]:
    return {
        "day": day.isoformat(),
        "past_days": before.days if before else 0,
        "alerts": [alert_row(view, alert, before) for alert in found],
    }


def alert_row(view: View, alert: Alert, before: Tracks | None) -> dict[str, object]:
    """An alert for JSON, with every passage."""
    rule, reading = alert.rule, alert.reading
    row: dict[str, object] = {
        "rule": rule.NAME,
        "actors": list(alert.actors),
        "turn": alert.turn,
        "since": alert.since.isoformat(),
        "level": reading.level if reading else None,
        "raise_at": rule.raise_at,
        "clear_at": rule.clear_at,
        "words": reading.words if reading else "",
        "cancels": reading.cancels if reading else "",
        "warns_of": list(rule.warns_of),
        "within_days": rule.within_days,
        "records": [_record_row(view, record) for record in (reading.records if reading else ())],
    }
    if before is not None:
        row["before"] = _before_row(alert, before)
    return row


def _before_row(alert: Alert, before: Tracks) -> dict[str, object]:
    own, all_ = before.about(alert.rule.NAME, alert.key)
    return {"partner": _track_row(own), "all": _track_row(all_)}


def _track_row(track: Track) -> dict[str, int]:
    return {"hits": track.hits, "false_alarms": track.false, "missed": track.missed, "open": track.open}


def _record_row(view: View, record: Record) -> dict[str, object]:
    sources = [view.source(statement.quote) for statement in record.statements]
    return {
        "id": record.id,
        "what": line_of(record),
        "date": str(record.date) if record.date else None,
        "passages": [
            {"document": s.document.name, "start": s.passage.start, "end": s.passage.end, "words": s.words}
            for s in sources
        ],
    }
