from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.errors import LedgerError, RecordError
from legation.ledger import Ledger
from legation.ledger.record import Verb
from legation.values.when import When

FIELDS = {"visitors": ("Lee Jae Myung",), "from": "KOR", "to": ("VNM",)}


def add(ledger: Ledger, make: Any, words: str, **said: Any) -> str:
    """Add a document with one visit; the id of its statement."""
    document = make.document(words)
    reader = said.pop("reader", "r1")
    ledger.add(document, [make.statement("visit", FIELDS, document=document.id, **said)], reader=reader)
    return str(ledger.view().statements(document=document.id)[0].id)


def test_judgement_is_recorded_with_who_when_and_why(ledger: Ledger, make: Any) -> None:
    visit = add(ledger, make, "A visit.")
    judgement = ledger.judge(
        "comment", visit, by="Mai", why="for the file", payload={"text": "Check the date."}
    )
    assert ledger.view().judgements(visit) == [judgement]
    assert (judgement.by, judgement.why, judgement.payload) == (
        "Mai",
        "for the file",
        {"text": "Check the date."},
    )


def test_accepted_statement_marks_its_record(ledger: Ledger, make: Any) -> None:
    visit = add(ledger, make, "A visit.")
    ledger.judge("accept", visit, by="Mai")
    assert ledger.view().records()[0].accepted


def test_rejected_statement_stands_no_more_and_undo_brings_it_back(ledger: Ledger, make: Any) -> None:
    visit = add(ledger, make, "A visit.")
    rejection = ledger.judge("reject", visit, by="Mai")
    rejected = ledger.view()
    undo = ledger.judge("undo", rejection.id, by="Mai")
    undone = ledger.view()
    ledger.judge("undo", undo.id, by="Mai")
    counts = [len(v.records()) for v in (rejected, undone, ledger.view())]
    assert counts == [0, 1, 0]


@pytest.mark.parametrize("verb", ["accept", "correct"])
def test_of_a_rejection_and_what_speaks_for_it_the_later_counts(
    ledger: Ledger, make: Any, verb: Verb
) -> None:
    visit = add(ledger, make, "A visit.")
    payload: dict[str, object] = {"field": "modality", "value": "planned"} if verb == "correct" else {}
    counts = []
    rejection: tuple[Verb, dict[str, object]] = ("reject", {})
    for decision, more in (rejection, (verb, payload), rejection):
        ledger.judge(decision, visit, by="Mai", payload=more)
        counts.append(len(ledger.view().records()))
    assert counts == [0, 1, 0]


def test_corrected_field_and_date_show_and_the_reading_is_kept(ledger: Ledger, make: Any) -> None:
    visit = add(ledger, make, "A visit.", date="2025-08")
    before = ledger.view()
    ledger.judge("correct", visit, by="Mai", payload={"field": "to", "value": ("LAO",)})
    ledger.judge("correct", visit, by="Mai", payload={"field": "date", "value": When.day(2025, 8, 10)})
    ledger.judge("correct", visit, by="Mai", payload={"field": "modality", "value": "planned"})
    (record,) = ledger.view().records()
    assert (record.fields["to"], str(record.date), record.modality) == (("LAO",), "2025-08-10", "planned")
    assert record.statements[0].corrected == ("date", "modality", "to")
    assert before.records()[0].fields["to"] == ("VNM",)


def test_corrected_value_is_preferred_to_what_others_say(ledger: Ledger, make: Any) -> None:
    visits = [add(ledger, make, f"Visit, told {n} times.", date="2025-08-10") for n in range(3)]
    ledger.judge("correct", visits[0], by="Mai", payload={"field": "date", "value": When.day(2025, 8, 11)})
    (record,) = ledger.view().records()
    assert [str(v.value) for v in record.variants["date"]] == ["2025-08-11", "2025-08-10"]


def test_merge_joins_what_rules_keep_apart(ledger: Ledger, make: Any) -> None:
    first, second = (
        add(ledger, make, "A first visit.", date="2025-03"),
        add(ledger, make, "A second visit.", date="2025-09"),
    )
    assert len(ledger.view().records()) == 2
    ledger.judge("merge", first, by="Mai", payload={"with": [second]})
    assert len(ledger.view().records()) == 1


def test_split_keeps_apart_what_rules_join(ledger: Ledger, make: Any) -> None:
    first, second, third = (add(ledger, make, f"Visit {n}.", date="2025-03-04") for n in range(3))
    ledger.judge("split", f"r{first}", by="Mai", payload={"with": [second, third]})
    groups = sorted(len(r.statements) for r in ledger.view().records())
    assert groups == [1, 2]


