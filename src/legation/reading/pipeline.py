"""The pipeline that finders stand on: where it lies, whether it will do, and loading it once a process.

The tagger and parser of this repository serve by default, see ``data/parser/README.md``. Another spaCy pipeline can
be named by the setting ``LEGATION_PIPELINE`` (a folder or an installed package, of which only the data is loaded).
"""

from __future__ import annotations

import importlib.util
import json
import os
import warnings
from configparser import ConfigParser, Error
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from legation.errors import LegationError

if TYPE_CHECKING:
    from spacy.language import Language

_DEFAULT = Path(__file__).with_name("data") / "parser" / "model"
_NEEDED = ("tagger", "parser")
_UNUSED = ("ner", "senter", "attribute_ruler", "lemmatizer")


def require_pipeline() -> None:
    """See to it that there is a pipeline with all that reading needs, without the time that loading it takes.

    Raises:
        LegationError: The setting ``LEGATION_PIPELINE`` leads to none.
    """
    _checked_folder()


@cache
def pipeline() -> Language:
    """The pipeline, loaded once a process.

    Raises:
        LegationError: There is none, it lacks a component, or its data is broken.
    """
    folder = _checked_folder()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # version remarks of the re-uploaded data say nothing of use
        from spacy.util import load_model_from_path

        try:
            return load_model_from_path(folder, exclude=_UNUSED)
        except (OSError, ValueError, KeyError, ImportError) as error:
            raise LegationError(f"{folder}: the language pipeline cannot be loaded ({error})") from error


def _checked_folder() -> Path:
    folder = _data_folder(os.environ.get("LEGATION_PIPELINE") or str(_DEFAULT))
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
