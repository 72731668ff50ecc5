"""The finders, one a kind, in a literal list: nothing registers itself by being imported."""

from __future__ import annotations

from typing import Final

from legation.reading.finders.appointments import Appointments
from legation.reading.finders.commitments import Commitments
from legation.reading.finders.contacts import Contacts
from legation.reading.finders.figures import Figures
from legation.reading.finders.visits import Visits
from legation.reading.found import Finder

FINDERS: Final[tuple[Finder, ...]] = (Visits(), Contacts(), Appointments(), Commitments(), Figures())
