"""What of a text is to be read: everything but the furniture that publishers put around it.

Furniture is stamp lines ("19:05 | 23/03/2025"), menus, sharing and reading-on links, cookie notices, bare
picture credits, copyright lines and end marks. A caption that says something is kept.

Law: a line is dropped only if the whole of it is furniture; prose that merely holds such words stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from legation.documents.document import Part

CLOCK = r"(?<![\d:])(?:[01]?\d|2[0-3])[:h][0-5]\d(?::[0-5]\d)?(?:\s*(?:[AaPp]\.?[Mm]\.?))?(?![\d:])"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
DATE = (
    r"(?<!\d)(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}[/.-]\d{1,2}[/.-]\d{1,2}|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?[ ]{_MONTH},?[ ]\d{{4}}|{_MONTH}[ ]\d{{1,2}}(?:st|nd|rd|th)?,?[ ]\d{{4}}|"
    r"\d{4}年\d{1,2}月\d{1,2}日)(?!\d)"
)
_STAMP_LABEL = (
    r"(?:last\s+)?(?:published|updated|posted|modified|created|release[d]?|issued|date|time|upload(?:ed)?)"
    r"(?:\s+(?:on|at|date|time))?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"(?:mon|tue|wed|thu|fri|sat|sun)\b\.?|gmt(?:\s*[+-]\s*\d{1,2}(?::?\d\d)?)?|utc(?:\s*[+-]\s*\d{1,2})?|"
    r"[ecmp][sd]?t\b|ist\b|\(?gmt\+\d\)?|at\b|on\b|cập nhật|ngày đăng|publié le|mis à jour le|publicado el"
)
_LONGEST_HEAD = 40  # words of titles and subtitles that may stand above a date
_DIGIT = re.compile(r"\d")
_DATE = re.compile(DATE, re.I)
_CLOCK = re.compile(CLOCK)
_LABEL = re.compile(_STAMP_LABEL, re.I)
_SEPARATORS = re.compile(r"[\s|,;:/•·–—()\[\]*_+-]+")

_CHANNEL = r"(?:facebook|twitter|linkedin|whatsapp|telegram|zalo|pinterest|reddit|e-?mail|print|copy link|x)"
_PHRASES = (
    r"share(?:\s+(?:this|on|via|with)\b.{0,40})?|tweet",
    rf"{_CHANNEL}(?:[\s|,/·•]+{_CHANNEL})*",
    r"(?:print|e-?mail) this(?: (?:page|article))?",
    r"(?:click here to )?read (?:more|on|next|also)\b.{0,120}",
    r"(?:click here to )?read the full .{0,60}\bhere\.?",
    r"continue reading.{0,60}|show (?:more|less)|see (?:also|more)",
    r"(?:skip|jump|back|return|go) to (?:the )?(?:main |page )?(?:content|top|home(?:page)?|navigation|list)",
    r"(?:main )?menu|search|home(?:page)?|navigation|breadcrumbs?|log ?in|sign (?:in|up)|subscribe",
    r"(?:subscribe|sign up) (?:to|for|now)\b.{0,100}|follow us\b.{0,60}|advertisement|sponsored",
    r"(?:most (?:read|viewed|popular)|related|latest|other|recommended|trending|more) "
    r"(?:news|articles?|stories|posts?|topics?|content|links?|documents?|reading)",
    r"(?:this (?:web)?site|we) uses? cookies?\b.{0,300}",
    r".{0,80}\bcookie (?:policy|settings|preferences)\b.{0,40}",
    r"accept(?: all)?(?: cookies)?|(?:reject|decline)(?: all)?(?: cookies)?|manage (?:cookies|preferences)",
    r"all rights reserved\.?|(?:(?:copyright\s*)?(?:©|\(c\)\s*\d{4})|copyright\s+\d{4}).{0,120}",
    r"terms of (?:use|service)|privacy (?:policy|notice)",
    r"(?:tags?|keywords?|topics?|categor(?:y|ies)|filed under)\s*:.{0,200}",
    r"(?:photos?|images?|pictures?|credits?|illustration|ảnh|foto)(?: (?:credit|by|source|courtesy of))*"
    r"\s*[:©]\s*[^.!?]{1,60}",
    r"(?:previous|next|older|newer)(?: (?:page|post|article|story|news))?|page \d+(?: of \d+)?",
    r"comments?(?:\s*\(\d+\))?|leave a (?:comment|reply)",
    r"\d+ (?:views|shares|comments|likes|min(?:ute)?s? read)",
    r"(?:\\?\#[\s*]*){1,3}|-?\s*(?:end|ends|30|xxx|-0-)\s*-?|\(end\)|(?:[-*_=~]\s*){3,}",
)
_WHOLE_LINE = re.compile(r"[\s*_>\[\\•·|-]*(?:" + "|".join(_PHRASES) + r")[\s*_…\])>»:→|-]*", re.IGNORECASE)
_MENU_MARK = re.compile(r"\s*(?:\||»|›|·|•|>|/)\s*")
_SENTENCE_END = re.compile(r"[.!?;:”\"’)](?:\s|$)")
_LINE = re.compile(r"[^\r\n]+")
_RELATED = re.compile(
    r"(?i)[\s#*_]*(?:related|other|more|latest|most read|recommended)\s+"
    r"(?:news|articles?|stories|posts?|links?)[\s*_:]*"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text without its end.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        text: Its words.
    """

    start: int
    end: int
    text: str


