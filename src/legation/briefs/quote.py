"""Telling a thing in its source's own words, where any other words could say more than the source does."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from legation.actors import register
from legation.briefs.dossier import Dossier
from legation.briefs.proof.modality import ACTS, hangs
from legation.briefs.support import sentence
from legation.briefs.word import Told, source_day
from legation.ledger.record import StoredStatement

_BOTH: Final = re.compile(r"\b(?:they|both|each other|mutual|bilateral|the two)\b", re.IGNORECASE)

LONGEST: Final = 320
"""A quotation longer than this many characters does not enter."""


def quoted(dossier: Dossier, statement: StoredStatement) -> Told | None:
    """What a source says, with who says it and when; None where it is too long to quote."""
    words = " ".join(dossier.view.passage_text(sentence(statement, dossier.view)).split())
    if len(words) > LONGEST or "[" in words or "\\" in words or not _speaks(dossier, words):
        return None
    if words.endswith(("?", ":")) or _to_come(dossier, statement):
        return None
    words = words.replace("**", "")
    for mark in '“”"':
        words = words.replace(mark, "’" if mark == "”" else "‘" if mark == "“" else "'")
    return Told(f"{_voice(dossier, statement)}: “{words.rstrip('.')}”", ())


def _to_come(dossier: Dossier, statement: StoredStatement) -> bool:
    """Whether the words tell as yet to come what the statement tells as done: a quotation misleads then, too."""
    if statement.modality != "actual" or statement.kind not in ACTS:
        return False
    whole, core = sentence(statement, dossier.view), statement.quote
    before = dossier.view.passage_text(whole)[: max(0, core.start - whole.start)]
    return hangs(before, dossier.view.passage_text(core))


def _speaks(dossier: Dossier, words: str) -> bool:
    """Whether a sentence can be understood alone in a brief on the two: it names one of them, or means both."""
    named = {m.actor.id for m in register().find(words)}
    return bool(dossier.side(named)) or bool(_BOTH.search(words))


def differing(dossier: Dossier, statement: StoredStatement) -> Told | None:
    """The first of two that differ."""
    told = quoted(dossier, statement)
    return replace(told, text=f"Sources differ: {told.text}") if told else None


def against(dossier: Dossier, statement: StoredStatement) -> Told | None:
    """The second of two that differ."""
    told = quoted(dossier, statement)
    return replace(told, text=f"; {told.text}") if told else None


def _voice(dossier: Dossier, statement: StoredStatement) -> str:
    document = dossier.documents[statement.document]
    return f"{document.publisher or 'A source'} ({source_day(document.published)})"
