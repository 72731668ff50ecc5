"""How far records can be relied on: independent sources, what is missing, how fresh."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.ledger.copies import is_copy, runs_of
from legation.ledger.health import health_of
from legation.ledger.origin import credited_agency

Texts = Callable[..., Any]
ON = date(2025, 6, 1)
VISIT = "Foreign Minister Anna Berg of Norway visited Kenya on 12 March 2025."
WIRE = (
    f"{VISIT} She was received at the airport by the chief of protocol and drove to the ministry, where talks on fisheries, "
    "shipping and the next round of consultations lasted for three hours behind closed doors."
)


def health(texts: Texts, *told: tuple[str, str], kind: str = "visit") -> Any:
    desk = texts(*(("2025-03-13", publisher, words) for publisher, words in told))
    (record,) = desk.records(kind)
    return health_of(desk.view, record, on=ON)


def test_copies_of_one_text_are_one_source(texts: Texts) -> None:
    found = health(
        texts, ("herald.example", WIRE), ("post.example", f"A visit from the north\n\n{WIRE} Our own staff.")
    )
    assert (len(found.sources), found.word) == (1, "thin")


def test_texts_of_their_own_are_sources_of_their_own(texts: Texts) -> None:
    other = "On 12 March 2025 Foreign Minister Anna Berg of Norway visited Kenya, a first in the ministry's account."
    found = health(texts, ("herald.example", WIRE), ("post.example", other))
    assert (len(found.sources), found.word) == (2, "sound")


def test_texts_that_credit_one_agency_are_one_source(texts: Texts) -> None:
    told = [
        ("herald.example", f"NAIROBI, March 13 (Xinhua) -- {VISIT}"),
        ("post.example", f"Oslo's envoy. {VISIT}\n\nSource: Xinhua"),
    ]
    (source,) = health(texts, *told).sources
    assert (source.kind, source.name, len(source.documents)) == ("agency", "Xinhua", 2)


def test_word_of_a_party_alone_is_marked(texts: Texts) -> None:
    own = health(texts, ("mfa.go.ke", VISIT))
    assert own.self_reported
    assert [s.party for s in own.sources] == ["KEN"]


def test_word_of_another_is_not_the_parties_own(texts: Texts) -> None:
    assert not health(texts, ("herald.example", VISIT)).self_reported


def test_missing_fields_are_named(texts: Texts) -> None:
    desk = texts(("2025-03-13", "a.example", "Norway visited by Kenya's Foreign Minister on 12 March 2025."))
    found = [health_of(desk.view, record, on=ON) for record in desk.records("visit")]
    assert all("visitors" in each.missing and each.complete < 1 for each in found)


@pytest.mark.parametrize(
    ("words", "kind", "stale"),
    [
        ("Norway pledged to provide 20 million US dollars to Ghana by 31 December 2027.", "commitment", True),
        (VISIT, "visit", False),
    ],
)
def test_what_may_have_changed_goes_stale_and_what_happened_does_not(
    texts: Texts,
    words: str,
    kind: str,
    stale: bool,  # noqa: FBT001
) -> None:
    desk = texts(("2025-03-13", "a.example", words))
    (record,) = desk.records(kind)
    found = health_of(desk.view, record, on=date(2026, 6, 1))
    assert (found.days, found.stale) == (445, stale)


def test_value_of_more_sources_goes_before_that_of_more_copies(texts: Texts) -> None:
    wire = WIRE.replace("12 March", "13 March")
    copied = [(f"{name}.example", wire) for name in ("herald", "post", "star")]
    own = ["Norway's Foreign Minister Anna Berg visited Kenya on 12 March 2025.", f"As planned, {VISIT}"]
    desk = texts(*(("2025-03-14", p, w) for p, w in [*copied, ("a.example", own[0]), ("b.example", own[1])]))
    (visit,) = desk.records("visit")
    assert [v.documents for v in visit.variants["date"]] == [2, 3]


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("HANOI, Aug. 10 (Xinhua) -- The minister left.", "Xinhua"),
        ("(Yonhap) The minister left.", None),
        ("The minister left.\n\n(Yonhap)", "Yonhap"),
        ("The minister left. – AFP", "AFP"),
        ("Bộ trưởng lên đường.\nNguồn: TTXVN", "VNA"),
        ("The minister told Reuters that he had left, and nobody else." + " Much followed." * 40, None),
    ],
)
def test_agencies_are_known_by_their_credits(text: str, agency: str | None) -> None:
    assert credited_agency(text) == agency


@given(
    st.lists(st.text("abcdefghij", min_size=1, max_size=8), min_size=30, max_size=60), st.text(max_size=40)
)
def test_a_text_with_something_in_front_is_still_that_text(words: list[str], lead: str) -> None:
    text = " ".join(words)
    assert is_copy(runs_of(text), runs_of(f"{lead} {text}"))
