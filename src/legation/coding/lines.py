"""Lines of JSON to items: the input of `legation code`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from legation.coding.code import Item
from legation.errors import DateError, UsageError
from legation.values.when import When


def items_of(lines: Iterable[str]) -> Iterator[Item | UsageError]:
    """The items that lines hold, in order; for a line that holds none the error that says why and what to do.

    Args:
        lines: Lines of JSON with ``id``, ``text`` and, if known, ``date``; empty lines are passed over.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield item_of(line)
            except UsageError as error:
                yield UsageError(f"{number}: {error}")


def item_of(line: str) -> Item:
    """The item that a line holds.

    Raises:
        UsageError: It is no JSON object with ``id`` and ``text``, or its date is none.
    """
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise UsageError(
            f"no JSON ({error.msg} at character {error.pos + 1}); write one object a line"
        ) from error
    if not isinstance(row, dict):
        raise UsageError('no JSON object; write {"id": …, "text": …, "date": …}')
    return Item(str(_wanted(row, "id")), str(_wanted(row, "text")), _date(row.get("date")))


def _wanted(row: dict[str, object], name: str) -> object:
    value = row.get(name)
    allowed = (str, int) if name == "id" else (str,)
    if not isinstance(value, allowed) or value == "":
        raise UsageError(f"no {name}; give it as text")
    return value


def _date(value: object) -> When | None:
    if value is None or value == "":
        return None
    try:
        return When.parse(str(value))
    except DateError as error:
        raise UsageError(str(error)) from error
