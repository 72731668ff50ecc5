"""What one citation proves of the words before its mark, token by token.

The words are read in steps; each step takes out what it has judged, so that the last one judges every word that
is left. The order matters: quotations first, then dates (their digits are no quantities), quantities, tiers (the
longest first: a "comprehensive strategic partnership" is no proof of a "strategic partnership"), names, words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from legation.actors import register
from legation.briefs.brief import Failure
from legation.briefs.proof import modality
from legation.briefs.proof.evidence import (
    PERSONAL,
    STANDING_FOR,
    Evidence,
    flat,
    read_names,
    read_words,
    root,
)
from legation.briefs.proof.fields import changed, stands
from legation.briefs.proof.frame import CUES, FRAME
from legation.briefs.proof.links import OFFICE, beside
from legation.briefs.proof.roles import misplaced
from legation.briefs.proof.segments import Parts, blank, take_apart
from legation.ledger.view import View
from legation.records import KINDS, FieldValue
from legation.values.amounts import find_quantities
from legation.values.dates import DayOrder, find_dates
from legation.values.quantity import Quantity
from legation.values.when import When

_PARTNERS: Final = r"partner(?:ship)?s?\b"
_TIERS: Final = (
    (
        "comprehensive strategic partnership",
        rf"comprehensive,? (?:and )?strategic (?:\w+ )?{_PARTNERS}|strategic comprehensive {_PARTNERS}",
    ),
    ("comprehensive partnership", rf"comprehensive (?:co-?operative |co-?operation )?{_PARTNERS}"),
    ("strategic partnership", rf"strategic (?:co-?operative |co-?operation )?{_PARTNERS}"),
    ("diplomatic relations", r"diplomatic (?:relations|ties|links)\b"),
    ("alliance", r"\balliances?\b|\ball(?:y|ies|ied)\b"),
)
_LESSER: Final = r"deputy|vice|former|ex|acting|assistant|outgoing|no longer"
_SIDES: Final = re.compile(r"\b[Tt]he two sides\b")
_TOKEN: Final = re.compile(r"[^\W_][\w.’'-]*")


@dataclass
class _Reading:
    """A segment as far as it has been read."""

    rest: str
    evidence: Evidence
    failures: list[Failure] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    dates: list[When] = field(default_factory=list)
    numbers: list[Decimal] = field(default_factory=list)

    def fail(self, sort: str, token: str, reason: str) -> None:
        """Note that a token is not proved."""
        self.failures.append(Failure(sort, token, self.evidence.number, reason))

    def take(self, start: int, end: int) -> None:
        """Take out a stretch that has been judged."""
        self.rest = blank(self.rest, start, end)


def prove(text: str, evidence: Evidence, view: View, *, about: Collection[str] = ()) -> Iterator[Failure]:
    """What one citation does not prove of a segment.

    Args:
        text: The segment, without marks.
        evidence: What the citation points to.
        view: The view that holds the documents.
        about: Ids of actors whom a quotation must concern.
    """
    parts = take_apart(text)
    yield from _source(parts, evidence)
    for name in about if parts.voices else ():
        if name not in evidence.names:
            yield Failure("actor", name, evidence.number, f"citation {evidence.number} does not name it")
    reading = _Reading(parts.rest, evidence)
    _both(reading, about)
    for step in (_dates, _quantities, _tiers, _actors, _words):
        step(reading)
    yield from reading.failures
    if re.search(r"\w", parts.rest) and not parts.voices:
        reason = modality.unproved(parts.rest, tuple(reading.dates), evidence)
        if reason:
            yield Failure("modality", parts.rest.strip(), evidence.number, reason)
        yield from _cues(parts.rest, evidence)
        yield from misplaced(parts.rest, evidence, about)
    elif parts.voices and re.search(r"\w", parts.rest.replace("Sources differ:", "")):
        yield Failure("words", parts.rest.strip(" |;"), evidence.number, "words stand beside a quotation")
    told = _told(reading, text)
    yield from _unlinked(evidence, told)
    yield from _offices(evidence, told)
    for name, words in changed(evidence, view, told):
        reason = f"the place in citation {evidence.number} that its {name} was read from does not say so"
        yield Failure("text", words, evidence.number, reason)


def _unlinked(evidence: Evidence, told: frozenset[str]) -> Iterator[Failure]:
    """The people whom nothing cited ties to the actor that the segment has them act for."""
    statement = evidence.statement
    for people, actor in (("visitors", "from"), ("person", "of")):
        name = statement.fields.get(actor)
        if people in told and isinstance(name, str) and (actor in told or actor == "of"):
            for person in evidence.people:
                if not evidence.acts(person, name):
                    reason = f"citation {evidence.number} does not say that they act for {name}"
                    yield Failure("person", person, evidence.number, reason)


def _offices(evidence: Evidence, told: frozenset[str]) -> Iterator[Failure]:
    """The office, where it does not stand beside its holder: two people of one sentence hold two offices."""
    office = evidence.statement.fields.get("office")
    if not isinstance(office, str) or "office" not in told:
        return
    for person in evidence.people:
        words = [w for text in evidence.texts for w in beside(person, text)]
        if not any(stands(office, w) and not _lesser(office, w) for w in words):
            yield Failure(
                "person", office, evidence.number, f"citation {evidence.number} gives {person} no such office"
            )


def _lesser(office: str, words: str) -> bool:
    """Whether words give an office only as a lesser or a former one: "Deputy Prime Minister", "no longer minister"."""
    told = re.escape(office)
    if re.match(_LESSER, office, re.IGNORECASE):
        return False
    every = len(re.findall(rf"\b{told}\b", words, re.IGNORECASE))
    return 0 < every == len(re.findall(rf"\b(?:{_LESSER})[ -](?:the )?{told}\b", words, re.IGNORECASE))


def _source(parts: Parts, evidence: Evidence) -> Iterator[Failure]:
    """Quotations, and what is said of the source itself."""
    document, number = evidence.document, evidence.number
    for quote in parts.quotes:
        if not any(flat(quote) in text for text in evidence.flats):
            yield Failure("quote", quote, number, f"citation {number} does not say it word for word")
    for day in parts.days:
        if day != (document.published.words() if document.published else ""):
            yield Failure("date", day, number, f"citation {number} was not published then")
    for voice in parts.voices:
        if flat(voice) not in (flat(document.publisher or ""), "A source"):
            yield Failure("actor", voice, number, f"citation {number} is another's")


def _dates(reading: _Reading) -> None:
    given = reading.evidence.dates
    for mention in find_dates(reading.rest, day_order=DayOrder.DAY_FIRST):
        token = reading.rest[mention.start : mention.end]
        reading.dates.append(mention.when)
        if not _dated(mention.when, given):
            reading.fail("date", token, f"citation {reading.evidence.number} does not date it so")
        reading.take(mention.start, mention.end)


def _dated(when: When, given: Sequence[When]) -> bool:
    """Whether a date is given: as it stands, more finely, or by its two ends."""
    if when in given or (not when.is_interval and any(when.contains(g) for g in given)):
        return True
    return when.is_interval and all(end is None or end in given for end in (when.begins, when.ends))


def _quantities(reading: _Reading) -> None:
    given = [fact for q in reading.evidence.quantities for fact in _facts(q)]
    for mention in find_quantities(reading.rest):
        token = reading.rest[mention.start : mention.end]
        facts = _facts(mention.quantity)
        reading.numbers.extend(value for value, _, _ in facts)
        if not all(any(_same(fact, other) for other in given) for fact in facts):
            reading.fail("number", token, f"citation {reading.evidence.number} does not give it so")
        reading.take(mention.start, mention.end)


_Fact = tuple[Decimal, str, str | None]


def _facts(quantity: Quantity) -> list[_Fact]:
    """The numbers of a quantity, each with its unit and bound."""
    others = (quantity.high, quantity.change_from, quantity.out_of)
    plain: list[_Fact] = [(other, quantity.unit, None) for other in others if other is not None]
    return [(quantity.value, quantity.unit, quantity.bound), *plain]


def _same(told: _Fact, given: _Fact) -> bool:
    """The same number of the same unit under the same bound; a bare number in a passage may be a count."""
    bare = {told[1], given[1]} <= {"count", "rank", ""}
    return told[0] == given[0] and told[2] == given[2] and (told[1] == given[1] or bare)


def _tiers(reading: _Reading) -> None:
    held = _tiers_in(reading.evidence.lower)
    for label, _ in _TIERS:
        while (at := reading.rest.find(label)) >= 0:
            if label not in held:
                reading.fail("tier", label, f"citation {reading.evidence.number} does not name that tier")
            reading.take(at, at + len(label))


def _tiers_in(text: str) -> set[str]:
    """The tiers that a text names, the longest first, so that none is read inside another."""
    held: set[str] = set()
    for label, pattern in _TIERS:
        text, count = re.subn(pattern, "|", text)
        if count:
            held.add(label)
    return held


def _both(reading: _Reading, about: Collection[str]) -> None:
    """Judge "the two sides": both of those whom the sentence is about must be found as if they were named."""
    for match in _SIDES.finditer(reading.rest):
        if not about:
            reading.fail("actor", match.group(), "nobody says who the two sides are")
        for name in about:
            _named(reading, {name}, match.group())
        reading.names.update(about)
        reading.take(*match.span())


def _actors(reading: _Reading) -> None:
    """Actors: named in the quotation, or elsewhere where its words stand for them, or acting through a person."""
    for mention in register().find(reading.rest):
        ids = {mention.actor.id, *(other.id for other in mention.others)}
        reading.names.add(mention.actor.id)
        _named(reading, ids, reading.rest[mention.start : mention.end])
        reading.take(mention.start, mention.end)


def _named(reading: _Reading, ids: set[str], token: str) -> None:
    """Fail a token unless one of the actors that it may mean is found."""
    evidence = reading.evidence
    own = [p for passages in evidence.statement.statement.passages.values() for p in passages]
    near = {name for text in (*evidence.texts[:1], *_own_words(evidence, own)) for name in read_names(text)}
    if STANDING_FOR.search(evidence.quote):
        near |= evidence.names
    states = [name for name in ids if name in register() and register().get(name).is_country]
    if not ids & near and not any(_person_acts(evidence, name) for name in states):
        reading.fail("actor", token, f"citation {evidence.number} does not name it")


def _person_acts(evidence: Evidence, actor: str) -> bool:
    """Whether the quotation writes a person who acts for an actor."""
    words, points = set(read_words(evidence.quote)), bool(PERSONAL.search(evidence.quote))
    people = (*evidence.people, *evidence.agents)
    return any((points or words & set(read_words(p))) and evidence.acts(p, actor) for p in people)


def _values(value: FieldValue) -> tuple[FieldValue, ...]:
    return value if isinstance(value, tuple) else (value,) if value is not None else ()


def _own_words(evidence: Evidence, own: Sequence[object]) -> list[str]:
    """The words of those further passages that the statement's own fields were read from."""
    pairs = zip(evidence.citation.support, evidence.support, strict=True)
    return [words for passage, words in pairs if passage in own]


