"""The rank of a visitor, from the office that stands with the name here or elsewhere in the document."""

from __future__ import annotations

from collections.abc import Iterable

from legation.actors.leaders import leaders
from legation.actors.ranks import rank_of
from legation.reading.mention import Mention
from legation.reading.parse import Token
from legation.reading.text import Sentence, Text
from legation.values.when import When

_BARE = {
    "president": "head_of_state",
    "king": "head_of_state",
    "queen": "head_of_state",
    "emperor": "head_of_state",
    "emir": "head_of_state",
    "pope": "head_of_state",
    "head-of-state": "head_of_state",
    "premier": "head_of_government",
    "chancellor": "head_of_government",
    "head-of-government": "head_of_government",
    "ambassador": "envoy",
    "envoy": "envoy",
    "lawmaker": "parliament",
    "senator": "parliament",
    "congressman": "parliament",
    "speaker": "parliament",
    "minister": "minister",
}


class Ranks:
    """The offices of a document's persons."""

    def __init__(self, text: Text) -> None:
        self._offices: dict[str, list[tuple[str, str | None]]] = {}
        for parsed in text.blocks:
            for mention in parsed.mentions:
                if mention.person and mention.office:
                    self._offices.setdefault(mention.person, offices_with(mention))

    def of(self, sentence: Sentence, mentions: Iterable[Mention], when: When | None = None) -> str | None:
        """The rank of the first of some visitors whose office is known, by the text or else by everybody.

        Args:
            sentence: Where the visit is told.
            mentions: The visitors.
            when: When it was; the rank that everybody knows is one of the years in office.
        """
        visitors = tuple(mentions)
        return self._told(sentence, visitors) or _known(sentence, visitors, when)

    def _told(self, sentence: Sentence, mentions: Iterable[Mention]) -> str | None:
        for mention in mentions:
            held = offices_with(mention) or self._offices.get(mention.person or "")
            if held:
                return _telling([rank_of(*office) for office in held])
            if mention.person is None and (rank := _by_word(sentence, mention)):
                return rank
        return None


def _known(sentence: Sentence, mentions: Iterable[Mention], when: When | None) -> str | None:
    """The rank by which everybody knows one of some visitors in the year of the visit, else of the document."""
    moment = when or sentence.text.document.published
    year = moment.first.year if moment and moment.first else None
    for mention in mentions:
        name = mention.person or ""
        leader = leaders().named(name, year) or leaders().alone_named(name, year)
        if leader and year is not None and leader.known_in(year, 0, 0) and leader.actor in mention.actors:
            return leader.rank
    return None


def offices_with(mention: Mention) -> list[tuple[str, str | None]]:
    """The offices that stand with a name, each with what it is of."""
    return [(mention.office, mention.body), *mention.also] if mention.office else []


def _telling(ranks: list[str]) -> str:
    """The rank by which somebody of several offices travels: the first, unless a later one tells more."""
    plain = ("minister", "other")
    return next((rank for rank in ranks if rank not in plain), ranks[0])


def _by_word(sentence: Sentence, mention: Mention) -> str | None:
    """The rank of somebody unnamed: "the Vietnamese president", "first head-of-government visit"."""
    head: Token = sentence.doc[mention.start : mention.end].root
    while head.dep_ in ("amod", "compound", "poss", "nmod") and head.head != head:
        head = head.head
    while head.dep_ in ("conj", "pobj") and head.head != head and head.lemma_.lower() not in _BARE:
        head = head.head
    if head.lemma_.lower() == "minister" and head.i > sentence.start:
        before = sentence.doc[head.i - 1].lower_
        return {"prime": "head_of_government", "foreign": "foreign_minister"}.get(before, "minister")
    return _BARE.get(head.lemma_.lower())
