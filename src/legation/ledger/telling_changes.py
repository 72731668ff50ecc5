"""How a difference reads: from what to what, and what was recorded that bears on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from legation.ledger.differences import Change, Why
from legation.ledger.judging import field_type
from legation.ledger.record import Judgement
from legation.ledger.telling import NOTHING, line_of, words_of
from legation.ledger.view import View

_TOLD: Final = 2
"""New sources that are named one by one."""


def told_changes(change: Change) -> str:
    """What in a record is not what it was: ``date: August 2025 → 10–13 August 2025; status: planned → held``."""
    return "; ".join(_changes(change))


def _changes(change: Change) -> Iterator[str]:
    kind = change.after.kind if change.after else ""
    for each in change.fields:
        held = "label" if each.name == "status" else field_type(kind, each.name)
        yield f"{each.name}: {words_of(each.before, held)} → {words_of(each.after, held)}"
    for joined in change.joined:
        yield f"one with {line_of(joined)} ({joined.date or NOTHING})"


def told_why(view: View, why: Why) -> str:
    """What was recorded that bears on a difference: sources, readings, judgements; who decided and why."""
    return "; ".join((*_sources(view, why), *map(_decision, why.judgements)))


def _sources(view: View, why: Why) -> Iterator[str]:
    for ident in why.documents[:_TOLD]:
        document = view.document(ident)
        published = f", {document.published.words()}" if document.published else ""
        yield f"{document.title or document.name} ({document.publisher or document.name}{published})"
    if more := len(why.documents[_TOLD:]):
        yield f"{more} more sources" if more > 1 else "1 more source"
    for ident in why.readings:
        yield f"{view.document(ident).name} read again"


def _decision(judgement: Judgement) -> str:
    told = f"{judgement.verb.replace('_', ' ')} by {judgement.by}"
    return f"{told}: {judgement.why}" if judgement.why else told
