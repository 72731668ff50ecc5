"""What a statement says, whoever says it: its signature, the keys by which it is found, and back from a row."""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import RowMapping

from legation.ledger import codec
from legation.ledger.record import StoredStatement
from legation.ledger.resolve.clue import Clue, Rule, clue_of
from legation.ledger.resolve.context import sides_of

_NEVER: Final = datetime(1, 1, 1, tzinfo=UTC)


def number_of(value: Hashable) -> int:
    """A number of 64 bits that stands for a value, the same in every process."""
    found = hashlib.blake2b(repr(_ordered(value)).encode("utf-8", "surrogatepass"), digest_size=8)
    return int.from_bytes(found.digest(), "big", signed=True)


def _ordered(value: object) -> object:
    if isinstance(value, frozenset):
        return sorted((_ordered(item) for item in value), key=repr)
    if isinstance(value, tuple):
        return tuple(_ordered(item) for item in value)
    return value


def signature_of(clue: Clue) -> int:
    """Equal for statements of one kind that say the same in the same words at the same time."""
    said, date, modality = clue.signature
    return number_of((clue.stored.kind, frozenset(said), str(date), modality))


def siblings_of(clue: Clue) -> int:
    """Equal for statements of a document that bear on each other (see `legation.ledger.resolve.context`)."""
    return number_of((clue.document, clue.stored.kind, sides_of(clue)))


def keys_of(clue: Clue, rule: Rule) -> tuple[list[Hashable], list[Hashable]]:
    """The keys by which a statement is found from everywhere, and those that hold in its document only."""
    own: list[Hashable] = []
    common: list[Hashable] = []
    for key in rule.keys(clue):
        (own if isinstance(key, tuple) and clue.document in key else common).append(key)
    return common, own


def filed_under(clue: Clue, keys: Iterable[Hashable], rule: Rule) -> tuple[list[int], int]:
    """The keys as numbers, and how many of them two statements must share to be compared.

    Where a rule asks for like phrases, each word of the phrase makes a key, and as many are asked for as alike
    phrases share: a third of the longer one's words.
    """
    kind = rule.kind
    if rule.words is None:
        return [number_of((kind, key)) for key in keys], 1
    words = rule.words(clue)
    return [number_of((kind, key, word)) for key in keys for word in sorted(words)], (len(words) + 2) // 3


def alone(clue: Clue) -> Clue:
    """The same said by a document of its own."""
    return replace(clue, document=clue.id)


def row_of(clue: Clue, number: int, signature: int) -> dict[str, object]:
    """A face as a row, less its component."""
    statement = clue.stored.statement
    return {
        "number": number,
        "signature": signature,
        "kind": statement.kind,
        "fields": codec.encode_fields(statement),
        "modality": statement.modality,
        "date": codec.encode_value(statement.date),
    }


def clue_from(row: RowMapping) -> Clue:
    """A face from its row, as said by a document of its own."""
    name = f"face {row['number']}"
    bare = {
        "document": name,
        "start": 0,
        "end": 0,
        "says": None,
        "passages": "{}",
        "finder": "",
        "confidence": 1,
    }
    return clue_of(StoredStatement(name, codec.statement_of({**row, **bare}), "", _NEVER))
