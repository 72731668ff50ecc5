"""Digits, names and dates in the stored passages are changed one by one: the check must catch every one.

The brief is written from sound documents; then the stored text of one document is corrupted, and the sentences
that cite it are checked against the corrupted ledger. A token bears a claim where the sentence says the same:
the same digits, month, name, tier or unit, or another name of the same actor. Where a passage says a thing
twice, every saying is changed, or else the passage would still prove it; the place that a field of the
statement was read from is changed alone as well.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from legation.actors import register
from legation.actors.words import fold
from legation.briefs import Brief, Checker, Citation, Sentence, write_brief
from legation.briefs.proof.frame import FRAME
from legation.briefs.proof.segments import segments
from legation.ledger import Ledger, View
from legation.records import KINDS
from legation.values.passage import Passage
from legation.values.when import MONTHS

if TYPE_CHECKING:
    from tests.briefs.conftest import Paper

TOKEN = re.compile(r"\d+|[^\W\d_]+")
PAIR = ("VNM", "KOR")
OFTEN = frozenset("billion million dollars Minister President Secretary General Foreign Prime".split())
UNITS = frozenset("billion million percent dollars over nearly about".split())


@dataclass(frozen=True)
class Mutation:
    """Stretches of one document's text with the words that replace them, each of the same length."""

    document: str
    changes: tuple[tuple[int, str], ...]

    def of(self, text: str) -> str:
        for at, words in self.changes:
            text = text[:at] + words + text[at + len(words) :]
        return text


def changes(token: str) -> set[str]:
    """Other tokens of the same length: each digit changed, another month, a name with another first or last letter."""
    if token.isdigit():
        return {token[:i] + str((int(c) + 3) % 10) + token[i + 1 :] for i, c in enumerate(token)}
    if token in MONTHS:
        return {MONTHS[(MONTHS.index(token) + step) % 12][: len(token)].ljust(len(token)) for step in (1, 5)}
    swap = str.maketrans("aeioulnmrst", "eioaukmnsrv")
    return {token[:-1] + "q", token[0] + token[1:].translate(swap), chr(ord(token[0]) ^ 3) + token[1:]} - {
        token
    }


def bearing(token: str, segment: str) -> bool:
    """Whether a token of a passage says something that the sentence says."""
    segment = re.sub(r"\(text of [^()]*\)", "", segment)
    words = {fold(w) if w.islower() else w for w in TOKEN.findall(segment)}
    tier = re.search(r"comprehensive strategic partnership|diplomatic relations", segment)
    facts = UNITS | set(tier.group().split() if tier else ())
    return (
        token in words
        and fold(token) not in FRAME
        and (token.isdigit() or token[0].isupper() or token in facts)
    )


def actor_places(text: str, segment: str) -> dict[int, str]:
    """Where the passage names an actor that the sentence names, by the offset of each token of the name."""
    told = {m.actor.id for m in register().find(segment)}
    told |= set(PAIR) if "two sides" in segment else set()
    return {
        token.start(): m.actor.id
        for m in register().find(text)
        if m.actor.id in told
        for token in TOKEN.finditer(text, m.start, m.end)
        if token.group()[0].isupper()
    }


def groups(passages: Sequence[Passage], text: str, segment: str) -> dict[str, list[tuple[int, str]]]:
    """The claim-bearing tokens of the passages, those that say one thing together."""
    found: dict[str, list[tuple[int, str]]] = {}
    for passage in dict.fromkeys(passages):
        words = passage.of(text)
        actors = actor_places(words, segment)
        for token in TOKEN.finditer(words):
            group = actors.get(token.start()) or (token.group() if bearing(token.group(), segment) else "")
            place = (passage.start + token.start(), token.group())
            if group and place not in found.setdefault(group, []):
                found[group].append(place)
    return found


def mutations(citation: Citation, segment: str, view: View) -> Iterator[Mutation]:
    text = view.text(citation.document)
    statement = view.statement(citation.statement).statement
    typed = {f.name for f in KINDS[statement.kind].fields if f.type not in ("text", "label")} | {"date"}
    own = [p for name, ps in statement.passages.items() if name in typed for p in ps]
    for places in groups((citation.passage, *citation.support), text, segment).values():
        for at, token in places:
            rest = tuple((other, "x" * len(word)) for other, word in places if other != at)
            read_here = any(p.start <= at < p.end for p in own) and token not in OFTEN
            for other in sorted(changes(token)):
                yield Mutation(citation.document, ((at, other), *rest))
                if rest and read_here:
                    yield Mutation(citation.document, ((at, other),))


def every(brief: Brief, view: View) -> Iterator[tuple[Sentence, Mutation]]:
    for sentence in brief.sentences():
        by_number = {c.number: c for c in sentence.citations}
        for segment in segments(sentence.text):
            for mark in segment.marks:
                for mutation in mutations(by_number[mark], segment.text, view):
                    yield sentence, mutation


@pytest.fixture(scope="module")
def stored(papers: list[Paper], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("mutated") / "ledger.db"
    with Ledger.open(path) as ledger:
        for paper in papers:
            ledger.add(paper.document(), paper.said, reader="hand.v1")
    with closing(sqlite3.connect(path)) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.commit()
    return path


def test_check_catches_every_changed_digit_name_and_date(
    stored: Path, record_property: Callable[[str, object], None]
) -> None:
    missed: list[str] = []
    tried = 0
    with Ledger.open(stored) as ledger, closing(sqlite3.connect(stored, isolation_level=None)) as raw:
        raw.execute("PRAGMA synchronous = OFF")
        sound = ledger.view()
        brief = write_brief(sound, of="VNM", with_="KOR", on=date(2025, 8, 10))
        for sentence, mutation in every(brief, sound):
            text = sound.text(mutation.document)
            corrupt = mutation.of(text)
            raw.execute("UPDATE documents SET text = ? WHERE id = ?", (corrupt, mutation.document))
            tried += 1
            if not Checker(ledger.view()).check(sentence.text, sentence.citations, about=PAIR):
                missed.append(
                    f"{sentence.text} | {[(text[at : at + len(new)], new) for at, new in mutation.changes]}"
                )
            raw.execute("UPDATE documents SET text = ? WHERE id = ?", (text, mutation.document))
        assert not any(
            Checker(ledger.view()).check(s.text, s.citations, about=PAIR) for s in brief.sentences()
        )
    record_property("mutations", tried)
    assert tried > 350
    assert missed == []
