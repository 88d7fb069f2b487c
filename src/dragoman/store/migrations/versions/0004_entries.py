"""Facts merged across articles, with their reports.

Follows: 0003.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    for make in _TABLES.values():
        make()


def downgrade() -> None:
    """Remove them."""
    for name in reversed(_TABLES):
        op.drop_table(name)


def _digest(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.String(length=64), nullable=False)


def _window() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("wide", sa.Boolean(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
    )


def _of_entry(table: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_entry_id_entries"
    return sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name=name)


def _of_telling(table: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_telling_id_tellings"
    return sa.ForeignKeyConstraint(["telling_id"], ["tellings.id"], name=name)


def _entries() -> None:
    op.create_table(
        "entries",
        _digest("id"),
        *_window(),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("verdict", sa.String(length=12), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_entries"),
    )
    op.create_index("ix_entries_days", "entries", ["kind", "wide", "first_day", "last_day"])


def _entry_parties() -> None:
    op.create_table(
        "entry_parties",
        _digest("entry_id"),
        sa.Column("part", sa.String(length=16), nullable=False),
        sa.Column("party", sa.Text(), nullable=False),
        *_window(),
        _of_entry("entry_parties"),
        sa.PrimaryKeyConstraint("entry_id", "part", "party", name="pk_entry_parties"),
        sqlite_with_rowid=False,
    )
    columns = ["party", "kind", "wide", "first_day"]
    op.create_index("ix_entry_parties_days", "entry_parties", columns)


def _entry_codes() -> None:
    op.create_table(
        "entry_codes",
        _digest("entry_id"),
        sa.Column("field", sa.String(length=16), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        *_window(),
        _of_entry("entry_codes"),
        sa.PrimaryKeyConstraint("entry_id", "field", "value", name="pk_entry_codes"),
        sqlite_with_rowid=False,
    )
    columns = ["field", "value", "kind", "wide", "first_day"]
    op.create_index("ix_entry_codes_days", "entry_codes", columns)


def _tellings() -> None:
    op.create_table(
        "tellings",
        _digest("id"),
        sa.Column("kind", sa.String(length=12), nullable=False),
        _digest("leader"),
        sa.Column("data", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_tellings"),
    )
    op.create_index("ix_tellings_leader", "tellings", ["leader"])


def _telling_marks() -> None:
    op.create_table(
        "telling_marks",
        sa.Column("mark", sa.String(length=16), nullable=False),
        _digest("telling_id"),
        _of_telling("telling_marks"),
        sa.PrimaryKeyConstraint("mark", "telling_id", name="pk_telling_marks"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_telling_marks_telling_id", "telling_marks", ["telling_id"])


def _entry_reports() -> None:
    op.create_table(
        "entry_reports",
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        _digest("telling_id"),
        _digest("entry_id"),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("verdict", sa.String(length=12), nullable=True),
        sa.ForeignKeyConstraint(
            ["reading_id"], ["readings.id"], name="fk_entry_reports_reading_id_readings"
        ),
        _of_telling("entry_reports"),
        _of_entry("entry_reports"),
        sa.PrimaryKeyConstraint("reading_id", "kind", "number", name="pk_entry_reports"),
    )
    op.create_index("ix_entry_reports_telling_id", "entry_reports", ["telling_id"])
    op.create_index("ix_entry_reports_entry_id", "entry_reports", ["entry_id"])


def _entry_joins() -> None:
    op.create_table(
        "entry_joins",
        _digest("telling_id"),
        _digest("judgement"),
        sa.PrimaryKeyConstraint("telling_id", "judgement", name="pk_entry_joins"),
    )
    op.create_index("ix_entry_joins_judgement", "entry_joins", ["judgement"])


def _entry_splits() -> None:
    op.create_table(
        "entry_splits",
        sa.Column("fact", sa.Text(), nullable=False),
        _digest("apart"),
        sa.PrimaryKeyConstraint("fact", name="pk_entry_splits"),
    )


_TABLES = {
    "entries": _entries,
    "entry_parties": _entry_parties,
    "entry_codes": _entry_codes,
    "tellings": _tellings,
    "telling_marks": _telling_marks,
    "entry_reports": _entry_reports,
    "entry_joins": _entry_joins,
    "entry_splits": _entry_splits,
}
