"""Indexes of what is to be reviewed, the most urgent first, and of what was reviewed.

Follows: 0012.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_URGENCY = (
    "((1.0 - confidence) * CASE WHEN (kind = 'positions') THEN 1.0"
    " WHEN (kind = 'contacts') THEN 1.0 WHEN (kind = 'events') THEN 0.8"
    " WHEN (kind = 'statements') THEN 0.5 WHEN (kind = 'attitudes') THEN 0.4 ELSE 0.0 END"
    " * (2.0 - 1.0 / CASE WHEN (origins > 0) THEN origins ELSE 1 END)) DESC"
)
_WAITING, _JUDGED = sa.text("verdict IS NULL"), sa.text("verdict IS NOT NULL")


def upgrade() -> None:
    """Make them."""
    op.create_index(
        "ix_entries_urgency",
        "entries",
        [sa.text(_URGENCY), "id"],
        sqlite_where=_WAITING,
        postgresql_where=_WAITING,
    )
    op.create_index(
        "ix_entries_judged",
        "entries",
        ["kind"],
        sqlite_where=_JUDGED,
        postgresql_where=_JUDGED,
    )


def downgrade() -> None:
    """Remove them."""
    op.drop_index("ix_entries_judged", "entries")
    op.drop_index("ix_entries_urgency", "entries")
