from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.ledger import Ledger
from legation.ledger.differences import Differences, differences
from legation.ledger.looks import last_look, remember_look
from legation.ledger.telling_changes import told_changes, told_why
from legation.values.when import When

VISIT = {"visitors": ("Lee Jae Myung",), "from": "KOR", "to": ("VNM",)}


class Desk:
    """A ledger, and what it held at the last look."""

    def __init__(self, ledger: Ledger, make: Any) -> None:
        self.ledger, self._make = ledger, make
        self._seen = ledger.view()

    def read(self, words: str, *, reader: str = "r1", **said: Any) -> str:
        """Read a document with one visit; the id of its statement."""
        document = self._make.document(words, name=words)
        fields = {**VISIT, **said.pop("fields", {})}
        statement = self._make.statement("visit", fields, document=document.id, **said)
        self.ledger.add(document, [statement], reader=reader)
        return self.ledger.view().statements(document=document.id)[0].id

    def look(self) -> Differences:
        """What differs since the last look."""
        view = self.ledger.view()
        found = differences(self._seen, view)
        self._seen = view
        return found


@pytest.fixture
def desk(ledger: Ledger, make: Any) -> Desk:
    return Desk(ledger, make)


def test_new_record_is_told_with_its_source_and_once(desk: Desk) -> None:
    desk.read("Visit one.", date="2025-08-10")
    found = desk.look()
    (new,) = found.new
    assert told_why(desk.ledger.view(), new.why) == "Visit one. (Visit one.)"
    assert (found.changed, found.withdrawn, found.conflicting) == ((), (), ())
    assert desk.look().are_none


def test_changed_field_is_told_from_what_to_what_by_which_source(desk: Desk) -> None:
    desk.read("Visit one.", date="2025-08", modality="planned")
    desk.look()
    desk.read("Visit two.", date="2025-08-10")
    (change,) = desk.look().changed
    assert told_changes(change) == (
        "date: August 2025 → 10 August 2025; modality: planned → actual; status: planned → held"
    )
    assert told_why(desk.ledger.view(), change.why) == "Visit two. (Visit two.)"


def test_correction_is_told_with_who_and_why(desk: Desk) -> None:
    visit = desk.read("Visit one.", date="2025-08-10")
    desk.look()
    payload = {"field": "date", "value": When.day(2025, 8, 11)}
    made = desk.ledger.judge("correct", visit, by="Mai", why="see the programme", payload=payload)
    (change,) = desk.look().changed
    assert told_why(desk.ledger.view(), change.why) == "correct by Mai: see the programme"
    desk.ledger.judge("undo", made.id, by="Lan")
    (change,) = desk.look().changed
    assert [(f.name, str(f.after)) for f in change.fields] == [("date", "2025-08-10")]
    assert told_why(desk.ledger.view(), change.why) == "undo by Lan"


def test_rejected_record_is_withdrawn(desk: Desk) -> None:
    visit = desk.read("Visit one.")
    desk.look()
    desk.ledger.judge("reject", visit, by="Mai", why="another man of that name")
    (gone,) = desk.look().withdrawn
    assert gone.after is None
    assert told_why(desk.ledger.view(), gone.why) == "reject by Mai: another man of that name"


def test_further_source_is_told_apart_from_changes(desk: Desk) -> None:
    desk.read("Visit one.", date="2025-08-10")
    desk.look()
    desk.read("Visit two.", date="2025-08-10")
    found = desk.look()
    assert (len(found.supported), found.changed) == (1, ())


def test_new_conflict_is_told(desk: Desk) -> None:
    desk.read("Visit one.", date="2025-03-23/2025-03-27")
    desk.look()
    desk.read("Visit two.", date="2025-03-24/2025-03-27")
    assert [c.field for c in desk.look().conflicting] == ["date"]
    desk.read("Visit three.", date="2025-03-24/2025-03-27")
    assert desk.look().conflicting == ()


def test_records_that_a_person_merged_are_told_as_one(desk: Desk) -> None:
    first, second = desk.read("Visit one.", date="2025-03"), desk.read("Visit two.", date="2025-09")
    desk.look()
    desk.ledger.judge("merge", first, by="Mai", payload={"with": [second]})
    found = desk.look()
    (change,) = found.changed
    assert (len(change.joined), found.withdrawn) == (1, ())
    assert "one with Lee Jae Myung" in told_changes(change)


def test_reading_anew_what_says_the_same_changes_nothing(desk: Desk) -> None:
    desk.read("Visit one.", date="2025-08-10")
    desk.look()
    desk.read("Visit one.", date="2025-08-10", reader="r2", at=(1, 6))
    assert desk.look().are_none


def test_what_a_newer_reader_finds_no_more_is_withdrawn(desk: Desk, make: Any) -> None:
    desk.read("Visit one.", date="2025-08-10")
    desk.look()
    desk.ledger.add(make.document("Visit one.", name="Visit one."), [], reader="r2")
    (gone,) = desk.look().withdrawn
    assert gone.before is not None
    assert set(gone.why.readings) == gone.before.documents()


def test_looks_are_each_persons_own_and_of_the_view_that_was_seen(ledger: Ledger, desk: Desk) -> None:
    desk.read("Visit one.")
    seen = ledger.view()
    desk.read("Visit two.")
    remember_look(ledger, seen, by="Mai")
    now = ledger.view()
    assert (last_look(now, by="Mai"), last_look(now, by="Lan")) == (seen.moment, None)
    assert last_look(seen, by="Mai") is None


@settings(max_examples=12, deadline=None)  # each example opens a ledger
@given(
    st.lists(
        st.tuples(st.integers(0, 5), st.sampled_from(["2025-03-04", "2025-03-05", "2025-09"]), st.booleans()),
        max_size=6,
        unique_by=lambda visit: visit[0],
    ),
    st.integers(0, 6),
)
def test_each_record_is_new_kept_or_gone(make: Any, visits: list[tuple[int, str, bool]], seen: int) -> None:
    with Ledger.open(":memory:") as ledger:
        desk = Desk(ledger, make)
        ids = []
        for number, (key, date, _) in enumerate(visits):
            if number == seen:
                desk.look()
            ids.append(desk.read(f"Visit {key}.", date=date))
        before = desk._seen
        for statement, (_, _, rejected) in zip(ids, visits, strict=True):
            if rejected:
                ledger.judge("reject", statement, by="Mai")
        after = ledger.view()
        found = differences(before, after)
        joined = sum(len(c.joined) for c in (*found.new, *found.changed))
        assert len(after.records()) == len(before.records()) + len(found.new) - len(found.withdrawn) - joined
        assert differences(after, after).are_none
