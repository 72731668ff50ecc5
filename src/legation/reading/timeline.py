"""The timeline of a document: when something happened, where its own clause has no date.

Laws: a clause's own date (`legation.reading.timing`) counts before anything here; what is inherited is of the
document's own time, never of history.

A signing told within the account of a journey falls within that journey. The occasion of a sentence is the last
span of days named before it in the document, else of the last day, else the year that frames the account. Days and
months without a year are of the year that a heading, or the title of a chronicle, stands for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from legation.reading.layout import Block
from legation.reading.mention import DateAt
from legation.reading.parse import Token
from legation.reading.text import Sentence, Text
from legation.values.when import When

_NUMBERS: Final = {w: n for n, w in enumerate("one two three four five six seven eight nine ten".split(), 1)}
_DAYS: Final = re.compile(
    r"\b(\w+)[- ]days?[- ](?:(?:\w+ ){0,3}(?:visit|trip|tour|stay|journey|swing|travel)|in)\b", re.I
)
_LONG_STAY: Final = 40
_ENDING: Final = re.compile(
    r"\b(?:end(?:s|ed|ing)?|conclu\w+|wrap\w*|finish\w*|complet\w+|return\w*|"
    r"(?:left|leav\w+|depart\w*)(?!(?: [\w.]+){0,3} (?:for|to)\b)(?! on an? ))\b",
    re.I,
)
_BACK: Final = 6
"""Sentences before one in which its occasion is looked for."""
_RETURNS: Final = frozenset(
    "returned returns return left leaves ended ends concluded concludes wrapped wraps departed home".split()
)
_JOURNEYS: Final = frozenset({"visit", "visits", "trip", "tour", "journey", "talks", "summit"})
_FRAME: Final = 15
"""Sentences over which a year that opened one may reach."""
_NEAR: Final = timedelta(days=45)
"""How far from publication an occasion may lie: news is of its weeks, not of history."""


_DEEPEST: Final = 6
"""Headings over one another that are looked at; a list of words one a line has thousands."""
_YEAR_ALONE: Final = re.compile(r"\W*(?:\w+ )?((?:19|20)\d\d)\W*")
_CHRONICLE: Final = re.compile(
    r"(?i:\b(?:chronology|timeline|milestones|chronicle|calendar|highlights|year in review|events)\b).*?\b((?:19|20)\d\d)\b"
)


def year_over(blocks: Sequence[Block], block: Block) -> int | None:
    """The year of which a block speaks by what stands over it: a heading that is a year, the title of a chronicle."""
    over = block
    for _ in range(_DEEPEST):
        if over.heading is None:
            break
        over = blocks[over.heading]
        if found := _YEAR_ALONE.fullmatch(over.text):
            return int(found[1])
    title = _CHRONICLE.search(blocks[0].text) if blocks and blocks[0].kind == "title" else None
    return int(title[1]) if title else None


def day_of(text: Text) -> When | None:
    """The day on which a document was published, where that is known to the day."""
    published = text.document.published
    return published if published is not None and published.precision == "day" else None


def month_of(text: Text) -> When | None:
    """The month in which a document was published: of what it tells as going on, without a date."""
    published = text.document.published
    if published is None or published.first is None or published.precision not in ("day", "month"):
        return None
    return When.month(published.first.year, published.first.month)


def occasion_of(sentence: Sentence) -> When | None:
    """When the doings of which a sentence tells took place, as far as the sentences before it tell."""
    sentences = sentence.text.sentences
    spans: list[When] = []
    days: list[tuple[When, Sentence]] = []
    for earlier in reversed(sentences[max(0, sentence.order - _BACK) : sentence.order]):
        for date in reversed(earlier.dates):
            if date.sense == "point" and _is_current(sentence, date) and not _is_aside(earlier, date):
                if _is_span(date.when):
                    spans.append(date.when)
                else:
                    days.append((date.when, earlier))
    if spans:
        return spans[0]
    return _day(*days[0]) if days else frame_of(sentence)


def past_occasion_of(sentence: Sentence) -> When | None:
    """The occasion of what a sentence tells as done: none that begins after the text was published."""
    occasion, published = occasion_of(sentence), sentence.text.document.published
    if occasion is None or occasion.first is None or published is None or published.after is None:
        return occasion
    return occasion if occasion.first < published.after else None


def _day(when: When, told: Sentence) -> When:
    """A day; only its month where it is that of a return, for what was done on the way was done before."""
    if stay := stay_of(told, when):
        return stay
    words = {t.lower_ for t in told.tokens}
    if when.first is not None and (words & _RETURNS or ("after" in words and words & _JOURNEYS)):
        return When.parse(f"{when.first.year}-{when.first.month:02d}")
    return when


def stay_of(sentence: Sentence, day: When, *, told_at: Token | None = None) -> When | None:
    """The days of a journey that a sentence tells the length of ("a three-day visit"), of which one end is known.

    Args:
        sentence: The sentence.
        day: Its first day, or its last where the words before speak of its end.
        told_at: The word that names the journey: an end told behind it is another's.
    """
    words = sentence.words(sentence.start, sentence.end)
    days = _length(words)
    if days is None or days < 2 or day.precision != "day" or day.first is None:
        return None
    span = timedelta(days=days - 1)
    ending = _ENDING.search(words)
    limit = told_at.idx - sentence.doc[sentence.start].idx if told_at is not None else len(words)
    first = day.first - span if ending is not None and ending.start() <= limit else day.first
    return When.parse(f"{first}/{first + span}")


def _length(words: str) -> int | None:
    match = _DAYS.search(words)
    if not match:
        return None
    word = match.group(1).lower()
    return int(word) if word.isdigit() and int(word) < _LONG_STAY else _NUMBERS.get(word)


def frame_of(sentence: Sentence) -> When | None:
    """The year that an earlier sentence sets by opening with it: "In 2024, …"."""
    for earlier in reversed(sentence.text.sentences[max(0, sentence.order - _FRAME) : sentence.order]):
        for date in earlier.dates:
            if (
                date.when.precision == "year"
                and date.start <= earlier.start + 2
                and _of_late(sentence, date.when)
            ):
                return date.when
    return None


def _of_late(sentence: Sentence, when: When) -> bool:
    published = sentence.text.document.published
    if published is None or published.first is None or when.first is None:
        return True
    return 0 <= published.first.year - when.first.year <= 1


def _is_aside(sentence: Sentence, date: DateAt) -> bool:
    """Whether a date is of something that a noun's clause tells in passing: "the summit held in Oslo on 3 May"."""
    root = sentence.doc[date.start : date.end].root
    verb = next((t for t in root.ancestors if t.pos_ in ("VERB", "AUX")), None)
    return verb is not None and verb.dep_ in ("acl", "relcl")


def _is_span(when: When) -> bool:
    return (
        when.precision == "interval"
        and when.first is not None
        and when.after is not None
        and when.after - when.first <= timedelta(days=21)
    )


def _is_current(sentence: Sentence, date: DateAt) -> bool:
    when = date.when
    if not (_is_span(when) or when.precision in ("day", "month")) or when.first is None:
        return False
    published = sentence.text.document.published
    if published is None or published.first is None:
        return _is_span(when) or when.precision == "day"
    return abs(when.first - published.first) <= _NEAR
