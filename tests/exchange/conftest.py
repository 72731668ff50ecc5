"""A small ledger of our own to write out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from legation.keep import read
from legation.ledger import Ledger, View

TEXTS = {
    "berg": (
        "# title: Norwegian minister in Kenya & Peru: 50% done_\n# url: https://desk.example/berg\n# date: 2025-03-14\n\n"
        "Foreign Minister Anna Berg of Norway visited Kenya on 12 March 2025. Norway and Kenya signed a "
        "memorandum of understanding on fisheries in Nairobi on 13 March 2025.\n"
    ),
    "ahead": (
        "# title: What comes\n# date: 2025-06\n\n"
        "Foreign Minister Anna Berg of Norway will visit Ghana on 30 June 2025. The Prime Minister of Peru will visit "
        "Norway in September 2025. Norway pledged to provide 20 million US dollars to Ghana by 31 December 2026.\n"
    ),
}


@pytest.fixture(scope="session")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    folder: Path = tmp_path_factory.mktemp("export")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    with Ledger.open(folder / "a.ledger") as ledger:
        list(read([folder / f"{name}.txt" for name in TEXTS], ledger))
        yield ledger.view()
