from __future__ import annotations

from pathlib import Path

import pytest

from legation.cli.briefing import Wanted, write
from legation.errors import BriefError, LegationError, UsageError

ASKED = Wanted("NOR", "Kenya", "2025-06-10")


@pytest.mark.parametrize("ending", ["html", "docx", "pdf", "md", "json"])
def test_brief_is_written_in_each_form(
    capsys: pytest.CaptureFixture[str], held: str, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"kenya.{ending}"

    assert write(held, ASKED, paths=[path], as_json=False) == 0

    assert path.stat().st_size > 0
    assert f"kenya.{ending}" in capsys.readouterr().out.replace("\n", "")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("kenya.txt", "end the name in"),
        ("none/kenya.md", "there is no folder .*none; make it first"),
        ("folder.md", "is a folder"),
    ],
)
def test_place_where_no_brief_can_be_is_told_before_any_is_written(
    held: str, tmp_path: Path, name: str, message: str
) -> None:
    (tmp_path / "folder.md").mkdir()

    with pytest.raises(BriefError, match=message):
        write(held, ASKED, paths=[tmp_path / "first.md", tmp_path / name], as_json=False)
    assert not (tmp_path / "first.md").exists()


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (Wanted("NOR", " ", "2025-06-10"), "--with is empty"),
        (Wanted("", "KEN", "2025-06-10"), "--of is empty"),
        (Wanted("NOR", "KEN", "2025-02-30"), "2025-02-30"),
        (Wanted("NOR", "Norway", "2025-06-10"), "one actor"),
        (Wanted("NOR", "Congo", "2025-06-10"), "COD.*COG"),
        (Wanted("NOR", "Kenia Kenia", "2025-06-10"), "no actor goes by 'Kenia Kenia'"),
    ],
)
def test_brief_that_cannot_be_meant_is_told(held: str, asked: Wanted, message: str) -> None:
    with pytest.raises(LegationError, match=message):
        write(held, asked, paths=[], as_json=False)


def test_wrong_use_is_told_without_a_ledger(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--with is empty"):
        write(str(tmp_path / "none.ledger"), Wanted("NOR", "", "2025-06-10"), paths=[], as_json=False)
