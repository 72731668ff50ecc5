"""How a ledger of a million statements does: opening, a partner's records, search, adding, resolving from scratch.

    python -m bench.size [--documents 200000] [--statements 5] [--into FILE]

The documents are made up from a fixed seed, as a desk's collection is made up: twenty-five years of visits, contacts,
agreements, steps in relations, commitments, figures, memberships, appointments, policies and events among some two hundred
states, a few of which take part in most of it. What is told once is told again: by a second outlet in the same words, by
another with a coarser date or with fewer names, years later as a recollection; well-known facts are told hundreds of times.
With --into the ledger is kept, and used as it is where the file is there already.
"""

from __future__ import annotations

import argparse
import hashlib
import platform
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import islice
from pathlib import Path

from legation.actors.register import register
from legation.documents.document import Document, Part
from legation.ledger import Ledger
from legation.ledger.projection import tables
from legation.ledger.record import Page
from legation.records import FieldValue, Statement
from legation.values.passage import Passage
from legation.values.when import When

READER = "made-up.v1"
FIRST_YEAR, YEARS = 2001, 25
WORDS = (
    "trade climate energy port rail training scholarship labour fishery rice chip semiconductor defence police border visa "
    "flight culture heritage health vaccine data digital tax investment green hydrogen solar wind forest river customs "
    "tourism language school hospital bridge highway satellite cyber mining steel cotton coffee rubber shrimp fruit "
    "insurance banking standards patent sport film archive museum youth women disability ageing nutrition seed water "
    "sanitation waste nuclear coal gas oil grid battery vehicle ship airport metro housing prison extradition consular"
).split()
NAMES = (
    "Adler Baran Castro Dembele Eriksen Farouk Gupta Haddad Ivanov Jansen Kaya Lund Mbeki Novak Okoye Petrov Quint Rossi "
    "Sato Tran Ueda Vargas Weber Xu Yilmaz Zhou Anders Bello Cruz Duarte Endo Fischer Garcia Hoang Ito Joshi Kim Lopez"
).split()
TITLES = ("Agreement", "Memorandum of Understanding", "Protocol", "Joint Statement", "Action Plan")
TIERS = (
    "strategic_partnership",
    "comprehensive_partnership",
    "comprehensive_strategic_partnership",
    "cooperation",
)
BODIES = ("UN", "ASEAN", "WTO", "APEC", "G20", "EU", "AU", "BRICS", "ILO", "WHO")
UNITS = ("USD", "percent", "tonne", "count")
Fields = dict[str, FieldValue]


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that is told of: its kind, fields and day."""

    kind: str
    fields: Fields
    when: When


class World:
    """Facts, made when they are first told and told again by chance."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.states = sorted(actor.id for actor in register() if actor.kind == "state")
        self.chance.shuffle(self.states)
        weights = [1 / (rank + 2) for rank in range(len(self.states))]
        self.cumulated = [sum(weights[: rank + 1]) for rank in range(len(weights))]
        self.known = [self._known() for _ in range(400)]
        self.latest: list[Fact] = []

    def states_of(self, number: int) -> tuple[str, ...]:
        found: list[str] = []
        while len(found) < number:
            state = self.chance.choices(self.states, cum_weights=self.cumulated)[0]
            if state not in found:
                found.append(state)
        return tuple(found)

    def person(self, state: str) -> str:
        """One of twelve persons who speak for a state."""
        number = random.Random(f"{state} {self.chance.randrange(12)}").randrange(len(NAMES) ** 2)
        return f"{NAMES[number % len(NAMES)]} {NAMES[number // len(NAMES)]}"

    def phrase(self, words: int) -> str:
        return " ".join(self.chance.sample(WORDS, words))

    def day(self) -> When:
        return When.from_date(date(FIRST_YEAR, 1, 1) + timedelta(days=self.chance.randrange(YEARS * 365)))

    def fact(self) -> Fact:
        """A fact: a well-known one, one that was told of late, or a new one."""
        sort = self.chance.random()
        if sort < 0.1:
            return self.chance.choices(self.known, weights=[1 / (n + 1) for n in range(len(self.known))])[0]
        if sort < 0.55 and self.latest:
            return self.chance.choice(self.latest)
        fact = self._new()
        self.latest = [*self.latest[-2000:], fact]
        return fact

    def _known(self) -> Fact:
        """A fact that everybody tells: a standing, a tier, an office."""
        make = self.chance.choice((_relation, _membership, _appointment))
        return Fact(make.__name__[1:], make(self, *self.states_of(2)), self.day())

    def _new(self) -> Fact:
        make = self.chance.choices(MAKERS, weights=WEIGHTS)[0]
        return Fact(make.__name__[1:], make(self, *self.states_of(2)), self.day())

    def told(self, fact: Fact) -> tuple[Fields, When | None, str]:
        """A fact as one document tells it: in full, with a coarser date or none, without the persons, or as a plan."""
        fields, when, sort = dict(fact.fields), fact.when, self.chance.random()
        dated: When | None = when
        if fields.get("action") in ("described", "holds", "member") or 0.5 < sort < 0.6:
            dated = None
        elif 0.6 < sort < 0.7:
            dated = When(str(when)[:7])
        elif 0.7 < sort < 0.72:
            dated = When(str(when)[:4])
        if 0.8 < sort < 0.9:
            fields = {
                name: value for name, value in fields.items() if name not in ("visitors", "persons", "rank")
            }
        return fields, dated, "planned" if sort > 0.95 else "actual"


