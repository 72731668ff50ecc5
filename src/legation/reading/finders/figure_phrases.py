"""Noun phrases as indicators: without articles, owners, numbers and dates, by their usual name."""

from __future__ import annotations

import re

from legation.reading.finders.figure_words import CANONICAL, WORTH
from legation.reading.mention import QuantityAt
from legation.reading.parse import Token
from legation.reading.text import Sentence

_TRAILING = frozenset("of in on for with to the from and at by a an which that their its".split())
_NO_PART = frozenset({"det", "poss", "nummod", "case", "predet", "punct"})
_GOING_ON = frozenset({"relcl", "acl", "punct", "cc", "conj", "appos", "advcl"})
_PAIRED = frozenset({"import", "export"})
"""Nouns that are measured together: "imports and exports"."""
_CANON = tuple((re.compile(pattern, re.IGNORECASE), name) for pattern, name in CANONICAL)
LONG = 7
"""Words of an indicator on either side of its head."""


def verb_over(token: Token) -> Token | None:
    """The verb that a token hangs on, within five steps."""
    here = token
    for _ in range(6):
        if here.pos_ in ("VERB", "AUX"):
            return here
        if here.dep_ == "ROOT":
            return None
        here = here.head
    return None


def phrase(
    sentence: Sentence, head: Token, *, without: QuantityAt | None = None, end: int | None = None
) -> str | None:
    """A noun phrase without its articles, owners, numbers and dates."""
    keep: list[str] = []
    stop = min(head.right_edge.i + 1, head.i + LONG, end or sentence.end)
    for token in sentence.doc[
        max(head.left_edge.i, head.i - LONG + 1, sentence.start) : max(stop, head.i + 1)
    ]:
        if without and without.start <= token.i < without.end:
            continue
        if token.i < head.i and not _belongs(sentence, token, head):
            continue
        if token.i > head.i and _ends(sentence, token):
            break
        if token.text not in ("’s", "'s", ",", "(", ")", "’", "[", "]", "–"):
            keep.append(_word(token))
    while keep and (keep[-1].lower() in _TRAILING or keep[-1] == "-"):
        keep.pop()
    while keep and keep[0].lower() in ("-", "and", "or", "&"):
        keep.pop(0)
    return re.sub(r" ?([-/]) ?", r"\1", " ".join(keep)) or None


def _word(token: Token) -> str:
    """A word as it stands within a sentence: no capital for opening one."""
    opens = bool(token.is_sent_start) and token.text[1:].islower()
    return token.text.lower() if opens else token.text


def _belongs(sentence: Sentence, token: Token, head: Token) -> bool:
    joined = token.i + 1 < sentence.end and token.nbor().text == "-"
    if (token.dep_ in _NO_PART and token.text != "-" and not joined) or (
        token.like_num and sentence.quantity_at(token) is not None
    ):
        return False
    if sentence.mention_at(token) is not None or sentence.date_at(token) is not None:
        return False
    return any(above == head for above in [token.head, token.head.head, token.head.head.head])


def _ends(sentence: Sentence, token: Token) -> bool:
    if token.dep_ in ("cc", "conj") and token.head.lemma_.lower() in _PAIRED:
        return False
    return (
        token.dep_ in _GOING_ON
        or token.pos_ in ("VERB", "AUX")
        or token.lower_ in WORTH
        or sentence.date_at(token) is not None
        or sentence.quantity_at(token) is not None
        or (token.dep_ == "prep" and any(sentence.mention_at(c) is not None for c in token.children))
        or (token.dep_ == "prep" and token.lower_ in ("with", "between", "over", "since", "during", "to"))
    )


def canonical(words: str) -> str:
    """What is measured by its usual name: "goods trade" for "value of imports and exports"."""
    words = re.split(r"\]\(|https?:|\[", words)[0]  # what is left of a link that a line broke
    plain = re.sub(r"^(?:a |an |the )?(?:record |total |overall |new )+", "", words.strip())
    for pattern, name in _CANON:
        if pattern.fullmatch(plain):
            return name
    return words.strip()
