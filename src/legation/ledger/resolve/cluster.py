"""Statements of one kind grouped into those that speak of one thing.

Law held here: the groups are a function of the set of statements, never of the order in which they came.
Pairs are weighed nearest first and ties fall to the ids; a group never takes in two statements that their
rule, or a person, tells apart. What is urged is never one with what is planned or done.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from legation.ledger.record import ROW_OF_RECORDS, Link
from legation.ledger.resolve.clue import Clue, Match, Rule, distance
from legation.ledger.resolve.dates import length

Pair = frozenset[str]

_WISHES = frozenset(("called_for", "conditional"))


@dataclass(frozen=True, slots=True)
class Group:
    """Statements that speak of one thing, by id, and why."""

    clues: tuple[Clue, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """What persons decided about which statements belong together.

    Attributes:
        together: Pairs of statement ids that are one, whatever a rule says.
        apart: Pairs that are not.
    """

    together: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()


@dataclass(slots=True)
class _Forest:
    """Groups under way: union-find that keeps the members of each group."""

    rule: Rule
    decided: Decided
    members: dict[str, list[Clue]] = field(default_factory=dict)
    root: dict[str, str] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    stand_ins: dict[str, list[Clue]] = field(default_factory=dict)

    def plant(self, clue: Clue) -> None:
        self.members[clue.id] = [clue]
        self.stand_ins[clue.id] = [clue]
        self.root[clue.id] = clue.id

    def group_of(self, statement: str) -> str:
        while self.root[statement] != statement:
            statement = self.root[statement]
        return statement

    def join(
        self, first: str, second: str, reason: str, *, decided: bool = False, twin: bool = False
    ) -> bool:
        """Make two groups one, unless two of their statements are told apart."""
        low, high = sorted((self.group_of(first), self.group_of(second)))
        if low == high:
            return True
        if not decided and not twin and self._told_apart(low, high):
            return False
        self.root[high] = low
        self.members[low] += self.members.pop(high)
        gone = self.stand_ins.pop(high)
        if not twin:
            self.stand_ins[low] += gone
        self.links.append(Link(min(first, second), max(first, second), reason))
        return True

    def _told_apart(self, low: str, high: str) -> bool:
        if self.decided.apart and any(
            frozenset((a.id, b.id)) in self.decided.apart
            for a in self.members[low]
            for b in self.members[high]
        ):
            return True
        return any(_differ(self.rule, a, b) for a in self.stand_ins[low] for b in self.stand_ins[high])


def group(clues: Iterable[Clue], rule: Rule, decided: Decided) -> list[Group]:
    """Group statements of one kind.

    Args:
        clues: The statements.
        rule: When two of them are one.
        decided: What persons decided.
    """
    ordered = sorted(clues, key=lambda clue: clue.id)
    if len(ordered) == 1:
        return [Group(tuple(ordered), ())]
    forest = _Forest(rule, decided)
    for clue in ordered:
        forest.plant(clue)
    by_id = {clue.id: clue for clue in ordered}
    _join_decided(forest, by_id)
    stand_ins = _join_twins(forest, ordered)
    matches = {
        pair: found
        for pair in _pairs(stand_ins, rule)
        if (found := rule.match(*pair)) is not None
        and not wished_and_done(*pair)
        and frozenset((pair[0].id, pair[1].id)) not in decided.apart
    }
    _join_sure(forest, matches)
    _join_fitting(forest, matches)
    return _groups(forest)


def _differ(rule: Rule, a: Clue, b: Clue) -> bool:
    return wished_and_done(a, b) or _two_rows(a, b) or rule.differ(a, b)


def wished_and_done(a: Clue, b: Clue) -> bool:
    """Whether one statement urges or makes conditional what the other tells as planned or done."""
    return (a.modality in _WISHES) != (b.modality in _WISHES)


def _two_rows(a: Clue, b: Clue) -> bool:
    """Whether the two are different rows of one table of records: each row of such a table is a record of its own."""
    first, second = a.stored.statement, b.stored.statement
    return (
        a.document == b.document
        and first.finder == second.finder == ROW_OF_RECORDS
        and first.quote != second.quote
    )


def _join_decided(forest: _Forest, by_id: Mapping[str, Clue]) -> None:
    for first, second in sorted(tuple(sorted(pair)) for pair in forest.decided.together if len(pair) == 2):
        if first in by_id and second in by_id:
            forest.join(first, second, "a person decided that they are one", decided=True)


def _join_twins(forest: _Forest, ordered: Sequence[Clue]) -> list[Clue]:
    """Join statements that say the same in the same words; one of them stands in for all when comparing.

    Twins that a person told apart, or that their rule does not join, are compared by themselves.
    """
    kept: list[Clue] = []
    firsts: dict[Hashable, Clue] = {}
    settled = {statement for pair in forest.decided.apart | forest.decided.together for statement in pair}
    for clue in ordered:
        first = firsts.setdefault((clue.signature, clue.is_part, clue.is_alone), clue)
        twin = first is not clue and not {first.id, clue.id} & settled and not _two_rows(first, clue)
        found = forest.rule.match(first, clue) if twin else None
        if found is None or not found.sure:
            kept.append(clue)
        else:
            forest.join(first.id, clue.id, found.reason, twin=True)
    return kept


def _pairs(clues: Sequence[Clue], rule: Rule) -> Iterator[tuple[Clue, Clue]]:
    """The pairs that share a key, each once."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    rarity = _rarity(clues, rule)
    for number, clue in enumerate(clues):
        rare = _rarest(rule.words(clue), rarity) if rule.words else ("",)
        for key in rule.keys(clue):
            for word in rare:
                blocks[key, word].append(number)
    seen: set[int] = set()
    for block in blocks.values():
        for first, second in combinations(block, 2):
            pair = first * len(clues) + second
            if pair not in seen:
                seen.add(pair)
                yield clues[first], clues[second]


