"""Organs of states named by their kind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.actors.organs import find_organs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Ministry of Foreign Affairs of Vietnam said", [("Ministry of Foreign Affairs", "VNM")]),
        ("Vietnam’s Ministry of Industry and Trade said", [("Ministry of Industry and Trade", "VNM")]),
        ("the Vietnamese Foreign Ministry said", [("Foreign Ministry", "VNM")]),
        ("the Ministry of Public Security said", [("Ministry of Public Security", None)]),
        ("the Government of Japan agreed", [("Government", "JPN")]),
        ("the Korean Embassy in Hanoi", [("Embassy", "KOR")]),
        ("the government agreed", []),
    ],
)
def test_find_organs_reads_name_and_state(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(organ.name, organ.state) for organ in find_organs(text)] == expected


def test_organ_id_names_its_state() -> None:
    (organ,) = find_organs("Vietnam's Foreign Ministry")

    assert organ.id == "Foreign Ministry of Vietnam"


@given(st.text(max_size=60))
def test_find_organs_stays_in_any_text(text: str) -> None:
    assert all(0 <= organ.start < organ.end <= len(text) for organ in find_organs(text))
