"""Tests of the batch run on SQLite and on PostgreSQL, as those of the store do."""

from __future__ import annotations

import pytest

from tests.batch.readers import HandReader
from tests.store.conftest import db, server, store

__all__ = ["db", "reader", "server", "store"]


@pytest.fixture
def reader() -> HandReader:
    """A reader that needs no model."""
    return HandReader()
