from __future__ import annotations

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

import legation.ledger.migrations
from legation.ledger.engine import Access, open_database
from legation.ledger.schema import HEAD, METADATA, VERSION_TABLE


def test_migrated_tables_are_those_of_the_schema(place: str) -> None:
    database = open_database(place, Access())
    with database.reading() as connection:
        options = {"version_table": VERSION_TABLE, "compare_type": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, METADATA) == []
    database.engine.dispose()


def test_newest_migration_is_the_version_that_is_known() -> None:
    folder = legation.ledger.migrations.__path__[0]
    assert ScriptDirectory(folder).get_current_head() == HEAD


def test_opening_again_changes_nothing(place: str) -> None:
    for _ in range(2):
        database = open_database(place, Access())
        with database.reading() as connection:
            version = connection.execute(text("SELECT version_num FROM ledger_version")).scalars().all()
        database.engine.dispose()
    assert version == [HEAD]
