from __future__ import annotations

import json
from importlib.util import find_spec

import pytest

from legation.errors import UnknownActor, UsageError

pytestmark = pytest.mark.skipif(
    not find_spec("lightgbm"), reason="lightgbm is missing: warnings were not tested"
)

if find_spec("lightgbm"):
    from legation.cli.warning import Asked, warn


def told_of(
    capsys: pytest.CaptureFixture[str], held: str, asked: Asked
) -> dict[str, list[dict[str, object]]]:
    assert warn(held, asked, as_json=True) == 0
    told: dict[str, list[dict[str, object]]] = json.loads(capsys.readouterr().out)
    return told


def test_warn_on_a_small_ledger_says_that_there_is_not_enough(
    held: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert warn(held, Asked("Norway", "KEN", "2025-07-01", ("visit",)), as_json=False) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "not enough data" in told
    assert "30 pairs must have had such an event" in told
    assert "Foreign Minister Anna Berg of Norway visited Kenya" in told


def test_warn_tells_counts_base_rates_and_no_probability(
    held: str, capsys: pytest.CaptureFixture[str]
) -> None:
    told = told_of(capsys, held, Asked("NOR", "KEN", "2025-07-01"))
    visits = [each for each in told["warnings"] if each["event"] == "visit"]
    assert [each["days"] for each in visits] == [7, 28, 90]
    assert {each["probability"] for each in told["warnings"]} == {None}
    assert all(each["enough"] is False and each["missing"] for each in told["warnings"])
    assert visits[0]["n"] == 2
    assert told["events"][0]["date"] == "2025-03-13"


def test_warn_knows_nothing_that_was_published_later(held: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = told_of(capsys, held, Asked("NOR", None, "2025-04-01", ("visit",)))
    assert {event["document"] for event in told["events"]} == {"berg"}


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        (Asked("NOR", "Norway", "2025-07-01"), UsageError),
        (Asked("NOR", "KEN", "soon"), UsageError),
        (Asked("NOR", "KEN", "2025-07-01", ("coup",)), UsageError),
        (Asked("NOR", "Ruritania", "2025-07-01"), UnknownActor),
    ],
)
def test_warn_asked_wrongly_is_told(held: str, asked: Asked, error: type[Exception]) -> None:
    with pytest.raises(error):
        warn(held, asked, as_json=False)
