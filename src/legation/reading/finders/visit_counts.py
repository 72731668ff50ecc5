"""Counts of visits: "21 visits to …", "visited 16 countries", "welcomed 25 delegations"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from legation.reading.clauses import clause_of, extent, persons_in, subjects_of, who
from legation.reading.finders.encounter_dates import date_of
from legation.reading.finders.encounter_sides import beside, first_state, places_at
from legation.reading.finders.visitor_ranks import Ranks
from legation.reading.found import Found
from legation.reading.modality import modality_of
from legation.reading.parse import Token
from legation.reading.text import Sentence
from legation.values.when import When

_VISITS = frozenset({"visit", "trip", "tour", "journey"})
_LANDS = frozenset({"country", "nation", "state", "capital"})
_GUESTS = frozenset({"delegation", "leader", "visit", "president", "minister", "guest"})
_COUNTED = _VISITS | _LANDS | _GUESTS
_HOSTING = frozenset({"welcome", "host", "receive"})
NUMBERS: Final = {
    w: n for n, w in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)
}


def counted(sentence: Sentence, ranks: Ranks) -> Iterator[Found]:
    """The counts of visits in a sentence."""
    for token in sentence.with_lemma(_COUNTED):
        lemma = token.lemma_.lower()
        number = number_of(token)
        if number is None or any(sentence.date_at(c) for c in token.children if c.dep_ == "nummod"):
            continue
        verb = clause_of(token)
        if lemma in _LANDS and _visited(token):
            yield _count(sentence, token, number, ranks=ranks, hosted=False)
        elif lemma in _GUESTS | _VISITS and verb.lemma_.lower() in _HOSTING and token.dep_ == "dobj":
            yield _count(sentence, token, number, ranks=ranks, hosted=True)
        elif lemma in _VISITS and number >= 2:
            yield _count(sentence, token, number, ranks=ranks, hosted=False)


def number_of(noun: Token) -> int | None:
    """The whole number before a noun, in digits or words."""
    for child in noun.children:
        if child.dep_ == "nummod" and child.i < noun.i:
            word = child.lower_.replace(",", "")
            if word.isdigit() and 1 < int(word) < 1000:
                return int(word)
            return NUMBERS.get(word)
    return None


def _visited(land: Token) -> bool:
    """Whether countries are what somebody visits or tours, or what visits go to."""
    head = land.head
    if land.dep_ in ("dobj", "pobj", "nsubjpass") and head.lemma_.lower() in ("visit", "tour"):
        return True
    if land.dep_ == "pobj" and head.lower_ in ("to", "in", "of", "across"):
        return head.head.lemma_.lower() in _VISITS or head.head.lemma_.lower() == "travel"
    return False


def _count(sentence: Sentence, token: Token, number: int, *, ranks: Ranks, hosted: bool) -> Found:
    verb = clause_of(token)
    doers = [m for s in subjects_of(verb) for m in who(sentence, s)]
    owners = [m for c in token.children if c.dep_ == "poss" for m in who(sentence, c)]
    mentions = owners or doers
    home = first_state(mentions) or sentence.text.context.home
    lands = () if hosted else tuple(p for t in beside(token, {"to"}) for p in places_at(sentence, t))
    start, end = extent(token, without=("relcl", "advcl", "appos", "conj", "cc", "punct"))
    fields = {
        "visitors": () if hosted else persons_in(mentions),
        "from": None if hosted else home,
        "to": ((home,) if home else ()) if hosted else lands,
        "rank": None if hosted else ranks.of(sentence, mentions),
        "count": Decimal(number),
    }
    return Found(
        "visit",
        sentence,
        min(start, verb.i) if token.i - verb.i < 12 and verb.i >= sentence.start else start,
        min(end, sentence.end),
        fields,
        modality=modality_of(verb),
        date=date_of(sentence, token, verb) or _over_all(sentence),
        evidence=("pattern:count",),
        weight=0.7,
    )


def _over_all(sentence: Sentence) -> When | None:
    """The time that a whole document counts over, told by its title."""
    title = sentence.text.blocks[0]
    if title.block.kind != "title" or len(title.dates) != 1:
        return None
    return title.dates[0].when
