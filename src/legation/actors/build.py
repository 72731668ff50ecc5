"""Write ``data/names.csv``: the names of states and territories in other languages, from CLDR.

Run by a maintainer when CLDR changes, never at run time: ``python -m legation.actors.build``. It needs
Babel, which carries CLDR.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.languages import get_official_languages

from legation.actors.load import rows

LANGUAGES: Final = tuple("vi fr es de pt it nl pl ru uk zh ja ko ar id ms th tr sv cs".split())


def names() -> Iterator[tuple[str, str, str, str]]:
    """Rows ``id, language, type, text``: every name in `LANGUAGES`, and each state's in its own languages."""
    seen = set()
    for row in rows("states.csv"):
        code = row["code"]
        for language in dict.fromkeys((*LANGUAGES, *get_official_languages(code))):
            text = _name(language, code)
            if text and (row["id"], language) not in seen:
                seen.add((row["id"], language))
                yield row["id"], language.split("_")[0], "name", text


def _name(language: str, code: str) -> str | None:
    if language == "en":
        return None
    try:
        return Locale.parse(language).territories.get(code)
    except (UnknownLocaleError, ValueError):
        return None


def write(path: Path) -> None:
    """Write the file."""
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(("id", "language", "type", "text"))
        writer.writerows(sorted(set(names())))


if __name__ == "__main__":
    write(Path(__file__).parent / "data" / "names.csv")
