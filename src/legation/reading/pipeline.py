"""Another parser than this repository's own: a spaCy pipeline that the setting ``LEGATION_PIPELINE`` names.

It is a folder or an installed package, of which only the data is loaded; spaCy must be installed. It is given the
words that our own parser would be given, so that what finders see differs in tags and trees alone.
"""

from __future__ import annotations

import importlib.util
import json
import os
import warnings
from collections.abc import Iterator, Sequence
from configparser import ConfigParser, Error
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from legation.errors import LegationError
from legation.reading.network import Analysis

if TYPE_CHECKING:
    from spacy.language import Language

_NEEDED = ("tagger", "parser")
_UNUSED = ("ner", "senter", "attribute_ruler", "lemmatizer")
_TOGETHER = 128


def is_named() -> bool:
    """Whether the setting names a pipeline."""
    return bool(_named())


def _named() -> str:
    return os.environ.get("LEGATION_PIPELINE", "")


def require_pipeline() -> None:
    """See to it that a pipeline that is named will do, without the time that loading it takes.

    Raises:
        LegationError: The setting ``LEGATION_PIPELINE`` leads to none, or spaCy is not installed.
    """
    if is_named():
        _checked_folder()


def analysed(texts: Sequence[tuple[list[str], list[bool]]]) -> Iterator[Analysis]:
    """Analyse texts that were parted into words, in order, by the pipeline that is named."""
    from spacy.tokens import Doc

    nlp: Any = _pipeline()
    docs = (Doc(nlp.vocab, words=words, spaces=spaced) for words, spaced in texts)
    for doc in nlp.pipe(docs, batch_size=_TOGETHER):
        yield Analysis(
            tags=[token.tag_ for token in doc],
            heads=[token.head.i for token in doc],
            deps=[token.dep_ for token in doc],
            starts=[bool(token.is_sent_start) for token in doc],
        )


@cache
def _pipeline() -> Language:
    folder = _checked_folder()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # version remarks of re-uploaded data say nothing of use
        from spacy.util import load_model_from_path

        try:
            return load_model_from_path(folder, exclude=_UNUSED)
        except (OSError, ValueError, KeyError, ImportError) as error:
            raise LegationError(f"{folder}: the language pipeline cannot be loaded ({error})") from error


def _checked_folder() -> Path:
    folder = _data_folder(_named())
    if importlib.util.find_spec("spacy") is None:
        raise LegationError(f"{folder}: LEGATION_PIPELINE needs spaCy, which is not installed")
    config = ConfigParser(interpolation=None)
    try:
        config.read(folder / "config.cfg", encoding="utf-8")
        components = json.loads(config.get("nlp", "pipeline"))
    except (Error, ValueError) as error:
        raise LegationError(f"{folder}: config.cfg describes no spaCy pipeline ({error})") from error
    if missing := [name for name in _NEEDED if name not in components]:
        raise LegationError(
            f"{folder}: the language pipeline has no {' and no '.join(missing)}; "
            "set LEGATION_PIPELINE to one for English that has"
        )
    return folder


def _data_folder(name: str) -> Path:
    """The folder with the pipeline's config, found without importing the package."""
    roots = [Path(name)] if Path(name).is_dir() else _package_folders(name)
    if not roots:
        raise LegationError(
            f"the language pipeline {name!r} is not installed; set LEGATION_PIPELINE to one that is"
        )
    for root in roots:
        for config in (root / "config.cfg", *sorted(root.glob("*/config.cfg"))):
            if config.is_file():
                return config.parent
    raise LegationError(
        f"{roots[0]} holds no spaCy pipeline (no config.cfg in it); set LEGATION_PIPELINE to one"
    )


def _package_folders(name: str) -> list[Path]:
    """Where a package of this name lies; nowhere for what can be no package's name, such as a path."""
    if not name.isidentifier():
        return []
    spec = importlib.util.find_spec(name)
    return [Path(place) for place in (spec.submodule_search_locations or ())] if spec else []
