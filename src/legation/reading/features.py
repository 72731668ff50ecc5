"""What the parser sees of a word: its form, its beginning, its endings, its shape.

Law: the features of a word depend on the word alone, so that a layer above them is worked out once for each word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

_FIGURE = re.compile(r"[0-9]")
_RUN = re.compile(r"(.)\1{3,}")
_LONGEST_SHAPE = 40


def _form(word: str) -> str:
    return _FIGURE.sub("0", word.lower())


def _shape(word: str) -> str:
    letters = [
        "d" if char.isdigit() else ("X" if char.isupper() else "x") if char.isalpha() else char
        for char in word[:_LONGEST_SHAPE]
    ]
    return _RUN.sub(lambda match: match[1] * 4, "".join(letters))


FEATURES: Mapping[str, Callable[[str], str]] = {
    "form": _form,
    "beginning": lambda word: _form(word)[:3],
    "ending": lambda word: _form(word)[-3:],
    "last": lambda word: _form(word)[-2:],
    "shape": _shape,
}
"""The features by name; weights say which of them they were learnt with.

"form" is the word in lower case with all figures alike; "beginning" are its first three letters, "last" and "ending" its
last two and three; "shape" has capitals as X, small letters as x, figures as d, and of a run the first four.
"""


def features_of(word: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Features of a word by their names.

    Example:
        >>> features_of("Ministers", ("form", "last", "shape"))
        ('ministers', 'rs', 'Xxxxx')
    """
    return tuple(FEATURES[name](word) for name in names)
