"""What is known across articles is tested on SQLite and on PostgreSQL, as the store is."""

from __future__ import annotations

from tests.store.conftest import db, store

__all__ = ["db", "store"]
