"""Most tests of saved briefs need one database; those that ask for both run on PostgreSQL too."""

from __future__ import annotations

from tests.crises.review.conftest import both_databases, db, pytest_generate_tests

__all__ = ["both_databases", "db", "pytest_generate_tests"]
