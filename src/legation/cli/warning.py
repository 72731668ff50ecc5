"""`legation warn`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from legation.cli.judging import actor_of
from legation.cli.printing import counted, out, print_json, print_table
from legation.errors import UsageError
from legation.foresight.classes import CLASSES, class_of
from legation.foresight.evidence import Published
from legation.foresight.likelihood import in_words
from legation.foresight.question import HORIZONS
from legation.foresight.warning import Question, Warning, learn_warning, stream_of_history, towards_anyone  # noqa: A004
from legation.foresight.warning.stream import ANYONE
from legation.ledger import Ledger, View
from legation.ledger.moment import day_of, moment_of
from legation.ledger.record import Record
from legation.ledger.telling import actor_name, line_of


@dataclass(frozen=True, slots=True)
class Asked:
    """A warning as it was asked for: of whom, with whom, for which day, of which classes, as the ledger stood when."""

    of: str
    partner: str | None
    on: str | None
    events: tuple[str, ...] = ()
    as_of: str | None = None


def warn(target: str, asked: Asked, *, as_json: bool) -> int:
    """Tell how likely events are between two actors, from what was published before the day.

    Returns:
        The exit code.

    Raises:
        UsageError: The day or a class is none, or both names mean one actor.
    """
    day = day_of(asked.on) if asked.on else datetime.now(UTC).date()
    events = [class_of(name).name for name in asked.events] or list(CLASSES)
    moment = moment_of(asked.as_of)
    with Ledger.open(target, create=False, read_only=True) as ledger:
        view = ledger.view(moment)
        pair = _pair(view, asked)
        evidence = Published(view, "")
        records = {record.id: record for record in evidence.records(day)}
        stream = stream_of_history(evidence.at(day))
        if asked.partner is None:
            stream = towards_anyone(stream)
        questions = [Question(name, days) for name in events for days in HORIZONS]
        warner = learn_warning(stream, questions, until=day.toordinal())
        told = [warner.warn(pair, day, question) for question in questions]
        shown = list(_events(view, told, records))
    if as_json:
        print_json(
            {"of": pair[0], "with": pair[1], "on": day.isoformat(), "warnings": _rows(told), "events": shown}
        )
    else:
        _print(pair, day, told, shown)
    return 0


def _pair(view: View, asked: Asked) -> tuple[str, str]:
    of = actor_of(view, asked.of)
    partner = actor_of(view, asked.partner) if asked.partner is not None else ANYONE
    if of == partner:
        raise UsageError(f"--of {asked.of} and --with {asked.partner} are one actor; name its partner")
    return of, partner


def _rows(told: Sequence[Warning]) -> list[dict[str, object]]:
    return [
        {
            "event": each.question.event,
            "days": each.question.days,
            "probability": each.probability,
            "low": each.low,
            "high": each.high,
            "base_rate": each.base_rate,
            "own_rate": each.own_rate,
            "windows": each.windows,
            "pairs": each.pairs,
            "n": each.n,
            "enough": each.enough,
            "missing": list(each.missing),
            "reasons": [{"family": r.family, "effect": r.effect} for r in each.reasons.reasons],
        }
        for each in told
    ]


def _events(
    view: View, told: Sequence[Warning], records: Mapping[str, Record]
) -> Iterator[dict[str, object]]:
    """The past events behind what is told, each once, latest first, with the passage that tells it."""
    found = {event.row: event for each in told for event in each.reasons.events}
    for event in sorted(found.values(), key=lambda event: (-event.day, event.row)):
        record = records[event.row]
        quote = record.statements[0].quote
        yield {
            "date": date.fromordinal(event.day).isoformat(),
            "record": record.id,
            "what": line_of(record),
            "document": view.document(quote.document).name,
            "passage": " ".join(view.passage_text(quote).split()),
        }


def _print(
    pair: tuple[str, str], day: date, told: Sequence[Warning], shown: Sequence[Mapping[str, object]]
) -> None:
    who = " – ".join(actor_name(actor) for actor in pair)
    enough = any(each.enough for each in told)
    print_table(
        f"{who}, from {day}" + ("" if enough else ": not enough data for a probability"),
        ("event", "days", "probability", "band", "all pairs", "this pair", "pairs with it"),
        (_cells(each) for each in told),
        numbers=("days", "all pairs", "this pair", "pairs with it"),
    )
    for missing in dict.fromkeys(matter for each in told for matter in each.missing):
        out.print(f"not enough: {missing}", markup=False)
    for each in told:
        for reason in each.reasons.reasons:
            out.print(f"{each.question.event}, {each.question.days} days: {reason.words()}", markup=False)
    if shown:
        out.print(f"{counted(len(shown), 'event')} behind this", style="bold", markup=False)
    for event in shown:
        out.print(f"{event['date']}  {event['record']}  {event['what']}", markup=False)
        out.print(f"    {event['document']}: “{event['passage']}”", markup=False)


def _cells(told: Warning) -> tuple[object, ...]:
    """A row: rates are shares of past windows of that length in which the event came."""
    band = f"{told.low:.0%}–{told.high:.0%}" if told.low is not None and told.high is not None else None
    own = f"{told.own_rate:.0%} of {told.windows}" if told.own_rate is not None else "no window"
    return (
        told.question.event.replace("_", " "),
        told.question.days,
        in_words(told.probability) if told.probability is not None else "not enough data",
        band,
        f"{told.base_rate:.1%}" if told.base_rate is not None else "unknown",
        own,
        told.pairs,
    )
