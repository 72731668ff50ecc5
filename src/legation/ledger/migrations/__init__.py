"""Bringing a ledger's tables to the schema of this Legation, inside the caller's transaction.

A ledger of an older version is brought forward when it is opened for writing; one of a newer version is
left alone and refused.
"""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def bring_forward(connection: Connection, *, target: str = "head") -> None:
    """Run the migrations that a ledger still lacks, up to a target version.

    Args:
        connection: A connection with a transaction begun; the caller commits it.
        target: The version to stop at.
    """
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    command.upgrade(config, target)
