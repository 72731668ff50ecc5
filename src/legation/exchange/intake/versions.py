"""A file of tables that was changed: which of its earlier rows the new ones replace.

Laws held here: a row that stands as it was is left alone, with what persons decided about it; a row that changed replaces the
one that it is most like; a row that is gone from the file still stands, since nobody said that it was wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

LIKE: Final = 0.5
"""Share of the cells of the longer row that two versions of a row must have in common."""
_BETWEEN: Final = " | "


def replaced(olds: Mapping[str, str], news: Iterable[str]) -> list[str]:
    """Ids of the earlier statements whose rows the new rows replace.

    Args:
        olds: The words of the row of each earlier statement, by id.
        news: The words of the new rows.
    """
    rows: dict[str, list[str]] = defaultdict(list)
    for key, words in sorted(olds.items()):
        rows[words].append(key)
    new = set(news)
    changed, fresh = sorted(set(rows) - new), sorted(new - set(rows))
    return [key for words in _paired(changed, fresh) for key in rows[words]]


def _paired(changed: Sequence[str], fresh: Sequence[str]) -> list[str]:
    """The earlier rows that have a new one of their own, most alike first."""
    by_cell: dict[str, list[int]] = defaultdict(list)
    cells = [frozenset(words.split(_BETWEEN)) for words in fresh]
    for place, held in enumerate(cells):
        for cell in held:
            by_cell[cell].append(place)
    claims = []
    for words in changed:
        own = frozenset(words.split(_BETWEEN))
        for place in {place for cell in own for place in by_cell.get(cell, ())}:
            share = len(own & cells[place]) / max(len(own), len(cells[place]))
            if share >= LIKE:
                claims.append((-share, words, place))
    taken: dict[str, int] = {}
    for _, words, place in sorted(claims):
        if words not in taken and place not in taken.values():
            taken[words] = place
    return sorted(taken)
