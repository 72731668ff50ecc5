from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.errors import ActorError, LedgerError
from legation.ledger import Ledger
from legation.ledger.naming import Naming, naming_of
from legation.ledger.record import Judgement

BODIES = ("ASEAN", "Association of Southeast Asian Nations", "Association of Southeast Asian Nations (ASEAN)")


def member(ledger: Ledger, make: Any, words: str, body: str, *, reader: str = "r1") -> str:
    """Add a document that tells of a membership; the id of its statement."""
    document = make.document(words)
    fields = {"actor": "VNM", "body": body, "action": "member"}
    ledger.add(document, [make.statement("membership", fields, document=document.id)], reader=reader)
    return str(ledger.view().statements(document=document.id)[0].id)


@pytest.mark.parametrize("asked", BODIES)
def test_body_is_found_by_each_of_its_names_however_it_is_written(
    ledger: Ledger, make: Any, asked: str
) -> None:
    for number, body in enumerate(BODIES):
        member(ledger, make, f"Paper {number}.", body)
    (record,) = ledger.view().records(with_=asked)
    assert (record.fields["body"], len(record.statements)) == ("ASEAN", 3)


@pytest.mark.parametrize("name", ["Hanoi", "Vietnamese", "Georgia", "AI", "Blue River Forum"])
def test_name_that_may_mean_another_is_kept(name: str) -> None:
    assert Naming().of(name) == name


def test_actor_that_was_added_is_meant_by_each_of_its_names(ledger: Ledger, make: Any) -> None:
    member(ledger, make, "Short.", "BRF")
    member(ledger, make, "Long.", "Blue River Forum")
    before = ledger.view()
    row = {"id": "Blue River Forum", "kind": "forum", "aliases": "BRF"}
    added = ledger.judge("actor", "", by="Mai", payload=row)
    assert [len(v.records(with_="BRF")[0].statements) for v in (before, ledger.view())] == [1, 2]
    ledger.judge("undo", added.id, by="Mai")
    assert len(ledger.view().records()) == 2


def test_merged_actors_are_one_from_then_on_and_two_before(ledger: Ledger, make: Any) -> None:
    member(ledger, make, "Paper one.", "Lake Commission")
    member(ledger, make, "Paper two.", "Commission of the Lake")
    before = ledger.view()
    payload = {"actor": "Commission of the Lake", "into": "Lake Commission"}
    merged = ledger.judge("actor_merge", "", by="Mai", why="one body", payload=payload)
    view = ledger.view()
    found = [view.records(with_=name) for name in payload.values()]
    assert found[0] == found[1]
    assert len(found[0][0].statements) == 2
    assert len(ledger.view(before.moment).records()) == 2
    ledger.judge("undo", merged.id, by="Lan")
    assert len(ledger.view().records()) == 2


def test_split_gives_its_statements_to_the_new_actor_also_after_another_reading(
    ledger: Ledger, make: Any
) -> None:
    old = member(ledger, make, "Paper one.", "River Board")
    member(ledger, make, "Paper two.", "River Board")
    payload = {"actor": "River Board", "into": "River Board of the North", "with": [old]}
    ledger.judge("actor_split", "", by="Mai", payload=payload)
    member(ledger, make, "Paper one.", "River Board", reader="r2")
    view = ledger.view()
    assert [s.reader for s in view.statements(with_="River Board of the North")] == ["r2"]
    assert [s.reader for s in view.statements(with_="River Board")] == ["r1"]


@pytest.mark.parametrize(
    ("verb", "payload", "says"),
    [
        ("actor", {"id": "X", "kind": "planet"}, "no kind of actor"),
        ("actor_merge", {"actor": "X", "into": "X"}, "merged into itself"),
        ("actor_split", {"actor": "X", "into": "Y", "with": ["nobody"]}, "no statement or record 'nobody'"),
    ],
)
def test_decision_about_an_actor_that_cannot_be_is_refused(
    ledger: Ledger, verb: Any, payload: dict[str, object], says: str
) -> None:
    with pytest.raises((ActorError, LedgerError), match=says):
        ledger.judge(verb, "", by="Mai", payload=payload)


def merge(actor: str, into: str) -> Judgement:
    payload = {"actor": actor, "into": into}
    return Judgement(
        "j", "actor_merge", "t", None, None, None, payload, "Mai", "", datetime(2026, 3, 1, tzinfo=UTC)
    )


@given(st.lists(st.tuples(st.sampled_from("pqrst"), st.sampled_from("pqrst")).filter(lambda p: p[0] != p[1])))
def test_merges_part_actors_into_groups_that_each_go_by_one_of_their_own(
    pairs: list[tuple[str, str]],
) -> None:
    naming = naming_of([merge(*pair) for pair in pairs], {})
    groups = {each: {each} for each in "pqrst"}
    for a, b in pairs:
        both = groups[a] | groups[b]
        groups.update(dict.fromkeys(both, both))
    for each in "pqrst":
        assert naming.of(each) in groups[each]
        assert naming.of(naming.of(each)) == naming.of(each)
        assert len({naming.of(other) for other in groups[each]}) == 1
    if pairs:
        assert naming.of(pairs[-1][0]) == naming.of(pairs[-1][1])
