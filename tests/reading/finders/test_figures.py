"""Figures in sentences of many hands: whose, of what, how much, when, and what is no figure."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from legation.records import Statement

Read = Callable[..., list[Statement]]

TABLE = Path(__file__).with_name("figures.tsv").read_text(encoding="utf-8")
ROWS = [line.split("\t") for line in TABLE.splitlines()[1:]]
"""Sentences, each with the figures that it gives, or with a dash where it gives none."""


def figures(statements: list[Statement]) -> list[Statement]:
    return [s for s in statements if s.kind == "figure"]


def told(figure: Statement) -> str:
    fields = figure.fields
    subject, value = fields["subject"], fields["value"]
    assert isinstance(subject, tuple)
    assert isinstance(value, Decimal)
    rest = (
        fields["indicator"],
        f"{value.normalize():f}",
        fields["unit"],
        fields["period"] or "-",
        fields["bound"] or "-",
    )
    return " | ".join([" ".join(subject), *map(str, rest)])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:40])
def test_figure_tells_whose_and_of_what(read: Read, row: list[str]) -> None:
    sentence, *expected = row

    found = {told(f) for f in figures(read(sentence, published="2025-06-10"))}

    assert found == (set() if expected == ["-"] else set(expected))


def test_figure_of_a_tariff_keeps_the_rate_before(read: Read) -> None:
    found = figures(read("Washington lowered its tariff on Japanese cars from 27.5% to 15%."))

    assert [f.fields["change_from"] for f in found] == [Decimal("27.5")]


def test_figure_of_a_tariff_turns_with_the_direction_of_the_goods(read: Read) -> None:
    onto = figures(read("There is a tariff of 20% on Chilean goods sold to Canada."))
    from_there = figures(read("There is a tariff of 20% on Canadian exports to Chile."))

    assert [f.fields["subject"] for f in onto + from_there] == [("CAN", "CHL"), ("CHL", "CAN")]


def test_figure_of_a_day_has_its_month_as_period(read: Read) -> None:
    found = figures(read("Norway's oil output fell by 3% on 2 April 2025."))

    assert [(str(f.fields["period"]), str(f.date)) for f in found] == [("2025-04", "2025-04-02")]


def test_figure_takes_the_year_that_its_paragraph_opens_with(read: Read) -> None:
    text = "In 2023, trade between Peru and Chile reached $4 billion. Peru's exports grew by 5 per cent."

    assert [str(f.fields["period"]) for f in figures(read(text))] == ["2023", "2023"]


def test_figure_with_one_partner_is_of_the_pair(read: Read) -> None:
    text = "Ties between Ghana and Togo grow. Ghana and Togo share a border. Trade with Togo came to 300 million dollars."

    found = figures(read(text, title="Ghana and Togo deepen ties"))

    assert [f.fields["subject"] for f in found] == [("GHA", "TGO")]


def test_figure_without_a_currency_is_in_the_publishers_own(read: Read) -> None:
    found = figures(read("The United States saw billions in investment.", publisher="www.commerce.gov"))

    assert [(f.fields["value"], f.fields["unit"], f.fields["bound"]) for f in found] == [
        (Decimal(10) ** 9, "USD", "at_least")
    ]


def test_figure_of_a_removed_tariff_is_none(read: Read) -> None:
    assert figures(read("Canada will remove its 25% tariff on Brazilian steel.")) == []


def test_figure_in_a_table_takes_its_unit_from_the_label_and_its_year_from_the_column(read: Read) -> None:
    table = "| Indicator | 2022 | 2023 |\n|---|---|---|\n| Exports (USD bn) | 12.5 | 14.1 |\n| Growth (%) | 5.2 | 6.1 |\n"

    found = figures(read(table, title="Trade between Ghana and Togo"))

    assert [told(f) for f in found] == [
        "GHA TGO | Exports | 12500000000 | USD | 2022 | -",
        "GHA TGO | Exports | 14100000000 | USD | 2023 | -",
        "GHA TGO | Growth | 5.2 | percent | 2022 | -",
        "GHA TGO | Growth | 6.1 | percent | 2023 | -",
    ]


def test_figure_in_a_table_of_partners_is_of_each(read: Read) -> None:
    table = "| Partner | Trade, million USD |\n|---|---|\n| Germany | 18,200 |\n| France | 9,400 |\n"

    found = figures(read(f"Poland trades widely. Poland's exports grow.\n\n{table}", title="Poland's trade"))

    assert [(f.fields["subject"], f.fields["value"]) for f in found] == [
        (("POL", "DEU"), Decimal(18_200_000_000)),
        (("POL", "FRA"), Decimal(9_400_000_000)),
    ]


def test_figure_behind_a_label_is_of_the_pair(read: Read) -> None:
    found = figures(read("- Trade: 86.7 billion USD (2024)", title="Vietnam and Japan: basic data"))

    assert [told(f) for f in found] == ["VNM JPN | Trade | 86700000000 | USD | 2024 | -"]


def test_figure_of_a_fraction_is_a_percentage(read: Read) -> None:
    found = figures(read("More than half of Togo's exports go to Ghana. Ghana cut its debt by half."))

    assert [(f.fields["value"], f.fields["unit"], f.fields["bound"]) for f in found] == [
        (Decimal("50.0"), "percent", "over"),
        (Decimal("50.0"), "percent", None),
    ]


def test_figures_of_a_tally_are_those_for_and_against(read: Read) -> None:
    found = figures(read("Chad's parliament backed the treaty by 27 votes to 24."))

    assert [f.fields["indicator"] for f in found] == ["votes for", "votes against"]
    assert [f.fields["value"] for f in found] == [Decimal(27), Decimal(24)]


def test_figure_of_people_who_live_abroad_is_of_both_states(read: Read) -> None:
    (found,) = figures(read("Some 4,000 Ghanaians live in Togo."))

    assert found.fields["subject"] == ("GHA", "TGO")
