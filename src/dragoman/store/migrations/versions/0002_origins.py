"""Whose report an article is, the pages kept, and what the watcher knows of its sources.

Follows: 0001.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_TABLES = (
    "origins",
    "bands",
    "pages",
    "watched_sources",
    "watched_entries",
    "watched_hosts",
)


def upgrade() -> None:
    """Make the tables."""
    _origins()
    _bands()
    _pages()
    _watched()


def downgrade() -> None:
    """Remove them."""
    for name in reversed(_TABLES):
        op.drop_table(name)


def _origins() -> None:
    op.create_table(
        "origins",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.String(length=64), nullable=False),
        sa.Column("family", sa.Text(), nullable=False),
        sa.Column("basis", sa.String(length=8), nullable=False),
        sa.Column("inputs", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.LargeBinary(), nullable=False),
        sa.Column("differing", sa.Text(), nullable=True),
        sa.Column("missing", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name="fk_origins_article_id_articles"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_origins"),
        sa.UniqueConstraint("article_id", name="uq_origins_article_id"),
    )
    op.create_index("ix_origins_family", "origins", ["family"])


def _bands() -> None:
    op.create_table(
        "bands",
        sa.Column("band", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("origin_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["origin_id"], ["origins.id"], name="fk_bands_origin_id_origins"),
        sa.PrimaryKeyConstraint("band", "origin_id", name="pk_bands"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_bands_origin_id", "bands", ["origin_id"])


def _pages() -> None:
    op.create_table(
        "pages",
        sa.Column("article_id", sa.String(length=64), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("offset", sa.BigInteger(), nullable=False),
        sa.Column("length", sa.BigInteger(), nullable=False),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name="fk_pages_article_id_articles"
        ),
        sa.PrimaryKeyConstraint("article_id", name="pk_pages"),
    )


def _watched() -> None:
    op.create_table(
        "watched_sources",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_watched_sources"),
    )
    op.create_table(
        "watched_entries",
        sa.Column("source_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["watched_sources.id"],
            name="fk_watched_entries_source_id_watched_sources",
        ),
        sa.PrimaryKeyConstraint("source_id", "kind", "place", name="pk_watched_entries"),
    )
    op.create_table(
        "watched_hosts",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_watched_hosts"),
    )
