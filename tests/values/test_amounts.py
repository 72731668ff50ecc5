"""Quantities in running text: what is found, what is left alone, and how exactly."""

from __future__ import annotations

import pytest

from legation.values.amounts import find_quantities

FOUND = [
    ("over US$93 billion", "over 93000000000 USD"),
    ("786.29 billion US dollars", "786290000000 USD"),
    ("39.5%", "39.5 percent"),
    ("21 visits", "21 count visits"),
    ("sixteen countries", "16 count countries"),
    ("two phone conversations", "2 count phone conversations"),
    ("twenty memorandums of understanding were signed", "20 count memorandums of understanding"),
    ("its third-largest trading partner", "3 rank trading partner"),
    ("the second largest investor in Laos", "2 rank investor"),
    ("Japan is the largest donor", "1 rank donor"),
    ("six out of seven key executive mechanisms", "6/7 count key executive mechanisms"),
    ("cut from 46% to an average of 20%", "average 46->20 percent"),
    ("rose from $5 billion to $8 billion", "5000000000->8000000000 USD"),
    ("tens of billions of US dollars", "at_least 10000000000 USD"),
    ("between 5 and 7 billion dollars", "5000000000..7000000000 USD"),
    ("6-7 percent", "6..7 percent"),
    ("$1 to $2 billion", "1000000000..2000000000 USD"),
    ("nearly 6 million overseas Vietnamese", "nearly 6000000 count overseas Vietnamese"),
    ("more than six million people", "over 6000000 count people"),
    ("at least 300 troops", "at_least 300 count troops"),
    ("up to 5,000 jobs", "at_most 5000 count jobs"),
    ("1,500 troops", "1500 count troops"),
    ("A$5.5 million", "5500000 AUD"),
    ("€12bn", "12000000000 EUR"),
    ("$5B", "5000000000 USD"),
    ("VND 500 trillion", "500000000000000 VND"),
    ("500 tỷ đồng", "500000000000 VND"),
    ("3.5 million tonnes of rice", "3500000 tonne"),
    ("1,200 MW", "1200 megawatt"),
    ("0.5 percentage points", "0.5 percentage_points"),
    ("25 basis points", "25 basis_points"),
    ("2 million barrels per day", "2000000 barrels_per_day"),
    ("331,000 square kilometres", "331000 square_kilometre"),
    ("a dozen agreements", "12 count agreements"),
    ("dozens of agreements", "at_least 12 count agreements"),
    ("half a million tourists", "500000 count tourists"),
    ("40-plus projects", "at_least 40 count projects"),
    ("20 projects or more", "at_least 20 count projects"),
    ("two thirds of members", "2/3 fraction"),
    ("exports doubled", "2 times"),
    ("10 trillion won", "10000000000000 KRW"),
    ("he won 5 trillion", "5000000000000 count"),
    ("5-billion-dollar loan", "5000000000 USD"),
    ("hundreds of thousands of workers", "at_least 100000 count workers"),
    ("grew 7.1 per cent", "7.1 percent"),
    ("twenty-one countries", "21 count countries"),
    ("one hundred and twenty delegates", "120 count delegates"),
    ("one billion dollars", "1000000000 USD"),
    ("ranked 32nd in the world", "32 rank"),
    ("ranks third", "3 rank"),
    ("fell to 20% from 46%", "46->20 percent"),
    ("20%, up from 12%", "12->20 percent"),
    ("from 5 to 7 percent", "5..7 percent"),
    ("grew from 5 to 7 percent", "5->7 percent"),
    ("ranging from 10% to 25%", "10..25 percent"),
    ("around 60 activities", "about 60 count activities"),
    ("25 delegations", "25 count delegations"),
    ("50 years of relations", "50 year"),
    ("13 comprehensive strategic partners", "13 count comprehensive strategic partners"),
    ("the 193 UN member states", "193 count UN member states"),
    ("42 per cent", "42 percent"),
    ("a total of 339 agreements", "339 count agreements"),
    ("an estimated $3.2 trillion", "about 3200000000000 USD"),
    ("Rs 5 crore", "50000000 INR"),
    ("USD 93 billion", "93000000000 USD"),
    ("93 billion USD", "93000000000 USD"),
    ("39,5%", "39.5 percent"),
    ("hơn 6 triệu người", "over 6000000 count người"),
    ("one in five people", "1/5 count people"),
    ("from 46% in 2019 to 20% in 2024", "46->20 percent"),
    ("ten ASEAN members", "10 count ASEAN members"),
    ("a 20 percent tariff", "20 percent"),
    ("over 5,600 projects", "over 5600 count projects"),
    ("20 or 30 countries", "20..30 count countries"),
    ("a 46-percent tariff", "46 percent"),
    ("the 5 countries", "5 count countries"),
    ("10 to 15 agreements", "10..15 count agreements"),
    ("17 signed agreements", "17 count signed agreements"),
    ("six more titles", "6 count more titles"),
    ("exports grew fourfold", "4 times"),
    ("valued at USD204.10 million", "204100000 USD"),
    ("about ten billion reais", "about 10000000000 BRL"),
    ("10 percentage points", "10 percentage_points"),
    ("HK$3 million", "3000000 HKD"),
    ("5 million Australian dollars", "5000000 AUD"),
    ("£2 million", "2000000 GBP"),
    ("3 trillion yen", "3000000000000 JPY"),
    ("90 billion rupees", "90000000000 INR"),
    ("2 billion yuan", "2000000000 CNY"),
    ("no fewer than 12 ministers", "at_least 12 count ministers"),
    ("close to 40 ministers", "nearly 40 count ministers"),
    ("less than 5 per cent", "under 5 percent"),
    ("15 delegates or fewer", "at_most 15 count delegates"),
    ("an average of 20%", "average 20 percent"),
    ("several hundred troops", "at_least 100 count troops"),
    ("three hundred and five delegates", "305 count delegates"),
    ("two thousand five hundred jobs", "2500 count jobs"),
    ("growth of 6.5% on average", "average 6.5 percent"),
    ("12 heads of state", "12 count heads of state"),
    ("it reached 1,500 in May", "1500 count"),
    ("260 billion extra US dollars", "260000000000 USD"),
    ("one of the five working groups", "5 count working groups"),
    ("1.5 degrees Celsius", "1.5 degree_celsius"),
    ("12 visits to Chile, 7 to Peru and 5 to Cuba", "12 count visits | 7 count visits | 5 count visits"),
    ("which brings the number of member states to 57", "57 count member states"),
    ("merged from 40 provinces and cities to 18", "40->18 count provinces"),
    ("trade grew nearly fivefold", "nearly 5 times"),
    ("growth of 8% or higher", "at_least 8 percent"),
    ("at an estimated cost of €40 million", "about 40000000 EUR"),
    ("a 10-year plan", "10 year"),
    ("cut by more than half", "over 1/2 fraction"),
    ("half of the members", "1/2 fraction"),
    ("a zero reciprocal tariff", "0 percent"),
    ("the second-largest since 2009", "2 rank"),
    ("20.5 million", "20500000 count"),
    ("1.234.567 người", "1234567 count người"),
    ("10 000 personnes", "10000 count personnes"),
    ("moins de 3,5 %", "under 3.5 percent"),
]

