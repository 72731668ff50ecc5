"""A document's text as blocks: what a reader's eye sees as title, heading, paragraph, bullet, caption.

Each block holds clean text (unwrapped, without marks of Markdown, evenly spaced, glued words parted) and a
map that leads every clean character back to its place in the document, so that whatever is found in the
clean text can be quoted verbatim.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Literal

from legation.documents.document import Document, Part
from legation.reading.glue import seams

BlockKind = Literal["title", "heading", "paragraph", "bullet", "row"]

_BULLET = re.compile(r"\s*(?:[-*+•·▪●○–—]|\(?\d{1,2}[.)]|\([a-z]\)|[a-z]\))\s+(?=\S)")
_HEADING = re.compile(r"\s*#{1,6}\s+")
_RULE = re.compile(r"\s*(?:[-*_=~#]\s*){3,}$|\s*<!--.*?-->\s*$")
_TABLE_RULE = re.compile(r"\s*\|?[\s:|-]+\|[\s:|-]*$")
_BOLD_LINE = re.compile(r"\s*(\*\*|__)(?=\S).{2,120}(?<=\S)\1:?\s*$")
_MARKUP = re.compile(
    r"<!--.*?-->"
    r"|</?(?:span|sup|sub|u|b|i|em|strong|br|p|div|a|font|center)\b[^<>]*>"  # tags within Markdown; their words stay
    r"|\]\([^()\s]*(?:\s\"[^\"]*\")?\)"  # the tail of a link: its words stay
    r"|!?\[(?=[^\]]*\]\()"  # and its head
    r"|(?<!\w)(?:\*{1,3}|_{1,3})(?=\S)|(?<=\S)(?:\*{1,3}|_{1,3})(?!\w)|\*\*"
    r"|\\(?=[\\`*_{}\[\]()#+\-.!$'\"|<>~@])",
    re.DOTALL,
)
_MARK = re.compile(r"[*_\[\\<]")
_EVEN = re.compile(
    r"(?P<words>[^\s\u200b\u00ad\ufeff\u2060]+(?: [^\s\u200b\u00ad\ufeff\u2060]+)*)|(?P<space>\s+)|[\u200b\u00ad\ufeff\u2060]"
)
"""Words with one space between them; other white space; characters without width."""
_ESCAPE = re.compile(r"\\\r?\n\s*\\?|\\u([0-9A-Fa-f]{4})|\\x([0-9A-Fa-f]{2})|\\(.)")
"""Escapes of a quoted front-matter value: folded lines, characters by number, escaped signs."""
_SIGNS = {"_": " ", "n": " ", "t": " ", "N": " ", "L": " ", "P": " "}
_DAY = r"(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8})(?:,?\s\d{4})?"
_AGENCY = r"[(/][^()/\n]{2,60}(?:/[^()/\n]{2,60})?[)/]"
_DATELINE = re.compile(
    rf"\s*(?:\*\*|__)?(?:[A-Z][A-Z.'’\- ]{{2,30}}(?:,\s[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)?"
    rf"(?:,?\s{_DAY}(?:\.?\s{_AGENCY})?|,?\s{_AGENCY}|(?=\s(?:--|—|–|-)\s))"
    rf"|[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){{0,3}}(?:,\s[^()\n]{{2,40}})?\s{_AGENCY})"
    r"(?:\*\*|__)?\s*(?:--|—|–|-|:|\.|(?<=[)/])\s)[\s:–—-]*(?=[\"“'‘]?[A-Z])"
)
"""Where and when a report was filed, and by whom, before its first word: "LIMA, May 5 (AP) --"."""
_ENDS_SENTENCE = re.compile(r"[.!?…:;,][\"'”’)\]]*\s*$")
_WRAP_WIDTH = 100
"""Lines of a hard-wrapped text are not longer than this; longer lines are paragraphs."""
_WIDE_SHARE = 0.05
"""Share of lines that may be wider in a hard-wrapped text: a link or a table is not broken."""
_LINK_TARGET = re.compile(r"\]\([^()\s]*\)?|https?://\S+")
_HEADING_WORDS = 14


@dataclass(frozen=True, slots=True)
class Places:
    """Where clean characters stand in a document: stretches of both that run side by side.

    Attributes:
        begins: The clean offset at which each stretch begins, ascending.
        sources: The offset in the document's text where it begins.
    """

    begins: tuple[int, ...]
    sources: tuple[int, ...]

    def at(self, clean: int) -> int:
        """The place of a clean character."""
        stretch = bisect_right(self.begins, clean) - 1
        return self.sources[stretch] + clean - self.begins[stretch]


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a document.

    Attributes:
        kind: What it is to the eye.
        text: Clean text.
        places: Where each clean character stands in the document's text.
        heading: Index of the heading that stands over it, or None.
        lead: Index of the paragraph or bullet that leads in to it ("Viet Nam will:"), or None.
        depth: Indentation of a bullet in columns, level of a heading.
    """

    kind: BlockKind
    text: str
    places: Places
    heading: int | None = None
    lead: int | None = None
    depth: int = 0

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the document's text behind the clean stretch ``[start, end)``."""
        if start >= end:
            return self.places.at(start), self.places.at(start)
        return self.places.at(start), self.places.at(end - 1) + 1


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str


