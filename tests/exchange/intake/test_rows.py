from __future__ import annotations

from tests.exchange.intake.conftest import Take

from legation.ledger import Ledger

VISITS = (
    "Leader,Country,Start,End,Status",
    "Prime Minister Anna Berg,Peru,12/3/2025,14/3/2025,held",
    "Lan Tran,Ghana,25/4/2025,,cancelled",
    "Lan Tran,Chad,1/9/2025,,",
)


def test_row_is_a_statement_with_its_cells_as_passages(taken: Take) -> None:
    found = taken(*VISITS, constants={"from": "NOR"})
    one, text = found.statements[0], found.document.text
    assert dict(one.fields) == {
        "visitors": ("Anna Berg",),
        "from": "NOR",
        "to": ("PER",),
        "rank": "head_of_government",
        "count": None,
    }
    assert (str(one.date), one.modality) == ("2025-03-12/2025-03-14", "actual")
    assert one.quote.of(text).startswith(
        "Leader: Prime Minister Anna Berg | Country: Peru | Start: 12/3/2025"
    )
    assert {name: [p.of(text) for p in held] for name, held in one.passages.items()} == {
        "visitors": ["Prime Minister Anna Berg"],
        "rank": ["Prime Minister Anna Berg"],
        "to": ["Peru"],
        "date": ["12/3/2025", "14/3/2025"],
        "modality": ["held"],
        "from": ["Norway"],
    }


def test_planned_is_not_held(taken: Take) -> None:
    assert [one.modality for one in taken(*VISITS).statements] == ["actual", "denied", "planned"]


def test_cells_that_cannot_be_read_are_told_and_the_rest_goes_on(taken: Take) -> None:
    found = taken(
        "Leader,Country,Date",
        "Anna Berg,Peru,31/2/2025",
        ",,2025",
        "Lan Tran,Veitnam,25/4/2025",
        name="visits",
    )
    assert [(p.where, p.lost) for p in found.problems] == [
        ("visits!C2", "cell"),
        ("visits!A3", "row"),
        ("visits!B4", "cell"),
    ]
    assert [(one.date and str(one.date), one.fields["to"]) for one in found.statements] == [
        (None, ("PER",)),
        ("2025-04-25", ("Veitnam",)),
    ]
    assert any("visits!C2" in note for note in found.document.notes)
    assert ",,2025".strip(",") in found.document.text


def test_end_before_start_is_told(taken: Take) -> None:
    found = taken("Leader,Country,Start,End", "Anna Berg,Peru,2025-03-14,2025-03-12")
    assert str(found.statements[0].date) == "2025-03-14"
    assert [p.where for p in found.problems] == ["table!D2"]


def test_what_holds_for_every_row_joins_what_the_row_says(taken: Take) -> None:
    found = taken(
        "Partner,Title of MoU,Date signed", "Peru,MoU on fish,2025-03-13", constants={"parties": "Norway"}
    )
    one = found.statements[0]
    assert (one.fields["parties"], one.fields["action"], str(one.date)) == (
        ("NOR", "PER"),
        "signed",
        "2025-03-13",
    )


def test_signing_and_a_later_step_are_two_statements(taken: Take) -> None:
    found = taken("Partner,Title of MoU,Date signed,Status", "Peru,MoU on fish,2025-03-13,in force")
    assert [(one.fields["action"], one.date and str(one.date)) for one in found.statements] == [
        ("signed", "2025-03-13"),
        ("in_force", None),
    ]


def test_kind_may_stand_in_a_column(taken: Take) -> None:
    found = taken(
        "Kind,Title,Parties,To,Date",
        "agreement,MoU on fish,Peru; Chad,,2025",
        "visit,,,Peru,2025",
        "treaty,x,,,",
        kind=None,
        name="mous",
    )
    assert [one.kind for one in found.statements] == ["agreement", "visit"]


def test_another_mapping_is_another_reading_and_the_latest_stands(taken: Take) -> None:
    from legation.exchange.intake.take import record

    first, second = taken(*VISITS), taken(*VISITS, constants={"from": "NOR"})
    with Ledger.open(":memory:") as ledger:
        outcomes = [record(ledger, each).outcome for each in (first, first, second, second, first)]
        standing = {one.fields["from"] for one in ledger.view().statements()}
    assert outcomes == ["new", "unchanged", "reread", "unchanged", "reread"]
    assert standing == {None}


def test_visit_in_the_sheet_and_in_the_news_is_one_record(taken: Take) -> None:
    from legation import extract
    from legation.documents import Document, load_bytes
    from legation.exchange.intake.take import record

    table = taken(*VISITS, constants={"from": "NOR"})
    words = (
        b"# date: 2025-03-15\n\nPrime Minister Anna Berg of Norway visited Peru from 12 to 14 March 2025.\n"
    )
    (news,) = load_bytes(words, address="news.txt")
    assert isinstance(news, Document)
    with Ledger.open(":memory:") as ledger:
        record(ledger, table)
        ledger.add(news, extract(news), reader="rules")
        visits = ledger.view().records("visit", with_="PER")
    assert [len(visit.documents()) for visit in visits] == [2]
