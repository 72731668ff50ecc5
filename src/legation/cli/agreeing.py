"""`legation judge agreement`: how far persons agree, by kind and field, and what they disagree about."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from legation.cli.filtering import Filters, wanted_in
from legation.cli.printing import counted, out, print_json, print_table
from legation.ledger import Ledger, View
from legation.ledger.agreement import Agreement, agreement
from legation.ledger.moment import moment_of
from legation.ledger.telling import words_of
from legation.ledger.verdicts import Held
from legation.records import KINDS

_SHOWN: Final = 60
"""Characters of a quote that the list of disagreements shows."""
_COMMON: Final = ("verdict", "date", "modality")
"""What is judged of every kind; fields are told one by one for each kind, and together for all."""


def show_agreement(target: str, filters: Filters, *, as_of: str | None, seed: int, as_json: bool) -> int:
    """Print how far persons agree, and what they disagree about.

    Returns:
        The exit code.
    """
    with Ledger.open(target, create=False, read_only=True) as ledger:
        view = ledger.view(moment_of(as_of))
        wanted = wanted_in(view, filters)
        found = [
            h
            for h in view.held()
            if wanted.kind in (None, h.statement.kind) and wanted.actors <= h.statement.statement.actors()
        ]
        figures = {
            group: agreement((h.by for h in held), seed=seed) for group, held in _groups(found).items()
        }
        figures = {group: figure for group, figure in figures.items() if figure.units}
        contested = [h for h in found if h.is_contested]
        if as_json:
            print_json(
                {
                    "agreement": [_figure_row(*group, figure) for group, figure in figures.items()],
                    "disagreements": [_contested_row(view, h) for h in contested],
                }
            )
            return 0
        _print_agreement(view, figures, contested)
    return 0


def _groups(found: Iterable[Held]) -> dict[tuple[str, str], list[Held]]:
    """What is held, by kind and aspect; all kinds together first."""
    groups: dict[tuple[str, str], list[Held]] = defaultdict(list)
    for held in found:
        for kind in ("all", held.statement.kind):
            groups[kind, held.aspect if held.aspect in _COMMON or kind != "all" else "fields"].append(held)
    order = ["all", *KINDS]
    return dict(
        sorted(
            groups.items(), key=lambda item: (order.index(item[0][0]), item[0][1] != "verdict", item[0][1])
        )
    )


def _figure_row(kind: str, aspect: str, figure: Agreement) -> dict[str, object]:
    return {
        "kind": kind,
        "aspect": aspect,
        "units": figure.units,
        "persons": list(figure.persons),
        "same": figure.same,
        "kappa": [{"persons": list(pair), "kappa": kappa} for pair, kappa in figure.kappa.items()],
        "alpha": figure.alpha,
        "alpha_interval": list(figure.interval) if figure.interval else None,
    }


def _contested_row(view: View, held: Held) -> dict[str, object]:
    return {
        "statement": held.statement.id,
        "kind": held.statement.kind,
        "aspect": held.aspect,
        "by": {
            person: json.loads(value) if held.aspect != "verdict" else value
            for person, value in held.by.items()
        },
        "quote": view.passage_text(held.statement.quote),
    }


def _print_agreement(
    view: View, figures: Mapping[tuple[str, str], Agreement], contested: Sequence[Held]
) -> None:
    if not figures:
        out.print(
            "No statement was judged by two persons. `legation judge sample` draws a list for a second reader.",
            markup=False,
        )
        return
    rows = (
        (kind, aspect, f.units, f"{f.same:.0%}", _kappas(f), _number(f.alpha), _span(f))
        for (kind, aspect), f in figures.items()
    )
    print_table(
        "Agreement of persons (same: share of pairs; Cohen's kappa by pair; Krippendorff's alpha, nominal, 95 %)",
        ("kind", "of", "judged", "same", "kappa", "alpha", "interval"),
        rows,
        numbers=("judged", "same", "alpha"),
    )
    disagreements = (
        (h.statement.id[:8], h.statement.kind, h.aspect, _said(h), _quoted(view, h)) for h in contested
    )
    print_table(
        counted(len(contested), "disagreement"),
        ("statement", "kind", "of", "who says what", "quote"),
        disagreements,
    )


def _kappas(figure: Agreement) -> str:
    if len(figure.kappa) == 1:
        return _number(*figure.kappa.values())
    return "; ".join(f"{'–'.join(pair)} {_number(kappa)}" for pair, kappa in figure.kappa.items())


def _number(figure: float | None) -> str:
    return "—" if figure is None else f"{figure:.2f}"


def _span(figure: Agreement) -> str:
    return f"{figure.interval[0]:.2f} to {figure.interval[1]:.2f}" if figure.interval else "—"


def _said(held: Held) -> str:
    return "; ".join(
        f"{person}: {value if held.aspect == 'verdict' else _plainly(value)}"
        for person, value in held.by.items()
    )


def _plainly(value: str) -> str:
    told = json.loads(value)
    return words_of(tuple(told) if isinstance(told, list) else told, "text")


def _quoted(view: View, held: Held) -> str:
    quote = " ".join(view.passage_text(held.statement.quote).split())
    return quote if len(quote) <= _SHOWN else quote[: _SHOWN - 1] + "…"
