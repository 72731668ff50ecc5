"""When something happened: from the words of its clause, else from the only date of its sentence.

Law: a date counts for a word where it hangs on it, or on what governs it, in the parse. A date that hangs on
another act does not.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from legation.reading.mention import DateAt
from legation.reading.parse import Parse, Token
from legation.reading.text import Sentence
from legation.values.when import When

_CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "conj", "acl", "parataxis"})
_MAKING = frozenset({"make", "pay", "hold", "undertake", "have"})
"""Verbs that only say that an act was done, which their object names."""
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_WILL = frozenset({"will", "shall", "'ll", "’ll"})
DUE = frozenset(
    "be due expect schedule plan set slate intend hope want prepare agree expected scheduled tip book".split()
)
"""What an infinitive to come hangs on."""
_SCHEDULED = frozenset(
    "go come fly leave depart arrive travel head continue return visit meet see hold host receive open begin start end "
    "conclude follow attend join address take host welcome sit convene gather move proceed last finish resume sign".split()
)
"""Verbs that tell in the present tense what a programme has in store."""
_THINGS = frozenset(
    "act law code constitution treaty agreement convention charter protocol declaration resolution partnership accord "
    "pact order strategy memorandum covenant statute regulation".split()
)
"""Things that carry the year of their making in their names: "the Trade Act of 1952"."""
_FOUNDING = frozenset(
    "sign conclude adopt enact pass make establish found proclaim form forge approve issue sign ratify".split()
)
_FURTHEST = 12
"""Steps from a date beyond which nothing hangs on it."""


def dates_for(sentence: Sentence, trigger: Token) -> list[DateAt]:
    """The dates that belong to a word, nearest in the parse first."""
    reached = [
        (distance, abs(d.start - trigger.i), d)
        for d in sentence.dates
        if (distance := _distance(sentence, d, trigger)) is not None
    ]
    told = [d for _, _, d in sorted(reached, key=lambda x: x[:2])]
    dated = _told_when(sentence, trigger)
    return [dated, *(d for d in told if d != dated)] if dated is not None else told


def _told_when(sentence: Sentence, trigger: Token) -> DateAt | None:
    """The date to which a clause with "when" is added: "in February, when she was in Rome"."""
    clause = next((t for t in (trigger, *trigger.ancestors) if t.dep_ in _CLAUSES), trigger)
    first = clause.left_edge.i
    if first <= sentence.start or sentence.doc[first].lower_ != "when" or clause.head == clause:
        return None
    before = (
        sentence.doc[first - 1] if sentence.doc[first - 1].text != "," else sentence.doc[max(first - 2, 0)]
    )
    return sentence.date_at(before)


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


def ahead(doc: Parse, at: DateAt, published: When | None) -> DateAt:
    """A day of the week as its clause means it: "flies to Oslo on Friday", told on a Tuesday, is of the Friday to come.

    Args:
        doc: The parsed block.
        at: A date in it, resolved to the last such day before publication.
        published: When the document was published.
    """
    first = at.when.first
    named = {t.lower_ for t in doc[at.start : at.end]} & _WEEKDAYS
    if not (named and at.relative and first and published and published.first and first < published.first):
        return at
    if published.precision != "day" or doc[max(0, at.start - 1)].lower_ == "last" or not is_to_come(doc, at):
        return at
    week = timedelta(days=7)
    last = at.when.after - timedelta(days=1) + week if at.when.after else first + week
    span = f"{first + week}/{last}" if at.when.precision == "interval" else f"{first + week}"
    return replace(at, when=When.parse(span))


def is_to_come(doc: Parse, at: DateAt) -> bool:
    """Whether the verb over a date tells of what is yet to come."""
    root = doc[at.start : at.end].root
    verb = next((t for t in root.ancestors if t.pos_ in ("VERB", "AUX")), None)
    while verb is not None:
        words = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
        if words & _WILL or ("to" in words and verb.head.lemma_.lower() in DUE):
            return True
        if is_present(verb):
            return verb.lemma_.lower() in _SCHEDULED or any(c.lower_ in DUE for c in verb.children)
        if verb.tag_ in ("VBN", "VBG") and words & {"is", "are"}:
            return verb.lemma_.lower() in DUE | _SCHEDULED
        verb = verb.head if verb.dep_ in ("conj", "xcomp") and verb.head != verb and not words else None
    return False


def is_present(verb: Token) -> bool:
    """Whether a verb stands in the present by itself: "flies", "sees"; not "has flown"."""
    return verb.tag_ in ("VBZ", "VBP") and not any(c.dep_ == "aux" for c in verb.children)


def _distance(sentence: Sentence, date: DateAt, trigger: Token) -> int | None:
    """Steps from a date up to the trigger, or to a word that the trigger hangs on within its clause."""
    if _names(sentence, date, trigger) or _begins_since(sentence, date, trigger):
        return None
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
    if _names(sentence, date, trigger) or _begins_since(sentence, date, trigger):
        return True
    root = sentence.doc[date.start : date.end].root
    verb = next((t for t in root.ancestors if t.pos_ in ("VERB", "AUX")), root.head)
    owner = verb if verb.i < date.start and _is_anothers(verb) else root.head
    return _parted(owner, trigger)


def _names(sentence: Sentence, date: DateAt, trigger: Token) -> bool:
    """Whether a year is part of a thing's name, and the trigger is neither the thing nor its making."""
    if date.when.precision != "year" or date.start - 2 < sentence.start:
        return False
    thing = sentence.doc[date.start - 2]
    if sentence.doc[date.start - 1].lower_ != "of" or thing.lower_ not in _THINGS:
        return False
    return trigger.i != thing.i and trigger.lemma_.lower() not in _FOUNDING


def _begins_since(sentence: Sentence, date: DateAt, trigger: Token) -> bool:
    """Whether a date is of what has lasted "since" then, and a word stands outside that clause."""
    root = sentence.doc[date.start : date.end].root
    verb = next((t for t in root.ancestors if t.pos_ in ("VERB", "AUX")), None)
    if verb is None or not any(c.dep_ == "mark" and c.lower_ == "since" for c in verb.children):
        return False
    return trigger.i not in {t.i for t in verb.subtree}


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
    return verb.dep_ in ("relcl", "acl") and any(c.tag_ not in ("WDT", "WP") for c in subjects)
