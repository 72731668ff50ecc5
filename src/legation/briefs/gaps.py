"""What a brief does not know, said openly: sections without a source, old sources, undated ones.

Only what is known by the day of the meeting is looked at, so that a gap tells nothing of what came later.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from legation.briefs.brief import Citation, Section
from legation.briefs.dossier import Dossier
from legation.briefs.word import actor
from legation.values.when import When

STALE: Final = 90
"""A newest source older than this many days before the meeting is a gap."""


def gaps(dossier: Dossier, sections: Collection[Section], sources: Collection[Citation]) -> tuple[str, ...]:
    """The gaps of a brief.

    Args:
        dossier: What could enter it.
        sections: Its sections.
        sources: Its citations.
    """
    return tuple(_gaps(dossier, sections, sources))


def _gaps(dossier: Dossier, sections: Collection[Section], sources: Collection[Citation]) -> Iterator[str]:
    names = f"{actor(dossier.of)} and {actor(dossier.with_)}"
    about = _about_both(dossier)
    if not dossier.documents:
        yield f"The ledger holds no document published by {When.from_date(dossier.on).words()}."
    elif not about:
        yield f"No document published by {When.from_date(dossier.on).words()} was found to speak of both {names}."
    else:
        yield from _age(dossier, about, names)
    empty = [s.title[:1].lower() + s.title[1:] for s in sections if not s.sentences and s.notes]
    if about and empty:
        yield f"Nothing was found on: {'; '.join(empty)}."
    undated = len({c.document for c in sources if c.published is None})
    if undated:
        yield f"{undated} of the documents cited {'bears' if undated == 1 else 'bear'} no date of publication."


def _age(dossier: Dossier, about: Collection[str], names: str) -> Iterator[str]:
    dates = [w for d in about if (w := dossier.documents[d].published)]
    newest = max(dates, key=lambda w: w.sort_key, default=None)
    if newest is None:
        yield f"Every document on {names} is undated: how old its content is can't be told."
    elif newest.after and (dossier.on - newest.after).days >= STALE:
        days = (dossier.on - newest.after).days + 1
        yield f"No source on {names} since {newest.words()}, {days} days before the meeting."


def _about_both(dossier: Dossier) -> frozenset[str]:
    """Documents with a statement in which both take part."""
    both = {dossier.of, dossier.with_}
    return frozenset(
        s.document
        for facts in dossier.facts.values()
        for fact in facts
        for s in fact.statements
        if dossier.side(s.statement.actors()) == both
    )