def _visit(world: World, a: str, b: str) -> Fields:
    return {
        "from": a,
        "to": (b,),
        "visitors": (world.person(a),),
        "rank": world.chance.choice(("minister", None)),
    }


def _contact(world: World, a: str, b: str) -> Fields:
    return {"participants": (a, b), "persons": (world.person(a), world.person(b)), "mode": "meeting"}


def _agreement(world: World, a: str, b: str) -> Fields:
    title = f"{world.chance.choice(TITLES)} on {world.phrase(3)}"
    return {"parties": (a, b), "title": title, "action": world.chance.choice(("signed", "in_force"))}


def _relation(world: World, a: str, b: str) -> Fields:
    action = world.chance.choice(("described", "described", "upgraded"))
    return {"parties": (a, b), "tier": world.chance.choice(TIERS), "action": action}


def _commitment(world: World, a: str, b: str) -> Fields:
    value = Decimal(world.chance.randrange(1, 500)) if world.chance.random() < 0.3 else None
    return {"by": (a,), "to": (b,), "what": f"support {world.phrase(5)}", "value": value}


def _figure(world: World, a: str, b: str) -> Fields:
    period = When.year(FIRST_YEAR + world.chance.randrange(YEARS))
    subject = (a, b) if world.chance.random() < 0.5 else (a,)
    value, unit = Decimal(world.chance.randrange(1, 10**5)) / 10, world.chance.choice(UNITS)
    return {"subject": subject, "indicator": world.phrase(2), "value": value, "unit": unit, "period": period}


def _membership(world: World, a: str, _: str) -> Fields:
    return {"actor": a, "body": world.chance.choice(BODIES), "action": "member"}


def _appointment(world: World, a: str, _: str) -> Fields:
    office = world.chance.choice(("President", "Prime Minister", "Foreign Minister", "ambassador"))
    return {
        "person": world.person(a),
        "office": office,
        "of": a,
        "action": world.chance.choice(("holds", "appointed")),
    }


def _policy(world: World, a: str, _: str) -> Fields:
    return {
        "by": (a,),
        "title": f"Strategy for {world.phrase(3)} {world.chance.randrange(2001, 2026)}",
        "action": "adopted",
    }


def _event(world: World, a: str, b: str) -> Fields:
    return {"source": (a,), "target": (b,), "type": world.chance.choice(("CONSULT", "SUPPORT", "ACCUSE"))}


MAKERS = (
    _visit,
    _contact,
    _agreement,
    _relation,
    _commitment,
    _figure,
    _membership,
    _appointment,
    _policy,
    _event,
)
WEIGHTS = (16, 18, 11, 7, 15, 15, 4, 6, 4, 4)


def documents(world: World, statements: int) -> Iterator[tuple[Document, list[Statement]]]:
    """Documents without end, each with what was read from it."""
    number = 0
    while True:
        facts = [world.fact() for _ in range(statements)]
        yield document(world, number, facts)
        number += 1


