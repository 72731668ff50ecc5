"""Contacts: meetings, talks, calls, letters, dialogues and conferences, each once a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from legation.reading.clauses import persons_in
from legation.reading.context import is_state
from legation.reading.finders.contact_sides import Travel, date_within, participants_of, travels_of
from legation.reading.finders.contact_titles import told_by_title
from legation.reading.finders.encounter import Encounter
from legation.reading.finders.encounter_dates import (
    LEADING,
    SAME_DAY,
    dated,
    encounter_date,
    is_ahead,
    is_on_the_programme,
)
from legation.reading.finders.encounter_merging import merged_contacts
from legation.reading.finders.encounter_words import CANCELLING, EXPECTING, WISHING, is_awaited
from legation.reading.finders.encounters import encounters_of
from legation.reading.finders.visit_counts import number_of
from legation.reading.finders.visits import Visits
from legation.reading.found import Found
from legation.reading.modality import modality_of
from legation.reading.text import Text
from legation.reading.timeline import day_of

_AHEAD = frozenset(
    {"upcoming", "forthcoming", "planned", "scheduled", "future", "next", "proposed", "possible"}
)
_LEAST = 0.4
"""Candidates that are right less often than this are not told."""
_ALONE = 0.7
"""A contact whose other side is no state or body is right so much less often."""


class Contacts:
    """Finds who met, called or wrote to whom."""

    name = "contacts.v1"

    def find(self, text: Text) -> Iterator[Found]:
        """Yield each contact once."""
        travels = travels_of(Visits.find(text))
        found = list(told_by_title(text))
        for sentence in text.sentences:
            contacts = (_contact(encounter, travels) for encounter in encounters_of(sentence))
            found.extend(contact for contact in contacts if contact)
        merged = merged_contacts(c for c in found if c.weight >= _LEAST)
        yield from (_dated(c) for c in merged if not _is_retold(c, merged))


def _is_retold(contact: Found, others: Sequence[Found]) -> bool:
    """Whether a title's contact is told again, with its own words, in the body: that telling is the better one."""
    if contact.sentence.block.kind != "title":
        return False
    mine = contact.fields["participants"]
    return any(
        o.sentence.block.kind != "title"
        and o.modality == contact.modality
        and o.fields["participants"] == mine
        and o.fields["mode"] == contact.fields["mode"]
        and (contact.date is None or o.date is None or o.date.overlaps(contact.date))
        for o in others
    )


def _contact(encounter: Encounter, travels: Sequence[Travel]) -> Found | None:
    participants = participants_of(encounter, travels)
    if not participants or (len(participants) == 1 and not _counts_alone(encounter)):
        return None
    stated = encounter_date(encounter.sentence, encounter.trigger, encounter.verb)
    date = stated or date_within(encounter, travels, participants)
    modality = _modality(encounter)
    told = encounter.pattern.startswith("verb") and encounter.trigger == encounter.verb and date is not None
    if modality == "actual" and (
        is_ahead(date, encounter.sentence.text)
        or (told and is_on_the_programme(encounter.sentence, encounter.verb, date))
    ):
        modality = "planned"
    return Found(
        "contact",
        encounter.sentence,
        encounter.start,
        encounter.end,
        {
            "participants": participants,
            "persons": persons_in(encounter.sides),
            "mode": encounter.mode,
            "count": _count(encounter),
        },
        modality=modality,
        date=date,
        evidence=(f"pattern:{encounter.pattern}",),
        weight=encounter.weight if len(participants) >= 2 else encounter.weight * _ALONE,
    )


def _counts_alone(encounter: Encounter) -> bool:
    """Whether a contact of one state with others than states is worth telling: the one that a document is about."""
    sentence = encounter.sentence
    if encounter.pattern == "noun:gathering" or not all(is_state(a) for a in encounter.participants):
        return True
    by_name = [
        m for m in encounter.sides if m.person and sentence.doc[m.start].lower_ not in ("i", "he", "she")
    ]
    leading = sentence.order <= LEADING and sentence.text.context.speaker is None
    return leading or len(by_name) > 1 or (bool(by_name) and encounter.pattern.startswith("noun"))


def _count(encounter: Encounter) -> Decimal | None:
    """How many meetings, or leaders met, the words count."""
    words = (encounter.trigger, *(c for c in encounter.trigger.children if c.dep_ == "dobj"))
    number = next((n for w in words if w.tag_ in ("NNS", "NNPS") and (n := number_of(w))), None)
    return Decimal(number) if number else None


def _dated(contact: Found) -> Found:
    """The contact that a letter, a readout or remarks are about was, unless told otherwise, on the day of publication."""
    text = contact.sentence.text
    if contact.date or contact.modality != "actual" or contact.sentence.order > LEADING:
        return dated(contact)
    in_title = contact.sentence.block.kind == "title"
    participants = contact.fields["participants"]
    both = isinstance(participants, tuple) and set(participants) == set(text.context.between)
    same_day = both and bool(contact.fields["persons"]) and SAME_DAY.search(text.document.title or "")
    if same_day or (in_title and contact.fields["mode"] == "letter"):
        return replace(contact, date=day_of(text))
    return dated(contact)


def _modality(encounter: Encounter) -> str:
    trigger, verb = encounter.trigger, encounter.verb
    lemma = verb.lemma_.lower()
    if {c.lower_ for c in trigger.children} & _AHEAD or is_awaited(trigger):
        return "planned"
    if trigger.i != verb.i and lemma in CANCELLING:
        return "denied"
    before = [t.lower_ for t in verb.doc[max(0, verb.i - 2) : verb.i]]
    if before == ["yet", "to"] or any(
        t.lower_ == "yet" and t.i < verb.i for w in (verb, verb.head) for t in w.children
    ):
        return "denied"
    stated = modality_of(verb)
    if trigger.i != verb.i and stated == "actual" and trigger.dep_ not in ("pobj", "pcomp"):
        return "called_for" if lemma in WISHING else "planned" if lemma in EXPECTING else stated
    return stated
