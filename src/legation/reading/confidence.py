"""How likely a finding is right: a logistic model over named features of the finding, learnt from hand labels.

Only features of the finding itself are used, not the length or place of its sentence: those tell the kinds of
document that were labelled apart, and would be wrong for others.

The weights are data (`data/confidence.json`), made by ``bench/train_confidence.py``. A finding below
`LEAST` is not told at all: an invented statement in front of a minister is worse than a missed one.

Source: logistic regression with an L2 penalty, Cox (1958), Hoerl and Kennard (1970).
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from math import exp, log
from typing import Any, Final

from legation.reading.found import Found
from legation.records import FieldValue

LEAST: Final = 0.10
"""Findings less likely than this are not told."""
ALMOST: Final = 0.9
"""From here on a reader of the program takes a statement for nearly sure."""
DOUBT: Final = 0.89
"""The most that is told of a finding which the model holds for likelier, but not surely so."""
SURE: Final = "=sure"
"""Beside the weights: the probability from which on the model is believed to be sure."""
_FORMS: Final = ("we", "back", "pair", "capital")


def confidence_of(
    found: Found, values: Mapping[str, FieldValue], *, weights: Mapping[str, float] | None = None
) -> float:
    """The probability that a finding is right, in (0, 1); the finder's own belief where there are no weights.

    Args:
        found: The finding.
        values: Its cleaned fields.
        weights: The weight of each feature; None for those that come with the program.
    """
    learnt = _own_weights() if weights is None else weights
    if not learnt:
        return found.weight
    total = sum(learnt.get(name, 0.0) * value for name, value in features_of(found, values))
    return told(1.0 / (1.0 + exp(-max(-30.0, min(30.0, total)))), sure=learnt.get(SURE, ALMOST))


def told(probability: float, *, sure: float) -> float:
    """The probability as it is told: at least `ALMOST` only from where findings held to be so likely mostly were right.

    Args:
        probability: What the model says.
        sure: From where on, as training found on documents that the model had not seen.
    """
    return min(probability, DOUBT) if probability < sure else probability


@cache
def _own_weights() -> dict[str, float]:
    return weights_in(files("legation.reading").joinpath("data/confidence.json"))


def weights_in(place: Traversable) -> dict[str, float]:
    """The weights in a file that training wrote; none where there is no such file."""
    if not place.is_file():
        return {}
    table: dict[str, Any] = json.loads(place.read_text(encoding="utf-8"))
    return {str(name): float(weight) for name, weight in table["weights"].items()} | {
        SURE: float(table.get("sure", ALMOST))
    }


def features_of(found: Found, values: Mapping[str, FieldValue]) -> Iterator[tuple[str, float]]:
    """The features of a finding, each with its value; every one is told apart by kind as well.

    Args:
        found: The finding.
        values: Its cleaned fields.
    """
    kind = found.kind
    belief = min(0.98, max(0.02, found.weight))
    yield "bias", 1.0
    yield f"{kind}", 1.0
    yield "belief", log(belief / (1 - belief))
    for name in _named(found, values):
        yield f"{kind}|{name}", 1.0
        yield name, 0.5


def _named(found: Found, values: Mapping[str, FieldValue]) -> Iterator[str]:
    sentence, context = found.sentence, found.sentence.text.context
    yield from found.evidence
    yield f"modality:{found.modality}"
    yield f"block:{sentence.block.kind}"
    yield f"dated:{found.date is not None}"
    yield f"spoken:{context.spoken and not context.joint}"
    for name, value in sorted(values.items()):
        if name in ("what", "title", "topic", "indicator") and isinstance(value, str):
            yield f"{name} words:{_bucket(len(value.split()), (1, 2, 4, 8, 14))}"
        elif isinstance(value, tuple):
            yield f"{name} number:{min(len(value), 4)}"
        elif value is None:
            yield f"{name} open"
        elif name in ("action", "tier", "mode", "rank", "field", "unit", "bound", "type"):
            yield f"{name}:{value}"
    yield from _nearness(found, values)


def _nearness(found: Found, values: Mapping[str, FieldValue]) -> Iterator[str]:
    """Whether the actors stand in the quote itself, in its sentence, or elsewhere, and by which sort of words."""
    sentence = found.sentence
    wanted = {
        v
        for value in values.values()
        for v in (value if isinstance(value, tuple) else (value,))
        if isinstance(v, str)
    }
    inside: set[str] = set()
    beside: set[str] = set()
    for mention in sentence.mentions:
        named = {*mention.actors, mention.person, mention.body} & wanted
        if not named:
            continue
        if found.start <= mention.start < found.end:
            inside |= {n for n in named if n}
            if mention.form in _FORMS:
                yield f"form:{mention.form}"
        else:
            beside |= {n for n in named if n}
    yield f"inside:{min(len(inside), 3)}"
    yield f"beside:{min(len(beside - inside), 2)}"


def _bucket(value: int, edges: Collection[int]) -> int:
    return sum(value > edge for edge in edges)
