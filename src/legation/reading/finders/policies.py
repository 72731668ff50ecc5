"""Policies: laws, orders, resolutions, strategies and doctrines, and what was done with them.

A title is read from the words; who stands behind it from its owner, from who acts on it, or from the country whose
form of law it is; what was done with it from the verb that governs it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from legation.actors.register import register
from legation.reading.clauses import actors_in, doers_of, who
from legation.reading.context import is_party
from legation.reading.finders.policy_actions import action_on
from legation.reading.finders.policy_titles import Title, titles_in
from legation.reading.found import Found
from legation.reading.mention import DateAt, Mention
from legation.reading.modality import modality_of
from legation.reading.parse import Token
from legation.reading.text import Sentence, Text
from legation.reading.timing import date_for
from legation.records import FieldValue
from legation.values.when import When

_AMERICAN = (
    "Executive Order",
    "Proclamation",
    "Public Law",
    "Presidential Determination",
    "National Security",
    "African Growth and Opportunity",
    "National Defense Authorization",
    "Inflation Reduction",
    "CHIPS",
    "Trade Expansion",
    "International Emergency Economic Powers",
    "American ",
)
_UN = (
    "UNSCR",
    "UN Security Council",
    "Security Council",
    "U.N. Security Council",
    "United Nations Security Council",
)
_ASSEMBLY = (
    "General Assembly",
    "UN General Assembly",
    "U.N. General Assembly",
    "United Nations General Assembly",
    "UNGA",
)
_PARTY = re.compile(r"\b[\w’']+ Party of [\w ]+$")
_TOPICS = frozenset({"on", "regarding", "concerning", "against"})
_DATED = frozenset({"adopted", "announced", "repealed", "completed"})
_TOPIC_WORDS = 10
_SAME = 9
"""Words at the beginning of two titles that make them one."""
_NEAR = 7
"""Tokens behind a title within which its own date stands."""


class Policies:
    """Finds laws, orders, resolutions, strategies and doctrines that bear a title."""

    name = "policies.v1"

    def find(self, text: Text) -> Iterator[Found]:
        """Each title once, where the text says most about it."""
        best: dict[str, Found] = {}
        for sentence in text.sentences:
            if sentence.block.kind == "title":
                continue
            for title in titles_in(sentence):
                found = _found(sentence, title)
                key = " ".join(str(found.fields["title"]).lower().split()[:_SAME]) if found else ""
                if found and (key not in best or (found.date is not None and best[key].date is None)):
                    best[key] = found
        yield from sorted(best.values(), key=lambda f: (f.sentence.order, f.start))


def _found(sentence: Sentence, title: Title) -> Found | None:
    own = _own_date(sentence, title)
    action, word = action_on(sentence, title, dated=own is not None)
    by = _by(sentence, title, word)
    if not by:
        return None
    fields: dict[str, FieldValue] = {
        "by": by,
        "title": _words(sentence, title),
        "action": action,
        "topic": _topic(title, sentence),
    }
    return Found(
        "policy",
        sentence,
        title.start,
        title.end,
        fields,
        modality="actual" if own is not None else _modality(word, action),
        date=_when(sentence, title, own, word) if action in _DATED else None,
        spots={"title": (title.start, title.end)},
        evidence=(
            f"sort:{title.sort}",
            f"action:{action}",
            f"dated:{own is not None}",
            f"word:{word is not None}",
        ),
        weight=0.7 if title.sort in ("order", "law", "resolution") else 0.5,
    )


def _words(sentence: Sentence, title: Title) -> str:
    continued = any(
        t.lemma_.lower() in ("continue", "continuation", "continuing", "effect") for t in sentence.tokens
    )
    return f"continuation of the {title.words}" if title.sort == "emergency" and continued else title.words


def _modality(word: Token | None, action: str) -> str:
    if word is None or word.pos_ not in ("VERB", "AUX"):
        return "actual"
    modality = modality_of(word)
    return "actual" if modality == "denied" and action == "repealed" else modality


def _own_date(sentence: Sentence, title: Title) -> DateAt | None:
    """The date that stands with a title: "Decree 13 of 17 April 2023", the third date for the third of a list."""
    behind = [d for d in sentence.dates if title.end <= d.start and d.sense == "point"]
    if title.place or _is_list(sentence, title):
        before = [d for d in sentence.dates if d.end <= title.start and d.when.precision == "day"]
        dates = behind[: title.place + 1] if len(behind) > title.place else before
        return dates[title.place] if len(dates) > title.place else None
    near = [d for d in behind if d.start - title.end <= _NEAR and _joined(sentence, title.end, d.start)]
    return near[0] if near else None


def _is_list(sentence: Sentence, title: Title) -> bool:
    return sum(t.like_num for t in sentence.doc[title.start : title.end]) > 1


def _joined(sentence: Sentence, start: int, end: int) -> bool:
    """Whether only "of", "on" or "dated" stands between a title and a date."""
    between = [t.lower_ for t in sentence.doc[start:end] if not t.is_punct]
    return all(word in ("of", "on", "dated", "from", "the", "in") for word in between)


def _when(sentence: Sentence, title: Title, own: DateAt | None, word: Token | None) -> When | None:
    if own is not None:
        return own.when
    if title.sort == "emergency" or title.words == sentence.text.document.title:
        return sentence.text.document.published
    spoken = date_for(sentence, word, whole=False) if word is not None else None
    if spoken is None and title.sort == "signed":
        spoken = date_for(sentence, sentence.doc[title.start], whole=True)
    return spoken.when if spoken is not None and spoken.sense == "point" else None


def _by(sentence: Sentence, title: Title, word: Token | None) -> tuple[str, ...]:
    """Who stands behind a policy."""
    for candidates in (
        _named(title),
        _congress(sentence, title),
        _owners(sentence, title),
        _doers(sentence, word),
        _american(sentence, title),
    ):
        if candidates:
            return candidates[:1]
    if word is not None and word.pos_ == "VERB" and any(t.pos_ == "PROPN" for t in doers_of(word)):
        return ()  # somebody whose side is not known
    before = [
        m
        for m in sentence.mentions
        if m.end <= title.start and m.form in ("name", "we", "person") and m.actors
    ]
    subject = [m for m in before if sentence.doc[m.end - 1].dep_ in ("nsubj", "nsubjpass", "poss")]
    context = sentence.text.context
    if title.sort in ("law", "strategy") and context.seat:
        return (context.seat,)
    return actors_in(subject[:1])[:1] or ((context.home,) if context.home else ()) or context.we[:1]


def _named(title: Title) -> tuple[str, ...]:
    if title.words.startswith(_ASSEMBLY):
        return ("UN General Assembly",)
    return ("UN Security Council",) if title.words.startswith(_UN) else ()


def _congress(sentence: Sentence, title: Title) -> tuple[str, ...]:
    """The party whose congress resolves, as the document names it."""
    if title.sort != "resolution" or "Congress" not in title.words:
        return ()
    named = _PARTY.search(title.words)
    if named:
        return tuple(n.actor.id for n in register().find(named.group()))[:1]
    bodies = Counter(
        m.body for parsed in sentence.text.blocks for m in parsed.mentions if m.body and is_party_body(m.body)
    )
    return tuple(body for body, _ in bodies.most_common(1))


def is_party_body(body: str) -> bool:
    """Whether an actor is a political party."""
    return register().kind_of(body) == "party"


def _owners(sentence: Sentence, title: Title) -> tuple[str, ...]:
    """An actor that owns the title, stands right before it, or is named within it."""
    head = sentence.doc[title.start : title.end].root
    beside: list[Mention] = []
    for child in head.children:
        mention = sentence.mention_at(child)
        if (
            mention
            and child.i < title.start
            and child.dep_ in ("poss", "amod", "compound", "nmod")
            and mention.form != "back"
        ):
            beside.append(mention)
    beside += [
        m for m in sentence.mentions if title.start <= m.start < title.end and title.sort == "resolution"
    ]
    beside += [
        m
        for m in sentence.mentions
        if m.start == title.start
        and title.sort == "strategy"
        and m.form in ("name", "adjective")
        and all(map(is_party, m.actors))
    ]
    beside += [m for m in sentence.mentions if m.end in (title.start, title.start - 1) and m.form != "person"]
    found: dict[str, None] = {}
    for mention in beside:
        for actor in (mention.body,) if mention.body and title.sort == "resolution" else mention.actors:
            found.setdefault(actor)
    return tuple(found)


def _doers(sentence: Sentence, word: Token | None) -> tuple[str, ...]:
    if word is None or word.pos_ != "VERB":
        return ()
    return actors_in(m for doer in doers_of(word) for m in who(sentence, doer))


def _american(sentence: Sentence, title: Title) -> tuple[str, ...]:
    """Forms of law that only the United States has, where the document speaks of them."""
    if not title.words.startswith(_AMERICAN):
        return ()
    context = sentence.text.context
    spoken_of = {context.home, *context.pair, *context.between, *context.we}
    return ("USA",) if "USA" in spoken_of or context.home is None else ()


def _topic(title: Title, sentence: Sentence) -> str | None:
    """What it is about, where its name or the words behind it say so."""
    for token in sentence.doc[title.start : min(title.end + 2, sentence.end)]:
        if token.lower_ in _TOPICS:
            end = min(max(token.right_edge.i + 1, token.i + 2), token.i + _TOPIC_WORDS, sentence.end)
            return sentence.words(token.i + 1, end).strip(" ,.;") or None
    return None
