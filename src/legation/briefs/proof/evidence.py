"""What a cited passage says, read afresh from the stored text: names, dates, quantities and words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property, lru_cache
from typing import Final

from legation.actors import NameMention, register
from legation.actors.words import fold
from legation.briefs.brief import Citation
from legation.briefs.proof.frame import FRAME
from legation.briefs.proof.links import contrary, links, person_in, state_of
from legation.errors import LedgerError
from legation.ledger.record import StoredDocument, StoredStatement
from legation.ledger.view import View
from legation.records import KINDS
from legation.values.amounts import find_quantities
from legation.values.dates import DayOrder, find_dates
from legation.values.passage import Passage
from legation.values.quantity import Quantity
from legation.values.when import When

_SEAM: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ENDING: Final = re.compile(r"(?:ations?|ments?|ions?|ings?|ers?|ors?|ies|ied|ed|es|al|ly|s|d|e|y)$")
_ESCAPED: Final = re.compile(r"\\u([0-9a-fA-F]{4})|\\_|\\\s*\\?")
_REACH: Final = 200
"""Characters beside a statement's words that are looked at for what turns it."""
_WORD: Final = re.compile(r"[^\W_]+")
_BEFORE: Final = re.compile(r"\b([^\W\d_a-z]\w*)( of(?: the)?)? $")
_AFTER: Final = re.compile(r" [^\W\d_a-z]\w*")
_YEAR: Final = re.compile(r",?\s*\d{3,}")
_WEEKDAY: Final = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day$", re.IGNORECASE)
_NUMBER: Final = re.compile(r",?\s*(?:the )?(?:[A-Z][a-z]+\.? )?\d")

STANDING_FOR: Final = re.compile(
    r"\b(?:we|our|ours|us|its?|their|they|them|both|mutual|bilateral|each other"
    r"|(?:the|this|that|these|our|your|two|both|host) "
    r"(?:[a-z]+ )?(?:sides?|countr(?:y|ies)|nations?|governments?|leaders?|parties|peoples?|states?|neighbou?rs?|allies"
    r"|president|prime minister|minister|secretary|chancellor|king|presidents|ministers|partners?|capital))\b",
    re.IGNORECASE,
)
"""Words that stand for an actor or person named elsewhere in the document."""

PERSONAL: Final = re.compile(r"\b(?:he|she|his|her|hers|him)\b", re.IGNORECASE)
"""Words that stand for a person named before."""


def unescaped(text: str) -> str:
    """A text without the escapes of a quoted title in front matter, which stand for spaces and quotation marks."""
    plain = _ESCAPED.sub(lambda m: chr(int(m.group(1), 16)) if m.group(1) else " ", text)
    return " ".join(plain.split()) if plain != text else text


def read_names(text: str) -> frozenset[str]:
    """Ids of the actors that a text names; all of those whom an ambiguous name may mean."""
    found = [mention for mention in register().find(text) if _whole(text, mention)]
    named = {actor.id for mention in found for actor in (mention.actor, *mention.others)}
    return frozenset(named | {state for m in found if (state := _within(m, text[m.start : m.end]))})


def _within(mention: NameMention, words: str) -> str | None:
    """Id of the state whose name stands in its party's name: "Communist Party of Vietnam"; None for others."""
    state = mention.actor.state if mention.actor.kind == "party" else None
    return state if state and any(m.actor.id == state for m in register().find(words[1:])) else None


def _whole(text: str, mention: NameMention) -> bool:
    """Whether a name stands whole: "Korea" after an unknown "Xouth" may be half of another's name."""
    name = text[mention.start : mention.end].lower()
    before, after = _BEFORE.search(text[: mention.start]), _AFTER.match(text[mention.end :])
    longer = [form.text.lower() for form in mention.actor.forms if form.text.lower() != name]
    ends = [form for form in longer if form.endswith(f" {name}")]
    if before and ends and before.group(1).lower() not in FRAME:
        word = before.group(1).lower()
        if before.group(2):
            heads = {w for form in ends for w in form.split()}
            return word in heads or not get_close_matches(word, heads, cutoff=0.6)
        return bool(read_names(before.group(1)))
    nexts = {form.removeprefix(f"{name} ").split()[0] for form in longer if form.startswith(f"{name} ")}
    return not (after and get_close_matches(after.group().strip().lower(), nexts, cutoff=0.6))


