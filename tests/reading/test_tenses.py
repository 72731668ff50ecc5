"""What was done lies before publication, and a bare month is the one that its tense means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.reading.conftest import Read

PUBLISHED = "2025-06-20"
SIGN = "the Oslo Fisheries Treaty"


@pytest.mark.parametrize(
    ("sentence", "kind", "modality", "date"),
    [
        ("The foreign ministers of Norway and Ghana met in October.", "contact", "actual", "2024-10"),
        ("President Rojas of Chile visited Peru in January.", "visit", "actual", "2025-01"),
        ("President Rojas of Chile will visit Peru in January.", "visit", "planned", "2026-01"),
        ("President Rojas of Chile will visit Peru in September.", "visit", "planned", "2025-09"),
        (f"Norway and Ghana sign {SIGN} in September 2025.", "agreement", "planned", "2025-09"),
        (f"Norway and Ghana signed {SIGN} in 2027.", "agreement", "actual", None),
        (f"Norway and Ghana signed {SIGN} in March 2025.", "agreement", "actual", "2025-03"),
        ("Norway joined the African Union in December 2025.", "membership", "actual", None),
        ("It is ten years since Norway joined the African Union.", "membership", "actual", "2015"),
        (
            "The strategic partnership of 2020 between Norway and Ghana was raised to an alliance.",
            "relation",
            "actual",
            None,
        ),
    ],
)
def test_date_agrees_with_its_clause_and_with_publication(
    sentence: str, kind: str, modality: str, date: str | None, read: Read
) -> None:
    told = [s for s in read(sentence, published=PUBLISHED) if s.kind == kind]
    assert told
    assert (told[-1].modality, str(told[-1].date) if told[-1].date else None) == (modality, date)
