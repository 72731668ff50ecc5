"""How reading bears bad text: python -m bench.bad_text FOLDER [--documents 40].

Takes documents of a folder, spoils their text in several ways (glued words, OCR noise, lost punctuation, sentences
run together, other languages mixed in, lists without verbs, shouting, one word a line) and reads each. Prints, as
JSON, words per second of processor time on each kind of bad text, as a ratio to the same text unspoilt in the same
run, and how many statements were found per thousand words.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from legation.documents import Document, Part, load
from legation.reading.extract import read_all

SEED: Final = 20261121
_CONFUSED: Final = MappingProxyType(
    {"l": "1", "O": "0", "m": "rn", "e": "c", "i": "l", "S": "5", "B": "8", "h": "li", "a": "o"}
)
_STRANGE: Final = (
    "Hai bên nhất trí nâng cấp quan hệ lên Đối tác chiến lược toàn diện. ",
    "Les deux ministres se sont félicités de la qualité de leurs échanges. ",
    "两国元首一致同意将双边关系提升为全面战略伙伴关系。",
    "وأكد الجانبان أهمية تعزيز التعاون الثنائي. ",
    "Стороны договорились о сотрудничестве. ",
)


def glued(text: str, chance: random.Random) -> str:
    """One blank in eight lost."""
    return re.sub(r"(?<=\w) (?=\w)", lambda m: "" if chance.random() < 0.125 else m.group(), text)


def scanned(text: str, chance: random.Random) -> str:
    """One letter in forty read as another, lines broken anywhere."""
    letters = (_CONFUSED.get(c, c) if chance.random() < 0.025 else c for c in text)
    return re.sub(r" ", lambda m: "\n" if chance.random() < 0.07 else m.group(), "".join(letters))


def unpunctuated(text: str, _: random.Random) -> str:
    """No stop, no comma, no capital."""
    return re.sub(r"[.,;:!?()“”\"]", "", text).lower()


def endless(text: str, _: random.Random) -> str:
    """Sentences run together to hundreds of words."""
    return re.sub(r"[.!?]\s+(?=[A-Z])", ", and ", re.sub(r"\s+", " ", text))


def mixed(text: str, chance: random.Random) -> str:
    """A foreign sentence behind every second sentence."""
    return re.sub(r"(?<=\.) (?=[A-Z])", lambda _: " " + chance.choice(_STRANGE) * chance.randint(0, 1), text)


def listed(text: str, _: random.Random) -> str:
    """Bullets without verbs."""
    return "\n".join(f"- {line[:60]}" for line in re.split(r"[,.;]\s+", text))


def shouted(text: str, _: random.Random) -> str:
    """Capitals only."""
    return text.upper()


def columned(text: str, _: random.Random) -> str:
    """One word a line."""
    return "\n".join(text.split())


def repeated(text: str, _: random.Random) -> str:
    """One word of the text, all the way through."""
    words = text.split() or ["of"]
    return " ".join([words[len(words) // 2]] * len(words))


WAYS: Final[Mapping[str, Callable[[str, random.Random], str]]] = MappingProxyType(
    {
        way.__name__: way
        for way in (glued, scanned, unpunctuated, endless, mixed, listed, shouted, columned, repeated)
    }
)
"""The ways in which text is spoilt, by name."""


def spoilt(document: Document, way: Callable[[str, random.Random], str]) -> Document:
    """The document with its body spoilt, without its title."""
    body = "\n\n".join(document.text[p.start : p.end] for p in document.parts if p.role == "body")
    chance = random.Random(
        int(hashlib.sha256((document.id + way.__name__).encode()).hexdigest()[:8], 16) ^ SEED
    )
    return plain(document, way(body, chance))


def plain(document: Document, text: str) -> Document:
    """The document with another text, all of it body."""
    content = text.encode("utf-8", "replace")
    identity = hashlib.sha256(content).hexdigest()
    return replace(
        document, id=identity, content=content, text=text, parts=(Part("body", 0, len(text)),), title=None
    )


def measured(documents: list[Document]) -> dict[str, float]:
    """Words per second of processor time, and statements per thousand words."""
    words = sum(len(d.text.split()) for d in documents)
    begun = time.process_time()
    found = sum(len(statements) for _, statements in read_all(documents))
    spent = time.process_time() - begun
    return {
        "words": words,
        "words_per_second": words / spent,
        "statements_per_1000": 1000 * found / max(1, words),
    }


def main() -> None:
    """Spoil, read, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=40)
    options = parser.parse_args()
    paths = sorted(options.folder.iterdir())
    random.Random(SEED).shuffle(paths)
    documents = [d for p in paths[: options.documents] for d in load(p) if isinstance(d, Document)]
    clean = [spoilt(d, _kept) for d in documents]
    list(read_all(clean[:2]))
    base = measured(clean)
    print(json.dumps({"clean": base}))
    for name, way in WAYS.items():
        found = measured([spoilt(d, way) for d in documents])
        found["of_clean_speed"] = found["words_per_second"] / base["words_per_second"]
        print(json.dumps({name: {key: round(value, 3) for key, value in found.items()}}))


def _kept(text: str, _: random.Random) -> str:
    return text


if __name__ == "__main__":
    main()
