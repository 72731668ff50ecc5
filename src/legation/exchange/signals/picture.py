"""A pair's series as a small picture: bars up for cooperation, down for conflict; as text, and as SVG."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal
from xml.sax.saxutils import escape

from legation.exchange.signals.series import Told

By = Literal["day", "week", "month", "year"]
_STEPS: Final = " ▁▂▃▄▅▆▇█"
_DAYS: Final = 62
"""The longest span that is told by days."""
_MONTHS: Final = 62 * 30
"""The longest that is told by months."""
_CONFLICT: Final = 3
"""The first quad class of conflict."""
_WIDTH, _HEIGHT, _HEAD = 640, 60, 18


@dataclass(frozen=True, slots=True)
class Period:
    """What two actors did to each other in a day, week, month or year.

    Attributes:
        first: Its first day.
        acts: Acts by quad class, 1 to 4; those without a PLOVER type under 0.
        signals: Rows that tell of them.
    """

    first: date
    acts: Mapping[int, int]
    signals: int

    @property
    def cooperation(self) -> int:
        """Acts of verbal and material cooperation."""
        return self.acts[1] + self.acts[2]

    @property
    def conflict(self) -> int:
        """Acts of verbal and material conflict."""
        return self.acts[3] + self.acts[4]


def period_of(told: Sequence[Told]) -> By:
    """How fine a series is best told: by days, months or years."""
    span = (told[-1].day - told[0].day).days if told else 0
    return "day" if span <= _DAYS else "month" if span <= _MONTHS else "year"


def periods(told: Iterable[Told], by: By) -> list[Period]:
    """The series by periods, from the first to the last, those in which nothing happened too."""
    acts: dict[date, dict[int, int]] = {}
    signals: dict[date, int] = {}
    for each in told:
        first = _first(each.day, by)
        quads = acts.setdefault(first, dict.fromkeys(range(5), 0))
        quads[each.quad or 0] += each.acts
        signals[first] = signals.get(first, 0) + each.signals
    if not acts:
        return []
    found, at, last = [], min(acts), max(acts)
    while at <= last:
        found.append(Period(at, acts.get(at, dict.fromkeys(range(5), 0)), signals.get(at, 0)))
        at = _next(at, by)
    return found


def _first(day: date, by: By) -> date:
    if by == "week":
        return day - timedelta(days=day.weekday())
    return {"day": day, "month": day.replace(day=1), "year": day.replace(month=1, day=1)}[by]


def _next(first: date, by: By) -> date:
    steps = {"day": 1, "week": 7, "month": 31, "year": 366}
    return _first(first + timedelta(days=steps[by]), by)


def text_of(series: Sequence[Period]) -> list[str]:
    """Two lines of bars, cooperation and conflict, on one scale.

    Example:
        >>> text_of([Period(date(2025, 1, 1), {0: 0, 1: 4, 2: 0, 3: 0, 4: 2}, 6)])
        ['cooperation █', 'conflict    ▄']
    """
    most = max((max(each.cooperation, each.conflict) for each in series), default=0) or 1
    up = "".join(_bar(each.cooperation, most) for each in series)
    down = "".join(_bar(each.conflict, most) for each in series)
    return [f"cooperation {up}", f"conflict    {down}"]


def _bar(number: int, most: int) -> str:
    """A bar; what is more than nothing shows."""
    return _STEPS[-(-number * (len(_STEPS) - 1) // most)]


def svg_of(title: str, sets: Mapping[str, Sequence[Period]]) -> str:
    """A picture for a page: for each set cooperation above its line, conflict below."""
    tall = _HEAD + 2 * _HEIGHT + _HEAD
    body = [
        line
        for at, (name, series) in enumerate(sets.items())
        for line in _panel(name, series, _HEAD + at * tall)
    ]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{_HEAD + tall * len(sets)}" '
            'font-family="sans-serif" font-size="11" role="img">',
            f"<title>{escape(title)}</title>",
            f'<text x="4" y="13" font-weight="bold">{escape(title)}</text>',
            *body,
            "</svg>\n",
        ]
    )


def _panel(name: str, series: Sequence[Period], top: int) -> list[str]:
    most = max((max(each.cooperation, each.conflict) for each in series), default=0) or 1
    line, wide = top + _HEAD + _HEIGHT, _WIDTH / max(len(series), 1)
    bars = []
    for at, each in enumerate(series):
        for count, colour, up in ((each.cooperation, "#2b6cb0", True), (each.conflict, "#c05621", False)):
            high = _HEIGHT * count / most
            bars.append(
                f'<rect x="{at * wide:.2f}" y="{line - high if up else line:.2f}" width="{max(wide * 0.9, 0.5):.2f}" '
                f'height="{high:.2f}" fill="{colour}"/>'
            )
    span = f"{series[0].first} to {series[-1].first}" if series else "nothing"
    label = f"{name}: acts, at most {most}; cooperation above, conflict below; {span}"
    return [
        f'<text x="4" y="{top + 12}">{escape(label)}</text>',
        *bars,
        f'<line x1="0" x2="{_WIDTH}" y1="{line}" y2="{line}" stroke="#555"/>',
    ]
