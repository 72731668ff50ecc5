"""How well conflict is warned of: python bench/warning.py DATA_DIR.

DATA_DIR holds train.txt, valid.txt and test.txt (rows of subject, relation, object, day, as whole numbers, tab between),
entity2id.txt and relation2id.txt (name, tab, id). Beside it, or where --quads says, lies a JSON file that tells for each
relation whether it is VC, MC, VF or MF (verbal or material cooperation, verbal or material conflict). Nothing is downloaded.

Every 7th day all pairs with an event in the 56 days before are asked whether a deed of conflict comes between them, either
way, in the next 28. The test days are the last six whose windows lie within the data; all that is learnt is learnt once,
from windows that end before the first of them; with --weekly anew before each, from windows that are over by then. --valid
takes the three test days before those, for choices. Pairs are of countries: "Police (India)" and "India" are India, and
what stands in brackets of a name is a country; what happens within one is no pair. --entities asks the pairs of all
entities instead. Onset: pairs without such a deed in the 84 days before.
What it prints is JSON.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np

from legation.foresight import digest, read_folder, read_names
from legation.foresight.graph import Floats
from legation.foresight.warning import Question, WarningOptions, by_country, learn_warning, stream_of_quads
from legation.foresight.warning.calibration import COVERED, cells
from legation.foresight.warning.lessons import Lessons, lessons
from legation.foresight.warning.stream import EventStream
from legation.foresight.warning.warner import Learnt

ASKED = Question("material_conflict", 28)
WEEK = 7
TEST_DAYS, VALID_DAYS = 6, 3
BINS = 15


def main(arguments: Sequence[str] | None = None) -> None:
    options = parse(arguments)
    start = time.perf_counter()
    stream = read_stream(options.data, options.quads or options.data.parent / "quadclass_ICEWS18.json")
    if not options.entities:
        stream = by_country(stream)
    days = asked_days(stream, valid=options.valid)
    setting = WarningOptions(threads=options.threads, every=7 if options.entities else WarningOptions().every)
    untils = days if options.weekly else days[:1]
    warners = [learn_warning(stream, [ASKED], until=until, options=setting) for until in untils]
    ready = time.perf_counter()
    asked = lessons(stream, [ASKED], days)[ASKED]
    learnt = dict(zip(days, [warner.learnt[ASKED] for warner in warners] * len(days), strict=False))
    chance, odds, misses = answer(learnt, asked)
    done = time.perf_counter()
    figures = {
        "data": options.data.name,
        "sha256": digest(options.data),
        "pairs": "entities" if options.entities else "countries",
        "days": days,
        "learnt_until": untils,
        "rows_learnt_from": [each.rows for each in learnt.values()][: len(untils)],
        "all": report(asked.came, chance),
        "onset": report(asked.came[asked.quiet], chance[asked.quiet]),
        "not_calibrated": report(asked.came, 1 / (1 + np.exp(-odds))),
        "calibration": sorted({each.calibration.method for each in learnt.values() if each.calibration}),
        "band": {
            "meant_to_cover": COVERED,
            "covered": round(float(np.mean(misses)), 3),
            "cells": len(misses),
        },
        "seconds_to_learn": round(ready - start, 1),
        "seconds_to_answer": round(done - ready, 1),
        "peak_memory_gb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6, 2),
        "settings": asdict(setting),
    }
    print(json.dumps(figures, indent=1))


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--quads", type=Path, help="the quad class of each relation, as JSON")
    parser.add_argument("--valid", action="store_true", help="the days before the test days, for choices")
    parser.add_argument("--entities", action="store_true", help="pairs of all entities, not of countries")
    parser.add_argument(
        "--weekly", action="store_true", help="learn anew before each day, from what is over by then"
    )
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args(arguments)


def read_stream(folder: Path, quads: Path) -> EventStream:
    rows = np.concatenate(list(read_folder(folder).values()))
    names = read_names(folder / "entity2id.txt"), read_names(folder / "relation2id.txt")
    return stream_of_quads(*names, rows, json.loads(quads.read_text(encoding="utf-8")))


def asked_days(stream: EventStream, *, valid: bool) -> list[int]:
    """The days that are asked: every 7th, the last ones whose windows lie within the data."""
    last = (stream.ends - ASKED.days) // WEEK * WEEK
    test = [last - WEEK * back for back in reversed(range(TEST_DAYS))]
    if not valid:
        return test
    last = (test[0] - ASKED.days) // WEEK * WEEK
    return [last - WEEK * back for back in reversed(range(VALID_DAYS))]


def answer(learnt: dict[int, Learnt], asked: Lessons) -> tuple[Floats, Floats, list[bool]]:
    """The probability of each row, its log-odds before calibration, and for each cell whether it lay in the band."""
    chance, odds, covered = np.empty(len(asked.day)), np.empty(len(asked.day)), []
    for day, each in learnt.items():
        if each.model is None or each.calibration is None:
            raise SystemExit("too little to learn from")
        rows = asked.day == day
        odds[rows] = each.model.log_odds(asked.rows[rows])
        chance[rows] = each.calibration.probability(odds[rows])
        told = cells(chance[rows], asked.came[rows].astype(np.float64), asked.day[rows])
        covered += [miss <= each.calibration.width for _, _, miss in told]
    return chance, odds, covered


def report(came: np.typing.NDArray[np.bool_], chance: Floats) -> dict[str, float]:
    told, rate = came.astype(np.float64), float(came.mean())
    brier = float(((chance - told) ** 2).mean())
    figures = {
        "base_rate": rate,
        "mean_probability": float(chance.mean()),
        "AUROC": auroc(told, chance),
        "AUPRC": auprc(told, chance),
        "Brier": brier,
        "Brier_skill": 1 - brier / (rate * (1 - rate)),
        "ECE": ece(told, chance),
    }
    return {"rows": len(told), **{name: round(value, 4) for name, value in figures.items()}}


def auroc(came: Floats, chance: Floats) -> float:
    """Chance that a row that came true is put above one that did not; ties count half."""
    _, level, size = np.unique(chance, return_inverse=True, return_counts=True)
    rank = (np.cumsum(size) - (size - 1) / 2)[level]
    ones = came.sum()
    return float((rank[came > 0].sum() - ones * (ones + 1) / 2) / (ones * (len(came) - ones)))


def auprc(came: Floats, chance: Floats) -> float:
    """Average precision: precision at each level of probability, weighed by the recall it adds."""
    _, level = np.unique(-chance, return_inverse=True)
    hits, size = np.bincount(level, came), np.bincount(level)
    return float((hits * np.cumsum(hits) / np.cumsum(size)).sum() / came.sum())


def ece(came: Floats, chance: Floats) -> float:
    """Mean distance of probability and share that came, over bins of equal size."""
    bins = np.array_split(np.argsort(chance, kind="stable"), BINS)
    return float(sum(abs(chance[b].mean() - came[b].mean()) * len(b) for b in bins) / len(came))


if __name__ == "__main__":
    main()
