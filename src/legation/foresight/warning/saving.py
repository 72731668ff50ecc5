"""Keep what was learnt in a file, and take it up again.

The file is JSON: the version, the day until which was learnt, and for each question the counts, the regression's
numbers, the trees as LightGBM writes them, and the calibration. It holds no events.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np

from legation.errors import UsageError
from legation.foresight.warning.calibration import Calibration
from legation.foresight.warning.features import Feature
from legation.foresight.warning.lessons import Question
from legation.foresight.warning.model import Linear, Model
from legation.foresight.warning.stream import EventStream
from legation.foresight.warning.warner import VERSION, Learnt, Warner


def save_warner(warner: Warner, path: Path) -> None:
    """Write what a warner learnt.

    Raises:
        UsageError: The file cannot be written.
    """
    asked = [
        {"event": question.event, "days": question.days, **_row(learnt)}
        for question, learnt in warner.learnt.items()
    ]
    whole = {"version": VERSION, "until": warner.until, "questions": asked}
    try:
        path.write_text(json.dumps(whole) + "\n", encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}; name another place") from error


def load_warner(path: Path, stream: EventStream) -> Warner:
    """Take up what was learnt, to warn from a stream of the same kind.

    Raises:
        UsageError: The file cannot be read, or was written by another version.
    """
    try:
        whole = json.loads(path.read_text(encoding="utf-8"))
        version = whole["version"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{path} holds no learnt warnings ({error})") from error
    if version != VERSION:
        raise UsageError(f"{path} was learnt by {version}, this is {VERSION}; learn anew")
    learnt = {Question(row["event"], row["days"]): _learnt(row) for row in whole["questions"]}
    return Warner(stream, learnt, whole["until"])


def _row(learnt: Learnt) -> Mapping[str, object]:
    row: dict[str, object] = {"rows": learnt.rows, "pairs": learnt.pairs, "base_rate": learnt.base_rate}
    if learnt.model is None or learnt.calibration is None:
        return row
    model, calibration = learnt.model, learnt.calibration
    return row | {
        "features": [[f.name, f.family, f.sense] for f in model.features],
        "linear": [
            model.linear.centre.tolist(),
            model.linear.spread.tolist(),
            model.linear.weights.tolist(),
            model.linear.level,
        ],
        "trees": [tree.model_to_string() for tree in model.trees],
        "calibration": [calibration.method, calibration.weights.tolist(), calibration.width],
    }


def _learnt(row: Mapping[str, Any]) -> Learnt:
    size = row["rows"], row["pairs"], row["base_rate"]
    if "trees" not in row:
        return Learnt(*size)
    centre, spread, weights, level = row["linear"]
    method, shape, width = row["calibration"]
    model = Model(
        tuple(Feature(*feature) for feature in row["features"]),
        Linear(np.array(centre), np.array(spread), np.array(weights), level),
        tuple(lightgbm.Booster(model_str=trees) for trees in row["trees"]),
    )
    return Learnt(*size, model, Calibration(method, np.array(shape), width))
