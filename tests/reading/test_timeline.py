"""The timeline of a document: what its sentences lack, its other sentences, headings and title tell."""

from __future__ import annotations

from collections.abc import Callable

from legation.records import Statement

Read = Callable[..., list[Statement]]


def dates(statements: list[Statement], kind: str) -> list[str]:
    return [str(s.date) for s in statements if s.kind == kind]


def test_length_of_a_stay_dates_what_was_done_during_it(read: Read) -> None:
    text = (
        "President Ana Ruiz of Peru left Tokyo on 20 August 2024 at the end of a three-day state visit to Japan. "
        "She held talks with Prime Minister Shigeru Ishiba of Japan."
    )

    statements = read(text, published="2024-08-20")

    assert dates(statements, "visit") == ["2024-08-18/2024-08-20"]
    assert dates(statements, "contact") == ["2024-08-18/2024-08-20"]


def test_opening_of_news_without_a_date_is_of_its_month(read: Read) -> None:
    text = "Kenya's foreign minister met the foreign minister of Chile.\n\nThey spoke of trade."

    statements = read(text, title="Kenya and Chile meet", published="2024-08-20")

    assert dates(statements, "contact") == ["2024-08"]


def test_days_under_the_heading_of_a_year_are_of_that_year(read: Read) -> None:
    text = "# 1998\n\n3 March: President Ana Ruiz of Peru visited Japan.\n"

    statements = read(text, published="2024-08-20")

    assert dates(statements, "visit") == ["1998-03-03"]


def test_journey_ended_by_a_return_is_of_its_month(read: Read) -> None:
    text = "President Ana Ruiz of Peru returned to Lima on 5 May 2024 after a visit to Japan."

    statements = read(text, published="2024-05-06")

    assert dates(statements, "visit") == ["2024-05"]


def test_word_given_is_not_dated_by_what_lies_ahead(read: Read) -> None:
    text = "Peru will host the summit on 16 and 17 April 2025. Japan's foreign minister promised to consider the invitation."

    statements = read(text, title="Peru and Japan: ministers speak", published="2025-03-19")

    assert dates(statements, "commitment")
    assert all(day < "2025-04" for day in dates(statements, "commitment"))
