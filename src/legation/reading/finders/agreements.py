"""Agreements: treaties, trade deals, memoranda and joint statements, and counts of them.

An agreement is a noun that names one, with what is done to it. A mention in passing is no statement: it takes an
act ("signed", "the conclusion of"), a count, or both parties named beside the title.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from legation.reading.finders.agreement_acts import WELCOMING, Act, acts_on
from legation.reading.finders.agreement_again import PRONOUNS, STAND_INS, suits, taken_up
from legation.reading.finders.agreement_dates import date_of_act, mention_date, own_date
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
from legation.reading.finders.agreement_orders import ordered
from legation.reading.finders.agreement_sides import parties_of
from legation.reading.finders.agreement_titles import in_title
from legation.reading.finders.agreement_words import (
    COUNTABLE,
    HEADS,
    INSTRUMENTS,
    NEVER_VERBS,
    PLANS,
    STATEMENTS,
    TREATIES,
    field_of,
)
from legation.reading.found import Found
from legation.reading.parse import Token
from legation.reading.text import Sentence, Text
from legation.records import FieldValue

_MANY: Final = 2
_UNILATERAL: Final = frozenset("withdraw accede exit quit leave pull join denounce".split())
"""What one state does alone to an agreement of many."""
_MUTUAL: Final = ("understanding", "of cooperation", "of intent", "of agreement")
"""What a memorandum between states is of; others are orders."""
_PEACE: Final = ("ceasefire", "cease-fire", "truce", "hostage", "peace", "armistice")


class Agreements:
    """Finds agreements and what was done to them."""

    name = "agreements.v1"

    def find(self, text: Text) -> Iterator[Found]:
        """Each agreement and act once a document."""
        best: dict[tuple[object, ...], Found] = {}
        told = Told()
        for sentence in text.sentences:
            for noun in sentence.with_word(HEADS):
                named = noun.pos_ in ("NOUN", "PROPN") or noun.lower_ in NEVER_VERBS
                agreement = agreement_at(sentence, noun, told) if named else None
                for found in _found(sentence, agreement, told) if agreement is not None else ():
                    _keep(best, found)
            for agreement in (*told.called(sentence), *taken_up(sentence, told)):
                for found in _found(sentence, agreement, told):
                    _keep(best, found)
            for found in ordered(sentence):
                _keep(best, found)
            told.earlier = told.last
        yield from best.values()


def _keep(best: dict[tuple[object, ...], Found], found: Found) -> None:
    title = str(found.fields["title"]).lower()
    several = found.fields["count"] is not None or found.sentence.doc[found.start].lower_ in STAND_INS
    key = (title, found.fields["action"], found.fields["parties"] if several else None)
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
    if not acts and agreement.noun.lower_ in PRONOUNS:
        return
    if not acts and lead is not None and agreement.noun.lower_ not in PLANS:
        yield from in_list(sentence, agreement.title, lead)
        return
    here = [f for act in acts for f in _done(sentence, agreement, act)]
    if not acts:
        here = list(_mentioned(sentence, agreement))
    for one in here:
        found = _with_known(one, told) if agreement.again else one
        told.parties = found.fields["parties"]
        yield found
    told.last, told.sentence, told.act = agreement, sentence, acts[0] if acts else None


def _with_known(found: Found, told: Told) -> Found:
    """An agreement spoken of again, with the parties told before; of "another with Togo" the first of them is one."""
    parties, known = found.fields["parties"], told.parties
    if not isinstance(parties, tuple) or not isinstance(known, tuple) or not known:
        return found
    if found.evidence[-1] in ("sides:document", "sides:home"):
        parties = known
    elif len(parties) == 1 and parties[0] not in known:
        parties = (known[0], *parties)
    return replace(found, fields={**found.fields, "parties": parties})


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
        return suits(act, agreement)  # called by its letters, or by a pronoun
    if word in ("instrument", "instruments", "letter", "letters") and act.word.lemma_.lower() == "exchange":
        return False
    titled = agreement.noun.text[0].isupper() or len(agreement.title.split()) > 2
    if word in PLANS and not is_name(agreement):
        if act.word.lemma_.lower() in ("sign", "exchange"):
            return word != "notes" or act.word.lemma_.lower() == "exchange"
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
    signed = act.word.lemma_.lower() in ("sign", "exchange") and len(parties) > 1
    if agreement.noun.lower_ in PLANS and own and not (signed or is_name(agreement)):
        return  # a plan of one's own
    if any(c.lower_ == "may" for c in act.word.children):
        return  # "this treaty may be amended"
    if not parties or not _is_treaty(
        agreement, "words" if len(parties) > 1 and source == "subject" else source
    ):
        return
    action = _action(agreement, act)
    date = None if _is_attribute(agreement, act) else date_of_act(sentence, agreement, act, action)
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
    again = word in STAND_INS
    verb = agreement.noun.head if agreement.noun.head.lemma_ in ("have", "boast", "maintain") else None
    many = agreement.count is not None and agreement.count > _MANY
    parties, source = parties_of(sentence, agreement.noun, verb, alone=many)
    if word not in TREATIES and not (
        again or agreement.joint or (word in INSTRUMENTS and is_name(agreement))
    ):
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
    named = (source == "pair" and not bare) or (
        source == "words" and (again or word.startswith(("deal", "agreement")))
    )
    counted = agreement.count is not None and agreement.count > 1 and word in COUNTABLE
    dated = own_date(sentence, agreement)
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
        date=mention_date(sentence, agreement, dated, counted=counted, speaking=speaking),
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


def _in_talks(noun: Token) -> bool:
    return noun.head.lower_ in ("negotiations", "negotiation", "talks")
