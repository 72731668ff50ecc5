from __future__ import annotations

import pytest

from legation.documents.furniture import is_furniture, is_stamp, readable_parts


@pytest.mark.parametrize(
    "line",
    [
        "Share this article",
        "Facebook | Twitter | Email",
        "Read more: Ministers plan a railway",
        "Home > World > Europe > Slovenia",
        "We use cookies to give you a better visit. Learn more in our policy",
        "© 2025 Example Gazette. All rights reserved.",
        "Photo: Example Agency",
        "Image: Wikimedia Commons",
        "\\###",
        "# # #",
        "Skip to main content",
        "Page 3 of 9",
        "Tags: trade, railways",
    ],
)
def test_furniture_is_known(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell after the ministers met.",
        "The Home Secretary travelled to Ljubljana.",
        "The ministers shake hands in Ljubljana on 4 May. Photo: Example Agency",
        "| 2023 | 4.2 billion |",
        "Trade | 4.2 billion | 2023 | up",
        "Search and rescue at sea was agreed.",
        "## What was agreed",
    ],
)
def test_furniture_leaves_prose_tables_and_captions(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "19:05 | 23/03/2025 15:45 | 08/02/2026News and Events",
        "2:11:53 PM | 1/22/2025",
        "Updated: 4 May 2024, 17:30 GMT+7",
    ],
)
def test_stamp_is_a_clock_time_with_a_date(line: str) -> None:
    assert is_stamp(line)


def test_stamp_without_a_clock_time_stands_above_the_prose_only() -> None:
    assert is_stamp("Published: May 4, 2024", at_head=True)
    assert not is_stamp("4 May 2024")


@pytest.mark.parametrize(
    "line",
    [
        "On 4 May 2024 at 17:30 the ministers met in Ljubljana and spoke of railways.",
        "| 17:30 | 4 May 2024 |",
    ],
)
def test_stamp_is_no_sentence_and_no_table_row(line: str) -> None:
    assert not is_stamp(line, at_head=True)


def test_parts_end_before_a_closing_list_of_other_articles() -> None:
    text = "The ministers met.\n\nRelated news\nA railway at last\nThe price of salt\n"
    assert [text[part.start : part.end] for part in readable_parts(text, 0, len(text))] == [
        "The ministers met."
    ]


@pytest.mark.parametrize(
    "line",
    [
        "(c)  Nothing in this order changes the treaty of last year, which",
        "home.",
        "**<u>Background:</u>**",
        "before 12:01 a.m. standard time on May 4, 2024",
    ],
)
def test_furniture_leaves_lines_of_wrapped_paragraphs(line: str) -> None:
    assert not is_furniture(line)
    assert not is_stamp(line, at_head=True)


def test_stamp_below_the_prose_is_a_heading_even_where_lines_are_wrapped() -> None:
    text = "The ministers met and spoke of salt and of the railway\n" * 5 + "\n4 May 2024\nThey met again.\n"
    (part,) = readable_parts(text, 0, len(text))
    assert text[part.start : part.end] == text.rstrip()
