from __future__ import annotations

from pathlib import Path

from tests.exchange.intake.conftest import opened

from legation.documents import LoadSettings
from legation.exchange.intake.guess import Guess, Wishes, guess
from legation.exchange.intake.take import take

KEPT = (
    "<created-by>x</created-by><created-datetime>x</created-datetime>"
    "<last-modified-by>x</last-modified-by><last-modified-datetime>x</last-modified-datetime>"
)
TRIP = (
    "<trips><trip><id>1</id><role>{role}</role><name>Ada Doe</name><start-date>1999-03-12</start-date>"
    "<end-date>1999-03-14</end-date><country>Peru</country><locale>Lima</locale><remarks>Talks.</remarks>"
    + KEPT
    + "</trip></trips>"
)
VISIT = (
    "<visits><visit><id>1</id><start-date>1999-03-12</start-date><end-date>1999-03-14</end-date>"
    "<visitor>President Kofi Mensah</visitor><from id='g'>Ghana</from><description>Talks.</description>"
    + KEPT
    + "</visit></visits>"
)


def look(path: Path, text: str) -> tuple[Guess, dict[str, object]]:
    path.write_text(text, encoding="utf-8")
    book = opened(path)
    found = guess(book.sheets[0], book.name, Wishes())
    one = take(book, [found], settings=LoadSettings()).statements[0]
    return found, {**one.fields, "date": str(one.date)}


def test_travels_are_known_by_their_records(tmp_path: Path) -> None:
    for role, rank in (("secretary", "foreign_minister"), ("president", "head_of_state")):
        found, told = look(tmp_path / "any.xml", TRIP.format(role=role))
        assert "travels" in str(found.form)
        assert told == {
            "visitors": ("Ada Doe",),
            "from": "USA",
            "to": ("PER",),
            "rank": rank,
            "count": None,
            "date": "1999-03-12/1999-03-14",
        }


def test_visits_are_known_by_their_records(tmp_path: Path) -> None:
    found, told = look(tmp_path / "any.xml", VISIT)
    assert "visits to the United States" in str(found.form)
    assert (told["visitors"], told["from"], told["to"]) == (("Kofi Mensah",), "GHA", ("USA",))
    assert told["rank"] == "head_of_state"


def test_records_of_other_columns_are_another_form(tmp_path: Path) -> None:
    path = tmp_path / "visits.xml"
    path.write_text(VISIT.replace("description>", "remark>"), encoding="utf-8")
    found = guess(opened(path).sheets[0], "visits", Wishes())
    assert found.form is None
    assert found.mapping is not None
    assert "to" not in found.mapping.constants
