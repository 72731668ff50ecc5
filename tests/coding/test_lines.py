"""Lines of JSON as input."""

from __future__ import annotations

import pytest

from legation.coding import Item
from legation.coding.lines import item_of, items_of
from legation.errors import UsageError
from legation.values.when import When


def test_line_holds_an_item() -> None:
    item = item_of('{"id": 7, "text": "Norway thanked Ghana.", "date": "2025-03-14"}')

    assert item == Item("7", "Norway thanked Ghana.", When.day(2025, 3, 14))


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("oops", "no JSON"),
        ("[1]", "no JSON object"),
        ('{"text": "x"}', "no id"),
        ('{"id": "1", "text": ""}', "no text"),
        ('{"id": "1", "text": 5}', "no text"),
        ('{"id": "1", "text": "x", "date": "2025-13-01"}', "2025-13-01"),
    ],
)
def test_line_that_holds_none_says_why(line: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        item_of(line)


def test_bad_lines_are_numbered_and_the_rest_goes_on() -> None:
    found = list(items_of(['{"id": "a", "text": "x"}', "", "oops", '{"id": "b", "text": "y"}']))

    assert [f.id for f in found if isinstance(f, Item)] == ["a", "b"]
    assert [str(f)[:2] for f in found if isinstance(f, UsageError)] == ["3:"]
