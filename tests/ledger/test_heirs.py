from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.ledger import Ledger
from legation.ledger.heirs import heirs_of
from legation.ledger.record import StoredStatement, Verb
from legation.records import Statement
from legation.values.passage import Passage
from legation.values.when import When

WORDS = "He went to Laos on 3 May and to Cambodia on 5 May 2025, and met his hosts there."


def visit(document: str, to: str, *, at: tuple[int, int] = (0, 54), date: str | None = None) -> Statement:
    when = When.parse(date) if date else None
    return Statement("visit", Passage(document, *at), {"from": "VNM", "to": (to,)}, date=when)


def by_state(ledger: Ledger) -> dict[str, StoredStatement]:
    """The statements that stand, by the state that was visited."""
    return {min(s.statement.actors() - {"VNM"}): s for s in ledger.view().statements()}


@pytest.fixture
def twice(ledger: Ledger, make: Any) -> Any:
    """Reads one sentence with a first reader; then, when called, with a second that finds what is given."""
    document = make.document(WORDS)
    ledger.add(document, [visit(document.id, "LAO"), visit(document.id, "KHM")], reader="rules.v1")
    old = {state: s.id for state, s in by_state(ledger).items()}

    def again(*found: dict[str, Any]) -> dict[str, StoredStatement]:
        ledger.add(document, [visit(document.id, **each) for each in found], reader="rules.v2")
        return by_state(ledger)

    return old, again


VERBS: dict[Verb, dict[str, object]] = {
    "correct": {"field": "date", "value": When.day(2025, 5, 3)},
    "reject": {},
    "confidential": {},
    "accept": {},
    "assign": {"to": "Lan"},
    "comment": {"text": "see the programme"},
}


@pytest.mark.parametrize("verb", VERBS)
def test_judgement_is_kept_by_a_better_reader(ledger: Ledger, twice: Any, verb: Verb) -> None:
    old, again = twice
    made = ledger.judge(verb, old["LAO"], by="Mai", payload=VERBS[verb])
    new = again({"to": "LAO", "at": (3, 54)}, {"to": "KHM", "at": (3, 54)})
    if verb == "reject":
        assert sorted(new) == ["KHM"]
        return
    assert set(old.values()).isdisjoint(s.id for s in new.values())
    assert (new["LAO"].accepted, new["KHM"].accepted) == (verb == "accept", False)
    assert (new["LAO"].confidential, new["KHM"].confidential) == (verb == "confidential", False)
    assert (new["LAO"].corrected, new["KHM"].corrected) == (("date",) if verb == "correct" else (), ())
    assert ledger.view().record(old["LAO"]).statements == (new["LAO"],)
    assert ledger.view().judgements(old["LAO"]) == [made]


@pytest.mark.parametrize("verb", ["merge", "split"])
def test_merge_and_split_are_kept_by_a_better_reader(ledger: Ledger, make: Any, verb: Verb) -> None:
    dates = ("2025-03", "2025-09") if verb == "merge" else ("2025-03-04", "2025-03-04")
    documents = [make.document(f"{WORDS} {n}") for n in range(2)]
    for document, date in zip(documents, dates, strict=True):
        ledger.add(document, [visit(document.id, "LAO", date=date)], reader="rules.v1")
    first, second = (s.id for s in ledger.view().statements())
    ledger.judge(verb, first, by="Mai", payload={"with": [second]})
    for document, date in zip(documents, dates, strict=True):
        ledger.add(document, [visit(document.id, "LAO", date=date, at=(1, 54))], reader="rules.v2")
    assert [len(r.statements) for r in ledger.view().records()] == ([2] if verb == "merge" else [1, 1])


def test_rejection_does_not_pass_to_a_neighbour(ledger: Ledger, twice: Any) -> None:
    old, again = twice
    ledger.judge("reject", old["KHM"], by="Mai")
    new = again({"to": "LAO", "date": "2025-05-03"})
    assert list(new) == ["LAO"]


def test_corrected_dates_do_not_swap_neighbours(ledger: Ledger, twice: Any) -> None:
    old, again = twice
    for state in ("LAO", "KHM"):
        ledger.judge("comment", old[state], by="Mai", payload={"text": state})
    again({"to": "KHM", "date": "2025-05-05"}, {"to": "LAO", "date": "2025-05-03"})
    assert {state: ledger.view().statement(old[state]).fields["to"] for state in old} == {
        "LAO": ("LAO",),
        "KHM": ("KHM",),
    }


statements = st.builds(
    lambda to, start, length, date: visit("d" * 64, to, at=(start, start + length), date=date),
    st.sampled_from(["LAO", "KHM", "THA"]),
    st.integers(0, 40),
    st.integers(1, 40),
    st.sampled_from([None, "2025", "2025-05-03"]),
)


@given(st.lists(statements, max_size=5), st.lists(statements, max_size=5))
def test_heirs_share_the_passage_and_only_equals_share_an_heir(
    olds: list[Statement], news: list[Statement]
) -> None:
    old = {str(number): each for number, each in enumerate(olds)}
    stored = {str(number): StoredStatement(str(number), each, "r2", None) for number, each in enumerate(news)}  # type: ignore[arg-type]
    found = heirs_of(old, list(stored.values()))
    heirs = [heir.id for heir in found.values() if not heir.says_the_same]
    assert len(heirs) == len(set(heirs))
    for key, heir in found.items():
        before, after = old[key], stored[heir.id].statement
        assert before.quote.start < after.quote.end
        assert after.quote.start < before.quote.end
        assert heir.says_the_same == ((before.identity, before.date) == (after.identity, after.date))
    assert heirs_of(dict(reversed(old.items())), list(stored.values())[::-1]) == found
