"""When a visit or an encounter was: from the dates of its clause, else from the timeline of its document."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from legation.reading.found import Found
from legation.reading.mention import DateAt
from legation.reading.modality import modality_of
from legation.reading.parse import Token
from legation.reading.text import Sentence, Text
from legation.reading.timeline import day_of, occasion_of, stay_of
from legation.reading.timing import date_for, dates_for, is_present, settled
from legation.values.when import When

_BOUNDS = frozenset({"since", "until", "by", "after"})
_AROUND = frozenset({"after", "following", "before", "since", "until"})
"""Prepositions before a journey that is not the act that its verb's date is of."""
_TELLING = frozenset("say announce tell state add report confirm note declare".split())
_HOMEWARD = frozenset({"return", "land", "arrive", "come", "leave", "depart", "fly"})
"""Verbs of coming home; "back" says so without them."""
_ABOUT = _AROUND | {"on", "about", "regarding", "of", "from"}
"""Prepositions before an encounter that another act is about: "briefed him on her talks with X"."""
_PRESENT = ("pattern:welcome", "pattern:verb:receive", "pattern:visiting")
"""Wordings of visits that are of the moment of speaking."""

SAME_DAY = re.compile(r"\b(?:read-?out|remarks|press conference|interview|toasts?)\b", re.I)
"""Titles of documents that are published on the day of what they are about; news may come later."""
_LONG_AGO = re.compile(
    r"\b(?:previous(?:ly)?|earlier|former|once|then|later|again|past|history|years? ago|decades?|last time|"
    r"anniversary|since|ever|after|before|following|ahead of|prior to)\b",
    re.I,
)
LEADING = 4
"""So many sentences from the start a document tells what it is about."""
_STILL = 3
"""Sentences before one of a report in which an older time would be told that it goes on with."""
_FRESH = timedelta(days=45)
_OPENING = 1
"""A title and the first sentence of news tell what is new."""


def dated(found: Found) -> Found:
    """A visit or encounter with the date that its document's timeline tells, where its own sentence has none."""
    if found.date or found.modality != "actual":
        return found
    return replace(found, date=_on_the_day(found) or _on_the_occasion(found) or _of_the_month(found))


def _on_the_day(found: Found) -> When | None:
    """The day of publication, for what remarks and readouts open with."""
    text = found.sentence.text
    if found.sentence.order > LEADING or not SAME_DAY.search(text.document.title or ""):
        return None
    return day_of(text) if any(p.startswith(_PRESENT) for p in found.evidence) else None


def _of_the_month(found: Found) -> When | None:
    """The month of publication, for what news opens with."""
    sentence, published = found.sentence, day_of(found.sentence.text)
    if published is None or published.first is None or sentence.text.context.spoken or sentence.dates:
        return None
    if sentence.text.blocks[0].block.kind != "title":
        return None
    if _LONG_AGO.search(_words(found)) or (sentence.order > _OPENING and not _is_news(sentence, published)):
        return None
    if SAME_DAY.search(sentence.text.document.title or ""):
        return published
    return When.month(published.first.year, published.first.month)


def _is_news(sentence: Sentence, published: When) -> bool:
    """Whether a later sentence of a report still tells what is new: in a plain tense, with no older time before it."""
    if sentence.block.kind != "paragraph" or any(t.lower_ == "had" for t in sentence.tokens):
        return False
    earlier = sentence.text.sentences[max(0, sentence.order - _STILL) : sentence.order]
    firsts = [d.when.first for s in earlier for d in s.dates if d.when.first]
    return published.first is not None and all(abs(first - published.first) <= _FRESH for first in firsts)


def _on_the_occasion(found: Found) -> When | None:
    sentence = found.sentence
    if not sentence.order or sentence.text.context.spoken or sentence.dates:
        return None
    told = sentence.block.kind == "paragraph" and not _LONG_AGO.search(_words(found))
    return occasion_of(sentence) if told else None


def _words(found: Found) -> str:
    """The words of a finding with the few before it."""
    return found.sentence.words(max(found.sentence.start, found.start - 4), found.end)


