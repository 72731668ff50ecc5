"""What reads wrongly if it is read without care: one document, in sentences of our own."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from legation.records import Statement

Read = Callable[..., list[Statement]]


def of_kind(statements: list[Statement], kind: str) -> list[Statement]:
    return [s for s in statements if s.kind == kind]


def test_glued_words_are_read_as_if_spaced(read: Read) -> None:
    body = (
        "InMarch 2019, Kenya and Peru upgraded theirties to a “strategic partnership”. PresidentWilliam Ruto of Kenya "
        "isexpected to visit Peru."
    )
    found = read(body)
    (relation,) = of_kind(found, "relation")
    assert (relation.fields["parties"], str(relation.date)) == (("KEN", "PER"), "2019-03")
    (visit,) = of_kind(found, "visit")
    assert (visit.fields["to"], visit.modality) == (("PER",), "planned")
    assert body[relation.quote.start : relation.quote.end].startswith(("Kenya", "InMarch", "upgraded"))


def test_one_planned_visit_told_twice_keeps_the_finer_date(read: Read) -> None:
    found = of_kind(
        read(
            "President William Ruto of Kenya will pay a state visit to Peru from 10 to 13 August 2025. Officials in Lima said "
            "the visit of President Ruto to Peru in early August will be the first of its kind.",
            published="2025-07-20",
        ),
        "visit",
    )
    assert {str(v.date) for v in found} >= {"2025-08-10/2025-08-13"}
    assert all(v.modality == "planned" for v in found)


def test_a_list_told_twice_gives_each_membership_once(read: Read) -> None:
    found = of_kind(
        read(
            "Ghana takes part in the African Union, the Commonwealth and La Francophonie. As a member of the Commonwealth, the "
            "African Union and the Francophonie, Ghana speaks for small states."
        ),
        "membership",
    )
    bodies = [(s.fields["body"], s.fields["action"]) for s in found]
    assert len(bodies) == len(set(bodies))
    assert {"African Union", "Commonwealth", "Francophonie"} <= {
        str(body).replace("AU", "African Union") for body, _ in bodies
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenyan Foreign Minister Musalia Mudavadi is scheduled to visit Norway in May 2026.",
        "Norway will host Foreign Minister Musalia Mudavadi of Kenya in May 2026.",
        "Foreign Minister Musalia Mudavadi of Kenya is due in Norway in May 2026.",
    ],
)
def test_what_is_scheduled_is_planned(read: Read, sentence: str) -> None:
    visits = of_kind(read(sentence, published="2026-04-02"), "visit")
    assert [v.modality for v in visits] == ["planned"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Pugwash member Amina Diallo co-wrote a paper with Lars Holm of the Norwegian Institute of International Affairs.",
        "The book by a Kenyan historian was reviewed by a Peruvian journalist in the Oslo Review.",
        "The Kenyan-born chef met diners from Peru at his restaurant in Oslo.",
    ],
)
def test_private_persons_make_no_engagement_between_states(read: Read, sentence: str) -> None:
    assert not [
        s for s in read(sentence) if s.kind in ("visit", "contact", "agreement", "relation", "commitment")
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Politburo issued Resolution 57-NQ on science and technology.",
        "Regulation 392 governs the work of the delegations.",
        "The 14th National Congress of the party was held.",
        "Kenya has friends on all five continents.",
        "Article 7 of the treaty names the two capitals.",
        "Flight KQ 310 left Gate 24 on time.",
    ],
)
def test_identifiers_and_ordinals_are_no_figures(read: Read, sentence: str) -> None:
    assert not of_kind(read(sentence), "figure")


def test_a_tariff_says_on_whose_goods_it_lies(read: Read) -> None:
    (on_peru,) = of_kind(
        read("The United States imposed a tariff of 20 percent on goods from Peru."), "figure"
    )
    (on_usa,) = of_kind(
        read("Peru imposed a tariff of 20 percent on goods from the United States."), "figure"
    )
    assert on_peru.fields["value"] == on_usa.fields["value"] == Decimal(20)
    assert on_peru.fields["subject"] != on_usa.fields["subject"]


def test_a_deal_whose_signing_lies_ahead_is_not_signed(read: Read) -> None:
    found = of_kind(
        read(
            "Kenya and Norway concluded negotiations on a free trade agreement on 3 June 2025. The agreement is to be signed in "
            "about six months.",
            published="2025-06-03",
        ),
        "agreement",
    )
    assert not [s for s in found if s.fields["action"] == "signed" and s.modality == "actual"]
    assert "concluded" in {s.fields["action"] for s in found}
