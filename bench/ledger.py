"""How fast a ledger takes documents in, opens, and resolves what it holds.

    python bench/ledger.py [--documents 500] [--statements 30]

The documents are made up from a fixed seed: bilateral visits, contacts, commitments, figures, appointments,
agreements and relations among ten states over a year, with few words, so that many statements must be compared.
"""

from __future__ import annotations

import argparse
import hashlib
import platform
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from legation.documents.document import Document, Part
from legation.ledger import Ledger
from legation.records import FieldValue, Statement
from legation.values.passage import Passage
from legation.values.when import When

STATES = "VNM KOR USA CHN JPN RUS FRA DEU IND IDN".split()
WORDS = (
    "trade climate energy ports rail training scholarships labour fish rice chips semiconductor defence police "
    "border visa flights culture heritage health vaccine data digital tax investment green hydrogen solar wind"
).split()
OFFICES = ("President", "Prime Minister", "Foreign Minister")
TIERS = ("strategic_partnership", "comprehensive_partnership")

Fields = Mapping[str, FieldValue]


def person(chance: random.Random) -> str:
    return f"{chance.choice(WORDS).title()} {chance.choice(WORDS).title()}"


def phrase(chance: random.Random, words: int) -> str:
    return " ".join(chance.sample(WORDS, words))


def visit(chance: random.Random, a: str, b: str) -> Fields:
    return {"from": a, "to": (b,), "visitors": (person(chance),)}


def contact(chance: random.Random, a: str, b: str) -> Fields:
    return {"participants": (a, b), "persons": (person(chance), person(chance))}


def commitment(chance: random.Random, a: str, b: str) -> Fields:
    return {"by": (a,), "to": (b,), "what": phrase(chance, 6)}


def figure(chance: random.Random, a: str, b: str) -> Fields:
    year = When.year(2020 + chance.randrange(6))
    value = Decimal(chance.randrange(1, 1000))
    return {"subject": (a, b), "indicator": phrase(chance, 2), "value": value, "unit": "USD", "period": year}


def appointment(chance: random.Random, a: str, _: str) -> Fields:
    return {"person": person(chance), "office": chance.choice(OFFICES), "of": a, "action": "holds"}


def agreement(chance: random.Random, a: str, b: str) -> Fields:
    return {"parties": (a, b), "title": f"Agreement on {phrase(chance, 2)}", "action": "signed"}


def relation(chance: random.Random, a: str, b: str) -> Fields:
    return {"parties": (a, b), "tier": chance.choice(TIERS), "action": "described"}


MAKERS: tuple[Callable[[random.Random, str, str], Fields], ...] = (
    visit,
    contact,
    commitment,
    figure,
    appointment,
    agreement,
    relation,
)


def document(number: int) -> Document:
    text = f"Document {number}. " + "The minister came to the capital. " * 150
    content = text.encode()
    return Document(
        id=hashlib.sha256(content).hexdigest(),
        name=f"d{number}",
        address=f"/made-up/d{number}.txt",
        media_type="text/plain",
        content=content,
        text=text,
        parts=(Part("body", 0, len(text)),),
        read_at=datetime(2026, 1, 1, tzinfo=UTC),
    )


def statement(home: Document, place: int, chance: random.Random) -> Statement:
    make = chance.choice(MAKERS)
    day = When.day(2025, chance.randrange(1, 13), chance.randrange(1, 29))
    quote = Passage(home.id, place * 40, place * 40 + 30)
    date = day if chance.random() < 0.7 else None
    return Statement(make.__name__, quote, make(chance, *chance.sample(STATES, 2)), date=date)


@contextmanager
def timed(what: str) -> Iterator[None]:
    start, cpu = time.perf_counter(), time.process_time()
    yield
    wall, cpu = time.perf_counter() - start, time.process_time() - cpu
    print(f"{what:<44}{wall:8.3f} s ({cpu:.3f} s of processor)")


def measure(documents: int, statements: int, path: Path) -> None:
    chance = random.Random(20260301)
    made = [document(number) for number in range(documents)]
    told = [[statement(home, place, chance) for place in range(statements)] for home in made]
    with timed("make a new ledger"):
        ledger = Ledger.open(path)
    with timed(f"add {documents} documents, {documents * statements} statements"):
        for home, found in zip(made, told, strict=True):
            ledger.add(home, found, reader="made-up.v1")
    with timed("add the same again (nothing changes)"):
        for home, found in zip(made, told, strict=True):
            ledger.add(home, found, reader="made-up.v1")
    ledger.close()
    with timed("open it again"):
        ledger = Ledger.open(path)
    view = ledger.view()
    with timed("load its statements"):
        view.statements()
    with timed("resolve them into records"):
        records = view.records()
    with timed("records with one partner, from the view"):
        view.records(with_="KOR")
    ledger.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(records)} records; file {path.stat().st_size / 1e6:.1f} MB; peak memory {peak:.0f} MB")
    print(f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--statements", type=int, default=30, help="statements a document")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure(wanted.documents, wanted.statements, Path(folder) / "bench.ledger")


if __name__ == "__main__":
    main()
