"""Figures: a quantity with what it measures, of whom, and when.

The quantities of a sentence are given; here each is either somebody's measure or passed over. What it measures is
read from the words that govern it ("the surplus reached 134 billion dollars", "a 20 per cent tariff", "over 10,000
projects"); whose it is from the owners of those words, else from the subject of the clause, else from whom the
text is about.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from legation.reading.clauses import actors_in, doers_of, listed, subjects_of, who
from legation.reading.finders.figure_words import (
    CHANGES,
    COUNTED_ELSEWHERE,
    GROWTH,
    LEVELS,
    NOT_COUNTED,
    OWN_INDICATORS,
    PASSED_UNITS,
    TARIFFS,
)
from legation.reading.found import Found
from legation.reading.mention import Mention, QuantityAt
from legation.reading.modality import modality_of
from legation.reading.text import Sentence, Text
from legation.reading.timing import date_for
from legation.records import FieldValue
from legation.values.when import When

if TYPE_CHECKING:
    from spacy.tokens import Token


class Figures:
    """Finds measured quantities."""

    name = "figures.v1"

    def find(self, text: Text) -> Iterator[Found]:
        """Yield the figures of each sentence, in order."""
        for sentence in text.sentences:
            for at in sentence.quantities:
                found = _rank(sentence, at) if at.quantity.unit == "rank" else _figure(sentence, at)
                if found:
                    yield found


def _figure(sentence: Sentence, at: QuantityAt) -> Found | None:
    quantity = at.quantity
    if quantity.unit in PASSED_UNITS or not _counts(sentence, at):
        return None
    root = _root(sentence, at)
    indicator, governor = _indicator(sentence, at, root)
    if not indicator:
        return None
    subject, how = _subject(sentence, at, root, governor)
    if not subject:
        return None
    period = _period(sentence, at, governor)
    start, end = _stretch(sentence, at, root, governor)
    return Found(
        "figure",
        sentence,
        start,
        end,
        {
            "subject": subject,
            "indicator": indicator,
            "value": quantity.value,
            "unit": quantity.unit,
            "period": period,
            "bound": quantity.bound,
            "change_from": quantity.change_from,
        },
        modality=_modality(governor),
        date=period,
        spots={"value": (at.start, at.end)},
        evidence=(f"unit:{_family(quantity.unit)}", f"subject:{how}", f"governor:{governor.dep_}"),
        weight=_weight(at, how),
    )


def _family(unit: str) -> str:
    return unit if unit in ("percent", "count", "rank", "times") else "money" if unit.isupper() else "measure"


def _weight(at: QuantityAt, how: str) -> float:
    """Money and percentages of a named owner are nearly always meant; counts of things often are not."""
    base = {"money": 0.7, "percent": 0.7, "count": 0.45}.get(_family(at.quantity.unit), 0.5)
    return base + (0.1 if how == "owner" else 0.0) - (0.15 if how == "text" else 0.0)


def _root(sentence: Sentence, at: QuantityAt) -> Token:
    return sentence.doc[at.start : at.end].root


def _counts(sentence: Sentence, at: QuantityAt) -> bool:
    """Whether a count is a figure: not one that another kind holds, nor a figure of speech."""
    quantity = at.quantity
    if quantity.unit != "count":
        return True
    words = {w.lower() for w in (quantity.noun or "").split()}
    heads = {_root(sentence, at).lemma_.lower()}
    if not words or (words | heads) & COUNTED_ELSEWHERE or (words | heads) & NOT_COUNTED:
        return False
    digits = any(c.isdigit() for c in sentence.words(at.start, at.end))
    return (
        quantity.value >= (5 if digits else 11)
        or quantity.out_of is not None
        or quantity.change_from is not None
    )


def _indicator(sentence: Sentence, at: QuantityAt, root: Token) -> tuple[str | None, Token]:
    """What is measured, in few words, and the word that governs the quantity."""
    if at.quantity.unit == "count" and at.quantity.noun:
        return _counted(sentence, at, root), root
    modified = (
        root.head
        if root.dep_ in ("nummod", "amod", "compound", "nmod", "quantmod", "npadvmod", "poss")
        else None
    )
    if modified is not None and modified.pos_ in ("NOUN", "PROPN"):
        return _phrase(sentence, modified, without=at), modified
    for child in root.children:
        if child.dep_ == "prep" and child.lower_ in ("in", "of", "for") and child.i >= at.end - 1:
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if inner is not None and sentence.date_at(inner) is None and sentence.mention_at(inner) is None:
                return _phrase(sentence, inner), inner
    verb = _verb_over(root)
    if verb is None:
        return None, root
    lemma = verb.lemma_.lower()
    things = [t for t in subjects_of(verb) if t.pos_ in ("NOUN", "PROPN") and sentence.mention_at(t) is None]
    if lemma in CHANGES and root.dep_ in ("npadvmod", "pobj", "dobj", "advmod") and things:
        phrase = _phrase(sentence, things[0])
        level = root.dep_ == "pobj" and root.head.lower_ == "to"
        return (phrase if level else f"{GROWTH.get(lemma, 'change in')} {phrase}"), verb
    if lemma in LEVELS and things:
        return _phrase(sentence, things[0]), verb
    objects = [
        c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.i != root.i and c.pos_ == "NOUN"
    ]
    if objects and sentence.mention_at(objects[0]) is None:
        return _phrase(sentence, objects[0], without=at), verb
    if (
        verb.dep_ in ("acl", "relcl")
        and verb.head.pos_ in ("NOUN", "PROPN")
        and sentence.mention_at(verb.head) is None
    ):
        return _phrase(sentence, verb.head), verb
    return None, verb


def _verb_over(token: Token) -> Token | None:
    here = token
    for _ in range(5):
        if here.pos_ in ("VERB", "AUX"):
            return here
        if here.head is here:
            return None
        here = here.head
    return here if here.pos_ in ("VERB", "AUX") else None


def _counted(sentence: Sentence, at: QuantityAt, root: Token) -> str:
    words = [w for w in (at.quantity.noun or "").split()]
    head = sentence.doc[at.end - 1]
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in ("in", "of", "from", "for") and child.i >= at.end:
            tail = sentence.words(child.i, min(child.right_edge.i + 1, child.i + 5))
            return " ".join([*words, tail])
    return " ".join(words)


def _phrase(sentence: Sentence, head: Token, *, without: QuantityAt | None = None) -> str | None:
    """A noun phrase without its articles, owners and numbers."""
    keep = []
    for token in sentence.doc[max(head.left_edge.i, head.i - 6) : min(head.right_edge.i + 1, head.i + 7)]:
        if without and without.start <= token.i < without.end:
            continue
        if token.i < head.i and (
            token.dep_ in ("det", "poss", "nummod", "case", "predet")
            or token.head not in (head, *head.children)
        ):
            continue
        if token.i > head.i and (
            token.dep_ in ("relcl", "acl", "punct", "cc", "conj")
            or token.pos_ == "VERB"
            or sentence.date_at(token)
        ):
            break
        if token.text in ("’s", "'s", ",", "(", ")") or (token.text == "-" and not keep):
            continue
        keep.append(token.text)
    while keep and keep[-1].lower() in (
        "of",
        "in",
        "on",
        "for",
        "with",
        "to",
        "the",
        "from",
        "and",
        "at",
        "by",
    ):
        keep.pop()
    return " ".join(keep) or None


def _subject(sentence: Sentence, at: QuantityAt, root: Token, governor: Token) -> tuple[tuple[str, ...], str]:
    """Whose figure it is, and how that was seen: an owner, the clause's subject, the sentence, the text."""
    thing = governor if governor.pos_ in ("NOUN", "PROPN") else next(iter(subjects_of(governor)), root)
    words = {t.lemma_.lower() for t in (thing, governor, root)}
    if words & TARIFFS or "tariff" in sentence.span.text.lower().split():
        return _tariff(sentence, at), "tariff"
    owners = actors_in(m for t in (thing, root) for m in _owners(sentence, t))
    doers = actors_in(m for t in _clause_subjects(governor) for m in who(sentence, t))
    if owners:
        partner = tuple(a for a in doers if a not in owners)[:1] if len(owners) == 1 else ()
        return (*owners[:2], *partner)[:2], "owner"
    if doers:
        others = actors_in(
            m
            for t in governor.subtree
            if (m := sentence.mention_at(t)) and m.form != "capital" and t.i > governor.i
        )
        extra = tuple(a for a in others if a not in doers)[:1] if len(doers) == 1 and len(others) == 1 else ()
        return (*doers[:2], *extra)[:2], "doer"
    near = actors_in(m for m in sentence.mentions if m.form != "capital")
    if 1 <= len(near) <= 2:
        return near, "sentence"
    context = sentence.text.context
    if context.between and len(context.between) == 2:
        return context.between, "text"
    return ((context.home,), "text") if context.home and sentence.text.context.we else ((), "none")


