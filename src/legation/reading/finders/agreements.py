"""Agreements: treaties, trade deals, memoranda and joint statements, and counts of them.

An agreement is a noun that names one, with what is done to it. A mention in passing is no statement: it takes an
act ("signed", "the conclusion of"), a count, or both parties named beside the title.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from legation.reading.finders.agreement_acts import Act, acts_on
from legation.reading.finders.agreement_sides import document_sides, parties_of
from legation.reading.finders.agreement_words import COUNTABLE, HEADS, STATEMENTS, TREATIES, field_of, is_joint, title_span
from legation.reading.finders.counting import count_before
from legation.reading.finders.occasion import occasion_of
from legation.reading.found import Found
from legation.reading.text import Sentence, Text
from legation.reading.timing import date_for
from legation.values.when import When

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLAIN: Final = frozenset({"agreement", "deal", "treaty", "pact", "accord", "memorandum", "mou", "framework", "protocol", "convention"})


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
    key = (title, found.fields["action"], found.fields["parties"] if found.fields["count"] is not None else None)
    if key not in best or (best[key].date is None and found.date is not None):
        best[key] = found


def _found(sentence: Sentence, noun: Token, titles: dict[str, str]) -> Iterator[Found]:
    agreement = _agreement(sentence, noun, titles)
    if agreement is None:
        return
    if sentence.block.kind == "title" and agreement.joint:
        yield from _in_title(sentence, agreement)
        return
    acts = [a for a in acts_on(noun) if _counts(a, agreement)]
    for act in acts:
        yield from _done(sentence, agreement, act)
    if not acts:
        yield from _mentioned(sentence, agreement)


def _agreement(sentence: Sentence, noun: Token, titles: dict[str, str]) -> _Agreement | None:
    joint = noun.lower_ in STATEMENTS and is_joint(sentence, noun)
    if noun.lower_ in ("statement", "statements", "vision") and not joint:
        return None
    if _inside_title(noun):
        return None
    start, end = title_span(sentence, noun)
    title = sentence.words(start, end)
    count = count_before(sentence, noun)
    if len(title.split()) == 1 and noun.lower_ in _PLAIN:
        title = titles.get(noun.lower_, title)
    elif noun.lower_ in _PLAIN:
        titles[noun.lower_] = title
    return _Agreement(noun, start, end, title, count, joint)


def _inside_title(noun: Token) -> bool:
    """Whether a noun is part of another agreement's title: "Framework for an Agreement", "Joint Statement on … Agreement"."""
    token = noun
    for _ in range(4):
        if token.dep_ not in ("pobj", "prep", "compound") or token.head == token:
            return False
        token = token.head
        if token.lower_ in HEADS and token.pos_ in ("NOUN", "PROPN"):
            return token.lower_ not in ("document", "documents", "letter", "letters", "program", "programme", "initiative")
    return False


def _counts(act: Act, agreement: _Agreement) -> bool:
    """Whether what is done makes a statement of an agreement, for the kind of noun that names it."""
    word = agreement.noun.lower_
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
    fields = {
        "parties": parties,
        "title": title,
        "action": "adopted",
        "field": field_of(title),
        "count": None,
    }
    published = sentence.text.document.published
    yield Found(
        "agreement", sentence, agreement.start, sentence.end, fields, date=published, evidence=("own title",), weight=0.9
    )


def _done(sentence: Sentence, agreement: _Agreement, act: Act) -> Iterator[Found]:
    parties, source = parties_of(sentence, agreement.noun, act.word)
    if not parties:
        return
    at = date_for(sentence, act.word, whole=act.word.i < agreement.noun.i)
    date = at.when if at else _occasion(sentence, act)
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
        weight=0.55 if act.loose or source == "document" else 0.75,
    )


def _occasion(sentence: Sentence, act: Act) -> When | None:
    past = act.word.pos_ == "VERB" and act.modality == "actual" and act.action in ("signed", "adopted", "concluded")
    return occasion_of(sentence) if past else None


def _fields(sentence: Sentence, agreement: _Agreement, parties: tuple[str, ...], action: str) -> dict[str, object]:
    return {
        "parties": parties,
        "title": agreement.title,
        "action": action,
        "field": field_of(agreement.title, sentence.span.text),
        "count": agreement.count,
    }


def _mentioned(sentence: Sentence, agreement: _Agreement) -> Iterator[Found]:
    """An agreement with both its parties beside it, or a count of agreements, though nothing is said to be done."""
    word = agreement.noun.lower_
    parties, source = parties_of(sentence, agreement.noun, None)
    if word not in TREATIES and not agreement.joint:
        return
    named = source == "pair" or (source == "words" and word.startswith(("deal", "agreement")))
    counted = agreement.count is not None and agreement.count > 1 and word in COUNTABLE
    speaking = agreement.joint and agreement.noun.dep_ == "nsubj"
    if not parties or not (named or counted or speaking):
        return
    at = date_for(sentence, agreement.noun, whole=False)
    action = "adopted" if agreement.joint else "negotiating" if _in_talks(agreement.noun) else "concluded"
    yield Found(
        "agreement",
        sentence,
        agreement.start,
        agreement.end,
        _fields(sentence, agreement, parties, action),
        date=at.when if at else None,
        evidence=("mention", f"sides:{source}"),
        weight=0.5,
    )


def _in_talks(noun: Token) -> bool:
    return noun.head.lower_ in ("negotiations", "negotiation", "talks")
