"""Whose a figure is: an owner ("Vietnam's exports"), a pair ("trade with Egypt"), who does it, whom the text is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from legation.reading.clauses import actors_in, doers_of, listed, subjects_of, who
from legation.reading.context import is_state
from legation.reading.finders.encounter_sides import is_region
from legation.reading.finders.figure_clauses import Measured
from legation.reading.finders.figure_phrases import verb_over
from legation.reading.finders.figure_words import DOMESTIC, FIRMS, HOME_MEASURES, PAIR_MEASURES, TRADED
from legation.reading.mention import Mention, QuantityAt
from legation.reading.parse import Token
from legation.reading.text import Sentence, Text

LIVING = frozenset("live reside dwell settle work study find stay".split())
"""Verbs of those who are in a country that is not their own."""
_COUNTRIES = frozenset({"country", "nation", "state"})
_NEAR_OWNER = 6
_HEAD = 4
"""Tokens within which a sentence's head stands."""
_OWNING = frozenset({"of", "with", "between", "from", "to", "in", "into", "by", "among"})


def subject_of(sentence: Sentence, at: QuantityAt, of: Measured) -> tuple[tuple[str, ...], str]:
    """Whose figure it is, and how that was seen: an owner, a place, the doer, the sentence, the text."""
    if settled := _living(sentence, at, of):
        return settled, "place"
    subject, how = _named_for(sentence, at, of)
    return (subject, how) if len(subject) != 1 else (_completed(sentence, subject[0], of), how)


def _living(sentence: Sentence, at: QuantityAt, of: Measured) -> tuple[str, ...]:
    """Whose people live where: "4,000 Ghanaians live in Togo" is of the two."""
    verb = verb_over(of.governor)
    if verb is None or verb.lemma_.lower() not in LIVING or at.quantity.unit != "count":
        return ()
    near = [m for m in sentence.mentions if m.start >= at.start]
    people = [m for m in near if m.form == "adjective" and m.start < verb.i]
    places = [m for m in near if m.start > verb.i and m.form in ("name", "back", "capital")]
    if not people or not places:
        return ()
    found = _two((*people[0].actors[:1], *places[0].actors[:1]))
    return found if len(found) == 2 else ()


def _completed(sentence: Sentence, one: str, of: Measured) -> tuple[str, ...]:
    """One of the two whom a text is about with the other, for what only two can have: trade, loans, troops abroad."""
    pair = sentence.text.context.pair
    words = {w.lower() for w in of.indicator.split()}
    if any(a not in pair for m in sentence.mentions for a in m.actors if is_state(a)):
        return (one,)  # a third is named: what one has may be with that one
    if one not in pair or len(pair) != 2 or of.how in ("share", "people") or words & DOMESTIC:
        return (one,)
    return (one, *(a for a in pair if a != one))


def _named_for(sentence: Sentence, at: QuantityAt, of: Measured) -> tuple[tuple[str, ...], str]:
    root = sentence.doc[at.start : at.end].root
    owners = actors_in(m for t in dict.fromkeys((of.thing, root)) for m in _owners(sentence, t))
    doers = _doers(sentence, of.governor) or (_leading(sentence, at) if of.how == "share" else ())
    if any(is_state(a) for a in doers):
        owners = tuple(a for a in owners if not is_region(a))
    paired = bool({w.lower() for w in of.indicator.split()} & PAIR_MEASURES)
    if place := _place(sentence, at):
        return _two((*doers, *(() if doers else _about(sentence.text)), place)), "place"
    between = len(owners) == 2 and any(c.lower_ == "between" for c in of.thing.children)
    told = doers and not between and any(is_state(a) for a in doers)
    if owners and (any(is_state(a) for a in owners) or not told):
        if len(owners) == 1 and (paired or _is_partner(of.thing)):
            return _paired(sentence, owners[0], doers), "pair"
        if not doers and sentence.text.context.seat and not any(is_state(a) for a in owners):
            doers = (sentence.text.context.seat,)
        lone = len(owners) == 1
        found = _two(
            (*(doers[:1] if lone else ()), *owners, *(_others(sentence, of.governor, owners) if lone else ()))
        )
        if len(found) == 1 and _is_bound(of.thing):
            named = actors_in(m for m in sentence.mentions if m.form in ("name", "adjective"))
            strangers = [a for a in named if is_state(a) and a != found[0]]
            found = (strangers[0], found[0]) if len(strangers) == 1 else found
        return found, "owner"
    named = actors_in(m for m in sentence.mentions if m.form in ("name", "adjective"))
    if doers and paired and len(named) == 2 and set(doers) <= set(named):
        return _two((*doers, *named)), "pair"
    if doers:
        others = _others(sentence, of.governor, doers) if len(doers) == 1 else ()
        return _two((*doers, *(a for a in others if of.how != "share" or not is_region(a)))), "doer"
    return _near(sentence, of, paired=paired)


