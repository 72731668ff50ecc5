"""`legation brief`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from legation.briefs import Brief, render, write_brief
from legation.briefs.render import check_ending
from legation.briefs.render_json import rendered
from legation.cli.printing import counted, out, print_json, tell
from legation.errors import BriefError, UsageError
from legation.ledger import Ledger
from legation.ledger.moment import day_of, moment_of

_TOLD = 5
"""Dropped sentences that are told on the terminal."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A brief as it was asked for: for whom, on whom, for which day, as the ledger stood when."""

    of: str
    partner: str
    on: str
    as_of: str | None = None


def write(target: str, wanted: Wanted, *, paths: Sequence[Path], as_json: bool) -> int:
    """Write a brief to files, or print it where none is named.

    Returns:
        The exit code.

    Raises:
        UsageError: The day is none, or a name is empty.
        BriefError: A path ends in a form that briefs do not have, or its folder is missing; nothing is written
            then.
    """
    _check_names(wanted)
    day, moment = day_of(wanted.on), moment_of(wanted.as_of)
    for path in paths:
        _check_place(path)
    with Ledger.open(target, create=False, read_only=True) as ledger:
        brief = write_brief(ledger.view(moment), of=wanted.of, with_=wanted.partner, on=day)
    for path in paths:
        render(brief, path)
    if as_json:
        print_json(json.loads(rendered(brief)))
    elif paths:
        print_written(brief, paths)
    else:
        print_brief(brief)
    return 0


def _check_names(wanted: Wanted) -> None:
    for option, name in (("--of", wanted.of), ("--with", wanted.partner)):
        if not name.strip():
            raise UsageError(f"{option} is empty; give a code or a name, such as KOR or 'South Korea'")


def _check_place(path: Path) -> None:
    """Refuse a place where no brief can be written, before work is spent on it."""
    check_ending(path)
    if path.is_dir():
        raise BriefError(f"{path} is a folder; give the name of a file in it")
    if not path.parent.is_dir():
        raise BriefError(f"{path} can't be written: there is no folder {path.parent}; make it first")


def print_written(brief: Brief, paths: Sequence[Path]) -> None:
    """Say where a brief was written and what was left out of it."""
    for path in paths:
        out.print(f"written: {path}", markup=False)
    count = sum(1 for _ in brief.sentences())
    told = (
        counted(count, "sentence"),
        counted(len(brief.sources), "source"),
        counted(brief.read, "document"),
    )
    out.print(f"{', '.join(told)} read", markup=False)
    if brief.dropped:
        print_dropped(brief)


def print_dropped(brief: Brief) -> None:
    """Say which sentences failed their check, the first few of them with the reason."""
    tell(f"{counted(len(brief.dropped), 'sentence')} failed the check and are not printed", mark="")
    for dropped in brief.dropped[:_TOLD]:
        why = dropped.failures[0].reason if dropped.failures else "not proved"
        tell(f"{dropped.text} ({why})", mark="  - ")
    if len(brief.dropped) > _TOLD:
        rest = len(brief.dropped) - _TOLD
        tell(f"… and {rest} more; the .json form of the brief holds all, under “dropped”", mark="  ")


def print_brief(brief: Brief) -> None:
    """Print a brief as plain text, with its sources."""
    print_sections(brief)
    print_sources(brief)


def print_sections(brief: Brief) -> None:
    """Print what a brief says, section by section."""
    out.print(f"{brief.title}, for {brief.on:%-d %B %Y}", style="bold", markup=False)
    for section in brief.sections:
        out.print(f"\n{section.title}", style="bold", markup=False)
        for sentence in section.sentences:
            out.print(f"- {sentence.text}", markup=False)
        for note in section.notes:
            out.print(f"  {note}", style="italic", markup=False)
    for gap in brief.gaps:
        out.print(f"  gap: {gap}", style="italic", markup=False)


def print_sources(brief: Brief) -> None:
    """Print the passages that prove a brief."""
    out.print("\nSources", style="bold", markup=False)
    for source in brief.sources:
        published = source.published.words() if source.published else "undated"
        origin = f"{source.title}, {source.publisher or 'publisher unknown'}, {published}, {source.place}"
        out.print(f"[{source.number}] {origin}: “{' '.join(source.words.split())}”", markup=False)