def document(world: World, number: int, facts: list[Fact]) -> tuple[Document, list[Statement]]:
    """A document of some paragraphs, one for each fact."""
    said = [world.told(fact) for fact in facts]
    lines = [f"Report {number}."]
    places: list[tuple[int, int]] = []
    for fact, (fields, when, _) in zip(facts, said, strict=True):
        start = sum(map(len, lines)) + len(lines)
        told = ", ".join(str(value) for value in fields.values() if value)
        lines.append(
            f"On {when or 'that day'}, of the {fact.kind}: {told}. {world.phrase(12)} and {world.phrase(9)}."
        )
        places.append((start, start + len(lines[-1])))
    words = "\n".join(lines)
    content = words.encode()
    key = hashlib.sha256(content).hexdigest()
    latest = max(fact.when.sort_key for fact in facts)[0]
    home = Document(
        key,
        f"report-{number}",
        f"https://outlet{number % 300}.example/{number}",
        "text/plain",
        content,
        words,
        (Part("body", 0, len(words)),),
        datetime(2026, 1, 1, tzinfo=UTC),
        published=When.from_date(latest + timedelta(days=1)),
        publisher=f"outlet{number % 300}.example",
        language="en",
    )
    told_there = [
        Statement(fact.kind, Passage(key, *place), fields, modality=modality, date=when, finder="made-up.v1")
        for fact, place, (fields, when, modality) in zip(facts, places, said, strict=True)
    ]
    return home, told_there


@contextmanager
def timed(what: str) -> Iterator[None]:
    start, cpu = time.perf_counter(), time.process_time()
    yield
    print(
        f"{what:<58}{time.perf_counter() - start:10.3f} s ({time.process_time() - cpu:.3f} s of processor)",
        flush=True,
    )


def repeated(what: str, do: Callable[[int], object], times: int) -> None:
    """Print how long something takes: the middle and the worst of some times."""
    took: list[float] = []
    for number in range(times):
        start = time.perf_counter()
        do(number)
        took.append(1000 * (time.perf_counter() - start))
    print(
        f"{what:<58}{statistics.median(took):10.1f} ms in the middle, {max(took):.1f} ms at worst of {times}",
        flush=True,
    )


def fill(path: Path, world: World, wanted: argparse.Namespace) -> None:
    made = islice(documents(world, wanted.statements), wanted.documents)
    with timed(f"add {wanted.documents} documents"), Ledger.open(path) as ledger:
        for _ in ledger.add_all(made, reader=READER):
            pass


def measure(path: Path, world: World, wanted: argparse.Namespace) -> None:
    with Ledger.open(path) as ledger, ledger._database.deriving() as connection:
        tables.drop(connection)
    with Ledger.open(path) as ledger, timed("resolve and index from scratch"):
        ledger.bring_forward()
    with timed("open"):
        ledger = Ledger.open(path)
        view = ledger.view()
    with timed("first look: how many records"):
        kinds = view.count()
    partners = world.states[:20]
    repeated("a partner's latest 50 records", lambda n: fresh(ledger, partners[n]), len(partners))
    repeated(
        "a small partner's records, all", lambda n: ledger.view().records(with_=world.states[150 + n]), 10
    )
    repeated("a pair's records", lambda n: ledger.view().records(with_=partners[n : n + 2]), 10)
    searches = [
        "semiconductor",
        "trade climate",
        '"rare earth"',
        "strategic partnership",
        "hydrogen port Novak",
    ]
    repeated("full-text search", lambda n: ledger.view().search(searches[n]), len(searches))
    salt = time.time_ns()  # a ledger that is kept has those of earlier runs already
    later = islice(documents(World(wanted.documents), wanted.statements), 20)
    fresh_ones = [
        (replace(d, id=hashlib.sha256(f"{d.id} {salt}".encode()).hexdigest()), told) for d, told in later
    ]
    moved = [(d, [replace(s, quote=replace(s.quote, document=d.id)) for s in told]) for d, told in fresh_ones]
    repeated("add a document", lambda n: ledger.add(*moved[n], reader=READER), 10)
    ledger.bring_forward()

    def add_and_settle(number: int) -> None:
        ledger.add(*moved[10 + number], reader=READER)
        ledger.bring_forward()

    repeated("add a document and make its records current", add_and_settle, 10)
    ledger.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{sum(kinds.values())} records; file {path.stat().st_size / 1e6:.0f} MB; peak memory {peak:.0f} MB"
    )
    print(f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}")


def fresh(ledger: Ledger, partner: str) -> object:
    return ledger.view().records(with_=partner, page=Page(50, newest_first=True))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--documents", type=int, default=200_000)
    parser.add_argument("--statements", type=int, default=5, help="statements a document")
    parser.add_argument("--into", type=Path, help="the ledger to make, or to use where it is there")
    wanted = parser.parse_args()
    world = World(20260301)
    with tempfile.TemporaryDirectory() as folder:
        path = wanted.into or Path(folder) / "size.ledger"
        if not path.exists():
            fill(path, world, wanted)
        measure(path, world, wanted)


if __name__ == "__main__":
    main()