def _words(reading: _Reading) -> None:
    """Every word that is left: runs of capitals as names, word after word; the others one by one."""
    evidence = reading.evidence
    for start, end in _capitals(reading.rest):
        token = reading.rest[start:end]
        name = read_words(token)
        plain = start == 0 and len(name) == 1 and name[0] in FRAME
        if not plain and not _runs(name, evidence):
            reading.fail("person", token, f"citation {evidence.number} does not write that name")
        reading.take(start, end)
    for word in read_words(reading.rest):
        if word not in FRAME and not _stands(word, evidence.words):
            reading.fail("words", word, f"citation {evidence.number} does not say it")


def _capitals(text: str) -> list[tuple[int, int]]:
    """Runs of words with capitals; a lone one at the head of a sentence may be a plain word."""
    runs: list[list[re.Match[str]]] = [[]]
    for match in _TOKEN.finditer(text):
        if not match.group()[0].isupper():
            runs.append([])
        elif runs[-1] and not text[runs[-1][-1].end() : match.start()].isspace():
            runs.append([match])
        else:
            runs[-1].append(match)
    return [(run[0].start(), run[-1].end()) for run in runs if len(run) > 1 or (run and run[0].start() > 0)]


def _runs(name: tuple[str, ...], evidence: Evidence) -> bool:
    """Whether a name stands in a passage, whole or as an office apart from its holder."""
    if _stands_whole(name, evidence):
        return True
    parts = ((name[:cut], name[cut:]) for cut in range(1, len(name)))
    return any(
        OFFICE.search(office[-1]) and _stands_whole(office, evidence) and _stands_whole(holder, evidence)
        for office, holder in parts
    )


