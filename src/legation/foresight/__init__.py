"""Foresight: what comes next, how likely it is, and whether earlier forecasts were right.

Ranking (`EventGraph` and what follows) needs the packages of the extra `foresight`; it is imported when it is first
used, so that forecasts and alerts do without them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from legation.foresight.graph import EventGraph, both_ways, digest, event_graph, read_folder, read_names
    from legation.foresight.ranking import Past, Ranked, Ranker, RankingOptions, learn_ranking

__all__ = [
    "EventGraph",
    "Past",
    "Ranked",
    "Ranker",
    "RankingOptions",
    "both_ways",
    "digest",
    "event_graph",
    "learn_ranking",
    "read_folder",
    "read_names",
]

_OF_THE_GRAPH: Final = frozenset(
    {"EventGraph", "both_ways", "digest", "event_graph", "read_folder", "read_names"}
)


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'legation.foresight' has no attribute {name!r}")
    module = "graph" if name in _OF_THE_GRAPH else "ranking"
    return getattr(import_module(f"legation.foresight.{module}"), name)
