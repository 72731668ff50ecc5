"""How statements read once what persons decided is applied: corrections, rejections, and whom names mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from legation.ledger import codec
from legation.ledger.judging import ABOUT_ACTORS
from legation.ledger.loading import (
    homes_of,
    load_judgements,
    load_statements,
    load_successors,
    standing_in,
)
from legation.ledger.naming import Naming, naming_of
from legation.ledger.record import Judgement, StoredStatement
from legation.ledger.resolve.cluster import Decided
from legation.ledger.resolve.decided import Decisions, Successor, decide, in_force


@dataclass(frozen=True, slots=True)
class Judged:
    """What persons had decided by a moment.

    Attributes:
        judgements: All that was decided, undone or not, oldest first.
        heirs: For statements that judgements name and that no longer stand: what stands in their place.
        decisions: What the judgements in force come to, by statement.
        naming: Whom names and ids of actors mean.
    """

    judgements: Sequence[Judgement]
    heirs: Mapping[str, Successor]
    decisions: Decisions
    naming: Naming

    @property
    def pairs(self) -> Decided:
        """Which statements belong together or apart."""
        return self.decisions.pairs

    @property
    def naming_digest(self) -> str:
        """A hash of the decisions about actors that are in force."""
        return codec.digest([j.id for j in in_force(self.judgements) if j.verb in ABOUT_ACTORS])

    def of(self, statements: Iterable[StoredStatement]) -> list[StoredStatement]:
        """Statements as they were read, made what they are taken to say; without those rejected."""
        return [self.naming.settled(each) for each in self.decisions.applied(statements)]

    def taken(self, statements: Iterable[StoredStatement]) -> list[StoredStatement]:
        """The same with those rejected, as they were read: the rejection may be undone."""
        return [found for each in statements for found in self.of([each]) or [self.naming.settled(each)]]

    def about(self, after: str, upto: str, *, reread: bool) -> set[str]:
        """The statements that the judgements of a stretch of time bear on, be it by undoing others.

        Args:
            after: The moment behind which the stretch begins.
            upto: Its last moment.
            reread: Whether documents were read again in it: judgements follow their passages.
        """
        by_id = {j.id: j for j in self.judgements}
        named = set(self.heirs) if reread else set()
        for judgement in self.judgements:
            if after < codec.moment_text(judgement.recorded_at) <= upto:
                while judgement.verb == "undo" and judgement.target in by_id:
                    judgement = by_id[judgement.target]
                named |= {judgement.target, *others_of(judgement)}
        return named | {self.heirs[each].id for each in named if each in self.heirs}


def judged_at(connection: Connection, moment: str) -> Judged:
    """What persons had decided by a moment, about the statements that stood then."""
    judgements = load_judgements(connection, moment)
    named = [other for j in judgements for other in (j.target, *others_of(j))]
    homes = homes_of(connection, named)
    standing = load_statements(connection, moment, standing_in(homes))
    heirs = load_successors(connection, named, standing)
    naming = naming_of(in_force(judgements), {old: new.id for old, new in heirs.items()})
    return Judged(judgements, heirs, decide(judgements, heirs), naming)


def others_of(judgement: Judgement) -> list[str]:
    """The further statements that a judgement names."""
    others = judgement.payload.get("with", [])
    return [str(each) for each in others] if isinstance(others, list) else []
