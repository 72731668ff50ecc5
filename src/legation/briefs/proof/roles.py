"""Whether each thing that a sentence tells stands in the part that its statement gives it.

That a passage names two states, two people and two days does not tell who visited whom and when. A sentence must
therefore have one of the forms below, and what stands in each part of the form must be what the cited statement
holds in that field. Laws held here:

- A sentence of no known form is not proved.
- Nothing else stands in a part than its field's values, and an office stands right before its holder's name.
- A further source may name a part's actor by its state, and a date more finely; never the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from decimal import Decimal
from typing import Final

from legation.actors import register
from legation.briefs.brief import ClaimType, Failure
from legation.briefs.proof.evidence import Evidence, read_words
from legation.briefs.proof.links import state_of
from legation.records import KINDS
from legation.values.amounts import find_quantities
from legation.values.dates import DayOrder, find_dates
from legation.values.when import MONTHS, When

_DATE: Final = rf"(?:(?:\d{{1,4}}s?|[–-]|the|about|until|since|{'|'.join(MONTHS)})[ ]?)+"
_WHEN: Final = rf"(?:(?: (?:on|in|from))? (?P<date>(?<=[ ]){_DATE}))?[\s|.]*"
_BE: Final = r"(?:is|are|was|were)"
_SELF: Final = r"(?:itself|themselves)"
_PROMISED: Final = (
    rf"undertook to|{_BE} urged to|{_BE} asked for:|would, on a condition,|aims? to|set {_SELF} an aim:"
    rf"|committed {_SELF}, on a condition, to|committed {_SELF} to"
)
_SINCE: Final = rf"(?:, (?P<action>assumed|left|elected|appointed)(?: office)?)?{_WHEN}"

FORMS: Final[dict[str, tuple[str, ...]]] = {
    "visit": (
        rf"(?P<visitors>.+) of (?P<from>.+?) (?:visited|{_BE} scheduled to visit) (?P<to>.+?){_WHEN}",
        rf"[Aa] visit from (?P<from>.+?) to (?P<to>.+?) (?:took place|{_BE} planned){_WHEN}",
        rf"(?P<from>.+?) made (?P<count>\S+) visits to (?P<to>.+?){_WHEN}",
    ),
    "contact": (
        r"(?P<participants>.+?) (?:held an? (?P<mode>meeting|call|dialogue)|were in contact by (?P<by_letter>letter)"
        r"|took part in a (?P<together>conference)|were in contact"
        rf"|held (?P<count>\S+) (?P<modes>meeting|call|letter|dialogue)s){_WHEN}(?:, with (?P<persons>.+) taking part)?",
        r"[Aa] (?:contact|(?:joint )?(?P<mode>meeting|call|letter|dialogue|conference)) between (?P<participants>.+?)"
        rf" {_BE} planned{_WHEN}(?:, with (?P<persons>.+))?",
    ),
    "agreement": (
        rf"(?P<parties>.+?) were (?P<action>negotiating) (?P<title>.+?){_WHEN}",
        r"(?P<parties>.+?) (?P<action>concluded|signed|adopted|ratified|amended|suspended|ended)"
        rf" (?P<title>.+?){_WHEN}",
        rf"(?P<parties>.+?) have (?P<title>.+?) (?P<action>in force){_WHEN}",
        rf"(?P<parties>.+?) plan (?P<title>.+?){_WHEN}",
    ),
    "relation": (
        rf"(?P<parties>.+?) (?P<action>established|severed|restored) (?P<tier>.+?){_WHEN}",
        rf"(?P<parties>.+?) (?P<action>upgraded|downgraded) their relations to (?P<tier>.+?){_WHEN}",
        rf"(?P<parties>.+?) plan to bring their relations to (?P<tier>.+?){_WHEN}",
        rf"(?P<parties>.+?) are described as having (?P<tier>.+?){_WHEN}",
        rf"[Rr]elations between (?P<parties>.+?) are described as (?P<tier>.+?){_WHEN}",
    ),
    "commitment": (
        rf"(?:(?:On |In |From )?(?P<date>{_DATE}))?(?P<by>.+?) (?:{_PROMISED}) (?P<what>.+?)(?: \((?P<value>[^()|]*)\))?"
        r"[\s|.]*(?:; deadline (?P<deadline>[^;]+?))?(?:; no evidence of delivery was found)?\.?",
    ),
    "figure": (
        rf"(?P<indicator>[^:]+): (?P<value>.+?)(?:, from (?P<change_from>.+?))?{_WHEN}",
        rf"another value: (?P<value>.+?){_WHEN}",
    ),
    "appointment": (
        rf"(?P<person>[^:]+): (?P<office>.+?){_SINCE}",
        rf"another source names (?P<person>.+?){_SINCE}",
    ),
}  # fmt: skip
"""The forms in which a thing of each kind may be told; the names of the parts are those of the fields."""

_COMPILED: Final = {kind: tuple(re.compile(form) for form in forms) for kind, forms in FORMS.items()}
_MODE_PARTS: Final = frozenset(("mode", "modes", "by_letter", "together"))
_LINK: Final = re.compile(r"\[?([^\[\]]*)\]\([^)\s]*\)?")
_ARTICLE: Final = re.compile(r"^(?:an?|the|its|their)$")
_SIDES: Final = re.compile(r"\b[Tt]he two sides\b")


def misplaced(text: str, evidence: Evidence, about: Collection[str]) -> Iterator[Failure]:
    """The parts of a segment that do not hold what the cited statement holds there.

    Args:
        text: The segment, without quotations and dates of sources.
        evidence: What it cites.
        about: Ids of the two whom "the two sides" means.
    """
    plain = text.strip(" ;|")
    kind = evidence.statement.kind
    forms = (form.fullmatch(plain) for form in _COMPILED.get(kind, ()))
    found = [list(_parts(match.groupdict(), evidence, about)) for match in forms if match]
    if not found:
        yield Failure("words", plain, evidence.number, f"no form of sentence tells a {kind} so")
        return
    yield from min(found, key=len)


def _parts(parts: dict[str, str | None], evidence: Evidence, about: Collection[str]) -> Iterator[Failure]:
    kind = evidence.statement.kind
    sorts = {f.name: f.type for f in KINDS[kind].fields}
    for name, words in parts.items():
        field = "mode" if name in _MODE_PARTS else name
        if words is None or _agrees(field, sorts.get(field, "when"), words, (evidence, about)):
            continue
        reason = f"the statement of citation {evidence.number} has another {field}"
        yield Failure(
            _TYPES.get(field, _SORTS.get(sorts.get(field, "when"), "label")), words, evidence.number, reason
        )
    if kind == "appointment" and not parts["action"] and evidence.statement.fields["action"] == "left":
        yield Failure("label", "left", evidence.number, f"citation {evidence.number} tells of its end")


_SORTS: Final[dict[str, ClaimType]] = {
    "actor": "actor", "actors": "actor", "person": "person", "people": "person", "number": "number", "when": "date",
    "text": "text",
}  # fmt: skip
_TYPES: Final[dict[str, ClaimType]] = {"tier": "tier", "office": "person"}


def _agrees(field: str, sort: str, words: str, against: tuple[Evidence, Collection[str]]) -> bool:
    evidence, about = against
    if field in _OWN:
        return _OWN[field](words, evidence)
    if sort in ("actor", "actors"):
        return _actors(words, _values(evidence, field), about)
    if sort in ("person", "people"):
        return _people(words, _values(evidence, field), evidence)
    if sort == "number":
        return _number(field, words, evidence)
    if sort == "when":
        return _date(field, words, evidence)
    value = evidence.statement.fields[field]
    return isinstance(value, str) and (
        _within(words, value) if sort == "text" else words.replace(" ", "_") == value
    )


def _values(evidence: Evidence, field: str) -> tuple[str, ...]:
    value = evidence.statement.fields[field]
    return value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()


def _actors(words: str, ids: Collection[str], about: Collection[str]) -> bool:
    """Whether words name only actors of a field, and nothing else is said there."""
    known = {*ids, *(state for name in ids if (state := state_of(name)))}
    if _SIDES.search(words):
        return set(about) <= known and _SIDES.sub("", words).strip() == ""
    for name in sorted(ids, key=len, reverse=True):
        words = re.sub(rf"\b{re.escape(name)}(?!\w)", "", words)
    for mention in reversed(register().find(words)):
        if known & {mention.actor.id, *(other.id for other in mention.others)}:
            words = words[: mention.start] + words[mention.end :]
    return set(read_words(words)) <= {"and", "the", "others"}


def _people(words: str, people: Collection[str], evidence: Evidence) -> bool:
    """Whether words name people of a field, each alone or right after an office as the passages write them."""
    names = sorted((read_words(person) for person in people), key=len, reverse=True)
    for item in re.split(r", | and ", words):
        told = read_words(item)
        if told in names:
            continue
        if not any(told[-len(name) :] == name for name in names):
            return False
        if not any(_run(told, run) for run in evidence.runs):
            return False
    return True


def _office(words: str, evidence: Evidence) -> bool:
    """Whether words are the office of a statement, with its actor."""
    office = evidence.statement.fields["office"]
    told, held = read_words(words), read_words(office if isinstance(office, str) else "")
    if not held or told[: len(held)] != held:
        return False
    if len(told) == len(held):
        return True
    after = _after(words, len(held) + 1)
    names = {m.actor.id for m in register().find(after)} or {after.removeprefix(" the").strip()}
    own = _values(evidence, "of")  # a party's office is not told as its state's
    return told[len(held)] == "of" and bool(names & set(own)) and _actors(after, own, ())


def _after(words: str, count: int) -> str:
    """What stands after so many words."""
    ends = [m.end() for m in re.finditer(r"[^\W_]+", words)]
    return words[ends[count - 1] :]


def _plain(tier: str) -> tuple[str, ...]:
    """The words of a tier without articles."""
    return tuple(word for word in read_words(tier.replace("_", " ")) if not _ARTICLE.match(word))


def _title(words: str, evidence: Evidence) -> bool:
    """Whether words are an agreement's title, with its count before it."""
    count, told = evidence.statement.fields["count"], words.split()
    if isinstance(count, Decimal) and told[0].replace(",", "") == str(int(count)):
        told = told[1:]
    title = evidence.statement.fields["title"]
    return isinstance(title, str) and _within(" ".join(told), title)