def _stands_whole(name: tuple[str, ...], evidence: Evidence) -> bool:
    size = len(name)
    return any(run[i : i + size] == name for run in evidence.runs for i in range(len(run) - size + 1))


def _stands(word: str, words: frozenset[str]) -> bool:
    """Whether a word stands there, or another form of it (signed, signing; country, countries)."""
    if word in words or any(c.isdigit() for c in word):
        return word in words
    own = root(word)
    return len(own) > 2 and any(w[:3] == word[:3] and root(w) == own for w in words)


def _cues(text: str, evidence: Evidence) -> Iterator[Failure]:
    """What is said to have been done, without a word of it in the passage."""
    for said, cue in CUES:
        match = said.search(text)
        if match and not cue.search(evidence.lower):
            reason = f"citation {evidence.number} has no word for it"
            yield Failure("label", match.group(), evidence.number, reason)


def _told(reading: _Reading, text: str) -> frozenset[str]:
    """Names of the statement's fields that the segment tells, seen from its own words."""
    statement, words = reading.evidence.statement, set(read_words(text))
    told = {"date"} if statement.date in reading.dates else set()
    for spec in KINDS[statement.kind].fields:
        values = _values(statement.fields.get(spec.name))
        if spec.type in ("actor", "actors"):
            hit = any(v in reading.names for v in values)
        elif spec.type in ("person", "people") or spec.name == "office":
            hit = any(isinstance(v, str) and words.issuperset(read_words(v)) for v in values)
        else:
            hit = any(v in reading.numbers or v in reading.dates for v in values)
        if hit:
            told.add(spec.name)
    return frozenset(told)
