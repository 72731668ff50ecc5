"""Commitments: what an actor promises, aims at, agrees or is urged to do.

A trigger ("will", "pledged to", "its commitment to", "urged Seoul to", a lead-in over bullets) gives an act and
who is bound; a list gives each of its acts; an act is taken where it is one that somebody does on purpose and that
could be checked later.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from legation.reading.clauses import actors_in
from legation.reading.finders.commitment_acts import listed_acts
from legation.reading.finders.commitment_leads import under_lead
from legation.reading.finders.commitment_promise import Promise, is_doubted
from legation.reading.finders.commitment_promisors import is_recipient, is_region, is_side
from legation.reading.finders.commitment_triggers import promises_in, purpose_of
from legation.reading.finders.commitment_words import (
    HELPING,
    HOSTILE,
    LIGHT,
    MEETINGS,
    NEED_OBJECT,
    NO_ACTS,
    NO_PLEDGES,
    STEPS,
)
from legation.reading.finders.what import act_span, act_words, is_verb
from legation.reading.found import Found
from legation.reading.mention import DateAt, Mention, QuantityAt
from legation.reading.parse import Token
from legation.reading.text import Sentence, Text
from legation.records import FieldValue
from legation.values.when import When

_NO_AMOUNTS = frozenset({"rank", "times", "fraction", "year", "day", "month", "week", "hour", "minute"})
_NO_COUNTS = frozenset(
    "country countries side sides nation nations leader leaders party parties president presidents year years people peoples "
    "minister ministers government governments state states day days months weeks economy economies".split()
)
_DEADLINES = frozenset({"by", "until"})
_WEAK = 0.6
"""Patterns no surer than this must name something that could be checked where somebody speaks."""
_REACH = 25
"""Tokens before its act from which a quote may begin at the promisor."""


class Commitments:
    """Finds what actors promise and are urged to do."""

    name = "commitments.v1"

    def find(self, text: Text) -> Iterator[Found]:
        """Yield each commitment once, in the order of the sentences."""
        said: list[tuple[tuple[str, ...], frozenset[str]]] = []
        for sentence in text.sentences:
            if sentence.block.kind == "title":
                continue
            for found in _in_sentence(sentence):
                key = (_actors(found, "by"), _content(str(found.fields["what"])))
                if not any(_same(key, other) for other in said):
                    said.append(key)
                    yield found


def _actors(found: Found, name: str) -> tuple[str, ...]:
    value = found.fields.get(name)
    return value if isinstance(value, tuple) else ()


def _content(what: str) -> frozenset[str]:
    return frozenset(w for w in what.lower().split() if len(w) > 3)


def _same(one: tuple[tuple[str, ...], frozenset[str]], other: tuple[tuple[str, ...], frozenset[str]]) -> bool:
    """Whether two promises of a document are one, said again in nearly the same words."""
    shared = len(one[1] & other[1])
    return set(one[0]) == set(other[0]) and shared > 0.8 * max(len(one[1]), len(other[1]), 1)


def _in_sentence(sentence: Sentence) -> Iterator[Found]:
    promises = [*promises_in(sentence), *under_lead(sentence)]
    triggers = sorted(p.trigger.i for p in promises)
    taken: dict[int, int] = {}
    for promise in promises:
        if promise.modality == "actual" and is_doubted(promise.trigger):
            continue
        act = purpose_of(promise.act)
        acts = [(act, None)] if promise.pattern == "giving" else listed_acts(sentence, act, promise.trigger)
        ends = [*(_before(act) for act, _ in acts[1:]), sentence.end]
        for (act, doer), end in zip(acts, ends, strict=True):
            nested = act != promise.act or not _is_word_given(promise.trigger)
            if act.i in taken or (nested and any(at < act.i < stop for at, stop in taken.items())):
                continue
            stop = min([end, *(i for i in triggers if i > act.i and _restarts(sentence.doc[i]))])
            found = _found(sentence, replace(promise, by=(doer,)) if doer else promise, act, stop=stop)
            if found and _is_act(promise, act):
                taken[act.i] = found.end
                yield found


def _is_word_given(trigger: Token) -> bool:
    """Whether a trigger is a word of promising itself, which may stand within another act."""
    return trigger.pos_ in ("NOUN", "VERB", "ADJ")


def _restarts(trigger: Token) -> bool:
    """Whether a word that binds begins a clause beside the one before it: "…, and committed to …"."""
    return trigger.dep_ == "conj" and trigger.tag_ in ("VBD", "VBN", "VBZ", "VBP")


def _before(act: Token) -> int:
    """Where the act before one in a list ends: at the separator before it."""
    at = act.i
    while at > act.sent.start and act.doc[at - 1].text not in (",", ";") and act.i - at < 6:
        at -= 1
    return at if at > act.sent.start and act.doc[at - 1].text in (",", ";") else act.i


def _is_act(promise: Promise, act: Token) -> bool:
    """Whether an act is done on purpose and no visit or meeting to come."""
    lemma = act.lemma_.lower()
    if act.pos_ not in ("VERB", "AUX") and not is_verb(act):
        counted = any(t.dep_ == "nummod" for t in act.subtree)
        return counted or promise.pattern.startswith(("verb", "object")) or _names_other(act)
    if lemma in LIGHT and any(c.lemma_.lower() in MEETINGS for c in _complements(act)):
        return False
    if lemma == "take" and any(c.dep_ == "dobj" and c.lemma_.lower() in STEPS for c in act.children):
        return False
    if lemma in NEED_OBJECT and not any(c.dep_ in ("dobj", "obj", "ccomp") for c in act.children):
        return False
    refused = NO_ACTS if promise.pattern.endswith(("future", "told")) else NO_PLEDGES
    return lemma not in refused


def _complements(act: Token) -> Iterator[Token]:
    """The objects of an act, and of "participate" and "join" what they are in."""
    for child in act.children:
        if child.dep_ in ("dobj", "obj"):
            yield child
        if child.dep_ == "prep" and act.lemma_.lower() in ("participate", "join", "engage"):
            yield from (c for c in child.children if c.dep_ == "pobj")


def _names_other(noun: Token) -> bool:
    """Whether what a commitment is to is somebody's: "its commitment to Israel's security", "to Article 5 of …"."""
    return any(t.pos_ == "PROPN" for t in noun.subtree if t.dep_ in ("poss", "pobj", "compound", "amod"))


