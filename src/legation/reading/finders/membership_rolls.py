"""Rolls of members, results of elections, and terms in brackets: standing told without a verb of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from legation.reading.clauses import actors_in, is_passive, subjects_of
from legation.reading.finders.membership_bodies import Body
from legation.reading.finders.sides import listed_from, parties_only, past_note, subject_actors
from legation.reading.found import Found
from legation.reading.modality import modality_of
from legation.reading.parse import Token
from legation.reading.text import Sentence
from legation.reading.timeline import occasion_of
from legation.reading.timing import date_for, dates_for
from legation.values.when import When

_ROLL: Final = frozenset(
    "members countries nations states participants signatories partners economies governments parties".split()
)
_ELECTED: Final = frozenset({"elect", "re-elect", "reelect", "choose", "return"})
_ELECTIONS: Final = frozenset({"elect", "election", "re-election", "reelection", "vote", "seat"})
WELCOMES: Final = frozenset("welcome admit accept add induct confirm approve receive".split())
"""Verbs by which a body takes somebody in."""
_MEETINGS: Final = frozenset({"meet", "gather", "convene", "assemble"})
_TERM: Final = frozenset({"term", "terms", "mandate", "tenure", "period"})
_OPENERS: Final = frozenset(
    {":", "(", "–", "—", "-", "including", "include", "are", "namely", "were", "such", "as"}
)


@dataclass(frozen=True, slots=True)
class Election:
    """An election to a body that a document tells of."""

    body: Body
    term: When | None
    date: When | None


def home_of(sentence: Sentence) -> tuple[str, ...]:
    """The document's home, where it has one."""
    home = sentence.text.context.home
    return (home,) if home else ()


def term_in(sentence: Sentence, word: Token | None = None) -> When | None:
    """The term of office: an interval of years beside "term" or in brackets, or the sentence's only one.

    Args:
        sentence: The sentence.
        word: The word of standing; of several terms that nearest to it counts.
    """
    spans = [d for d in sentence.dates if d.when.precision == "interval" and len(d.when.text) == 9]
    fits = []
    for date in spans:
        around = sentence.doc[max(sentence.start, date.start - 3) : min(sentence.end, date.end + 3)]
        if any(t.lower_ in _TERM or t.text == "(" for t in around):
            fits.append(date)
    if not fits:
        return spans[0].when if len(spans) == 1 else None
    near = [d for d in fits if word is not None and d.start > word.i] or fits
    return min(near, key=lambda d: d.start).when


def election_in(sentence: Sentence, bodies: list[Body]) -> Election | None:
    """The election that a sentence tells of: the last body it names is the one elected to."""
    if not bodies or not sentence.with_lemma(_ELECTIONS):
        return None
    verbs = sentence.with_lemma(_ELECTED)
    term = term_in(sentence)
    dates = [d.when for d in (dates_for(sentence, verbs[0]) if verbs else sentence.dates) if d.when != term]
    return Election(bodies[-1], term, dates[0] if dates else None)


def also_elected(sentence: Sentence, election: Election) -> Iterator[Found]:
    """As in "The others chosen were Peru, Chile and Togo": elected to the body of the sentences before."""
    if not sentence.with_word({"votes", "chosen", "others", "elected", "re-elected", "winners"}):
        return
    for token in sentence.with_lemma(_ELECTED):
        if token.tag_ not in ("VBN", "VBD"):
            continue
        actors = parties_only(subject_actors(sentence, subjects_of(token))) if is_passive(token) else ()
        start = token.i + 1
        while start < sentence.end and sentence.doc[start].pos_ == "AUX":
            start += 1
        actors = actors or parties_only(actors_in(listed_from(sentence, start, reach=6)))
        for actor in actors:
            if actor != election.body.name:
                yield Found(
                    "membership",
                    sentence,
                    sentence.start,
                    sentence.end,
                    {"actor": actor, "body": election.body.name, "action": "elected", "term": election.term},
                    date=election.date,
                    evidence=("also elected",),
                    weight=0.6,
                )


