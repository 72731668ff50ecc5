"""Documents with nothing to tell, or in another language: no crash, and nothing invented."""

from __future__ import annotations

import pytest

from legation.documents import Document, load_bytes
from legation.reading.extract import extract, read_all

SILENT = [
    "Vaši prijatelji so danes dolgo govorili o vremenu, o morju in o ribah, ki jih letos skoraj ni bilo več.",
    "Le ministre parle de la pluie et du beau temps, puis il rentre chez lui pour dormir jusqu'au matin.",
    "Le président du Kenya a signé un traité avec le Pérou le 3 mai 2021, puis il a rencontré la ministre du Togo.",
    "El presidente de Chile visitó Perú el 3 de mayo de 2024 y firmó 4 acuerdos con el presidente de Perú.",
    "Bộ trưởng Ngoại giao đã thăm Hàn Quốc ngày 3 tháng 5 năm 2025 và ký 5 hiệp định hợp tác với Hàn Quốc.",
    "今天的天气很好,我们去海边看渔船,晚上回家吃饭。",
    "Сегодня хорошая погода, и все пошли к морю смотреть на лодки рыбаков.",
    "1 2 3 4 5 6 7 8 9\n\n10 11 12 13\n",
    "| a | b |\n| --- | --- |\n| 1 | 2 |\n",
    "----\n\n* * *\n\n. . .\n",
    "Fish. Ports. Rain.",
]


def documents(text: str) -> list[Document]:
    return [d for d in load_bytes(text.encode(), address="note.md") if isinstance(d, Document)]


@pytest.mark.parametrize("text", SILENT)
def test_document_that_says_nothing_gives_nothing(text: str) -> None:
    assert [s for document in documents(text) for s in extract(document)] == []


def test_documents_keep_their_order_and_their_statements() -> None:
    told = "Kenya signed a treaty on fisheries with Peru on 3 May 2021."
    given = [d for text in (SILENT[0], told, SILENT[-1]) for d in documents(text)]
    found = list(read_all(given))
    assert [document.id for document, _ in found] == [document.id for document in given]
    assert [bool(statements) for _, statements in found] == [False, True, False]
    assert found[1][1] == extract(given[1])


def test_no_documents_are_no_readings() -> None:
    assert list(read_all([])) == []
