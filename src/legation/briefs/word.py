"""The words for the fields of a statement: names, dates, quantities, tiers; exact, and no more than is known."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from legation.actors import register
from legation.briefs.brief import Claim, ClaimType
from legation.briefs.dossier import Dossier, Fact
from legation.briefs.support import sentence
from legation.errors import UnknownActor
from legation.ledger.record import StoredStatement
from legation.records import KINDS, FieldType
from legation.values.quantity import Quantity
from legation.values.when import When

TIERS: Final = {
    "diplomatic_relations": "diplomatic relations",
    "comprehensive_partnership": "comprehensive partnership",
    "strategic_partnership": "strategic partnership",
    "comprehensive_strategic_partnership": "comprehensive strategic partnership",
    "alliance": "alliance",
}

CROWD: Final = 6
"""Of more actors than this only the first two are named."""

_LINK: Final = re.compile(r"\[?([^\[\]]*)\]\([^)\s]*\)?")
"""A link of Markdown, whole or cut."""
_PREPOSITION: Final = re.compile(r" (?:of|on|for|under|in|with|to|between|from|about|against|by) ")
_ARTICLE_START: Final = ("United ", "Republic ", "Democratic Republic", "Union ", "Communist Party", "World ")
_ARTICLE_END: Final = re.compile(
    r"(?:Islands|Republic|Union|Nations|Fund|Bank|Organi[sz]ation|Council|Commission|Emirates|Party|Agency"
    r"|Community|Court|Forum|League|Group|Summit|Ministry|Kingdom|States)$"
)
_ARTICLE_ALSO: Final = frozenset(
    {"Netherlands", "Philippines", "Bahamas", "Gambia", "Maldives", "Vatican", "Holy See"}
)
_SPOKEN: Final = frozenset(
    {"ASEAN", "NATO", "APEC", "OPEC", "BRICS", "AUKUS", "UNESCO", "UNICEF", "ECOWAS", "IGAD"}
)
_WORDLIKE: Final = re.compile(
    r"(?!OSCE)[AEIOU]?(?:[BCDFGHJ-NP-TV-Z]{1,2}[AEIOU]{1,2}){1,3}[BCDFGHJ-NP-TV-Z]?(?<=.{4})"
)
"""Short names that are spoken as words: NASA, KOICA."""

_TYPES: Final[dict[FieldType, ClaimType]] = {
    "actor": "actor",
    "actors": "actor",
    "person": "person",
    "people": "person",
    "label": "label",
    "text": "text",
    "number": "number",
    "when": "date",
}


@dataclass(frozen=True, slots=True)
class Told:
    """Words told from one statement.

    Attributes:
        text: The words.
        fields: Names of the fields that they tell, ``date`` among them where it is told.
    """

    text: str
    fields: tuple[str, ...]


Write = Callable[[Dossier, StoredStatement], Told | None]


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence, told from one fact.

    Attributes:
        fact: The fact.
        write: Words it from one of the fact's statements; None where that statement is too thin for it.
        undated: Whether it is still worth telling without its date, where only the date is not proved.
        otherwise: Words it where `write` is not proved from any statement, such as by quoting its source.
    """

    fact: Fact
    write: Write
    undated: bool = False
    otherwise: Write | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A sentence before its check.

    Attributes:
        clauses: Its parts; the first must be proved, the others are left out where they are not.
        count_sources: Whether it says how many sources report it.
        together: Whether it says something only with all its parts, as a comparison does.
    """

    clauses: tuple[Clause, ...]
    count_sources: bool = False
    together: bool = False


def claims(statement: StoredStatement, fields: Collection[str], record: str) -> tuple[Claim, ...]:
    """The typed facts that a telling asserts: the fields that it tells, and the modality.

    Args:
        statement: The statement that it is told from.
        fields: Names of the fields told.
        record: Id of the record.
    """
    made = [Claim("modality", statement.modality, record, "modality")]
    for name in fields:
        made.extend(_claims(statement, name, record))
    return tuple(made)


def _claims(statement: StoredStatement, name: str, record: str) -> list[Claim]:
    if name == "date":
        return [Claim("date", str(statement.date), record, name)] if statement.date else []
    value = statement.fields[name]
    sort = _TYPES[KINDS[statement.kind].field(name).type]
    if name in ("tier", "bound"):
        sort = "tier" if name == "tier" else "bound"
    values = value if isinstance(value, tuple) else (value,)
    return [Claim(sort, str(v), record, name) for v in values if v is not None]


def actor(name: str) -> str:
    """An actor's usual name, with "the" where English puts it."""
    try:
        usual = register().get(name).name
    except UnknownActor:
        usual = name
    return f"the {usual}" if takes_article(usual) else usual


