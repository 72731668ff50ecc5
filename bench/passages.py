"""Do passages bear out their fields? python -m bench.passages FOLDER [--limit 200] [--show 20].

Reads the documents of a folder and looks at every field that holds an actor, a person, a number or a date: whether
it opens to a passage, and whether the words there bear the value out. Words are judged by themselves, apart from
the reader: the register must find the actor in them, the grammar of dates the date, the grammar of quantities the
number. Prints, as JSON, how many fields are borne out by words of their own (``named``), by a person or office who
acts for the actor (``through``), by words that point back (``pointed``), by none (``unsupported``), or open to
nothing but their quote (``quote``).
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from legation.actors.offices import find_offices
from legation.actors.register import register
from legation.actors.words import fold
from legation.documents import Document, load
from legation.reading.context import side_of
from legation.reading.extract import read_all
from legation.records import KINDS, FieldValue, Statement
from legation.values.amounts import find_quantities
from legation.values.dates import find_dates
from legation.values.when import When

_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|\s*\n\s*\\?|_)")
"""What stands in a title that is quoted in YAML front matter."""
_NUMBERS = re.compile(r"\b(?:zero|half|first|\w+est|double[sd]?|triple[sd]?)\b", re.IGNORECASE)
"""Words that mean a number without being one."""
_WORD = re.compile(r"[\w'’-]+")
_POINTING = re.compile(
    r"\b(?:we|us|our|ours|they|them|their|he|she|it|its|his|her|him|i|my|you|your|both|each other|one another|mutual|"
    r"bilateral|trilateral|joint|the|two|three|these|those|this|that|parties|party|sides|side|countries|nations|leaders)\b",
    re.IGNORECASE,
)


def judged(document: Document, statement: Statement) -> Iterator[tuple[str, str]]:
    """Each field of the statement that has words to look at, with how it is borne out."""
    for spec in KINDS[statement.kind].fields:
        value = statement.fields.get(spec.name)
        if value in (None, ()) or spec.type in ("label", "text"):
            continue
        each = value if isinstance(value, tuple) else (value,)
        words = _words(document, statement, spec.name)
        for one in each:
            yield spec.name, _how(spec.type, one, words, document)
    if statement.date:
        yield "date", _how("when", statement.date, _words(document, statement, "date"), document)


def _words(document: Document, statement: Statement, name: str) -> list[str]:
    return [_plain(p.of(document.text)) for p in statement.passages.get(name, ())]


def _plain(words: str) -> str:
    return _ESCAPE.sub(lambda m: chr(int(m[1] or m[2], 16)) if m[1] or m[2] else " ", words)


def _how(kind: str, value: FieldValue, words: list[str], document: Document) -> str:
    if not words:
        return "quote"
    if isinstance(value, When):
        return _borne(_dates(one, value, document) for one in words)
    if isinstance(value, Decimal):
        return _borne(_numbers(one, value) for one in words)
    if kind in ("person", "people"):
        return _person(str(value), words)
    return _actor(str(value), words)


def _borne(named: Iterator[bool]) -> str:
    return "named" if any(named) else "unsupported"


def _dates(words: str, value: When, document: Document) -> bool:
    """Whether the words give the date, told from the day of publication."""
    told = {d.when for base in (document.published, value) for d in find_dates(words, reference=base)}
    month = value.first.strftime("%B") if value.first else ""
    return any(d.contains(value) or value.contains(d) for d in told) or words.strip() == month


def _numbers(words: str, value: Decimal) -> bool:
    found = [q.quantity for q in find_quantities(words)]
    numbers = {n for q in found for n in (q.value, q.change_from, q.high)}
    return value in numbers or str(value) in words.replace(",", "") or bool(_NUMBERS.search(words))


def _person(name: str, words: list[str]) -> str:
    parts = set(fold(name).split())
    if any(parts & set(_WORD.findall(fold(one))) for one in words):
        return "named"
    return "pointed" if any(_POINTING.search(one) for one in words) else "unsupported"


def _actor(actor: str, words: list[str]) -> str:
    for one in words:
        named = register().find(one)
        ids = {i for m in named for i in (m.actor.id, *side_of(m.actor.id), *(o.id for o in m.others))}
        if actor in ids or fold(actor) in fold(one):
            return "named"
    if any(find_offices(one, register().find(one)) or len(fold(one).split()) > 1 for one in words):
        return "through"
    return "pointed" if any(_POINTING.search(one) for one in words) else "through"


def main() -> None:
    """Read the folder and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, default=200)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    paths = sorted(options.folder.iterdir())
    random.Random(0).shuffle(paths)
    documents = (d for path in paths[: options.limit] for d in load(path) if isinstance(d, Document))
    counts: Counter[str] = Counter()
    shown: list[str] = []
    for document, statements in read_all(documents):
        for statement in statements:
            for name, how in judged(document, statement):
                counts[how] += 1
                if how == "unsupported":
                    value = statement.date if name == "date" else statement.fields[name]
                    shown.append(
                        f"{document.name} {statement.kind}.{name} {value}: {_words(document, statement, name)}"
                    )
    print(json.dumps({"fields": sum(counts.values()), **counts}))
    print("\n".join(shown[: options.show]))


if __name__ == "__main__":
    main()
