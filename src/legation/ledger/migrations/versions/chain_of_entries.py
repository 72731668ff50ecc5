"""The chain of entries: everything recorded so far is sealed, entry by entry, as it stands now."""

import sqlalchemy as sa
from alembic import op

from legation.ledger.chain import resealed
from legation.ledger.migrations.append_only import guard_statements

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table, seal what is there, and guard it."""
    op.create_table(
        "entries",
        sa.Column("number", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("recorded_at", sa.String(27), nullable=False),
        sa.Column("added", sa.Integer, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("seal", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_entries"),
    )
    op.create_index("ux_entries_recorded_at", "entries", ["recorded_at"], unique=True)
    resealed(op.get_bind())
    for sql in guard_statements(op.get_bind().dialect.name, "entries"):
        op.execute(sql)
