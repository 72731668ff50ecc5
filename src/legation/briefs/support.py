"""What a citation points to beside its quotation: the places where the actors and people it speaks of are named.

"The two sides agreed …" proves nothing of two states until the place is shown where they are named. A reader
sees these places beside the quotation, and the check reads them with it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from legation.actors import NameMention, register
from legation.actors.words import fold
from legation.briefs.proof.evidence import STANDING_FOR
from legation.briefs.proof.links import folded_text, links, person_in
from legation.ledger.record import StoredStatement
from legation.ledger.view import View
from legation.records import KINDS
from legation.values.passage import Passage

LONGEST = 420
"""A sentence longer than this many characters is not cited whole."""

_STOP = re.compile(
    r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bJr)(?<!\bSt)(?<!\bNo)(?<!\bSen)(?<!\bGen)"
    r"[.!?][”’\")\]]*\s+(?=[^\sa-z])|\n\s*\n|\n(?=[-#|*])|\n(?=[a-z_]+: )"
)

_LEADER = re.compile(r"(?:# ?\w+: |#+ |[-*>•] |[a-z_]+: [\"']?)?")

FARTHEST = 6000
"""How many characters from a quotation the place that names an actor may lie."""


def sentence(statement: StoredStatement, view: View) -> Passage:
    """The whole sentence that a statement was read from, or its own words where the sentence is long."""
    quote = statement.quote
    text = view.text(quote.document)
    starts = [0] if quote.start < LONGEST else []
    starts += [m.end() for m in _STOP.finditer(text, max(0, quote.start - LONGEST), quote.start + 1)]
    stop = _STOP.search(text, max(quote.start, quote.end - 1))
    end = len(text[: stop.start() + 1].rstrip()) if stop else len(text.rstrip())
    begin = min([*starts[-1:], quote.start])
    leader = _LEADER.match(text, begin)
    begin = min(leader.end() if leader else begin, quote.start)
    whole = Passage(quote.document, begin, max(end, quote.end))
    return whole if starts and whole.end - whole.start <= LONGEST else quote


@dataclass(frozen=True)
class Supporter:
    """Finds the further passages of statements; what it reads of a document is kept for the next one."""

    view: View
    _mentions: dict[str, list[NameMention]] = field(default_factory=dict)

    def support(self, statement: StoredStatement) -> tuple[Passage, ...]:
        """The further passages that a statement's fields rest on, in order."""
        quote = sentence(statement, self.view)
        own = {p for found in statement.statement.passages.values() for p in found if not quote.contains(p)}
        cited = [quote, *own]
        found = set(own)
        stands = STANDING_FOR.search(self.view.passage_text(quote))
        for name in statement.statement.actors() if stands else ():
            found.update(self._actor(name, cited, quote))
        for person in _people(statement):
            found.update(self._person(person, cited, quote))
        for person, name in (*_acting(statement), *self._agents(statement)):
            found.update(self._link(person, name, cited))
        return tuple(sorted(found))

    def _agents(self, statement: StoredStatement) -> Iterator[tuple[str, str]]:
        """The people with a title that the actors of a statement were read from, with those actors."""
        for spec in KINDS[statement.kind].fields:
            if spec.type not in ("actor", "actors"):
                continue
            value = statement.fields[spec.name]
            for passage in statement.statement.passages.get(spec.name, ()):
                person = person_in(self.view.passage_text(passage))
                for name in value if isinstance(value, tuple) else (value,):
                    if person and isinstance(name, str):
                        yield person, name

    def _actor(self, name: str, cited: list[Passage], quote: Passage) -> list[Passage]:
        """The nearest place that names an actor, if the cited passages don't; one before the quotation goes first."""
        mentions = self._named(quote.document)
        places = [
            Passage(quote.document, m.start, m.end)
            for m in mentions
            if name == m.actor.id or any(name == other.id for other in m.others)
        ]
        if any(p.contains(place) for place in places for p in cited):
            return []
        at = bisect_left([place.start for place in places], quote.start)
        near = places[max(0, at - 1) : at] or places[at : at + 1]
        return [place for place in near if abs(quote.start - place.start) < FARTHEST]

    def _person(self, person: str, cited: list[Passage], quote: Passage) -> list[Passage]:
        """The first place that writes a person's name in full, if the cited passages don't."""
        text = self.view.text(quote.document)
        if any(fold(person) in folded_text(p.of(text)) for p in cited):
            return []
        at = folded_text(text[: quote.start]).find(folded_text(person))
        return [Passage(quote.document, at, at + len(person))] if at >= 0 else []

    def _link(self, person: str, name: str, cited: list[Passage]) -> list[Passage]:
        """The first place that says that a person acts for an actor, if the cited passages don't."""
        document = cited[0].document
        text = self.view.text(document)
        if any(True for p in cited for _ in links(person, name, p.of(text))):
            return []
        return [Passage(document, *stretch) for stretch in islice(links(person, name, text), 1)]

    def _named(self, document: str) -> list[NameMention]:
        if document not in self._mentions:
            self._mentions[document] = register().find(self.view.text(document))
        return self._mentions[document]


def _acting(statement: StoredStatement) -> Iterator[tuple[str, str]]:
    """The people of a statement with the actors that they may act for."""
    actors = sorted(statement.statement.actors())
    side = statement.fields.get("from") if statement.kind == "visit" else None
    for person in _people(statement):
        yield from ((person, name) for name in ([side] if isinstance(side, str) else actors))


def _people(statement: StoredStatement) -> list[str]:
    found: list[str] = []
    for spec in KINDS[statement.kind].fields:
        value = statement.fields[spec.name]
        if spec.type == "people" and isinstance(value, tuple):
            found.extend(value)
        elif spec.type == "person" and isinstance(value, str):
            found.append(value)
    return found
