"""The crisis that a saved brief is of, as a column that it is found by.

Follows: 0011.
"""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

from dragoman.store.columns import Words

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_BRIEFS = sa.table(
    "saved_briefs", sa.column("id"), sa.column("asked"), sa.column("crisis_id", Words())
)


def upgrade() -> None:
    """Make the column and its index, and fill it from what each brief was asked for."""
    op.add_column("saved_briefs", sa.Column("crisis_id", Words(), nullable=True))
    connection = op.get_bind()
    for row in connection.execute(sa.select(_BRIEFS.c.id, _BRIEFS.c.asked)).all():
        crisis = json.loads(row.asked).get("crisis")
        if crisis is not None:
            changed = sa.update(_BRIEFS).where(_BRIEFS.c.id == row.id)
            connection.execute(changed.values(crisis_id=crisis))
    op.create_index("ix_saved_briefs_crisis_id", "saved_briefs", ["crisis_id"])


def downgrade() -> None:
    """Remove them."""
    op.drop_index("ix_saved_briefs_crisis_id", "saved_briefs")
    op.drop_column("saved_briefs", "crisis_id")
