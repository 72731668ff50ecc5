"""Commitments: what an actor promises, aims at, agrees or is urged to do.

An act after "will", "has committed to", "pledged to", "aims to", "agreed to"; the noun of a commitment with the
act it is to; an act that others urge on an actor; and the acts listed under a lead-in ("Viet Nam will:"). Each
listed act is a commitment of its own where the list has three or where each item has its own "to" or "will".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from legation.reading.clauses import actors_in, doers_of, is_passive, who
from legation.reading.finders.commitment_words import (
    AIMS,
    CALLS,
    DUTIES,
    EMPTY_ACTS,
    NOT_PROMISES,
    NOUNS,
    PROMISES,
    WEAK_AIMS,
)
from legation.reading.finders.what import act_words, act_span
from legation.reading.found import Found
from legation.reading.mention import Mention
from legation.reading.text import Sentence, Text
from legation.records import FieldValue
from legation.values.when import When

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Promise:
    """An act that somebody is bound to: the act's verb or noun, who is bound, how strongly, what shows it."""

    act: Token
    trigger: Token
    by: tuple[Mention, ...]
    modality: str
    pattern: str
    weight: float


class Commitments:
    """Finds what actors promise and are urged to do."""

    name = "commitments.v1"

    def find(self, text: Text) -> Iterator[Found]:
        """Yield each act once, in the order of the sentences."""
        for sentence in text.sentences:
            if sentence.block.kind == "title":
                continue
            seen: set[int] = set()
            for promise in _promises(sentence):
                for act in _listed_acts(promise.act):
                    if act.i not in seen and (found := _found(sentence, promise, act)):
                        seen.add(act.i)
                        yield found


def _promises(sentence: Sentence) -> Iterator[Promise]:
    for token in sentence.tokens:
        lemma = token.lemma_.lower()
        if token.lower_ in ("will", "shall", "’ll", "'ll") and token.dep_ == "aux":
            yield from _future(sentence, token.head)
        elif lemma in PROMISES and token.pos_ in ("VERB", "ADJ", "AUX"):
            yield from _promised(sentence, token)
        elif lemma in NOUNS and token.pos_ in ("NOUN", "PROPN"):
            yield from _noun(sentence, token)
        elif token.lower_ in DUTIES:
            yield from _duty(sentence, token)
        elif lemma in CALLS and token.pos_ == "VERB":
            yield from _called(sentence, token)
    yield from _under_lead(sentence)


def _future(sentence: Sentence, verb: Token) -> Iterator[Promise]:
    """ "The United States will maintain …": an act of its own, not a forecast, a visit or a meeting."""
    if verb.lemma_.lower() in NOT_PROMISES or is_passive(verb) or _within_condition(verb):
        return
    by = _bound(sentence, doers_of(verb))
    if by:
        lemma = verb.lemma_.lower()
        if lemma in ("continue", "work", "begin", "start", "seek", "strive", "endeavour", "endeavor"):
            inner = next((c for c in verb.children if c.dep_ == "xcomp" and c.pos_ == "VERB"), None)
            if lemma in ("continue", "begin", "start") and inner is not None:
                verb = inner
        yield Promise(verb, verb, by, "conditional" if _conditional(verb) else "actual", "will", 0.75)


def _promised(sentence: Sentence, verb: Token) -> Iterator[Promise]:
    """ "Has committed to reduce", "pledged $5 million", "is determined to", "aims to become"."""
    by = _bound(sentence, doers_of(verb) if verb.pos_ != "ADJ" else _adjective_subject(verb))
    if not by and verb.dep_ == "acl" and verb.head.pos_ in ("NOUN", "PROPN"):
        return
    if not by or any(c.dep_ == "neg" for c in verb.children):
        return
    modality = _modality(verb)
    weight = 0.65 if verb.lemma_.lower() in WEAK_AIMS else 0.8
    for act in _acts_of(verb):
        if act.lemma_.lower() not in EMPTY_ACTS:
            yield Promise(act, verb, by, modality, f"verb:{verb.lemma_.lower()}", weight)
            return
    things = [c for c in verb.children if c.dep_ in ("dobj", "obj")]
    if things and verb.lemma_.lower() in AIMS:
        yield Promise(things[0], verb, by, modality, f"object:{verb.lemma_.lower()}", 0.6)


def _adjective_subject(adjective: Token) -> list[Token]:
    head = adjective.head if adjective.dep_ in ("acomp", "conj", "oprd") else adjective
    return [c for c in head.children if c.dep_ in ("nsubj", "nsubjpass")] or doers_of(head)


