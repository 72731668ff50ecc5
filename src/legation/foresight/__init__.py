"""Foresight: what comes next in a dated event graph, from its past alone."""

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
