"""Events: acts of one actor towards another that none of the other kinds tells.

Sparing on purpose: an act is told only where both sides are named actors.
"""

from __future__ import annotations

from collections.abc import Iterator

from legation.reading.clauses import actors_in, agents_of, is_passive, subjects_of, who
from legation.reading.context import is_state
from legation.reading.finders.encounter_dates import date_of
from legation.reading.finders.encounter_sides import beside, is_region
from legation.reading.finders.event_words import ACTS, DECREES, GIVEN, JOINT, SPOKEN, VERBS
from legation.reading.found import Found
from legation.reading.modality import modality_of
from legation.reading.parse import Token
from legation.reading.text import Sentence, Text
from legation.reading.timeline import day_of
from legation.values.when import When

_AGAINST = frozenset({"against", "on", "upon", "of", "in", "toward", "towards"})
_FOR = frozenset({"for", "to", "with"})
_FEELINGS = frozenset({"sympathy", "condolence", "condolences", "solidarity"})
_UNREAL = frozenset({"any", "future", "possible", "potential", "further"})
_GIVING = {verb: kind for kind, (verbs, _, _) in GIVEN.items() for verb in verbs}
_TRIGGERS = frozenset({*VERBS, *_GIVING, *ACTS, *JOINT})


class Events:
    """Finds acts of one actor towards another."""

    name = "events.v1"

    def find(self, text: Text) -> Iterator[Found]:
        """Yield each act once."""
        seen: set[tuple[object, ...]] = set()
        for sentence in text.sentences:
            for found in _events(sentence):
                key = tuple(found.fields.values())
                if key not in seen:
                    seen.add(key)
                    yield found


def _events(sentence: Sentence) -> Iterator[Found]:
    for token in sentence.with_lemma(_TRIGGERS):
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and lemma in VERBS and not _is_infinitive(token):
            yield from _acted(sentence, token, VERBS[lemma])
        if token.pos_ == "VERB" and lemma in _GIVING:
            yield from _gave(sentence, token, lemma)
        elif token.pos_ in ("NOUN", "PROPN") and lemma in ACTS:
            yield from _act(sentence, token, ACTS[lemma])
        elif token.pos_ in ("NOUN", "PROPN") and lemma in JOINT:
            yield from _together(sentence, token)


