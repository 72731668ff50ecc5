"""The words of an act: "streamline requirements for medical devices", cut before it trails off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legation.reading.text import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_TRAILING = frozenset(
    {
        "including",
        "such",
        "where",
        "which",
        "who",
        "whose",
        "as",
        "so",
        "while",
        "but",
        "because",
        "although",
        "when",
        "if",
        "after",
        "before",
    }
)
_LONGEST = 28
_WORDS = 18


def act_span(sentence: Sentence, act: Token) -> tuple[int, int]:
    """Tokens of an act, from its word to the end of what hangs on it; listed acts of their own are left out."""
    end = act.i + 1
    stack = [c for c in act.children if c.i > act.i]
    while stack:
        child = stack.pop()
        if (
            child.dep_ in ("conj", "cc", "punct", "advcl", "parataxis")
            and child.head is act
            and child.pos_ == act.pos_ == "VERB"
            and _own(child)
        ):
            continue
        if child.dep_ == "punct" and child.head is act:
            continue
        if child.dep_ == "advcl" and child.head is act:
            continue
        end = max(end, child.i + 1)
        stack.extend(child.children)
    end = min(end, act.i + _LONGEST, sentence.end)
    for token in sentence.doc[act.i + 1 : end]:
        if token.lower_ in _TRAILING and token.nbor(-1).text == ",":
            end = token.i - 1
            break
        if token.text in (";", ":") or (token.text in ("–", "—") and token.i > act.i + 3):
            end = token.i
            break
    while end > act.i + 1 and (
        sentence.doc[end - 1].is_punct
        and sentence.doc[end - 1].text not in (")", "”", '"')
        or sentence.doc[end - 1].lower_ in ("and", "or")
    ):
        end -= 1
    return act.i, end


def _own(verb: Token) -> bool:
    """Whether a listed verb stands for itself: it has "to" or "will" of its own, or the list has three."""
    if any(c.lower_ in ("to", "will", "shall") and c.dep_ == "aux" for c in verb.children):
        return True
    return len([c for c in verb.conjuncts if c.pos_ == "VERB"]) >= 2


def act_words(sentence: Sentence, act: Token, start: int, end: int) -> str:
    """The act as a short phrase that begins with the plain form of its verb."""
    words = sentence.words(start + 1, min(end, start + _WORDS))
    first = act.lemma_ if act.pos_ in ("VERB", "AUX") else act.text
    return f"{first} {words}".strip()
