"""Early warning from a stream of dated events."""

from legation.foresight.warning.lessons import Question
from legation.foresight.warning.model import WarningOptions
from legation.foresight.warning.saving import load_warner, save_warner
from legation.foresight.warning.stream import (
    Columns,
    EventStream,
    by_country,
    event_stream,
    stream_of_history,
    stream_of_quads,
    towards_anyone,
)
from legation.foresight.warning.warner import Warner, Warning, learn_warning  # noqa: A004

__all__ = [
    "Columns",
    "EventStream",
    "Question",
    "Warner",
    "Warning",
    "WarningOptions",
    "by_country",
    "event_stream",
    "learn_warning",
    "load_warner",
    "save_warner",
    "stream_of_history",
    "stream_of_quads",
    "towards_anyone",
]