def _owners(sentence: Sentence, token: Token) -> Iterator[Mention]:
    found: list[Mention] = []
    for child in token.children:
        if child.dep_ in ("poss", "amod", "compound", "nmod"):
            found.extend(m for part in (child, *child.conjuncts) if (m := sentence.mention_at(part)))
        elif child.dep_ == "prep" and child.lower_ in ("of", "with", "between", "from", "to", "in"):
            for inner in child.children:
                if inner.dep_ == "pobj":
                    found.extend(
                        m
                        for part in listed(inner)
                        if (m := sentence.mention_at(part)) and m.form != "capital"
                    )
    yield from found


def _clause_subjects(governor: Token) -> list[Token]:
    verb = _verb_over(governor)
    return doers_of(verb) or subjects_of(verb) if verb is not None else []


def _tariff(sentence: Sentence, at: QuantityAt) -> tuple[str, ...]:
    """Who imposes a tariff, then on whose goods."""
    named = [m for m in sentence.mentions if m.actors and m.form != "capital"]
    actors = actors_in(named)
    if len(actors) >= 2:
        near = sorted(named, key=lambda m: abs(m.start - at.start))
        chosen = actors_in(near)[:2]
        return tuple(a for a in actors if a in chosen)
    pair = sentence.text.context.pair
    if len(actors) == 1 and actors[0] in pair:
        return (actors[0], *(a for a in pair if a != actors[0]))
    return actors or pair