def rolls(sentence: Sentence, bodies: list[Body]) -> Iterator[Found]:
    """As in "The members of the group – Peru, Chile and Togo –", "its eleven APEC partners: …": each is a member."""
    for noun in sentence.with_word(_ROLL):
        body = _body_of_roll(sentence, noun, bodies)
        if body is None:
            continue
        start = past_note(sentence, max(noun.i + 1, body.end))
        while start < sentence.end and (
            sentence.doc[start].lower_ in _OPENERS or sentence.doc[start].text == ")"
        ):
            start += 1
        run = listed_from(sentence, start, reach=2)
        if run and any(t.lower_ not in ("the", "of") for t in sentence.doc[start : run[0].start]):
            continue
        listing = tuple(a for a in parties_only(actors_in(run)) if a != body.name)
        if len(listing) >= 3 and not _met(sentence, run[-1].end):
            for actor in listing:
                yield Found(
                    "membership",
                    sentence,
                    min(noun.i, body.start),
                    run[-1].end,
                    {"actor": actor, "body": body.name, "action": "joined" if _is_new(noun) else "member"},
                    evidence=("roll",),
                    weight=0.75,
                )


def _met(sentence: Sentence, end: int) -> bool:
    """Whether the roll is of those who met: that is a contact's."""
    return any(t.lemma_.lower() in _MEETINGS for t in sentence.doc[end : min(sentence.end, end + 4)])


def _is_new(noun: Token) -> bool:
    return any(c.lower_ in ("new", "newest", "latest") for c in noun.children)


def _body_of_roll(sentence: Sentence, noun: Token, bodies: list[Body]) -> Body | None:
    """The body whose members a noun lists: "APEC members", "members of APEC", "countries in the Quad"."""
    for body in bodies:
        if body.end <= noun.i <= body.end + 2 and "," not in [
            t.text for t in sentence.doc[body.end : noun.i]
        ]:
            return body
        between = [t.lower_ for t in sentence.doc[noun.i + 1 : body.start]]
        if 0 < len(between) <= 3 and between[0] in ("of", "in", "to", "at"):
            return body
    return None


def welcomed(sentence: Sentence, bodies: list[Body], last: Body | None) -> Iterator[Found]:
    """As in "The group welcomed Peru, Chile and Togo as new members": they joined the body named, else the last one."""
    for noun in sentence.tokens:
        if noun.lower_ not in ("member", "members", "participants", "participant"):
            continue
        if noun.head.lower_ != "as" and "as" not in {
            t.lower_ for t in sentence.doc[max(sentence.start, noun.i - 4) : noun.i]
        }:
            continue
        verbs = [t for t in sentence.doc[sentence.start : noun.i] if t.pos_ == "VERB"]
        if not verbs or verbs[-1].lemma_.lower() not in WELCOMES:
            continue
        verb = verbs[-1]
        body = next((b for b in bodies if noun.i - 6 <= b.start), None) or last
        run = listed_from(sentence, verb.i + 1, reach=4)
        if run and sentence.doc[run[-1].end].lower_ in ("'s", "’s", "'", "’"):
            continue  # "welcomed India's candidature"
        actors = parties_only(actors_in(run))
        if body is None or not actors:
            continue
        at = date_for(sentence, verb)
        for actor in actors:
            if actor != body.name:
                yield Found(
                    "membership",
                    sentence,
                    verb.i,
                    noun.i + 1,
                    {"actor": actor, "body": body.name, "action": "joined"},
                    modality=modality_of(verb),
                    date=at.when if at else occasion_of(sentence),
                    evidence=("welcomed",),
                    weight=0.75,
                )


def bracketed(sentence: Sentence, bodies: list[Body]) -> Iterator[Found]:
    """As in "The Executive Board (2025–2027)": a body with a term in brackets is one that the speaker sits on."""
    for body in bodies:
        if body.end + 1 < sentence.end and sentence.doc[body.end].text == "(":
            date = sentence.date_at(sentence.doc[body.end + 1])
            if date is not None and date.when.precision == "interval":
                actors = parties_only(subject_actors(sentence, subjects_of(sentence.span.root))) or home_of(
                    sentence
                )
                for actor in actors[:1]:
                    yield Found(
                        "membership",
                        sentence,
                        body.start,
                        date.end + 1,
                        {"actor": actor, "body": body.name, "action": "member", "term": date.when},
                        date=date.when,
                        evidence=("bracket",),
                        weight=0.7,
                    )
