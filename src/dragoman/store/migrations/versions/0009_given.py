"""What people give to be read by hand, and what jobs brought.

Follows: 0008.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from dragoman.store.columns import Words

revision = "0009"
down_revision = "0008"
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


def _deposits() -> None:
    op.create_table(
        "deposits",
        sa.Column("job_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.Column("suffix", sa.String(16), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("title", Words(), nullable=True),
        sa.Column("outlet", Words(), nullable=True),
        sa.Column("url", Words(), nullable=True),
        sa.Column("published", sa.String(40), nullable=True),
        sa.PrimaryKeyConstraint("job_id", name="pk_deposits"),
        sa.ForeignKeyConstraint(
            ["job_id"], ["jobs.id"], name="fk_deposits_job_id_jobs", ondelete="CASCADE"
        ),
    )


def _job_results() -> None:
    op.create_table(
        "job_results",
        sa.Column("job_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(12), nullable=False),
        sa.Column("article_id", sa.String(64), nullable=True),
        sa.Column("name", Words(), nullable=True),
        sa.Column("error", Words(), nullable=True),
        sa.PrimaryKeyConstraint("job_id", "number", name="pk_job_results"),
        sa.ForeignKeyConstraint(
            ["job_id"], ["jobs.id"], name="fk_job_results_job_id_jobs", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name="fk_job_results_article_id_articles"
        ),
    )
    op.create_index("ix_job_results_article_id", "job_results", ["article_id"])


_TABLES = {"deposits": _deposits, "job_results": _job_results}
