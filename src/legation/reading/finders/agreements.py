"""Agreements: treaties, trade deals, memoranda and joint statements, and counts of them.

An agreement is a noun that names one, with what is done to it. A mention in passing is no statement: it takes an
act ("signed", "the conclusion of"), a count, or both parties named beside the title.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from legation.reading.finders.agreement_acts import WELCOMING, Act, acts_on
from legation.reading.finders.agreement_lists import in_list, signed_above
from legation.reading.finders.agreement_names import (
    Agreement,
    Told,
    agreement_at,
    is_definite,
    is_name,
    is_open,
)
from legation.reading.finders.agreement_order import acts_in_order
from legation.reading.finders.agreement_sides import parties_of
from legation.reading.finders.agreement_titles import in_title
from legation.reading.finders.agreement_words import (
    COUNTABLE,
    HEADS,
    INSTRUMENTS,
    PLANS,
    STATEMENTS,
    TREATIES,
    field_of,
)
from legation.reading.finders.sides import stem_start
from legation.reading.found import Found
from legation.reading.mention import DateAt
from legation.reading.parse import Token
from legation.reading.text import Sentence, Text
from legation.reading.timeline import month_of, occasion_of
from legation.reading.timing import date_for, settled
from legation.records import FieldValue
from legation.values.when import When

_MANY: Final = 2
_UNILATERAL: Final = frozenset("withdraw accede exit quit leave pull join denounce".split())
"""What one state does alone to an agreement of many."""
_HOLDING: Final = frozenset({"be", "remain", "stay", "guide", "govern"})
_MUTUAL: Final = ("understanding", "of cooperation", "of intent", "of agreement")
"""What a memorandum between states is of; others are orders."""
_PEACE: Final = ("ceasefire", "cease-fire", "truce", "hostage", "peace", "armistice")
_LONG_AGO: Final = 400
"""Days after which what "has been agreed" is not of that date."""


class Agreements:
    """Finds agreements and what was done to them."""

    name = "agreements.v1"

    def find(self, text: Text) -> Iterator[Found]:
        """Each agreement and act once a document."""
        best: dict[tuple[object, ...], Found] = {}
        told = Told()
        for sentence in text.sentences:
            for noun in sentence.with_word(HEADS):
                agreement = agreement_at(sentence, noun, told) if noun.pos_ in ("NOUN", "PROPN") else None
                for found in _found(sentence, agreement, told) if agreement is not None else ():
                    _keep(best, found)
            for agreement in told.called(sentence):
                for found in _found(sentence, agreement, told):
                    _keep(best, found)
        yield from best.values()


def _keep(best: dict[tuple[object, ...], Found], found: Found) -> None:
    title = str(found.fields["title"]).lower()
    key = (
        title,
        found.fields["action"],
        found.fields["parties"] if found.fields["count"] is not None else None,
    )
    if key not in best or (best[key].date is None and found.date is not None):
        best[key] = found


def _found(sentence: Sentence, agreement: Agreement, told: Told) -> Iterator[Found]:
    if sentence.block.kind == "title" and agreement.joint:
        yield from in_title(sentence, agreement)
        return
    if sentence.block.kind == "title" and sentence.text.context.joint:
        return  # what a joint statement is on
    acts = [a for a in _acts(agreement) if _counts(a, agreement)]
    if (
        not acts
        and told.act is not None
        and told.sentence is sentence
        and _is_listed(sentence, agreement.start)
    ):
        acts = [told.act]  # "signed a treaty and two memoranda", however the parse hangs them
    lead = signed_above(sentence)
    if not acts and lead is not None:
        yield from in_list(sentence, agreement.title, lead)
        return
    here = [f for act in acts for f in _done(sentence, agreement, act)]
    if not acts:
        here = list(_mentioned(sentence, agreement))
    for found in here:
        guessed = found.evidence[-1] in ("sides:document", "sides:home")
        if agreement.again and guessed and told.parties:
            found = replace(found, fields={**found.fields, "parties": told.parties})
        told.parties = found.fields["parties"]
        yield found
    told.last, told.sentence, told.act = agreement, sentence, acts[0] if acts else None


def _acts(agreement: Agreement) -> list[Act]:
    """What is done to an agreement: by the parse, and what the order of words adds to it."""
    acts = list(acts_on(agreement.noun, agreement.start, agreement.end))
    done = {a.action for a in acts}
    said = {"signed", "concluded", "negotiating", "adopted"}
    more = acts_in_order(agreement.noun, agreement.start, agreement.end)
    return [*acts, *(a for a in more if a.action not in done and not (done & said and a.action in said))]


def _is_listed(sentence: Sentence, start: int) -> bool:
    """Whether an agreement follows on another: "and", "as well as" or a comma, with its number or article between."""
    at = start - 1
    while at > sentence.start and sentence.doc[at].pos_ in ("NUM", "DET"):
        at -= 1
    if at <= sentence.start:
        return False
    well = sentence.doc[at].lower_ == "as" and sentence.doc[at - 1].lower_ == "well"
    return well or sentence.doc[at].lower_ in ("and", ",", ";")


def _counts(act: Act, agreement: Agreement) -> bool:
    """Whether what is done makes a statement of an agreement, for the kind of noun that names it."""
    word = agreement.noun.lower_
    if agreement.again and word not in HEADS:
        return True  # called by its letters
    if word in ("instrument", "instruments", "letter", "letters") and act.word.lemma_.lower() == "exchange":
        return False
    titled = agreement.noun.text[0].isupper() or len(agreement.title.split()) > 2
    if word in PLANS and not is_name(agreement):
        made = act.action in ("signed", "concluded") and act.word.lemma_.lower() != "join"
        known = word.startswith("framework") or agreement.noun.text[0].isupper()
        return made and known and not act.loose
    if word.startswith("understanding") and not agreement.noun.text[0].isupper():
        return False
    if word in TREATIES or agreement.joint:
        return not act.loose or titled
    return not act.loose and (titled or agreement.count is not None or act.action in ("signed", "ratified"))


def _done(sentence: Sentence, agreement: Agreement, act: Act) -> Iterator[Found]:
    parties, source = parties_of(sentence, agreement.noun, act.word, alone=_stands_alone(agreement, act))
    own = source in ("home", "document") or len(parties) == 1
    if agreement.noun.lower_ in PLANS and own and not is_name(agreement):
        return  # a plan of one's own
    if any(c.lower_ == "may" for c in act.word.children):
        return  # "this treaty may be amended"
    if not parties or not _is_treaty(
        agreement, "words" if len(parties) > 1 and source == "subject" else source
    ):
        return
    at = date_for(sentence, act.word, whole=act.word.i < agreement.noun.i)
    at = None if at and at.sense in ("by", "until") else at
    date = at.when if at and not _is_history(sentence, act, at.when) else _occasion(sentence, act)
    date = settled(sentence, date, act.word) if date is not None else None
    action = _action(agreement, act)
    if _is_attribute(agreement, act) or (action == "in_force" and act.word.lemma_.lower() in _HOLDING):
        date = None  # "17 signed treaties", "the 1978 treaty remains in force"
    start, end = min(agreement.start, act.word.i), max(agreement.end, act.word.i + 1)
    yield Found(
        "agreement",
        sentence,
        start,
        end,
        _fields(sentence, agreement, parties, action),
        modality=act.modality,
        date=date,
        evidence=(f"act:{act.word.lemma_.lower()}", f"sides:{source}"),
        weight=0.55 if act.loose or source in ("document", "home") else 0.75,
    )


def _is_attribute(agreement: Agreement, act: Act) -> bool:
    return act.word.head == agreement.noun and act.word.i < agreement.noun.i


def _action(agreement: Agreement, act: Act) -> str:
    """Statements are adopted when they are made; deals are concluded when they are announced."""
    stated = agreement.joint or agreement.noun.lower_ in STATEMENTS
    if stated and act.action == "concluded":
        return "adopted"
    if not stated and act.word.lower_ == "announcement":
        return "concluded"
    return act.action


def _is_treaty(agreement: Agreement, source: str) -> bool:
    """Whether a noun that also names domestic papers and bargains is here an agreement of states."""
    if "/" in agreement.title.split()[0]:
        return False  # an address
    read = source in ("pair", "words")
    lower = agreement.title.lower()
    if agreement.noun.lower_.startswith("memorand") and not read and not any(w in lower for w in _MUTUAL):
        return False
    if not read and source != "subject" and any(w in lower for w in _PEACE):
        return False  # the truce of others, of which the document's sides speak
    return source != "home" or agreement.count is not None or agreement.noun.text[0].isupper()


def _stands_alone(agreement: Agreement, act: Act) -> bool:
    """Whether one party named is all: it is urged to act, or its many agreements are counted."""
    if act.word.lemma_.lower() in _UNILATERAL or (act.action == "ratified" and is_open(agreement)):
        return True
    return act.modality == "called_for" or (agreement.count is not None and agreement.count > _MANY)


def _is_history(sentence: Sentence, act: Act, when: When) -> bool:
    """Whether a date of long ago stands by chance in a sentence that tells what "has been agreed"."""
    published = sentence.text.document.published
    if not any(c.lower_ in ("have", "has") for c in act.word.children) or published is None:
        return False
    return bool(when.first and published.first and (published.first - when.first).days > _LONG_AGO)


def _occasion(sentence: Sentence, act: Act) -> When | None:
    if act.modality != "actual" or act.word.pos_ not in ("VERB", "AUX"):
        return None
    if act.action not in ("signed", "adopted", "concluded", "negotiating"):
        return None
    if sentence.text.context.joint:
        return sentence.text.document.published  # a joint statement tells what is agreed with it
    return month_of(sentence.text) if act.action == "negotiating" else occasion_of(sentence)


def _fields(
    sentence: Sentence, agreement: Agreement, parties: tuple[str, ...], action: str
) -> dict[str, FieldValue]:
    return {
        "parties": parties,
        "title": agreement.title,
        "action": action,
        "field": field_of(agreement.title, sentence.text.document.title or "", sentence.span.text),
        "count": agreement.count,
    }


def _mentioned(sentence: Sentence, agreement: Agreement) -> Iterator[Found]:
    """An agreement with both its parties beside it, or a count of agreements, though nothing is said to be done."""
    word = agreement.noun.lower_
    verb = agreement.noun.head if agreement.noun.head.lemma_ in ("have", "boast", "maintain") else None
    many = agreement.count is not None and agreement.count > _MANY
    parties, source = parties_of(sentence, agreement.noun, verb, alone=many)
    if word not in TREATIES and not agreement.joint and not (word in INSTRUMENTS and is_name(agreement)):
        return
    if (
        agreement.noun.dep_ == "conj"
        and agreement.noun.head.lower_ in TREATIES
        and not agreement.noun.text[0].isupper()
    ):
        return  # "trade deals and security agreements" are told of together
    bare = len(agreement.title.split()) == 1
    if agreement.end - agreement.start == 1 and not bare and is_definite(sentence, agreement.noun):
        return  # "the Agreement", told of before
    named = (source == "pair" and not bare) or (source == "words" and word.startswith(("deal", "agreement")))
    counted = agreement.count is not None and agreement.count > 1 and word in COUNTABLE
    dated = _own_date(sentence, agreement)
    speaking = agreement.joint and (
        agreement.noun.dep_ in ("nsubj", "attr") or agreement.noun.head.lower_ == "in"
    )
    hailed = (
        agreement.noun.head.lemma_.lower() in WELCOMING
        and agreement.noun.dep_ == "dobj"
        and agreement.noun.text[0].isupper()
        and len(parties) > 1
        and not bare
    )
    if not parties or not _is_treaty(agreement, source):
        return
    if not (named or counted or speaking or dated or hailed):
        return
    action = _standing(sentence, agreement)
    yield Found(
        "agreement",
        sentence,
        agreement.start,
        agreement.end,
        _fields(sentence, agreement, parties, action),
        date=_mention_date(sentence, agreement, dated, counted=counted, speaking=speaking),
        evidence=("mention", f"sides:{source}"),
        weight=0.5,
    )


def _standing(sentence: Sentence, agreement: Agreement) -> str:
    """What an agreement is taken for where nothing is said to be done to it."""
    if agreement.joint or agreement.noun.lower_ in STATEMENTS:
        return "adopted"
    if _in_talks(agreement.noun):
        return "negotiating"
    lead = {t.lower_ for t in sentence.doc[max(sentence.start, agreement.start - 3) : agreement.start]}
    return "in_force" if lead & {"under", "through", "pursuant"} else "concluded"


def _mention_date(
    sentence: Sentence, agreement: Agreement, dated: DateAt | None, *, counted: bool, speaking: bool
) -> When | None:
    """The date of an agreement of which nothing is said to be done."""
    if dated is not None:
        return dated.when
    at = date_for(sentence, agreement.noun) if counted else None
    if at is not None and at.sense == "point":
        return at.when
    return occasion_of(sentence) if speaking else None


def _own_date(sentence: Sentence, agreement: Agreement) -> DateAt | None:
    """A date inside the noun phrase: "the November 2022 agreement"."""
    first = stem_start(sentence, agreement.noun)
    inside = [
        d
        for d in sentence.dates
        if first <= d.start and d.end <= agreement.noun.i and (not d.relative or _is_day(sentence, d))
    ]
    return inside[0] if inside else _date_behind(sentence, agreement)


def _date_behind(sentence: Sentence, agreement: Agreement) -> DateAt | None:
    """The date by which an agreement is called: "the accords of 22 December 1988", "the protocol of 1982"."""
    for at in {agreement.noun.i + 1, agreement.end}:
        if at + 1 < sentence.end and sentence.doc[at].lower_ in ("of", "from", "dated"):
            date = next((d for d in sentence.dates if at < d.start <= at + 2), None)
            if date is not None and not date.relative:
                return date
    return None


def _is_day(sentence: Sentence, date: DateAt) -> bool:
    """As in "the 30 July deal", "Friday's statement"; not in "the Good Friday Agreement"."""
    owns = date.end < sentence.end and sentence.doc[date.end].lower_ in ("'s", "’s")
    numbered = any(t.text[0].isdigit() for t in sentence.doc[date.start : date.end])
    return date.when.precision == "day" and (owns or numbered)


def _in_talks(noun: Token) -> bool:
    return noun.head.lower_ in ("negotiations", "negotiation", "talks")
