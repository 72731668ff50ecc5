"""Laws of resolving: the order of arrival does not matter, and nothing is lost."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from legation.ledger.codec import statement_id
from legation.ledger.record import StoredStatement
from legation.ledger.resolve import Decided, resolve
from legation.records import Statement
from legation.values.passage import Passage
from legation.values.when import When

DATES = st.sampled_from(
    [None, "2025", "2025-03", "2025-03-24", "2025-03-26", "2025-03-24/2025-03-27", "2025-04-01"]
)
PEOPLE = st.sampled_from([(), ("Lee",), ("Lee Jae Myung",), ("Lee Hsien Loong",), ("To Lam",)])
FIELDS = st.one_of(
    st.builds(
        lambda who, to, rank: ("visit", {"visitors": who, "from": "KOR", "to": to, "rank": rank}),
        PEOPLE,
        st.sampled_from([("VNM",), ("VNM", "JPN"), ("JPN",)]),
        st.sampled_from([None, "head_of_state", "minister"]),
    ),
    st.builds(
        lambda who, sides: ("contact", {"participants": sides, "persons": who}),
        PEOPLE,
        st.sampled_from([("KOR", "VNM"), ("VNM",), ("KOR", "VNM", "JPN")]),
    ),
    st.builds(
        lambda tier, action: ("relation", {"parties": ("KOR", "VNM"), "tier": tier, "action": action}),
        st.sampled_from(["strategic_partnership", "alliance", "new level", "a new level of trust"]),
        st.sampled_from(["upgraded", "described", "established", "severed"]),
    ),
    st.builds(
        lambda what, value: ("commitment", {"by": ("KOR",), "what": what, "value": value}),
        st.sampled_from(["train a hundred judges", "train judges", "train a hundred judges and clerks"]),
        st.sampled_from([None, Decimal(100), Decimal(200)]),
    ),
    st.builds(
        lambda who, action: (
            "appointment",
            {"person": who, "office": "President", "of": "KOR", "action": action},
        ),
        st.sampled_from(["Lee", "Lee Jae Myung", "Lee Myung Bak"]),
        st.sampled_from(["holds", "elected", "left"]),
    ),
)


@st.composite
def statements(draw: st.DrawFn) -> StoredStatement:
    kind, fields = draw(FIELDS)
    date = draw(DATES)
    statement = Statement(
        kind,
        Passage(draw(st.sampled_from("abc")) * 64, draw(st.integers(0, 9)), 10),
        fields,
        modality=draw(st.sampled_from(["actual", "actual", "planned", "denied"])),
        date=When.parse(date) if date else None,
    )
    return StoredStatement(statement_id(statement, "r"), statement, "r", datetime(2026, 1, 1, tzinfo=UTC))


SETS = st.lists(statements(), max_size=12, unique_by=lambda s: s.id)


@given(SETS, st.randoms())
def test_records_do_not_depend_on_the_order_of_arrival(
    told: list[StoredStatement], chance: random.Random
) -> None:
    shuffled = list(told)
    chance.shuffle(shuffled)
    assert resolve(shuffled) == resolve(told)


@given(SETS)
def test_every_statement_is_in_one_record(told: list[StoredStatement]) -> None:
    kept = [s.id for r in resolve(told).records for s in r.statements]
    assert sorted(kept) == sorted(s.id for s in told)


@given(SETS)
def test_every_value_is_kept_as_a_variant_and_the_first_is_shown(told: list[StoredStatement]) -> None:
    for record in resolve(told).records:
        for name, value in record.fields.items():
            given_ = [s for s in record.statements if s.fields[name] not in (None, ())]
            variants = record.variants.get(name, ())
            assert sorted(i for v in variants for i in v.statements) == sorted(s.id for s in given_)
            assert not variants or variants[0].value == value


@given(SETS)
def test_record_is_actual_only_if_a_statement_says_so(told: list[StoredStatement]) -> None:
    for record in resolve(told).records:
        assert (record.modality == "actual") == any(s.modality == "actual" for s in record.statements)


@given(SETS, st.data())
def test_what_persons_decided_holds_whatever_the_rules_say(
    told: list[StoredStatement], data: st.DataObject
) -> None:
    pairs = [frozenset((a.id, b.id)) for a in told for b in told if a.kind == b.kind and a.id < b.id]
    if not pairs:
        return
    chosen = data.draw(st.sampled_from(pairs))
    assert _together(resolve(told, Decided(together=frozenset((chosen,)))).records, chosen)
    assert not _together(resolve(told, Decided(apart=frozenset((chosen,)))).records, chosen)


def _together(records: Sequence[Any], pair: frozenset[str]) -> bool:
    return any(pair <= {s.id for s in record.statements} for record in records)


def test_each_join_gives_its_reason(make: Any) -> None:
    fields = {"visitors": ("Lee",), "from": "KOR", "to": ("VNM",)}
    record = make.record(*(make.told("visit", fields, by=b, date="2025-03-24") for b in "abc"))
    assert [link.reason for link in record.links] == ["same visitor and host, same dates"] * 2
    assert {i for link in record.links for i in (link.first, link.second)} == {
        s.id for s in record.statements
    }
