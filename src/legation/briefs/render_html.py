"""A brief as one HTML file that needs nothing else: readable on screen, in the dark and on two printed pages.

Each mark leads to its source, where the quoted words stand; each source leads back to its first mark. Every
text that came from a document is escaped.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import Final
from urllib.parse import urlsplit

from legation.briefs.brief import Brief, Citation, Section, Sentence
from legation.briefs.front import day, facts, heading, place, words
from legation.documents.settings import GENERATOR

_STYLE: Final = """
:root { --ink: #1b1d21; --soft: #5a606b; --rule: #d8dbe0; --paper: #fdfdfb; --link: #17458f; --mark: #fff2c4; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e6e1; --soft: #a3a8b2; --rule: #3a3f47; --paper: #16181b; --link: #9cc0ff; --mark: #4a3f14; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.5 "Libertinus Serif", Charter, "Iowan Old Style", "Noto Serif", Georgia, serif; }
main { max-width: 44rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
header { border-bottom: 2px solid var(--ink); padding-bottom: .9rem; margin-bottom: 1.5rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; font-weight: 600; }
.day { font-size: 1.1rem; margin: 0 0 .5rem; }
.facts, .note, .gaps, .origin { color: var(--soft); }
.facts { font-size: .875rem; margin: 0; }
h2 { font-size: 1rem; margin: 1.5rem 0 .35rem; font-weight: 700; letter-spacing: .01em; break-after: avoid; }
ul { margin: 0; padding-left: 1.1rem; }
li { margin: .2rem 0; break-inside: avoid; }
.note { margin: .2rem 0; font-style: italic; }
a { color: var(--link); text-decoration: none; }
a:hover, a:focus-visible { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.mark { font-size: .75em; vertical-align: .28em; line-height: 1; padding: 0 .1em; }
.sources { border-top: 1px solid var(--rule); margin-top: 2.25rem; font-size: .875rem; line-height: 1.4; }
.document { margin: .9rem 0 .1rem; break-after: avoid; }
.source { display: grid; grid-template-columns: 2.4rem 1fr; margin: .25rem 0; padding: .1rem .25rem; break-inside: avoid; }
.source p { margin: 0; overflow-wrap: anywhere; }
:target { background: var(--mark); }
@page { size: A4; margin: 18mm 20mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 8pt; } }
@media print {
  :root { --ink: #000; --soft: #444; --rule: #aaa; --paper: #fff; --link: #000; }
  body { font-size: 10pt; line-height: 1.35; } main { max-width: none; padding: 0; }
  h1 { font-size: 17pt; } h2 { margin-top: .8rem; } .sources { font-size: 8pt; }
}
"""


def rendered(brief: Brief) -> bytes:
    """The brief as a self-contained HTML page in UTF-8."""
    return ("\n".join(_page(brief)) + "\n").encode()


def _page(brief: Brief) -> Iterator[str]:
    title = f"{heading(brief)}, {day(brief)[:1].lower()}{day(brief)[1:]}"
    yield "<!doctype html>"
    yield '<html lang="en"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<meta name="generator" content="{GENERATOR} brief">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body><main>"
    yield f'<header><h1>{escape(heading(brief))}</h1><p class="day">{escape(day(brief))}</p>'
    yield f'<p class="facts">{escape(" · ".join(facts(brief)))}</p></header>'
    marked: set[int] = set()
    for section in brief.sections:
        yield from _section(section, marked)
    if brief.gaps:
        yield '<section aria-labelledby="gaps"><h2 id="gaps">Gaps</h2><ul class="gaps">'
        yield from (f"<li>{escape(gap)}</li>" for gap in brief.gaps)
        yield "</ul></section>"
    yield from _sources(brief)
    yield "</main></body></html>"


def _section(section: Section, marked: set[int]) -> Iterator[str]:
    yield f'<section aria-labelledby="{section.key}"><h2 id="{section.key}">{escape(section.title)}</h2>'
    if section.sentences:
        yield "<ul>"
        yield from (f"<li>{_sentence(sentence, marked)}</li>" for sentence in section.sentences)
        yield "</ul>"
    yield from (f'<p class="note">{escape(note)}</p>' for note in section.notes)
    yield "</section>"


def _sentence(sentence: Sentence, marked: set[int]) -> str:
    quoted = {c.number: c for c in sentence.citations}
    return "".join(
        _mark(quoted[piece], marked) if isinstance(piece, int) else escape(piece)
        for piece in sentence.pieces()
    )


def _mark(citation: Citation, marked: set[int]) -> str:
    """A link to the source; the first mark of a source can be led back to."""
    number = citation.number
    place = "" if number in marked else f' id="mark-{number}"'
    marked.add(number)
    label = f"Source {number}: {words(citation)}"
    return f'<a class="mark" href="#source-{number}"{place} title="{escape(label)}">[{number}]</a>'


def _sources(brief: Brief) -> Iterator[str]:
    yield '<section class="sources" aria-labelledby="sources"><h2 id="sources">Sources</h2>'
    for _, group in groupby(by_document(brief.sources), key=lambda c: c.document):
        cited = list(group)
        yield f'<p class="document">{_document(cited[0])}</p>'
        yield from (_source(citation) for citation in cited)
    yield "</section>"


def by_document(sources: tuple[Citation, ...]) -> list[Citation]:
    """Citations with those of one document together, documents in order of first use."""
    first: dict[str, int] = {}
    for citation in sources:
        first.setdefault(citation.document, citation.number)
    return sorted(sources, key=lambda c: (first[c.document], c.number))


def _document(citation: Citation) -> str:
    title = f"<cite>{escape(citation.title)}</cite>"
    if urlsplit(citation.address).scheme in ("http", "https"):
        title = f'<a href="{escape(citation.address)}" rel="noreferrer">{title}</a>'
    date = citation.published.words() if citation.published else "undated"
    return f"{title}, {escape(citation.publisher or 'publisher unknown')}, {escape(date)}"


def _source(citation: Citation) -> str:
    number = citation.number
    back = f'<a href="#mark-{number}" aria-label="Back to mark {number}">[{number}]</a>'
    quote = f'<q>{escape(words(citation))}</q> <span class="origin">{escape(place(citation))}</span>'
    return f'<div class="source" id="source-{number}"><p>{back}</p><p>{quote}</p></div>'
