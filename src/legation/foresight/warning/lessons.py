"""What a warning is learnt from: pairs on past days, with what came of them.

Law: a lesson's window lies wholly before the day until which is learnt.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from legation.foresight.graph import Ints
from legation.foresight.warning.features import Feature, describe
from legation.foresight.warning.memory import Calendar, Memory, Pairs, Singles
from legation.foresight.warning.stream import EventStream, Flags

ACTIVE: Final = 56
QUIET: Final = 84


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of every pair: whether an event of a class comes between the two within some days.

    Attributes:
        event: Name of the class.
        days: Length of the window, which begins on the day that is asked.
    """

    event: str
    days: int


@dataclass(frozen=True, slots=True)
class Lessons:
    """Rows in order of day.

    Attributes:
        features: What the columns are.
        rows: A row for each pair and day.
        came: Whether the event came; False where the window is not over.
        day: The day of each row.
        pair: The pair of each row.
        quiet: Whether the pair had no such event in the 84 days before: an event would be an onset.
    """

    features: tuple[Feature, ...]
    rows: Singles
    came: Flags
    day: Ints
    pair: Ints
    quiet: Flags

    def take(self, chosen: Flags) -> Lessons:
        """Some of the rows."""
        return Lessons(
            self.features,
            self.rows[chosen],
            self.came[chosen],
            self.day[chosen],
            self.pair[chosen],
            self.quiet[chosen],
        )


def lessons(
    stream: EventStream, questions: Sequence[Question], days: Iterable[int]
) -> dict[Question, Lessons]:
    """Rows for all active pairs on some days, for each question.

    A pair is active if anything was told between the two in the 56 days before.
    """
    pairs = Pairs.in_stream(stream)
    memory = Memory(stream, pairs)
    every = Calendar.of(stream, pairs, np.ones(len(stream), bool))
    calendars = {q: Calendar.of(stream, pairs, stream.of_class(q.event)) for q in questions}
    parts: dict[Question, list[Lessons]] = {question: [] for question in questions}
    for day in sorted(days):
        memory.move_to(day)
        active = active_pairs(every, pairs, day)
        for question, calendar in calendars.items():
            parts[question].append(_of_day(memory, calendar, active, question))
    return {question: _joined(told) for question, told in parts.items()}


def active_pairs(every: Calendar, pairs: Pairs, day: int) -> Ints:
    """The pairs with an event in the 56 days before a day."""
    return np.flatnonzero(every.count(np.arange(len(pairs.one)), day - ACTIVE, day))


def _of_day(memory: Memory, calendar: Calendar, active: Ints, question: Question) -> Lessons:
    day = memory.day
    features, rows = describe(memory, calendar, active, question.days)
    came = calendar.count(active, day, day + question.days) > 0
    quiet = calendar.count(active, day - QUIET, day) == 0
    return Lessons(features, rows, came, np.full(len(active), day), active, quiet)


def _joined(parts: Sequence[Lessons]) -> Lessons:
    columns = ("rows", "came", "day", "pair", "quiet")
    return Lessons(
        parts[0].features, *(np.concatenate([getattr(p, name) for p in parts]) for name in columns)
    )