def _rarity(clues: Sequence[Clue], rule: Rule) -> Counter[str]:
    return Counter(word for clue in clues for word in rule.words(clue)) if rule.words else Counter()


def _rarest(words: frozenset[str], rarity: Counter[str]) -> list[str]:
    """So many of the rarest words that phrases sharing a third of the longer one's words must share one.

    Source: prefix filtering (Chaudhuri, Ganti and Kaushik, A primitive operator for similarity joins, 2006).
    """
    ordered = sorted(words, key=lambda word: (rarity[word], word))
    return ordered[: len(ordered) - (len(ordered) + 2) // 3 + 1]


def _join_sure(forest: _Forest, matches: Mapping[tuple[Clue, Clue], Match]) -> None:
    sure = [pair for pair, found in matches.items() if found.sure]
    for first, second in sorted(sure, key=lambda pair: (distance(*pair), pair[0].id, pair[1].id)):
        forest.join(first.id, second.id, matches[first, second].reason)


def _join_fitting(forest: _Forest, matches: Mapping[tuple[Clue, Clue], Match]) -> None:
    """Let a coarser group join what it fits, if that is one thing only; finest first.

    The coarser of two statements is the one with the wider date, then the one with fewer words.
    """
    wider: dict[str, list[tuple[Clue, Clue]]] = defaultdict(list)
    for first, second in matches:
        coarse, fine = sorted((first, second), key=lambda c: (-length(c.when), c.detail, c.id))
        wider[forest.group_of(coarse.id)].append((coarse, fine))
    fineness = {name: min(length(clue.when) for clue in clues) for name, clues in forest.members.items()}
    for name in sorted(wider, key=lambda name: (fineness[name], name)):
        own = forest.group_of(name)
        targets = {forest.group_of(fine.id) for _, fine in wider[name]} - {own}
        if len(targets) == 1:
            coarse, fine = min(
                (pair for pair in wider[name] if forest.group_of(pair[1].id) in targets),
                key=lambda pair: (distance(*pair), pair[0].id, pair[1].id),
            )
            found = matches.get((coarse, fine)) or matches[fine, coarse]
            forest.join(coarse.id, fine.id, found.reason)


def _groups(forest: _Forest) -> list[Group]:
    links: dict[str, list[Link]] = defaultdict(list)
    for link in forest.links:
        links[forest.group_of(link.first)].append(link)
    return [
        Group(
            tuple(sorted(clues, key=lambda clue: clue.id)),
            tuple(sorted(links[name], key=lambda link: (link.first, link.second))),
        )
        for name, clues in sorted(forest.members.items())
    ]
