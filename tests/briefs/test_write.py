"""What a brief says, and what it keeps to itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from legation.briefs import Brief, check, write_brief
from legation.errors import BriefError, UnknownActor
from legation.ledger import View

if TYPE_CHECKING:
    from tests.briefs.conftest import Paper

ON = date(2025, 8, 10)
Kept = Callable[[Sequence["Paper"]], View]


def texts(brief: Brief, key: str) -> list[str]:
    return [s.text for section in brief.sections if section.key == key for s in section.sentences]


def test_brief_names_the_last_contact_first(brief: Brief) -> None:
    first, second = texts(brief, "last_contact")
    assert first.startswith("Vietnam and South Korea held a call on 3 July 2025")
    assert second.startswith(
        "Foreign Minister Bui Thanh Son of Vietnam visited South Korea on 14 January 2025"
    )
    assert "as two sources report" in second


def test_brief_tells_the_latest_step_in_relations_before_its_history(brief: Brief) -> None:
    now, history = texts(brief, "relations")
    assert "upgraded their relations to a comprehensive strategic partnership in December 2022" in now
    assert "established diplomatic relations in 1992" in history


def test_brief_tells_a_plan_as_a_plan(brief: Brief) -> None:
    (ahead,) = texts(brief, "ahead")
    assert ahead.startswith(
        "General Secretary To Lam of Vietnam is scheduled to visit South Korea on 10–13 August 2025"
    )


def test_brief_says_no_evidence_was_found_where_a_deadline_has_passed(brief: Brief) -> None:
    overdue, conditional = texts(brief, "commitments_theirs")
    assert "undertook to open its market to Vietnamese seafood" in overdue
    assert "deadline 30 June 2025; no evidence of delivery was found" in overdue
    assert "would, on a condition, finance the metro line" in conditional


def test_brief_keeps_what_was_asked_apart_from_what_was_promised(brief: Brief) -> None:
    (asked,) = texts(brief, "asked")
    assert asked.startswith(
        "South Korea was urged to increase imports of Vietnamese goods (text of 5 August 2025)"
    )


def test_brief_shows_the_newest_figure_and_the_one_before(brief: Brief) -> None:
    trade = next(t for t in texts(brief, "figures") if "trade" in t)
    assert trade.startswith("Goods trade of Vietnam and South Korea: US$86.7 billion in 2024")
    assert "US$76.1 billion in 2023" in trade
    assert any("invested over 93 billion US dollars in Viet Nam”" in t for t in texts(brief, "figures"))


def test_brief_shows_differing_dates_side_by_side_with_who_says_which(brief: Brief) -> None:
    differ = next(t for t in texts(brief, "conflicts") if "agreement" in t)
    assert "15 January 2025" in differ
    assert "16 January 2025" in differ
    assert "Red Delta Times" in differ
    assert "Namsan Daily" in differ


def test_brief_quotes_an_accusation_in_its_own_words(brief: Brief) -> None:
    assert any("“South Korea accused Vietnam of dumping steel plate" in t for t in texts(brief, "conflicts"))


def test_brief_asks_after_a_visit_that_no_source_confirms(brief: Brief) -> None:
    (open_plan,) = texts(brief, "unconfirmed")
    assert "Shin Won-sik of South Korea was scheduled to visit Vietnam in April 2024" in open_plan


def test_brief_names_office_holders_with_the_date_of_their_source(brief: Brief) -> None:
    people = texts(brief, "people")
    assert any(t.startswith("Lee Jae Myung: President of South Korea (undated text)") for t in people)
    assert any(
        t.startswith("Bui Thanh Son: Foreign Minister of Vietnam (text of 10 February 2025)") for t in people
    )


def test_brief_drops_nothing_that_its_sources_prove(brief: Brief, view: View) -> None:
    assert brief.dropped == ()
    assert check(brief, view).proved


def test_brief_numbers_every_source_once_in_order_of_use(brief: Brief) -> None:
    assert [c.number for c in brief.sources] == list(range(1, len(brief.sources) + 1))
    used = [c.number for s in brief.sentences() for c in s.citations]
    assert list(dict.fromkeys(used)) == sorted(set(used))


def test_brief_claims_carry_the_fields_they_came_from(brief: Brief) -> None:
    claims = {(c.type, c.value, c.field) for s in brief.sentences() for c in s.claims}
    assert ("date", "2025-08-10/2025-08-13", "date") in claims
    assert ("modality", "planned", "modality") in claims
    assert ("tier", "comprehensive_strategic_partnership", "tier") in claims
    assert any(sort == "number" and field == "value" for sort, _, field in claims)


def test_brief_is_the_same_with_or_without_later_documents(
    papers: list[Paper], kept: Kept, brief: Brief
) -> None:
    known = [p for p in papers if not p.published or p.published <= "2025-08-10"]
    without = write_brief(kept(known), of="VNM", with_="KOR", on=ON)
    assert [s.text for s in without.sentences()] == [s.text for s in brief.sentences()]
    assert "Le Hoai Trung" not in str(brief)


def test_undated_document_that_tells_of_later_things_is_left_out(paper: type[Paper], kept: Kept) -> None:
    text = "Viet Nam and South Korea held talks on 3 May 2025. Viet Nam and South Korea signed a pact on 1 October 2025."
    note = paper("undated", text, None)
    note.says(
        "contact",
        "Viet Nam and South Korea held talks on 3 May 2025.",
        date="2025-05-03",
        participants=("VNM", "KOR"),
    )
    assert texts(write_brief(kept([note]), of="VNM", with_="KOR", on=ON), "last_contact")
    note.says(
        "agreement",
        "Viet Nam and South Korea signed a pact on 1 October 2025.",
        date="2025-10-01",
        parties=("VNM", "KOR"),
        title="pact",
        action="signed",
    )
    late = write_brief(kept([note]), of="VNM", with_="KOR", on=ON)
    assert not list(late.sentences())
    assert late.read == 0


def test_sentence_that_its_passage_does_not_prove_is_reported_and_its_source_quoted_instead(
    paper: type[Paper], kept: Kept
) -> None:
    wrong = paper("misread", "Viet Nam and South Korea held talks on 3 May 2025.", "2025-06-01")
    wrong.says("contact", wrong.text, date="2025-05-04", participants=("VNM", "KOR"))
    brief = write_brief(kept([wrong]), of="VNM", with_="KOR", on=ON)
    (printed,) = [s.text for s in brief.sentences()]
    assert printed == (
        "Han River Review (text of 1 June 2025): “Viet Nam and South Korea held talks on 3 May 2025” [1]."
    )
    (dropped,) = brief.dropped
    assert dropped.section == "last_contact"
    assert any(f.type == "date" and f.token == "4 May 2025" for f in dropped.failures)


def test_brief_on_a_pair_without_documents_says_so(view: View) -> None:
    brief = write_brief(view, of="VNM", with_="BRA", on=ON)
    assert not [s for s in brief.sentences() if "Brazil" in s.text]
    assert "was found to speak of both Vietnam and Brazil" in brief.gaps[0]


def test_brief_says_how_old_its_newest_source_is(view: View) -> None:
    brief = write_brief(view, of="VNM", with_="KOR", on=date(2024, 12, 1))
    assert brief.gaps[0] == (
        "No source on Vietnam and South Korea since 20 March 2024, 256 days before the meeting."
    )


def test_brief_takes_names_as_well_as_codes(view: View) -> None:
    assert write_brief(view, of="Vietnam", with_="Republic of Korea", on=ON).with_ == "KOR"


def test_brief_refuses_one_actor_twice(view: View) -> None:
    with pytest.raises(BriefError, match="one actor"):
        write_brief(view, of="VNM", with_="Hanoi", on=ON)


def test_brief_names_near_names_for_an_unknown_actor(view: View) -> None:
    with pytest.raises(UnknownActor, match="near names"):
        write_brief(view, of="VNM", with_="South Korae", on=ON)


def test_brief_refuses_a_view_of_another_moment(view: View) -> None:
    with pytest.raises(BriefError, match="as of"):
        write_brief(view, of="VNM", with_="KOR", on=ON, as_of=datetime(2025, 1, 1, tzinfo=UTC))
