from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from legation.errors import LedgerError, UnknownEntry
from legation.ledger import Ledger
from legation.values.passage import Passage
from legation.values.when import When

WORDS = "President Lee came to Hanoi.\fHe met To Lam.\fThey signed a paper."


def filled(make: Any, clock: Any) -> Ledger:
    """A ledger with two documents: a visit told by both, and a contact and an undated figure by one."""
    ledger = Ledger.open(":memory:", clock=clock)
    first = make.document(WORDS, name="report", pages=(0, 29, 45))
    second = make.document("The President's visit is over.", name="recap")
    visit = {"visitors": ("Lee Jae Myung",), "from": "KOR", "to": ("VNM",)}
    contact = {"participants": ("KOR", "VNM"), "persons": ("Lee Jae Myung", "To Lam")}
    ledger.add(
        first,
        [
            make.statement("visit", visit, document=first.id, date="2025-08-10/2025-08-12"),
            make.statement("contact", contact, document=first.id, date="2025-08-11", at=(29, 43)),
            make.statement(
                "membership", {"actor": "VNM", "body": "UN", "action": "member"}, document=first.id
            ),
        ],
        reader="r1",
    )
    said = make.statement("visit", visit, document=second.id, date="2025-08")
    ledger.add(second, [said], reader="r1")
    return ledger


@pytest.fixture
def view(make: Any, clock: Any) -> Any:
    return filled(make, clock).view()


def test_view_finds_a_document_by_id_beginning_and_name(view: Any) -> None:
    document = view.document("report")
    assert view.document(document.id) == view.document(document.id[:8]) == document


def test_view_says_which_documents_share_a_name(make: Any) -> None:
    with Ledger.open(":memory:") as ledger:
        ledger.add(make.document("One."), [], reader="r1")
        ledger.add(make.document("Two."), [], reader="r1")
        with pytest.raises(LedgerError, match="2 documents go by 'note'"):
            ledger.view().document("note")


@pytest.mark.parametrize("ask", ["document", "text", "content", "statement", "record"])
def test_view_says_what_it_does_not_hold(view: Any, ask: str) -> None:
    with pytest.raises(LedgerError, match="nothing"):
        getattr(view, ask)("nothing")


def test_view_filters_statements(view: Any) -> None:
    document = view.document("report").id
    assert len(view.statements()) == 4
    assert [s.kind for s in view.statements("contact")] == ["contact"]
    assert len(view.statements("visit", document=document)) == 1
    assert len(view.statements(with_=("KOR", "VNM"))) == 3


def test_view_resolves_records_and_filters_them(view: Any) -> None:
    assert [r.kind for r in view.records()] == ["visit", "contact", "membership"]
    assert [r.kind for r in view.records(with_="UN")] == ["membership"]
    assert [r.kind for r in view.records("visit", with_=["KOR", "VNM"])] == ["visit"]
    assert view.records(with_="XYZ") == []


@pytest.mark.parametrize(
    ("start", "end", "kinds"),
    [
        (date(2025, 8, 12), None, ["visit"]),
        (None, date(2025, 8, 11), ["visit"]),
        (date(2025, 8, 11), date(2025, 8, 12), ["visit", "contact"]),
        (date(2025, 8, 13), None, []),
    ],
)
def test_view_keeps_records_that_may_fall_into_a_stretch(
    view: Any, start: date | None, end: date | None, kinds: list[str]
) -> None:
    assert [r.kind for r in view.records(start=start, end=end)] == kinds


def test_view_finds_a_record_by_each_of_its_statements(view: Any) -> None:
    (record,) = view.records("visit")
    assert len(record.documents()) == 2
    assert all(view.record(s.id) is record for s in record.statements)
    assert view.record(record.id) is record


def test_view_counts_actors(view: Any) -> None:
    counts = {c.actor: (c.records, c.documents) for c in view.actors()}
    assert counts == {"VNM": (3, 2), "KOR": (2, 2), "UN": (1, 1)}
    assert view.actors()[0].latest == When.day(2025, 8, 11)


def test_view_tells_where_a_passage_stands(view: Any) -> None:
    contact = view.statements("contact")[0]
    source = view.source(contact.quote)
    assert (source.words, source.page, source.document.name) == ("He met To Lam.", 2, "report")
    recap = view.document("recap")
    assert view.source(Passage(recap.id, 0, 3)).page is None


def test_view_of_an_earlier_moment_knows_no_later_document(make: Any, clock: Any) -> None:
    with filled(make, clock) as ledger:
        moment = ledger.view().document("report").recorded_at
        earlier = ledger.view(moment)
        assert [d.name for d in earlier.documents()] == ["report"]
        assert len(earlier.records("visit")[0].statements) == 1


def test_view_tells_conflicts_inside_and_between_records(make: Any) -> None:
    with Ledger.open(":memory:") as ledger:
        for number, day in enumerate(("2025-03-23/2025-03-27", "2025-03-24/2025-03-27")):
            document = make.document(f"Report {number} of a visit.")
            fields = {"visitors": ("Lula",), "from": "BRA", "to": ("JPN",)}
            ledger.add(
                document, [make.statement("visit", fields, document=document.id, date=day)], reader="r1"
            )
        view = ledger.view()
        assert [c.type for c in view.conflicts("visit", with_="JPN")] == ["conflict"]
        assert view.conflicts(with_="VNM") == view.conflicts("figure") == []


def test_view_resolves_only_what_may_be_known(view: Any) -> None:
    report = view.document("report").id
    resolution = view.resolved(lambda s: s.document == report)
    assert [len(r.statements) for r in resolution.records] == [1, 1, 1]


def test_view_tells_up_to_which_moment_it_knows_the_ledger(make: Any, clock: Any) -> None:
    ledger = filled(make, clock)
    before = ledger.view()
    assert ledger.view().moment == before.moment
    ledger.add(make.document("A later note."), [], reader="r1")
    assert ledger.view().moment > before.moment
    assert ledger.view(before.moment).moment == before.moment


def test_view_tells_what_is_not_there_from_what_fails(view: Any) -> None:
    with pytest.raises(UnknownEntry):
        view.document("nothing")
    with pytest.raises(UnknownEntry):
        view.record("nothing")
