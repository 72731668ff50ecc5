"""Contacts: meetings, talks, calls, letters, dialogues and conferences, each once a document."""

from __future__ import annotations

from collections.abc import Iterator

from legation.reading.finders.encounter_dates import date_of
from legation.reading.finders.encounter_merging import merged_contacts
from legation.reading.finders.encounters import Encounter, encounters_of
from legation.reading.found import Found
from legation.reading.modality import modality_of
from legation.reading.text import Sentence, Text
from legation.values.when import When

_AHEAD = frozenset(
    {"upcoming", "forthcoming", "planned", "scheduled", "future", "next", "proposed", "possible"}
)
_LEAST = 0.4
"""Candidates that are right less often than this are not told."""


class Contacts:
    """Finds who met, called or wrote to whom."""

    name = "contacts.v1"

    def find(self, text: Text) -> Iterator[Found]:
        """Yield each contact once."""
        found = [
            contact
            for sentence in text.sentences
            for encounter in encounters_of(sentence)
            if (contact := _contact(encounter))
        ]
        for contact in merged_contacts(found):
            if contact.weight >= _LEAST:
                yield contact


def _contact(encounter: Encounter) -> Found | None:
    participants = encounter.participants
    if not participants or encounter.weight < 0.3:
        return None
    weight = encounter.weight if len(participants) >= 2 else encounter.weight * 0.6
    sentence = encounter.sentence
    fields = {
        "participants": participants,
        "persons": encounter.persons,
        "mode": encounter.mode,
        "count": None,
    }
    return Found(
        "contact",
        sentence,
        encounter.start,
        encounter.end,
        fields,
        modality=_modality(encounter),
        date=_date(sentence, encounter),
        evidence=(f"pattern:{encounter.pattern}",),
        weight=weight,
    )


def _modality(encounter: Encounter) -> str:
    if {c.lower_ for c in encounter.trigger.children} & _AHEAD:
        return "planned"
    return modality_of(encounter.verb)


def _date(sentence: Sentence, encounter: Encounter) -> When | None:
    return date_of(sentence, encounter.trigger, encounter.verb)