def _acts_of(verb: Token) -> Iterator[Token]:
    """The acts that a verb of promising governs: an infinitive, a gerund after "to", a that-clause."""
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.dep_ == "xcomp" and child.pos_ in ("VERB", "AUX"):
            yield child
        elif child.dep_ == "prep" and child.lower_ in ("to", "on", "in", "at", "towards", "toward"):
            yield from (
                inner
                for inner in child.children
                if inner.dep_ == "pcomp" or (inner.dep_ == "pobj" and child.lower_ == "to")
            )
        elif child.dep_ == "ccomp" and any(c.lower_ in ("will", "would", "shall") for c in child.children):
            yield child
        elif child.dep_ == "advcl" and any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children):
            yield child


def _noun(sentence: Sentence, noun: Token) -> Iterator[Promise]:
    """ "Seoul's commitment to strengthening ties", "a goal of net zero by 2050"."""
    owners = [c for c in noun.children if c.dep_ in ("poss", "amod", "compound", "nmod")]
    by = _bound(sentence, owners) or _bound(
        sentence, [t for c in noun.children if c.lower_ == "of" for t in c.children]
    )
    if not by and noun.head.pos_ in ("VERB", "AUX") and noun.dep_ in ("dobj", "attr", "conj", "obj"):
        by = _bound(sentence, doers_of(noun.head))
    if not by:
        return
    modality = _modality(noun.head) if noun.head.pos_ in ("VERB", "AUX") else "actual"
    for child in noun.children:
        if child.i < noun.i:
            continue
        if (
            child.dep_ in ("acl", "relcl", "xcomp")
            and child.pos_ == "VERB"
            and any(c.lower_ == "to" for c in child.children)
        ):
            yield Promise(child, noun, by, modality, f"noun:{noun.lemma_.lower()}", 0.75)
            return
        if child.dep_ == "prep" and child.lower_ in ("to", "of", "for", "on"):
            for inner in child.children:
                if inner.dep_ == "pcomp" or (
                    inner.dep_ == "pobj"
                    and child.lower_ == "to"
                    and noun.lemma_.lower() in ("commitment", "pledge")
                ):
                    yield Promise(inner, noun, by, modality, f"noun:{noun.lemma_.lower()}", 0.7)
                    return


def _duty(sentence: Sentence, modal: Token) -> Iterator[Promise]:
    """ "Seoul should …", "the Korean government must …", "Hanoi needs to …": urged on an actor."""
    verb = modal.head if modal.dep_ == "aux" else next((c for c in modal.children if c.dep_ == "xcomp"), None)
    if verb is None or verb.lemma_.lower() in NOT_PROMISES or is_passive(verb):
        return
    by = _bound(sentence, doers_of(modal if modal.dep_ != "aux" else verb))
    if by and all(m.form != "we" or sentence.text.context.joint for m in by):
        yield Promise(verb, modal, by, "called_for", "should", 0.5)


