"""The register: forecasts, how a person settled one, and alerts that were told."""

import sqlalchemy as sa
from alembic import op

from legation.ledger.migrations.append_only import guard_statements

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table and guard it."""
    op.create_table(
        "register",
        sa.Column("id", sa.String(20), nullable=False),
        sa.Column("sort", sa.String(12), nullable=False),
        sa.Column("about", sa.Text),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("recorded_at", sa.String(27), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_register"),
    )
    for column in ("sort", "recorded_at"):
        op.create_index(f"ix_register_{column}", "register", [column])
    for sql in guard_statements(op.get_bind().dialect.name, "register"):
        op.execute(sql)
