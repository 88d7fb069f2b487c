"""Vectors of what was read, clusters, stories and crises.

Follows: 0002.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    for make in _TABLES.values():
        make()


def downgrade() -> None:
    """Remove them, with what they hold."""
    for name in reversed(_TABLES):
        op.drop_table(name)


def _vectors() -> None:
    op.create_table(
        "vectors",
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("article", sa.LargeBinary(), nullable=False),
        sa.Column("spans", sa.LargeBinary(), nullable=False),
        sa.Column("sentences", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading_id"], ["readings.id"], name="fk_vectors_reading_id_readings"
        ),
        sa.PrimaryKeyConstraint("reading_id", name="pk_vectors"),
    )


def _clusters() -> None:
    op.create_table(
        "clusters",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("level", sa.String(length=8), nullable=False),
        sa.Column("parent", sa.String(length=64), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("members", sa.Integer(), nullable=False),
        sa.Column("vector", sa.LargeBinary(), nullable=True),
        sa.Column("terms", sa.Text(), nullable=False),
        sa.CheckConstraint("level IN ('stories', 'crises')", name="ck_clusters_level"),
        sa.PrimaryKeyConstraint("id", name="pk_clusters"),
    )
    op.create_index("ix_clusters_days", "clusters", ["level", "last_day", "first_day"])
    op.create_index("ix_clusters_parent", "clusters", ["parent"])


def _crises() -> None:
    op.create_table(
        "crises",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("named", sa.Boolean(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("stories", sa.Integer(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_crises"),
    )
    op.create_index("ix_crises_days", "crises", ["last_day", "first_day"])


def _stories() -> None:
    op.create_table(
        "stories",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("crisis_id", sa.String(length=64), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("named", sa.Boolean(), nullable=False),
        sa.Column("keywords", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["crisis_id"], ["crises.id"], name="fk_stories_crisis_id_crises"),
        sa.PrimaryKeyConstraint("id", name="pk_stories"),
    )
    op.create_index("ix_stories_crisis_id", "stories", ["crisis_id"])
    op.create_index("ix_stories_days", "stories", ["last_day", "first_day"])


def _story_articles() -> None:
    op.create_table(
        "story_articles",
        sa.Column("article_id", sa.String(length=64), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("cluster_id", sa.String(length=64), nullable=False),
        sa.Column("story_id", sa.String(length=64), nullable=True),
        sa.Column("pinned", sa.Boolean(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("terms", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name="fk_story_articles_article_id_articles"
        ),
        sa.ForeignKeyConstraint(
            ["reading_id"], ["readings.id"], name="fk_story_articles_reading_id_readings"
        ),
        sa.ForeignKeyConstraint(
            ["cluster_id"], ["clusters.id"], name="fk_story_articles_cluster_id_clusters"
        ),
        sa.ForeignKeyConstraint(
            ["story_id"], ["stories.id"], name="fk_story_articles_story_id_stories"
        ),
        sa.PrimaryKeyConstraint("article_id", name="pk_story_articles"),
    )
    op.create_index("ix_story_articles_reading_id", "story_articles", ["reading_id"])
    op.create_index("ix_story_articles_cluster_id", "story_articles", ["cluster_id"])
    op.create_index("ix_story_articles_story_id", "story_articles", ["story_id"])


def _story_terms() -> None:
    op.create_table(
        "story_terms",
        sa.Column("term", sa.Text(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("term", name="pk_story_terms"),
    )


_TABLES = {
    "vectors": _vectors,
    "clusters": _clusters,
    "crises": _crises,
    "stories": _stories,
    "story_articles": _story_articles,
    "story_terms": _story_terms,
}
