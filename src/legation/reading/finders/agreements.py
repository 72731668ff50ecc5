"""Agreements: treaties, trade deals, memoranda and joint statements, and counts of them.

An agreement is a noun that names one, with what is done to it. A mention in passing is no statement: it takes an
act ("signed", "the conclusion of"), a count, or both parties named beside the title.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from legation.reading.finders.agreement_acts import Act, acts_on
from legation.reading.finders.agreement_sides import document_sides, parties_of
from legation.reading.finders.agreement_words import (
    COUNTABLE,
    HEADS,
    STATEMENTS,
    TREATIES,
    field_of,
    is_joint,
    title_of,
    title_span,
)
from legation.reading.finders.counting import count_before
from legation.reading.finders.sides import stem_start
from legation.reading.found import Found
from legation.reading.mention import DateAt
from legation.reading.parse import Token
from legation.reading.text import Sentence, Text
from legation.reading.timeline import occasion_of
from legation.reading.timing import date_for
from legation.records import FieldValue
from legation.values.when import When

_PLAIN: Final = frozenset(
    {
        "agreement",
        "deal",
        "treaty",
        "pact",
        "accord",
        "memorandum",
        "mou",
        "framework",
        "protocol",
        "convention",
    }
)


_MANY: Final = 2
_CARRIERS: Final = frozenset(
    "document documents letter letters program programme initiative instrument instruments".split()
)
"""Nouns that only carry another agreement: "instruments of ratification of the treaty"."""
_LONG_AGO: Final = 400
"""Days after which what "has been agreed" is not of that date."""


@dataclass(frozen=True, slots=True)
class _Agreement:
    """An agreement in a sentence: its noun, title and count."""

    noun: Token
    start: int
    end: int
    title: str
    count: Decimal | None
    joint: bool


class Agreements:
    """Finds agreements and what was done to them."""

    name = "agreements.v1"

    def find(self, text: Text) -> Iterator[Found]:
        """Each agreement and act once a document."""
        best: dict[tuple[object, ...], Found] = {}
        titles: dict[str, str] = {}
        for sentence in text.sentences:
            for noun in sentence.tokens:
                if noun.lower_ in HEADS and noun.pos_ in ("NOUN", "PROPN"):
                    for found in _found(sentence, noun, titles):
                        _keep(best, found)
        yield from best.values()


def _keep(best: dict[tuple[object, ...], Found], found: Found) -> None:
    title = str(found.fields["title"]).lower()
    key = (
        title,
        found.fields["action"],
        found.fields["parties"] if found.fields["count"] is not None else None,
    )
    if key not in best or (best[key].date is None and found.date is not None):
        best[key] = found


def _found(sentence: Sentence, noun: Token, titles: dict[str, str]) -> Iterator[Found]:
    agreement = _agreement(sentence, noun, titles)
    if agreement is None:
        return
    if sentence.block.kind == "title" and agreement.joint:
        yield from _in_title(sentence, agreement)
        return
    if sentence.block.kind == "title" and sentence.text.context.joint:
        return  # what a joint statement is on
    acts = [a for a in acts_on(noun, agreement.start) if _counts(a, agreement)]
    for act in acts:
        yield from _done(sentence, agreement, act)
    if not acts:
        yield from _mentioned(sentence, agreement)


def _agreement(sentence: Sentence, noun: Token, titles: dict[str, str]) -> _Agreement | None:
    joint = noun.lower_ in STATEMENTS and is_joint(sentence, noun)
    if noun.lower_ in ("statement", "statements", "vision") and not joint:
        return None
    if _is_alias(sentence, noun):
        return None
    start, end = title_span(sentence, noun)
    title = title_of(sentence, noun)
    if end - start > 1 and any(t.lower_ == noun.lower_ for t in _bracket(sentence, end)):
        titles[f"the {noun.lower_}"] = title  # "an Agreement on Transit (Agreement)"
    if _inside_title(noun):
        return None
    count = count_before(sentence, noun)
    if end - start == 1 and noun.lower_ in _PLAIN and _is_definite(sentence, noun):
        title = titles.get(f"the {noun.lower_}") or titles.get(noun.lower_, title)
    elif noun.lower_ in _PLAIN and noun.text[0].isupper():
        titles.setdefault(noun.lower_, title)
    return _Agreement(noun, start, end, title, count, joint)


def _is_definite(sentence: Sentence, noun: Token) -> bool:
    return noun.i > sentence.start and noun.nbor(-1).lower_ in ("the", "this", "that", "said")


def _is_alias(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun only gives an agreement its short name: "(Agreement)", "(“the Accord”)"."""
    for at in range(noun.i - 1, max(sentence.start, noun.i - 5) - 1, -1):
        if sentence.doc[at].text == "(":
            return any(t.text == ")" for t in sentence.doc[noun.i + 1 : min(sentence.end, noun.i + 4)])
        if sentence.doc[at].text == ")":
            return False
    return False


