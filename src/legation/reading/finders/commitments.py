"""Commitments: what an actor promises, aims at, agrees or is urged to do.

A trigger ("will", "pledged to", "its commitment to", "urged Seoul to", a lead-in over bullets) gives an act and
who is bound; a list gives each of its acts; an act is taken where it is one that somebody does on purpose and that
could be checked later.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from legation.reading.finders.commitment_acts import listed_acts
from legation.reading.finders.commitment_deadlines import deadline_of
from legation.reading.finders.commitment_fields import (
    amount_of,
    given_on,
    promisers,
    recipients,
)
from legation.reading.finders.commitment_leads import under_lead
from legation.reading.finders.commitment_promise import Promise, has_condition, is_doubted
from legation.reading.finders.commitment_triggers import promises_in, purpose_of
from legation.reading.finders.commitment_worth import evidence_of, is_act, is_checkable
from legation.reading.finders.what import act_span, act_words, is_verb
from legation.reading.found import Found
from legation.reading.parse import Token
from legation.reading.text import Sentence, Text
from legation.records import FieldValue

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
    if sentence.doc[sentence.end - 1].text == "?":
        return  # a question promises nothing
    promises = [*promises_in(sentence), *under_lead(sentence)]
    triggers = sorted(p.trigger.i for p in promises)
    taken: dict[int, int] = {}
    for promise in promises:
        if promise.modality == "actual" and is_doubted(promise.trigger):
            continue
        act = _first_deed(promise, purpose_of(promise.act))
        acts = [(act, None)] if promise.pattern == "giving" else listed_acts(sentence, act, promise.trigger)
        ends = [*(_before(act) for act, _ in acts[1:]), sentence.end]
        for (act, doer), end in zip(acts, ends, strict=True):
            nested = act != promise.act or not _is_wordgiven_on(promise.trigger)
            if act.i in taken or (nested and any(at < act.i < stop for at, stop in taken.items())):
                continue
            stop = min([end, *(i for i in triggers if i > act.i and _restarts(sentence.doc[i]))])
            found = _found(sentence, replace(promise, by=(doer,)) if doer else promise, act, stop=stop)
            if found and is_act(promise, act):
                taken[act.i] = found.end
                yield found


def _first_deed(promise: Promise, act: Token) -> Token:
    """The first of paired acts that can be promised: "offered to host talks and to supply grain" is to supply it."""
    if is_act(promise, act) or not is_verb(act):
        return act
    beside = (t for t in act.conjuncts if t.i > act.i and t.tag_ == act.tag_ and not _is_own_future(t))
    return next((t for t in beside if is_act(promise, t)), act)


def _is_own_future(verb: Token) -> bool:
    """Whether a verb has a helper of its own: "agreed to meet and will reopen", which is a promise for itself."""
    return any(c.dep_ == "aux" and c.lower_ != "to" for c in verb.children)


def _is_wordgiven_on(trigger: Token) -> bool:
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


def _found(sentence: Sentence, promise: Promise, act: Token, *, stop: int) -> Found | None:
    start, end = act_span(sentence, act, stop=stop)
    what = act_words(sentence, act, start, end)
    own = act == promise.act and is_verb(act)
    short = own and promise.pattern.startswith(("noun", "verb", "stance"))
    least = 1 if short or promise.pattern.startswith(("object", "announced")) else 2
    if len(what.split()) < least or not is_checkable(sentence, promise, start, end):
        return None
    by = promisers(promise.by, called=promise.modality == "called_for")
    if not by or (not is_verb(act) and _is_name(sentence, start, end)):
        return None
    fields: dict[str, FieldValue] = {
        "by": by,
        "to": recipients(sentence, by, promise, (start, end)),
        "what": what,
    }
    spots = {"what": (start, end)}
    if any(m.form == "we" for m in promise.by) and set(by) & _named_in(sentence, start, end):
        return None  # "we will stand with Ukraine" is not Ukraine's word: who "we" are was taken wrongly
    deadline, at = deadline_of(sentence, promise, start, end)
    fields["deadline"] = deadline
    if at is not None:
        spots["deadline"] = (at.start, at.end)
    amount = amount_of(sentence, start, end)
    if amount:
        quantity = amount.quantity
        fields |= {"value": quantity.value, "unit": quantity.unit, "bound": quantity.bound}
        spots["value"] = (amount.start, amount.end)
    conditional = promise.modality == "actual" and has_condition(sentence, promise.trigger.i, end)
    return Found(
        "commitment",
        sentence,
        _quote_start(sentence, promise, act, start),
        end,
        fields,
        modality="conditional" if conditional else promise.modality,
        date=given_on(sentence, promise, start),
        spots=spots,
        evidence=evidence_of(sentence, promise, act, span=(start, end), fields=fields),
        weight=promise.weight,
    )


def _is_name(sentence: Sentence, start: int, end: int) -> bool:
    """Whether what is promised is but an actor's name: "its commitment to Korea"."""
    inside = [m for m in sentence.mentions if m.start >= start and m.end >= end]
    return any(m.start - start <= 1 for m in inside)


def _named_in(sentence: Sentence, start: int, end: int) -> set[str]:
    if sentence.text.context.joint:
        return set()
    return {a for m in sentence.mentions if start < m.start < end and m.form == "name" for a in m.actors}


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
