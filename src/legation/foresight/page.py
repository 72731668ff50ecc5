"""The page of past performance: one file without outside parts, hits and misses alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

from legation.foresight.performance import Line, Performance
from legation.foresight.picture import calibration_curve, skill_bars

HEADINGS: Final = (
    "",
    "n",
    "came",
    "Brier",
    "of base",
    "skill",
    "vs pers",
    "log",
    "AUROC",
    "CRPS",
)
"""What the columns of a table of scores hold: how many forecasts, the share that came, the mean Brier score and that of the
base rate, skill against base rate and persistence, the mean log score, area under the ROC curve, mean CRPS of counts."""

_STYLE: Final = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 68rem; margin: 2rem auto; padding: 0 1.25rem; }
table { border-collapse: collapse; margin: 1rem 0; } th { text-align: left; font-size: .85rem; }
th, td { padding: .3rem 1.2rem .3rem 0; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
td + td { font-variant-numeric: tabular-nums; } svg { max-width: 100%; height: auto; }
.soft { opacity: .75; font-size: .9rem; }
"""


def performance_page(title: str, notes: Sequence[str], told: Performance, tables: Iterable[str] = ()) -> str:
    """The page of how forecasts have done.

    Args:
        title: Its title.
        notes: What a reader must know before the figures, a paragraph each.
        told: How the forecasts have done.
        tables: More tables, as HTML, to come after the scores.
    """
    return page(title, notes, [*([scores(told), pictures(told)] if told.whole else []), *tables])


def page(title: str, notes: Sequence[str], parts: Iterable[str]) -> str:
    """A page of parts that are HTML already."""
    head = f"<!doctype html><html lang=en><meta charset=utf-8><title>{escape(title)}</title><style>{_STYLE}</style>"
    told = [f"<h1>{escape(title)}</h1>", *(f"<p class=soft>{escape(note)}</p>" for note in notes)]
    return head + "\n".join([*told, *parts]) + "\n"


def pictures(told: Performance) -> str:
    """The calibration curve and the skills by model, horizon and class, as HTML."""
    lines = [*told.by_model, *told.by_horizon, *told.by_event]
    return (
        f"<h2>Calibration</h2>\n{calibration_curve(told.bins)}\n"
        f"<h2>Skill against the base rate</h2>\n{skill_bars(lines)}"
    )


def scores(told: Performance) -> str:
    """The table of scores, as HTML."""
    groups = [told.by_model, told.by_horizon, told.by_event]
    lines = [each for each in (told.whole, *(one for group in groups for one in group)) if each]
    return table(HEADINGS, map(cells, lines))


def cells(each: Line) -> list[str]:
    """The cells of a line of scores."""
    return [
        each.name.replace("_", " "),
        f"{each.count:,}",
        f"{each.came:.1%}",
        f"{each.brier:.4f}",
        f"{each.base_rate:.4f}",
        signed(each.skill),
        signed(each.persistence_skill),
        f"{each.log:.3f}",
        "" if each.auroc is None else f"{each.auroc:.3f}",
        "" if each.crps is None else f"{each.crps:.3f}",
    ]


def signed(value: float | None) -> str:
    """A skill, with its sign; empty where there is none."""
    return "" if value is None else f"{value:+.3f}"


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table as HTML."""
    head = "".join(f"<th scope=col>{escape(each)}" for each in headings)
    body = "\n".join("<tr>" + "".join(f"<td>{escape(cell)}" for cell in row) for row in rows)
    return f"<table><thead><tr>{head}<tbody>\n{body}\n</table>"
