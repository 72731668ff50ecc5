"""What became of a rule's past alerts: the rules are run over past days, on what was published by then.

Law: a past alert is raised from its day's sight alone. It is a *hit* where an event that its rule warns of came between
the two after that day and in time, a *false alarm* where the time is over without one, and *open* else. Events that came
with no alert standing or raised in the time before are *missed*.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from legation.foresight.classes import class_of
from legation.foresight.evidence import Published, watch
from legation.foresight.indicators.alerts import Known, after, alerts_of, key_of
from legation.foresight.indicators.declared import Declared
from legation.foresight.indicators.rule import Rule
from legation.foresight.indicators.sight import Pair, Sight
from legation.ledger import View
from legation.ledger.record import Record

Progress = Callable[[int, int], None]
"""Told how many past days were looked at, of how many."""


@dataclass(slots=True)
class Track:
    """What became of a rule's alerts, of one pair or of all.

    Attributes:
        hits: Alerts that an event followed which the rule warns of.
        false: Alerts that none followed in time.
        open: Alerts whose time is not over.
        missed: Events without an alert before.
    """

    hits: int = 0
    false: int = 0
    open: int = 0
    missed: int = 0

    @property
    def words(self) -> str:
        """In a line, for people."""
        return f"{self.hits} hits, {self.false} false alarms, {self.missed} missed" + (
            f", {self.open} open" if self.open else ""
        )


@dataclass(frozen=True, slots=True)
class Tracks:
    """What became of past alerts.

    Attributes:
        first: The first day that was looked at; None where there is none.
        last: The last.
        days: How many.
        of_rule: By rule.
        of_pair: By alert's key.
    """

    first: date | None
    last: date | None
    days: int
    of_rule: dict[str, Track] = field(default_factory=dict)
    of_pair: dict[str, Track] = field(default_factory=dict)

    def about(self, rule: str, key: str) -> tuple[Track, Track]:
        """What became of the alerts of one key, and of all of its rule."""
        return self.of_pair.get(key, Track()), self.of_rule.get(rule, Track())


@dataclass(slots=True)
class _Run:
    """One alert from the day on which it was raised to the day on which it was over."""

    raised: date
    over: date | None = None


def sight_of(view: View, of: str, day: date) -> Sight:
    """What a view knows on a day that is not past."""
    since, seen = watch(view.documents())
    return Sight(of, day, since, min(seen, day), view.records(), {d.id: d for d in view.documents()})


def past_sight(view: View, of: str, day: date) -> Sight:
    """What the documents of a view that were published before a day told then."""
    ((_, sight),) = _sights(Published(view, ""), of, [day])
    return sight


def tracks(view: View, of: str, declared: Declared, day: date, *, progress: Progress | None = None) -> Tracks:
    """What became of the alerts that the rules would have raised before a day.

    Args:
        view: What is known now, by which past alerts are judged.
        of: The actor that the alerts are for.
        declared: The rules.
        day: The day.
        progress: Is told how far the work is.
    """
    since, end = watch(view.documents())
    first = max(since, day - timedelta(days=365 * declared.years))
    reach = (min(day, end) - first).days + 1
    days = [first + timedelta(days=number) for number in range(0, reach, declared.every_days)]
    if not days:
        return Tracks(None, None, 0)
    runs = _runs(Published(view, ""), of, declared, days, progress)
    found = Tracks(days[0], days[-1], len(days))
    now = Sight(of, day, since, end, view.records())
    for rule in declared.rules:
        found.of_rule[rule.NAME] = Track()
        came = _came(rule, now)
        pairs = {pair for name, pair in runs if name == rule.NAME} | set(came)
        for pair in pairs:
            track = _judged(
                rule, runs.get((rule.NAME, pair), []), came.get(pair, []), (days[0], min(day, end))
            )
            found.of_pair[key_of(rule, pair)] = track
            _add(found.of_rule[rule.NAME], track)
    return found


def _runs(
    evidence: Published, of: str, declared: Declared, days: Sequence[date], progress: Progress | None
) -> dict[tuple[str, Pair], list[_Run]]:
    known: dict[str, Known] = {}
    runs: dict[tuple[str, Pair], list[_Run]] = {}
    for number, (day, sight) in enumerate(_sights(evidence, of, days)):
        for alert in alerts_of(declared.rules, sight, known):
            known[alert.key] = after(alert, known.get(alert.key))
            mine = runs.setdefault((alert.rule.NAME, alert.actors), [])
            if alert.turn == "raised":
                mine.append(_Run(day))
            elif alert.turn == "over":
                mine[-1].over = day
        if progress:
            progress(number + 1, len(days))
    return runs


def _sights(evidence: Published, of: str, days: Sequence[date]) -> Iterator[tuple[date, Sight]]:
    """The sights of past days; where nothing was published in between, records are not resolved anew."""
    records: Sequence[Record] = ()
    before = -1
    for day in days:
        documents = evidence.out_by(day)
        if len(documents) != before:
            records, before = evidence.records(day, about=of), len(documents)
        since, seen = watch(documents)
        yield day, Sight(of, day, since, min(seen, day), records, {d.id: d for d in documents})


def _came(rule: Rule, now: Sight) -> dict[Pair, list[date]]:
    """The days of the events that a rule warns of."""
    found: dict[Pair, set[date]] = {}
    for name in rule.warns_of:
        for pair, told in now.came(class_of(name)).items():
            found.setdefault(pair, set()).update(each.first for each in told)
    return {pair: sorted(days) for pair, days in found.items()}


def _judged(rule: Rule, runs: Sequence[_Run], came: Sequence[date], watched: tuple[date, date]) -> Track:
    track, reach = Track(), timedelta(days=rule.within_days)
    first, end = watched
    for run in runs:
        if any(run.raised < day <= run.raised + reach for day in came):
            track.hits += 1
        elif run.raised + reach < end:
            track.false += 1
        else:
            track.open += 1
    covered = [(run.raised, max(run.over or end, run.raised + reach)) for run in runs]
    track.missed = sum(
        first + reach <= day < end and not any(one < day <= other for one, other in covered) for day in came
    )
    return track


def _add(whole: Track, part: Track) -> None:
    whole.hits += part.hits
    whole.false += part.false
    whole.open += part.open
    whole.missed += part.missed
