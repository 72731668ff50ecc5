"""How many false sentences the check lets through: every sentence of briefs is falsified one thing at a time.

    python bench/check_attack.py LEDGER VNM-KOR:2025-08-10 [CHN-KEN:2025-05-01 ...] [--list]

Each variant keeps its citations and changes one thing: a state, a person, a digit, a date, a tier, the verb, a
bound, a unit, a direction or an office. "near" variants take the other value from the passages that the sentence
itself cites, "far" ones from elsewhere in the ledger. What passes is listed to be read by a person: a near variant
may still be true by its source. Prints JSON: variants tried and passed, by type.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from legation.actors import register
from legation.briefs import Brief, Checker, Sentence, write_brief
from legation.briefs.proof.frame import FRAME
from legation.ledger import Ledger, View
from legation.values.amounts import find_quantities
from legation.values.dates import DayOrder, find_dates
from legation.values.when import When

FAR_STATES = ("FRA", "CHN", "VNM", "BRA")
FAR_PEOPLE = 2
TIERS = (
    "comprehensive strategic partnership",
    "comprehensive partnership",
    "strategic partnership",
    "diplomatic relations",
    "alliance",
)
OFFICES = ("President", "Prime Minister", "Foreign Minister", "Ambassador", "General Secretary")
SWAPS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "modality": (
        (r"\b(is|are) scheduled to visit\b", ("visited",)),
        (r"\b(is|are|was|were) planned\b", ("was held", "took place")),
        (r"\bvisited\b", ("is scheduled to visit", "was urged to visit")),
        (r"\btook place\b", ("is planned",)),
        (r"\bheld a\b", ("plan a",)),
        (r"\bplan a\b", ("held a",)),
        (r"\b(was|were) urged to\b", ("undertook to", "would, on a condition,")),
        (r"\bundertook to\b", ("was urged to", "would, on a condition,")),
        (r"\bwould, on a condition,", ("undertook to",)),
        (r"\baims? to\b", ("was urged to",)),
    ),
    "verb": (
        (r"\bsigned\b", ("ratified", "concluded", "suspended", "ended", "adopted", "amended")),
        (r"\b(concluded|adopted)\b", ("signed", "ratified", "ended")),
        (r"\bupgraded\b", ("downgraded", "severed", "established", "restored")),
        (r"\bestablished\b", ("upgraded", "severed", "restored")),
        (r"\bheld a meeting\b", ("held a call", "held a conference", "visited each other in a meeting")),
        (r"\bheld a call\b", ("held a meeting",)),
        (r"\bassumed\b", ("left",)),
    ),
    "bound": (
        (r"\bover (?=[\dU€])", ("nearly ", "about ", "")),
        (r"\bnearly (?=[\dU€])", ("over ", "")),
        (r"\b(about|at least|at most|under) (?=[\dU€])", ("over ", "")),
        (
            r"(?<!over )(?<!nearly )(?<!about )(?<!least )(?<!most )(?<!under )(?=US\$\d)",
            ("over ", "nearly "),
        ),
    ),
    "unit": (
        (r"\bbillion\b", ("million", "trillion")),
        (r"\bmillion\b", ("billion",)),
        (r"US\$", ("€", "£")),
        (r"%|\bpercent\b", (" percentage points", " billion")),
    ),
    "direction": (
        (r"\bof (the )?([A-Z][\w ]+) to (the )?([A-Z][\w ]+?)(?= \[|:|,)", (r"of \4 to \2",)),
        (r"\bfrom (the )?([A-Z][\w ]+) to (the )?([A-Z][\w ]+?)(?= took| is| was| \[)", (r"from \4 to \2",)),
    ),
    "negation": ((r"\bvisited\b", ("never visited", "left")), (r"\bheld\b", ("did not hold",))),
}


@dataclass(frozen=True, slots=True)
class Variant:
    """A false sentence with what was changed."""

    sort: str
    text: str


def own_words(sentence: Sentence) -> list[tuple[int, int]]:
    """The stretches of a sentence outside quotations, sources and marks."""
    taken = re.compile(
        r"“[^”]*”|\((?:text of [^()]+|undated text)\)|\[\d+\]|(?:^|; )[^;“”]*?(?= \((?:text|undated)[^()]*\): “)"
    )
    found, at = [], 0
    for match in taken.finditer(sentence.text):
        found.append((at, match.start()))
        at = match.end()
    return [*found, (at, len(sentence.text))]


def swaps(sentence: Sentence) -> Iterator[Variant]:
    """Variants that need no other value: the verb, the bound, the unit, the direction."""
    text = sentence.text
    inside = own_words(sentence)
    for sort, rules in SWAPS.items():
        for pattern, others in rules:
            for match in re.finditer(pattern, text):
                if any(a <= match.start() and match.end() <= b for a, b in inside):
                    for other in others:
                        yield Variant(sort, text[: match.start()] + match.expand(other) + text[match.end() :])
    for tier in TIERS:
        at = text.find(tier)
        if at >= 0 and any(a <= at < b for a, b in inside):
            yield from (
                Variant("tier", text[:at] + other + text[at + len(tier) :])
                for other in TIERS
                if other != tier
            )
            break
    for office in OFFICES:
        at = text.find(office)
        if at >= 0 and any(a <= at < b for a, b in inside):
            yield from (
                Variant("office", text[:at] + other + text[at + len(office) :])
                for other in OFFICES
                if other not in office and office not in other
            )


@dataclass(frozen=True)
class Attack:
    """Makes the variants of the sentences of one brief."""

    view: View
    people: Sequence[str]

    def variants(self, sentence: Sentence) -> Iterator[Variant]:
        """Every false variant of a sentence."""
        yield from swaps(sentence)
        near = " \n ".join(w for c in sentence.citations for w in (c.words, *c.named))
        for start, end in own_words(sentence):
            yield from self._states(sentence.text, start, end, near)
            yield from self._digits(sentence.text, start, end)
            yield from self._dates(sentence, start, end, near)
            yield from self._numbers(sentence.text, start, end, near)
        yield from self._people(sentence, near)
        yield from self._quotes(sentence.text)

    def _states(self, text: str, start: int, end: int, near: str) -> Iterator[Variant]:
        mentions = register().find(text[start:end])
        told = {m.actor.id for m in register().find(text)}
        close = {m.actor.id for m in register().find(near)} - told
        for m in mentions:
            for sort, ids in (("near", close), ("far", set(FAR_STATES) - told - close)):
                for other in sorted(ids):
                    name = register().get(other).name
                    yield Variant(f"state {sort}", text[: start + m.start] + name + text[start + m.end :])
        if len(mentions) == 2 and mentions[0].actor.id != mentions[1].actor.id:
            a, b = mentions
            between = text[start + a.end : start + b.start]
            if between.split() not in (["and"], ["and", "the"], [","], ["-"]):
                words = text[start:end]
                swapped = (
                    words[: a.start]
                    + words[b.start : b.end]
                    + words[a.end : b.start]
                    + words[a.start : a.end]
                )
                yield Variant("direction", text[:start] + swapped + words[b.end :] + text[end:])

    @staticmethod
    def _digits(text: str, start: int, end: int) -> Iterator[Variant]:
        for m in re.finditer(r"\d", text[start:end]):
            other = str((int(m.group()) + 3) % 10)
            yield Variant("digit", text[: start + m.start()] + other + text[start + m.end() :])

    @staticmethod
    def _dates(sentence: Sentence, start: int, end: int, near: str) -> Iterator[Variant]:
        text = sentence.text
        for m in find_dates(text[start:end], day_order=DayOrder.DAY_FIRST):
            told = text[start + m.start : start + m.end]
            others = dict.fromkeys(_shifted(m.when, told), "date far")
            for reference in {c.published for c in sentence.citations}:
                found = find_dates(near, reference=reference, day_order=DayOrder.DAY_FIRST)
                apart = [o.when for o in found if not (o.when.contains(m.when) or m.when.contains(o.when))]
                others |= {when.words(): "date near" for when in apart}
            for words, sort in others.items():
                yield Variant(sort, text[: start + m.start] + words + text[start + m.end :])

    @staticmethod
    def _numbers(text: str, start: int, end: int, near: str) -> Iterator[Variant]:
        found = find_quantities(text[start:end])
        told = {m.quantity.value for m in found}
        for m in found:
            for other in {o.quantity.words() for o in find_quantities(near) if o.quantity.value not in told}:
                yield Variant("number near", text[: start + m.start] + other + text[start + m.end :])

    def _people(self, sentence: Sentence, near: str) -> Iterator[Variant]:
        told = {c.value for c in sentence.claims if c.type == "person"}
        close = [p for p in self.people if p not in told and p.split()[-1] in near]
        far = [p for p in self.people if p not in told and p not in close][
            :: max(1, len(self.people) // FAR_PEOPLE)
        ]
        for person in sorted(told):
            for sort, others in (("near", close), ("far", far)):
                for other in others:
                    if person in sentence.text and not set(person.split()) & set(other.split()):
                        yield Variant(f"person {sort}", sentence.text.replace(person, other, 1))

    @staticmethod
    def _quotes(text: str) -> Iterator[Variant]:
        for quote in re.finditer(r"“([^”]*)”", text):
            words = [m for m in re.finditer(r"[^\W_]+", quote.group()) if m.group().lower() not in FRAME]
            for m in words[:: max(1, len(words) // 4)]:
                at = quote.start() + m.start()
                yield Variant("quote", text[:at] + "other" + text[at + len(m.group()) :])
        for m in re.finditer(r"text of (\d+) ", text):
            yield Variant("source day", f"{text[: m.start(1)]}{int(m.group(1)) % 28 + 1}{text[m.end(1) :]}")


def _shifted(when: When, words: str) -> Iterator[str]:
    """A date a day, a month and a year away; a coarse one a year away."""
    first = when.first
    if first and when.precision == "day":
        yield from (When.parse(str(first + timedelta(days=days))).words() for days in (-1, 1, 31, 365))
    elif first:
        yield from (words.replace(str(first.year), str(first.year + step)) for step in (-1, 1))


def people_of(view: View) -> list[str]:
    """The people of the appointments, visits and contacts of a ledger, by name."""
    found: set[str] = set()
    for statement in view.statements():
        for name in ("person", "persons", "visitors"):
            value = statement.fields.get(name)
            found.update([value] if isinstance(value, str) else value if isinstance(value, tuple) else ())
    return sorted(p for p in found if isinstance(p, str) and len(p.split()) > 1)


def attack(view: View, brief: Brief, report: Callable[[Variant], None]) -> Counter[str]:
    """Try every variant of a brief's sentences; tells how many were tried by type."""
    tried: Counter[str] = Counter()
    checker = Checker(view, brief.on)
    attacker = Attack(view, people_of(view))
    about = (brief.of, brief.with_)
    for sentence in brief.sentences():
        for variant in dict.fromkeys(attacker.variants(sentence)):
            if variant.text != sentence.text:
                tried[variant.sort] += 1
                if not checker.check(variant.text, sentence.citations, about=about):
                    report(variant)
    return tried


def main() -> None:
    """Attack the briefs named on the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("ledger", type=Path)
    parser.add_argument("briefs", nargs="+", metavar="OF-WITH:DAY")
    parser.add_argument("--list", action="store_true", help="list what passed")
    given = parser.parse_args()
    tried: Counter[str] = Counter()
    passed: list[dict[str, str]] = []
    sentences = 0
    with Ledger.open(given.ledger) as ledger:
        view = ledger.view()
        for name in given.briefs:
            pair, day = name.split(":")
            of, with_ = pair.split("-")
            brief = write_brief(view, of=of, with_=with_, on=date.fromisoformat(day))
            sentences += len(list(brief.sentences()))
            through: list[Variant] = []
            tried += attack(view, brief, through.append)
            passed += [{"brief": name, "type": v.sort, "text": v.text} for v in through]
    counts = Counter(p["type"] for p in passed)
    by_type = {sort: {"tried": n, "passed": counts[sort]} for sort, n in sorted(tried.items())}
    found = {"sentences": sentences, "tried": tried.total(), "passed": len(passed), "by_type": by_type}
    print(json.dumps(found | ({"listed": passed} if given.list else {}), indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
