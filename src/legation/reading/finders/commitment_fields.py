"""The fields of a commitment: who is bound, to whom, how much, and when the word was given."""

from __future__ import annotations

from datetime import timedelta

from legation.reading.clauses import actors_in, after, listed
from legation.reading.finders.commitment_promise import Promise
from legation.reading.finders.commitment_promisors import (
    is_ministry,
    is_recipient,
    is_region,
    is_side,
    speaking_for_members,
)
from legation.reading.finders.commitment_words import GIVERS, HELPING, HOSTILE
from legation.reading.finders.figure_vague import local_money
from legation.reading.mention import Mention, QuantityAt
from legation.reading.parse import Token
from legation.reading.text import Sentence
from legation.reading.timeline import occasion_of, past_occasion_of
from legation.values.when import When

_NO_AMOUNTS = frozenset({"rank", "times", "fraction", "year", "day", "month", "week", "hour", "minute"})
_NO_COUNTS = frozenset(
    "country countries side sides nation nations leader leaders party parties president presidents year years people peoples "
    "minister ministers government governments state states day days months weeks economy economies".split()
)
_BARGAINS = frozenset({"deal", "agreement", "framework", "pact"})
_GIVEN = frozenset({"to", "for"})
_PAID = ("object", "announced", "giving")
_AIMS = (
    "verb:aim",
    "noun:goal",
    "noun:target",
    "noun:ambition",
    "noun:aim",
    "noun:determination",
    "ought",
    "shall",
)
_NAMING = frozenset({"name", "capital", "adjective"})
_DAY = timedelta(days=1)
_FRESH = timedelta(days=4)
"""How long after an occasion its account comes out."""
_NEAR = 9
"""Tokens from an act's word within which those stand whom it is for."""
_BEHIND = 4
"""Tokens behind an act's words in which its amount may stand: "hand over a radar, worth 4 million euros"."""
_AGAINST = frozenset({"against", "by", "from", "over", "than"})


def promisers(mentions: tuple[Mention, ...], *, called: bool) -> tuple[str, ...]:
    """Who is bound: an agency that is named is bound itself, a ministry and a person bind their side."""
    found: dict[str, None] = {}
    for mention in mentions:
        agency = mention.body if mention.form == "name" and not is_ministry(mention.body) else None
        for actor in (agency,) if agency else mention.actors:
            found.setdefault(actor)
    return speaking_for_members(tuple(a for a in found if called or not is_region(a)))


def recipients(
    sentence: Sentence, by: tuple[str, ...], promise: Promise, act: tuple[int, int]
) -> tuple[str, ...]:
    """Whom it is promised to: whom the word or the act is given to; where two sides bargain the other one."""
    given = _others(_given_to(sentence, promise.trigger) or actors_in(promise.asked_by), by)
    if given:
        return given
    verb = sentence.doc[act[0]].lemma_.lower()
    if len(by) == 1 and (other := _other_side(sentence, by[0], promise, act)):
        return other
    helped = _helped(sentence, act)
    if helped or len(by) > 1 or verb in HOSTILE:
        return _others(helped, by)
    inside = [
        m for m in sentence.mentions if act[0] <= m.start < act[1] and _may_receive(sentence, act[0], m)
    ]
    return tuple(a for a in _others(actors_in(inside), by) if is_side(a))[:1]


