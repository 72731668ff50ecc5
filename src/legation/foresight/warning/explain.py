"""Why a probability is what it is: what each family of features adds, and the past events that stand behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from legation.foresight.graph import Floats, Ints
from legation.foresight.warning.features import FAMILIES, SPOKEN
from legation.foresight.warning.kinds import QUADS
from legation.foresight.warning.memory import Pairs, Singles
from legation.foresight.warning.model import Model
from legation.foresight.warning.stream import EventStream

TOLD: Final = 5
"""Reasons, and events, that are told."""
_LIFE: Final = 28.0
_STEPS: Final = ((1.0, "much"), (0.3, ""), (0.0, "a little"))


@dataclass(frozen=True, slots=True)
class Reason:
    """What one family of features adds.

    Attributes:
        family: One of `FAMILIES`.
        effect: What it adds to the log-odds, against the average of all pairs.
    """

    family: str
    effect: float

    def words(self) -> str:
        """In words: "deeds of conflict between them raise it much"."""
        how = next(word for least, word in _STEPS if abs(self.effect) >= least)
        return f"{self.family}: {'raises' if self.effect > 0 else 'lowers'} it {how}".rstrip()


@dataclass(frozen=True, slots=True)
class PastEvent:
    """An event behind a probability.

    Attributes:
        day: Its day, as a number.
        source: Who acted.
        target: Towards whom.
        what: What was done, in words.
        quad: Its quad class.
        row: Id of the record that tells it, or the number of its row.
    """

    day: int
    source: str
    target: str
    what: str
    quad: str
    row: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """The strongest reasons and events, strongest first."""

    reasons: tuple[Reason, ...]
    events: tuple[PastEvent, ...]


def explain(model: Model, row: Singles, stream: EventStream, between: Ints, day: int) -> Explanation:
    """Explain one row.

    Args:
        model: What gave the log-odds.
        row: The row of features.
        stream: The stream.
        between: Places of the events between the two.
        day: The day that was asked.
    """
    parts = model.parts(row[None])[0][:-1]
    families = np.array([FAMILIES.index(feature.family) for feature in model.features])
    effects = np.asarray(np.bincount(families, parts, minlength=len(FAMILIES)), np.float64)
    order = np.argsort(-np.abs(effects), kind="stable")[:TOLD]
    reasons = tuple(Reason(FAMILIES[place], float(effects[place])) for place in order if effects[place] != 0)
    return Explanation(reasons, strongest(stream, between, day, effects[: len(QUADS)]))


def strongest(stream: EventStream, between: Ints, day: int, effects: Floats) -> tuple[PastEvent, ...]:
    """The events that weigh most: recent ones, of a class that moves the probability; each told once."""
    quad = stream.quad[between]
    force = np.abs(effects[quad]) + 0.05
    weight = stream.weight[between] * force * 0.5 ** ((day - stream.day[between]) / _LIFE)
    found: dict[tuple[int, str, str], PastEvent] = {}
    for place in between[np.lexsort((stream.kind[between], -weight))].tolist():
        event = _event(stream, place)
        found.setdefault((event.day, event.what, event.row if stream.rows else event.source), event)
        if len(found) == TOLD:
            break
    return tuple(found.values())


def events_between(stream: EventStream, pairs: Pairs, pair: int, day: int) -> Ints:
    """Places of the events between two actors before a day."""
    return np.flatnonzero((pairs.of == pair) & (stream.day < day))


def _event(stream: EventStream, place: int) -> PastEvent:
    kind, row = stream.kinds[stream.kind[place]], int(stream.row[place])
    return PastEvent(
        day=int(stream.day[place]),
        source=stream.actors[stream.source[place]],
        target=stream.actors[stream.target[place]],
        what=kind.name or SPOKEN[kind.quad],
        quad=kind.quad,
        row=stream.rows[row] if stream.rows else str(row),
    )
