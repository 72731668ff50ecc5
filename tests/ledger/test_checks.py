"""Checks that need no second source: what does not fit is told, and what may be read so that it fits is not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Texts = Callable[..., Any]
EARLIER = "President Uhuru Kenyatta of Kenya visited Peru on 3 May 2019."


def conflicts(texts: Texts, *words: str) -> list[str]:
    told = [("2025-06-01", f"{name}.example", text) for name, text in zip("abc", words, strict=False)]
    return [c.note for c in texts(*told).all() if c.type == "conflict"]


@pytest.mark.parametrize(
    "told",
    [
        "Kenya has 12 strategic partners and 5 comprehensive partners.",
        "Kenya has 20 partners: 12 strategic partners and 8 comprehensive partners.",
        "Kenya signed 20 agreements, including 5 agreements on trade.",
        "President William Ruto of Kenya visited three countries: Peru, Norway and Chile, in May 2025.",
        "President William Ruto of Kenya visited four countries, including Peru and Norway, in May 2025.",
        "President William Ruto of Kenya visited five countries: Peru, Norway, Chile, Atlantis and Ruritania, in May 2025.",
        "President William Ruto of Kenya visited Peru on 3 May 2025, his first visit to Peru.",
        "President William Ruto of Kenya visited Peru on 3 May 2025, his first visit there this year.",
        "President William Ruto of Kenya visited Peru on 3 May 2025, the first visit by a Kenyan president since 2019.",
        "President William Ruto of Kenya visited Peru on 3 May 2025, the first visit by a Kenyan president in five years.",
        "President William Ruto of Kenya visited Norway on 3 May 2025, the first visit by a Kenyan president to Norway.",
    ],
)
def test_what_may_fit_gives_no_conflict(texts: Texts, told: str) -> None:
    assert conflicts(texts, EARLIER, told) == []


@pytest.mark.parametrize(
    ("told", "note"),
    [
        ("Kenya has 20 partners: 12 strategic partners and 9 comprehensive partners.", "12 + 9 = 21"),
        (
            "Kenya signed 4 agreements, including 5 agreements on trade and 2 agreements on health.",
            "5 + 2 = 7",
        ),
        (
            "President William Ruto of Kenya visited four countries: Peru, Norway and Chile, in May 2025.",
            "3 are named",
        ),
        (
            "President William Ruto of Kenya visited Peru on 3 May 2025, the first visit by a Kenyan president to Peru.",
            "the ledger has one on 3 May 2019",
        ),
        (
            "President William Ruto of Kenya visited Peru on 3 May 2025, the first visit by a Kenyan president in ten years.",
            "the ledger has one on 3 May 2019",
        ),
        (
            "President William Ruto of Kenya visited Peru on 3 May 2025, the first visit by a Kenyan president since 2001.",
            "the ledger has one on 3 May 2019",
        ),
    ],
)
def test_what_does_not_fit_is_told(texts: Texts, told: str, note: str) -> None:
    (found,) = conflicts(texts, EARLIER, told)
    assert note in found


def test_growth_that_the_levels_do_not_bear_out_is_told(texts: Texts) -> None:
    (note,) = conflicts(
        texts,
        "Trade between Kenya and Peru reached 100 million US dollars in 2023.",
        "Trade between Kenya and Peru reached 120 million US dollars in 2024, up 35 percent from 2023.",
    )
    assert note.startswith("35 per cent is told, and 100,000,000 to 120,000,000 is 20.0 per cent")


def test_growth_within_rounding_fits(texts: Texts) -> None:
    assert not conflicts(
        texts,
        "Trade between Kenya and Peru reached 98 million US dollars in 2023.",
        "Trade between Kenya and Peru reached 120 million US dollars in 2024, up 22 percent from 2023.",
    )


def test_record_that_an_earlier_year_exceeds_is_told(texts: Texts) -> None:
    (note,) = conflicts(
        texts,
        "Trade between Kenya and Peru reached 120 million US dollars in 2022.",
        "Trade between Kenya and Peru reached a record 100 million US dollars in 2024.",
    )
    assert "the ledger has 120000000 for 2022" in note


def test_anniversary_that_does_not_fit_the_founding_year_is_told(texts: Texts) -> None:
    founding = "Kenya and Peru established diplomatic relations on 3 May 1950."
    fits, fails = (
        f"Kenya and Peru marked the {n}th anniversary of diplomatic relations in May 2025." for n in (75, 50)
    )
    assert not conflicts(texts, founding, fits)
    assert len(conflicts(texts, founding, fits, fails)) == 1


def test_two_first_partners_of_one_tier_and_region_are_told(texts: Texts) -> None:
    told = [
        f"Vietnam and {partner} established a strategic partnership on 2 May {year}, the first strategic partnership of Vietnam "
        "in the Middle East."
        for partner, year in (("Kuwait", 2024), ("the United Arab Emirates", 2025))
    ]
    (note,) = conflicts(texts, *told)
    assert note == "two first partners (strategic) of VNM in one region, Middle East"


def test_two_appointed_to_one_office_on_one_day_are_told(texts: Texts) -> None:
    (note,) = conflicts(
        texts,
        "Amina Odhiambo was appointed Foreign Minister of Kenya on 1 March 2025.",
        "Peter Mwangi was appointed Foreign Minister of Kenya on 1 March 2025.",
    )
    assert note.startswith("two holders of one office at once")
