"""Statements between parties as lines of text, for tests to compare."""

from __future__ import annotations

from collections.abc import Callable

from legation.records import Statement


def told(statements: list[Statement], kind: str, middle: Callable[[Statement], str]) -> set[str]:
    """The statements of one kind, one line each: parties, what `middle` tells, count, date and modality."""
    lines = set()
    for s in statements:
        if s.kind == kind:
            parties = s.fields["parties"]
            assert isinstance(parties, tuple)
            count = f" {s.fields['count']}" if s.fields["count"] is not None else ""
            mood = "" if s.modality == "actual" else f" {s.modality}"
            date = f" {s.date.text}" if s.date else ""
            lines.add(f"{'-'.join(sorted(parties))} {middle(s)}{count}{date}{mood}")
    return lines
