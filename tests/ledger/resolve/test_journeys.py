"""Visits and contacts: what is one, and what only looks so."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

LULA = {"visitors": ("Lula",), "from": "BRA", "to": ("JPN",)}
MET = {"participants": ("VNM", "RUS"), "persons": ("To Lam", "Putin"), "mode": "meeting"}


def visits(make: Any, *told: tuple[dict[str, Any], str | None]) -> int:
    """How many visits there are when each pair of fields and date is told by a document of its own."""
    said = [make.told("visit", {**LULA, **f}, by="abcdef"[n], date=d) for n, (f, d) in enumerate(told)]
    return len(make.records(*said))


def contacts(make: Any, *told: tuple[dict[str, Any], str | None]) -> int:
    said = [make.told("contact", {**MET, **f}, by="abcdef"[n], date=d) for n, (f, d) in enumerate(told)]
    return len(make.records(*said))


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("2025-03-24/2025-03-27", "2025-03-23/2025-03-27", 1),
        ("2025-03-24/2025-03-27", "2025-03", 1),
        ("2025-03-24/2025-03-27", "2025", 1),
        ("2025-03-24", "2025-03-27", 1),
        ("2025-03-24", "2025-03-28", 2),
        ("2025-03", "2025-04", 2),
        ("2025-03-24", None, 2),
        (None, None, 2),
        ("2025-03-31", "2025-04-01", 1),
    ],
)
def test_visits_are_one_when_their_dates_agree(make: Any, first: str, second: str, count: int) -> None:
    assert visits(make, ({}, first), ({}, second)) == count


@pytest.mark.parametrize(
    ("other", "count"),
    [
        ({"visitors": ("Luiz Inácio Lula da Silva",)}, 1),
        ({"visitors": ("Mauro Vieira",)}, 2),
        ({"visitors": ()}, 1),
        ({"to": ("JPN", "VNM")}, 1),
        ({"to": ("KOR", "VNM", "IDN", "JPN")}, 2),
        ({"to": ("VNM",)}, 2),
        ({"from": "ARG"}, 2),
    ],
)
def test_visits_are_one_when_travellers_and_hosts_agree(make: Any, other: dict[str, Any], count: int) -> None:
    assert visits(make, ({}, "2025-03-24"), (other, "2025-03-24")) == count


def test_visits_without_names_are_one_by_rank(make: Any) -> None:
    nameless = {"visitors": (), "rank": "head_of_state"}
    assert visits(make, (nameless, "2025-03-24"), (nameless, "2025-03-24")) == 1
    assert visits(make, (nameless, "2025-03-24"), ({**nameless, "rank": "minister"}, "2025-03-24")) == 2


def test_count_of_visits_is_no_visit(make: Any) -> None:
    counted = {"visitors": (), "count": Decimal(21)}
    assert visits(make, ({}, "2024"), (counted, "2024")) == 2


def test_number_of_hosts_may_go_unsaid(make: Any) -> None:
    tour = {"to": ("KAZ", "AZE", "RUS", "BLR")}
    day = "2025-05-05/2025-05-12"
    assert visits(make, ({**tour, "count": Decimal(4)}, day), (tour, day)) == 1


def test_coarse_date_that_fits_two_visits_joins_neither(make: Any) -> None:
    assert visits(make, ({}, "2025-03-02"), ({}, "2025-03-28"), ({}, "2025-03")) == 3


def test_stop_that_its_document_tells_apart_is_not_the_journey(make: Any) -> None:
    journey = make.told("visit", {**LULA, "to": ("JPN", "VNM")}, by="b", date="2025-03")
    stop = make.told("visit", LULA, by="b", date="2025-03-26", at=(9, 12))
    plan = make.told("visit", LULA, by="a", date="2025-03-24/2025-03-26", modality="planned")
    groups = [{s.id for s in r.statements} for r in make.records(journey, stop, plan)]
    assert sorted(groups, key=len) == [{stop.id}, {journey.id, plan.id}]


def test_plan_and_report_are_one_visit_that_was_held(make: Any) -> None:
    plan = make.told("visit", LULA, by="a", date="2025-03-24", modality="planned")
    report = make.told("visit", LULA, by="b", date="2025-03-25")
    record = make.record(plan, report)
    assert (record.status, record.modality, str(record.date)) == ("held", "actual", "2025-03-25")
    assert [(s.status, str(s.date)) for s in record.stages] == [
        ("planned", "2025-03-24"),
        ("held", "2025-03-25"),
    ]


def test_plan_alone_stays_planned_after_its_day(make: Any) -> None:
    record = make.record(make.told("visit", LULA, date="1998-03-24", modality="planned"))
    assert (record.status, record.modality) == ("planned", "planned")


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("2025-05-10", "2025-05-10", 1),
        ("2025-05-10", "2025-05-11", 1),  # a date line apart
        ("2025-05-10", "2025-05-12", 2),
        ("2025-05-10", "2025-05-05/2025-05-12", 1),
        ("2025-05-10", None, 2),
    ],
)
def test_contacts_are_one_when_their_days_agree(make: Any, first: str, second: str, count: int) -> None:
    assert contacts(make, ({}, first), ({}, second)) == count


@pytest.mark.parametrize(
    ("other", "count"),
    [
        ({"persons": ("Tô Lâm", "Vladimir Putin")}, 1),
        ({"persons": ("To Lam",)}, 1),
        ({"persons": ("To Lam", "Mikhail Mishustin")}, 2),
        ({"mode": "call"}, 2),
        ({"mode": None}, 1),
        ({"participants": ("VNM", "RUS", "CHN")}, 2),
        ({"participants": ("RUS",)}, 1),
        ({"participants": ("RUS",), "persons": ("Putin",)}, 2),
        ({"participants": ("VNM", "CHN")}, 2),
        ({"count": Decimal(3)}, 2),
    ],
)
def test_contacts_are_one_when_sides_and_persons_agree(make: Any, other: dict[str, Any], count: int) -> None:
    assert contacts(make, ({}, "2025-05-10"), (other, "2025-05-10")) == count


def test_contact_with_one_side_named_needs_both_persons(make: Any) -> None:
    one_sided = {"participants": ("VNM",), "persons": ("To Lam",)}
    assert contacts(make, ({}, "2025-05-10"), (one_sided, "2025-05-10")) == 2
    assert contacts(make, (one_sided, "2025-05-10"), (one_sided, "2025-05-10")) == 2
    assert contacts(make, ({}, "2025-05-10"), ({"participants": ("VNM",)}, "2025-05-10")) == 1


def test_invitation_is_not_the_visit(make: Any) -> None:
    urged = make.told("visit", LULA, by="a", date="2025-03", modality="called_for")
    held = make.told("visit", LULA, by="b", date="2025-03-24")
    assert len(make.records(urged, held)) == 2


def test_undated_contacts_are_one_only_inside_a_document(make: Any) -> None:
    first, again = make.told("contact", MET), make.told("contact", MET, at=(40, 50))
    elsewhere = make.told("contact", MET, by="b")
    assert len(make.records(first, again)) == 1
    assert len(make.records(first, elsewhere)) == 2


def test_summit_with_most_of_its_members_is_one(make: Any) -> None:
    summit = {"participants": ("VNM", "LAO", "KHM", "THA"), "persons": (), "mode": "conference"}
    others = {**summit, "participants": ("VNM", "LAO", "KHM")}
    assert contacts(make, (summit, "2025-05-10"), (others, "2025-05-10")) == 1
