"""The words of a brief's title block and source list, the same in every form that it is rendered in."""

from __future__ import annotations

from legation.briefs.brief import Brief, Citation
from legation.values.when import When


def heading(brief: Brief) -> str:
    """The title with its kind before it."""
    return f"Brief: {brief.title}"


def day(brief: Brief) -> str:
    """The day of the meeting."""
    return f"For {When.from_date(brief.on).words()}"


def facts(brief: Brief) -> tuple[str, ...]:
    """What the brief stands on: the clock, the sources, the check."""
    known = (
        f"As known on {brief.as_of:%-d %B %Y, %H:%M} UTC" if brief.as_of else "As known to the whole ledger"
    )
    cited = len({c.document for c in brief.sources})
    sentences = sum(1 for _ in brief.sentences())
    lines = [
        known,
        f"{_count(len(brief.sources), 'passage')} from {_count(cited, 'document')} cited, {brief.read:,} read",
        f"{_count(sentences, 'sentence')} proved against {'its' if sentences == 1 else 'their'} sources",
    ]
    if brief.dropped:
        lines.append(f"{len(brief.dropped)} left out that could not be proved")
    return tuple(lines)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def origin(citation: Citation) -> str:
    """Publisher, date and place of a citation; its title and words stand apart."""
    date = citation.published.words() if citation.published else "undated"
    parts = [citation.publisher or "publisher unknown", date, place(citation)]
    return ", ".join(parts)


def words(citation: Citation) -> str:
    """The quoted words on one line."""
    return " ".join(citation.words.split())


def place(citation: Citation) -> str:
    """Where the quoted words stand, and what the document names elsewhere that they rest on."""
    named = ", ".join(f"“{' '.join(n.split())}”" for n in citation.named if len(n) < 80)
    return f"{citation.place}; the document names {named}" if named else citation.place