def _rank(sentence: Sentence, at: QuantityAt) -> Found | None:
    """ "Korea is Vietnam's largest investor": who ranks, among whose."""
    quantity = at.quantity
    if not quantity.noun:
        return None
    noun = sentence.doc[at.end - 1]
    of = actors_in(m for m in _owners(sentence, noun))
    verb = _verb_over(noun)
    is_complement = noun.dep_ in ("attr", "oprd", "appos") or (
        noun.dep_ == "pobj" and noun.head.lower_ == "as"
    )
    ranked = (
        actors_in(m for t in (subjects_of(verb) if verb is not None else []) for m in who(sentence, t))
        if is_complement
        else ()
    )
    if noun.dep_ == "appos":
        ranked = actors_in(who(sentence, noun.head)) or ranked
    subject = tuple(dict.fromkeys((*ranked, *of)))
    if (
        not subject
        or not ranked
        or (len(subject) == 1 and quantity.noun.split()[-1] not in OWN_INDICATORS and not of)
    ):
        return None
    if "each" in {t.lower_ for t in noun.subtree}:
        subject = tuple(dict.fromkeys(ranked))[:2]
    start = min(
        [
            at.start,
            *(
                m.start
                for m in sentence.mentions
                if set(m.actors) & set(subject) and abs(m.start - at.start) < 15
            ),
        ]
    )
    fields: dict[str, FieldValue] = {
        "subject": subject[:2],
        "indicator": f"rank as {_singular(quantity.noun)}",
        "value": quantity.value,
        "unit": "rank",
        "bound": None,
        "period": None,
    }
    return Found(
        "figure",
        sentence,
        start,
        max(at.end, noun.i + 1),
        fields,
        spots={"value": (at.start, at.end)},
        evidence=("unit:rank",),
        weight=0.7,
    )


def _singular(noun: str) -> str:
    words = noun.split()
    if words and words[-1].endswith("s") and not words[-1].endswith("ss"):
        words[-1] = words[-1][:-3] + "y" if words[-1].endswith("ies") else words[-1][:-1]
    return " ".join(words)


def _period(sentence: Sentence, at: QuantityAt, governor: Token) -> When | None:
    found = date_for(sentence, governor) or date_for(sentence, _root(sentence, at), whole=False)
    return found.when if found and found.sense in ("point", "since", "until") else None


def _stretch(sentence: Sentence, at: QuantityAt, root: Token, governor: Token) -> tuple[int, int]:
    """The quantity with the word that says what it measures, where they stand close."""
    start, end = min(at.start, governor.i), max(at.end, governor.i + 1)
    subject = next(iter(subjects_of(governor)), None) if governor.pos_ in ("VERB", "AUX") else None
    if subject is not None and 0 < start - subject.left_edge.i <= 12:
        start = subject.left_edge.i
    if end - start > 30:
        start, end = at.start, at.end
    return max(start, sentence.start), min(end, sentence.end)


def _modality(governor: Token) -> str:
    verb = _verb_over(governor)
    return modality_of(verb) if verb is not None else "actual"