def _called(sentence: Sentence, verb: Token) -> Iterator[Promise]:
    """ "Urged Seoul to raise imports", "called on the Taliban to release"."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("on", "upon", "for"):
            target = next((c for c in child.children if c.dep_ == "pobj"), None)
            act = next(
                (
                    c
                    for c in [*verb.children, *child.children]
                    if c.dep_ in ("xcomp", "advcl", "acl", "pcomp") and c.i > child.i
                ),
                None,
            )
        elif child.dep_ in ("dobj", "dative"):
            target, act = (
                child,
                next(
                    (
                        c
                        for c in [*verb.children, *child.children]
                        if c.dep_ in ("xcomp", "acl", "ccomp") and c.i > child.i
                    ),
                    None,
                ),
            )
        elif child.dep_ == "ccomp" and any(c.lower_ == "to" for c in child.children):
            target, act = next((c for c in child.children if c.dep_ == "nsubj"), None), child
        else:
            continue
        if target is None or act is None or act.pos_ != "VERB":
            continue
        by = _bound(sentence, [target])
        if by:
            yield Promise(act, verb, by, "called_for", f"call:{verb.lemma_.lower()}", 0.6)
            return


def _under_lead(sentence: Sentence) -> Iterator[Promise]:
    """A bullet under "Viet Nam will:" or "The two sides agreed to:" whose first word is an act."""
    if sentence.block.kind != "bullet" or sentence.start != 0:
        return
    parsed = sentence.text.lead_of(sentence.parsed)
    first = next((t for t in sentence.tokens if not t.is_punct), None)
    if (
        parsed is None
        or first is None
        or first.tag_ not in ("VB", "VBP", "VBG", "NN")
        or first.pos_ not in ("VERB", "NOUN")
    ):
        return
    lead = next((s for s in reversed(sentence.text.sentences[: sentence.order]) if s.parsed is parsed), None)
    if lead is None or first.lemma_.lower() in NOT_PROMISES:
        return
    for token in lead.tokens:
        lemma = token.lemma_.lower()
        if (token.lower_ in ("will", "shall") and token.dep_ == "aux") or lemma in PROMISES or lemma in NOUNS:
            verb = token.head if token.dep_ == "aux" else token
            by = _bound(lead, doers_of(verb)) or tuple(m for m in lead.mentions if m.form != "capital")[:2]
            if by and first.pos_ == "VERB":
                yield Promise(first, first, by, "actual", "lead", 0.7)
            return


def _bound(sentence: Sentence, tokens: list[Token]) -> tuple[Mention, ...]:
    """Who is bound: the actors and persons among some tokens."""
    found = [m for token in tokens for m in who(sentence, token) if m.actors]
    return tuple(found)


def _listed_acts(act: Token) -> list[Token]:
    """An act and those listed with it, where each stands for itself."""
    acts = [act, *(c for c in act.conjuncts if c.i > act.i and c.pos_ == act.pos_)]
    own_marks = [
        a
        for a in acts[1:]
        if any(c.lower_ in ("to", "will", "shall") and c.dep_ == "aux" for c in a.children)
    ]
    if act.pos_ == "VERB" and (len(acts) >= 3 or own_marks):
        return acts
    return [act]


def _found(sentence: Sentence, promise: Promise, act: Token) -> Found | None:
    start, end = act_span(sentence, act)
    what = act_words(sentence, act, start, end)
    if len(what.split()) < 2:
        return None
    by = _promisers(promise.by)
    fields: dict[str, FieldValue] = {"by": by, "to": _to(sentence, by, start, end), "what": what}
    spots = {"what": (start, end)}
    deadline = next(
        (d for d in sentence.dates if start <= d.start < end + 6 and d.sense in ("by", "until")), None
    )
    if deadline:
        fields["deadline"] = deadline.when
        spots["deadline"] = (deadline.start, deadline.end)
    amount = next(
        (q for q in sentence.quantities if start <= q.start < end and q.quantity.unit != "rank"), None
    )
    if amount:
        fields |= {
            "value": amount.quantity.value,
            "unit": amount.quantity.unit,
            "bound": amount.quantity.bound,
        }
        spots["value"] = (amount.start, amount.end)
    first = (
        min(
            [
                start,
                promise.trigger.i,
                *(m.start for m in promise.by if m.start >= sentence.start and m.end <= start),
            ]
        )
        if act is promise.act
        else start
    )
    return Found(
        "commitment",
        sentence,
        first if start - first <= 25 else start,
        end,
        fields,
        modality=promise.modality,
        date=_given(sentence, promise),
        spots=spots,
        evidence=(f"pattern:{promise.pattern}", f"list:{act is not promise.act}"),
        weight=promise.weight,
    )


def _promisers(mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    """Who is bound: an agency that is named is bound itself, a person binds his or her side."""
    found: dict[str, None] = {}
    for mention in mentions:
        for actor in (mention.body,) if mention.form == "name" and mention.body else mention.actors:
            found.setdefault(actor)
    return tuple(found)


def _to(sentence: Sentence, by: tuple[str, ...], start: int, end: int) -> tuple[str, ...]:
    """Whom it is promised to: in a text of two sides the other one; else an actor that the act names."""
    context = sentence.text.context
    other = tuple(a for a in context.pair if a not in by)
    if len(by) == 1 and by[0] in context.pair and len(other) == 1 and context.joint:
        return other
    if len(by) > 1:
        return ()
    inside = actors_in(m for m in sentence.mentions if start <= m.start < end)
    return tuple(a for a in inside if a not in by)[:1]


def _given(sentence: Sentence, promise: Promise) -> When | None:
    """When the word was given: a day that hangs on the verb of promising, else the document's own date."""
    early = [
        d
        for d in sentence.dates
        if d.sense == "point" and d.end <= promise.trigger.i + 1 and d.when.precision in ("day", "month")
    ]
    return (
        early[0].when
        if early and not promise.pattern.startswith("will")
        else sentence.text.document.published
    )


def _modality(verb: Token) -> str:
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "neg")}
    if helpers & {"should", "must", "ought"}:
        return "called_for"
    if _conditional(verb):
        return "conditional"
    return "actual"


def _conditional(verb: Token) -> bool:
    return any(
        child.dep_ == "advcl"
        and any(m.lower_ in ("if", "unless", "provided", "should") for m in child.children)
        for child in verb.children
    )


def _within_condition(verb: Token) -> bool:
    return verb.dep_ == "advcl" and any(c.lower_ in ("if", "unless", "when") for c in verb.children)
