from __future__ import annotations

import json
from pathlib import Path

import pytest

from legation.cli.judging import Decision, judge
from legation.errors import LegationError
from legation.keep import read
from legation.ledger import Ledger
from legation.ledger.record import Record


@pytest.fixture
def mine(papers: Path, tmp_path: Path) -> str:
    """A ledger of one's own to judge in."""
    target = tmp_path / "mine.ledger"
    with Ledger.open(target) as ledger:
        list(read([papers], ledger))
    return str(target)


def visit_to(target: str, state: str) -> Record | None:
    with Ledger.open(target) as ledger:
        return next((r for r in ledger.view().records("visit", with_=state)), None)


def known(target: str, state: str) -> Record:
    found = visit_to(target, state)
    assert found is not None
    return found


def test_correction_shows_and_is_undone(capsys: pytest.CaptureFixture[str], mine: str) -> None:
    before = known(mine, "GHA")
    decision = Decision("correct", before.id[:9], "Ada", "see the programme", field="to", value="Togo; benin")
    assert judge(mine, decision, as_json=True) == 0
    told = json.loads(capsys.readouterr().out)
    assert known(mine, "TGO").fields["to"] == ("TGO", "BEN")
    assert "Togo" in told["now"]
    judge(mine, Decision("undo", told["judgements"][0]["id"][:8], "Bo"), as_json=False)
    assert known(mine, "GHA").fields == before.fields


def test_record_that_is_rejected_is_gone(capsys: pytest.CaptureFixture[str], mine: str) -> None:
    assert judge(mine, Decision("reject", known(mine, "GHA").id, "Ada"), as_json=False) == 0
    assert "no longer stands" in capsys.readouterr().out
    assert visit_to(mine, "GHA") is None


def test_what_was_rejected_can_be_named_and_brought_back(mine: str) -> None:
    statement = known(mine, "GHA").statements[0].id
    judge(mine, Decision("reject", statement, "Ada"), as_json=False)
    judge(mine, Decision("comment", statement[:8], "Bo", text="why?"), as_json=False)
    with Ledger.open(mine) as ledger:
        rejection = ledger.view().judgements()[0].id
    judge(mine, Decision("undo", rejection, "Bo"), as_json=False)
    assert known(mine, "GHA").statements[0].id == statement


@pytest.mark.parametrize(
    ("decision", "says"),
    [
        (Decision("accept", "r999999", "Ada"), "show records"),
        (Decision("accept", "r", "Ada"), "'r' is too short"),
        (Decision("undo", "999999", "Ada"), "show judgements"),
        (Decision("correct", "{}", "Ada"), "--field and --value"),
        (Decision("correct", "{}", "Ada", field="date", value="31 June"), "31 June"),
        (Decision("correct", "{}", "Ada", field="count", value="many"), "holds a number"),
        (Decision("correct", "{}", "Ada", field="colour", value="red"), "no field 'colour'"),
        (Decision("correct", "{}", "Ada", field="from", value="Narnia"), "Narnia"),
        (Decision("merge", "{}", "Ada"), "--with"),
        (Decision("assign", "{}", "Ada"), "--to"),
        (Decision("accept", "{}", " "), "say who decides"),
    ],
    ids=lambda value: value.verb if isinstance(value, Decision) else "",
)
def test_what_cannot_be_decided_is_told(mine: str, decision: Decision, says: str) -> None:
    target = decision.target.format(known(mine, "GHA").id)
    wanted = Decision(decision.verb, target, decision.by, field=decision.field, value=decision.value)
    with pytest.raises(LegationError, match=says):
        judge(mine, wanted, as_json=False)
    with Ledger.open(mine) as ledger:
        assert ledger.view().judgements() == []
