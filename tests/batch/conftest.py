"""Tests of the batch: those of what is kept run on SQLite and on PostgreSQL, as in the store."""

from __future__ import annotations

import pytest

from tests.batch.readers import HandReader
from tests.store.conftest import db, store

__all__ = ["db", "reader", "store"]


@pytest.fixture
def reader() -> HandReader:
    """A reader that needs no model."""
    return HandReader()
