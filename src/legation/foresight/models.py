"""The models that can be asked by name."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Final

from legation.errors import UsageError
from legation.foresight.question import Model
from legation.foresight.simple import BaseRate, Persistence
from legation.foresight.warned import Warned

SIMPLE: Final[tuple[Model, ...]] = (BaseRate(), BaseRate(half_life=90), Persistence())
"""The base rate, the same with events counted half after 90 days, and persistence."""

_OF_THE_EXTRA: Final[tuple[Model, ...]] = (Warned(),)
_PACKAGES: Final = ("lightgbm", "numba")


def models() -> tuple[Model, ...]:
    """All models whose packages are installed."""
    return (*SIMPLE, *_OF_THE_EXTRA) if all(map(find_spec, _PACKAGES)) else SIMPLE


def model_of(name: str) -> Model:
    """The model of that name.

    Raises:
        UsageError: There is none, or its packages are missing; the message lists those that there are.
    """
    found = {model.name: model for model in models()}
    if name in found:
        return found[name]
    if any(name == model.name for model in _OF_THE_EXTRA):
        raise UsageError(f"the model {name!r} needs the extra foresight: pip install legation[foresight]")
    raise UsageError(f"{name!r} is no model; the models are {', '.join(found)}")