def read_dates(text: str, reference: When | None) -> tuple[When, ...]:
    """The dates in a text; relative ones are resolved with the document's own date.

    A date that needs the document's own year, though a number stands where its year would, is none; nor is a
    weekday before a number that is no day: "Thursday 60 October" is not the Thursday before.
    """
    orders = (DayOrder.DAY_FIRST, DayOrder.MONTH_FIRST)
    found = (
        mention.when
        for order in orders
        for mention in find_dates(text, reference=reference, day_order=order)
        if not (mention.relative and _cut(text, mention.start, mention.end))
    )
    return tuple(dict.fromkeys(found))


def _cut(text: str, start: int, end: int) -> bool:
    """Whether a relative date goes on in a number that was not read as a part of it."""
    number = _NUMBER if _WEEKDAY.search(text[start:end]) else _YEAR
    return bool(number.match(text[end:]))


def read_words(text: str) -> tuple[str, ...]:
    """The words of a text, in order, in lower case without accents."""
    return tuple(fold(match.group()) for match in _WORD.finditer(text))


@lru_cache(maxsize=65536)
def root(word: str) -> str:
    """A word without its ending, roughly; only ever compared with another root."""
    return _ENDING.sub("", word) if len(word) > 4 else word.removesuffix("s")


def flat(text: str) -> str:
    """A text as quotations are compared: one kind of space and of quotation marks."""
    straight = text.translate({ord(c): "'" for c in '“”‘’"«»'})
    return " ".join(straight.replace("[", "(").replace("]", ")").replace("**", "").split())


