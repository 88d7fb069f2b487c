"""Saved questions and what they have told.

Follows: 0006.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from dragoman.store.columns import Instant, Words

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "saved_questions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.Column("asked", sa.Text(), nullable=False),
        sa.Column("destinations", sa.Text(), nullable=False),
        sa.Column("who", Words(), nullable=False),
        sa.Column("saved_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_saved_questions"),
        sa.UniqueConstraint("name", name="uq_saved_questions_name"),
    )
    op.create_table(
        "alerts",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.String(64), nullable=False),
        sa.Column("found_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_alerts"),
        sa.ForeignKeyConstraint(
            ["question_id"], ["saved_questions.id"], name="fk_alerts_question_id_saved_questions"
        ),
    )
    op.create_index("ix_alerts_question_id", "alerts", ["question_id", "found_at"])
    op.create_table(
        "told_facts",
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("fact", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("question_id", "fact", name="pk_told_facts"),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["saved_questions.id"],
            name="fk_told_facts_question_id_saved_questions",
        ),
    )


def downgrade() -> None:
    """Remove them."""
    op.drop_table("told_facts")
    op.drop_table("alerts")
    op.drop_table("saved_questions")