def _bracket(sentence: Sentence, at: int) -> Iterator[Token]:
    """The tokens of a short bracket that opens at a token; none where none does."""
    if at < sentence.end and sentence.doc[at].text in ("(", "**"):
        for token in sentence.doc[at + 1 : min(sentence.end, at + 6)]:
            if token.text == ")":
                return
            yield token


def _inside_title(noun: Token) -> bool:
    """Whether a noun is part of another agreement's title: "Framework for an Agreement", "Joint Statement on … Agreement"."""
    token = noun
    for _ in range(4):
        if token.dep_ not in ("pobj", "prep", "compound") or token.head == token:
            return False
        token = token.head
        if token.lower_ in HEADS and token.pos_ in ("NOUN", "PROPN"):
            return token.lower_ not in _CARRIERS
    return False


def _counts(act: Act, agreement: _Agreement) -> bool:
    """Whether what is done makes a statement of an agreement, for the kind of noun that names it."""
    word = agreement.noun.lower_
    if word in ("instrument", "instruments", "letter", "letters") and act.word.lemma_.lower() == "exchange":
        return False
    titled = agreement.noun.text[0].isupper() or len(agreement.title.split()) > 2
    if word in TREATIES or agreement.joint:
        return not act.loose or titled
    return not act.loose and (titled or agreement.count is not None or act.action in ("signed", "ratified"))


def _in_title(sentence: Sentence, agreement: _Agreement) -> Iterator[Found]:
    """A document that is itself a joint statement."""
    named = tuple(dict.fromkeys(a for m in sentence.mentions for a in m.actors))
    parties = named if len(named) >= 2 else document_sides(sentence) or named
    if not parties:
        return
    title = sentence.words(agreement.start, sentence.end)
    fields: dict[str, FieldValue] = {
        "parties": parties,
        "title": title,
        "action": "adopted",
        "field": field_of(title),
        "count": None,
    }
    published = sentence.text.document.published
    yield Found(
        "agreement",
        sentence,
        agreement.start,
        sentence.end,
        fields,
        date=published,
        evidence=("own title",),
        weight=0.9,
    )


def _done(sentence: Sentence, agreement: _Agreement, act: Act) -> Iterator[Found]:
    parties, source = parties_of(sentence, agreement.noun, act.word, alone=_stands_alone(agreement, act))
    if not parties or not _is_treaty(agreement, source):
        return
    at = date_for(sentence, act.word, whole=act.word.i < agreement.noun.i)
    at = None if at and at.sense in ("by", "until") else at
    date = at.when if at and not _is_history(sentence, act, at.when) else _occasion(sentence, act)
    action = "adopted" if agreement.joint and act.action == "concluded" else act.action
    start, end = min(agreement.start, act.word.i), max(agreement.end, act.word.i + 1)
    yield Found(
        "agreement",
        sentence,
        start,
        end,
        _fields(sentence, agreement, parties, action),
        modality=act.modality,
        date=date,
        evidence=(f"act:{act.word.lemma_.lower()}", f"sides:{source}"),
        weight=0.55 if act.loose or source in ("document", "home") else 0.75,
    )


def _is_treaty(agreement: _Agreement, source: str) -> bool:
    """Whether a noun that also names domestic papers and bargains is here an agreement of states."""
    if "/" in agreement.title.split()[0]:
        return False  # an address
    read = source in ("pair", "words")
    if agreement.noun.lower_.startswith("memorand") and "nderstanding" not in agreement.title and not read:
        return False
    return source != "home" or agreement.count is not None or agreement.noun.text[0].isupper()


