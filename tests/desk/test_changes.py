from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import pytest

from legation.desk.app import desk
from legation.ledger import Ledger


def moments(ledger: Ledger) -> list[datetime]:
    """When the documents came, in order."""
    return sorted(document.recorded_at for document in ledger.view().documents())


def test_page_of_changes_tells_what_came_since_and_links_to_it(browser: Any, ledger: Ledger) -> None:
    first = moments(ledger)[0]
    page = browser.page(f"/changes?since={first:%Y-%m-%dT%H:%M:%S.%f}")
    assert "Told by further sources" in page
    assert re.search(r"<h2>New <span class=\"count\">1</span>", page)
    assert "/records/r" in page
    assert "<i>firm</i>" not in page


def test_browser_remembers_what_was_seen(browser: Any, ledger: Ledger) -> None:
    assert "has not marked yet" in browser.page("/changes")
    seen = ledger.view().moment.astimezone(UTC).isoformat()
    answer = browser.get(f"/changes?seen={seen.replace('+', '%2B')}")
    assert "Nothing is new" in answer.text
    assert answer.headers["set-cookie"].startswith("looked=")
    assert "HttpOnly" in answer.headers["set-cookie"]


@pytest.mark.parametrize(
    "asked", ["/", "/documents", "/conflicts", "/changes?since=2001-01-01", "/search?q=x", "/brief"]
)
def test_every_page_says_of_which_moment_it_is(ledger: Ledger, open_desk: Any, asked: str) -> None:
    sign = "&" if "?" in asked else "?"
    page = open_desk(desk(ledger)).page(f"{asked}{sign}as_of=2026-03-02T00:00")
    assert "The ledger as it stood at 2026-03-02T00:00 (UTC)" in page