def _found(sentence: Sentence, promise: Promise, act: Token, *, stop: int) -> Found | None:
    start, end = act_span(sentence, act, stop=stop)
    what = act_words(sentence, act, start, end)
    least = 1 if promise.pattern.startswith(("noun", "verb", "stance")) and act.pos_ == "VERB" else 2
    if len(what.split()) < least or not _is_checkable(sentence, promise, start, end):
        return None
    by = _promisers(promise.by)
    if not by:
        return None
    fields: dict[str, FieldValue] = {
        "by": by,
        "to": _to(sentence, by, promise.trigger, (start, end)),
        "what": what,
    }
    spots = {"what": (start, end)}
    if any(m.form == "we" for m in promise.by) and set(by) & _named_in(sentence, start, end):
        return None  # "we will stand with Ukraine" is not Ukraine's word: who "we" are was taken wrongly
    deadline = _deadline(sentence, promise, start, end)
    if deadline:
        fields["deadline"] = _day_of(deadline.when)
        spots["deadline"] = (deadline.start, deadline.end)
    amount = _amount(sentence, start, end)
    if amount:
        quantity = amount.quantity
        fields |= {"value": quantity.value, "unit": quantity.unit, "bound": quantity.bound}
        spots["value"] = (amount.start, amount.end)
    return Found(
        "commitment",
        sentence,
        _quote_start(sentence, promise, act, start),
        end,
        fields,
        modality=promise.modality,
        date=_given(sentence, promise, start),
        spots=spots,
        evidence=_evidence(promise, act, fields),
        weight=promise.weight,
    )


def _named_in(sentence: Sentence, start: int, end: int) -> set[str]:
    if sentence.text.context.joint:
        return set()
    return {a for m in sentence.mentions if start < m.start < end and m.form == "name" for a in m.actors}


def _evidence(promise: Promise, act: Token, fields: dict[str, FieldValue]) -> tuple[str, ...]:
    forms = sorted({m.form for m in promise.by})
    marks = [f"pattern:{promise.pattern}", f"act:{act.lemma_.lower()}", f"listed:{act != promise.act}"]
    marks += [f"by:{form}" for form in forms]
    return (
        *marks,
        f"amount:{'value' in fields}",
        f"deadline:{'deadline' in fields}",
        f"to:{bool(fields['to'])}",
    )