def _leading(sentence: Sentence, at: QuantityAt) -> tuple[str, ...]:
    """Who stands at the head of a sentence, before its share of something."""
    before = [m for m in sentence.mentions if m.end <= at.start and m.form in ("name", "adjective", "back")]
    return before[0].actors[:1] if before and before[0].start - sentence.start < _HEAD else ()


def _two(actors: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(actors))[:2]


def _near(sentence: Sentence, of: Measured, *, paired: bool) -> tuple[tuple[str, ...], str]:
    """Whom the sentence, else the text, is about."""
    near = actors_in(m for m in sentence.mentions if m.form != "capital" and m.form != "person")
    context = sentence.text.context
    if len(near) == 2 or (len(near) == 1 and not paired):
        return near, "sentence"
    if len(near) == 1:
        return _paired(sentence, near[0], ()), "pair"
    if paired and len(context.pair) == 2:
        return context.pair, "text"
    if len(context.between) == 2 and not near:
        return context.between, "text"
    if of.how == "label" and len(context.pair) == 2 and not near:
        return context.pair, "text"
    strangers = {a for m in sentence.mentions for a in m.actors} - {*context.pair}
    if (
        len(context.pair) == 2
        and not near
        and not strangers
        and not {w.lower() for w in of.indicator.split()} & DOMESTIC
    ):
        return context.pair, "text"
    words = {w.lower() for w in of.indicator.split()}
    home = context.home if (context.we or context.seat) else None
    return (
        ((home,), "text")
        if home and not near and (words & HOME_MEASURES or of.how == "label")
        else ((), "none")
    )


def _paired(sentence: Sentence, one: str, doers: tuple[str, ...]) -> tuple[str, ...]:
    """The pair of whom one is named: with the doer, the other of the text's pair, or the text's home."""
    context = sentence.text.context
    candidates = (*doers, context.home or "", *(context.pair if one in context.pair else ()))
    other = next((a for a in candidates if a and a != one), None)
    return (other, one) if other else (one,)


def _about(text: Text) -> tuple[str, ...]:
    """The state that a text's home names, for whose acts a place is foreign."""
    return (text.context.home,) if text.context.home else ()


def _is_partner(thing: Token) -> bool:
    """Whether the only owner of a measure is named as a partner: "trade with Egypt"."""
    return any(c.dep_ == "prep" and c.lower_ in ("with", "between") for c in thing.children)


def _is_bound(thing: Token) -> bool:
    """Whether the only owner of what is traded is whom it goes to or comes from: "exports to Egypt"."""
    traded = thing.lemma_.lower() in TRADED
    return traded and any(c.dep_ == "prep" and c.lower_ in ("to", "from") for c in thing.children)


def _possessor(sentence: Sentence, token: Token) -> Iterator[Mention]:
    """Who stands with an "'s" before a noun, whatever the parse: "China's direct investment"."""
    for before in reversed(sentence.doc[max(sentence.start + 1, token.i - _NEAR_OWNER) : token.i]):
        if before.text in ("'s", "’s", "’"):
            mention = sentence.mention_at(before.nbor(-1))
            if mention is not None and mention.form in ("name", "back"):
                yield mention
            return
        if before.pos_ in ("VERB", "AUX", "ADP", "PUNCT") and before.text != "-":
            return


