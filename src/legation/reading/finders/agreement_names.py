"""One agreement where it stands: its noun, its title, its number, and what "the document" means further on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from legation.reading.finders.agreement_acts import Act
from legation.reading.finders.agreement_words import (
    HEADS,
    STATEMENTS,
    is_joint,
    joined_to,
    title_of,
    title_span,
)
from legation.reading.finders.counting import count_before
from legation.reading.finders.sides import stem_start
from legation.reading.parse import Token
from legation.reading.text import Sentence
from legation.records import FieldValue
from legation.values.amounts import find_quantities

_PLAIN: Final = frozenset(
    "agreement deal treaty pact accord memorandum mou framework protocol convention".split()
)
_NEAR: Final = 2
"""Sentences over which "the document" means the agreement told of last."""
_AGAIN: Final = _PLAIN | frozenset(
    "document documents instrument instruments agreements deals treaties pacts accords memoranda memorandums mous "
    "protocols conventions contracts contract statement declaration communique communiqué".split()
)
_MEASURES: Final = frozenset({"-", "million", "billion", "trillion", "percent", "%"})
_SHARED: Final = frozenset({"joint", "bilateral", "trilateral", "bicentennial", "mutual"})
_CARRIERS: Final = frozenset(
    "document documents letter letters program programme initiative instrument instruments".split()
)
"""Nouns that only carry another agreement: "instruments of ratification of the treaty"."""
_STATED: Final = frozenset({"statement", "statements", "vision"})
"""Nouns that name an agreement only where it is a joint one."""
_ANY: Final = frozenset({"any", "every", "each"})
"""Words that tell of agreements that there may be."""
_POINTING: Final = frozenset({"the", "this", "that", "said", "these", "both"})
_MANY: Final = 2


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement in a sentence: its noun, title and count; `again` where an earlier sentence told its title."""

    noun: Token
    start: int
    end: int
    title: str
    count: Decimal | None
    joint: bool
    again: bool = False


@dataclass(slots=True)
class Told:
    """What a document has told so far: short names of agreements, the last agreement, and what was done to it.

    `earlier` is the last agreement of the sentences before.
    """

    titles: dict[str, str] = field(default_factory=dict)
    last: Agreement | None = None
    earlier: Agreement | None = None
    act: Act | None = None
    sentence: Sentence | None = None
    parties: FieldValue = None
    short: dict[str, Agreement] = field(default_factory=dict)

    def called(self, sentence: Sentence) -> Iterator[Agreement]:
        """The agreements that a sentence calls by the letters given before: "… Access Agreement (RAA)", then "the RAA"."""
        for token in sentence.tokens if self.short else ():
            if token.text in self.short and sentence.doc[max(0, token.i - 1)].text != "(":
                yield replace(self.short[token.text], noun=token, start=token.i, end=token.i + 1, again=True)

    def meant(self, sentence: Sentence, noun: Token) -> Agreement | None:
        """The agreement of the sentences right before that "the document", "these agreements" mean."""
        if self.last is None or self.sentence is None or noun.lower_ not in _AGAIN:
            return None
        near = 0 <= sentence.order - self.sentence.order <= _NEAR
        same = _is_plural(self.last.noun) == _is_plural(noun)
        return self.last if near and same else None


def agreement_at(sentence: Sentence, noun: Token, told: Told) -> Agreement | None:
    """The agreement that a noun names, or None where it names none of its own.

    Args:
        sentence: The sentence.
        noun: One of the nouns by which agreements are called.
        told: What the document told of agreements before; short names given here are added to it.
    """
    joint = noun.lower_ in STATEMENTS and is_joint(sentence, noun)
    if (noun.lower_ in _STATED and not joint) or _is_other(sentence, noun):
        return None
    start, end = title_span(sentence, noun)
    title = title_of(sentence, noun)
    if "-" in title and " " not in title:
        return None  # an address
    if end - start > 1 and any(t.lower_ == noun.lower_ for t in _bracket(sentence, end)):
        told.titles[f"the {noun.lower_}"] = title  # "an Agreement on Transit (Agreement)"
    if _inside_title(noun):
        return None
    letters = next((t.text for t in _bracket(sentence, end) if t.text.isupper()), "")
    count = count_before(sentence, noun) if _is_plural(noun) else None
    agreement = Agreement(noun, start, end, title, count or _number(sentence, start, noun), joint)
    if len(letters) > 1 and noun.text[0].isupper():
        told.short[letters] = agreement
    if end - start == 1 and is_definite(sentence, noun):
        return _meant(sentence, agreement, told)
    if noun.lower_ in _PLAIN and noun.text[0].isupper():
        told.titles.setdefault(noun.lower_, title)
    return agreement


def _is_other(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun is no agreement here, or only another word for the one beside it."""
    if noun.lower_ == "code" and not _is_followed(noun, "of"):
        return True
    if noun.lower_ == "agreement" and _is_followed(noun, "of", "the", "parties"):
        return True
    first = sentence.doc[stem_start(sentence, noun)].lower_
    before = sentence.doc[max(sentence.start, noun.i - 1)].lower_
    if first in _ANY or before in _ANY:
        return True
    return _is_alias(sentence, noun) or joined_to(sentence, noun) is not None


def _meant(sentence: Sentence, bare: Agreement, told: Told) -> Agreement:
    """What "the Agreement" or "the document" means: by its short name, else the one told of last."""
    word = bare.noun.lower_
    known = told.titles.get(f"the {word}") or (told.titles.get(word) if word in _PLAIN else None)
    if known is not None:
        return replace(bare, title=known)
    meant = told.meant(sentence, bare.noun)
    return (
        bare if meant is None else replace(meant, noun=bare.noun, start=bare.start, end=bare.end, again=True)
    )


def _is_plural(noun: Token) -> bool:
    return noun.tag_ in ("NNS", "NNPS") or noun.lower_ in ("memoranda", "mous", "ftas")


def _is_followed(noun: Token, *words: str) -> bool:
    """Whether these words stand behind a noun."""
    return [t.lower_ for t in noun.doc[noun.i + 1 : noun.i + 1 + len(words)]] == list(words)


def _number(sentence: Sentence, start: int, noun: Token) -> Decimal | None:
    """The number before an agreement whose noun is no counted one elsewhere: "six MoUs"."""
    if not _is_plural(noun) and noun.lower_ not in ("mou", "memorandum"):
        return None
    for token in sentence.doc[max(sentence.start, start - 1) : noun.i]:
        if token.pos_ != "NUM" or sentence.date_at(token) is not None:
            continue
        if token.nbor().lower_ in _MEASURES or sentence.doc[max(0, token.i - 1)].text == "$":
            continue
        for at in find_quantities(f"{token.text} agreements"):
            return at.quantity.value
    return None


def is_definite(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun stands right behind a word that points to what was told before: "the deal", "these treaties"."""
    return noun.i > sentence.start and noun.nbor(-1).lower_ in _POINTING


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


def is_name(agreement: Agreement) -> bool:
    """Whether a plan, roadmap or framework bears a name as agreements do: "the Peru–Chile Roadmap on …"."""
    words = agreement.title.replace("-", " ").split()
    return (
        agreement.noun.text[0].isupper() and len(words) > _MANY and bool(_SHARED & {w.lower() for w in words})
    )


def is_open(agreement: Agreement) -> bool:
    """Whether an agreement is, by its name, one that many states join."""
    return bool(
        {"convention", "protocol", "charter", "accords", "covenant"} & set(agreement.title.lower().split())
    )
