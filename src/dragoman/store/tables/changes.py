"""The table that counts how often the ledger has changed."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Integer, Table

from dragoman.store.columns import required
from dragoman.store.tables.reading import METADATA

changes = Table(
    "changes",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    required("number", BigInteger),
)
"""One row: a number that grows with every unit of work that changes what the ledger shows."""
