"""Who acts in an event and towards whom: by the clause, by the owners of what is done, else by what was told before."""

from __future__ import annotations

from collections.abc import Iterable

from legation.reading.clauses import actors_in, agents_of, is_passive, subjects_of, who
from legation.reading.context import is_state
from legation.reading.finders.encounter_sides import is_region
from legation.reading.finders.event_words import DECREES, GROUPS, OFFICIALS
from legation.reading.mention import Mention
from legation.reading.parse import Token
from legation.reading.text import Sentence

_NAMED = ("name", "adjective", "person", "capital")
_OWN = frozenset({"its", "their"})
_ONES = frozenset({"president", "minister", "secretary", "ambassador", "chancellor", "premier", "government"})
_COUNTRIES = frozenset({"country", "nation", "state", "republic", "kingdom"})
_HELPING = frozenset(
    "for help helping support supporting aid defend defending back backing with arm arming".split()
)
_REACH = 6
_MEMORY = 2
"""Sentences back that whom an act is about is remembered."""


def actors(sentence: Sentence, tokens: Iterable[Token]) -> tuple[str, ...]:
    """The actors that noun phrases mean."""
    return actors_in(m for t in tokens for m in who(sentence, t) or _owning(sentence, t))


def _owning(sentence: Sentence, token: Token) -> list[Mention]:
    return [m for o in owners(token) if (m := sentence.mention_at(o)) is not None]


def within(sentence: Sentence, tokens: Iterable[Token]) -> tuple[str, ...]:
    """The actors named anywhere in phrases: "support for recent steps between Greece and Turkey"."""
    inside = {t.i for token in tokens for t in token.subtree}
    return actors_in(m for m in sentence.mentions if m.start in inside and m.form in _NAMED)


def doers(sentence: Sentence, verb: Token) -> tuple[str, ...]:
    """Who acts; a state by its order or proclamation; a group without a name by its noun."""
    if verb.dep_ == "acomp":
        verb = verb.head
    subjects = agents_of(verb) if is_passive(verb) else subjects_of(verb)
    if verb.dep_ == "conj" and any(c.lower_ in _OWN for t in subjects for c in t.children):
        return doers(sentence, verb.head)  # "Togo recalled its envoy, and its cabinet rejected the deal"
    if is_passive(verb):  # "backed by the full range of U.S. capabilities" is done by nobody
        subjects = [t for t in subjects if sentence.mention_at(t) or t.lemma_.lower() in OFFICIALS]
    found = actors(sentence, subjects)
    home = sentence.text.context.home
    if home and any(t.lemma_.lower() in DECREES for t in subjects):
        return found or (home,)
    seat = sentence.text.context.seat
    if seat and not found and any(t.lemma_.lower() in OFFICIALS and _is_the(t) for t in subjects):
        return (seat,)
    groups = tuple(t.lower_ for t in subjects if t.lemma_.lower() in GROUPS and not found)
    return found or groups or (() if is_passive(verb) else _before(sentence, verb))


def _is_the(token: Token) -> bool:
    """Whether a title stands for the one whom a document is about: "the President", "the Vice President"."""
    return any(c.lower_ == "the" for c in token.children) and token.lemma_.lower() in _ONES


def _before(sentence: Sentence, verb: Token) -> tuple[str, ...]:
    """Who stands right before a verb whose subject the parse does not tell."""
    if subjects_of(verb):
        return ()
    for token in reversed(sentence.doc[max(sentence.start, verb.i - _REACH) : verb.i]):
        mention = sentence.mention_at(token)
        if mention is not None and mention.form in (*_NAMED, "back", "pair"):
            return mention.actors
        if token.pos_ in ("VERB", "NOUN") or token.text in (",", ";"):
            return ()
    return ()


