"""The wordings of headings, sheet names and labels, in several languages; data of this package.

Wordings are compared as names are: without case, accents and punctuation.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Final

from legation.actors.words import key
from legation.records import KINDS

_DATA: Final = files("legation.exchange.intake") / "data"
_BRACKETED: Final = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_PARTED: Final = re.compile(r"\s*[/|:\n]\s*|\s+[–—-]\s+")

ANY: Final = "*"
"""Stands for all kinds."""
UNUSED: Final = "-"
"""The target of a column that is kept in the words of its row, and becomes no field."""


def _rows(name: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader((_DATA / name).read_text(encoding="utf-8").splitlines())


@lru_cache(maxsize=1)
def _targets() -> Mapping[str, Mapping[str, str]]:
    """For each kind, and for all kinds, what a heading means."""
    found: dict[str, dict[str, str]] = {kind: {} for kind in (*KINDS, ANY)}
    for row in _rows("headings.csv"):
        for word in row["words"].split(";"):
            found[row["kinds"]].setdefault(key(word), row["target"])
    return found


@lru_cache(maxsize=1024)
def wordings(heading: str) -> tuple[str, ...]:
    """The forms under which a heading may be known: whole, without brackets, and each side of a slash.

    Example:
        >>> wordings("Country / Quốc gia (host)")
        ('country quoc gia host', 'country quoc gia', 'country', 'quoc gia')
    """
    bare = _BRACKETED.sub("", heading)
    forms = (heading.replace("_", " "), bare, *_PARTED.split(bare.replace("_", " ")))
    return tuple(dict.fromkeys(filter(None, map(key, forms))))


def target_of(heading: str, kind: str) -> tuple[str, bool] | None:
    """What a heading means for a kind, and whether that is a word of the kind itself; None where it is unknown."""
    own, shared = _targets()[kind], _targets()[ANY]
    for form in wordings(heading):
        if form in own:
            return own[form], True
        if form in shared:
            return shared[form], False
    return None


def weight_of(heading: str, kind: str) -> float:
    """How much a heading speaks for a kind: all of 1 where no other kind has such a column."""
    for form in wordings(heading):
        having = [each for each in KINDS if form in _targets()[each]]
        if having:
            return 1 / len(having) if kind in having else 0.0
    return 0.0


@lru_cache(maxsize=1)
def _sheet_words() -> tuple[tuple[re.Pattern[str], str], ...]:
    patterns = []
    for row in _rows("sheet_words.csv"):
        words = sorted(filter(None, map(key, row["words"].split(";"))), key=len, reverse=True)
        patterns.append((re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b"), row["kind"]))
    return tuple(patterns)


def kinds_named(name: str) -> frozenset[str]:
    """The kinds that the name of a sheet or file speaks of.

    Example:
        >>> sorted(kinds_named("MoUs_2025"))
        ['agreement']
    """
    plain = key(re.sub(r"[_\W]+", " ", name))
    return frozenset(kind for pattern, kind in _sheet_words() if pattern.search(plain))


@lru_cache(maxsize=1)
def _labels() -> Mapping[str, Mapping[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for row in _rows("labels.csv"):
        for word in (row["label"], *row["words"].split(";")):
            found.setdefault(row["field"], {}).setdefault(key(word.replace("_", " ")), row["label"])
    return found


def label_of(text: str, kind: str, field: str) -> str | None:
    """The label that a wording stands for in a field of a kind; None where none is known.

    Example:
        >>> label_of("Đã ký", "agreement", "action"), label_of("Cancelled", "visit", "modality")
        ('signed', 'denied')
    """
    plain = key(text.replace("_", " "))
    for name in (f"{kind}.{field}", field):
        if plain in _labels().get(name, {}):
            return _labels()[name][plain]
    return None
