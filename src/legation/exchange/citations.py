"""Documents as sources for reference managers: CSL-JSON, BibTeX and RIS.

Laws held here: what is not known of a document is left out, never made up; a date is as fine as the source; a title tells
something, so the number in front of a file's name is none.

Source: CSL-JSON 1.0.2 (citationstyles.org); BibTeX as in Patashnik (1988), with biblatex's ``@online`` fields;
RIS as published by Research Information Systems (2001).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final

from legation.ledger import View
from legation.ledger.record import StoredDocument
from legation.values.when import When

_TELLS: Final = re.compile(r"[^\W\d_]{2}")
"""What a title has at least: two letters in a row."""
_NUMBER_IN_FRONT: Final = re.compile(r"^\d+[\s._-]+(?=.*[^\W\d_]{2})")
_LONGEST: Final = 20
"""Words of a first line that stand for a title."""
_SPECIAL: Final = MappingProxyType(
    {char: "\\" + char for char in "&%$#_{}"}
    | {"\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}"}
)
"""How TeX writes characters that mean something to it."""


def csl_of(view: View, documents: Iterable[StoredDocument]) -> str:
    """Documents as a CSL-JSON array."""
    return json.dumps([_csl(d, title_of(view, d)) for d in documents], ensure_ascii=False, indent=2) + "\n"


def bibtex_of(view: View, documents: Iterable[StoredDocument]) -> str:
    """Documents as BibTeX entries; keys are the first twelve digits of their ids."""
    return "\n".join(_entry(d, title_of(view, d)) for d in documents)


def ris_of(view: View, documents: Iterable[StoredDocument]) -> str:
    """Documents as RIS records."""
    return "".join(_ris(d, title_of(view, d)) for d in documents)


def _csl(document: StoredDocument, title: str) -> dict[str, object]:
    item: dict[str, object] = {
        "id": document.id[:12],
        "type": "webpage" if _is_web(document) else "document",
        "title": title,
        "publisher": document.publisher,
        "language": document.language,
        "URL": _address(document),
        "issued": _date_parts(document.published),
        "accessed": {"date-parts": [[document.read_at.year, document.read_at.month, document.read_at.day]]},
    }
    return {name: value for name, value in item.items() if value is not None}


def _date_parts(when: When | None) -> dict[str, object] | None:
    point = _point(when)
    return {"date-parts": [[int(part) for part in point.split("-")]]} if point else None


def _point(when: When | None) -> str:
    """The date as year, month and day, as far as they are known; nothing for what is no one date."""
    text = str(when or "").rstrip("~?%")
    return text if re.fullmatch(r"\d{4}(-\d\d){0,2}", text) else ""


def _entry(document: StoredDocument, title: str) -> str:
    fields = {
        "title": "{" + _escaped(title) + "}",
        "organization": _escaped(document.publisher or ""),
        "date": _point(document.published),
        "url": _address(document) or "",
        "urldate": document.read_at.date().isoformat(),
        "langid": document.language or "",
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@{'online' if _is_web(document) else 'misc'}{{d{document.id[:12]},\n{lines}\n}}\n"


def _escaped(text: str) -> str:
    return "".join(_SPECIAL.get(char, char) for char in text)


def _ris(document: StoredDocument, title: str) -> str:
    date = _point(document.published)
    tags = (
        ("TY", "ELEC" if _is_web(document) else "GEN"),
        ("ID", document.id[:12]),
        ("TI", title),
        ("PB", document.publisher),
        ("PY", date[:4]),
        ("DA", date.replace("-", "/")),
        ("LA", document.language),
        ("UR", _address(document)),
        ("Y2", document.read_at.strftime("%Y/%m/%d")),
    )
    return "".join(f"{tag}  - {value}\r\n" for tag, value in tags if value) + "ER  - \r\n"


def title_of(view: View, document: StoredDocument) -> str:
    """A document's title; where it has none, or a number, the first line of its text, else the name of its file."""
    title = " ".join((document.title or "").split())
    if _TELLS.search(title):
        return title
    name = _NUMBER_IN_FRONT.sub("", document.name)
    if document.title is None and _TELLS.search(name):
        return " ".join(name.split())
    line = next((line for line in view.text(document.id).splitlines() if _TELLS.search(line)), "")
    words = line.split()
    if not words:
        return title or document.name
    return " ".join(words if len(words) <= _LONGEST else [*words[:_LONGEST], "…"])


def _is_web(document: StoredDocument) -> bool:
    return document.address.startswith(("http://", "https://"))


def _address(document: StoredDocument) -> str | None:
    return document.address if _is_web(document) else None


Form = Callable[[View, Iterable[StoredDocument]], str]
FORMS: Final[Mapping[str, Form]] = MappingProxyType({".csl.json": csl_of, ".bib": bibtex_of, ".ris": ris_of})
"""How documents are written, by the ending of the file."""
