"""Agreements and policies."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

DEAL = {"parties": ("VNM", "USA"), "title": "Agreement on Reciprocal Trade", "action": "signed"}


def agreements(make: Any, first: dict[str, Any], second: dict[str, Any]) -> list[Any]:
    """Records of two agreements, told by two documents; `date` stands among the fields."""
    said = []
    for by, given in (("a", first), ("b", second)):
        fields = {**DEAL, **given}
        date = fields.pop("date", "2025-07-02")
        said.append(make.told("agreement", fields, by=by, date=date))
    records: list[Any] = make.records(*said)
    return records


@pytest.mark.parametrize(
    ("second", "count"),
    [
        ({}, 1),
        ({"title": "reciprocal trade agreement"}, 1),
        ({"title": "Reciprocal Trade Deal", "action": "in_force", "date": "2026-01-01"}, 1),
        ({"date": "2024-02-02"}, 2),
        ({"title": "Memorandum on Reciprocal Trade"}, 2),
        ({"title": "Agreement on Fisheries Surveillance"}, 2),
        ({"parties": ("VNM", "JPN")}, 2),
        ({"count": Decimal(20)}, 2),
    ],
)
def test_agreements_are_one_by_parties_title_and_step(make: Any, second: dict[str, Any], count: int) -> None:
    assert len(agreements(make, {}, second)) == count


def test_agreements_with_other_numbers_are_two(make: Any) -> None:
    titles = ("Protocol 12 on Border Gates", "Protocol 14 on Border Gates")
    assert len(agreements(make, {"title": titles[0]}, {"title": titles[1]})) == 2


def test_steps_of_an_agreement_are_its_stages(make: Any) -> None:
    talks = {"action": "negotiating", "date": "2024-05"}
    (record,) = agreements(make, talks, {"date": "2025-07-02"})
    assert [s.status for s in record.stages] == ["negotiating", "signed"]
    assert (record.status, [c.type for c in record.conflicts]) == ("signed", ["update"])


def test_deal_announced_and_still_under_negotiation_later_is_a_conflict(make: Any) -> None:
    struck = {"title": "trade deal", "action": "concluded", "date": "2025-07"}
    (record,) = agreements(
        make, struck, {"title": "trade agreement", "action": "negotiating", "date": "2026-02"}
    )
    assert (record.status, [c.type for c in record.conflicts]) == ("negotiating", ["conflict"])


def test_signed_and_only_concluded_on_one_day_is_a_conflict(make: Any) -> None:
    (record,) = agreements(make, {"action": "concluded"}, {"action": "signed"})
    (conflict,) = record.conflicts
    assert (conflict.type, conflict.field) == ("conflict", "action")
    assert {str(v.value) for v in conflict.values} == {"concluded", "signed"}


@pytest.mark.parametrize(
    ("title", "count"),
    [
        ("Resolution No. 59-NQ/TW on international integration", 1),
        ("Resolution 57 on science and technology", 2),
        ("Law on Fisheries", 2),
    ],
)
def test_policies_are_one_by_author_and_title(make: Any, title: str, count: int) -> None:
    known = {"by": ("Communist Party of Vietnam",), "title": "Resolution 59 on international integration"}
    first = make.told("policy", {**known, "action": "adopted"}, by="a", date="2025-01-24")
    second = make.told("policy", {**known, "title": title, "action": "adopted"}, by="b")
    assert len(make.records(first, second)) == count


def test_policy_without_a_title_goes_by_its_topic(make: Any) -> None:
    said = [make.told("policy", {"by": ("USA",), "topic": "duties on imported steel"}, by=b) for b in "ab"]
    assert len(make.records(*said)) == 1
