"""The check reads a sentence afresh and lets nothing through that its passage does not say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from legation.briefs import Brief, Checker, Citation, check
from legation.ledger import View
from legation.values.passage import Passage

if TYPE_CHECKING:
    from tests.briefs.conftest import Paper

Kept = Callable[[Sequence["Paper"]], View]
Failing = Callable[[str], set[str]]


def cite(view: View, index: int = 0) -> Citation:
    """A citation of the statement that stands at that place in the view."""
    stored = view.statements()[index]
    document = view.document(stored.document)
    return Citation(
        number=1,
        passage=stored.quote,
        support=(),
        statement=stored.id,
        document=document.id,
        title=document.name,
        publisher=document.publisher,
        published=document.published,
        address=document.address,
        page=None,
        offset=stored.quote.start,
        words=view.passage_text(stored.quote),
    )


@pytest.fixture(scope="module")
def visit(paper: type[Paper], kept: Kept) -> Failing:
    """Tells what of a sentence is not proved by a report of a visit."""
    text = "Foreign Minister Bui Thanh Son of Vietnam visited Seoul on 14 January 2025 and signed two agreements."
    report = paper("report", text, "2025-02-10")
    report.says("visit", text, date="2025-01-14", visitors=("Bui Thanh Son",), from_="VNM", to=("KOR",))
    view = kept([report])
    citation = cite(view)
    return lambda sentence: {f.type for f in Checker(view).check(sentence, [citation])}


SOUND = "Foreign Minister Bui Thanh Son of Vietnam visited South Korea on 14 January 2025 [1]."


def test_sound_sentence_is_proved(visit: Failing) -> None:
    assert visit(SOUND) == set()


@pytest.mark.parametrize(
    ("sound", "wrong", "type_"),
    [
        ("14 January", "15 January", "date"),
        ("14 January 2025", "January 2024", "date"),
        ("South Korea", "North Korea", "actor"),
        ("Vietnam", "Laos", "actor"),
        ("Bui Thanh Son", "Bui Thanh Sun", "person"),
        ("Bui Thanh Son", "Son Thanh Bui", "person"),
        ("Foreign Minister", "Prime Minister", "person"),
        ("visited", "is scheduled to visit", "modality"),
        ("visited", "was urged to visit", "modality"),
        ("visited South Korea", "visited South Korea with 12 ministers", "number"),
        ("visited South Korea", "visited South Korea triumphantly", "words"),
        (" [1]", "", "citation"),
        ("[1]", "[2]", "citation"),
        ("2025 [1]", "2025, as two sources report [1]", "number"),
    ],
)
def test_sentence_with_one_thing_changed_fails(visit: Failing, sound: str, wrong: str, type_: str) -> None:
    assert type_ in visit(SOUND.replace(sound, wrong))


@pytest.fixture(scope="module")
def stock(paper: type[Paper], kept: Kept) -> Failing:
    """Tells what of a sentence is not proved by a report of a figure."""
    text = "Last year South Korean investment in Viet Nam came to over 93 billion US dollars."
    report = paper("figures", text, "2025-02-10")
    report.says(
        "figure",
        text,
        date="2024",
        subject=("KOR", "VNM"),
        indicator="investment",
        value=Decimal("93e9"),
        unit="USD",
        bound="over",
    )
    view = kept([report])
    citation = cite(view)
    return lambda sentence: {f.type for f in Checker(view).check(sentence, [citation])}


@pytest.mark.parametrize(
    ("quantity", "proved"),
    [
        ("over US$93 billion", True),
        ("over 93 billion US dollars", True),
        ("US$93 billion", False),
        ("nearly US$93 billion", False),
        ("over US$93 million", False),
        ("over €93 billion", False),
        ("over US$39 billion", False),
    ],
)
def test_quantity_needs_its_value_unit_and_bound(stock: Failing, *, quantity: str, proved: bool) -> None:
    assert (
        "number" not in stock(f"Investment of South Korea and Vietnam: {quantity} in 2024 [1].")
    ) is proved


def test_relative_date_is_resolved_with_the_documents_own_date(stock: Failing) -> None:
    assert stock("Investment of South Korea and Vietnam: over US$93 billion in 2024 [1].") == set()
    assert "date" in stock("Investment of South Korea and Vietnam: over US$93 billion in 2023 [1].")


def test_shorter_tier_is_not_proved_by_a_longer_one(paper: type[Paper], kept: Kept) -> None:
    text = (
        "Vietnam and South Korea upgraded their relations to a comprehensive strategic partnership in 2022."
    )
    report = paper("tier", text, "2023-02-10")
    report.says(
        "relation",
        text,
        date="2022",
        parties=("VNM", "KOR"),
        tier="comprehensive_strategic_partnership",
        action="upgraded",
    )
    view = kept([report])
    found = Checker(view).check(text.replace("comprehensive ", "").replace(".", " [1]."), [cite(view)])
    assert {f.type for f in found} == {"tier"}


def test_plan_is_never_told_as_held(paper: type[Paper], kept: Kept) -> None:
    text = "General Secretary To Lam of Vietnam will visit South Korea on 10 August 2025."
    report = paper("misread", text, "2025-08-05")
    report.says("visit", text, date="2025-08-10", visitors=("To Lam",), from_="VNM", to=("KOR",))
    view = kept([report])
    sentence = "General Secretary To Lam of Vietnam visited South Korea on 10 August 2025 [1]."
    (failure,) = Checker(view).check(sentence, [cite(view)])
    assert failure.type == "modality"
    assert "after the source" in failure.reason


def test_person_is_not_told_to_act_for_a_state_that_no_source_ties_them_to(
    paper: type[Paper], kept: Kept
) -> None:
    text = "Prime Minister Lawrence Wong received the guests from Vietnam in Singapore on 12 March 2025."
    report = paper("wong", text, "2025-03-13")
    report.says(
        "appointment", text, person="Lawrence Wong", office="Prime Minister", of="VNM", action="holds"
    )
    view = kept([report])
    found = Checker(view).check("Lawrence Wong: Prime Minister of Vietnam [1].", [cite(view)])
    assert [f.type for f in found] == ["person"]


def test_person_with_a_bare_title_acts_for_the_state_that_other_documents_name(
    paper: type[Paper], kept: Kept
) -> None:
    text = "President Luong Cuong visited Japan on 3 March 2025."
    report = paper("bare", text, "2025-03-13")
    report.says("visit", text, date="2025-03-03", visitors=("Luong Cuong",), from_="VNM", to=("JPN",))
    other = paper("full", "President Luong Cuong of Viet Nam received the envoys.", "2025-01-13")
    sentence = "Luong Cuong of Vietnam visited Japan on 3 March 2025 [1]."
    view = kept([report])
    assert Checker(view).check(sentence, [cite(view)])
    both = kept([report, other])
    assert not Checker(both).check(sentence, [cite(both)])
    assert Checker(both, date(2024, 12, 1)).check(sentence, [cite(both)])


def test_quotation_must_stand_word_for_word(brief: Brief, view: View) -> None:
    sentence = next(s for s in brief.sentences() if "accused" in s.text)
    wrong = sentence.text.replace("steel plate", "steel pipes")
    assert {f.type for f in Checker(view).check(wrong, sentence.citations)} == {"quote"}


def test_citation_must_lead_to_its_own_document(brief: Brief, view: View) -> None:
    sentence = next(brief.sentences())
    first = sentence.citations[0]
    elsewhere = next(d.id for d in view.documents() if d.id != first.document)
    moved = replace(first, passage=Passage(elsewhere, 0, 20))
    failures = Checker(view).check(sentence.text, [moved, *sentence.citations[1:]])
    assert any(f.type == "citation" for f in failures)


def test_check_of_a_brief_names_the_sentence_that_fails(brief: Brief, view: View) -> None:
    first, *rest = brief.sections
    changed = replace(first.sentences[0], text=first.sentences[0].text.replace("2025", "2026"))
    wrong = replace(brief, sections=(replace(first, sentences=(changed, *first.sentences[1:])), *rest))
    result = check(wrong, view)
    assert not result.proved
    assert [s.text for s, _ in result.failures] == [changed.text]
    assert result.checked == len(list(brief.sentences()))


@pytest.fixture(scope="module")
def talks(paper: type[Paper], kept: Kept) -> Failing:
    """Tells what of a sentence is not proved by a report that names several people, states, days and titles."""
    text = (
        "On 3 March 2025 President Luong Cuong of Viet Nam met Ambassador Choi Young-sam of South Korea, and "
        "spoke by telephone with President Subianto of Indonesia on 5 March 2025."
    )
    report = paper("talks", text, "2025-03-10")
    people = ("Luong Cuong", "Choi Young-sam")
    report.says(
        "contact", text, date="2025-03-03", participants=("VNM", "KOR"), persons=people, mode="meeting"
    )
    view = kept([report])
    citation = cite(view)
    return lambda sentence: {f.type for f in Checker(view).check(sentence, [citation], about=("VNM", "KOR"))}


TALKS = (
    "The two sides held a meeting on 3 March 2025, with President Luong Cuong and Ambassador Choi Young-sam "
    "taking part [1]."
)


def test_sound_telling_of_talks_is_proved(talks: Failing) -> None:
    assert talks(TALKS) == set()


@pytest.mark.parametrize(
    ("sound", "wrong", "type_"),
    [
        ("Ambassador Choi", "President Choi", "person"),
        ("President Luong", "Ambassador Luong", "person"),
        ("Ambassador Choi Young-sam", "President Subianto", "person"),
        ("3 March", "5 March", "date"),
        ("a meeting", "a call", "label"),
        ("The two sides", "Vietnam and Indonesia", "actor"),
        ("held a meeting", "left a meeting", "words"),
    ],
)
def test_what_a_passage_says_of_another_is_no_proof(
    talks: Failing, sound: str, wrong: str, type_: str
) -> None:
    assert type_ in talks(TALKS.replace(sound, wrong))


@pytest.mark.parametrize(
    "wrong",
    [
        "Foreign Minister Bui Thanh Son of South Korea visited Vietnam on 14 January 2025 [1].",
        "A visit from South Korea to Vietnam took place on 14 January 2025 [1].",
        "Foreign Minister Bui Thanh Son of Vietnam left South Korea on 14 January 2025 [1].",
    ],
)
def test_visit_is_not_told_the_other_way_round(visit: Failing, wrong: str) -> None:
    assert visit(wrong)


@pytest.mark.parametrize(
    ("sentence", "proved"),
    [
        ("Tran Van Ba: Prime Minister of Vietnam (text of 10 February 2025) [1].", True),
        ("Tran Van Ba: President of Vietnam (text of 10 February 2025) [1].", False),
        ("Tran Van Ba: Prime Minister of Laos (text of 10 February 2025) [1].", False),
        ("Kham Souk: Prime Minister of Vietnam (text of 10 February 2025) [1].", False),
    ],
)
def test_office_is_told_of_its_own_holder_and_state(
    paper: type[Paper], kept: Kept, *, sentence: str, proved: bool
) -> None:
    text = "Prime Minister Tran Van Ba of Vietnam received President Kham Souk of Laos."
    report = paper("offices", text, "2025-02-10")
    report.says("appointment", text, person="Tran Van Ba", office="Prime Minister", of="VNM", action="holds")
    view = kept([report])
    assert (not Checker(view).check(sentence, [cite(view)])) is proved


@pytest.mark.parametrize(
    ("sentence", "proved"),
    [
        ("Vietnam undertook to buy rice from Laos (text of 10 February 2025) [1].", True),
        ("Laos undertook to buy rice from Vietnam (text of 10 February 2025) [1].", False),
        ("Vietnam aims to buy 12 ships (text of 10 February 2025) [1].", False),
    ],
)
def test_promise_is_told_of_who_gave_it(
    paper: type[Paper], kept: Kept, *, sentence: str, proved: bool
) -> None:
    text = "Vietnam pledged to buy rice from Laos, and 12 ships came in."
    report = paper("rice", text, "2025-02-10")
    report.says("commitment", text, by=("VNM",), to=("LAO",), what="buy rice from Laos")
    view = kept([report])
    assert (not Checker(view).check(sentence, [cite(view)])) is proved


def test_nothing_is_told_beside_a_quotation(brief: Brief, view: View) -> None:
    sentence = next(s for s in brief.sentences() if "accused" in s.text)
    wrong = sentence.text.replace("” [", "” and relations ended [")
    assert {f.type for f in Checker(view).check(wrong, sentence.citations)} == {"words"}


def test_weekday_before_a_day_that_is_none_is_no_date(paper: type[Paper], kept: Kept) -> None:
    sound = "Vietnam and Laos signed a fishing treaty on Thursday 30 October."
    text = sound.replace("30", "60")
    report = paper("treaty", text, "2025-11-02")
    report.says(
        "agreement",
        text,
        date="2025-10-30",
        parties=("VNM", "LAO"),
        title="fishing treaty",
        action="signed",
        at={"date": "Thursday 60 October"},
    )
    view = kept([report])
    sentence = "Vietnam and Laos signed a fishing treaty on 30 October 2025 [1]."
    assert "date" in {f.type for f in Checker(view).check(sentence, [cite(view)])}


def test_person_does_not_act_for_a_state_where_the_title_names_something_unknown(
    paper: type[Paper], kept: Kept
) -> None:
    text = "President of the Republic of Vostrania Luong Cuong met Laos on 3 March 2025. Vietnam grew."
    report = paper("unknown", text, "2025-03-13")
    report.says(
        "contact",
        text,
        date="2025-03-03",
        participants=("VNM", "LAO"),
        persons=("Luong Cuong",),
        mode="meeting",
        at={"participants": "President of the Republic of Vostrania Luong Cuong"},
    )
    other = paper("full", "President Luong Cuong of Viet Nam received the envoys.", "2025-01-13")
    view = kept([report, other])
    sentence = "Vietnam and Laos held a meeting on 3 March 2025, with Luong Cuong taking part [1]."
    assert Checker(view).check(sentence, [cite(view)])


@pytest.mark.parametrize(
    ("office", "text"),
    [
        ("Prime Minister", "Deputy Prime Minister Tran Van Ba of Vietnam presided."),
        ("Foreign Minister", "Tran Van Ba of Vietnam, no longer Foreign Minister, presided."),
        ("Prime Minister", "President Tran Van Ba of Vietnam and Prime Minister Ho Thi Ca presided."),
        ("Prime Minister", "President Tran Van Ba and Prime Minister Ho Thi Ca of Vietnam presided."),
        ("General Secretary", "General Secretary Ho Thi Ca and President Tran Van Ba of Vietnam presided."),
    ],
)
def test_misread_office_is_not_proved_by_a_higher_former_or_neighbouring_one(
    paper: type[Paper], kept: Kept, office: str, text: str
) -> None:
    report = paper("misread-office", text, "2025-02-10")
    report.says("appointment", text, person="Tran Van Ba", office=office, of="VNM", action="holds")
    view = kept([report])
    found = Checker(view).check(
        f"Tran Van Ba: {office} of Vietnam (text of 10 February 2025) [1].", [cite(view)]
    )
    assert "person" in {f.type for f in found}


@pytest.mark.parametrize(
    ("action", "told", "text"),
    [
        (
            "concluded",
            "concluded the Fisheries Agreement",
            "Vietnam and Laos signed the Fisheries Agreement.",
        ),
        ("ended", "ended the Fisheries Agreement", "Vietnam and Laos recommend the Fisheries Agreement."),
    ],
)
def test_misread_step_is_not_proved_by_a_word_within_a_word(
    paper: type[Paper], kept: Kept, action: str, told: str, text: str
) -> None:
    report = paper("misread-step", text, "2025-02-10")
    report.says(
        "agreement", text, parties=("VNM", "LAO"), title="Fisheries Agreement", action=action, field="trade"
    )
    view = kept([report])
    found = Checker(view).check(f"Vietnam and Laos {told} (text of 10 February 2025) [1].", [cite(view)])
    assert {f.type for f in found} == {"label"}


SIGNED = "Vietnam and South Korea signed the Han Trade Agreement"


@pytest.mark.parametrize(
    ("text", "proved"),
    [
        (f"{SIGNED}.", True),
        (f"It is known that {SIGNED}, and nobody objected.", True),
        (f"Reports that {SIGNED} are unfounded.", False),
        (f"It is not true that {SIGNED}.", False),
        (f"The paper wrongly reported that {SIGNED}.", False),
        (f"Nothing says that {SIGNED}.", False),
        (f"Is it so that {SIGNED}?", False),
        (f"Hardly had {SIGNED}.", False),
        (f"Neither {SIGNED}.", False),
        (f"Had {SIGNED}, trade would have grown.", False),
        (f"None rejoiced. {SIGNED}. No trade followed.", True),
    ],
)
def test_words_that_turn_a_clause_bar_its_telling(
    paper: type[Paper], kept: Kept, *, text: str, proved: bool
) -> None:
    report = paper("turned", text, "2025-02-10")
    title = "Han Trade Agreement"
    report.says("agreement", SIGNED, parties=("VNM", "KOR"), title=title, action="signed")
    view = kept([report])
    told = f"{SIGNED} [1]."
    failures = Checker(view).check(told, [cite(view)])
    assert ("modality" not in {f.type for f in failures}) is proved
