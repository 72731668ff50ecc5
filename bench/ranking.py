"""How well the answers to (subject, relation, ?, day) are ranked: python bench/ranking.py DATA_DIR --out PRED.npz.

DATA_DIR holds train.txt, valid.txt and test.txt (rows of subject, relation, object, day, as whole numbers, tab between),
entity2id.txt and relation2id.txt (name, tab, id). Nothing is downloaded: the splits that the literature uses are in the
repositories of RE-GCN (ICEWS14s) and of DiffuTKG or RE-NET (ICEWS18); their days may be told in hours: divide by 24.

Strict setting: a query of day t is answered from facts before t alone. The model is learnt from train and valid, the test
days are then passed one by one, each becoming past once it has been answered. The file written holds q, ptr, cand, val and
rest. `--valid` learns from train alone and answers valid, for choices; `--check` asks 200 queries alone once more and
compares; `--day-known` lets the model see which (subject, relation) a day asks about, as some papers do: another setting.
What it prints is JSON.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np

from legation.errors import LegationError
from legation.foresight import (
    EventGraph,
    Past,
    Ranked,
    Ranker,
    RankingOptions,
    both_ways,
    digest,
    event_graph,
    learn_ranking,
    read_folder,
    read_names,
)
from legation.foresight.graph import Floats, Ints

STRICT = "single step, strict: facts before day t"
KNOWN = (
    "day known: facts before day t, and which (subject, relation) are asked on it; not comparable with strict"
)
ALONE = 200
SEED = 20261121


def main(arguments: Sequence[str] | None = None) -> None:
    options = parse(arguments)
    try:
        print(json.dumps(measure(options), indent=1))
    except LegationError as error:
        sys.exit(f"{error}\n--help tells the form of DATA_DIR and where such data are")


def measure(options: argparse.Namespace) -> dict[str, object]:
    splits = read_folder(options.data)
    entities, relations = (read_names(options.data / f"{kind}2id.txt") for kind in ("entity", "relation"))
    asked = splits["valid"] if options.valid else splits["test"]
    told = [splits[name] for name in ("train", "valid", "test")[: 2 if options.valid else 3]]
    graph = event_graph(entities, relations, np.concatenate(told))
    start = time.perf_counter()
    ranker = learn_ranking(graph, int(asked[:, 3].min()), settings(options))
    learnt = time.perf_counter()
    queries = both_ways(asked, len(relations))
    queries = queries[np.argsort(queries[:, 3], kind="stable")]
    answers, seconds = answer(ranker, graph, queries)
    ranks = rank(answers, queries, graph.entity_count)
    if options.out:
        write(options.out, queries, answers)
    forward = queries[:, 1] < len(relations)
    figures = {
        "data": options.data.name,
        "sha256": digest(options.data),
        "split": "valid" if options.valid else "test",
        "setting": KNOWN if options.day_known else STRICT,
        "filter": "time-aware; tied ranks averaged",
        **report(ranks),
        "object": report(ranks[forward]),
        "subject": report(ranks[~forward]),
        "seconds_to_learn": round(learnt - start, 1),
        "seconds_to_answer": round(seconds, 1),
        "queries_per_second": round(len(queries) / seconds),
        "peak_memory_gb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6, 2),
        "load": round(os.getloadavg()[0], 1),
        "settings": asdict(ranker.options),
    }
    if options.check:
        figures["asked_alone"] = check(ranker, graph, queries, answers)
    return figures


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, help="write the predictions here (.npz)")
    parser.add_argument("--valid", action="store_true", help="learn from train alone, answer valid")
    parser.add_argument("--check", action="store_true", help="ask 200 queries alone and compare")
    parser.add_argument(
        "--day-known",
        action="store_true",
        help="let all questions of a day be known at once (another setting)",
    )
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args(arguments)
    if options.check and options.day_known:
        parser.error(
            "--check asks queries alone, --day-known lets them know of one another: give one of the two"
        )
    return options


def settings(options: argparse.Namespace) -> RankingOptions:
    usual = RankingOptions()
    return replace(
        usual,
        day_known=options.day_known,
        rules=replace(usual.rules, threads=options.threads),
        rerank=replace(usual.rerank, threads=options.threads, seed=options.seed),
    )


def answer(ranker: Ranker, graph: EventGraph, queries: Ints) -> tuple[Ranked, float]:
    """Answers to all queries, and the seconds it took to give them, the replay of what was learnt from left out."""
    past = Past.of(graph, ranker.rules)
    past.move_to(int(queries[0, 3]))
    start, days = time.perf_counter(), []
    for day in np.unique(queries[:, 3]).tolist():
        past.move_to(day)
        days.append(ranker.rank(queries[queries[:, 3] == day], past))
    whole = Ranked(
        *(np.concatenate(part) for part in zip(*((d.sizes, d.entities, d.scores) for d in days), strict=True))
    )
    return whole, time.perf_counter() - start


def rank(answers: Ranked, queries: Ints, entities: int) -> Floats:
    """Rank of each query's true answer; other true answers of the same question are left out, ties share their mean."""
    true: dict[tuple[int, ...], set[int]] = {}
    for s, r, o, t in queries.tolist():
        true.setdefault((s, r, t), set()).add(o)
    ends = np.cumsum(answers.sizes)
    ranks = np.empty(len(queries))
    for i, (s, r, o, t) in enumerate(queries.tolist()):
        listed = slice(ends[i] - answers.sizes[i], ends[i])
        ranks[i] = place(answers.entities[listed], answers.scores[listed], o, (true[s, r, t] - {o}, entities))
    return ranks


def place(listed: Ints, scores: Floats, target: int, others: tuple[set[int], int]) -> float:
    left_out, entities = others
    rivals = scores[[entity not in left_out and entity != target for entity in listed.tolist()]]
    at = np.flatnonzero(listed == target)
    if len(at):
        return float(1 + (rivals > scores[at[0]]).sum() + (rivals == scores[at[0]]).sum() / 2)
    behind = entities - len(left_out) - len(rivals) - 1
    return float(1 + len(rivals) + behind / 2)


def report(ranks: Floats) -> dict[str, float]:
    hits = {f"H@{k}": round(100 * float((ranks <= k).mean()), 2) for k in (1, 3, 10)}
    return {"MRR": round(100 * float((1 / ranks).mean()), 2), **hits, "queries": len(ranks)}


def write(path: Path, queries: Ints, answers: Ranked) -> None:
    pointer = np.concatenate([[0], np.cumsum(answers.sizes)])
    rest = np.full(len(queries), np.finfo(np.float64).min)
    np.savez(path, q=queries, ptr=pointer, cand=answers.entities, val=answers.scores, rest=rest)


def check(ranker: Ranker, graph: EventGraph, queries: Ints, answers: Ranked) -> dict[str, int]:
    """Ask some queries alone, and compare with what they were answered among those of their day."""
    chosen = np.sort(
        np.random.default_rng(SEED).choice(len(queries), min(ALONE, len(queries)), replace=False)
    )
    ends, same = np.cumsum(answers.sizes), 0
    past = Past.of(graph, ranker.rules)
    for i in chosen.tolist():
        past.move_to(int(queries[i, 3]))
        alone = ranker.rank(queries[i : i + 1], past)
        listed = slice(ends[i] - answers.sizes[i], ends[i])
        same += np.array_equal(alone.entities, answers.entities[listed]) and np.array_equal(
            alone.scores, answers.scores[listed]
        )
    return {"queries": len(chosen), "same": same}


if __name__ == "__main__":
    main()
