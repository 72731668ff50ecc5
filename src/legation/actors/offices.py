"""Titles of office in a text: "Deputy Prime Minister", "President of the European Commission".

A title is a head ("Minister"), with what stands before it ("Deputy Foreign") and its complement ("of Foreign
Affairs"). A complement that names an actor is not part of the title: it tells whose office it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from legation.actors.complements import Complement, Names, read_complement
from legation.actors.load import lines, rows
from legation.actors.mentions import NameMention
from legation.actors.ranks import rank_of
from legation.actors.register import register
from legation.values.alternatives import alternatives


@dataclass(frozen=True, slots=True)
class OfficeMention:
    """A title in a text.

    Attributes:
        start: Offset of its first character, before "Deputy" and the like.
        end: Offset after its last, after its complement.
        office: The title in the singular, without the actor whose it is.
        rank: The rank that a visit by its holder has.
        head: The head noun, in the singular.
        of: Id of the actor whose office it is, where the complement or the word before the title names it.
        status: "elect", "former", "late", "outgoing" or "incoming", where the text says so.
        plural: Whether the text speaks of several ("Foreign Ministers").
    """

    start: int
    end: int
    office: str
    rank: str
    head: str
    of: str | None = None
    status: str | None = None
    plural: bool = False


@dataclass(frozen=True, slots=True)
class _Head:
    singular: str
    plural: str
    needs: str
    few: bool


_STATUS: Final = re.compile(
    r"(?<!\w)(former|late|then|outgoing|incoming|newly[ -]elected|re-elected|ex)[ -]$", re.IGNORECASE
)
_STATUS_WORDS: Final = {"then": "former", "ex": "former", "newly elected": "elected", "re elected": "elected"}
_POLITICAL: Final = ("Party", "Majority", "Minority", "Opposition", "National", "Supreme")
_AGENCIES: Final = frozenset(
    "Administration Agency Bank Center Command Corporation Fund Institute Reserve Service".split()
)
_OWNING: Final = re.compile(r"(?:[’']s?)?\s")
_ELECT: Final = re.compile(r"-(?:elect|designate)(?!\w)")
_NAME_AFTER: Final = re.compile(r"\s+(?:[A-Z]\.\s*)?([^\W\d_a-z][^\W\d_]*)", re.UNICODE)
_NO_NAME: Final = frozenset(lines("not_surnames.txt"))
_OWNED: Final = re.compile(r"(?:[’']s?|\b[Tt]he|\b[Ii]ts|\w(?:an|ese|ish|sh|i)) $")
"""What stands before a word that is a title only where somebody owns it: "Qatar's Amir", not "Amir Khan"."""
_BEFORE_NAME: Final = re.compile(r"(?:(?:’|')s?|[a-zé]n|ese|sh|ch|i|EU|UN|U\.S\.|US|UK) $")


def find_offices(text: str, names: Sequence[NameMention] | None = None) -> list[OfficeMention]:
    """Every title of office in a text, in order, none overlapping another.

    Args:
        text: Any text.
        names: The names found in the text, where they are known already.
    """
    known = Names(register().find(text) if names is None else names)
    found: list[OfficeMention] = []
    for match in _pattern().finditer(text):
        at = found[-1].end if found else 0
        if match.start() < at:
            continue
        mention = _Reading(text, match, at, known).mention()
        if mention is not None:
            found.append(mention)
    return found


@dataclass(slots=True)
class _Reading:
    """One title being read, from its head outward."""

    text: str
    match: re.Match[str]
    floor: int
    names: Names
    head: _Head = field(init=False)

    def __post_init__(self) -> None:
        self.head = _heads()[_plain(self.match.group())]

    def mention(self) -> OfficeMention | None:
        """The title, or None where the head word is none here."""
        start = self._left()
        end = self.match.end()
        elect = _ELECT.match(self.text, end)
        end = elect.end() if elect else end
        complement = read_complement(self.text, end, self.head.singular, self.names)
        before = self.text[start : self.match.start()]
        if not self._stands(before, complement):
            return None
        office = self._office(before, complement)
        of = complement.of or self._owner(start)
        return OfficeMention(
            start=start,
            end=complement.end,
            office=office,
            rank="other" if elect else rank_of(office, of),
            head=self.head.singular,
            of=of,
            status="elect" if elect else self._status(start),
            plural=_plain(self.match.group()) == _plain(self.head.plural) != _plain(self.head.singular),
        )

    def _left(self) -> int:
        begin = max(self.floor, self.match.start() - 90)
        for name in self.names.ending_before(self.match.start(), least=begin):
            part = name.actor.kind in ("region", "party") or (
                name.actor.kind == "ministry" and not _is_agency(name)
            )
            if not part and name.form != "demonym":
                begin = max(begin, name.end)
        found = _modifiers(few=self.head.few).search(self.text[begin : self.match.start()])
        if found is None:
            return self.match.start()
        words = found.group()
        cut = 0
        if re.search(r"(?:of|for)(?: the)? $", self._before(begin + found.start(), 8)):
            joins = [m.end() for m in re.finditer(r"\s(?:and|&)\s+", words)]
            standing = _standing().search(words)
            cut = max(joins, default=standing.start() if standing else len(words))
        return begin + found.start() + cut

    def _before(self, at: int, length: int) -> str:
        return self.text[max(0, at - length) : at]

    def _owner(self, start: int) -> str | None:
        """Whose office it is by the name that the title starts in ("Communist Party chief") or follows."""
        for name in self.names.ending_before(self.match.start(), least=start - 3):
            if name.start < self.floor or self.names.is_paired(name, self.text):
                return None
            if name.end > start:
                return name.actor.state if name.actor.kind == "ministry" else name.actor.id
            if _OWNING.fullmatch(self.text, name.end, start) and name.actor.kind != "region":
                return name.actor.id
        return None

    def _stands(self, before: str, complement: Complement) -> bool:
        described = bool(before.strip()) or bool(complement.words)
        word = self.match.group()
        if self.head.needs == "owned":
            return bool(complement.of) or bool(_OWNED.search(self._before(self.match.start(), 24)))
        if self.head.singular == "Leader" and _plain(word) != "leader":
            return False
        if word[0].islower():
            return described or bool(complement.of) or self._lower_stands(word)
        if self.head.needs == "to":
            return complement.words.lstrip().startswith("to ")
        if self.head.needs == "portfolio" and self.head.singular != "Leader":
            return described or bool(complement.of)
        if self.head.needs:
            return described or bool(complement.of) or self._name_follows(complement.end)
        return True

    def _lower_stands(self, word: str) -> bool:
        if self.head.needs == "portfolio" or word in ("premier", "chief"):
            ahead = self._name_follows(self.match.end())
            return ahead or bool(_BEFORE_NAME.search(self._before(self.match.start(), 6)))
        return True

    def _name_follows(self, at: int) -> bool:
        name = _NAME_AFTER.match(self.text, at)
        return name is not None and name.group(1) not in _NO_NAME

    def _office(self, before: str, complement: Complement) -> str:
        words = " ".join(f"{before}{self.head.singular}{complement.words}".split())
        words = words.replace(" Extraordinary and Plenipotentiary", "")
        words = re.sub(r"^(?:Communist )?Party (?=General Secretary|Secretary General)", "", words)
        short = _plain(self.match.group()) not in (_plain(self.head.singular), _plain(self.head.plural))
        if self.match.group().isupper() and not self.head.singular.isupper() and not short:
            words = words.title()
        return words if not words[:1].islower() else _titled(words)

    def _status(self, start: int) -> str | None:
        match = _STATUS.search(self.text[max(0, start - 16) : start])
        if match is None:
            return None
        word = match.group(1).casefold().replace("-", " ")
        return _STATUS_WORDS.get(word, word)


def _is_agency(name: NameMention) -> bool:
    """Whether an organ has an office of its own at its head ("CIA Director"), as a ministry and a parliament have not."""
    words = name.actor.name.split()
    return words[-1] in _AGENCIES or (len(words) == 1 and words[0].isupper())


def _titled(words: str) -> str:
    small = ("of", "for", "the", "to", "and", "on", "in")
    return " ".join(word if word in small else word[:1].upper() + word[1:] for word in words.split())


def _plain(words: str) -> str:
    return " ".join(words.replace("’", "'").casefold().split())


@lru_cache(maxsize=1)
def _heads() -> dict[str, _Head]:
    table = {}
    for row in rows("offices.csv"):
        head = _Head(row["head"], row["plural"], row["needs"], row["left"] == "few")
        table[_plain(row["head"])] = table[_plain(row["plural"])] = head
    for row in rows("office_abbreviations.csv"):
        head = _Head(row["full"], row["plural"], "named", few=True)
        table.update({_plain(short): head for short in (row["short"], row["plural"]) if short})
    return table


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    forms = {row[form] for row in rows("office_abbreviations.csv") for form in ("short", "plural")} - {""}
    for row in rows("offices.csv"):
        for word in (row["head"], row["plural"]):
            forms |= {word, word.upper()}
            if row["lower"]:
                forms |= {word.lower(), word[:1].lower() + word[1:]}
    choices = alternatives(forms).replace(r"\ ", r"\s+")
    return re.compile(
        rf"(?:(?<![\w-])|(?<=then-)|(?<=ex-)|(?<=[Vv]ice-)){choices}(?![\w]|-(?!elect|designate))"
    )


@lru_cache(maxsize=1)
def _standing() -> re.Pattern[str]:
    """A word that begins a title whatever stands before it: "the visit of Deputy Foreign Minister Lan"."""
    return re.compile(
        rf"(?<![\w-])(?:{'|'.join(map(re.escape, lines('office_prefixes.txt')))})\b", re.IGNORECASE
    )


@lru_cache(maxsize=2)
def _modifiers(*, few: bool) -> re.Pattern[str]:
    known = {*lines("office_prefixes.txt"), *lines("organ_nouns.txt"), *_POLITICAL}
    known |= set() if few else set(lines("portfolios.txt"))
    forms = known | {word.lower() for word in known} | {word.upper() for word in known} | {"legislature"}
    word = "(?:" + "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True)) + ")"
    gap = rf"(?:\s+(?:and|&)\s+|,\s+(?={word}(?:,\s+{word})*,?\s+(?:and|&)\s)|-|\s+)"
    return re.compile(rf"(?<![\w-]){word}(?:{gap}{word})*(?:\s+|-)$")