def test_later_merge_overrules_an_earlier_split(ledger: Ledger, make: Any) -> None:
    first, second = (
        add(ledger, make, "A first visit.", date="2025-03-04"),
        add(ledger, make, "A second visit.", date="2025-03-04"),
    )
    ledger.judge("split", first, by="Mai", payload={"with": second})
    ledger.judge("merge", first, by="Lan", payload={"with": second})
    assert len(ledger.view().records()) == 1


def test_judgement_follows_its_passage_to_a_later_reading(ledger: Ledger, make: Any) -> None:
    visit = add(ledger, make, "A visit in August.", at=(0, 7), date="2025")
    ledger.judge("accept", visit, by="Mai")
    ledger.judge("confidential", visit, by="Mai")
    add(ledger, make, "A visit in August.", at=(2, 17), date="2025", reader="r2")
    (statement,) = ledger.view().statements()
    assert (statement.reader, statement.accepted, statement.confidential) == ("r2", True, True)
    assert ledger.view().statement(visit) == statement


def test_acceptance_does_not_follow_to_a_reading_that_says_something_else(ledger: Ledger, make: Any) -> None:
    visit = add(ledger, make, "A visit in August.", date="2025")
    ledger.judge("accept", visit, by="Mai")
    add(ledger, make, "A visit in August.", date="2026", reader="r2")
    assert not ledger.view().statements()[0].accepted


def test_judgement_is_not_known_before_it_was_made(ledger: Ledger, make: Any) -> None:
    visit = add(ledger, make, "A visit.")
    moment = ledger.view().statements()[0].recorded_at
    ledger.judge("reject", visit, by="Mai")
    assert len(ledger.view(moment).records()) == 1


@pytest.mark.parametrize(
    ("judgement", "message"),
    [
        (("applaud", None, {}), "is no judgement"),
        (("accept", "nobody", {}), "no statement or record 'nobody'"),
        (("undo", "nobody", {}), "no judgement 'nobody'"),
        (("merge", None, {}), "must also hold with"),
        (("correct", None, {"field": "to"}), "must also hold value"),
        (("correct", None, {"field": "date", "value": "soon"}), "corrected to a When"),
        (("correct", None, {"field": "modality", "value": "sure"}), "'sure' is no modality"),
    ],
)
def test_judgement_that_lacks_something_is_refused(
    ledger: Ledger, make: Any, judgement: tuple[Any, str | None, dict[str, object]], message: str
) -> None:
    verb, target, payload = judgement
    visit = add(ledger, make, "A visit.")
    with pytest.raises(LedgerError, match=message):
        ledger.judge(verb, target or visit, by="Mai", payload=payload)
    assert ledger.view().judgements() == []


def test_correction_that_does_not_fit_its_field_is_refused(ledger: Ledger, make: Any) -> None:
    visit = add(ledger, make, "A visit.")
    with pytest.raises(RecordError, match=r"visit\.to cannot hold"):
        ledger.judge("correct", visit, by="Mai", payload={"field": "to", "value": Decimal(3)})


MODALITIES = st.sampled_from(["actual", "planned", "called_for", "denied", "conditional"])
DATES = st.sampled_from(["2025-08", "2025-08-10", None])


@settings(max_examples=12, deadline=None)  # each example opens a ledger
@given(told=st.lists(st.tuples(MODALITIES, DATES), min_size=1, max_size=4))
def test_planned_is_held_or_denied_only_where_a_source_or_a_person_says_so(
    make: Any, told: list[tuple[str, str | None]]
) -> None:
    long_after = datetime(2099, 1, 1, tzinfo=UTC)
    with Ledger.open(":memory:", clock=lambda: long_after) as ledger:
        for number, (modality, date) in enumerate(told):
            add(ledger, make, f"Paper {number}.", modality=modality, date=date)
        for record in ledger.view().records():
            said = {s.modality for s in record.statements}
            assert record.modality in said
            assert record.status == ("held" if "actual" in said else record.modality)
        for status, modality in (("denied", "denied"), ("held", "actual")):
            for statement in ledger.view().statements():
                payload = {"field": "modality", "value": modality}
                ledger.judge("correct", statement.id, by="Mai", payload=payload)
            assert {record.status for record in ledger.view().records()} == {status}