def told_of(sentence: Sentence, known: tuple[str, ...], tokens: Iterable[Token] = ()) -> tuple[str, ...]:
    """Whom an act is towards that its clause does not name: the other side of what is being told.

    Args:
        sentence: The sentence of the act.
        known: Who acts.
        tokens: What the clause calls them; "the country" is one told of before.
    """
    pointed = any(t.lemma_.lower() in _COUNTRIES for t in tokens)
    here: Sentence | None = sentence.before() if pointed else sentence
    for _ in range(_MEMORY):
        if here is None or here.number != sentence.number:
            break
        others = _others(here.mentions, known)
        if others:
            return others if len(others) <= 2 else ()
        here = here.before()
    return other_of_pair(sentence, known)


def of_pronoun(sentence: Sentence, noun: Token, known: tuple[str, ...]) -> tuple[str, ...]:
    """Whose "its" is before a noun: who was named last before it, other than who acts."""
    if not any(c.dep_ == "poss" and c.lower_ in _OWN for c in noun.children):
        return ()
    before = [m for m in sentence.mentions if m.end <= noun.i and m.form in ("name", "capital", "adjective")]
    states = [a for m in before for a in m.actors if is_state(a) and a not in known]
    return tuple(states[-1:])


def helped(sentence: Sentence, known: tuple[str, ...]) -> tuple[str, ...]:
    """Whom a sentence tells to be helped: in "since Russia's invasion Chad has sent Ukraine aid", nobody but Ukraine."""
    found = {
        a
        for m in sentence.mentions
        if m.form == "name" and m.start > sentence.start and sentence.doc[m.start - 1].lower_ in _HELPING
        for a in m.actors
        if is_state(a) and a not in known
    }
    return tuple(found) if len(found) == 1 else ()


def _others(mentions: Iterable[Mention], known: tuple[str, ...]) -> tuple[str, ...]:
    named = actors_in(m for m in mentions if m.form in _NAMED)
    return tuple(a for a in named if is_state(a) and a not in known)


def unnamed(sentence: Sentence, verb: Token, target: tuple[str, ...]) -> tuple[str, ...]:
    """Who acts where a text about two calls him or her by a pronoun or a name alone: the one that is not the target."""
    subjects = subjects_of(verb)
    someone = any(t.pos_ == "PRON" or ((m := sentence.mention_at(t)) and m.person) for t in subjects)
    return other_of_pair(sentence, target) if someone else ()


def other_of_pair(sentence: Sentence, source: tuple[str, ...]) -> tuple[str, ...]:
    """The other of the two whom a text is about."""
    pair = sentence.text.context.pair
    return tuple(a for a in pair if a not in source) if len(source) == 1 and source[0] in pair else ()


def alone_with(sentence: Sentence, source: tuple[str, ...]) -> tuple[str, ...]:
    """The other of the two whom a text is about, where its sentence names no third."""
    other = other_of_pair(sentence, source)
    named = {a for m in sentence.mentions for a in m.actors}
    return other if named <= {*source, *other} else ()


def owners(noun: Token) -> list[Token]:
    """Whose act a noun names: "Russia's", "Russian", "by Russia"."""
    mine = [c for c in noun.children if c.dep_ in ("poss", "amod", "compound", "nmod")]
    mine += [t for t in noun.subtree if t.i < noun.i - 1 and t not in mine and t.nbor().text in ("'s", "’s")]
    return mine + [
        t
        for word in noun.subtree
        if word.lower_ == "by" and word.dep_ in ("prep", "agent") and word.i - noun.i < 12
        for t in word.children
        if t.dep_ == "pobj"
    ]


def defended(sentence: Sentence, noun: Token, sources: tuple[str, ...]) -> tuple[str, ...]:
    """Who defends against an act: in "support for Ukraine in its defence against Russian aggression", Ukraine."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "against":
        return ()
    before = [m for m in sentence.mentions if m.end <= noun.head.i and m.form in ("name", "back")]
    home = sentence.text.context.home
    others = [a for m in before for a in m.actors if is_state(a) and a not in (*sources, home)]
    return tuple(others[-1:])


def proper(source: tuple[str, ...], target: tuple[str, ...]) -> tuple[str, ...]:
    """The targets that can be: no regions, nobody towards himself."""
    return tuple(a for a in target if a not in source and not is_region(a))
