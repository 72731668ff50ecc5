from __future__ import annotations

from legation.documents.pdf_lines import SOFT_HYPHEN, PdfLine
from legation.documents.pdf_text import flowed


def flow(*lines: str) -> str:
    """The text of lines set under one another on one page, all but the last of full width."""
    set_lines = [
        PdfLine(words, 10.0, 72.0, 500.0 if i < len(lines) - 1 else 200.0, 0.8 - i / 60, 700.0 - 12 * i)
        for i, words in enumerate(lines)
    ]
    return flowed([set_lines]).text.rstrip("\n")


def test_flow_makes_divided_words_whole() -> None:
    assert flow("the minis-", "ters met in a long room") == "the ministers met in a long room"
    assert flow(f"the minis{SOFT_HYPHEN}", "ters met in a long room") == "the ministers met in a long room"


def test_flow_keeps_hyphens_that_belong_to_a_word() -> None:
    assert flow("a long-", "term plan of the ministers") == "a long-term plan of the ministers"
    assert flow("a treaty-", "bound state and more", "of a treaty-bound kind") == (
        "a treaty-bound state and more of a treaty-bound kind"
    )
    assert flow("the Franco-", "German council met there") == "the Franco-German council met there"


def test_flow_begins_a_paragraph_at_a_bullet() -> None:
    assert flow("They agreed on this:", "• a railway to be built", "• a treaty on taxes") == (
        "They agreed on this:\n\n- a railway to be built\n\n- a treaty on taxes"
    )
