"""Values that are worked out when first asked for, and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, Generic, Protocol, TypeVar, overload

Owner = TypeVar("Owner")
Value = TypeVar("Value")
Kept = dict[object, tuple[Any, ...]]
"""What functions found, by the function."""


class once(Generic[Owner, Value]):  # noqa: N801 (used as a decorator)
    """A property that is worked out once for each object, which must have a `__dict__`.

    Unlike `functools.cached_property` it takes no lock, which would cost more than most of what is kept here; a text
    is read by one thread.
    """

    def __init__(self, make: Callable[[Owner], Value]) -> None:
        self._make = make
        self._name = make.__name__
        self.__doc__ = make.__doc__

    @overload
    def __get__(self, owner: None, kind: type[Owner]) -> once[Owner, Value]: ...
    @overload
    def __get__(self, owner: Owner, kind: type[Owner]) -> Value: ...
    def __get__(self, owner: Any, kind: type[Owner]) -> Any:
        if owner is None:
            return self
        value = owner.__dict__[self._name] = self._make(owner)
        return value


class Keeps(Protocol):
    """Something that keeps what functions find in it."""

    @property
    def kept(self) -> Kept:
        """What functions found in it."""


Keeper = TypeVar("Keeper", bound=Keeps)


def once_each(find: Callable[[Keeper], Iterable[Value]]) -> Callable[[Keeper], tuple[Value, ...]]:
    """Let a function look once through each text or sentence, however often it is asked."""

    @wraps(find)
    def kept(place: Keeper) -> tuple[Value, ...]:
        if find not in place.kept:
            place.kept[find] = tuple(find(place))
        return place.kept[find]

    return kept
