from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import LoadOne

SITE = "07:15 | 21/06/2023 "


def dated(load_one: LoadOne, text: str, name: str = "note.txt") -> tuple[str | None, str]:
    document = load_one(text, name)
    return (str(document.published) if document.published else None), " ".join(document.notes)


def test_published_drops_the_stamp_that_every_line_repeats(load_one: LoadOne, prose: str) -> None:
    foot = "".join(f"\n\n{SITE}{other}News" for other in ("09:10 | 03/05/2024", "11:12 | 02/05/2024"))
    text = f"A railway at last\n{SITE}16:40 | 04/05/2024News\nOn May 3 in Ljubljana, {prose}{foot}"
    document = load_one(text)
    assert str(document.published) == "2024-05-04"
    assert [part.role for part in document.parts] == ["title", "body"]
    assert "|" not in document.text[document.parts[1].start : document.parts[1].end]


def test_published_settles_the_order_from_the_source_itself(load_one: LoadOne, prose: str) -> None:
    when, _ = dated(
        load_one, f"A railway at last\n10:00 | 04/05/2024\n{prose} A first round was held on 23/03/2024.\n"
    )
    assert when == "2024-05-04"


def test_published_settles_the_order_from_days_that_the_text_names(load_one: LoadOne, prose: str) -> None:
    when, notes = dated(load_one, f"A railway at last\n10:00 | 04/05/2024\nOn May 3, {prose}\n")
    assert when == "2024-05-04"
    assert "2024-04-05" in notes


def test_published_keeps_both_readings_where_nothing_settles_them(load_one: LoadOne, prose: str) -> None:
    when, notes = dated(load_one, f"A railway at last\n10:00 | 04/05/2024\n{prose}\n")
    assert when == "2024"
    assert "2024-05-04" in notes
    assert "2024-04-05" in notes


def test_published_follows_the_text_where_metadata_exchanged_day_and_month(load_one: LoadOne) -> None:
    body = "On 4 May 2024 the two ministers met in Ljubljana and agreed to open talks on a tax treaty."
    when, notes = dated(load_one, f"# title: Ministers meet\n# date: 2024-04-05\n\n{body}\n")
    assert when == "2024-05-04"
    assert "exchanged" in notes


@pytest.mark.parametrize(
    "body",
    [
        "On 4 May 2023 the two ministers met; on 4 April 2024 they met again in Ljubljana.",
        "The two ministers met in Ljubljana on Thursday and agreed to open talks.",
        "On 3 April 2024 the two ministers met, as they had on 4 May 2024 in another calendar.",
    ],
)
def test_published_follows_metadata_that_the_text_does_not_contradict(load_one: LoadOne, body: str) -> None:
    assert dated(load_one, f"# title: Ministers meet\n# date: 2024-04-05\n\n{body}\n")[0] == "2024-04-05"


def test_published_follows_metadata_that_the_address_confirms(load_one: LoadOne) -> None:
    head = "# url: https://a.example/2024/04/05/ministers\n# title: Ministers meet\n# date: 2024-04-05\n\n"
    assert dated(load_one, f"{head}They had met on 4 May 2024.\n")[0] == "2024-04-05"


def test_published_falls_back_on_the_name_and_says_so(load_one: LoadOne, prose: str) -> None:
    when, notes = dated(load_one, prose, "2024-05-04-ministers-meet.txt")
    assert when == "2024-05-04"
    assert "its name" in notes


def test_published_reads_a_dateline(load_one: LoadOne, prose: str) -> None:
    assert dated(load_one, f"LJUBLJANA, May 4, 2024 (EPA) - {prose}")[0] == "2024-05-04"


def test_published_reads_a_dateline_without_a_year_from_the_one_year_of_the_text(load_one: LoadOne) -> None:
    body = "LJUBLJANA, May 4 (EPA) - The ministers met for the first time in 2024."
    assert dated(load_one, body)[0] == "2024-05-04"


def test_published_leaves_a_dateline_of_no_year_open(load_one: LoadOne, prose: str) -> None:
    assert dated(load_one, f"LJUBLJANA, May 4 (EPA) - {prose}")[0] is None


def test_published_reads_a_release_line_and_a_closing_line(load_one: LoadOne, prose: str) -> None:
    assert dated(load_one, f"A railway at last\n\nMay 4, 2024\n\n{prose}")[0] == "2024-05-04"
    assert dated(load_one, f"A railway at last\n\n{prose}\n\nLjubljana, 4 May 2024\n")[0] == "2024-05-04"


def test_published_prefers_the_first_stamp_to_that_of_an_update(load_one: LoadOne, prose: str) -> None:
    stamp = "Posted: 4 May 2024, 10:00 | Updated: 6 May 2024, 12:30"
    assert dated(load_one, f"A railway at last\n{stamp}\n{prose}")[0] == "2024-05-04"


@pytest.mark.parametrize(
    "value",
    ["Sat, 04 May 2024 10:00:00 GMT", "4 May 2024", "20240504", "2024/05/04", "2024-05-04T23:59:00-05:00"],
)
def test_published_reads_the_ways_in_which_metadata_writes_dates(
    load_one: LoadOne, prose: str, value: str
) -> None:
    assert dated(load_one, f"# title: A\n# date: {value}\n\n{prose}")[0] == "2024-05-04"


def test_published_is_open_where_nothing_tells(load_one: LoadOne, prose: str) -> None:
    assert dated(load_one, prose) == (None, "")
    assert dated(load_one, f"# title: A\n# date: unknown\n\n{prose}")[0] is None


@pytest.mark.parametrize(
    ("written", "kept", "said"),
    [
        ("31 June 2025", "2025-06", "a day that no calendar has"),
        ("2025-13-45", None, "no date that a calendar has"),
    ],
)
def test_published_says_where_metadata_has_a_day_that_no_calendar_has(
    load_one: LoadOne, written: str, kept: str | None, said: str
) -> None:
    when, notes = dated(load_one, f"# date: {written}\n\nThe ministers met and spoke of trade at length.")

    assert (when or None) == kept
    assert said in notes


@pytest.mark.parametrize("written", ["June 2025", "2025-06", "2025", "Monday, 2 June 2025 at 10:00"])
def test_published_has_no_doubt_about_whole_dates(load_one: LoadOne, written: str) -> None:
    _, notes = dated(load_one, f"# date: {written}\n\nThe ministers met and spoke of trade at length.")

    assert "calendar" not in notes