def date_of(sentence: Sentence, trigger: Token, verb: Token) -> When | None:
    """The date of what a word names: its own, else its verb's, else the sentence's only one."""
    for word in (trigger, verb):
        told = [at for at in dates_for(sentence, word) if _tells(sentence, at)]
        told = [at for at in told if not _is_of_telling(sentence, at) or modality_of(verb) != "planned"]
        if told:
            return settled(sentence, (_next_to(sentence, word, told) or told[0]).when, verb)
    only = date_for(sentence, trigger)
    if only and _is_of_telling(sentence, only) and modality_of(verb) == "planned":
        return None
    return only.when if only and _tells(sentence, only) else None


def _is_of_telling(sentence: Sentence, at: DateAt) -> bool:
    """Whether a date is when something was said, which dates nothing that is to come: "a spokesman said on Monday"."""
    before = sentence.doc[max(sentence.start, at.start - 2) : at.start]
    return any(t.lemma_.lower() in _TELLING for t in before)


def _next_to(sentence: Sentence, word: Token, told: list[DateAt]) -> DateAt | None:
    """Of several dates the first behind a word, where no verb stands between: the others are of what is added to it."""
    behind = min((at for at in told if at.start > word.i), key=lambda at: at.start, default=None)
    if behind is None or len(told) < 2:
        return None
    return None if any(t.pos_ == "VERB" for t in sentence.doc[word.i + 1 : behind.start]) else behind


def encounter_date(sentence: Sentence, trigger: Token, verb: Token) -> When | None:
    """The date of an encounter; only one of its own words where another act is told to be about it."""
    if trigger.dep_ == "pobj" and trigger.head.lower_ in _ABOUT and trigger == verb:
        return _inside(sentence, trigger)
    return date_of(sentence, trigger, verb)


def _inside(sentence: Sentence, trigger: Token) -> When | None:
    """The date among the words of a noun, up to the next verb or comma."""
    inside = {t.i for t in trigger.subtree}
    end = next(
        (
            t.i
            for t in sentence.doc[trigger.i + 1 : sentence.end]
            if t.pos_ in ("VERB", "AUX") or t.text == ","
        ),
        sentence.end,
    )
    near = (d for d in sentence.dates if d.start in inside or trigger.i < d.start < end)
    return next((d.when for d in near if _tells(sentence, d)), None)


def is_ahead(when: When | None, text: Text) -> bool:
    """Whether a date lies wholly after the document's publication: what is dated so has not happened yet."""
    published = text.document.published
    if when is None or published is None or when.first is None or published.after is None:
        return False
    return when.first >= published.after


def is_on_the_programme(sentence: Sentence, verb: Token, date: When | None) -> bool:
    """Whether what a verb tells in the present tense is yet to come: of the day of publication or later, or undated."""
    published = sentence.text.document.published
    if published is None or published.precision != "day" or sentence.block.kind != "paragraph":
        return False
    due = verb.lemma_.lower() == "be" and any(c.lower_ in ("due", "expected") for c in verb.children)
    if not is_present(verb) or (verb.lemma_.lower() == "be" and not due):
        return False
    first = published.first
    return date is None or (date.after is not None and first is not None and date.after > first)


def journey_date(sentence: Sentence, trigger: Token, verb: Token) -> When | None:
    """The date of a journey; "a three-day visit" from or up to a day becomes the days it took."""
    if trigger.dep_ == "pobj" and trigger.head.lower_ in _AROUND:
        inside = _inside(sentence, trigger)
        return inside if inside or verb.lemma_.lower() not in _HOMEWARD else _before_return(sentence, verb)
    if "return" in (trigger.lemma_.lower(), *(t.lemma_.lower() for t in trigger.ancestors)):
        return _before_return(sentence, verb)
    when = date_of(sentence, trigger, verb)
    return when if when is None else stay_of(sentence, when, told_at=trigger) or when


def _before_return(sentence: Sentence, verb: Token) -> When | None:
    """When a journey was from whose end somebody came home: the days up to that one, else only its month."""
    when = date_of(sentence, verb, verb)
    if when is None or when.precision != "day" or when.first is None:
        return when
    return stay_of(sentence, when) or When.month(when.first.year, when.first.month)


def _tells(sentence: Sentence, at: DateAt) -> bool:
    """Whether a date says when, not since or until when, nor whose anniversary it is."""
    if at.sense in _BOUNDS:
        return False
    before = sentence.doc[at.start - 1].lower_ if at.start > sentence.start else ""
    return before not in _BOUNDS and at.when.precision != "decade"
