"""Where a field's words are found, and which date is whose."""

from __future__ import annotations

from collections.abc import Callable

from legation.records import Statement

Read = Callable[..., list[Statement]]


def test_he_opens_to_the_place_that_writes_the_name(read: Read) -> None:
    text = (
        "President Rosa Diaz of Peru came to Santiago on 2 May 2025. "
        "On 3 May 2025 she held talks with President Ana Soto of Chile."
    )
    contact = next(s for s in read(text, published="2025-05-04") if s.kind == "contact" and s.date)
    words = {p.of(text) for p in contact.passages["persons"]}
    assert any("Rosa Diaz" in w for w in words)
    assert "she" not in words


def test_date_of_a_relative_clause_is_its_own(read: Read) -> None:
    text = (
        "The President of Chile welcomed the signing of the Chile-Peru Mining Agreement, "
        "which she discussed with Prime Minister Vega in Lima in September 2022."
    )
    signed = [s for s in read(text, published="2023-01-13") if s.kind == "agreement"]
    assert all(str(s.date) != "2022-09" for s in signed)


def test_money_in_projects_is_investment(read: Read) -> None:
    text = (
        "Chile is the largest investor in Peru, with over 17 billion US dollars in 120 projects in May 2025."
    )
    figures = {
        s.fields["indicator"] for s in read(text, published="2025-06-01") if s.fields.get("unit") == "USD"
    }
    assert figures == {"investment"}


def test_present_figure_is_not_of_the_past_date_before_it(read: Read) -> None:
    text = (
        "In December 2022 Chile and Peru upgraded their relations. "
        "Chile is Peru's largest investor, with more than 1,200 projects."
    )
    projects = [s for s in read(text, published="2025-06-01") if s.fields.get("indicator") == "projects"]
    assert projects
    assert all(s.fields["period"] is None for s in projects)


def test_goal_that_is_striven_for_is_no_figure(read: Read) -> None:
    text = "Chile and Peru strive to raise their trade to 20 billion dollars by 2030."
    assert not [s for s in read(text, published="2025-06-01") if s.kind == "figure"]


def test_it_measures_what_the_sentence_before_named(read: Read) -> None:
    text = "Chile and Peru agreed to raise their trade. It stood at 9 billion dollars last year."
    figure = next(s for s in read(text, published="2025-06-01") if s.kind == "figure")
    assert (figure.fields["indicator"], str(figure.fields["period"])) == ("trade", "2024")
    assert figure.passages["indicator"][0].of(text) == "trade"
