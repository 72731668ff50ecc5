"""Several readers at once, and a ledger that grows under them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from legation.desk.app import desk
from legation.desk.views import Views
from legation.ledger import Ledger


def test_view_is_kept_while_the_ledger_stands_still(ledger: Ledger, fresh: Any) -> None:
    views = Views(ledger)
    before = views.at(None)
    assert views.at(None) is before
    ledger.add(fresh, [], reader="r1")
    assert views.at(None) is not before
    assert len(views.at(None).documents()) == len(before.documents()) + 1


def test_view_rests_while_the_ledger_grows_faster_than_it_is_resolved(ledger: Ledger, fresh: Any) -> None:
    views = Views(ledger, rest=1e9)
    before = views.at(None)
    ledger.add(fresh, [], reader="r1")
    assert views.at(None) is before


def test_views_of_many_past_days_are_not_all_kept(ledger: Ledger) -> None:
    views = Views(ledger)
    first = views.at("2026-03-02")
    for day in range(10, 20):
        views.at(f"2026-03-{day}")
    assert views.at("2026-03-02") is not first


def test_view_of_a_past_day_is_not_the_present_one(ledger: Ledger) -> None:
    views = Views(ledger)
    assert len(views.at("2026-03-02").documents()) < len(views.at(None).documents())


def test_threads_that_ask_at_once_share_one_view(ledger: Ledger) -> None:
    views = Views(ledger)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(views.at, [None] * 40))
    assert len({id(view) for view in found}) == 1


@pytest.mark.usefixtures("ledger")
def test_pages_are_the_same_for_many_at_once(path: Path, open_desk: Any) -> None:
    addresses = ["/", "/documents", "/documents/report", "/partners/KOR", "/conflicts", "/?as_of=2026-03-02"]
    with Ledger.open(path, create=False, read_only=True) as reading:
        browser = open_desk(desk(reading))
        alone = {address: browser.page(address) for address in addresses}
        fresh_browser = open_desk(desk(reading))
        with ThreadPoolExecutor(8) as pool:
            together = list(pool.map(fresh_browser.page, addresses * 5))
    assert together == [alone[address] for address in addresses * 5]
