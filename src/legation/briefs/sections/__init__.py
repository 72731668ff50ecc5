"""The sections of a brief, one a file: each chooses its facts and words them."""

from legation.briefs.dossier import Dossier
from legation.briefs.sections import (
    agreements,
    ahead,
    commitments,
    conflicts,
    figures,
    last_contact,
    people,
    relations,
)
from legation.briefs.sections.plan import Plan


def plans(dossier: Dossier) -> tuple[Plan, ...]:
    """The plan of every section, in the order in which a brief prints them."""
    return (
        last_contact.plan(dossier),
        relations.plan(dossier),
        ahead.plan(dossier),
        commitments.theirs(dossier),
        commitments.ours(dossier),
        commitments.asked(dossier),
        agreements.plan(dossier),
        figures.plan(dossier),
        conflicts.plan(dossier),
        people.plan(dossier),
        ahead.unconfirmed(dossier),
    )
