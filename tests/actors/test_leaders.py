from __future__ import annotations

import pytest

from legation.actors.leaders import leaders
from legation.actors.load import rows
from legation.actors.register import register


@pytest.mark.parametrize(
    ("name", "year", "actor"),
    [
        ("Xi Jinping", 2024, "CHN"),
        ("Tô Lâm", 2025, "VNM"),
        ("Luiz Inácio Lula da Silva", 2025, "BRA"),
        ("Volodymyr Zelenskyy", None, "UKR"),
        ("Ban Ki-moon", 2005, "KOR"),
        ("Ban Ki-moon", 2012, "UN"),
        ("Mark Rutte", 2015, "NLD"),
        ("Mark Rutte", 2025, "NATO"),
        ("Jomo Kenyatta", 1965, "KEN"),
    ],
)
def test_full_name_tells_for_whom_a_leader_acts(name: str, year: int | None, actor: str) -> None:
    leader = leaders().named(name, year)
    assert leader is not None
    assert leader.actor == actor


@pytest.mark.parametrize(
    ("name", "year", "actor"),
    [
        ("Putin", 2022, "RUS"),
        ("Putin", 1980, None),
        ("Lula", 2025, "BRA"),
        ("Merkel’s", 2010, "DEU"),
        ("Merkel", 1985, None),
        ("Smith", 2020, None),
    ],
)
def test_family_name_alone_means_a_leader_in_the_years_of_office(
    name: str, year: int, actor: str | None
) -> None:
    leader = leaders().alone_named(name, year)
    assert (leader.actor if leader else None) == actor


def test_table_is_sound() -> None:
    for row in rows("leaders.csv"):
        assert row["actor"] in register(), row
        assert 1900 <= int(row["since"]) <= int(row["until"] or 2026) <= 2026, row
        assert row["name"].strip() == row["name"], row
        assert not row["name"].isupper(), row


def test_name_of_two_at_one_time_means_nobody() -> None:
    assert leaders().named("Donald Tusk", 2013) is not None
    assert leaders().alone_named("Guterres", 2000) is None
