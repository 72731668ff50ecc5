"""Pictures of how forecasts have done, as SVG that takes the colour of the text around it.

A calibration curve shows each range of forecasts as a dot (its area tells how many) with the interval of the share that
came to pass; skill is shown as bars to the right (better than the reference) or left (worse) of nought.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from math import sqrt
from typing import Final

from legation.foresight.performance import Line
from legation.foresight.scoring import Bin

_SIDE: Final = 300
_LEFT: Final = 52
_ROW: Final = 22
_NAMES: Final = 190
_BARS: Final = 300
_STYLE: Final = 'font-family="system-ui, sans-serif" font-size="12" fill="currentColor"'


def calibration_curve(bins: Sequence[Bin]) -> str:
    """What came of forecasts of each range, against what was forecast."""
    label = (
        "; ".join(f"forecast {b.forecast:.0%}, came {b.came:.0%} of {b.count}" for b in bins)
        or "no forecast yet"
    )
    most = max((b.count for b in bins), default=1)
    parts = [_frame(), *(_dot(b, most) for b in bins)]
    return _svg(_SIDE + _LEFT + 16, _SIDE + 52, f"Calibration: {label}", parts)


def skill_bars(lines: Sequence[Line]) -> str:
    """The skill of each line against the base rate, with how many forecasts it rests on."""
    told = [(each, each.skill) for each in lines if each.skill is not None]
    label = "; ".join(f"{each.name} {value:+.2f}" for each, value in told) or "no skill yet"
    parts = [_line(_NAMES + _BARS / 2, 0, _NAMES + _BARS / 2, len(told) * _ROW, 0.5)]
    for place, (each, value) in enumerate(told):
        parts.append(_bar(each, value, place * _ROW))
    foot = len(told) * _ROW + 14
    for side, at in (("worse than the base rate", 0.25), ("better", 0.75)):
        parts.append(_text(_NAMES + _BARS * at, foot, side, "middle", opacity=0.7))
    return _svg(_NAMES + _BARS + 60, foot + 8, f"Skill against the base rate: {label}", parts)


def _frame() -> str:
    axis = [_line(_x(0), _y(0), _x(1), _y(1), 0.35, dashed=True)]
    for step in (0.0, 0.25, 0.5, 0.75, 1.0):
        axis += [_line(_x(step), _y(0), _x(step), _y(1), 0.12), _line(_x(0), _y(step), _x(1), _y(step), 0.12)]
        axis += [
            _text(_x(step), _y(0) + 16, f"{step:.0%}", "middle"),
            _text(_x(0) - 6, _y(step) + 4, f"{step:.0%}", "end"),
        ]
    axis.append(_text(_x(0.5), _y(0) + 34, "forecast", "middle", opacity=0.7))
    axis.append(_text(_x(0) + 6, _y(1) + 14, "came to pass", "start", opacity=0.7))
    return "".join(axis)


def _dot(b: Bin, most: int) -> str:
    x, low, high = _x(b.forecast), _y(b.interval[0]), _y(b.interval[1])
    radius = 3 + 7 * sqrt(b.count / most)
    title = f"<title>forecast {b.forecast:.0%}, came {b.came:.0%} of {b.count}</title>"
    dot = f'<circle cx="{x:.1f}" cy="{_y(b.came):.1f}" r="{radius:.1f}" fill="currentColor" fill-opacity="0.75">'
    return _line(x, low, x, high, 0.6) + f"{dot}{title}</circle>"


def _bar(each: Line, value: float, top: float) -> str:
    middle, reach = _NAMES + _BARS / 2, min(1.0, abs(value)) * _BARS / 2
    left = middle if value >= 0 else middle - reach
    opacity = 0.75 if value >= 0 else 0.35
    bar = (
        f'<rect x="{left:.1f}" y="{top + 4:.1f}" width="{max(reach, 0.5):.1f}" height="{_ROW - 8}" '
        f'fill="currentColor" fill-opacity="{opacity}"/>'
    )
    name = _text(_NAMES - 8, top + 15, f"{each.name} ({each.count})", "end")
    return name + bar + _text(_NAMES + _BARS + 6, top + 15, f"{value:+.2f}", "start")


def _x(share: float) -> float:
    return _LEFT + share * _SIDE


def _y(share: float) -> float:
    return 10 + (1 - share) * _SIDE


def _line(x1: float, y1: float, x2: float, y2: float, opacity: float, *, dashed: bool = False) -> str:  # noqa: PLR0913
    dash = ' stroke-dasharray="4 4"' if dashed else ""
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="currentColor" '
        f'stroke-opacity="{opacity}"{dash}/>'
    )


def _text(x: float, y: float, words: str, anchor: str, *, opacity: float = 1.0) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" opacity="{opacity}">{escape(words)}</text>'


def _svg(width: float, height: float, label: str, parts: Sequence[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{escape(label)}" {_STYLE} '
        f'width="{width:.0f}" height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}">{"".join(parts)}</svg>'
    )
