"""Early warning: the probability that an event of a class comes between two actors within some days.

Laws: what is told of a day depends on the events before it and on what was learnt, which depends on the events before the
day until which was learnt. Where there is too little, no probability is told: the counts and the base rate are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import numpy as np

from legation.errors import UsageError
from legation.foresight.graph import Floats, Ints
from legation.foresight.warning.calibration import Calibration, learn_calibration
from legation.foresight.warning.explain import Explanation, events_between, explain, strongest
from legation.foresight.warning.features import describe
from legation.foresight.warning.kinds import QUADS
from legation.foresight.warning.lessons import Lessons, Question, active_pairs, lessons
from legation.foresight.warning.memory import Calendar, Memory, Pairs
from legation.foresight.warning.model import Model, WarningOptions, learn_model
from legation.foresight.warning.stream import EventStream

VERSION: Final = "warning.v1"
"""Changes whenever the same events may give another probability."""
LEAST_EVENTS: Final = 5
"""Events between two actors below which no probability of theirs is told."""
LEAST_PAIRS: Final = 30
"""Pairs to which such an event must have come, in windows that are learnt from, for anything to be learnt."""
_WEEK: Final = 7


@dataclass(frozen=True, slots=True)
class Learnt:
    """What was learnt for a question.

    Attributes:
        rows: How many pairs and days were learnt from.
        pairs: To how many pairs the event came.
        base_rate: In what share of the rows it came; None without rows.
        model: What was learnt; None where there was too little.
        calibration: From its log-odds to probabilities.
    """

    rows: int
    pairs: int
    base_rate: float | None
    model: Model | None = None
    calibration: Calibration | None = None


@dataclass(frozen=True, slots=True)
class Warning:  # noqa: A001 - the word of the design; nothing here warns as Python does
    """What is told of two actors.

    Attributes:
        pair: The two.
        question: What was asked.
        day: The first day of the window, as a number.
        probability: That the event comes; None where there is not enough to go by.
        low: Lower end of the band in which nine in ten shares of pairs like this came true.
        high: Upper end.
        base_rate: In what share of past windows of all active pairs the event came; None where there were none.
        own_rate: In what share of past windows of this pair it came, one window a week; None where there were none.
        windows: How many windows of this pair there were.
        pairs: How many pairs had such an event in the windows that could be learnt from.
        n: How many events between the two are known, by weight.
        enough: Whether there is enough for a probability.
        missing: What there is too little of, in words.
        reasons: Why: families of features and past events.
    """

    pair: tuple[str, str]
    question: Question
    day: int
    probability: float | None
    low: float | None
    high: float | None
    base_rate: float | None
    own_rate: float | None
    windows: int
    pairs: int
    n: int
    enough: bool
    missing: tuple[str, ...]
    reasons: Explanation


class Warner:
    """A stream of events, and what was learnt from the part of it before a day."""

    def __init__(self, stream: EventStream, learnt: Mapping[Question, Learnt], until: int) -> None:
        self.stream, self.learnt, self.until = stream, dict(learnt), until
        self._pairs = Pairs.in_stream(stream)
        self._memory = Memory(stream, self._pairs)
        every = np.ones(len(stream), bool)
        self._every = Calendar.of(stream, self._pairs, every)
        self._calendars: dict[str, Calendar] = {}

    def warn(self, pair: tuple[str, str], on: date | int, question: Question) -> Warning:
        """What is told of two actors on a day.

        Args:
            pair: Their names in the stream.
            on: First day of the window; only events before it are used.
            question: The class of event and the days ahead, among those that were learnt.

        Raises:
            UsageError: The question was not learnt, or the day lies before what was learnt from ends.
        """
        day, learnt = self._day(on), self._learnt(question)
        number = self._pairs.number(self.stream, pair)
        between = events_between(self.stream, self._pairs, -2 if number is None else number, day)
        own, windows = self._own_rate(question, number, day)
        known = round(float(self.stream.weight[between].sum()))
        missing = _missing(learnt, known)
        told: tuple[float | None, float | None, float | None] = (None, None, None)
        reasons = Explanation((), strongest(self.stream, between, day, np.ones(len(QUADS))))
        if not missing and learnt.model and learnt.calibration and number is not None:
            row = self._rows(question, np.array([number]), day)
            chance = learnt.calibration.probability(learnt.model.log_odds(row))
            low, high = learnt.calibration.band(chance)
            told = (float(chance[0]), float(low[0]), float(high[0]))
            reasons = explain(learnt.model, row[0], self.stream, between, day)
        return Warning(
            pair,
            question,
            day,
            *told,
            base_rate=learnt.base_rate,
            own_rate=own,
            windows=windows,
            pairs=learnt.pairs,
            n=known,
            enough=not missing,
            missing=missing,
            reasons=reasons,
        )

    def probabilities(self, on: date | int, question: Question) -> tuple[Ints, Floats]:
        """All pairs with an event in the last 56 days, as rows of two numbers of actors, and the probability of each.

        Raises:
            UsageError: Too little was learnt for this question, or the day lies too early.
        """
        day, learnt = self._day(on), self._learnt(question)
        if learnt.model is None or learnt.calibration is None:
            raise UsageError("; ".join(_missing(learnt, LEAST_EVENTS)))
        active = active_pairs(self._every, self._pairs, day)
        chance = learnt.calibration.probability(learnt.model.log_odds(self._rows(question, active, day)))
        return np.column_stack([self._pairs.one[active], self._pairs.other[active]]), chance

    def _rows(self, question: Question, pairs: Ints, day: int) -> np.typing.NDArray[np.float32]:
        if self._memory.day > day:
            self._memory = Memory(self.stream, self._pairs)
        self._memory.move_to(day)
        return describe(self._memory, self._calendar(question), pairs, question.days)[1]

    def _calendar(self, question: Question) -> Calendar:
        if question.event not in self._calendars:
            chosen = self.stream.of_class(question.event)
            self._calendars[question.event] = Calendar.of(self.stream, self._pairs, chosen)
        return self._calendars[question.event]

    def _own_rate(self, question: Question, number: int | None, day: int) -> tuple[float | None, int]:
        ends = np.arange(day, self.stream.begins + question.days - 1, -_WEEK)
        if not len(ends):
            return None, 0
        if number is None:
            return 0.0, len(ends)
        counts = self._calendar(question).count(np.full(len(ends), number), ends - question.days, ends)
        return float((counts > 0).mean()), len(ends)

    def _learnt(self, question: Question) -> Learnt:
        if question not in self.learnt:
            known = ", ".join(f"{q.event} within {q.days} days" for q in self.learnt)
            raise UsageError(f"{question.event} within {question.days} days was not learnt; known: {known}")
        return self.learnt[question]

    def _day(self, on: date | int) -> int:
        day = on.toordinal() if isinstance(on, date) else on
        if day < self.until:
            raise UsageError(f"day {on} lies before the day until which was learnt ({self.until})")
        return day


def learn_warning(
    stream: EventStream, questions: Sequence[Question], *, until: int, options: WarningOptions | None = None
) -> Warner:
    """Learn to warn from the events before a day.

    A first model learns from the earlier days, the calibration from what it says of the last quarter of them; then the
    model is learnt anew from all days.

    Args:
        stream: The events; those from `until` on are not learnt from.
        questions: What can be asked.
        until: The day after the last that is learnt from.
        options: How.
    """
    past, options = stream.before(until), options or WarningOptions()
    return Warner(stream, {q: _learn(past, q, until, options) for q in questions}, until)


def _learn(past: EventStream, question: Question, until: int, options: WarningOptions) -> Learnt:
    days = range(past.begins + options.least, until - question.days + 1, options.every)
    learnt = _counted(past, question, days)
    if learnt.pairs < LEAST_PAIRS:
        return learnt
    told = lessons(past, [question], days)[question]
    held = days[len(days) * 3 // 4]
    early, late = told.take(told.day + question.days <= held), told.take(told.day >= held)
    if min(map(_pairs_with, (early, late))) < LEAST_PAIRS:
        return learnt
    is_conflict = question.event in QUADS[2:]
    first = learn_model(early, options, is_conflict=is_conflict)
    came = late.came.astype(np.float64)
    calibration = learn_calibration(first.log_odds(late.rows), came, late.day, late.pair)
    model = learn_model(told, options, is_conflict=is_conflict)
    return replace(learnt, model=model, calibration=calibration.levelled(model.log_odds(late.rows), came))


def _counted(past: EventStream, question: Question, days: range) -> Learnt:
    """How often the event came to active pairs, without a model."""
    if not days or not any(question.event in kind.classes for kind in past.kinds):
        return Learnt(0, 0, None)
    pairs = Pairs.in_stream(past)
    every = Calendar.of(past, pairs, np.ones(len(past), bool))
    calendar = Calendar.of(past, pairs, past.of_class(question.event))
    rows, came = 0, []
    for day in days:
        active = active_pairs(every, pairs, day)
        rows += len(active)
        came.append(active[calendar.count(active, day, day + question.days) > 0])
    found = np.concatenate(came)
    return Learnt(rows, len(np.unique(found)), len(found) / rows if rows else None)


def _pairs_with(told: Lessons) -> int:
    return len(np.unique(told.pair[told.came]))


def _missing(learnt: Learnt, events: int) -> tuple[str, ...]:
    found = []
    if learnt.model is None:
        found.append(
            f"{LEAST_PAIRS} pairs must have had such an event, in the earlier and in the later windows, for anything to be "
            "learnt"
        )
    if events < LEAST_EVENTS:
        found.append(f"{events} events between the two are known; {LEAST_EVENTS} are needed")
    return tuple(found)
