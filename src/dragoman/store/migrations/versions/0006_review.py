"""Sheets that were imported, what judgements are of, and what was erased.

Follows: 0005.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
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


def _judged() -> None:
    op.create_table(
        "judged",
        sa.Column("judgement_id", sa.Integer(), nullable=False),
        sa.Column("page", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["judgement_id"], ["judgements.id"], name="fk_judged_judgement_id_judgements"
        ),
        sa.PrimaryKeyConstraint("judgement_id", name="pk_judged"),
    )
    op.create_index("ix_judged_page", "judged", ["page"])


def _sheets() -> None:
    op.create_table(
        "sheets",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("imported_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("mapping", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sheets"),
        sa.UniqueConstraint("digest", name="uq_sheets_digest"),
    )


def _sheet_rows() -> None:
    op.create_table(
        "sheet_rows",
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("sheet_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("link", sa.Text(), nullable=True),
        sa.Column("outcome", sa.String(length=12), nullable=False),
        sa.Column("matched_reading", sa.Integer(), nullable=True),
        sa.Column("matched", sa.Text(), nullable=True),
        sa.CheckConstraint("number >= 1", name="ck_sheet_rows_number"),
        sa.CheckConstraint(
            "outcome IN ('same', 'new', 'contradicts')", name="ck_sheet_rows_outcome"
        ),
        sa.ForeignKeyConstraint(
            ["matched_reading"], ["readings.id"], name="fk_sheet_rows_matched_reading_readings"
        ),
        sa.ForeignKeyConstraint(
            ["reading_id"], ["readings.id"], name="fk_sheet_rows_reading_id_readings"
        ),
        sa.ForeignKeyConstraint(["sheet_id"], ["sheets.id"], name="fk_sheet_rows_sheet_id_sheets"),
        sa.PrimaryKeyConstraint("reading_id", name="pk_sheet_rows"),
    )
    op.create_index("ix_sheet_rows_matched_reading", "sheet_rows", ["matched_reading"])
    op.create_index("ix_sheet_rows_sheet_id", "sheet_rows", ["sheet_id", "number"])


def _erasures() -> None:
    op.create_table(
        "erasures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("scope", sa.String(length=12), nullable=False),
        sa.Column("counts", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_erasures"),
    )


def _forgotten() -> None:
    op.create_table(
        "forgotten",
        sa.Column("page", sa.String(length=64), nullable=False),
        sa.Column("erasure_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["erasure_id"], ["erasures.id"], name="fk_forgotten_erasure_id_erasures"
        ),
        sa.PrimaryKeyConstraint("page", name="pk_forgotten"),
    )
    op.create_index("ix_forgotten_erasure_id", "forgotten", ["erasure_id"])


_TABLES = {
    "judged": _judged,
    "sheets": _sheets,
    "sheet_rows": _sheet_rows,
    "erasures": _erasures,
    "forgotten": _forgotten,
}