def _stands_alone(agreement: _Agreement, act: Act) -> bool:
    """Whether one party named is all: it is urged to act, or its many agreements are counted."""
    return act.modality == "called_for" or (agreement.count is not None and agreement.count > _MANY)


def _is_history(sentence: Sentence, act: Act, when: When) -> bool:
    """Whether a date of long ago stands by chance in a sentence that tells what "has been agreed"."""
    published = sentence.text.document.published
    if not any(c.lower_ in ("have", "has") for c in act.word.children) or published is None:
        return False
    return bool(when.first and published.first and (published.first - when.first).days > _LONG_AGO)


def _occasion(sentence: Sentence, act: Act) -> When | None:
    if act.modality != "actual" or act.action not in ("signed", "adopted", "concluded"):
        return None
    if sentence.text.context.joint:
        return sentence.text.document.published  # a joint statement tells what is agreed with it
    return occasion_of(sentence) if act.word.pos_ == "VERB" else None


def _fields(
    sentence: Sentence, agreement: _Agreement, parties: tuple[str, ...], action: str
) -> dict[str, FieldValue]:
    return {
        "parties": parties,
        "title": agreement.title,
        "action": action,
        "field": field_of(agreement.title, sentence.text.document.title or "", sentence.span.text),
        "count": agreement.count,
    }


def _mentioned(sentence: Sentence, agreement: _Agreement) -> Iterator[Found]:
    """An agreement with both its parties beside it, or a count of agreements, though nothing is said to be done."""
    word = agreement.noun.lower_
    verb = agreement.noun.head if agreement.noun.head.lemma_ in ("have", "boast", "maintain") else None
    many = agreement.count is not None and agreement.count > _MANY
    parties, source = parties_of(sentence, agreement.noun, verb, alone=many)
    if word not in TREATIES and not agreement.joint:
        return
    if (
        agreement.noun.dep_ == "conj"
        and agreement.noun.head.lower_ in TREATIES
        and not agreement.noun.text[0].isupper()
    ):
        return  # "trade deals and security agreements" are told of together
    bare = len(agreement.title.split()) == 1
    if agreement.end - agreement.start == 1 and not bare and _is_definite(sentence, agreement.noun):
        return  # "the Agreement", told of before
    named = (source == "pair" and not bare) or (source == "words" and word.startswith(("deal", "agreement")))
    counted = agreement.count is not None and agreement.count > 1 and word in COUNTABLE
    dated = _own_date(sentence, agreement)
    speaking = agreement.joint and (
        agreement.noun.dep_ in ("nsubj", "attr") or agreement.noun.head.lower_ == "in"
    )
    if not parties or not _is_treaty(agreement, source) or not (named or counted or speaking or dated):
        return
    action = "adopted" if agreement.joint else "negotiating" if _in_talks(agreement.noun) else "concluded"
    yield Found(
        "agreement",
        sentence,
        agreement.start,
        agreement.end,
        _fields(sentence, agreement, parties, action),
        date=_mention_date(sentence, agreement, dated, counted=counted, speaking=speaking),
        evidence=("mention", f"sides:{source}"),
        weight=0.5,
    )


def _mention_date(
    sentence: Sentence, agreement: _Agreement, dated: DateAt | None, *, counted: bool, speaking: bool
) -> When | None:
    """The date of an agreement of which nothing is said to be done."""
    if dated is not None:
        return dated.when
    at = date_for(sentence, agreement.noun) if counted else None
    if at is not None and at.sense == "point":
        return at.when
    return occasion_of(sentence) if speaking else None


def _own_date(sentence: Sentence, agreement: _Agreement) -> DateAt | None:
    """A date inside the noun phrase: "the November 2022 agreement"."""
    first = stem_start(sentence, agreement.noun)
    inside = [d for d in sentence.dates if first <= d.start and d.end <= agreement.noun.i and not d.relative]
    return inside[0] if inside else None


def _in_talks(noun: Token) -> bool:
    return noun.head.lower_ in ("negotiations", "negotiation", "talks")
