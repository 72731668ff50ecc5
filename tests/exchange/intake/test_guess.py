from __future__ import annotations

import pytest
from tests.exchange.intake.conftest import Look

from legation.errors import UsageError
from legation.exchange.intake.guess import Wishes
from legation.exchange.sheets.sheet import Cell, Row, Sheet

HEADINGS = [
    (
        "visit",
        "Leader,Country,Start,End,Venue",
        "Anna Berg,Peru,2025-03-12,2025-03-14,Lima",
        "visitors to start end -",
    ),
    ("visit", "Visitor;From;To;Dates", "Anna Berg;Norway;Peru;12-14 March 2025", "visitors from to date"),
    ("visit", "Trưởng đoàn;Nước đến;Thời gian;Ghi chú", "Lan Anh;Lào;ngày 3/4/2025;x", "visitors to date -"),
    (
        "visit",
        "Chef de délégation;Pays visité;Date;Lieu",
        "Anne Roy;Pérou;12 mars 2025;Lima",
        "visitors to date -",
    ),
    ("visit", "Dignatario;País visitado;Fecha", "Ana Rojas;Perú;12 de marzo de 2025", "visitors to date"),
    (
        "agreement",
        "Partner,Title of MoU,Date signed,Sector",
        "Peru,MoU on fish,2025,trade",
        "parties title signed field",
    ),
    ("agreement", "Đối tác;Tên hiệp định;Ngày ký", "Lào;Hiệp định vận tải;12/3/2025", "parties title signed"),
    ("agreement", "País;Nombre del acuerdo;Fecha de firma", "Perú;Acuerdo;13/3/2025", "parties title signed"),
    (
        "commitment",
        "Lead agency,Partner,Content,Deadline,Progress,Obstacles",
        "Peru,Ghana,build a road,2027,half,rain",
        "by to what deadline - -",
    ),
    ("commitment", "Cơ quan chủ trì;Nội dung;Thời hạn", "Lào;mở đường;31/12/2027", "by what deadline"),
    ("relation", "Partner,Tier,Date", "Peru,strategic partnership,2024-05", "parties tier date"),
    (
        "figure",
        "Country,Indicator,Year,Value,Unit",
        "Peru,exports,2024,12.5,USD",
        "subject indicator period value unit",
    ),
    (
        "appointment",
        "Name,Position,Country,Since",
        "Anna Berg,Foreign Minister,Norway,2024",
        "person office of date",
    ),
    ("membership", "Member,Organisation,Role,Term", "Peru,UN,chair,2025/2026", "actor body role term"),
]


@pytest.mark.parametrize(("kind", "headings", "row", "targets"), HEADINGS)
def test_headings_tell_kind_and_fields(look: Look, kind: str, headings: str, row: str, targets: str) -> None:
    found = look(headings, row).mapping
    assert found is not None
    assert (found.kind, found.targets) == (kind, tuple(targets.split()))


def test_from_and_to_are_days_where_they_hold_days(look: Look) -> None:
    found = look("Leader,Country,From,To", "Anna Berg,Peru,2025-03-12,2025-03-14").mapping
    assert found
    assert found.targets == ("visitors", "to", "start", "end")


def test_columns_without_headings_are_known_by_their_cells(look: Look) -> None:
    found = look("Leader,Zug,Zag", "Anna Berg,Peru,2025-03-12", "Lan Tran,Ghana,2025-05-30").mapping
    assert found
    assert found.targets == ("visitors", "to", "date")


def test_name_of_file_settles_the_kind(look: Look) -> None:
    assert look("Country,Date", "Peru,2025").mapping is None
    assert getattr(look("Country,Date", "Peru,2025", name="visits_2025").mapping, "kind", "") == "visit"


def test_doubts_are_told(look: Look) -> None:
    told = " ".join(look("Leader,Country,Date", "Anna Berg,Peru,2025-03-12").doubts)
    assert "--set from=" in told
    assert "--map Country=from" in told
    assert "one side only" in " ".join(look("Partner,Title of MoU", "Peru,MoU").doubts)


@pytest.mark.parametrize(
    "wishes",
    [
        Wishes("trip"),
        Wishes(columns={"Land": "to"}),
        Wishes(columns={"Country": "host"}),
        Wishes(constants={"x": "y"}),
    ],
)
def test_wishes_that_nothing_answers_to_are_refused(wishes: Wishes) -> None:
    sheet = Sheet("visits", ("Country",), (Row(2, (Cell("Peru"),)),))
    with pytest.raises(UsageError):
        wishes.check([sheet])
