"""The pages that look ahead: alerts with their reasons, forecasts with their scores."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.foresight.chronicle import Clock, chronicle, silent, tell

from legation.cli.alerting import Asked, tell_alerts
from legation.desk.app import desk
from legation.foresight.classes import class_of
from legation.foresight.question import Estimate, Question
from legation.foresight.register import Answer, forecasts, record_forecast
from legation.ledger import Ledger

HOSTILE = "<script>alert(1)</script> The visit was called off."


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with chronicle(tmp_path / "desk.ledger", ["2024-01-10", "2024-02-20"], Clock("2024-06-01")) as opened:
        question = Question(class_of("visit"), ("KEN", "PER"), date(2024, 6, 2), date(2024, 6, 30), "no")
        for chance in (0.8, 0.1):
            record_forecast(
                opened, question, Answer(Estimate(chance), "person", "", "Ada"), today=date(2024, 6, 1)
            )
        tell(opened, "2024-06-10")
        today = datetime.now(UTC).date().isoformat()
        tell(opened, today, modality="denied", date=today, words=HOSTILE)
        silent(opened, today)
        yield opened


def test_alert_shows_its_reasons_and_the_passage_as_text(ledger: Ledger, open_desk: Any) -> None:
    page = open_desk(desk(ledger)).page("/alerts?of=Kenya")
    for each in ("Visit cancelled", "not told yet", "raised at 1", "Cancelled by", "&lt;script&gt;"):
        assert each in page
    assert "<script" not in page


def test_alert_that_was_told_says_how_such_alerts_did(ledger: Ledger, open_desk: Any) -> None:
    tell_alerts(ledger.place, Asked("KEN"), as_json=True)
    page = open_desk(desk(ledger)).page("/alerts?of=KEN")
    assert "stands" in page
    assert "with this partner: 0 hits" in page


def test_page_of_alerts_records_nothing(ledger: Ledger, open_desk: Any) -> None:
    seal = ledger.verify().seal
    for address in ("/alerts", "/alerts?of=KEN", "/forecasts"):
        open_desk(desk(ledger)).page(address)
    assert ledger.verify().seal == seal


def test_actor_without_alerts_has_a_page_that_says_so(ledger: Ledger, open_desk: Any) -> None:
    assert "No rule’s level is reached" in open_desk(desk(ledger)).page("/alerts?of=FJI")


def test_name_that_nobody_has_is_told(ledger: Ledger, open_desk: Any) -> None:
    assert open_desk(desk(ledger)).get("/alerts?of=Nowhereland").status_code == 404


def test_forecasts_are_shown_with_scores_and_pictures_hits_and_misses_alike(
    ledger: Ledger, open_desk: Any
) -> None:
    page = open_desk(desk(ledger)).page("/forecasts")
    assert len(forecasts(ledger.view())) == 2
    assert "2 forecasts: 2 yes" in page
    assert page.count("<svg") == 2
    for each in ("80% (very likely)", "10% (very unlikely)", "0.040", "0.810"):
        assert each in page


def test_forecasts_of_an_earlier_day_are_those_of_that_day(ledger: Ledger, open_desk: Any) -> None:
    assert "No forecast is recorded" in open_desk(desk(ledger)).page("/forecasts?as_of=2024-05-01")
