"""Search finds what holds the words, in both ways of looking, and marks the place."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from legation.errors import UsageError
from legation.ledger import Ledger, View
from legation.ledger.search import phrases_of
from legation.values.when import When


@pytest.fixture
def view(ledger: Ledger, make: Any) -> View:
    told = [
        ("Chủ tịch Tô Lâm đã đến Hà Nội.", "arrival", "visit", "2025-03-01"),
        ("The two ministers signed a rare-earth deal in Hanoi.", "deal", "agreement", "2025-05-02"),
        ("An earth tremor was rare there, they said. 东京会谈开始了。", "tremor", "visit", "2025-06-03"),
    ]
    fields: dict[str, dict[str, Any]] = {
        "visit": {"from": "KOR", "to": ("VNM",), "visitors": ("Tô Lâm",)},
        "agreement": {"parties": ("KOR", "VNM"), "title": "Deal on rare earths"},
    }
    for words, name, kind, day in told:
        document = make.document(words, name=name, published=When(day))
        ledger.add(
            document, [make.statement(kind, fields[kind], document=document.id, date=day)], reader="r1"
        )
    return ledger.view()


@pytest.fixture(params=["projection", "entries"])
def looked(request: pytest.FixtureRequest, view: View, ledger: Ledger) -> View:
    """A view that the projection serves, and one that it does not."""
    if request.param == "entries":
        view.records()
        kept = view.records("visit")[0].id
        ledger.judge("comment", kept, by="A", payload={"text": "later"})
        ledger.view().records()
    return view


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("to lam", ["arrival"]),
        ("HÀ NỘI", ["arrival"]),
        ("ha noi den", ["arrival"]),
        ('"rare earth"', ["deal"]),
        ("rare earth", ["tremor", "deal"]),
        ("“earth tremor”", ["tremor"]),
        ("东京", ["tremor"]),
        ("京东", []),
        ("deal", ["deal"]),
        ("nothing", []),
    ],
)
def test_documents_are_found_by_words_and_phrases(looked: View, words: str, found: list[str]) -> None:
    assert [hit.document.name for hit in looked.search(words).documents] == found


def test_records_are_found_by_what_they_say_and_by_names_of_actors(looked: View) -> None:
    assert [r.kind for r in looked.search("earths south korea").records] == ["agreement"]
    assert [str(r.date) for r in looked.search("to lam").records] == ["2025-06-03", "2025-03-01"]


def test_what_is_asked_for_is_marked(looked: View) -> None:
    (hit,) = looked.search('"rare earth" hanoi').documents
    assert [p.text for p in hit.snippet if p.marked] == ["rare", "earth", "Hanoi"]
    assert "".join(p.text for p in hit.snippet) == "The two ministers signed a rare-earth deal in Hanoi"
    assert hit.start == 0


def test_filters_keep_records_and_documents_that_tell_of_such(looked: View) -> None:
    found = looked.search("rare", "agreement", with_="KOR")
    assert ([r.kind for r in found.records], [h.document.name for h in found.documents]) == (
        ["agreement"],
        ["deal"],
    )
    assert looked.search("rare", between=(date(2025, 6, 1), None)).documents[0].document.name == "tremor"
    assert looked.search("rare", with_="JPN").documents == ()


def test_search_says_when_there_is_more(looked: View) -> None:
    assert looked.search("rare", most=2).is_all
    assert not looked.search("rare", most=1).is_all


@pytest.mark.parametrize(
    ("asked", "wrong"), [('"rare earth', "quote is not closed"), ("?!", "no word"), ("", "no word")]
)
def test_what_cannot_be_looked_for_is_told(asked: str, wrong: str) -> None:
    with pytest.raises(UsageError, match=wrong):
        phrases_of(asked)
