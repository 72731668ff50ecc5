"""Same, update, scope and conflict, on the cases that a careful reader gets right."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from legation.ledger.record import StoredStatement
from legation.ledger.resolve import resolve
from legation.values.when import When

ABROAD = {"subject": ("VNM",), "indicator": "overseas citizens", "unit": "count"}
VISIT = {"visitors": ("Lula",), "from": "BRA", "to": ("JPN",)}


def between(*told: StoredStatement) -> list[tuple[str, str]]:
    return [(c.type, c.field) for c in resolve(told).conflicts]


def test_later_value_of_a_series_is_an_update(make: Any) -> None:
    earlier = {"value": Decimal(6_000_000), "bound": "nearly", "period": When("2025-01")}
    later = {"value": Decimal(6_100_000), "bound": "over", "period": When("2026-02")}
    told = [make.told("figure", {**ABROAD, **f}, by="ab"[n]) for n, f in enumerate((earlier, later))]
    (conflict,) = resolve(told).conflicts
    assert (conflict.type, conflict.values[-1].value) == ("update", Decimal(6_100_000))


def test_numbers_of_partners_are_one_series(make: Any) -> None:
    counts = {"2025-01": 32, "2025-08": 38, "2026-01": 42}
    told = [
        make.told(
            "relation",
            {"parties": ("VNM",), "tier": "partnership", "action": "described", "count": Decimal(count)},
            by="abc"[n],
            date=date,
        )
        for n, (date, count) in enumerate(counts.items())
    ]
    assert between(*told) == [("update", "count")] * 2


def test_other_windows_and_actors_are_never_merged(make: Any) -> None:
    tour = {"visitors": ("To Lam",), "from": "VNM", "to": ("UN",), "count": Decimal(16)}
    year = {"from": "VNM", "to": ("UN",), "count": Decimal(21)}
    told = [
        make.told("visit", tour, by="a", date="2024-08/2025-08"),
        make.told("visit", year, by="b", date="2024"),
    ]
    assert len(make.records(*told)) == 2


def test_upgrade_after_a_lower_tier_is_an_update(make: Any) -> None:
    pair = {"parties": ("VNM", "IDN"), "action": "upgraded"}
    told = [
        make.told("relation", {**pair, "tier": "strategic_partnership"}, by="a", date="2013-06"),
        make.told(
            "relation", {**pair, "tier": "comprehensive_strategic_partnership"}, by="b", date="2025-03-10"
        ),
    ]
    assert between(*told) == [("update", "tier")]


def test_lower_tier_described_before_a_step_is_an_update_and_after_it_a_conflict(make: Any) -> None:
    pair = {"parties": ("VNM", "IDN")}
    lower = {**pair, "tier": "strategic_partnership", "action": "described"}
    higher = {**pair, "tier": "comprehensive_strategic_partnership", "action": "upgraded"}
    step = make.told("relation", higher, by="a", date="2025-03-10")
    undated, stale = (
        make.told("relation", lower, by=b, date=d) for b, d in (("b", None), ("c", "2026-01-05"))
    )
    assert between(step, undated) == [("update", "tier")]
    assert between(step, stale) == [("conflict", "tier")]


def test_step_to_a_label_of_its_own_follows_the_standard_tier(make: Any) -> None:
    pair = {"parties": ("CHN", "KEN")}
    old = {**pair, "tier": "comprehensive_strategic_partnership", "action": "established"}
    new = {**pair, "tier": "all-weather community", "action": "upgraded"}
    told = [
        make.told("relation", old, by="a", date="2017"),
        make.told("relation", new, by="b", date="2025-04-24"),
    ]
    assert between(*told) == [("update", "tier")]


def test_two_tiers_on_one_day_are_a_conflict(make: Any) -> None:
    pair = {"parties": ("VNM", "IDN"), "action": "upgraded"}
    tiers = ("strategic_partnership", "comprehensive_strategic_partnership")
    told = [
        make.told("relation", {**pair, "tier": t}, by="ab"[n], date="2025-03-10") for n, t in enumerate(tiers)
    ]
    assert between(*told) == [("conflict", "tier")]


def test_holders_of_one_office_at_their_dates_are_no_conflict(make: Any) -> None:
    office = {"office": "Foreign Minister", "of": "VNM", "action": "holds"}
    holders = {"Bui Thanh Son": "2025-01", "Le Hoai Trung": "2026-02"}
    told = [
        make.told("appointment", {**office, "person": p}, by="ab"[n], date=d)
        for n, (p, d) in enumerate(holders.items())
    ]
    assert between(*told) == [("scope", "person")]


def test_two_accounts_of_the_days_of_a_visit_are_a_conflict(make: Any) -> None:
    plan = make.told("visit", VISIT, by="a", date="2025-03-24/2025-03-27", modality="planned")
    report = make.told("visit", VISIT, by="b", date="2025-03-23/2025-03-27")
    found = {(c.type, c.field) for c in make.record(plan, report).conflicts}
    assert found == {("conflict", "date"), ("update", "modality")}


def test_day_that_a_plan_missed_is_an_update(make: Any) -> None:
    plan = make.told("visit", VISIT, by="a", date="2026-02-19", modality="planned")
    report = make.told("visit", VISIT, by="b", date="2026-02-20")
    found = {(c.type, c.field) for c in make.record(plan, report).conflicts}
    assert found == {("update", "date"), ("update", "modality")}


def test_meeting_told_a_day_apart_is_no_conflict(make: Any) -> None:
    vote = {"participants": ("PHL", "UN"), "mode": "conference", "persons": ("A. Reyes",)}
    told = [
        make.told("contact", vote, by="ab"[n], date=d) for n, d in enumerate(("2025-06-03", "2025-06-04"))
    ]
    assert [c.type for c in make.record(*told).conflicts] == ["scope"]


def test_coarser_date_is_no_conflict(make: Any) -> None:
    told = [make.told("visit", VISIT, by=b, date=d) for b, d in (("a", "2025-03"), ("b", "2025-03-24"))]
    assert make.record(*told).conflicts == ()


def test_visit_that_one_source_denies_is_a_conflict(make: Any) -> None:
    told = [
        make.told("visit", VISIT, by="ab"[n], date="2025-03-24", modality=m)
        for n, m in enumerate(("actual", "denied"))
    ]
    assert [c.field for c in make.record(*told).conflicts] == ["modality"]


def test_one_number_under_two_bounds_is_a_matter_of_scope(make: Any) -> None:
    known = {**ABROAD, "value": Decimal(6_000_000), "period": When("2025")}
    told = [make.told("figure", {**known, "bound": b}, by="ab"[n]) for n, b in enumerate(("nearly", "over"))]
    assert [(c.type, c.field) for c in make.record(*told).conflicts] == [("scope", "bound")]