@dataclass(frozen=True)
class Evidence:
    """The words that one citation points to, and what they say.

    Attributes:
        citation: The citation.
        document: Its document.
        statement: The statement that was read from it, as the ledger holds it.
        quote: The words of the passage, from the stored text.
        support: The words of the further passages.
        core: The words that the statement itself was read from; the passage may be their whole sentence.
        lead: What stands right before these words in the stored text, whether it is cited or not.
        rest: What stands right behind them.
        tied: Tells the states to which the documents of the ledger tie a person.
    """

    citation: Citation
    document: StoredDocument
    statement: StoredStatement
    quote: str
    support: tuple[str, ...]
    core: str
    lead: str
    rest: str
    tied: Callable[[str], frozenset[str]]

    @property
    def number(self) -> int:
        """Number of the citation."""
        return self.citation.number

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Every passage, and again with glued words parted where that differs."""
        passages = (self.quote, *self.support)
        parted = tuple(_SEAM.sub(" ", p) for p in passages)
        return tuple(dict.fromkeys((*passages, *parted, *map(unescaped, passages))))

    @cached_property
    def names(self) -> frozenset[str]:
        """Actors named."""
        return frozenset(name for text in self.texts for name in read_names(text))

    @cached_property
    def dates(self) -> tuple[When, ...]:
        """Dates given."""
        published = self.document.published
        return tuple(when for text in self.texts for when in read_dates(text, published))

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Quantities given."""
        return tuple(m.quantity for text in self.texts for m in find_quantities(text))

    @cached_property
    def runs(self) -> tuple[tuple[str, ...], ...]:
        """The words of each passage, in order; and again without initials ("Joseph R. Biden")."""
        whole = [read_words(text) for text in self.texts]
        plain = [tuple(word for word in run if len(word) > 1) for run in whole]
        return tuple(dict.fromkeys((*whole, *plain)))

    @cached_property
    def people(self) -> tuple[str, ...]:
        """The people of the statement."""
        found: list[str] = []
        for spec in KINDS[self.statement.kind].fields:
            value = self.statement.fields.get(spec.name)
            if spec.type in ("person", "people"):
                found.extend(value if isinstance(value, tuple) else [value] if isinstance(value, str) else [])
        return tuple(found)

    @cached_property
    def agents(self) -> tuple[str, ...]:
        """People with a title from whose names the statement's actors were read: "President Tran" for Viet Nam."""
        statement = self.statement.statement
        fields = [f.name for f in KINDS[statement.kind].fields if f.type in ("actor", "actors")]
        read = (self._at(p) for name in fields for p in statement.passages.get(name, ()))
        return tuple(dict.fromkeys(person for words in read if (person := person_in(words))))

    @cached_property
    def before(self) -> str:
        """What stands in the quotation before the words that the statement was read from."""
        return self.quote[: max(0, self.statement.quote.start - self.citation.passage.start)]

    def _at(self, passage: Passage) -> str:
        """The words at a passage, as far as they stand in what is cited."""
        cited = zip((self.citation.passage, *self.citation.support), (self.quote, *self.support), strict=True)
        for place, words in cited:
            if place.contains(passage):
                return words[passage.start - place.start : passage.end - place.start]
        return ""

    def acts(self, person: str, actor: str) -> bool:
        """Whether a person acts for an actor: a passage says so, or every document that ties the person does."""
        if any(True for text in self.texts for _ in links(person, actor, text)):
            return True
        if self._in_one_row(person, actor):
            return True
        if any(contrary(person, text) for text in self.texts):
            return False
        titled = person.split()[-1:] in [agent.split()[-1:] for agent in self.agents]
        if len(person.split()) < 2 and not titled:
            return False  # one word is no full name: many people are called Elizabeth
        told = self.tied(person) or (self.tied(person.split()[-1]) if titled else frozenset())
        return told in (frozenset((actor,)), frozenset((state_of(actor) or actor,)))

    def _in_one_row(self, person: str, actor: str) -> bool:
        """Whether they stand in cells of one row of a table, as the traveller and the home of a visit do."""
        if not self.statement.is_row:
            return False
        cells = {
            name: " ".join(map(self._at, found)) for name, found in self.statement.statement.passages.items()
        }
        people = f"{cells.get('visitors', '')} {cells.get('person', '')}"
        home = f"{cells.get('from', '')} {cells.get('of', '')}"
        return actor in read_names(home) and set(read_words(person)) <= set(read_words(people))

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word."""
        return frozenset(word for run in self.runs for word in run)

    @cached_property
    def lower(self) -> str:
        """Every passage in lower case, for cues."""
        return "\n".join(self.texts).lower()

    @cached_property
    def flats(self) -> tuple[str, ...]:
        """Each passage as quotations are compared."""
        return tuple(flat(text) for text in (self.quote, *self.support))


def _around(place: Passage, view: View) -> tuple[str, str]:
    """What stands before and behind a passage in its document."""
    text = view.text(place.document)
    return text[max(0, place.start - _REACH) : place.start], text[place.end : place.end + _REACH]


def read_evidence(citation: Citation, view: View, tied: Callable[[str], frozenset[str]]) -> Evidence | str:
    """The evidence that a citation points to, or why it points to none.

    Args:
        citation: The citation; only where it points is used, never the words that it carries.
        view: The view that holds the documents.
        tied: Tells the states to which the documents of the ledger tie a person.
    """
    try:
        document = view.document(citation.document)
        statement = view.statement(citation.statement)
        quote = view.passage_text(citation.passage)
        support = tuple(view.passage_text(p) for p in citation.support)
        core = view.passage_text(statement.quote)
        lead, rest = _around(statement.quote, view)
    except LedgerError as error:
        return f"citation {citation.number} leads nowhere: {error}"
    elsewhere = [p for p in (citation.passage, *citation.support) if p.document != citation.document]
    if elsewhere or statement.document != citation.document:
        return f"citation {citation.number} mixes documents"
    return Evidence(citation, document, statement, quote, support, core, lead, rest, tied)
