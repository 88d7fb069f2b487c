"""Saved briefs: versions, the lines that these are made of, and the articles that lines rest on.

Follows: 0009.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from dragoman.store.columns import Instant, Words

revision = "0010"
down_revision = "0009"
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


def _briefs() -> None:
    op.create_table(
        "saved_briefs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("asked", sa.Text(), nullable=False),
        sa.Column("who", Words(), nullable=False),
        sa.Column("saved_at", Instant(), nullable=False),
        sa.Column("removed_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_saved_briefs"),
    )


def _versions() -> None:
    op.create_table(
        "brief_versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("brief_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", Words(), nullable=False),
        sa.Column("layout", sa.Text(), nullable=False),
        sa.Column("change", sa.String(12), nullable=False),
        sa.Column("restored", sa.Integer(), nullable=True),
        sa.Column("name", Words(), nullable=True),
        sa.Column("who", Words(), nullable=False),
        sa.Column("saved_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_brief_versions"),
        sa.ForeignKeyConstraint(
            ["brief_id"], ["saved_briefs.id"], name="fk_brief_versions_brief_id_saved_briefs"
        ),
        sa.UniqueConstraint("brief_id", "number", name="uq_brief_versions_brief_id"),
    )


def _lines() -> None:
    op.create_table(
        "brief_lines",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("brief_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("text", Words(), nullable=True),
        sa.Column("told", Words(), nullable=True),
        sa.Column("section", sa.String(12), nullable=True),
        sa.Column("entry_id", sa.String(64), nullable=True),
        sa.Column("certainty", sa.String(12), nullable=False),
        sa.Column("further", sa.Boolean(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("was", sa.Integer(), nullable=True),
        sa.Column("who", Words(), nullable=False),
        sa.CheckConstraint("kind IN ('ledger', 'own', 'note')", name="ck_brief_lines_kind"),
        sa.PrimaryKeyConstraint("id", name="pk_brief_lines"),
        sa.ForeignKeyConstraint(
            ["brief_id"], ["saved_briefs.id"], name="fk_brief_lines_brief_id_saved_briefs"
        ),
    )
    op.create_index("ix_brief_lines_brief_id", "brief_lines", ["brief_id"])


def _sources() -> None:
    op.create_table(
        "brief_sources",
        sa.Column("line_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.String(64), nullable=False),
        sa.Column("fact", Words(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("cited", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("line_id", "place", name="pk_brief_sources"),
        sa.ForeignKeyConstraint(
            ["line_id"], ["brief_lines.id"], name="fk_brief_sources_line_id_brief_lines"
        ),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name="fk_brief_sources_article_id_articles"
        ),
    )
    op.create_index("ix_brief_sources_article_id", "brief_sources", ["article_id"])


_TABLES = {
    "saved_briefs": _briefs,
    "brief_versions": _versions,
    "brief_lines": _lines,
    "brief_sources": _sources,
}
