"""A brief as Markdown, its citations as footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from legation.briefs.brief import Brief, Sentence
from legation.briefs.front import day, facts, heading, origin, words
from legation.documents.settings import GENERATOR


def rendered(brief: Brief) -> bytes:
    """The brief as Markdown in UTF-8."""
    return ("\n".join(_lines(brief)) + "\n").encode()


def _lines(brief: Brief) -> Iterator[str]:
    yield f"---\ngenerator: {GENERATOR} brief\n---\n"
    yield f"# {escape(heading(brief))}\n"
    yield f"**{escape(day(brief))}.** {escape('. '.join(facts(brief)))}.\n"
    for section in brief.sections:
        yield f"## {escape(section.title)}\n"
        for sentence in section.sentences:
            yield f"- {_sentence(sentence)}"
        for note in section.notes:
            yield f"\n*{escape(note)}*"
        yield ""
    if brief.gaps:
        yield "## Gaps\n"
        yield from (f"- {escape(gap)}" for gap in brief.gaps)
        yield ""
    yield from (
        f"[^{c.number}]: {escape(origin(c))}. *{escape(c.title)}*. “{escape(words(c))}”"
        for c in brief.sources
    )


def _sentence(sentence: Sentence) -> str:
    return "".join(f"[^{p}]" if isinstance(p, int) else escape(p) for p in sentence.pieces())


def escape(text: str) -> str:
    """The text with every character that Markdown or HTML would read as markup made plain."""
    one_line = " ".join(text.split(" ")).replace("\n", " ")
    return re.sub(r"([\\`*_{}\[\]<>#|~])", r"\\\1", one_line)
