"""The tables of the first released ledger."""

import sqlalchemy as sa
from alembic import op

from legation.ledger.migrations.append_only import guard_function, guard_statements

revision = "0001"
down_revision = None

_MOMENT = sa.String(27)


def upgrade() -> None:
    """Make the tables and put the append-only triggers on them."""
    _documents()
    _readings()
    _judgements()
    dialect = op.get_bind().dialect.name
    for sql in guard_function(dialect):
        op.execute(sql)
    for table in (
        "contents",
        "documents",
        "sightings",
        "readings",
        "statements",
        "retractions",
        "judgements",
    ):
        for sql in guard_statements(dialect, table):
            op.execute(sql)


def _documents() -> None:
    op.create_table(
        "contents",
        sa.Column("document", sa.String(64), nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("document", name="pk_contents"),
    )
    op.create_table(
        "documents",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("edition", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("status", sa.String(10), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("parts", sa.Text, nullable=False),
        sa.Column("pages", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text) for name in ("title", "published", "publisher", "language")),
        sa.Column("notes", sa.Text, nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("message", sa.Text),
        sa.Column("read_at", _MOMENT, nullable=False),
        sa.Column("recorded_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", "edition", name="pk_documents"),
    )
    op.create_index("ix_documents_recorded_at", "documents", ["recorded_at"])
    op.create_table(
        "sightings",
        sa.Column("document", sa.String(64), nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("read_at", _MOMENT, nullable=False),
        sa.Column("recorded_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("document", "address", name="pk_sightings"),
    )
    op.create_index("ix_sightings_recorded_at", "sightings", ["recorded_at"])


def _readings() -> None:
    op.create_table(
        "readings",
        sa.Column("id", sa.String(20), nullable=False),
        sa.Column("document", sa.String(64), nullable=False),
        sa.Column("edition", sa.Integer, nullable=False),
        sa.Column("reader", sa.Text, nullable=False),
        sa.Column("statements", sa.Integer, nullable=False),
        sa.Column("recorded_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_readings"),
        sa.ForeignKeyConstraint(
            ["document", "edition"], ["documents.id", "documents.edition"], name="fk_readings_document"
        ),
    )
    op.create_index("ux_readings_document_reader", "readings", ["document", "reader"], unique=True)
    op.create_index("ix_readings_recorded_at", "readings", ["recorded_at"])
    op.create_table(
        "statements",
        sa.Column("id", sa.String(20), nullable=False),
        sa.Column("document", sa.String(64), nullable=False),
        sa.Column("reading", sa.String(20), nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("fields", sa.Text, nullable=False),
        sa.Column("modality", sa.String(12), nullable=False),
        sa.Column("date", sa.Text),
        sa.Column("says", sa.Text),
        sa.Column("passages", sa.Text, nullable=False),
        sa.Column("finder", sa.Text, nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("recorded_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_statements"),
        sa.ForeignKeyConstraint(["reading"], ["readings.id"], name="fk_statements_reading"),
    )
    op.create_index("ix_statements_document", "statements", ["document"])
    op.create_index("ix_statements_reading", "statements", ["reading"])
    op.create_table(
        "retractions",
        sa.Column("statement", sa.String(20), nullable=False),
        sa.Column("reading", sa.String(20), nullable=False),
        sa.Column("recorded_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("statement", name="pk_retractions"),
        sa.ForeignKeyConstraint(["statement"], ["statements.id"], name="fk_retractions_statement"),
        sa.ForeignKeyConstraint(["reading"], ["readings.id"], name="fk_retractions_reading"),
    )
    op.create_index("ix_retractions_reading", "retractions", ["reading"])


def _judgements() -> None:
    op.create_table(
        "judgements",
        sa.Column("id", sa.String(20), nullable=False),
        sa.Column("verb", sa.String(12), nullable=False),
        sa.Column("target", sa.String(20), nullable=False),
        sa.Column("document", sa.String(64)),
        sa.Column("start", sa.Integer),
        sa.Column("end", sa.Integer),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("judge", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("recorded_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_judgements"),
    )
    op.create_index("ix_judgements_target", "judgements", ["target"])
    op.create_index("ix_judgements_recorded_at", "judgements", ["recorded_at"])
