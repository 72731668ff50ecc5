"""What a document's other statements say about one: a part of something wider, or alone of its sort."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import replace

from legation.ledger.resolve.clue import Clue
from legation.ledger.resolve.dates import length
from legation.values.when import When

_NONE: frozenset[str] = frozenset()


def in_context(clues: Iterable[Clue]) -> list[Clue]:
    """Mark the statements that their own document tells as a part, and those that are not alone.

    A document that tells of a journey and, within its dates, of a stop at fewer of its hosts says by that
    that the stop is not the journey.
    """
    siblings: dict[Hashable, list[Clue]] = defaultdict(list)
    for clue in clues:
        siblings[clue.document, clue.stored.kind, sides_of(clue)].append(clue)
    return [
        clue if len(group) == 1 else replace(clue, is_part=_is_part(clue, group), is_alone=False)
        for group in siblings.values()
        for clue in group
    ]


def sides_of(clue: Clue) -> Hashable:
    """The sides by which statements of one document are held against each other."""
    if clue.stored.kind == "visit":
        return clue.label("from")
    return frozenset(clue.actors.items())


def _is_part(clue: Clue, siblings: Iterable[Clue]) -> bool:
    if clue.stored.kind != "visit":
        return False
    hosts = clue.actors.get("to", _NONE)
    return any(
        hosts < other.actors.get("to", _NONE) and _lies_within(clue.when, other.when) for other in siblings
    )


def _lies_within(inner: When | None, outer: When | None) -> bool:
    return inner is not None and outer is not None and outer.contains(inner) and length(inner) < length(outer)
