"""How far persons agree who judged the same things: per cent, Cohen's kappa, Krippendorff's alpha.

Laws held here: a figure that the ratings do not determine is None, never 0 or 1; the order of ratings, units and
persons changes nothing; what one person alone judged counts for nothing.

Sources: J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20
(1960) 37-46. K. Krippendorff, "Content Analysis" (2nd ed. 2004), ch. 11, and "Computing Krippendorff's
alpha-reliability" (2011), part C: nominal data, any number of observers, missing values. Intervals: the percentile
bootstrap over units, B. Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7 (1979).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from random import Random
from typing import Final

Unit = Mapping[str, Hashable]
"""One thing that was judged: by person, what he or she holds it to be."""

DRAWS: Final = 1000
"""How often units are drawn anew for an interval."""
_LEVEL: Final = 0.95


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far persons agree.

    Attributes:
        units: How many things two persons or more judged.
        persons: Who judged any of them, sorted.
        same: Share of all pairs of judgements of one thing that are the same; None for no thing.
        kappa: Cohen's kappa, for each pair of persons who judged a thing both; None where chance alone would make
            them agree.
        alpha: Krippendorff's alpha for nominal values; None where all hold all things to be one.
        interval: Of alpha, the middle 95 % of what `DRAWS` drawings of units give; None where alpha is.
    """

    units: int
    persons: tuple[str, ...]
    same: float | None
    kappa: Mapping[tuple[str, str], float | None]
    alpha: float | None
    interval: tuple[float, float] | None


def agreement(units: Iterable[Unit], *, seed: int = 0, draws: int = DRAWS) -> Agreement:
    """How far persons agree about things.

    Args:
        units: What each person holds each thing to be.
        seed: Of the drawings for the interval.
        draws: How many drawings.
    """
    pairable = [dict(unit) for unit in units if len(unit) > 1]
    persons = tuple(sorted({person for unit in pairable for person in unit}))
    values = sorted(tuple(sorted(map(repr, unit.values()))) for unit in pairable)
    shared = {
        pair: [(unit[pair[0]], unit[pair[1]]) for unit in pairable if set(pair) <= set(unit)]
        for pair in combinations(persons, 2)
    }
    return Agreement(
        len(pairable),
        persons,
        same_share(values),
        {pair: cohen_kappa(both) for pair, both in shared.items() if both},
        krippendorff_alpha(values),
        interval(krippendorff_alpha, values, seed=seed, draws=draws),
    )


def same_share(units: Iterable[Sequence[Hashable]]) -> float | None:
    """The share of pairs of values of one unit that are the same; None where there is no pair."""
    same = pairs = 0
    for values in units:
        pairs += len(values) * (len(values) - 1)
        same += sum(count * (count - 1) for count in Counter(values).values())
    return same / pairs if pairs else None


def cohen_kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Cohen's kappa of two persons: (observed - expected) / (1 - expected), expected from each one's own shares.

    Args:
        pairs: What the first and what the second holds each thing to be.
    """
    total = len(pairs)
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    expected = sum(count * second[value] for value, count in first.items())
    if expected == total * total:  # each says one and the same of everything, or there is nothing
        return None
    observed = sum(a == b for a, b in pairs)
    return (observed * total - expected) / (total * total - expected)


def krippendorff_alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Krippendorff's alpha for nominal values: 1 - observed / expected disagreement.

    In the coincidences o(c, k) each unit of m values counts each pair of its values 1 / (m - 1) times; with their
    sums n(c) and n: alpha = 1 - (n - 1) * sum over c != k of o(c, k) / sum over c != k of n(c) n(k).

    Args:
        units: The values of each unit; units with one value or none count for nothing.
    """
    sums: Counter[Hashable] = Counter()
    apart = 0.0
    for values in units:
        if len(values) < 2:
            continue
        counts = Counter(values)
        sums.update(counts)
        apart += sum(count * (len(values) - count) for count in counts.values()) / (len(values) - 1)
    total = sums.total()
    expected = total * total - sum(count * count for count in sums.values())
    return 1 - (total - 1) * apart / expected if expected else None


def interval(
    figure: Callable[[list[tuple[str, ...]]], float | None],
    units: Sequence[tuple[str, ...]],
    *,
    seed: int,
    draws: int,
) -> tuple[float, float] | None:
    """The middle 95 % of a figure over drawings of as many units, with return.

    Drawings that do not determine the figure are left out; None where none does, and for a single unit.
    """
    if len(units) == 1 or figure(list(units)) is None:
        return None
    random = Random(seed)
    drawn = (figure(random.choices(units, k=len(units))) for _ in range(draws))
    found = sorted(value for value in drawn if value is not None)
    if not found:
        return None
    cut = int(len(found) * (1 - _LEVEL) / 2)
    return found[cut], found[-1 - cut]
