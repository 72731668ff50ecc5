"""The index of words: of documents' texts, and of what statements say, in each database's own kind of index.

Law held here: a text is cut into words in one way, by `words_in`, whether it is indexed, asked for or shown; so the
same words are found in both databases, whatever their accents, and what is found can be marked.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from sqlalchemy import Connection, text

from legation.actors.register import register
from legation.ledger.resolve.words import fold
from legation.records import KINDS, Statement

DOCUMENTS: Final = "projection_document_words"
FACES: Final = "projection_face_words"
INDEXED: Final = ("title", "name", "publisher", "text")
"""What of a document is indexed, in this order."""
_UNSPACED: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
)
"""Letters of scripts that set no spaces between words, or set endings onto them: each counts as a word."""
_WORD: Final = re.compile(rf"[{_UNSPACED}]|(?:(?![{_UNSPACED}])[^\W_][\u0300-\u036f]*)+")
_PIECE: Final = 10_000
"""Words of a document that are indexed together in PostgreSQL, which takes no more than 16,383 places."""
_OVERLAP: Final = 20


class Word(NamedTuple):
    """A word of a text: where it stands, and what it is without accents and capitals."""

    start: int
    end: int
    plain: str


def words_in(words: str) -> Iterator[Word]:
    """The words of a text, in order."""
    for found in _WORD.finditer(words):
        if plain := _plain(found[0]):
            yield Word(found.start(), found.end(), plain)


@lru_cache(maxsize=262144)
def _plain(word: str) -> str:
    return fold(word).replace(" ", "")


def create(connection: Connection) -> None:
    """Make the index."""
    for table in (DOCUMENTS, FACES):
        if connection.dialect.name == "sqlite":
            connection.execute(
                text(f"CREATE VIRTUAL TABLE {table} USING fts5(words, content='', tokenize='unicode61')")
            )
        else:
            connection.execute(
                text(f"CREATE TABLE {table} (number bigint NOT NULL, words tsvector NOT NULL)")
            )
            connection.execute(text(f"CREATE INDEX ix_{table} ON {table} USING gin (words)"))
            connection.execute(text(f"CREATE INDEX ix_{table}_number ON {table} (number)"))


def drop(connection: Connection) -> None:
    """Drop the index."""
    for table in (DOCUMENTS, FACES):
        connection.execute(text(f"DROP TABLE IF EXISTS {table}"))


def add_documents(connection: Connection, found: Iterable[tuple[int, str]]) -> None:
    """Index the texts of documents, each under the number of its edition."""
    _add(connection, DOCUMENTS, ((number, [w.plain for w in words_in(words)]) for number, words in found))


def add_faces(connection: Connection, found: Iterable[tuple[int, Statement]]) -> None:
    """Index what statements say, each under the number of its face."""
    _add(connection, FACES, ((number, plain_words(statement)) for number, statement in found))


def plain_words(statement: Statement) -> list[str]:
    """The words of a statement's kind and fields, with the usual names of its actors."""
    return [word for told in _told_by(statement) for word in _words_of(told)]


def _told_by(statement: Statement) -> Iterator[str]:
    yield statement.kind
    for spec in KINDS[statement.kind].fields:
        value = statement.fields[spec.name]
        for each in value if isinstance(value, tuple) else (value,):
            if each is not None:
                yield str(each)
                if spec.type in ("actor", "actors"):
                    yield _name_of(str(each))


@lru_cache(maxsize=65536)
def _name_of(actor: str) -> str:
    """The usual name of an actor; empty for one that is not in the register."""
    known = register()
    return known.get(actor).name if actor in known else ""


@lru_cache(maxsize=65536)
def _words_of(told: str) -> tuple[str, ...]:
    return tuple(word.plain for word in words_in(told))


_INSERT: Final = {
    "sqlite": "INSERT INTO {} (rowid, words) VALUES (:number, :words)",
    "postgresql": "INSERT INTO {} (number, words) VALUES (:number, to_tsvector('simple', :words))",
}


def _add(connection: Connection, table: str, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
    piece = _PIECE if connection.dialect.name == "postgresql" else sys.maxsize
    found = [
        {"number": number, "words": " ".join(words[start : start + piece + _OVERLAP])}
        for number, words in rows
        for start in range(0, max(1, len(words)), piece)
    ]
    if found:
        connection.execute(text(_INSERT[connection.dialect.name].format(table)), found)


_FIND: Final = {
    "sqlite": "SELECT rowid FROM {} WHERE {} MATCH :p0 ORDER BY rowid DESC LIMIT :most",
    "postgresql": "SELECT DISTINCT number FROM {} WHERE words @@ ({}) ORDER BY number DESC LIMIT :most",
}


def find(connection: Connection, table: str, phrases: Sequence[Sequence[str]], *, most: int) -> list[int]:
    """The numbers under which all phrases are indexed, the highest first.

    Args:
        connection: A transaction that reads.
        table: `DOCUMENTS` or `FACES`.
        phrases: Words as `words_in` gives them, that stand side by side.
        most: How many numbers at most.
    """
    told = [" ".join(phrase) for phrase in phrases]
    if connection.dialect.name == "sqlite":
        query = _FIND["sqlite"].format(table, table)
        told = [" AND ".join(f'"{phrase}"' for phrase in told)]
    else:
        asked = " && ".join(f"phraseto_tsquery('simple', :p{number})" for number in range(len(told)))
        query = _FIND["postgresql"].format(table, asked)
    values = {f"p{number}": phrase for number, phrase in enumerate(told)}
    return [int(number) for number in connection.execute(text(query), {**values, "most": most}).scalars()]
