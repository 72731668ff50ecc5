"""Documents as sources for reference managers: CSL-JSON, BibTeX and RIS.

Law held here: what is not known of a document is left out, never made up; a date is as fine as the source.

Source: CSL-JSON 1.0.2 (citationstyles.org); BibTeX as in Patashnik (1988), with biblatex's ``@online`` fields;
RIS as published by Research Information Systems (2001).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final

from legation.ledger.record import StoredDocument
from legation.values.when import When

_SPECIAL: Final = MappingProxyType(
    {char: "\\" + char for char in "&%$#_{}"}
    | {"\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}"}
)
"""How TeX writes characters that mean something to it."""


def csl_of(documents: Iterable[StoredDocument]) -> str:
    """Documents as a CSL-JSON array."""
    return json.dumps([_csl(d) for d in documents], ensure_ascii=False, indent=2) + "\n"


def bibtex_of(documents: Iterable[StoredDocument]) -> str:
    """Documents as BibTeX entries; keys are the first twelve digits of their ids."""
    return "\n".join(_entry(d) for d in documents)


def ris_of(documents: Iterable[StoredDocument]) -> str:
    """Documents as RIS records."""
    return "".join(_ris(d) for d in documents)


def _csl(document: StoredDocument) -> dict[str, object]:
    item: dict[str, object] = {
        "id": document.id[:12],
        "type": "webpage" if _is_web(document) else "document",
        "title": _title(document),
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


def _entry(document: StoredDocument) -> str:
    fields = {
        "title": "{" + _escaped(_title(document)) + "}",
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


def _ris(document: StoredDocument) -> str:
    date = _point(document.published)
    tags = (
        ("TY", "ELEC" if _is_web(document) else "GEN"),
        ("ID", document.id[:12]),
        ("TI", _title(document)),
        ("PB", document.publisher),
        ("PY", date[:4]),
        ("DA", date.replace("-", "/")),
        ("LA", document.language),
        ("UR", _address(document)),
        ("Y2", document.read_at.strftime("%Y/%m/%d")),
    )
    return "".join(f"{tag}  - {value}\r\n" for tag, value in tags if value) + "ER  - \r\n"


def _title(document: StoredDocument) -> str:
    return " ".join((document.title or document.name).split())


def _is_web(document: StoredDocument) -> bool:
    return document.address.startswith(("http://", "https://"))


def _address(document: StoredDocument) -> str | None:
    return document.address if _is_web(document) else None


Form = Callable[[Iterable[StoredDocument]], str]
FORMS: Final[Mapping[str, Form]] = MappingProxyType({".csl.json": csl_of, ".bib": bibtex_of, ".ris": ris_of})
"""How documents are written, by the ending of the file."""
