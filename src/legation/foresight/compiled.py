"""How this part compiles its inner loops: without the interpreter's lock, and kept between runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numba

F = TypeVar("F", bound=Callable[..., Any])


def compiled(function: F) -> F:
    """The function as machine code; it may run in several threads at once."""
    return cast(F, numba.njit(cache=True, nogil=True, error_model="numpy")(function))
