"""Actors across articles, their spellings and offices.

Follows: 0004.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
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


def _persons() -> None:
    op.create_table(
        "persons",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("lone", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_persons"),
    )
    op.create_index("ix_persons_folded", "persons", ["folded"])
    op.create_index("ix_persons_country", "persons", ["country", "folded"])


def _spellings() -> None:
    op.create_table(
        "spellings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("office_of", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("basis", sa.Text(), nullable=True),
        sa.Column("apart", sa.String(length=64), nullable=True),
        sa.Column("lone", sa.Boolean(), nullable=False),
        sa.Column("article_id", sa.String(length=64), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("mentions", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name="fk_spellings_person_id_persons"
        ),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name="fk_spellings_article_id_articles"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_spellings"),
        sa.UniqueConstraint("key", name="uq_spellings_key"),
    )
    op.create_index("ix_spellings_person_id", "spellings", ["person_id"])
    op.create_index("ix_spellings_article_id", "spellings", ["article_id"])
    op.create_index("ix_spellings_office", "spellings", ["office_of", "role"])


def _spelling_blocks() -> None:
    op.create_table(
        "spelling_blocks",
        sa.Column("block", sa.Text(), nullable=False),
        sa.Column("spelling_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["spelling_id"], ["spellings.id"], name="fk_spelling_blocks_spelling_id_spellings"
        ),
        sa.PrimaryKeyConstraint("block", "spelling_id", name="pk_spelling_blocks"),
    )
    op.create_index("ix_spelling_blocks_spelling_id", "spelling_blocks", ["spelling_id"])


def _person_mentions() -> None:
    op.create_table(
        "person_mentions",
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("spelling_id", sa.Integer(), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["reading_id"], ["readings.id"], name="fk_person_mentions_reading_id_readings"
        ),
        sa.ForeignKeyConstraint(
            ["spelling_id"], ["spellings.id"], name="fk_person_mentions_spelling_id_spellings"
        ),
        sa.PrimaryKeyConstraint("reading_id", "number", name="pk_person_mentions"),
    )
    op.create_index("ix_person_mentions_spelling_id", "person_mentions", ["spelling_id", "told_on"])


def _person_links() -> None:
    op.create_table(
        "person_links",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("judgement", sa.String(length=64), nullable=False),
        sa.Column("verdict", sa.String(length=16), nullable=False),
        sa.Column("spelling_key", sa.String(length=64), nullable=False),
        sa.Column("side", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_person_links"),
    )
    op.create_index("ix_person_links_judgement", "person_links", ["judgement"])
    op.create_index("ix_person_links_spelling_key", "person_links", ["spelling_key"])


_TABLES = {
    "persons": _persons,
    "spellings": _spellings,
    "spelling_blocks": _spelling_blocks,
    "person_mentions": _person_mentions,
    "person_links": _person_links,
}
