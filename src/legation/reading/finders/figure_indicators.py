"""What a quantity measures, in few words, and the word that governs it.

Read in turn: a noun counted ("10,000 projects"), worth ("oil worth $500 million"), a noun that the quantity stands
before ("a 20 per cent tariff") or is followed by ("$5 billion in loans"), the subject of a verb of level or change
("trade reached …", "exports grew by …"), its object, the noun that a participle hangs on, the label before a colon.
"""

from __future__ import annotations

from collections.abc import Iterator

from legation.reading.finders.figure_clauses import Measured, by_verb
from legation.reading.finders.figure_phrases import LONG, canonical, phrase
from legation.reading.finders.figure_words import DEALINGS, MONEY_NOUNS, UNIT_NOUNS, VALUES, WORTH
from legation.reading.mention import QuantityAt
from legation.reading.parse import Token
from legation.reading.text import Sentence

_MODIFYING = frozenset({"nummod", "amod", "compound", "nmod", "quantmod", "npadvmod", "poss"})
_TIMES = frozenset(
    "year month quarter half period decade week day term season time pipeline total addition all cash response return".split()
)
"""What "in" leads to that is no measure: "8 per cent in the fiscal year"."""
_BEFORE_NUMBER = frozenset({":", "about", "over", "nearly", "approximately", "around", "almost"})


def measured(sentence: Sentence, at: QuantityAt) -> Measured | None:
    """What a quantity of a sentence measures; None where nothing tells."""
    root = sentence.doc[at.start : at.end].root
    for found in _readings(sentence, at, root):
        words = canonical(found.indicator)
        if words and any(c.isalpha() for c in words):
            return Measured(words, found.thing, found.governor, found.how)
    return None


def _readings(sentence: Sentence, at: QuantityAt, root: Token) -> Iterator[Measured]:
    if at.quantity.unit == "count" and at.quantity.noun:
        yield _counted(sentence, at)
        return
    yield from _worth(sentence, at, root)
    yield from _before_noun(sentence, at, root)
    yield from _behind(sentence, at, root)
    yield from by_verb(sentence, at, root)
    yield from _label(sentence, at, root)
    yield from _invested(at, root)


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
    for token in (root.head, root.head.head):
        beside = token.lower_ in WORTH or (token.lemma_ == "value" and token.pos_ == "VERB")
        if beside and abs(token.i - at.start) <= 3:
            held = (
                token.head.pos_ in ("NOUN", "PROPN")
                and token.head.i < token.i
                and sentence.mention_at(token.head) is None
            )
            noun = token.head if held else _noun_before(sentence, token)
            if noun is not None and (words := phrase(sentence, noun, end=token.i)):
                yield Measured(f"value of {words}", noun, token, "worth")


def _noun_before(sentence: Sentence, token: Token) -> Token | None:
    behind = [
        t
        for t in sentence.doc[max(sentence.start, token.i - 6) : token.i]
        if t.pos_ in ("NOUN", "PROPN") and sentence.mention_at(t) is None and sentence.date_at(t) is None
    ]
    return behind[-1] if behind else None


def _before_noun(sentence: Sentence, at: QuantityAt, root: Token) -> Iterator[Measured]:
    noun = root.head
    if root.dep_ not in _MODIFYING or noun.pos_ not in ("NOUN", "PROPN") or noun.i < at.start:
        return
    if noun.lemma_.lower() in _TIMES or sentence.date_at(noun) is not None:
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
        and inner.lemma_.lower() not in _TIMES
        and inner.i >= at.end
        and sentence.date_at(inner) is None
        and sentence.mention_at(inner) is None
        and not (at.quantity.unit.isupper() and sentence.quantity_at(inner))
    ):
        words = phrase(sentence, inner)
        if words:
            yield Measured(_shared(at, root, inner, words), inner, inner, "complement")
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


def _shared(at: QuantityAt, root: Token, inner: Token, words: str) -> str:
    """A share of something, or the act whose object it is: "purchases of $3 billion of farm goods"."""
    if at.quantity.unit == "percent" and inner.head.lower_ == "of":
        return f"share of {words}"
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
