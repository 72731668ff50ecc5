"""Agreements spoken of again without their noun: "It was ratified in 1957", "one with Peru", "another on fish is due".

A pronoun means the agreement told of last where what is done to it is done to agreements alone; "one" and "another"
mean a further agreement of its kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from legation.reading.finders.agreement_acts import Act
from legation.reading.finders.agreement_names import Agreement, Told
from legation.reading.finders.agreement_words import HEADS, title_span
from legation.reading.parse import Token
from legation.reading.text import Sentence

PRONOUNS: Final = frozenset({"it", "they", "both"})
"""Those that mean the agreement itself."""
_ONES: Final = frozenset({"one", "another", "ones", "that", "those"})
STAND_INS: Final = PRONOUNS | _ONES
"""Words that may stand for an agreement told of before."""
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_DONE_TO_PACTS: Final = frozenset(
    "sign initial ratify conclude renew prolong extend amend revise denounce terminate abrogate expire lapse "
    "enter come take go put".split()
)
"""Verbs that, said of "it" behind an agreement, are said of the agreement."""
_MAKING: Final = frozenset("sign ratify initial denounce terminate abrogate".split())
_TURNS: Final = frozenset(
    "first last previous earlier older old new newer similar second third same such like".split()
)
_LINKS: Final = frozenset({"on", "with", "for", "about", "concerning", "between"})
_SCOPE: Final = frozenset({"on", "for", "about", "concerning"})


def taken_up(sentence: Sentence, told: Told) -> Iterator[Agreement]:
    """The agreements that a sentence means by a pronoun or by "one".

    Args:
        sentence: The sentence; its own named agreements are told already.
        told: What the document told of agreements so far.
    """
    for token in sentence.with_word(STAND_INS):
        last = _before(sentence, told, token)
        if last is None:
            continue
        if token.lower_ in PRONOUNS and (token.dep_ in _SUBJECTS or _is_made(token)):
            yield replace(last, noun=token, start=token.i, end=token.i + 1, count=None, again=True)
        elif token.lower_ in _ONES and _is_one_of_them(sentence, token):
            yield _another(sentence, token, last)


def _is_made(token: Token) -> bool:
    """Whether "it" is what somebody signs or ratifies: "parliament ratified it in 2021"."""
    return token.dep_ in ("dobj", "obj") and token.lower_ == "it" and token.head.lemma_.lower() in _MAKING


def suits(act: Act, agreement: Agreement) -> bool:
    """Whether an act makes it plain that an agreement is meant by a word that could mean much else."""
    word = agreement.noun.lower_
    return word not in PRONOUNS or act.word.lemma_.lower() in _DONE_TO_PACTS


def _before(sentence: Sentence, told: Told, token: Token) -> Agreement | None:
    """The agreement told of last before a word, in its sentence or the one before it."""
    if told.last is None or told.sentence is None:
        return None
    steps = sentence.order - told.sentence.order
    if steps == 0:
        return told.last if told.last.start < token.i else told.earlier
    return told.last if steps == 1 else None


def _is_one_of_them(sentence: Sentence, token: Token) -> bool:
    """Whether "one" stands for a thing: with what it is on or with whom, or behind "a similar", "the previous"."""
    behind = sentence.doc[token.i + 1].lower_ if token.i + 1 < sentence.end else ""
    if token.lower_ in ("that", "those"):  # "the treaty of 2007, which replaced that of 1949"
        return behind == "of" and any(d.start in (token.i + 2, token.i + 3) for d in sentence.dates)
    before = sentence.doc[token.i - 1].lower_ if token.i > sentence.start else ""
    return behind in _LINKS or before in _TURNS


def _another(sentence: Sentence, token: Token, last: Agreement) -> Agreement:
    end = title_span(sentence, token)[1]
    tail = sentence.words(token.i + 1, end) if end > token.i + 1 else ""
    scope = tail if tail.split(" ")[0].lower() in _SCOPE else ""
    own = last.title.partition(" with ")[0]
    kind = last.noun.lower_ if last.noun.lower_ in HEADS else own.split(" on ")[0]
    title = f"{kind} {scope}" if scope else own
    return replace(last, noun=token, start=token.i, end=end, title=title, count=None, joint=False, again=True)
