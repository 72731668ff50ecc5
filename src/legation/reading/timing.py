"""When something happened: from the words of its clause, else from the only date of its sentence.

Law: a date counts for a word where it hangs on it, or on what governs it, in the parse. A date that hangs on
another act does not.
"""

from __future__ import annotations

from legation.reading.mention import DateAt
from legation.reading.parse import Token
from legation.reading.text import Sentence
from legation.values.when import When

_CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "conj", "acl", "parataxis"})
_MAKING = frozenset({"make", "pay", "hold", "undertake", "have"})
"""Verbs that only say that an act was done, which their object names."""
_FURTHEST = 12
"""Steps from a date beyond which nothing hangs on it."""


def dates_for(sentence: Sentence, trigger: Token) -> list[DateAt]:
    """The dates that belong to a word, nearest in the parse first."""
    reached = [
        (distance, abs(d.start - trigger.i), d)
        for d in sentence.dates
        if (distance := _distance(sentence, d, trigger)) is not None
    ]
    return [d for _, _, d in sorted(reached, key=lambda x: x[:2])]


def date_for(sentence: Sentence, trigger: Token, *, whole: bool = True) -> DateAt | None:
    """The date of what a word names.

    Args:
        sentence: Its sentence.
        trigger: The verb or noun.
        whole: Whether the sentence's only date counts where none hangs on the word.
    """
    near = dates_for(sentence, trigger)
    if near:
        return near[0]
    if whole and len(sentence.dates) == 1 and not _owned(sentence, sentence.dates[0], trigger):
        return sentence.dates[0]
    return None


def settled(sentence: Sentence, when: When, verb: Token) -> When:
    """A date as the tense of its verb settles it: "hosted him in February", told in December, is of the February before.

    Args:
        sentence: Its sentence.
        when: A date of it that was resolved with the day of publication.
        verb: The verb whose act it dates.
    """
    published = sentence.text.document.published
    if verb.tag_ != "VBD" or published is None or published.after is None or when.first is None:
        return when
    yearless = any(d.when == when and d.relative for d in sentence.dates)
    if not yearless or when.first < published.after or when.precision not in ("day", "month"):
        return when
    return When.parse(f"{when.first.year - 1}{str(when)[4:]}")


def _distance(sentence: Sentence, date: DateAt, trigger: Token) -> int | None:
    """Steps from a date up to the trigger, or to a word that the trigger hangs on within its clause."""
    own = _chain(trigger)
    token = sentence.doc[date.start : date.end].root
    steps = 0
    while True:
        if token.i in own:
            return steps + own[token.i] * 2
        if token.head == token or steps > _FURTHEST or (date.start > token.i and _parted(token, trigger)):
            return None
        token = token.head
        steps += 1


def _chain(trigger: Token) -> dict[int, int]:
    """The trigger and what it hangs on, with steps, up to the verb of the clause above its own."""
    chain = {trigger.i: 0}
    token = trigger
    crossed = 0
    while token.head != token:
        crossed += token.dep_ in _CLAUSES
        if crossed > 1:
            break
        token = token.head
        chain.setdefault(token.i, len(chain))
    return chain


def _owned(sentence: Sentence, date: DateAt, trigger: Token) -> bool:
    """Whether a date belongs to a clause on a noun that the trigger is no part of: "the treaty signed in 1991"."""
    root = sentence.doc[date.start : date.end].root
    verb = next((t for t in root.ancestors if t.pos_ in ("VERB", "AUX")), root.head)
    owner = verb if verb.i < date.start and _is_anothers(verb) else root.head
    return _parted(owner, trigger)


def _parted(verb: Token, trigger: Token) -> bool:
    """Whether a verb makes a clause on a noun, and a word stands outside it."""
    return verb.dep_ in ("relcl", "acl") and trigger.i not in {t.i for t in verb.subtree}


def _is_anothers(verb: Token) -> bool:
    """Whether a clause on a noun tells another act than the noun's: "the signing, which she discussed in September".

    "The trip that she made in September" tells the noun's own.
    """
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    if verb.lemma_.lower() in _MAKING:
        return False
    return verb.dep_ == "relcl" and any(c.tag_ not in ("WDT", "WP") for c in subjects)