NOT_FOUND = [
    "one of the largest markets",
    "Resolution 57-NQ",
    "Regulation 392",
    "14th National Congress",
    "five continents",
    "one of the",
    "COP27, COP 26",
    "the world's biggest cities",
    "no. 12345678901234567890123 members",
    "the first half, half the time",
    "Article 5 members",
    "COVID-19 cases",
    "G7 leaders, F-16 jets",
    "Executive Order 14257",
    "Section 301 tariffs",
    "the Group of 20 countries",
    "On August 10, 2025",
    "in 2024 and 2025",
    "the two sides agreed",
    "19:05 | 23/03/2025 15:45",
    "Decree 15/2024/ND-CP",
    "Regulation 392 and Resolution 57-NQ",
    "the F-16 and the E-190",
    "at 10.0.0.1 or page 12",
    "the highest level and the strongest terms",
    "the 4th summit, on its 15th anniversary",
    "for 2026%E2%80%932028",
    "call 024 3799 2000",
    "Zone 3 visitors",
    "No. 5 guests",
    "one visit, one of the partners",
]


def found(text: str) -> str:
    return " | ".join(str(mention.quantity) for mention in find_quantities(text))


@pytest.mark.parametrize(("text", "quantities"), FOUND)
def test_quantities_are_exact_with_unit_and_bound(text: str, quantities: str) -> None:
    assert found(text) == quantities


@pytest.mark.parametrize(("text", "quantities"), FOUND)
def test_quantities_are_the_same_inside_a_sentence(text: str, quantities: str) -> None:
    assert found(f"As they said, {text}, and so it was.") == quantities


@pytest.mark.parametrize("text", NOT_FOUND)
def test_quantities_are_not_read_into_names_dates_and_figures_of_speech(text: str) -> None:
    assert found(text) == ""


def test_quantities_quote_their_words() -> None:
    text = "With over US$93 billion it is the second-largest investor among 12 partners."
    quotes = [mention.text for mention in find_quantities(text)]
    assert quotes == ["over US$93 billion", "second-largest investor", "12 partners"]
    assert quotes == [text[m.start : m.end] for m in find_quantities(text)]


def test_quantities_stand_apart_from_dates() -> None:
    text = "On August 10, 2025, 21 visits and by 2030 some 40 projects; 6 of 7 bodies in 2024."
    assert found(text) == "21 count visits | about 40 count projects | 6/7 count bodies"


def test_quantities_that_follow_one_another_stay_apart() -> None:
    text = "13 comprehensive partners, 10 strategic partners and 15 other partners"
    assert (
        found(text)
        == "13 count comprehensive partners | 10 count strategic partners | 15 count other partners"
    )