def _others(actors: tuple[str, ...], by: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(a for a in actors if a not in by and is_recipient(a))


def _other_side(sentence: Sentence, promisor: str, promise: Promise, act: tuple[int, int]) -> tuple[str, ...]:
    """The other of the two sides of the document, unless the act is about somebody else or is no favour.

    Where they bargain (a joint statement, a deal, a promise to pay) all that one promises is for the other.
    """
    context = sentence.text.context
    sides = context.between or context.pair
    if len(sides) != 2 or promisor not in sides or not all(map(is_side, sides)):
        return ()
    bargain = context.joint or set((sentence.text.document.title or "").lower().split()) & _BARGAINS
    if bargain or promise.pattern.startswith(_PAID):
        return tuple(a for a in sides if a != promisor)
    named = {
        a
        for m in sentence.mentions
        if act[0] <= m.start < act[1] and m.form in _NAMING
        for a in m.actors
        if is_side(a)
    }
    words = {t.lemma_.lower() for t in sentence.doc[act[0] : act[0] + 3]}
    aims = promise.pattern.startswith(_AIMS)
    return () if named - set(sides) or words & HOSTILE or aims else tuple(a for a in sides if a != promisor)


def _helped(sentence: Sentence, act: tuple[int, int]) -> tuple[str, ...]:
    """Whom an act of help is for: "support Ukraine", "help Jordan cover …", "contribute 2 million to the bank"."""
    verbs = [
        t for t in sentence.doc[act[0] : min(act[0] + 4, act[1])] if t.lemma_.lower() in HELPING | GIVERS
    ]
    for verb in verbs:
        heads = [c for c in verb.children if c.dep_ in ("dobj", "dative", "nsubj") and c.i > verb.i]
        heads += after(verb, _GIVEN)
        if verb.lemma_.lower() in HELPING:
            heads += [c for h in heads for c in h.children if c.dep_ == "poss"]
        found = actors_in(m for h in heads for part in listed(h) if (m := sentence.mention_at(part)))
        if found:
            return found
    return ()


def _may_receive(sentence: Sentence, start: int, mention: Mention) -> bool:
    """Whether an actor in an act may be whom it is for: neither a foe ("against Russia") nor far behind."""
    if mention.form not in _NAMING or mention.start - start > _NEAR:
        return False
    before = [t.lemma_.lower() for t in sentence.doc[start : mention.start]]
    behind = sentence.doc[mention.end].lower_ if mention.end < sentence.end else ""
    close = [word for word in before[-2:] if word in _AGAINST]
    describes = mention.form == "capital" and sentence.doc[mention.end - 1].dep_ in (
        "compound",
        "nmod",
        "amod",
    )
    if describes:  # "the Brussels conference"
        return False
    return not close and behind != "-" and not any(word in HOSTILE for word in before)


def _given_to(sentence: Sentence, trigger: Token) -> tuple[str, ...]:
    """Whom the word is given to: "promised Seoul 5 million tonnes", "pledged to Kyiv"."""
    heads = [c for c in trigger.children if c.dep_ == "dative" and c.pos_ in ("PROPN", "NOUN")]
    heads += [
        i for c in trigger.children if c.lower_ == "to" and c.dep_ in ("dative", "prep") for i in c.children
    ]
    return actors_in(m for h in heads if h.dep_ in ("pobj", "dative") and (m := sentence.mention_at(h)))


def amount_of(sentence: Sentence, start: int, end: int) -> QuantityAt | None:
    """The amount that is promised: money first, else a share or a count of things."""
    inside = [
        local_money(sentence, q)
        for q in sentence.quantities
        if start <= q.start < end + _BEHIND and q.quantity.unit not in _NO_AMOUNTS
    ]
    inside = [q for q in inside if not set((q.quantity.noun or "").lower().split()) & _NO_COUNTS]
    money = [q for q in inside if len(q.quantity.unit) == 3 and q.quantity.unit.isupper()]
    return next(iter(money or inside), None)


def _just_before(occasion: When | None, published: When | None) -> When | None:
    """An occasion of the days before an account of it came out."""
    if occasion is None or published is None or occasion.after is None or published.first is None:
        return None
    return occasion if timedelta(0) <= published.first - occasion.after + _DAY <= _FRESH else None


def given_on(sentence: Sentence, promise: Promise, start: int) -> When | None:
    """When the word was given: a date before the act, the occasion that an account is of, else the document's own."""
    published = sentence.text.document.published
    context = sentence.text.context
    if promise.pattern.endswith("future"):
        own = any(m.form == "we" or (context.seat and context.seat in m.actors) for m in promise.by)
        told = not context.joint and not context.spoken and not own
        return (told and _just_before(occasion_of(sentence), published)) or published or occasion_of(sentence)
    perfect = {c.lower_ for c in promise.trigger.children if c.dep_ == "aux"} & {"has", "have", "had"}
    if promise.trigger.tag_ == "VBN" and perfect and not sentence.text.context.joint:
        return None  # "has agreed", told by others, was given some day before
    early = [d for d in sentence.dates if d.sense == "point" and d.end <= start]
    past = [d for d in early if published is None or not published.before(d.when)]
    if past:
        return past[-1].when
    if context.joint:
        return published
    occasion = past_occasion_of(sentence)
    fresh = None if context.spoken or context.seat else _just_before(occasion, published)
    return (occasion if promise.trigger.tag_ == "VBD" else fresh) or published
