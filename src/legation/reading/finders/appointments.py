"""Appointments: who holds which office, of what, since when.

A title before or behind a name is one; a clause of election, appointment, service or departure says more
(`legation.reading.finders.appointment_acts`). Each person and office comes out once a document, by the sentence
that says most of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from legation.reading.finders.appointment_acts import acts
from legation.reading.finders.appointment_bodies import (
    STYLES,
    as_spelled,
    at_home,
    at_place,
    body_of,
    named_behind,
    parted,
    whose,
)
from legation.reading.finders.appointment_careers import steps
from legation.reading.finders.appointment_described import described
from legation.reading.finders.appointment_merging import merged
from legation.reading.finders.appointment_places import of_place
from legation.reading.finders.appointment_roles import roles
from legation.reading.finders.appointment_wordings import worded_acts
from legation.reading.found import Found
from legation.reading.mention import Mention
from legation.reading.text import Sentence, Text
from legation.values.when import When

_LEFT = frozenset({"former", "late", "ex", "then", "previous", "ex-", "onetime", "erstwhile"})
_BY_STATUS = {
    "former": "left",
    "late": "left",
    "elect": "elected",
    "elected": "elected",
    "re-elected": "elected",
    "incoming": "appointed",
}
_NEW = {
    "elected": "elected",
    "re-elected": "elected",
    "reelected": "elected",
    "appointed": "appointed",
    "inaugurated": "assumed",
}
_REACH = 4
"""How far before a title the word that dates it may stand: "former US", "newly elected Polish"."""


class Appointments:
    """Finds who holds which office."""

    name = "appointments.v2"

    def find(self, text: Text) -> Iterator[Found]:
        """Each person and office once a document, the one that says most about it."""
        found = [f for sentence in text.sentences for f in _in(sentence)]
        found += steps(text, found)
        found += described(text, found)
        yield from merged(found)


def _in(sentence: Sentence) -> Iterator[Found]:
    for mention in sentence.mentions:
        if mention.form == "person" and mention.office and mention.person:
            yield from _titled(sentence, mention)
    yield from acts(sentence)
    yield from worded_acts(sentence)
    yield from roles(sentence)


def _titled(sentence: Sentence, mention: Mention) -> Iterator[Found]:
    """The offices that stand with a name."""
    action, modality = _action(sentence, mention)
    term = _term(sentence, mention)
    if term is not None and action == "holds":
        action = "left"
    since = _since(sentence, mention) if action == "holds" else None
    if since is not None:
        action, term = "assumed", since
    for office, body in ((mention.office or "", mention.body), *mention.also):
        if office in STYLES:
            continue
        short, said = parted(office, body or named_behind(sentence, mention))
        of, how = body_of(sentence.text, short, as_spelled(sentence, said), mention.actors)
        if (
            of is None
            and how == "none"
            and (place := at_home(sentence, mention) or at_place(sentence, mention))
        ):
            of, how = body_of(sentence.text, short, None, (place,))[0], "place"
        if of is None and how == "none" and "," not in short:
            of = whose(sentence, mention, mention.start, short)
        of = of_place(sentence, mention, short, of)
        yield Found(
            "appointment",
            sentence,
            _quote_start(sentence, mention),
            mention.end,
            {"person": mention.person, "office": short, "of": of, "action": action},
            modality=modality,
            date=term,
            evidence=(f"action:{action}", f"of:{how}", "pattern:title"),
            weight=0.9 if mention.end - mention.start > 2 else 0.8,
        )


def _since(sentence: Sentence, mention: Mention) -> When | None:
    """Since when the holder is in office, told right behind: ", in office since March 2022"."""
    for date in sentence.dates:
        words = [t.lower_ for t in sentence.doc[mention.end : date.start]]
        if words in ([",", "in", "office", "since"], [",", "who", "has", "been", "in", "office", "since"]):
            return date.when
    return None


def _term(sentence: Sentence, mention: Mention) -> When | None:
    """The years behind a title that its holder held it in: ", Secretary-General from 2007 to 2016"."""
    for date in sentence.dates:
        near = mention.end <= date.start <= mention.end + 1
        if (
            near
            and date.when.precision == "interval"
            and sentence.doc[mention.end].lower_ in ("from", "between", "(", "in")
        ):
            return None if date.when.after is None else date.when
    return None


def _quote_start(sentence: Sentence, mention: Mention) -> int:
    """The title's own state belongs to the quote: "US President Donald Trump"."""
    before = sentence.doc[mention.start - 1] if mention.start > sentence.start else None
    other = sentence.mention_at(before) if before is not None else None
    owns = other is not None and other.form in ("adjective", "name") and other.end == mention.start
    return other.start if other is not None and owns else mention.start


def _action(sentence: Sentence, mention: Mention) -> tuple[str, str]:
    """What the words at a title say of it: "former", "-elect", "newly elected", "nominee for"; else it is held."""
    if mention.status in _BY_STATUS:
        return _BY_STATUS[mention.status], "actual"
    inside = [t.lower_ for t in sentence.doc[mention.start : mention.end]]
    before = _words_before(sentence, mention.start)
    if "nominee" in (*before, *inside) or "nominee-" in before:
        return "appointed", "planned"
    if _LEFT & {*before, *inside}:
        return "left", "actual"
    for word in (*before, *inside):
        if word in _NEW:
            return _NEW[word], "actual"
    return "holds", "actual"


def _words_before(sentence: Sentence, start: int) -> list[str]:
    """The words that run up to a title within its noun phrase, nearest first."""
    words: list[str] = []
    for token in reversed(sentence.doc[max(sentence.start, start - _REACH) : start]):
        if token.is_punct and token.text != "-":
            break
        closes = token.pos_ in ("VERB", "AUX", "ADP", "CCONJ", "DET", "PRON") and token.lower_ != "for"
        if closes and token.lower_ not in _NEW:
            break
        words.append(token.lower_)
    return words