def lines(text: str, start: int, end: int) -> Iterator[Line]:
    """The lines of a stretch that hold anything, whatever ends them."""
    for match in _LINE.finditer(text, start, end):
        if match[0].strip():
            yield Line(match.start(), match.end(), match[0])


def is_stamp(line: str, *, at_head: bool = False) -> bool:
    """Whether a line is a stamp: a date with a clock time and hardly anything else.

    Args:
        line: The line.
        at_head: Whether it stands above the prose, where a bare date is a stamp too. Further down a bare
            date is a heading of what follows.
    """
    if len(line) > 200 or not _DIGIT.search(line) or not _DATE.search(line):
        return False
    if line.lstrip().startswith(("|", "#")) or line.rstrip().endswith((".", "!", "?", ",", ";")):
        return False
    timed = bool(_CLOCK.search(line))
    rest = _SEPARATORS.sub(" ", _LABEL.sub(" ", _CLOCK.sub(" ", _DATE.sub(" ", line)))).split()
    named = all(not word[0].islower() or word in ("and", "of", "the") for word in rest)
    return (timed or at_head) and len(rest) <= (4 if timed else 0) and named


def is_furniture(line: str) -> bool:
    """Whether the whole line is a menu, a link to elsewhere, a notice, a bare credit or an end mark."""
    stripped = line.strip()
    if not stripped or len(stripped) > 400:
        return False
    first = next((character for character in stripped if character.isalpha()), "")
    return not first.islower() and (bool(_WHOLE_LINE.fullmatch(stripped)) or _is_menu(stripped))


def _is_menu(line: str) -> bool:
    """Three or more short items between bars or arrows, none a sentence and none a table row."""
    if line.startswith("|") or len(line) > 200 or "<" in line:
        return False
    items = _MENU_MARK.split(line)
    if len(items) <= 3 or _DIGIT.search(line) or _SENTENCE_END.search(line):
        return False
    return all(0 < len(item.split()) <= 4 for item in items)


def readable_parts(text: str, start: int, end: int) -> tuple[Part, ...]:
    """The stretches of ``[start, end)`` that are to be read, each without furniture inside it."""
    end = _before_related(text, start, end)
    parts: list[Part] = []
    begin, last, words = -1, -1, 0
    for line in lines(text, start, end):
        if is_furniture(line.text) or is_stamp(line.text, at_head=words <= _LONGEST_HEAD):
            _close(parts, begin, last)
            begin = -1
            continue
        words += len(line.text.split()) if words <= _LONGEST_HEAD else 0
        begin = line.start if begin < 0 else begin
        last = line.end
    _close(parts, begin, last)
    return tuple(parts)


def _close(parts: list[Part], begin: int, last: int) -> None:
    if begin >= 0:
        parts.append(Part("body", begin, last))


def _before_related(text: str, start: int, end: int) -> int:
    """Where a closing list of other articles begins: a heading for it, and only short lines after it."""
    heading = -1
    for line in lines(text, start, end):
        if _RELATED.fullmatch(line.text):
            heading = line.start if heading < 0 else heading
        elif heading >= 0 and len(line.text.split()) > 25:
            heading = -1
    return end if heading < 0 else heading
