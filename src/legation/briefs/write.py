"""Write a brief: gather, choose, word, check; print what is proved, report what is not.

A sentence is tried from each statement of its fact until one proves it; the passages of other documents that
prove the same words, each alone, are cited beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Final

from legation.actors import register
from legation.briefs.brief import Brief, Citation, Claim, Dropped, Failure, Section, Sentence
from legation.briefs.check import Checker
from legation.briefs.dossier import Dossier, Fact, gather
from legation.briefs.gaps import gaps
from legation.briefs.sections import plans
from legation.briefs.sections.plan import Plan
from legation.briefs.support import Supporter, sentence
from legation.briefs.word import Clause, Draft, Told, Write, actor, capital, claims
from legation.errors import BriefError, UnknownActor
from legation.ledger.record import StoredStatement
from legation.ledger.view import View
from legation.values.passage import Passage
from legation.values.when import When

TRIES: Final = 6
"""From how many statements of a fact a sentence is tried."""

MARKS: Final = 3
"""How many documents are cited for the same words."""

OLD: Final = timedelta(days=90)
"""What was so longer before its source than this is not told by the source's day."""

_COUNTS: Final = ("", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ACTING: Final = frozenset(("party", "ministry", "office"))


def write_brief(view: View, *, of: str, with_: str, on: date, as_of: datetime | None = None) -> Brief:
    """Write a brief on a partner for a meeting.

    Nothing that was published after the day of the meeting enters. Every sentence is proved by the passages
    that it cites (see `legation.briefs.check`); those that are not stand in `Brief.dropped`.

    Args:
        view: The ledger as it was known.
        of: Id or name of the actor that the brief is for.
        with_: Id or name of the partner.
        on: Day of the meeting.
        as_of: The moment that the view must have been opened for; None takes the view as it is.

    Returns:
        The brief. Where nothing is known of the two it has no sentence, and says so in its gaps.

    Raises:
        UnknownActor: No actor goes by a name; the message lists near names.
        AmbiguousActor: Several actors go by a name.
        BriefError: Both names mean one actor, or the view is of another moment than asked.
    """
    if as_of is not None and as_of != view.as_of:
        raise BriefError(f"the view is as of {view.as_of}, not {as_of}; open the ledger's view as of {as_of}")
    ours, theirs = _actor(view, of), _actor(view, with_)
    if ours == theirs:
        raise BriefError(f"{of!r} and {with_!r} are one actor ({ours}); name its partner in the meeting")
    dossier = gather(view, of=ours, with_=theirs, on=on, bodies=_bodies(ours, theirs))
    return _Writing(dossier, Checker(view, on), Supporter(view)).brief()


def _actor(view: View, name: str) -> str:
    """The id of an actor, given its id or one of its names; of one that was merged into another, that other's."""
    known = view.naming.register
    try:
        return view.naming.of(known.get(name).id)
    except UnknownActor:
        return view.naming.of(known.resolve(name).id)


def _bodies(*sides: str) -> dict[str, frozenset[str]]:
    """The actors that act for each side: itself, and its parties, ministries and offices."""
    acting: dict[str, set[str]] = {side: {side} for side in sides}
    for body in register():
        if body.state in acting and body.kind in _ACTING:
            acting[body.state].add(body.id)
    return {side: frozenset(ids) for side, ids in acting.items()}


def _of_old(statement: StoredStatement, published: When | None) -> bool:
    """Whether a thing was so long before its source: told by the source's own day alone, it would seem new."""
    after = statement.date.after if statement.date else None
    first = published.first if published else None
    return after is not None and first is not None and first - after > OLD


def _ways(
    clause: Clause, published: Callable[[StoredStatement], When | None]
) -> Iterator[tuple[StoredStatement, Write]]:
    """The ways in which a clause may be told, the best first."""
    leads = clause.fact.statements[:TRIES]
    yield from ((lead, clause.write) for lead in leads)
    if clause.undated:
        for lead in leads:
            if lead.date and not _of_old(lead, published(lead)):
                yield replace(lead, statement=replace(lead.statement, date=None)), clause.write
    if clause.otherwise:
        yield from ((lead, clause.otherwise) for lead in leads)


@dataclass(frozen=True, slots=True)
class _Proved:
    """A clause with the statements that prove it."""

    told: Told
    fact: Fact
    statements: tuple[StoredStatement, ...]


def _joined(known: Citation, new: Citation) -> Citation:
    """A source that two sentences cite, with the further passages that either of them needs."""
    support = tuple(dict.fromkeys((*known.support, *new.support)))
    return replace(known, support=support, named=tuple(dict.fromkeys((*known.named, *new.named))))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a clause stands: at the head of its sentence; after a sentence that names the pair."""

    first: bool
    again: bool


@dataclass
class _Writing:
    """A brief while it is being written."""

    dossier: Dossier
    checker: Checker
    supporter: Supporter
    sources: dict[Passage, Citation] = field(default_factory=dict)
    dropped: list[Dropped] = field(default_factory=list)
    quoted: set[str] = field(default_factory=set)

    def brief(self) -> Brief:
        """The whole brief."""
        d = self.dossier
        sections = tuple(self._section(plan) for plan in plans(d))
        names = (register().get(d.of).name, register().get(d.with_).name)
        return Brief(
            of=d.of,
            with_=d.with_,
            on=d.on,
            as_of=d.view.as_of,
            title=f"{names[0]} – {names[1]}",
            sections=tuple(s for s in sections if s.sentences or s.notes),
            sources=tuple(self.sources.values()),
            dropped=tuple(self.dropped),
            gaps=gaps(d, sections, tuple(self.sources.values())),
            read=len(d.documents),
        )

    def _section(self, plan: Plan) -> Section:
        sentences: list[Sentence] = []
        said: set[str] = set()
        more = 0
        for draft in plan.drafts:
            if len(sentences) == plan.limit:
                more += 1
                continue
            again = any(s.text.startswith(self.pair) for s in sentences)
            proved = list(self._prove(draft, plan.key, again=again))
            text = "".join(p.told.text for p in proved)
            if proved and text not in said and not self._again(proved, said):
                said.add(text)
                sentences.append(self._sentence(proved, draft))
        notes = () if sentences or not plan.nothing else (plan.nothing,)
        if more:
            notes = (
                f"The ledger holds {more} further {'entry' if more == 1 else 'entries'} for this section.",
            )
        return Section(plan.key, plan.title, tuple(sentences), notes)

    def _again(self, proved: list[_Proved], said: set[str]) -> bool:
        """Whether a lone clause says again what was quoted, or quotes what was told in words; notes what it says."""
        if len(proved) > 1:
            return False
        place = str(sentence(proved[0].statements[0], self.dossier.view))
        if proved[0].told.fields:
            said.add(f"told {place}")
            return f"quoted {place}" in said
        again = f"told {place}" in said or place in self.quoted
        said.add(f"quoted {place}")
        self.quoted.add(place)
        return again

    def _prove(self, draft: Draft, section: str, *, again: bool) -> Iterator[_Proved]:
        """The clauses of a draft that are proved; none if its first is not, or one of those that belong together."""
        found: list[_Proved] = []
        for index, clause in enumerate(draft.clauses):
            proved = self._clause(clause, section, _Place(first=index == 0, again=again))
            if proved:
                found.append(proved)
            elif index == 0 or draft.together:
                return
        yield from found

    def _clause(self, clause: Clause, section: str, place: _Place) -> _Proved | None:
        refused: Dropped | None = None
        for lead, write in _ways(clause, self.dossier.published):
            told = write(self.dossier, lead)
            if told is None:
                continue
            told = self._placed(told, place)
            failures = self._failures(told.text, lead)
            if not failures:
                proved = (lead, *self._others(told.text, lead, clause.fact))
                self.dropped.extend([refused] if refused and refused.text != told.text else [])
                return _Proved(told, clause.fact, proved)
            refused = refused or Dropped(section, told.text, failures, clause.fact.record.id)
        if refused:
            self.dropped.append(refused)
        return None

    def _placed(self, told: Told, place: _Place) -> Told:
        """Words fitted to their place: a capital at the head, and the pair named once a section."""
        text = told.text.replace(self.pair, "the two sides", 1) if place.again else told.text
        return replace(told, text=capital(text) if place.first and told.fields else text)

    @property
    def pair(self) -> str:
        """The two as a sentence names them together."""
        return capital(f"{actor(self.dossier.of)} and {actor(self.dossier.with_)}")

    def _failures(self, text: str, statement: StoredStatement) -> tuple[Failure, ...]:
        return self.checker.check(
            f"{text} [0]", [self._citation(statement, 0)], about=(self.dossier.of, self.dossier.with_)
        )

    def _others(self, text: str, lead: StoredStatement, fact: Fact) -> Iterator[StoredStatement]:
        """Statements of other documents that prove the same words, one a document."""
        documents = {lead.document}
        for other in fact.statements:
            if len(documents) == MARKS:
                return
            if other.document not in documents and not self._failures(text, other):
                documents.add(other.document)
                yield other

    def _sentence(self, proved: list[_Proved], draft: Draft) -> Sentence:
        text, cited, asserted = "", [], list[Claim]()
        for p in proved:
            marks = [self._number(s, p.told.text) for s in p.statements]
            cited.extend(marks)
            counted = draft.count_sources and len(marks) > 1
            report = f", as {_COUNTS[len(marks)]} sources report" if counted else ""
            text += f"{p.told.text}{report} {''.join(f'[{c.number}]' for c in marks)}"
            asserted.extend(claims(p.statements[0], p.told.fields, p.fact.record.id))
        return Sentence(f"{text}.", tuple(asserted), tuple(cited))

    def _number(self, statement: StoredStatement, text: str) -> Citation:
        """The citation of a statement; a passage cited before keeps its number."""
        passage = sentence(statement, self.dossier.view)
        known = self.sources.get(passage)
        citation = self._needed(statement, text)
        citation = replace(citation, number=known.number if known else len(self.sources) + 1)
        self.sources[passage] = _joined(known, citation) if known else citation
        return citation

    def _needed(self, statement: StoredStatement, text: str) -> Citation:
        """The citation of a statement without the further passages that the words can do without."""
        citation = self._citation(statement, 0)
        about = (self.dossier.of, self.dossier.with_)
        for passage in citation.support:
            support = tuple(p for p in citation.support if p != passage)
            less = replace(citation, support=support, named=self._words(support))
            if not self.checker.check(f"{text} [0]", [less], about=about):
                citation = less
        return citation

    def _words(self, passages: tuple[Passage, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.dossier.view.passage_text(p) for p in passages))

    def _citation(self, statement: StoredStatement, number: int) -> Citation:
        passage = sentence(statement, self.dossier.view)
        source = self.dossier.view.source(passage)
        document, support = source.document, self.supporter.support(statement)
        return Citation(
            number=number,
            passage=passage,
            support=support,
            statement=statement.id,
            document=document.id,
            title=document.title or document.name,
            publisher=document.publisher,
            published=document.published,
            address=document.address,
            page=source.page,
            offset=passage.start,
            words=source.words,
            named=self._words(support),
        )
