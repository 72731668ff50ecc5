"""The models that can be asked by name."""

from __future__ import annotations

from typing import Final

from legation.errors import UsageError
from legation.foresight.question import Model
from legation.foresight.simple import BaseRate, Persistence

MODELS: Final[tuple[Model, ...]] = (BaseRate(), BaseRate(half_life=90), Persistence())
"""The base rate, the same with events counted half after 90 days, and persistence."""


def model_of(name: str) -> Model:
    """The model of that name.

    Raises:
        UsageError: There is none; the message lists them.
    """
    found = {model.name: model for model in MODELS}
    if name not in found:
        raise UsageError(f"{name!r} is no model; the models are {', '.join(found)}")
    return found[name]
