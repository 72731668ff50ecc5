"""Early warning as a model among others: learnt anew for each question's class and horizon from the history it is given."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from legation.foresight.question import Estimate, History, Question

if TYPE_CHECKING:
    from legation.foresight.warning import Warner


@dataclass(frozen=True, slots=True)
class Warned:
    """What `legation.foresight.warning` tells of two actors, or of one and anyone; it needs the extra `foresight`."""

    @property
    def name(self) -> str:
        """One word for it."""
        return "warning"

    @property
    def version(self) -> str:
        """Changes whenever its answers may."""
        return "1"

    def probability(self, question: Question, past: History) -> Estimate:
        """The calibrated probability with its band; none where the warner has not enough data, and what it lacks."""
        from legation.foresight.warning import Question as Asked  # late: numba and LightGBM
        from legation.foresight.warning.stream import ANYONE

        asked = Asked(question.event.name, question.days)
        one, other = (*question.actors, ANYONE)[:2]
        told = _warner(past, asked.event, asked.days, len(question.actors)).warn(
            (one, other), past.until, asked
        )
        reasons = tuple(reason.words() for reason in told.reasons.reasons)
        return Estimate(told.probability, told.low, told.high, because=told.missing or reasons)


@lru_cache(maxsize=16)
def _warner(past: History, event: str, days: int, size: int) -> Warner:
    """What is learnt from a history for one class and horizon."""
    from legation.foresight.warning import Question as Asked
    from legation.foresight.warning import learn_warning, stream_of_history, towards_anyone

    stream = stream_of_history(past)
    if size == 1:
        stream = towards_anyone(stream)
    return learn_warning(stream, [Asked(event, days)], until=past.until.toordinal())
