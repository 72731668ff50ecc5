"""Relations, memberships and appointments: what holds, and since when."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from legation.values.when import When

CSP = {"parties": ("VNM", "USA"), "tier": "comprehensive_strategic_partnership", "action": "upgraded"}
SEAT = {"actor": "VNM", "body": "UN Human Rights Council", "action": "member"}
LAM = {"person": "To Lam", "office": "General Secretary", "of": "Communist Party of Vietnam"}


def test_upgrade_told_by_many_and_its_anniversary_are_one_record(make: Any) -> None:
    told = [make.told("relation", CSP, by=b, date="2023-09-10") for b in "abc"]
    told.append(make.told("relation", {**CSP, "action": "established"}, by="d", date="2023"))
    told.append(make.told("relation", {**CSP, "action": "described"}, by="e", date="2026-02-20"))
    told.append(make.told("relation", {**CSP, "parties": ("USA", "VNM"), "action": "described"}, by="f"))
    record = make.record(*told)
    assert (str(record.date), record.status) == ("2023-09-10", "upgraded")


def test_tier_that_is_only_described_dates_no_step(make: Any) -> None:
    record = make.record(make.told("relation", {**CSP, "action": "described"}))
    assert (record.date, record.status) == (None, "described")


@pytest.mark.parametrize(
    ("second", "date", "count"),
    [
        ({"tier": "strategic_partnership"}, "2023-09-10", 2),
        ({"parties": ("VNM", "JPN")}, "2023-09-10", 2),
        ({"action": "downgraded"}, "2023-09-10", 2),
        ({"count": Decimal(3)}, "2023-09-10", 2),
        ({}, "2013-07-25", 2),
        ({"action": "described"}, "2020-01-01", 2),
    ],
)
def test_relations_stay_apart(make: Any, second: dict[str, Any], date: str, count: int) -> None:
    first = make.told("relation", CSP, by="a", date="2023-09-10")
    assert len(make.records(first, make.told("relation", {**CSP, **second}, by="b", date=date))) == count


def test_step_under_two_labels_of_the_sources_own_is_one_with_both_kept(make: Any) -> None:
    first = make.told("relation", {**CSP, "tier": "new level"}, by="a", date="2025-04-24")
    second = make.told("relation", {**CSP, "tier": "all-weather community"}, by="b", date="2025-04")
    record = make.record(first, second)
    assert [str(v.value) for v in record.variants["tier"]] == ["all-weather community", "new level"]
    assert [c.type for c in record.conflicts] == ["scope"]


def test_labels_of_one_document_stay_apart(make: Any) -> None:
    told = [make.told("relation", {**CSP, "tier": t}, date="1919-05-02") for t in ("recognition", "legation")]
    assert len(make.records(*told)) == 2


@pytest.mark.parametrize(
    ("second", "date", "count"),
    [
        ({}, None, 1),
        ({"action": "joined"}, "2023-01-01", 1),
        ({"action": "chairs"}, None, 2),
        ({"body": "UN Security Council"}, None, 2),
        ({"role": "vice-president"}, None, 1),
    ],
)
def test_memberships_are_one_by_body_and_step(
    make: Any, second: dict[str, Any], date: str, count: int
) -> None:
    first = make.told("membership", SEAT, by="a")
    assert len(make.records(first, make.told("membership", {**SEAT, **second}, by="b", date=date))) == count


def test_memberships_of_other_terms_and_roles_are_two(make: Any) -> None:
    terms: list[dict[str, Any]] = [{"term": When("2023/2025")}, {"term": When("2026/2028")}]
    roles: list[dict[str, Any]] = [{"role": "founding member"}, {"role": "among the first to commit"}]
    for pair in (terms, roles):
        told = [make.told("membership", {**SEAT, **f}, by="ab"[n]) for n, f in enumerate(pair)]
        assert len(make.records(*told)) == 2


@pytest.mark.parametrize(
    ("second", "date", "count"),
    [
        ({"action": "holds"}, None, 1),
        ({"person": "Lam", "action": "holds"}, None, 1),
        ({"action": "elected", "office": "party leader"}, None, 1),
        ({"action": "elected"}, "2024-08-03", 2),
        ({"person": "Nguyen Phu Trong", "action": "holds"}, None, 2),
        ({"office": "Deputy General Secretary", "action": "holds"}, None, 2),
        ({"of": "VNM", "action": "holds"}, None, 2),
    ],
)
def test_appointments_are_one_by_person_and_office(
    make: Any, second: dict[str, Any], date: str, count: int
) -> None:
    first = make.told("appointment", {**LAM, "action": "elected"}, by="a", date="2026-01-23")
    assert len(make.records(first, make.told("appointment", {**LAM, **second}, by="b", date=date))) == count


def test_last_name_alone_joins_no_one_of_two_bearers(make: Any) -> None:
    office = {"office": "President", "of": "KOR", "action": "holds"}
    names = ("Lee Jae Myung", "Lee Myung Bak", "Lee")
    told = [make.told("appointment", {**office, "person": p}, by="abc"[n]) for n, p in enumerate(names)]
    assert len(make.records(*told)) == 3


def test_president_elect_and_president_are_stages_of_one_person(make: Any) -> None:
    office = {"person": "Prabowo Subianto", "office": "President", "of": "IDN"}
    elect = make.told("appointment", {**office, "action": "elected"}, by="a")
    holds = make.told("appointment", {**office, "action": "holds"}, by="b")
    assert make.record(elect, holds).status == "holds"


def test_body_is_one_whatever_the_texts_call_it(make: Any) -> None:
    by_letters = {"actor": "KEN", "body": "AU", "action": "member"}
    in_full = {"actor": "KEN", "body": "African Union", "action": "member"}
    assert (
        len(
            make.records(
                make.told("membership", by_letters, by="a"), make.told("membership", in_full, by="b")
            )
        )
        == 1
    )