def _indicator(words: str, evidence: Evidence) -> bool:
    """Whether words are a figure's indicator, with its subjects after it and half a compound before it."""
    value = evidence.statement.fields["indicator"]
    told, held = read_words(words), read_words(_LINK.sub(r"\1", value) if isinstance(value, str) else "")
    at = next((i for i in range(len(told)) if told[i : i + len(held)] == held), None)
    if at is None or not held or at > 1:
        return False
    rest = _after(words, at + len(held))
    return _actors(re.sub(r"^ of ", " ", rest), _values(evidence, "subject"), ())


_OWN: Final[dict[str, Callable[[str, Evidence], bool]]] = {
    "office": _office,
    "title": _title,
    "indicator": _indicator,
    "tier": lambda words, evidence: _plain(words) == _plain(str(evidence.statement.fields["tier"])),
}


def _within(words: str, value: str) -> bool:
    """Whether words stand in a value, in order; an article may stand before them."""
    told, held = read_words(words), read_words(_LINK.sub(r"\1", value))
    return any(_run(run, held) for run in (told, told[1:] if told and _ARTICLE.match(told[0]) else told))


def _run(told: tuple[str, ...], held: tuple[str, ...]) -> bool:
    size = len(told)
    return size > 0 and any(held[i : i + size] == told for i in range(len(held) - size + 1))


