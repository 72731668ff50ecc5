from __future__ import annotations

import json

import pytest

from legation.cli.filtering import Filters
from legation.cli.showing import show_view
from legation.errors import AmbiguousActor, DateError, LedgerError, UnknownActor, UsageError


def shown(capsys: pytest.CaptureFixture[str], what: str, target: str, **filters: object) -> str:
    wanted = Filters(**filters)  # type: ignore[arg-type]
    assert show_view(what, target, as_of=None, filters=wanted, as_json=False) == 0
    return capsys.readouterr().out


def rows(
    capsys: pytest.CaptureFixture[str], what: str, target: str, **filters: object
) -> list[dict[str, object]]:
    wanted = Filters(**filters)  # type: ignore[arg-type]
    assert show_view(what, target, as_of=None, filters=wanted, as_json=True) == 0
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize(
    ("what", "filters", "told"),
    [
        ("documents", {"kind": "agreement"}, ("name", ["berg"])),
        ("documents", {"actors": ("GHA",)}, ("name", ["trade"])),
        ("documents", {"published_start": "2025-06"}, ("name", ["trade"])),
        ("documents", {"end": "2025-03"}, ("name", ["berg", "trade"])),
        ("documents", {"start": "2025-06"}, ("name", [])),
        ("records", {"kind": "visit", "published_start": "2025-06"}, ("date", ["2025-05-30"])),
        ("records", {"kind": "visit", "published_end": "2025-05"}, ("date", ["2025-03-12"])),
        ("documents", {"actors": ("GHA",), "kind": "agreement"}, ("name", [])),
        ("records", {"kind": "visit", "actors": ("Kenya",)}, ("date", ["2025-03-12"])),
        ("records", {"start": "2025-05", "end": "2025-05"}, ("date", ["2025-05-30"])),
        ("actors", {"kind": "agreement"}, ("actor", ["KEN", "NOR"])),
        ("actors", {"actors": ("GHA",)}, ("actor", ["GHA", "NOR"])),
        ("actors", {"end": "2025-03", "kind": "visit"}, ("actor", ["KEN", "NOR"])),
        ("conflicts", {"actors": ("GHA",), "start": "2025"}, ("kind", [])),
    ],
)
def test_every_filter_keeps_what_it_names(
    capsys: pytest.CaptureFixture[str],
    held: str,
    what: str,
    filters: dict[str, object],
    told: tuple[str, list[str]],
) -> None:
    key, expected = told
    assert sorted(str(row[key]) for row in rows(capsys, what, held, **filters)) == expected


def test_documents_say_why_one_was_not_read(capsys: pytest.CaptureFixture[str], held: str) -> None:
    assert "not read: empty" in shown(capsys, "documents", held)


def test_one_is_no_plural(capsys: pytest.CaptureFixture[str], held: str) -> None:
    told = shown(capsys, "records", held, kind="agreement")

    assert told.startswith("1 record\n")


def test_nothing_found_has_no_headings(capsys: pytest.CaptureFixture[str], held: str) -> None:
    assert shown(capsys, "records", held, actors=("CHL",)) == "0 records\n"


@pytest.mark.parametrize(
    ("filters", "error", "message"),
    [
        (Filters(kind="visits"), UsageError, "the kinds are visit, contact"),
        (Filters(actors=("",)), UsageError, "--with is empty"),
        (Filters(actors=("Norwey",)), UnknownActor, "near names: Norway.*show actors"),
        (Filters(actors=("Congo",)), AmbiguousActor, "COD.*COG"),
        (Filters(start="2025-05", end="2025-03"), UsageError, "--from 2025-05 lies after --to 2025-03"),
        (Filters(start="2025-02-30"), DateError, "2025-02-30"),
    ],
)
def test_wrong_filter_is_told(held: str, filters: Filters, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        show_view("records", held, as_of=None, filters=filters, as_json=False)


def test_show_does_not_make_a_ledger(tmp_path_factory: pytest.TempPathFactory) -> None:
    target = tmp_path_factory.mktemp("none") / "none.ledger"
    with pytest.raises(LedgerError, match=r"there is no ledger at .*none\.ledger; read documents"):
        show_view("records", str(target), as_of=None, filters=Filters(), as_json=False)
    assert not target.exists()


def test_as_of_a_day_before_all_shows_nothing(capsys: pytest.CaptureFixture[str], held: str) -> None:
    show_view("records", held, as_of="2020-01-01", filters=Filters(), as_json=False)

    assert capsys.readouterr().out == "0 records\n"
