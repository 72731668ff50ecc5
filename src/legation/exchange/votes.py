"""Roll calls of the UN General Assembly: how alike two states voted each year, as figures over the votes themselves.

A vote is none of the ten kinds: it says nothing of two actors by itself, and hundreds of thousands of them would bury
the records that a desk works with. What a desk asks of votes is how near two states stand, so that is what is taken: for
two named states, a document with every roll call in which both voted, and a figure for each year.

Laws held here: absences count neither as agreement nor as disagreement; every figure stands over the votes that it
counts, in the same document, and names their number.

Source: the tables are those of the R package unvotes (Robinson), after Voeten, Strezhnev and Bailey, United Nations
General Assembly Voting Data (2009, https://doi.org/10.7910/DVN/LEJUQZ). The share of equal votes is the simplest of
the measures compared in Häge and Hug, Consensus voting and similarity measures in international organizations (2016).
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from itertools import accumulate, groupby
from typing import Final

from legation.actors.register import register
from legation.documents.decode import decode, storable
from legation.documents.document import Document, Part
from legation.errors import AmbiguousActor, DateError, UnknownActor, UsageError
from legation.exchange.intake.rows import Problem
from legation.exchange.intake.take import Taken
from legation.exchange.sheets.vote_table import VotePart, VoteTable
from legation.ledger.telling import actor_name
from legation.records import Statement
from legation.values.passage import Passage
from legation.values.when import When

READER: Final = "votes.v1"
INDICATOR: Final = "share of equal votes in the UN General Assembly"
_VOTES: Final = frozenset({"yes", "no", "abstain"})
_NEEDED: Final[tuple[VotePart, ...]] = ("votes", "calls")
_TITLE: Final = 80
LEAST: Final = 5
"""Roll calls of a year; fewer give no share."""


@dataclass(frozen=True, slots=True)
class _Vote:
    """One roll call in which both voted."""

    day: str
    resolution: str
    title: str
    first: str
    second: str


def agreement(tables: Sequence[VoteTable], states: Sequence[str], *, published: When | None = None) -> Taken:
    """How alike two states voted in each year, with the votes.

    Args:
        tables: The tables of votes and of roll calls.
        states: Names or codes of two states.
        published: The day of the tables, where it is known.

    Raises:
        UsageError: There are not two states, or one of the two tables is missing.
        ActorError: A name leads to no actor, or to several.
    """
    pair = tuple(dict.fromkeys(register().resolve(state).id for state in states))
    parts = {table.part: table for table in tables}
    if len(pair) != 2:
        raise UsageError("votes are taken for two states at a time: --with VNM --with USA")
    if not set(_NEEDED) <= set(parts):
        raise UsageError("votes need the table of votes and that of roll calls; name both, or their folder")
    calls, problems = _calls(parts["calls"])
    shared = sorted(_shared(parts["votes"], pair, calls), key=lambda vote: (vote.day, vote.resolution))
    return _taken(shared, pair, parts, problems, published)


def _rows(table: VoteTable) -> Iterator[dict[str, str]]:
    text, _ = decode(table.content)
    yield from csv.DictReader(text.splitlines())


def _number(rcid: str) -> str:
    """The number of a roll call; one table writes it as 3, the other as 3.0."""
    return rcid.removesuffix(".0")


def _calls(table: VoteTable) -> tuple[dict[str, tuple[str, str, str]], list[Problem]]:
    """Day, resolution and title of each roll call, and those whose day cannot be read."""
    found, problems = {}, []
    for line, row in enumerate(_rows(table), 2):
        try:
            day = str(When.parse(row["date"]))
        except DateError as error:
            problems.append(Problem(f"{table.path.name}, row {line}", row["date"], str(error), "row"))
            continue
        title = " ".join((row["short"] or row.get("descr") or "").split())[:_TITLE]
        found[_number(row["rcid"])] = (day, row["unres"], title)
    return found, problems


def _shared(
    table: VoteTable, pair: tuple[str, ...], calls: Mapping[str, tuple[str, str, str]]
) -> Iterator[_Vote]:
    """The roll calls in which both states voted."""
    text, _ = decode(table.content)
    reader = csv.reader(text.splitlines())
    heading = next(reader)
    rcid, country, vote = (heading.index(name) for name in ("rcid", "country", "vote"))
    states: dict[str, int | None] = {}
    cast: dict[str, dict[int, str]] = {}
    for row in reader:
        name = row[country]
        if name not in states:
            states[name] = _side(name, pair)
        side = states[name]
        if side is not None and row[vote] in _VOTES:
            cast.setdefault(_number(row[rcid]), {})[side] = row[vote]
    for number, votes in cast.items():
        if len(votes) == 2 and number in calls:
            yield _Vote(*calls[number], votes[0], votes[1])


def _side(name: str, pair: tuple[str, ...]) -> int | None:
    try:
        ident = register().resolve(name).id
    except (UnknownActor, AmbiguousActor):
        return None
    return pair.index(ident) if ident in pair else None


@dataclass(frozen=True, slots=True)
class _Year:
    """The votes of a year, as the document tells them.

    Attributes:
        year: The year.
        share: How many percent of the votes were equal; None where there are too few to tell.
        line: The line that tells it.
        rows: The votes, a line each.
    """

    year: str
    share: Decimal | None
    line: str
    rows: str

    @property
    def text(self) -> str:
        """The line with the votes beneath it."""
        return f"{self.line}\n\n{self.rows}\n\n"


def _year(year: str, votes: Sequence[_Vote], names: Sequence[str]) -> _Year:
    equal = sum(vote.first == vote.second for vote in votes)
    counts = f"{equal} of {len(votes)} roll calls"
    rows = storable("\n".join(_line(vote, names) for vote in votes))[0]
    head = f"{names[0]} and {names[1]}, {INDICATOR}, {year}"
    if len(votes) < LEAST:
        return _Year(year, None, f"{head}: {counts}, too few for a share", rows)
    share = round(Decimal(100 * equal) / len(votes), 1)
    return _Year(year, share, f"{head}: {share} percent ({counts})", rows)


def _taken(
    votes: Sequence[_Vote],
    pair: tuple[str, ...],
    parts: Mapping[VotePart, VoteTable],
    problems: Sequence[Problem],
    published: When | None,
) -> Taken:
    names = [actor_name(each) for each in pair]
    title = f"Votes of {names[0]} and {names[1]} in the UN General Assembly"
    head = f"# {title}\n\nRoll calls in which both voted yes, no or abstain, by year.\n\n"
    years = [_year(year, list(cast), names) for year, cast in groupby(votes, key=lambda vote: vote.day[:4])]
    text = head + "".join(year.text for year in years)
    content = text.encode()
    key = hashlib.sha256(content).hexdigest()
    starts = accumulate((len(year.text) for year in years), initial=len(head))
    told = [
        _statement(key, pair, year, start)
        for year, start in zip(years, starts, strict=False)
        if year.share is not None
    ]
    source = parts["votes"]
    document = Document(
        id=key,
        name=f"{source.path.name.split('.')[0]}-{pair[0]}-{pair[1]}",
        address=storable(f"{source.path}#{pair[0]}-{pair[1]}")[0],
        media_type="text/plain",
        content=content,
        text=text,
        parts=(Part("body", 0, len(text)),),
        read_at=datetime.now(UTC),
        title=title,
        published=published,
        notes=tuple(_provenance(parts[part]) for part in _NEEDED),
    )
    return Taken(document, tuple(told), tuple(problems), READER, len(votes))


def _line(vote: _Vote, names: Sequence[str]) -> str:
    return f"{vote.day} | {vote.resolution} | {names[0]}: {vote.first} | {names[1]}: {vote.second} | {vote.title}"


def _provenance(table: VoteTable) -> str:
    digest = hashlib.sha256(table.content).hexdigest()
    return f"extract, with counts, of {table.path.name} (unpacked: SHA-256 {digest})"


def _statement(document: str, pair: tuple[str, ...], told: _Year, start: int) -> Statement:
    """The figure of a year: its line is quoted, and its value opens to its words and to the votes that it counts."""
    number = told.line.index(f": {told.share} percent") + 2
    period = told.line.index(f", {told.year}:") + 2
    rows = start + len(told.line) + 2
    return Statement(
        "figure",
        Passage(document, start, start + len(told.line)),
        {
            "subject": pair,
            "indicator": INDICATOR,
            "value": told.share,
            "unit": "percent",
            "period": When(told.year),
        },
        date=When(told.year),
        passages={
            "value": (
                Passage(document, start + number, start + number + len(f"{told.share} percent")),
                Passage(document, rows, rows + len(told.rows)),
            ),
            "period": (Passage(document, start + period, start + period + len(told.year)),),
        },
        finder=READER,
    )
