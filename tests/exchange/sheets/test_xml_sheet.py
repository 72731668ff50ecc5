from __future__ import annotations

import pytest

from legation.errors import DocumentError
from legation.exchange.sheets.xml_sheet import read_xml

TRIPS = b"""<?xml version="1.0"?><journeys>
<journey><who>Anna Berg</who><where id="peru">Peru</where></journey>
<journey><who>Kofi Mensah</who><on>2025-03-12</on></journey></journeys>"""


def test_each_record_is_a_row_and_each_element_a_column() -> None:
    (sheet,) = read_xml(TRIPS, "journeys")
    assert sheet.headings == ("who", "where", "on")
    assert [[cell.text for cell in row.cells] for row in sheet.rows] == [
        ["Anna Berg", "Peru", ""],
        ["Kofi Mensah", "", "2025-03-12"],
    ]
    assert sheet.address(sheet.rows[1], 2) == "journeys: journey 2, on"


@pytest.mark.parametrize("text", [b"<a><b>", b"<a><b/><c/></a>", b"<a><b><c><d/></c></b></a>"])
def test_what_is_no_list_of_records_is_refused(text: bytes) -> None:
    with pytest.raises(DocumentError):
        read_xml(text, "other")


def test_entities_of_other_files_are_not_fetched() -> None:
    text = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a><b><c>&x;</c></b></a>'
    (sheet,) = read_xml(text, "other")
    assert sheet.rows[0].cells[0].text in ("", "&x;")