def takes_article(name: str) -> bool:
    """Whether English puts "the" before an actor's name."""
    if name.startswith("the ") or name in _SPOKEN or _WORDLIKE.fullmatch(name):
        return False
    if name.isupper() and len(name) <= 5 and name.isalpha():
        return True
    starts = name.startswith(_ARTICLE_START)
    return starts or name in _ARTICLE_ALSO or bool(_ARTICLE_END.search(name))


def listed(names: Sequence[str]) -> str:
    """Names as a list: "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def actors(names: Collection[str]) -> str:
    """Several actors as a list; of a crowd the first two, "and others"."""
    shown = list(names) if len(names) <= CROWD else list(names)[:2]
    return listed([*map(actor, shown), *(["others"] if len(shown) < len(names) else [])])


def plain(text: str) -> str:
    """Words of a document as they can stand in a sentence: one line, without marks of citation."""
    unlinked = _LINK.sub(r"\1", text)
    return " ".join(unlinked.replace("[", "(").replace("]", ")").split()).strip(" .;,*_")


def capital(text: str) -> str:
    """The text with a capital at its head."""
    return text[:1].upper() + text[1:]


def dated(when: When | None) -> str:
    """A date with its preposition and a space before it: " on 19 August 2024"; empty for none."""
    if when is None:
        return ""
    words = when.words()
    if words.startswith(("since", "until", "from")):
        return f" {words}"
    if when.precision == "interval":
        return f" on {words}" if when.text.count("-") == 4 else f" in {words}"
    return f" on {words}" if when.precision == "day" else f" in {words}"


def source_day(when: When | None) -> str:
    """How a source's own date is given where what it tells has none: "text of 5 August 2025"."""
    return f"text of {when.words()}" if when else "undated text"


def on_day(dossier: Dossier, statement: StoredStatement) -> str:
    """When a thing was so, or else when its source was published.

    A statement may be dated by its document alone: then the document's date is told as what it is.
    """
    if statement.date is None or lent(dossier, statement):
        return f" ({source_day(dossier.published(statement))})"
    return dated(statement.date)


def lent(dossier: Dossier, statement: StoredStatement) -> bool:
    """Whether only its document's date dates a statement, no word of its own sentence."""
    told = statement.statement.passages.get("date", ())
    whole = sentence(statement, dossier.view)
    own = any(whole.contains(place) for place in told)
    return statement.date == dossier.published(statement) and not own


def tier(label: str) -> str:
    """A tier in words."""
    return TIERS.get(label, label.replace("_", " "))


def quantity(statement: StoredStatement, field: str = "value") -> str:
    """The quantity of a statement in words, with its bound; empty where it has none."""
    value = statement.fields.get(field)
    if not isinstance(value, Decimal):
        return ""
    unit, bound = statement.fields.get("unit"), statement.fields.get("bound")
    usual = unit.replace(" ", "_") if isinstance(unit, str) else "count"
    told = bound if isinstance(bound, str) and field == "value" else None
    return Quantity(value, usual, bound=told).words()


def number(value: Decimal) -> str:
    """A bare count in digits, thousands apart."""
    return f"{value.normalize():,f}"


def article(noun: str) -> str:
    """A noun phrase of a document with the article that it needs: "a trade deal", "the Paris Agreement"."""
    first = noun.split(" ", 1)[0]
    if (
        first.lower() in ("a", "an", "the", "its", "their", "his", "her", "this", "three", "two")
        or first[:1].isdigit()
    ):
        return noun
    if first[:1].isupper():
        return f"the {noun}"
    if re.search(r"(?<!s)s$", _PREPOSITION.split(noun, maxsplit=1)[0]):
        return noun
    return f"{'an' if first[:1] in 'aeiou' else 'a'} {noun}"