def blocks_of(document: Document) -> list[Block]:
    """The blocks of a document, in order, with headings and lead-ins linked."""
    blocks: list[Block] = []
    for part in document.parts:
        if part.role == "title":
            block = _title(document.text, part)
            if block.text:
                blocks.append(block)
        else:
            blocks.extend(_body_blocks(document.text, part))
    return _linked(blocks)


@dataclass(slots=True)
class _Clean:
    """Clean text being put together, with the place of all that it takes."""

    words: list[str] = field(default_factory=list)
    length: int = 0
    begins: list[int] = field(default_factory=list)
    sources: list[int] = field(default_factory=list)

    def add(self, words: str, place: int) -> None:
        """Append words as they stand at a place."""
        if not self.begins or place - self.length != self.sources[-1] - self.begins[-1]:
            self.begins.append(self.length)
            self.sources.append(place)
        self.words.append(words)
        self.length += len(words)

    def space(self, place: int) -> None:
        """Append a space, but none at the beginning and no second one."""
        if self.words and not self.words[-1].endswith(" "):
            self.add(" ", place)

    def stretch(self, text: str, start: int, end: int) -> None:
        """Append a stretch of a text without marks and with even spaces."""
        at = start
        marks = _MARKUP.finditer(text[start:end]) if _MARK.search(text, start, end) else ()
        for mark in marks:
            self._even(text, at, start + mark.start())
            at = start + mark.end()
        self._even(text, at, end)

    def _even(self, text: str, start: int, end: int) -> None:
        for match in _EVEN.finditer(text, start, end):
            if match.lastgroup == "words":
                self.add(match.group(), match.start())
            elif match.lastgroup == "space":
                self.space(match.start())

    def block(self, kind: BlockKind, *, depth: int, start: int) -> Block:
        """The block of what was put together; `start` is the place of one without words."""
        while self.words and self.words[-1] == " ":
            self.length -= len(self.words.pop())
            if self.begins[-1] == self.length:
                self.begins.pop()
                self.sources.pop()
        clean = "".join(self.words)
        places = Places(tuple(self.begins) or (0,), tuple(self.sources) or (start,))
        return Block(kind, *_part_glued(clean, places), depth=depth)


def _title(text: str, part: Part) -> Block:
    """A title; one in a quoted front-matter value has its escapes resolved."""
    piece = text[part.start : part.end]
    if "\\" not in piece:
        return _block("title", text, [(part.start, part.end)], 0)
    clean = _Clean()
    at = 0
    for match in (*_ESCAPE.finditer(piece), None):
        clean.stretch(text, part.start + at, part.start + (match.start() if match else len(piece)))
        if match is None:
            break
        code = match.group(1) or match.group(2)
        char = chr(int(code, 16)) if code else _SIGNS.get(match.group(3) or "", match.group(3) or "")
        if char == " ":
            clean.space(part.start + match.start())
        elif char:
            clean.add(char, part.start + match.start())
        at = match.end()
    return clean.block("title", depth=0, start=part.start)


def _lines(text: str, part: Part) -> list[_Line]:
    found = []
    for match in re.finditer(
        r"[^\r\n\f\v\u2028\u2029]+|\r\n|[\r\n\f\v\u2028\u2029]", text[part.start : part.end]
    ):
        words = match.group()
        start = part.start + match.start()
        if words[0] in "\r\n\f\v\u2028\u2029":
            found.append(_Line(start, start, "\n"))
        else:
            found.append(_Line(start, start + len(words), words))
    return found


