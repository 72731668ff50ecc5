"""The finders, one a kind, in a literal list: nothing registers itself by being imported."""

from __future__ import annotations

from typing import Final

from legation.reading.finders.agreements import Agreements
from legation.reading.finders.appointments import Appointments
from legation.reading.finders.commitments import Commitments
from legation.reading.finders.contacts import Contacts
from legation.reading.finders.events import Events
from legation.reading.finders.figures import Figures
from legation.reading.finders.memberships import Memberships
from legation.reading.finders.policies import Policies
from legation.reading.finders.relations import Relations
from legation.reading.finders.visits import Visits
from legation.reading.found import Finder

FINDERS: Final[tuple[Finder, ...]] = (
    Visits(),
    Contacts(),
    Agreements(),
    Relations(),
    Memberships(),
    Commitments(),
    Figures(),
    Appointments(),
    Policies(),
    Events(),
)