def _number(field: str, words: str, evidence: Evidence) -> bool:
    """Whether words are a field's number, with the statement's unit and bound."""
    fields = evidence.statement.fields
    value = fields[field]
    found = find_quantities(words)
    if not found:
        return words.replace(",", "") == str(value)
    told = found[0].quantity
    unit = str(fields.get("unit") or "count").replace(" ", "_")
    bound = fields.get("bound") if field == "value" else None
    alike = told.unit == unit or {told.unit, unit} <= {"count", "rank"}
    return len(found) == 1 and told.value == value and alike and (told.bound or None) == (bound or None)


def _date(field: str, words: str, evidence: Evidence) -> bool:
    """Whether words are a field's date, or hold it."""
    statement = evidence.statement
    if statement.kind == "appointment" and statement.fields["action"] == "holds":
        return True  # the day on which a passage shows someone in office is not the day of an appointment
    held = [
        statement.fields.get(field) if field != "date" else statement.date,
        statement.fields.get("period"),
    ]
    given = [when for when in held if isinstance(when, When)]
    told = [m.when for m in find_dates(words.strip(), day_order=DayOrder.DAY_FIRST)]
    if not told and any(when.words() == words.strip() for when in given):
        return True
    return bool(told) and all(any(t == g or t.contains(g) for g in given) for t in told)
