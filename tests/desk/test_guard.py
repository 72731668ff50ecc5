"""What others wrote stays text, and the desk answers only to those it is open to."""

from __future__ import annotations

import re
from typing import Any

import pytest

from legation.desk.app import desk
from legation.desk.guard import OWN_NAMES

PAGES = (
    "/",
    "/documents",
    "/documents/%3Cb%3Ename%3C/b%3E",
    "/documents/%3Cb%3Ename%3C/b%3E?start=30&end=38",
    "/partners/KOR",
    "/partners/%3Ci%3Efirm%3C/i%3E",
    "/partners/%3Cscript%3E",
    "/search?q=%3Cscript%3Ealert(6)%3C/script%3E",
    "/conflicts?type=%3Cscript%3E",
    "/?as_of=%22%3E%3Cscript%3E",
    "/documents?%22%3E%3Cscript%3E=%22%3E%3Cscript%3E",
    "/brief?of=%3Cscript%3E&with=KOR&on=%22%3E%3Cscript%3E",
    "/%3Cscript%3E",
)


@pytest.mark.parametrize("address", PAGES)
def test_page_shows_what_others_wrote_as_text(browser: Any, address: str) -> None:
    page = browser.get(address).text
    assert not re.search(r"<(script|img|svg|b|i|u)\b", page)
    assert not re.search(r"""(href|src|action)=["']?\s*javascript:""", page)
    assert not re.search(r"\son\w+=|\sstyle=", re.sub(r"&lt;.*?&gt;", "", page))


def test_record_shows_who_is_quoted_as_text(browser: Any) -> None:
    page = browser.page("/partners/KOR?kind=contact")
    record = re.search(r'href="(/records/[^"]+)"', page)
    assert record
    shown = browser.page(record[1])
    assert "&lt;u&gt;someone&lt;/u&gt; says so" in shown
    assert "<u>" not in shown


def test_pages_may_load_nothing_from_elsewhere(browser: Any) -> None:
    answer = browser.get("/")
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'self';")
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert re.findall(r'(?:src|href)="(?:https?:)?//[^"]*"', answer.text) == []


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_desk_only_shows(browser: Any, method: str) -> None:
    assert browser.get("/documents", method=method).status_code == 405


def test_desk_answers_head_requests(browser: Any) -> None:
    answer = browser.get("/", method="HEAD")
    assert (answer.status_code, answer.text) == (200, "")


@pytest.mark.parametrize(
    ("host", "status"),
    [("localhost:8350", 200), ("127.0.0.1", 200), ("[::1]:8350", 200), ("evil.example:8350", 400)],
)
def test_private_desk_answers_only_to_its_own_names(
    ledger: Any, open_desk: Any, host: str, status: int
) -> None:
    assert open_desk(desk(ledger, names=OWN_NAMES), host).get("/").status_code == status


def test_desk_open_to_others_answers_to_any_name(ledger: Any, open_desk: Any) -> None:
    assert open_desk(desk(ledger), "desk.ministry.example").get("/").status_code == 200
