"""What a quantity measures, in few words, and the word that governs it.

Read in turn: a noun counted ("10,000 projects"), worth ("oil worth $500 million"), a noun that the quantity stands
before ("a 20 per cent tariff") or is followed by ("$5 billion in loans"), the subject of a verb of level or change
("trade reached …", "exports grew by …"), its object, the noun that a participle hangs on, the label before a colon.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from legation.reading.finders.figure_clauses import Measured, by_verb
from legation.reading.finders.figure_phrases import LONG, canonical, phrase, verb_over
from legation.reading.finders.figure_words import (
    ANYBODY,
    CHANGES,
    DEALERS,
    DEALINGS,
    GROWTH,
    LEVELS,
    LOSSES,
    MEASURES,
    MONEY_NOUNS,
    REALMS,
    UNIT_NOUNS,
    VALUES,
    WORTH,
)
from legation.reading.mention import QuantityAt
from legation.reading.parse import Token
from legation.reading.text import Sentence

_MODIFYING = frozenset({"nummod", "amod", "compound", "nmod", "quantmod", "npadvmod", "poss"})
TIMES = frozenset(
    "year month quarter half period decade week day term season time pipeline total addition all cash response return".split()
)
"""What "in" leads to that is no measure: "8 per cent in the fiscal year"."""
_LINKS = frozenset({"at", "to", "of", "totalling", "totaling", "reaching", "exceeding"})
_NUMBERING = frozenset({"number", "numbered", "total", "totalled", "totaled"})
_FAR = 14
_BEFORE_NUMBER = frozenset({":", "about", "over", "nearly", "approximately", "around", "almost"})


def measured(sentence: Sentence, at: QuantityAt) -> Measured | None:
    """What a quantity of a sentence measures; None where nothing tells."""
    root = sentence.doc[at.start : at.end].root
    for found in _readings(sentence, at, root):
        words = canonical(found.indicator)
        if words and any(c.isalpha() for c in words):
            return Measured(words, found.thing, found.governor, found.how)
    return None


def people(sentence: Sentence, at: QuantityAt) -> Measured | None:
    """What a bare number of people measures: a population, the dead of a war; None where it tells nothing."""
    if not {w.lower() for w in (at.quantity.noun or "people").split()} <= ANYBODY:
        return None
    root = sentence.doc[at.start : at.end].root
    over = root.head.head if root.dep_ == "pobj" and root.head.lower_ == "of" else root
    if over.lemma_.lower() in REALMS:
        return Measured("population", over, over, "people")
    verb = verb_over(root)
    if verb is None or verb.lemma_.lower() not in LOSSES or root.dep_ not in ("dobj", "nsubjpass", "nsubj"):
        return None
    descent = next((c for c in root.children if c.lower_ in ("of", "with") and c.i == root.i + 1), None)
    if descent is not None:  # "people of Japanese descent live in"
        return Measured(sentence.words(root.i, descent.right_edge.i + 1), root, verb, "people")
    return Measured(LOSSES[verb.lemma_.lower()], root, verb, "people")


def _readings(sentence: Sentence, at: QuantityAt, root: Token) -> Iterator[Measured]:
    if at.quantity.unit == "count" and (told := people(sentence, at)):
        yield told
        return
    if at.quantity.unit == "count" and at.quantity.noun:
        yield _counted(sentence, at)
        return
    yield from _share(sentence, at)
    yield from _adjacent(sentence, at)
    yield from _worth(sentence, at, root)
    yield from _before_noun(sentence, at, root)
    yield from _behind(sentence, at, root)
    yield from by_verb(sentence, at, root)
    yield from _label(sentence, at, root)
    yield from _invested(at, root)
    yield from _nearest(sentence, at, root)


def _share(sentence: Sentence, at: QuantityAt) -> Iterator[Measured]:
    """What a percentage is of, by the order of the words: "80 per cent of its gas", "a third of Chad's oil exports"."""
    if at.quantity.unit != "percent" or at.end + 1 >= sentence.end or sentence.doc[at.end].lower_ != "of":
        return
    last: Token | None = None
    begin = at.end + 1
    for token in sentence.doc[at.end + 1 : min(at.end + 9, sentence.end)]:
        if token.text in ("'s", "’s", "’"):
            last, begin = None, token.i + 1
        elif token.pos_ in ("NOUN", "PROPN") and sentence.mention_at(token) is None:
            last = token
        elif last is not None or token.text in (",", ".", ";"):
            break
    if last is not None and sentence.date_at(last) is None and last.lemma_.lower() not in TIMES:
        words = phrase(sentence, last, without=replace(at, end=begin), end=last.i + 1)
        if words:
            yield Measured(f"share of {words}", last, verb_over(last) or last, "share")


def _adjacent(sentence: Sentence, at: QuantityAt) -> Iterator[Measured]:
    """A measure right before its value, whatever the parse: "exports stood at 3 billion and imports at 5 billion"."""
    if at.start - 2 < sentence.start:
        return
    link, noun = sentence.doc[at.start - 1], sentence.doc[at.start - 2]
    if _names_things(sentence, link, noun) and (words := phrase(sentence, noun, end=noun.i + 1)):
        yield Measured(words, noun, link, "level")
    if link.lower_ not in _LINKS:
        return
    if _is_measure(noun) and (words := phrase(sentence, noun, end=noun.i + 1)):
        yield Measured(words, noun, noun, "level")


def _names_things(sentence: Sentence, link: Token, noun: Token) -> bool:
    """Whether a noun right before "number" is what is numbered: "scholarships number 40"."""
    return link.lower_ in _NUMBERING and noun.pos_ == "NOUN" and sentence.mention_at(noun) is None


def _nearest(sentence: Sentence, at: QuantityAt, root: Token) -> Iterator[Measured]:
    """The nearest measure before a sum or a share, where the verb between them is not known."""
    if not (at.quantity.unit.isupper() or at.quantity.unit == "percent"):
        return
    near = {t.lemma_.lower() for t in sentence.doc[max(sentence.start, at.start - 3) : at.start]}
    told = bool(near & (LEVELS | CHANGES))
    for token in reversed(sentence.doc[max(sentence.start, at.start - _FAR) : at.start]):
        if token.text in (";", ":") or (not told and sentence.quantity_at(token) is not None):
            return
        if _is_measure(token) and (words := phrase(sentence, token, end=at.start)):
            yield Measured(_grown(sentence, at, words), token, verb_over(root) or token, "near")
            return


def _grown(sentence: Sentence, at: QuantityAt, words: str) -> str:
    """A measure that changes by a share: "GDP grew 1.5 percent", not "grew to 40 percent of the total"."""
    before = sentence.doc[at.start - 1]
    if before.lower_ == "by" and at.start - 1 > sentence.start:
        before = sentence.doc[at.start - 2]
    lemma = before.lemma_.lower()
    return f"{GROWTH[lemma]} {words}" if lemma in GROWTH and at.quantity.unit == "percent" else words


def _is_measure(token: Token) -> bool:
    return token.pos_ == "NOUN" and token.lower_ in MEASURES


def _invested(at: QuantityAt, root: Token) -> Iterator[Measured]:
    """ "Over 92 billion dollars in 10,128 projects": the money is what was put into them."""
    inner = _complement(root, ("in", "across", "through"))
    if at.quantity.unit.isupper() and inner is not None and inner.lemma_.lower() == "project":
        yield Measured("investment", root, root, "complement")


def _counted(sentence: Sentence, at: QuantityAt) -> Measured:
    """The things counted, with what says which: "attacks on commercial vessels"."""
    head = sentence.doc[at.end - 1]
    if head.dep_ == "compound" and head.i < head.head.i <= head.i + 2:
        head = head.head
    words = (at.quantity.noun or "").split()
    words += [t.text for t in sentence.doc[at.end : head.i + 1]]
    if words[0] in UNIT_NOUNS and (inner := _complement(head, ("of",))) is not None:
        return Measured(phrase(sentence, inner) or words[0], inner, head, "unit")
    if _is_abroad(sentence, head):
        return Measured("overseas citizens", head, head, "counted")
    tail = next(
        (
            c
            for c in head.children
            if c.dep_ == "prep" and c.i > head.i and c.lower_ in ("of", "on", "for", "from")
        ),
        None,
    )
    if tail is not None and tail.right_edge.i - tail.i <= 5 and not _names(sentence, tail):
        words.append(sentence.words(tail.i, tail.right_edge.i + 1))
    elif head.i + 1 < sentence.end and (act := sentence.doc[head.i + 1]).dep_ == "acl" and act.tag_ == "VBN":
        words.append(act.text)
    return Measured(" ".join(words), head, head, "counted")


def _is_abroad(sentence: Sentence, head: Token) -> bool:
    """Whether people counted live abroad: "Vietnamese living abroad", "nationals overseas"."""
    behind = [t.lower_ for t in sentence.doc[head.i + 1 : min(head.i + 5, sentence.end)]]
    people = sentence.mention_at(head) is not None or head.lemma_.lower() in (
        "people",
        "citizen",
        "national",
        "expatriate",
    )
    return people and bool({"abroad", "overseas"} & set(behind))


def _names(sentence: Sentence, tail: Token) -> bool:
    return any(sentence.mention_at(t) or sentence.date_at(t) or sentence.quantity_at(t) for t in tail.subtree)


def _worth(sentence: Sentence, at: QuantityAt, root: Token) -> Iterator[Measured]:
    """ "Oil worth $500 million", "contracts valued at $7 billion"."""
    before = sentence.doc[at.start - 1] if at.start > sentence.start else root
    for token in dict.fromkeys((before, root.head, root.head.head)):
        beside = token.lower_ in WORTH or (token.lemma_ == "value" and token.pos_ == "VERB")
        if beside and abs(token.i - at.start) <= 3:
            held = (
                token.head.pos_ in ("NOUN", "PROPN")
                and token.head.i < token.i
                and token.head.lemma_.lower() not in DEALERS
                and sentence.mention_at(token.head) is None
            )
            noun = token.head if held else _noun_before(sentence, token)
            if noun is not None and (words := phrase(sentence, noun, end=token.i)):
                yield Measured(f"value of {words}", noun, token, "worth")


def _noun_before(sentence: Sentence, token: Token) -> Token | None:
    behind = [
        t
        for t in sentence.doc[max(sentence.start, token.i - 8) : token.i]
        if t.pos_ in ("NOUN", "PROPN")
        and t.lemma_.lower() not in DEALERS
        and sentence.mention_at(t) is None
        and sentence.date_at(t) is None
    ]
    return behind[-1] if behind else None


def _before_noun(sentence: Sentence, at: QuantityAt, root: Token) -> Iterator[Measured]:
    noun = root.head
    if root.dep_ not in _MODIFYING or noun.pos_ not in ("NOUN", "PROPN") or noun.i < at.start:
        return
    if noun.lemma_.lower() in TIMES or sentence.date_at(noun) is not None:
        return
    words = phrase(sentence, noun, without=at)
    if words and at.quantity.unit.isupper() and noun.lemma_.lower() not in MONEY_NOUNS | VALUES:
        words = f"value of {words}"
    if words:
        yield Measured(words, noun, noun, "modified")


def _behind(sentence: Sentence, at: QuantityAt, root: Token) -> Iterator[Measured]:
    """ "$5 billion in loans", "24 per cent of exports"; and "an investment of $5 billion"."""
    inner = _complement(root, ("in", "of", "for")) if root.i >= at.start else None
    if (inner is None or inner.i < at.end) and at.end < sentence.end:
        link = sentence.doc[at.end]
        inner = (
            next((c for c in link.children if c.dep_ == "pobj"), None)
            if link.lower_ in ("in", "of")
            else None
        )
    if (
        inner is not None
        and inner.lemma_.lower() not in TIMES
        and inner.i >= at.end
        and sentence.date_at(inner) is None
        and sentence.mention_at(inner) is None
        and not (at.quantity.unit.isupper() and sentence.quantity_at(inner))
    ):
        words = phrase(sentence, inner)
        if words:
            yield Measured(_shared(sentence, at, inner, words), inner, inner, "complement")
    if (
        root.dep_ == "pobj"
        and root.head.lower_ in ("of", "at", "to", "by")
        and root.head.head.pos_ in ("NOUN", "PROPN")
    ):
        noun = root.head.head
        if sentence.mention_at(noun) is None and sentence.quantity_at(noun) is None:
            words = phrase(sentence, noun, end=root.head.i)
            if words:
                yield Measured(_filled(sentence, noun, words), noun, noun, "of")


def _shared(sentence: Sentence, at: QuantityAt, inner: Token, words: str) -> str:
    """A share of something, or the act whose object it is: "purchases of $3 billion of farm goods"."""
    behind = sentence.doc[at.end].lower_ if at.end < sentence.end else ""
    if at.quantity.unit == "percent" and "of" in (inner.head.lower_, behind):
        return f"share of {words}"
    root = sentence.doc[at.start : at.end].root
    above = root.head.head if root.dep_ == "pobj" and root.head.lower_ == "of" else None
    return f"{above.lower_} of {words}" if above is not None and above.lemma_.lower() in DEALINGS else words


def _filled(sentence: Sentence, noun: Token, words: str) -> str:
    """A noun that says no more than "value", with what has it: "orders with a total value of …"."""
    if noun.lemma_.lower() not in VALUES or " of " in words:
        return words
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("with", "at") else noun
    if above == noun or above.pos_ not in ("NOUN", "PROPN"):
        return words
    return f"{words} of {phrase(sentence, above) or above.text}"


def _complement(token: Token, words: tuple[str, ...]) -> Token | None:
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in words and child.i > token.i:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _label(sentence: Sentence, at: QuantityAt, root: Token) -> Iterator[Measured]:
    """The label before a colon: "Trade: 86.7 billion USD (2024)"."""
    words = [t.text for t in sentence.doc[sentence.start : at.start]]
    if ":" in words and words.index(":") <= LONG and words[-1].lower() in _BEFORE_NUMBER:
        noun = sentence.doc[sentence.start + words.index(":") - 1]
        label = [w for w in words[: words.index(":")] if w.isalpha() or "-" in w]
        if label and noun.pos_ in ("NOUN", "PROPN", "ADJ"):
            yield Measured(" ".join(label), noun, root, "label")
