"""The check: a sentence is proved by the passages that it cites, or it is not printed.

The check is independent of the writer. It is given a sentence's text, its citations and the view; it reads
dates, numbers, names, tiers, verbs and bounds out of the text by itself, and looks for each in the stored words
of every passage cited for it. Laws held here:

- Each citation in a group of marks proves, alone, all the words before the group.
- A word that is neither one of a fixed frame of plain words nor in the passages is not proved.
- A date of a relative kind ("last year") is resolved with its document's own date, and only so.
- The words of the passages come from the ledger's stored text, never from the citation's copy of them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import islice
from typing import Final

from legation.actors.words import fold
from legation.briefs.brief import Brief, Citation, Failure, Sentence
from legation.briefs.proof.evidence import Evidence, read_evidence, read_words
from legation.briefs.proof.links import ties
from legation.briefs.proof.prove import prove
from legation.briefs.proof.segments import Segment, segments
from legation.ledger.view import View
from legation.values.passage import Passage
from legation.values.when import When

_SOURCES: Final = re.compile(r", as (two|three|four|five|six|seven|eight|nine|ten) sources report")
_CAPITAL: Final = re.compile(r"\b[^\W\d_a-z]\w+")
_ENOUGH: Final = 20
"""This many documents that tie a person to a state are enough."""

_MOST: Final = 120
"""No more documents than this are asked."""

_COUNTS: Final = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What checking a brief found.

    Attributes:
        checked: How many sentences were checked.
        failures: For each sentence that is not proved: the sentence and why.
    """

    checked: int
    failures: tuple[tuple[Sentence, tuple[Failure, ...]], ...]

    @property
    def proved(self) -> bool:
        """Whether every sentence is proved."""
        return not self.failures


@dataclass(frozen=True)
class Checker:
    """Checks sentences against a view; what it reads from a passage is kept for the next sentence.

    Attributes:
        view: The view.
        until: The last day whose documents may tell for which state a person acts; None for all.
    """

    view: View
    until: date | None = None
    _tied: dict[str, frozenset[str]] = field(default_factory=dict)
    _read: dict[tuple[str, Passage, tuple[Passage, ...]], Evidence | str] = field(default_factory=dict)

    def check(
        self, text: str, citations: Sequence[Citation], *, about: Collection[str] = ()
    ) -> tuple[Failure, ...]:
        """Why a sentence is not proved; nothing if it is.

        Args:
            text: The sentence with its marks.
            citations: The citations that its marks number.
            about: Ids of actors whom a quotation must concern: its passages must name them.
        """
        by_number = {c.number: c for c in citations}
        failures: list[Failure] = []
        for segment in segments(text):
            if not segment.marks:
                failures.append(
                    Failure("citation", segment.text.strip(), None, "no citation stands after it")
                )
            if _sources_told(segment) not in (None, self._documents(segment, by_number)):
                failures.append(Failure("number", segment.text.strip(), None, "it miscounts its sources"))
            for mark in segment.marks:
                failures.extend(self._marked(segment, mark, by_number.get(mark), about))
        return tuple(failures)

    def _marked(
        self, segment: Segment, mark: int, citation: Citation | None, about: Collection[str]
    ) -> Iterator[Failure]:
        if citation is None:
            yield Failure("citation", f"[{mark}]", mark, f"there is no citation {mark}")
            return
        evidence = self._evidence(citation)
        if isinstance(evidence, str):
            yield Failure("citation", f"[{mark}]", mark, evidence)
            return
        yield from prove(_SOURCES.sub("", segment.text), evidence, self.view, about=about)

    def _evidence(self, citation: Citation) -> Evidence | str:
        key = (citation.statement, citation.passage, citation.support)
        if key not in self._read:
            self._read[key] = read_evidence(citation, self.view, self._ties)
        found = self._read[key]
        if isinstance(found, Evidence) and found.citation.number != citation.number:
            return replace(found, citation=citation)
        return found

    def _ties(self, person: str) -> frozenset[str]:
        """The states to which the documents of the ledger tie a person."""
        if person not in self._tied:
            last = read_words(person)[-1:]
            writing = self._writing.get("".join(last), ())[:_MOST]
            found = (ties(person, self._texts[d]) for d in writing)
            self._tied[person] = frozenset().union(*islice((f for f in found if f), _ENOUGH))
        return self._tied[person]

    @cached_property
    def _writing(self) -> dict[str, list[str]]:
        """For each word with a capital, the documents that write it."""
        found: dict[str, list[str]] = {}
        for document, text in self._texts.items():
            for word in {fold(w) for w in set(_CAPITAL.findall(text))}:
                found.setdefault(word, []).append(document)
        return found

    @cached_property
    def _texts(self) -> dict[str, str]:
        """The texts of the documents that may tell for which state a person acts."""
        documents = self.view.documents(status="readable")
        return {
            d.id: self.view.text(d.id)
            for d in documents
            if self.until is None or _by(d.published, self.until)
        }

    @staticmethod
    def _documents(segment: Segment, by_number: dict[int, Citation]) -> int:
        return len({by_number[m].document for m in segment.marks if m in by_number})


def check(brief: Brief, view: View) -> CheckResult:
    """Check every sentence of a brief against the stored passages that it cites."""
    checker = Checker(view, brief.on)
    sentences = list(brief.sentences())
    about = (brief.of, brief.with_)
    found = [(s, checker.check(s.text, s.citations, about=about)) for s in sentences]
    return CheckResult(len(sentences), tuple((s, failures) for s, failures in found if failures))


def _by(when: When | None, until: date) -> bool:
    return when is None or (when.after is not None and when.after <= until + timedelta(days=1))


def _sources_told(segment: Segment) -> int | None:
    told = _SOURCES.search(segment.text)
    return _COUNTS.index(told.group(1)) + 2 if told else None