def _is_checkable(sentence: Sentence, promise: Promise, start: int, end: int) -> bool:
    """In speeches "we will …" is mostly rhetoric: there an act must name something that could be checked."""
    context = sentence.text.context
    if not context.spoken or context.joint or all(m.form not in ("we", "person") for m in promise.by):
        return True
    if not promise.pattern.endswith(("future", "told")) and promise.weight > _WEAK:
        return True
    named = any(start <= m.start < end and m.form in ("name", "capital") for m in sentence.mentions)
    counted = any(start <= q.start < end for q in sentence.quantities)
    return named or counted or any(d.sense in _DEADLINES for d in sentence.dates)


def _quote_start(sentence: Sentence, promise: Promise, act: Token, start: int) -> int:
    if act != promise.act:
        return start
    before = [
        m.start
        for m in promise.by
        if m.start >= sentence.start and m.end <= start and m.start < promise.trigger.i
    ]
    first = min([start, promise.trigger.i if promise.trigger.doc is sentence.doc else start, *before])
    return first if start - first <= _REACH else start


def _promisers(mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    """Who is bound: an agency that is named is bound itself, a person binds his or her side."""
    found: dict[str, None] = {}
    for mention in mentions:
        for actor in (mention.body,) if mention.form == "name" and mention.body else mention.actors:
            found.setdefault(actor)
    return tuple(a for a in found if not is_region(a))


def _to(sentence: Sentence, by: tuple[str, ...], trigger: Token, act: tuple[int, int]) -> tuple[str, ...]:
    """Whom it is promised to: in a text of two sides the other one; else an actor that the act names."""
    context = sentence.text.context
    sides = context.between or (context.pair if context.joint else ())
    if not all(is_side(a) for a in sides):
        sides = ()
    other = tuple(a for a in sides if a not in by)
    if len(by) == 1 and by[0] in sides and len(sides) == 2:
        return other
    named = [m for m in sentence.mentions if act[0] <= m.start < act[1] and m.form != "adjective"]
    verb = sentence.doc[act[0]].lemma_.lower()
    if len(by) > 1:
        named = [m for m in named if m.start <= act[0] + 2 and verb in HELPING]
    inside = actors_in(named if verb not in HOSTILE else ())
    return tuple(a for a in (*_given_to(sentence, trigger), *inside) if a not in by and is_recipient(a))[:1]


def _given_to(sentence: Sentence, trigger: Token) -> tuple[str, ...]:
    """Whom the word is given to: "promised Seoul 5 million tonnes", "pledged to Kyiv"."""
    heads = [c for c in trigger.children if c.dep_ == "dative" and c.pos_ in ("PROPN", "NOUN")]
    heads += [
        i for c in trigger.children if c.lower_ == "to" and c.dep_ in ("dative", "prep") for i in c.children
    ]
    return actors_in(m for h in heads if h.dep_ in ("pobj", "dative") and (m := sentence.mention_at(h)))


def _deadline(sentence: Sentence, promise: Promise, start: int, end: int) -> DateAt | None:
    """The day until which: in the act, right behind its list, or before the word that binds."""
    dates = [d for d in sentence.dates if d.sense in _DEADLINES]
    inside = [d for d in dates if start <= d.start < end + 2]
    if inside:
        return inside[0]
    return (
        dates[0] if len(dates) == 1 and (dates[0].end <= promise.trigger.i or dates[0].start >= end) else None
    )


def _day_of(when: When) -> When:
    """A deadline as a date: the end of a decade is the year in which the next begins."""
    text = str(when)
    return When.year(int(text[:3]) * 10 + 10) if len(text) == 4 and text.endswith("X") else when


def _amount(sentence: Sentence, start: int, end: int) -> QuantityAt | None:
    """The amount that is promised: money first, else a share or a count of things."""
    inside = [q for q in sentence.quantities if start <= q.start < end and q.quantity.unit not in _NO_AMOUNTS]
    inside = [q for q in inside if not set((q.quantity.noun or "").lower().split()) & _NO_COUNTS]
    money = [q for q in inside if len(q.quantity.unit) == 3 and q.quantity.unit.isupper()]
    return next(iter(money or inside), None)


def _given(sentence: Sentence, promise: Promise, start: int) -> When | None:
    """When the word was given: a date that stands before the act with a verb of promising, else the document's own."""
    published = sentence.text.document.published
    if promise.pattern.endswith("future"):
        return published
    perfect = {c.lower_ for c in promise.trigger.children if c.dep_ == "aux"} & {"has", "have", "had"}
    if promise.trigger.tag_ == "VBN" and perfect and not sentence.text.context.joint:
        return None  # "has agreed", told by others, was given some day before
    early = [d for d in sentence.dates if d.sense == "point" and d.end <= start]
    past = [d for d in early if published is None or not published.before(d.when)]
    return past[-1].when if past else published