def _owners(sentence: Sentence, token: Token) -> Iterator[Mention]:
    yield from _possessor(sentence, token)
    for child in token.children:
        if child.dep_ in ("poss", "amod", "compound", "nmod"):
            yield from (m for part in (child, *child.conjuncts) if (m := sentence.mention_at(part)))
        elif child.dep_ == "prep" and child.lower_ in _OWNING:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield from _at(sentence, inner)
    if token.dep_ == "pobj" and token.head.lower_ == "of":
        yield from _owners(sentence, token.head.head)


def _at(sentence: Sentence, token: Token) -> Iterator[Mention]:
    for part in listed(token):
        mention = sentence.mention_at(part)
        if mention is not None and mention.form != "capital":
            yield _of_states(sentence, mention) if part.lemma_.lower() in _COUNTRIES else mention


def _of_states(sentence: Sentence, mention: Mention) -> Mention:
    """ "The two countries" as countries, where two firms stand nearer before it: the last two states told of."""
    if mention.form != "pair" or all(is_state(a) for a in mention.actors):
        return mention
    context = sentence.text.context
    told: dict[str, None] = {}
    here = sentence.before()
    while here is not None and len(told) < 2 and here.number == sentence.number:
        told |= dict.fromkeys(a for m in reversed(here.mentions) for a in m.actors if is_state(a))
        here = here.before()
    told |= dict.fromkeys(a for a in (*context.pair, context.home) if a)
    return replace(mention, actors=tuple(told)[:2])


def _doers(sentence: Sentence, governor: Token) -> tuple[str, ...]:
    verb = verb_over(governor)
    if verb is None:
        return ()
    tokens = doers_of(verb) or subjects_of(verb)
    return actors_in(m for t in tokens for m in who(sentence, t)) or tuple(
        n for t in tokens if (n := _named(sentence, t))
    )


def _named(sentence: Sentence, token: Token) -> str | None:
    """The name of a firm, fund or programme that the register does not know, where it acts: "MOL Group purchased …"."""
    if token.pos_ != "PROPN" or sentence.mention_at(token) is not None or sentence.date_at(token) is not None:
        return None
    start = token.i
    while (
        start > sentence.start
        and sentence.doc[start - 1].text[0].isupper()
        and sentence.doc[start - 1].dep_ == "compound"
    ):
        start -= 1
    return sentence.words(start, token.i + 1) if start < token.i and token.lower_ in FIRMS else None


def _others(sentence: Sentence, governor: Token, known: tuple[str, ...]) -> tuple[str, ...]:
    """The one other actor of a clause after its governing word: whom it is done to, or where."""
    verb = verb_over(governor)
    for top in (governor, *((verb,) if verb is not None else ())):
        others = actors_in(
            m
            for t in top.subtree
            if t.i > governor.i and (m := sentence.mention_at(t)) and m.form not in ("capital", "person")
        )
        fresh = tuple(a for a in others if a not in known)
        if fresh:
            return fresh if len(fresh) == 1 else ()
    return ()


def _place(sentence: Sentence, at: QuantityAt) -> str | None:
    """Where things counted in a list are: "18 in Ireland and 36 in France", "22 activities were held in Mongolia"."""
    if at.quantity.unit != "count":
        return None
    listing = sum(q.quantity.noun == at.quantity.noun for q in sentence.quantities) > 1
    if not listing:
        return None
    for token in sentence.doc[at.end : min(at.end + 5, sentence.end)]:
        if (
            token.lower_ == "in"
            and token.i + 1 < sentence.end
            and (m := sentence.mention_at(sentence.doc[token.i + 1]))
        ):
            return m.actors[0] if m.actors else None
        if sentence.quantity_at(token) is not None:
            return None
    return None
