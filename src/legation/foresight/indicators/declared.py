"""The file that declares the rules: read strictly, every mistake told by file, line, key and value.

A user's file may hold some of the keys only; what it leaves out is as in `default.toml`, where each key is explained.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Final

from legation.errors import UsageError
from legation.foresight.classes import CLASSES
from legation.foresight.indicators.drought import ContactDrought
from legation.foresight.indicators.overdue import OverdueCommitment
from legation.foresight.indicators.rule import Rule
from legation.foresight.indicators.tariff import TariffStep
from legation.foresight.indicators.tone import Tone
from legation.foresight.indicators.visits import CancelledVisit
from legation.foresight.indicators.votes import DivergingVotes

DEFAULT: Final = Path(__file__).parent / "default.toml"
"""The rules as they are shipped."""

RULES: Final[tuple[type[Rule], ...]] = (
    ContactDrought,
    Tone,
    CancelledVisit,
    OverdueCommitment,
    TariffStep,
    DivergingVotes,
)
"""The rules that a file can declare, in the order in which alerts are told."""

_PAST: Final = {"years": "int", "every_days": "int"}
_SIGNED: Final = frozenset(
    {"verbal_conflict", "material_conflict", "verbal_cooperation", "material_cooperation"}
)
"""Keys whose number may be negative."""
_NOUGHT: Final = frozenset({"clear_at", "grace_days", "same_days", "least_usd", "years"})
"""Keys whose number may be nought."""

_Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Declared:
    """The rules of a file.

    Attributes:
        rules: Those that are used.
        years: How far back past hits and false alarms are counted.
        every_days: From one past day that is looked at to the next.
        digest: Hash of what the file means; an alert keeps it.
    """

    rules: tuple[Rule, ...]
    years: int
    every_days: int
    digest: str


def declared(path: Path | None = None) -> Declared:
    """The rules of a file, over those that are shipped.

    Raises:
        UsageError: The file cannot be read, or a key or value in it is none; with file, line, key and what would do.
    """
    shipped = _File.of(DEFAULT)
    own = _File.of(path) if path is not None else None
    whole: dict[str, dict[str, Any]] = {name: dict(table) for name, table in shipped.tables.items()}
    for name, table in (own.tables if own else {}).items():
        whole[name].update(table)
    rules = tuple(_rule(kind, whole[kind.NAME], own or shipped) for kind in RULES)
    past = whole["past"]
    digest = hashlib.sha256(
        repr(sorted((n, sorted(t.items())) for n, t in whole.items())).encode()
    ).hexdigest()
    return Declared(
        tuple(rule for rule in rules if rule.enabled), past["years"], past["every_days"], digest[:12]
    )


@dataclass(frozen=True, slots=True)
class _File:
    """A file's tables, checked, and its lines to name mistakes by."""

    path: Path
    lines: Sequence[str]
    tables: Mapping[str, _Table]

    @classmethod
    def of(cls, path: Path) -> _File:
        """Read a file.

        Raises:
            UsageError: It cannot be read, or a key or value in it is none.
        """
        try:
            text = path.read_text(encoding="utf-8-sig")
            held = tomllib.loads(text)
        except OSError as error:
            raise UsageError(f"{path} cannot be read: {error.strerror}; name a TOML file of rules") from error
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise UsageError(f"{path}: no TOML: {error}; mend that line") from error
        found = cls(path, text.splitlines(), held)
        for name, table in held.items():
            found.check(name, table)
        return found

    def check(self, name: str, table: object) -> None:
        """Refuse a table or key that there is none of, or a value of another type or sign."""
        types = _types(name)
        if types is None or not isinstance(table, dict):
            tables = ", ".join([*(kind.NAME for kind in RULES), "past"])
            raise UsageError(f"{self.at(name)}: there is no rule {name!r}; the tables are {tables}")
        for key, value in table.items():
            if key not in types:
                raise UsageError(
                    f"{self.at(name, key)}: {name} has no key {key!r}; its keys are {', '.join(types)}"
                )
            if matter := _matter(key, value, types[key]):
                raise UsageError(f"{self.at(name, key)}: {key} = {value!r} {matter}")

    def at(self, name: str, key: str | None = None) -> str:
        """File and line of a table or of a key in it."""
        inside = False
        for number, line in enumerate(self.lines, 1):
            if re.match(rf"\s*\[\s*{re.escape(name)}\s*\]", line) or (
                key is None and line.startswith(f"{name} ")
            ):
                inside = True
                if key is None:
                    return f"{self.path}:{number}"
            elif line.lstrip().startswith("["):
                inside = False
            elif inside and key and re.match(rf"\s*\"?{re.escape(key)}\"?\s*=", line):
                return f"{self.path}:{number}"
        return str(self.path)


def _types(name: str) -> Mapping[str, str] | None:
    """The keys of a table and what they hold."""
    if name == "past":
        return _PAST
    kind = next((kind for kind in RULES if name == kind.NAME), None)
    return {each.name: str(each.type) for each in fields(kind)} if kind else None


def _matter(key: str, value: object, held: str) -> str | None:
    """What is the matter with a value, and what would do."""
    if held == "bool":
        return None if isinstance(value, bool) else "is neither true nor false"
    if held.startswith("tuple"):
        return _matter_of_words(key, value)
    if held == "str":
        return None if isinstance(value, str) and value else "is no text; write it between quotes"
    if isinstance(value, bool) or not isinstance(value, int if held == "int" else int | float):
        return f"is no {'whole number' if held == 'int' else 'number'}"
    if key == "usual_gap" and not 0 < value < 1:
        return "is no share; it lies between 0 and 1"
    if key in _SIGNED or value > 0 or (key in _NOUGHT and value == 0):
        return None
    return "is too small; it is more than 0"


def _matter_of_words(key: str, value: object) -> str | None:
    if not isinstance(value, list) or not value or not all(isinstance(each, str) and each for each in value):
        return 'is no list of words; write it as ["one", "other"]'
    strange = [each for each in value if key == "warns_of" and each not in CLASSES]
    return (
        f"names {strange[0]!r}, which is no class of event; they are {', '.join(CLASSES)}"
        if strange
        else None
    )


def _rule(kind: type[Rule], table: _Table, file: _File) -> Rule:
    """A rule of a table that was checked."""
    given: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in table.items()
    }
    made = kind(**given)
    if made.clear_at >= made.raise_at:
        raise UsageError(
            f"{file.at(kind.NAME, 'clear_at')}: clear_at = {made.clear_at} is not below raise_at = {made.raise_at}; an "
            "alert that is over where it begins would come and go with every small edit"
        )
    return made
