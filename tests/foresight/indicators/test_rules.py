"""Each rule on small worlds of texts: when it speaks, at which level, and when it keeps silent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from legation.foresight.indicators.declared import declared
from legation.foresight.indicators.past import past_sight
from legation.foresight.indicators.sight import Reading
from legation.ledger import Ledger
from legation.records import FieldValue
from legation.values.when import When

from ..chronicle import Clock, silent, tell

RULES = {rule.NAME: rule for rule in declared().rules}


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "desk.ledger", clock=Clock()) as opened:
        yield opened


def read(ledger: Ledger, rule: str, day: str) -> Reading | None:
    """What a rule reads of Kenya and Peru on a day."""
    found = {
        each.actors: each
        for each in RULES[rule].read(past_sight(ledger.view(), "KEN", date.fromisoformat(day)))
    }
    return found.get(("KEN", "PER"))


def level(ledger: Ledger, rule: str, day: str) -> float | None:
    reading = read(ledger, rule, day)
    return None if reading is None else reading.level


def monthly(ledger: Ledger, months: int) -> None:
    for month in range(1, months + 1):
        tell(ledger, f"2024-{month:02}-01")


def test_drought_grows_with_the_days_since_the_last_contact(ledger: Ledger) -> None:
    monthly(ledger, 6)
    silent(ledger, "2024-12-01")
    reading = read(ledger, "contact_drought", "2024-12-02")
    assert reading is not None
    assert reading.level == pytest.approx((date(2024, 12, 2) - date(2024, 6, 1)).days / 31)
    assert "2024-06-01" in reading.words
    assert "2024-06-01" in reading.cancels
    assert len(reading.records) == 1


def test_drought_is_not_told_of_days_of_which_nothing_was_read(ledger: Ledger) -> None:
    monthly(ledger, 6)
    assert level(ledger, "contact_drought", "2024-12-02") == pytest.approx(1 / 31)


def test_source_that_has_dried_up_is_no_drought(ledger: Ledger) -> None:
    monthly(ledger, 6)
    for month in range(1, 7):
        tell(ledger, f"2024-{month:02}-15", fields={"from": "KEN", "to": ("FJI",)})
    silent(ledger, "2024-12-01")
    assert level(ledger, "contact_drought", "2024-12-02") == 1
    for month in range(7, 12):
        tell(ledger, f"2024-{month:02}-15", fields={"from": "KEN", "to": ("FJI",)})
    assert (level(ledger, "contact_drought", "2024-12-02") or 0) > 5


def test_drought_needs_a_rhythm(ledger: Ledger) -> None:
    monthly(ledger, 4)
    silent(ledger, "2024-12-01")
    assert level(ledger, "contact_drought", "2024-12-02") is None


def test_what_is_planned_or_not_yet_told_ends_no_drought(ledger: Ledger) -> None:
    monthly(ledger, 6)
    tell(ledger, "2024-11-01", modality="planned", date="2024-11-05")
    tell(ledger, "2024-12-20", date="2024-11-10")
    silent(ledger, "2024-12-01")
    assert (level(ledger, "contact_drought", "2024-12-02") or 0) > 5


def act(ledger: Ledger, day: str, kind: str) -> None:
    tell(ledger, day, "event", {"source": ("PER",), "target": ("KEN",), "type": kind})


def test_tone_falls_when_words_and_deeds_turn_hostile(ledger: Ledger) -> None:
    for day in ("2024-01-01", "2024-02-01", "2024-03-01", "2024-04-01"):
        act(ledger, day, "SUPPORT")
    for day in ("2024-07-05", "2024-07-20"):
        act(ledger, day, "ACCUSE")
    assert level(ledger, "tone", "2024-07-25") is None
    act(ledger, "2024-08-01", "SANCTION")
    reading = read(ledger, "tone", "2024-08-05")
    assert reading is not None
    assert reading.level == pytest.approx(1 - (-1 - 1 - 2) / 3)
    assert str(reading.records[0].date) == "2024-08-01"


def test_cancelled_visit_counts_for_a_while(ledger: Ledger) -> None:
    tell(ledger, "2024-05-01", modality="denied", date="2024-05-10")
    assert level(ledger, "cancelled_visit", "2024-05-20") == 1
    assert level(ledger, "cancelled_visit", "2024-09-01") is None


def test_visit_that_is_told_again_is_no_later_one(ledger: Ledger) -> None:
    for day in ("2024-05-01", "2024-08-20"):
        tell(ledger, day, modality="denied", date="2024-05-10")
    assert level(ledger, "cancelled_visit", "2024-09-01") is None


def commitment(ledger: Ledger, day: str, *, deadline: str = "2024-06-30", worth: int = 50_000_000) -> None:
    fields: dict[str, FieldValue] = {
        "by": ("PER",),
        "to": ("KEN",),
        "what": "lend for a railway",
        "value": Decimal(worth),
        "unit": "USD",
        "deadline": When.parse(deadline),
    }
    tell(ledger, day, "commitment", fields)


def test_commitment_is_overdue_after_the_days_of_grace(ledger: Ledger) -> None:
    commitment(ledger, "2024-01-05")
    assert level(ledger, "overdue_commitment", "2024-07-20") is None
    reading = read(ledger, "overdue_commitment", "2024-07-31")
    assert reading is not None
    assert "no text tells that they were met" in reading.words
    assert "broken" not in reading.words


def test_commitment_without_weight_or_deadline_is_left_alone(ledger: Ledger) -> None:
    commitment(ledger, "2024-01-05", worth=1000)
    tell(ledger, "2024-01-06", "commitment", {"by": ("PER",), "to": ("KEN",), "what": "be friends"})
    assert level(ledger, "overdue_commitment", "2025-07-31") is None


def tariff(ledger: Ledger, day: str, rate: int, before: int | None = None) -> None:
    fields: dict[str, FieldValue] = {
        "subject": ("KEN", "PER"),
        "indicator": "tariff on tea",
        "value": Decimal(rate),
        "unit": "percent",
        "period": When.parse(day),
        "change_from": Decimal(before) if before is not None else None,
    }
    tell(ledger, day, "figure", fields)


def test_tariff_step_is_from_the_rate_before(ledger: Ledger) -> None:
    tariff(ledger, "2024-01-05", 25, 5)
    assert level(ledger, "tariff_step", "2024-01-10") == 20
    tariff(ledger, "2024-06-01", 22)
    assert (level(ledger, "tariff_step", "2024-06-10") or 0) == pytest.approx(3)
    assert level(ledger, "tariff_step", "2025-06-10") is None


def votes(ledger: Ledger, shares: dict[int, str]) -> None:
    for year, share in shares.items():
        fields: dict[str, FieldValue] = {
            "subject": ("KEN", "PER"),
            "indicator": "share of equal votes in the UN General Assembly",
            "value": Decimal(share),
            "unit": "percent",
            "period": When.parse(str(year)),
        }
        tell(ledger, "2024-01-05", "figure", fields, date=str(year))


def test_votes_diverge_below_the_mean_of_years_before(ledger: Ledger) -> None:
    votes(ledger, {2020: "90", 2021: "88", 2022: "92", 2023: "75.5"})
    reading = read(ledger, "diverging_votes", "2024-02-01")
    assert reading is not None
    assert reading.level == pytest.approx(14.5)
    assert "75.5 percent in 2023" in reading.words


def test_votes_of_too_few_years_say_nothing(ledger: Ledger) -> None:
    votes(ledger, {2021: "88", 2022: "92", 2023: "75.5"})
    assert level(ledger, "diverging_votes", "2024-02-01") is None


def test_no_rule_reads_what_is_published_later(ledger: Ledger) -> None:
    monthly(ledger, 6)
    day = date(2024, 7, 1)
    before = {name: read(ledger, name, day.isoformat()) for name in RULES}
    tell(ledger, "2024-07-02", modality="denied", date="2024-06-20")
    commitment(ledger, "2024-07-03", deadline="2024-01-30")
    tariff(ledger, "2024-07-04", 60)
    votes_day = (day + timedelta(days=3)).isoformat()
    act(ledger, votes_day, "ASSAULT")
    after = {name: read(ledger, name, day.isoformat()) for name in RULES}
    assert before == after
