"""Visits in sentences of many hands: who comes from where, goes where, when, and whether it happened."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from legation.records import Statement

Read = Callable[..., list[Statement]]

TABLE = Path(__file__).with_name("visits.tsv").read_text(encoding="utf-8")
ROWS = [line.split("\t") for line in TABLE.splitlines()[1:]]
"""Sentences, each with the one visit that it tells, or with dashes where it tells none."""


def visits(statements: list[Statement]) -> list[Statement]:
    return [s for s in statements if s.kind == "visit"]


def told(visit: Statement) -> list[str]:
    to = visit.fields["to"]
    assert isinstance(to, tuple)
    return [f"{visit.fields['from'] or '-'} > {' '.join(to) or '-'}", visit.modality, str(visit.date or "-")]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:40])
def test_visit_tells_who_goes_where(read: Read, row: list[str]) -> None:
    sentence, *expected = row

    found = visits(read(sentence, published="2025-06-10"))

    assert [told(visit) for visit in found] == ([] if expected[0] == "-" else [expected])


def test_visit_told_twice_is_one_with_what_both_tell(read: Read) -> None:
    text = (
        "Foreign Minister Paulo Rangel of Portugal arrived in Luanda on 23 July 2024. "
        "During his visit to Angola Rangel opened a bridge."
    )

    (visit,) = visits(read(text))

    assert visit.fields["visitors"] == ("Paulo Rangel",)
    assert str(visit.date) == "2024-07-23"


def test_visit_of_some_days_lasts_them(read: Read) -> None:
    text = "Foreign Minister Ann Linde of Sweden arrived in Tbilisi on 4 May 2021 for a three-day visit."

    (visit,) = visits(read(text))

    assert str(visit.date) == "2021-05-04/2021-05-06"


def test_visit_has_the_rank_of_the_office(read: Read) -> None:
    (visit,) = visits(read("Foreign Minister Ann Linde of Sweden visited Georgia's capital Tbilisi."))

    assert visit.fields["rank"] == "foreign_minister"


def test_visits_counted_are_counted(read: Read) -> None:
    (visit,) = visits(read("In 2023 Uzbekistan's president made 14 visits to foreign countries."))

    assert visit.fields["count"] == Decimal(14)
    assert visit.fields["from"] == "UZB"


def test_visit_home_is_none(read: Read) -> None:
    assert visits(read("President Daniel Noboa of Ecuador returned to Quito.")) == []


def test_visit_under_a_picture_is_told_by_its_place(read: Read) -> None:
    text = "President Alar Karis of Estonia and President Sergio Mattarella of Italy at the palace, Rome, 4 June 2024"

    (visit,) = visits(read(text))

    assert (visit.fields["from"], visit.fields["to"]) == ("EST", ("ITA",))
    assert str(visit.date) == "2024-06-04"


def test_visit_is_of_whom_a_speaker_welcomes(read: Read) -> None:
    statements = read(
        "PRESIDENT PETRO: Mr. President, welcome to you and your delegation.\n\nPRESIDENT BORIC: Thank you.",
        title="Remarks by President Gustavo Petro of Colombia and President Gabriel Boric of Chile",
    )

    assert ("CHL", ("COL",)) in [(v.fields["from"], v.fields["to"]) for v in visits(statements)]


def test_visit_dated_after_publication_is_planned(read: Read) -> None:
    text = "The visit of the Finnish president to Peru on 3 March 2025 is the first."

    (visit,) = visits(read(text, published="2025-02-01"))

    assert visit.modality == "planned"


ARRIVAL = "Prime Minister Ana Silva of Portugal was in Luanda on 3 June 2025. "


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("President Juan Paz of Peru came on 4 June 2025.", "PER > AGO actual 2025-06-04"),
        ("President Juan Paz of Peru flew in on 2 June 2025.", "PER > AGO actual 2025-06-02"),
        ("Ghana sent Foreign Minister Kofi Mensah.", "GHA > AGO actual 2025-06-03"),
        ("Foreign Minister Kofi Mensah represented Ghana.", "GHA > AGO actual 2025-06-03"),
        ("President Juan Paz of Peru had been there in May 2024.", "PER > AGO actual 2024-05"),
    ],
)
def test_visit_goes_where_the_text_is(read: Read, sentence: str, expected: str) -> None:
    found = visits(read(ARRIVAL + sentence, published="2025-06-10"))

    assert expected in [" ".join(told(visit)) for visit in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("President Juan Paz of Peru arrived from Warsaw on 2 May 2025.", "PER > POL actual 2025-05-02"),
        ("President Juan Paz of Peru accepted an invitation to Oslo.", "PER > NOR planned -"),
        ("King Harald of Norway invited President Juan Paz of Peru to Oslo.", "PER > NOR called_for -"),
        (
            "King Harald of Norway greeted President Juan Paz of Peru, and will return the visit.",
            "NOR > PER planned -",
        ),
        ("President Juan Paz of Peru apologised in Oslo for the delay.", "PER > NOR actual -"),
    ],
)
def test_visit_is_told_by_its_other_end(read: Read, sentence: str, expected: str) -> None:
    found = visits(read(sentence, published="2025-06-10"))

    assert expected in [" ".join(told(visit)) for visit in found]


def test_offer_that_came_is_no_visit(read: Read) -> None:
    assert len(visits(read(ARRIVAL + "The offer of Peru came on 4 June 2025."))) == 1