def _runs(lines: list[_Line]) -> Iterator[list[_Line]]:
    """Runs of lines with no empty line between them."""
    run: list[_Line] = []
    breaks = 0
    for line in lines:
        if line.text == "\n":
            breaks += 1
            continue
        empty = not line.text.strip() or _RULE.match(line.text) or _TABLE_RULE.match(line.text)
        if run and (breaks > 1 or empty):
            yield run
            run = []
        breaks = 0
        if not empty:
            run.append(line)
    if run:
        yield run


def _body_blocks(text: str, part: Part) -> Iterator[Block]:
    runs = list(_runs(_lines(text, part)))
    wrapped = _is_wrapped(runs)
    for run in runs:
        for group in _groups(run, wrapped=wrapped):
            block = _shape(text, group)
            if block.text:
                yield block


def _is_wrapped(runs: list[list[_Line]]) -> bool:
    """Whether the lines of a paragraph are broken at a width rather than at its end."""
    inner = [len(_LINK_TARGET.sub("", line.text)) for run in runs for line in run[:-1]]
    if len(inner) < 2:
        return False
    full = [n for n in inner if n > 40]
    wide = [n for n in inner if n > _WRAP_WIDTH * 1.3]
    if len(wide) > len(inner) * _WIDE_SHARE or len(full) < len(inner) / 2:
        return False
    return median(full) <= _WRAP_WIDTH


def _groups(run: list[_Line], *, wrapped: bool) -> Iterator[list[_Line]]:
    group: list[_Line] = []
    for line in run:
        fresh = _BULLET.match(line.text) or _HEADING.match(line.text) or line.text.lstrip().startswith("|")
        closed = group and (_HEADING.match(group[-1].text) or _BOLD_LINE.match(group[-1].text))
        if group and (fresh or not wrapped or closed):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _shape(text: str, group: list[_Line]) -> Block:
    first = group[0].text
    pieces = [(line.start, line.end) for line in group]
    if mark := _HEADING.match(first):
        pieces[0] = (group[0].start + mark.end(), group[0].end)
        return _block("heading", text, pieces, mark.group().count("#"))
    if first.lstrip().startswith("|"):
        return _block("row", text, pieces, 0)
    if _BOLD_LINE.match(first) and len(group) == 1 and not _BULLET.match(first):
        return _block("heading", text, pieces, 7)
    if mark := _BULLET.match(first):
        pieces[0] = (group[0].start + mark.end(), group[0].end)
        return _block("bullet", text, pieces, len(first) - len(first.lstrip()))
    if filed := _DATELINE.match(first):
        pieces[0] = (group[0].start + filed.end(), group[0].end)
    joined = " ".join(line.text for line in group).strip()
    short = len(joined.split()) <= _HEADING_WORDS and not _ENDS_SENTENCE.search(joined)
    return _block("heading" if short else "paragraph", text, pieces, 8 if short else 0)


def _block(kind: BlockKind, text: str, pieces: list[tuple[int, int]], depth: int) -> Block:
    clean = _Clean()
    for start, end in pieces:
        clean.space(start)
        clean.stretch(text, start, end)
    return clean.block(kind, depth=depth, start=pieces[0][0])


def _part_glued(clean: str, places: Places) -> tuple[str, Places]:
    """Part glued words; the space put between them has the place of the letter after it."""
    cuts = seams(clean)
    if not cuts:
        return clean, places
    parted = _Clean()
    edges = sorted({0, len(clean), *cuts, *places.begins})
    for start, end in pairwise(edges):
        if start in cuts:
            parted.add(" ", places.at(start))
        parted.add(clean[start:end], places.at(start))
    return "".join(parted.words), Places(tuple(parted.begins), tuple(parted.sources))


def _linked(blocks: list[Block]) -> list[Block]:
    linked: list[Block] = []
    heading: int | None = None
    leads: list[tuple[int, int]] = []  # (depth, index) of blocks that lead in to bullets
    for index, block in enumerate(blocks):
        if block.kind in ("title", "heading"):
            leads = [(-2, index)] if block.text.rstrip().endswith(":") else []
        elif block.kind == "paragraph":
            leads = [(-1, index)] if block.text.rstrip().endswith((":", "–", "—")) else []
        while block.kind == "bullet" and leads and leads[-1][0] >= block.depth:
            leads.pop()
        lead = leads[-1][1] if block.kind == "bullet" and leads else None
        linked.append(
            Block(block.kind, block.text, block.places, heading=heading, lead=lead, depth=block.depth)
        )
        if block.kind == "bullet" and block.text.rstrip().endswith(":"):
            leads.append((block.depth, index))
        if block.kind == "heading":
            heading = index
    return linked
