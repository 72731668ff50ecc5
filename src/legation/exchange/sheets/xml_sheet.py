"""XML of records: a root whose children are all of one name, each with plain elements inside.

Each child is a row, each name of an element a column.
"""

from __future__ import annotations

from lxml import etree

from legation.errors import DocumentError
from legation.exchange.sheets.sheet import Cell, Row, Sheet


def read_xml(content: bytes, name: str) -> list[Sheet]:
    """The sheet of an XML file of records.

    Raises:
        DocumentError: It is no well-formed XML, or none of records.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise DocumentError(f"it is no well-formed XML ({error}); save it anew", reason="broken") from error
    entries = [entry for entry in root if isinstance(entry.tag, str)]
    kinds = {entry.tag for entry in entries}
    if len(kinds) != 1 or any(map(_is_nested, entries)):
        raise DocumentError(
            "it is XML, but no plain list of records of one kind; bring the table in as CSV",
            reason="unsupported",
        )
    headings = tuple(
        dict.fromkeys(field.tag for entry in entries for field in entry if isinstance(field.tag, str))
    )
    rows = tuple(Row(number, _cells(entry, headings)) for number, entry in enumerate(entries, 1))
    return [Sheet(name, headings, rows, elements=kinds.pop())]


def _cells(entry: etree._Element, headings: tuple[str, ...]) -> tuple[Cell, ...]:
    found: dict[str, list[str]] = {}
    for field in entry:
        if isinstance(field.tag, str):
            found.setdefault(field.tag, []).append(" ".join("".join(field.itertext()).split()))
    return tuple(Cell("; ".join(found.get(heading, ()))) for heading in headings)


def _is_nested(entry: etree._Element) -> bool:
    return any(isinstance(inner.tag, str) for field in entry for inner in field)
