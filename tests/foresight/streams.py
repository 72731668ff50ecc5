"""Small generated streams of events whose law is known."""

from __future__ import annotations

import numpy as np

from legation.foresight.warning import Columns, EventStream, WarningOptions, event_stream
from legation.foresight.warning.kinds import Kind

KINDS = tuple(map(Kind.of_type, ("CONSULT", "AID", "THREATEN", "ASSAULT")))
TALK, AID, THREAT, ASSAULT = range(4)
ACTORS = 30
SPAN = 240
SMALL = WarningOptions(every=7, trees=12, seeds=(1,), threads=1)


def stream_of(rows: list[tuple[int, int, int, int]], actors: int = ACTORS) -> EventStream:
    """Rows of (day, source, target, kind)."""
    table = np.array(rows, np.int64).reshape(-1, 4)
    return event_stream([f"A{i}" for i in range(actors)], KINDS, Columns(*table.T))


def threatened(seed: int = 1) -> EventStream:
    """Pairs talk now and then; who is threatened is attacked within ten days, and nobody else is."""
    chance = np.random.default_rng(seed)
    pairs = [(i, j) for i in range(ACTORS) for j in range(i) if chance.random() < 0.35]
    rows = []
    for day in range(SPAN):
        for i, j in pairs:
            if chance.random() < 0.06:
                rows.append((day, i, j, TALK))
            if chance.random() < 0.004:
                rows += [(day + n, i, j, THREAT) for n in range(3)]
                rows += [(day + 20 + int(chance.integers(8)), i, j, ASSAULT)]
    return stream_of([row for row in rows if row[0] < SPAN])
