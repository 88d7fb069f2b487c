"""Indexes that nobody asks go: each article wrote a thousand pages of them.

The marks of a telling follow from the telling, so that they are found without an index by it; and
as without one SQLite would look through all marks whenever a telling goes, they are no longer held
to it by a foreign key.

Follows: 0013.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_KEY = "fk_telling_marks_telling_id_tellings"
_NEW = "telling_marks_new"
_COPY = (
    "INSERT INTO telling_marks_new (mark, telling_id) SELECT mark, telling_id FROM telling_marks"
)


def upgrade() -> None:
    """Remove them."""
    op.drop_index("ix_parties_party", "parties")
    op.drop_index("ix_telling_marks_telling_id", "telling_marks")
    if op.get_bind().dialect.name == "sqlite":
        _made_anew()
    else:
        op.drop_constraint(_KEY, "telling_marks", type_="foreignkey")


def downgrade() -> None:
    """Make them again."""
    if op.get_bind().dialect.name == "sqlite":
        _made_anew(_key())
    else:
        op.create_foreign_key(_KEY, "telling_marks", "tellings", ["telling_id"], ["id"])
    op.create_index("ix_telling_marks_telling_id", "telling_marks", ["telling_id"])
    op.create_index("ix_parties_party", "parties", ["party", "kind", "part"])


def _key() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["telling_id"], ["tellings.id"], name=_KEY)


def _made_anew(*keys: sa.ForeignKeyConstraint) -> None:
    """Make the table anew with other keys: SQLite cannot change those of one that is there."""
    op.create_table(
        _NEW,
        sa.Column("mark", sa.String(length=16), nullable=False),
        sa.Column("telling_id", sa.String(length=64), nullable=False),
        *keys,
        sa.PrimaryKeyConstraint("mark", "telling_id", name="pk_telling_marks"),
        sqlite_with_rowid=False,
    )
    op.execute(_COPY)
    op.drop_table("telling_marks")
    op.rename_table(_NEW, "telling_marks")