def _is_infinitive(verb: Token) -> bool:
    """Whether a verb names what somebody means to do: that is a commitment or a wish, not an act."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _actors(sentence: Sentence, tokens: list[Token]) -> tuple[str, ...]:
    return actors_in(m for t in tokens for m in who(sentence, t))


def _within(sentence: Sentence, tokens: list[Token]) -> tuple[str, ...]:
    """The actors named anywhere in a phrase: "support for recent steps between Greece and Turkey"."""
    inside = {t.i for token in tokens for t in token.subtree}
    return actors_in(
        m for m in sentence.mentions if m.start in inside and m.form in ("name", "adjective", "person")
    )


def _doers(sentence: Sentence, verb: Token) -> tuple[str, ...]:
    """Who acts; a state by its order or proclamation."""
    subjects = agents_of(verb) if is_passive(verb) else subjects_of(verb)
    home = sentence.text.context.home
    if home and any(t.lemma_.lower() in DECREES for t in subjects):
        return _actors(sentence, subjects) or (home,)
    return _actors(sentence, subjects)


def _acted(sentence: Sentence, verb: Token, kind: str) -> Iterator[Found]:
    """As in "X condemned Y", "X was attacked by Y", "X cooperates with Y"."""
    objects = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    if kind in ("COOPERATE", "PROTEST"):
        objects = beside(verb, {"with", "against"})
    if kind == "SUPPORT":
        objects = [o for o in objects if sentence.mention_at(o)] or [
            t for o in objects for t in o.children if t.dep_ == "poss"
        ]
    if kind == "ACCUSE":
        objects = [t for o in objects for t in (_owners(o) or [o])]
    yield from _event(sentence, (verb, verb), kind, _doers(sentence, verb), _actors(sentence, objects))


def _gave(sentence: Sentence, verb: Token, lemma: str) -> Iterator[Found]:
    """As in "X imposed sanctions on Y", "X expressed support for Y", "X provided aid to Y"."""
    for kind, (verbs, nouns, preps) in GIVEN.items():
        if lemma not in verbs:
            continue
        for noun in verb.children:
            if noun.dep_ in ("dobj", "nsubjpass") and any(
                w.lemma_.lower() in nouns for w in (noun, *noun.conjuncts)
            ):
                tokens = beside(noun, preps) or beside(verb, preps)
                tokens += [c for c in verb.children if c.dep_ == "dative"]
                targets = _actors(sentence, tokens) or _within(sentence, tokens)
                if not targets and noun.lemma_.lower() in _FEELINGS:
                    targets = _other_of_pair(sentence, _doers(sentence, verb))
                yield from _event(sentence, (noun, verb), kind, _doers(sentence, verb), targets)


def _act(sentence: Sentence, noun: Token, kind: str) -> Iterator[Found]:
    """As in "Russia's invasion of Ukraine", "Houthi attacks on shipping"; who is not named is not told."""
    if any(c.lower_ in _UNREAL for c in noun.children):
        return
    sources = actors_in(m for o in _owners(noun) if (m := sentence.mention_at(o)))
    preps = _FOR if kind in ("SUPPORT", "AID") else _AGAINST
    targets = _actors(
        sentence,
        [
            t
            for c in noun.children
            if c.dep_ == "prep" and c.lower_ in preps
            for t in c.children
            if t.dep_ == "pobj"
        ],
    )
    if kind == "ASSAULT":
        targets = targets or _defended(sentence, noun, sources) or _only_other(sentence, sources)
    yield from _event(sentence, (noun, noun), kind, sources, targets)


def _owners(noun: Token) -> list[Token]:
    """Whose act a noun names: "Russia's", "Russian", "by Russia"."""
    return [c for c in noun.children if c.dep_ in ("poss", "amod", "compound", "nmod")] + [
        t
        for word in noun.subtree
        if word.lower_ == "by" and word.dep_ in ("prep", "agent") and word.i - noun.i < 12
        for t in word.children
        if t.dep_ == "pobj"
    ]


def _other_of_pair(sentence: Sentence, source: tuple[str, ...]) -> tuple[str, ...]:
    pair = sentence.text.context.pair
    return tuple(a for a in pair if a not in source) if len(source) == 1 and source[0] in pair else ()


def _defended(sentence: Sentence, noun: Token, sources: tuple[str, ...]) -> tuple[str, ...]:
    """Who defends against an act: in "support for Ukraine in its defence against Russian aggression", Ukraine."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "against":
        return ()
    before = [m for m in sentence.mentions if m.end <= noun.head.i and m.form in ("name", "back")]
    home = sentence.text.context.home
    others = [a for m in before for a in m.actors if is_state(a) and a not in (*sources, home)]
    return tuple(others[-1:])


def _only_other(sentence: Sentence, sources: tuple[str, ...]) -> tuple[str, ...]:
    """The one other state that a sentence names, beside the document's own: whom "Russian aggression" is against."""
    named = dict.fromkeys(
        a for m in sentence.mentions if m.form in ("name", "adjective", "capital") for a in m.actors
    )
    others = [a for a in named if is_state(a) and a not in (*sources, sentence.text.context.home)]
    return tuple(others) if len(others) == 1 else ()


def _together(sentence: Sentence, noun: Token) -> Iterator[Found]:
    """As in "joint exercises between X and Y", "the U.S.–Japan drill"."""
    sides = [c for c in noun.children if c.dep_ in ("poss", "amod", "compound", "nmod")]
    sides = [t for t in noun.subtree if t.i < noun.i and sentence.mention_at(t)] or sides
    actors = _actors(sentence, [*sides, *beside(noun, {"between", "with", "of", "by"})])
    yield from _event(sentence, (noun, noun), "COOPERATE", actors[:1], actors[1:])


def _event(
    sentence: Sentence,
    words: tuple[Token, Token],
    kind: str,
    source: tuple[str, ...],
    target: tuple[str, ...],
) -> Iterator[Found]:
    trigger, verb = words
    target = tuple(a for a in target if a not in source and not is_region(a))
    if not source or not target or not any(is_state(a) for a in (*source, *target)):
        return
    near = [
        m for m in sentence.mentions if set(m.actors) & {*source, *target} and abs(m.start - trigger.i) < 25
    ]
    modality = modality_of(verb)
    yield Found(
        "event",
        sentence,
        min([trigger.i, *(m.start for m in near)]),
        max([trigger.i + 1, *(m.end for m in near)]),
        {"source": source, "target": target, "type": kind},
        modality=modality,
        date=_date(sentence, words, kind, modality),
        evidence=(f"type:{kind}", f"word:{trigger.lemma_.lower()}"),
        weight=0.5,
    )


def _date(sentence: Sentence, words: tuple[Token, Token], kind: str, modality: str) -> When | None:
    stated = date_of(sentence, *words)
    if stated is None and kind in SPOKEN and modality == "actual" and sentence.text.context.between:
        return day_of(sentence.text)
    return stated
