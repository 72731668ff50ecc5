"""Triggers that make a table append-only, in each database's own words."""

from __future__ import annotations

from collections.abc import Iterator

_MESSAGE = "a ledger only appends"


def guard_statements(dialect: str, table: str) -> Iterator[str]:
    """The SQL that makes one table refuse changes and deletions.

    Args:
        dialect: ``sqlite`` or ``postgresql``.
        table: Name of the table, from the schema and never from a user.
    """
    if dialect == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            yield (
                f"CREATE TRIGGER {table}_refuse_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{_MESSAGE}'); END"
            )
        return
    yield (
        f"CREATE TRIGGER {table}_refuse BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()"
    )


def guard_function(dialect: str) -> Iterator[str]:
    """The SQL that the triggers of all tables share."""
    if dialect == "postgresql":
        yield (
            "CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{_MESSAGE}'; END $$"
        )
