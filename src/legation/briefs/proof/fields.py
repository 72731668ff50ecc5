"""Whether the passages of a statement's own fields still hold the values that were read from them.

A sentence may find its proof anywhere in what it cites. That is not enough where a passage says a thing twice
and one of the two was changed: so the very place that a field was read from must still agree with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from legation.actors.words import fold
from legation.briefs.proof.evidence import (
    STANDING_FOR,
    Evidence,
    read_dates,
    read_names,
    read_words,
    root,
    unescaped,
)
from legation.briefs.proof.links import strange
from legation.ledger.view import View
from legation.records import KINDS, FieldValue
from legation.values.amounts import find_quantities
from legation.values.when import When

_PERSONAL = re.compile(r"\b(?:he|she|his|her|hers|him|i|my|who|whom|the (?:[a-z]+ )?[a-z]+)\b", re.IGNORECASE)


def changed(evidence: Evidence, view: View, told: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The fields whose passages no longer hold their values, each with the words found there.

    Args:
        evidence: What is cited.
        view: The view that holds the documents.
        told: Names of the fields to look at.
    """
    statement = evidence.statement.statement
    types = {f.name: f.type for f in KINDS[statement.kind].fields} | {"date": "when"}
    for name, passages in statement.passages.items():
        value: FieldValue = statement.date if name == "date" else statement.fields.get(name)
        if name not in told or name in evidence.statement.corrected:
            continue
        for passage in passages:
            words = unescaped(view.passage_text(passage))
            if not _holds(types[name], value, words, evidence):
                yield name, words


def _holds(sort: str, value: FieldValue, words: str, evidence: Evidence) -> bool:
    if sort in ("actor", "actors"):
        return _names(_many(value), words) or _by_person(_many(value), words, evidence)
    if sort in ("person", "people"):
        return _people(_many(value), words)
    if sort == "number" and isinstance(value, Decimal):
        return _number(value, words)
    if sort == "when" and isinstance(value, When):
        return _date(value, words, evidence)
    return True


def stands(value: str, words: str) -> bool:
    """Whether every word of a value stands in some form in a passage."""
    have = {root(word) for word in read_words(words)}
    return all(root(word) in have for word in read_words(value))


def _many(value: FieldValue) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return value
    return (value,) if isinstance(value, str) else ()


def _names(ids: tuple[str, ...], words: str) -> bool:
    """One of the actors is named, or nobody is and the words stand for one."""
    if read_names(words) & set(ids):
        return True
    have = set(read_words(words))
    spelt = any(have.issuperset(read_words(name)) for name in ids)
    return spelt or bool(STANDING_FOR.search(words))


def _by_person(ids: tuple[str, ...], words: str, evidence: Evidence) -> bool:
    """The words are a person's, who acts for one of the actors."""
    pronoun = _PERSONAL.fullmatch(words.strip())
    known = (*evidence.people, *evidence.agents)
    named = [p for p in known if set(read_words(p)) & set(read_words(words)) and not strange(words, p)]
    people = known if pronoun else named
    return any(evidence.acts(person, name) for person in people for name in ids)


def _people(names: tuple[str, ...], words: str) -> bool:
    have = {fold(word) for word in read_words(words)}
    spelt = any(have & set(read_words(name)) for name in names)
    proper = re.search(r"\b[A-Z][a-z]+ [A-Z][a-z]+", words)
    return spelt or (bool(STANDING_FOR.search(words) or _PERSONAL.search(words)) and not proper)


def _number(value: Decimal, words: str) -> bool:
    found = find_quantities(words)
    numbers = [n for m in found for n in (m.quantity.value, m.quantity.high, m.quantity.change_from)]
    return value in numbers or not re.search(r"\d", words)


def _date(value: When, words: str, evidence: Evidence) -> bool:
    """The words alone may be a mere day: the date is then read in the quote, and must keep their digits."""
    found = read_dates(words, evidence.document.published)
    if any(value.contains(when) or when.contains(value) for when in found):
        return True
    digits = set(re.findall(r"\d+", words))
    return not found and digits <= {str(int(n)) for n in re.findall(r"\d+", str(value))} | set(
        str(value).split("-")
    )
