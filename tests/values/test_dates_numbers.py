"""Numbers that are no dates, and years told by how long ago they were."""

from __future__ import annotations

import pytest

from legation.values.dates import find_dates
from legation.values.when import When

PUBLISHED = When("2025-06-20")


@pytest.mark.parametrize(
    "text",
    [
        "Articles under heading 9903.01.25 of the tariff are free.",
        "See 9903.01.25 of the tariff.",
        "Section 12.05.2024 applies.",
        "As in No. 12.05.2024 of the list.",
        "The oldest record, of 3 May 1203, is lost.",
    ],
)
def test_number_is_no_date(text: str) -> None:
    assert find_dates(text, reference=PUBLISHED) == []


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("It is 50 years today since the two countries made friends.", "1975"),
        ("It is twenty-five years since they met.", "2000"),
        ("It has been ten years since they met.", "2015"),
        ("The talks of 12.05.2024 ended.", "2024"),
    ],
)
def test_date_is_told(text: str, year: str) -> None:
    found = find_dates(text, reference=PUBLISHED)
    assert len(found) == 1
    assert str(found[0].when).startswith(year)
