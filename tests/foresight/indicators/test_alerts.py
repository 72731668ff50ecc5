"""When alerts are raised, told again and over; that small edits and retellings tell nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.foresight.indicators.alerts import Known, after, alerts_of, known_of, payload_of
from legation.foresight.indicators.declared import declared
from legation.foresight.indicators.past import past_sight, tracks
from legation.foresight.indicators.rule import Rule
from legation.foresight.indicators.sight import Reading, Sight
from legation.ledger import Ledger
from legation.ledger.record import Registered

from ..chronicle import Clock, silent, tell

DECLARED = declared()
(CANCELLED,) = (rule for rule in DECLARED.rules if rule.NAME == "cancelled_visit")
PAIR = ("KEN", "PER")
DAY = date(2024, 6, 1)


LEVELS: dict[date, float | None] = {}


@dataclass(frozen=True, kw_only=True)
class Fixed(Rule):
    """A rule whose level of each day is given in `LEVELS`."""

    NAME: ClassVar[str] = "fixed"
    TITLE: ClassVar[str] = "Fixed"

    def read(self, sight: Sight) -> list[Reading]:
        level = LEVELS[sight.day]
        return [] if level is None else [Reading(PAIR, level, f"level {level}", (), "nothing")]


RULE = Fixed(enabled=True, raise_at=2.0, clear_at=1.0, news=1.0, warns_of=("sanction",), within_days=90)


def turns(levels: list[float | None]) -> list[str]:
    """What is told on each day of a course of levels."""
    known: dict[str, Known] = {}
    told: list[str] = []
    for number, level in enumerate(levels):
        day = DAY + timedelta(days=number)
        LEVELS[day] = level
        found = alerts_of([RULE], Sight("KEN", day, DAY, day, ()), known)
        for alert in found:
            known[alert.key] = after(alert, known.get(alert.key))
        told.append(found[0].turn if found else "")
    return told


def test_alert_is_raised_stands_has_news_and_is_over() -> None:
    assert turns([1.9, 2.0, 2.5, 1.5, 3.1, 3.2, 1.0, 1.9, 2.1]) == [
        "",
        "raised",
        "standing",
        "standing",
        "news",
        "standing",
        "over",
        "",
        "raised",
    ]


def test_alert_is_over_when_nothing_is_read_any_more() -> None:
    assert turns([2.5, None, None]) == ["raised", "over", ""]


@given(st.lists(st.floats(1.01, 2.99), min_size=1, max_size=40))
def test_level_that_wavers_between_the_thresholds_is_told_once_at_most(levels: list[float]) -> None:
    told = [turn for turn in turns([*levels]) if turn in ("raised", "news", "over")]
    assert told in ([], ["raised"])


@given(st.lists(st.one_of(st.none(), st.floats(0, 9)), max_size=40))
def test_every_alert_is_raised_before_it_is_over(levels: list[float | None]) -> None:
    told = [turn for turn in turns(levels) if turn in ("raised", "over")]
    assert told == (["raised", "over"] * len(told))[: len(told)]


def test_what_was_told_comes_back_from_the_register() -> None:
    LEVELS[DAY] = 2.5
    (alert,) = alerts_of([RULE], Sight("KEN", DAY, DAY, DAY, ()), {})
    known = after(alert, None)
    payload = json.loads(json.dumps(payload_of(alert, known, DAY, "digest")))
    row = Registered("x", "alert", alert.key, payload, "rule", "", datetime(2024, 6, 1, tzinfo=UTC))
    assert known_of([row]) == {alert.key: known}


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "desk.ledger", clock=Clock()) as opened:
        yield opened


def told(ledger: Ledger, day: str, known: dict[str, Known]) -> list[str]:
    sight = past_sight(ledger.view(), "KEN", date.fromisoformat(day))
    found = alerts_of([CANCELLED], sight, known)
    for alert in found:
        known[alert.key] = after(alert, known.get(alert.key))
    return [alert.turn for alert in found]


def test_small_edit_of_a_text_is_no_news_and_another_visit_is(ledger: Ledger) -> None:
    known: dict[str, Known] = {}
    tell(ledger, "2024-05-01", modality="denied", date="2024-05-20")
    assert told(ledger, "2024-05-03", known) == ["raised"]
    tell(ledger, "2024-05-04", modality="denied", date="2024-05-21", words="A text, put otherwise.")
    assert told(ledger, "2024-05-06", known) == ["standing"]
    tell(ledger, "2024-05-07", modality="denied", date="2024-08-20")
    assert told(ledger, "2024-05-09", known) == ["news"]
    assert told(ledger, "2024-05-10", known) == ["standing"]


def monthly(ledger: Ledger, first: int, last: int) -> None:
    for month in range(first, last + 1):
        tell(ledger, f"2024-{month:02}-01")


def test_past_alerts_are_judged_by_what_came(ledger: Ledger) -> None:
    monthly(ledger, 1, 6)
    for month in range(7, 13):
        silent(ledger, f"2024-{month:02}-01")
    tell(ledger, "2024-10-20", "event", {"source": ("PER",), "target": ("KEN",), "type": "SANCTION"})
    silent(ledger, "2025-06-01")
    found = tracks(ledger.view(), "KEN", DECLARED, date(2025, 6, 2))
    drought = found.of_rule["contact_drought"]
    assert (drought.hits, drought.false, drought.missed) == (1, 0, 0)
    assert found.of_rule["tone"].missed == 1
    assert found.of_pair["contact_drought:KEN+PER"] == drought


def test_past_alert_that_nothing_followed_is_a_false_alarm(ledger: Ledger) -> None:
    monthly(ledger, 1, 6)
    silent(ledger, "2024-10-01")
    silent(ledger, "2025-06-01")
    drought = tracks(ledger.view(), "KEN", DECLARED, date(2025, 6, 2)).of_rule["contact_drought"]
    assert (drought.hits, drought.false, drought.open) == (0, 1, 0)


def test_ledger_without_dated_texts_has_no_past(ledger: Ledger) -> None:
    assert tracks(ledger.view(), "KEN", DECLARED, DAY).days == 0
