from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from legation.ledger.record import StoredDocument
from legation.ledger.resolve import Sources, resolve
from legation.ledger.resolve.official import is_official

VISIT = {"visitors": ("Lee Jae Myung",), "from": "KOR", "to": ("VNM",)}


def test_most_precise_date_is_shown_first_and_the_others_are_kept(make: Any) -> None:
    told = [
        make.told("visit", VISIT, by=b, date=d)
        for b, d in zip("abc", ("2025", "2025-03", "2025-03-24"), strict=True)
    ]
    record = make.record(*told)
    assert [str(v.value) for v in record.variants["date"]] == ["2025-03-24", "2025-03", "2025"]


def test_what_happened_is_shown_before_what_was_planned(make: Any) -> None:
    plan = make.told("visit", VISIT, by="a", date="2025-03-24", modality="planned")
    report = make.told("visit", VISIT, by="b", date="2025-03-23/2025-03-26")
    assert str(make.record(plan, report).date) == "2025-03-23/2025-03-26"


def test_value_of_an_official_source_is_shown_before_that_of_many(make: Any) -> None:
    told = [make.told("visit", VISIT, by=b, date="2025-03-24") for b in "abc"]
    told.append(make.told("visit", VISIT, by="d", date="2025-03-25"))
    plain, official = (resolve(told, sources=Sources(ids)).records[0] for ids in ((), ("d" * 64,)))
    assert (str(plain.date), str(official.date)) == ("2025-03-24", "2025-03-25")


def test_value_of_most_documents_is_shown_before_others(make: Any) -> None:
    ranks = ("envoy", "minister", "minister")
    told = [
        make.told("visit", {**VISIT, "rank": r}, by="abc"[n], date="2025-03-24") for n, r in enumerate(ranks)
    ]
    record = make.record(*told)
    assert [(v.value, v.documents) for v in record.variants["rank"]] == [("minister", 2), ("envoy", 1)]


def test_fuller_wording_is_shown(make: Any) -> None:
    short = make.told("visit", {**VISIT, "visitors": ("Lee",)}, by="a", date="2025-03-24")
    full = make.told("visit", VISIT, by="b", date="2025-03-24")
    assert make.record(short, full).fields["visitors"] == ("Lee Jae Myung",)


def test_support_gives_the_statements_behind_the_shown_value(make: Any) -> None:
    coarse = make.told("visit", VISIT, by="a", date="2025-03")
    fine = make.told("visit", VISIT, by="b", date="2025-03-24")
    record = make.record(coarse, fine)
    assert record.support("date") == (fine,)
    assert record.support("to") == record.support("count") == (coarse, fine)
    assert record.actors() == {"KOR", "VNM"}


@pytest.mark.parametrize(
    ("publisher", "address", "official"),
    [
        ("www.mofa.go.kr", "/x.html", True),
        (None, "https://www.state.gov/briefing", True),
        ("diplomatie.gouv.fr", "/x", True),
        ("ec.europa.eu", "/x", True),
        ("news.example.com", "https://news.example.com/gov/visit", False),
        ("The Daily Paper", "/gov/x.txt", False),
    ],
)
def test_official_hosts_are_told_by_their_registries(
    publisher: str | None, address: str, *, official: bool
) -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    known: dict[str, Any] = dict.fromkeys(("title", "published", "language", "reason", "message"))
    document = StoredDocument(
        id="a", name="x", address=address, media_type="", status="readable", parts=(), pages=(),
        publisher=publisher, notes=(), read_at=now, recorded_at=now, **known,
    )  # fmt: skip
    assert is_official(document) is official
