from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from tests.foresight.chronicle import Clock, tell

from legation.cli.alerting import Asked, tell_alerts
from legation.errors import UsageError
from legation.ledger import Ledger
from legation.records import FieldValue
from legation.values.when import When

LOAN = "Norway promised Kenya a loan of 50 million US dollars by 30 May 2025."


@pytest.fixture
def mine(tmp_path: Path) -> str:
    """A ledger of one's own with an overdue commitment."""
    target = tmp_path / "mine.ledger"
    fields: dict[str, FieldValue] = {
        "by": ("NOR",),
        "to": ("KEN",),
        "what": "lend 50 million dollars",
        "value": Decimal(50_000_000),
        "unit": "USD",
        "deadline": When.parse("2025-05-30"),
    }
    with Ledger.open(target, clock=Clock("2025-03-01")) as ledger:
        tell(ledger, "2025-02-14", "commitment", fields, words=LOAN)
    return str(target)


def told(capsys: pytest.CaptureFixture[str], mine: str, **asked: object) -> list[dict[str, object]]:
    assert tell_alerts(mine, Asked("Norway", **asked), as_json=True) == 0  # type: ignore[arg-type]
    found: list[dict[str, object]] = json.loads(capsys.readouterr().out)["alerts"]
    return found


def test_alert_says_rule_values_passages_and_what_would_cancel_it(
    capsys: pytest.CaptureFixture[str], mine: str
) -> None:
    tell_alerts(mine, Asked("Norway"), as_json=False)
    words = capsys.readouterr().out
    for each in (
        "Commitment overdue: Kenya – Norway",
        "raised at 1",
        "50 million",
        "cancelled by",
        "before:",
    ):
        assert each in words, words


def test_alert_is_not_told_again_without_news(capsys: pytest.CaptureFixture[str], mine: str) -> None:
    (first,) = told(capsys, mine)
    (second,) = told(capsys, mine)
    assert (first["turn"], second["turn"]) == ("raised", "standing")
    tell_alerts(mine, Asked("Norway"), as_json=False)
    assert "told before without news" in capsys.readouterr().out
    with Ledger.open(mine) as ledger:
        assert len(ledger.view().registered("alert")) == 1
        assert ledger.verify().problems == ()


def test_alert_whose_record_is_rejected_is_over(capsys: pytest.CaptureFixture[str], mine: str) -> None:
    told(capsys, mine)
    with Ledger.open(mine) as ledger:
        for record in ledger.view().records("commitment"):
            for statement in record.statements:
                ledger.judge("reject", statement.id, by="Ada", why="paid")
    assert [each["turn"] for each in told(capsys, mine)] == ["over"]
    assert told(capsys, mine) == []


@pytest.mark.parametrize("asked", [{"dry_run": True}, {"on": "2026-01-01"}, {"as_of": "2100-01-01"}])
def test_looking_records_nothing(
    capsys: pytest.CaptureFixture[str], mine: str, asked: dict[str, object]
) -> None:
    assert [each["turn"] for each in told(capsys, mine, **asked)] == ["raised"]
    assert [each["turn"] for each in told(capsys, mine, **asked)] == ["raised"]


def test_other_partners_and_earlier_days_have_no_alert(capsys: pytest.CaptureFixture[str], mine: str) -> None:
    assert told(capsys, mine, partners=("Ghana",)) == []
    assert told(capsys, mine, on="2025-06-10") == []


def test_bad_file_of_rules_is_told(mine: str, tmp_path: Path) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text("[overdue_commitment]\ngrace = 3\n")
    with pytest.raises(UsageError, match=r"rules\.toml:2: .*grace_days"):
        tell_alerts(mine, Asked("Norway", rules=rules), as_json=True)
