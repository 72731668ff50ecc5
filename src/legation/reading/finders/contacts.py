"""Contacts: meetings, talks, calls, letters, dialogues and conferences, each once a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from legation.reading.clauses import persons_in
from legation.reading.finders.contact_sides import Travel, date_within, participants_of, travels_of
from legation.reading.finders.contact_titles import day_of, told_by_title
from legation.reading.finders.encounter_dates import date_of
from legation.reading.finders.encounter_merging import merged_contacts
from legation.reading.finders.encounter_words import CANCELLING, EXPECTING, WISHING
from legation.reading.finders.encounters import Encounter, encounters_of
from legation.reading.finders.visit_counts import number_of
from legation.reading.finders.visits import Visits
from legation.reading.found import Found
from legation.reading.modality import modality_of
from legation.reading.text import Text
from legation.values.when import When

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
        travels = travels_of(Visits().find(text))
        found = list(told_by_title(text))
        for sentence in text.sentences:
            contacts = (_contact(encounter, travels) for encounter in encounters_of(sentence))
            found.extend(contact for contact in contacts if contact)
        merged = merged_contacts(c for c in found if c.weight >= _LEAST)
        yield from (c for c in merged if not _is_retold(c, merged))


def _is_retold(contact: Found, others: Sequence[Found]) -> bool:
    """Whether a title's contact is told again, with its own words, in the body: that telling is the better one."""
    if contact.sentence.block.kind != "title":
        return False
    mine = contact.fields["participants"]
    return any(
        o.sentence.block.kind != "title"
        and o.modality == contact.modality
        and o.fields["participants"] == mine
        and (contact.date is None or (o.date is not None and o.date.overlaps(contact.date)))
        for o in others
    )


def _contact(encounter: Encounter, travels: Sequence[Travel]) -> Found | None:
    participants = participants_of(encounter, travels)
    if not participants:
        return None
    date = date_of(encounter.sentence, encounter.trigger, encounter.verb)
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
        modality=_modality(encounter),
        date=date or date_within(encounter, travels, participants) or _title_day(encounter),
        evidence=(f"pattern:{encounter.pattern}",),
        weight=encounter.weight if len(participants) >= 2 else encounter.weight * _ALONE,
    )


def _count(encounter: Encounter) -> Decimal | None:
    """How many meetings, or leaders met, the words count."""
    words = (encounter.trigger, *(c for c in encounter.trigger.children if c.dep_ == "dobj"))
    number = next((n for w in words if w.pos_ in ("NOUN", "PROPN") and (n := number_of(w))), None)
    return Decimal(number) if number else None


def _title_day(encounter: Encounter) -> When | None:
    """The title of a readout or of remarks tells of a contact of its day; news may come later."""
    sentence = encounter.sentence
    same_day = sentence.block.kind == "title" and bool(sentence.text.context.between)
    return day_of(sentence.text) if same_day and _modality(encounter) == "actual" else None


def _modality(encounter: Encounter) -> str:
    trigger, verb = encounter.trigger, encounter.verb
    lemma = verb.lemma_.lower()
    if {c.lower_ for c in trigger.children} & _AHEAD:
        return "planned"
    if trigger.i != verb.i and lemma in CANCELLING:
        return "denied"
    stated = modality_of(verb)
    if trigger.i != verb.i and stated == "actual":
        return "called_for" if lemma in WISHING else "planned" if lemma in EXPECTING else stated
    return stated
