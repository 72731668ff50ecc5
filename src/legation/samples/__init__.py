"""The sample dossier: documents of the project's own prose that ship with it, for `make demo` and for tests.

Every text in the dossier was written for the demonstration; its addresses and publishers are invented, while
its dates, names and figures are public facts, each with its source in ``FACTS.csv``. Several documents report
one event differently on purpose, and one file is broken on purpose.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def dossier() -> Path:
    """The folder of the sample documents.

    Example:
        >>> (dossier() / "korea-visit-briefing.txt").is_file()
        True
    """
    return folder() / "dossier"


def facts() -> Path:
    """The table of facts: document, fact, date of the fact and the public source that supports it."""
    return folder() / "FACTS.csv"


def gold() -> Path:
    """Hand-made statements of six of the documents, one JSON object a line."""
    return folder() / "gold.jsonl"


def folder() -> Path:
    """The folder of this package, which holds the dossier, its sources and its tables."""
    return Path(str(files(__name__)))
