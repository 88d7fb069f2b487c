"""Columns and types of columns that mean the same in SQLite and PostgreSQL."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, DateTime, Dialect, String, Text
from sqlalchemy.types import TypeDecorator

DIGEST = String(64)
"""A content id: SHA-256, in hexadecimal digits."""

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class Instant(TypeDecorator[datetime]):
    """A moment: kept in UTC, and given back in UTC, whatever its zone was."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment in UTC; SQLite has no zones."""
        if value is None:
            return None
        moment = in_utc(value)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Return the moment with its zone."""
        _ = dialect
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


class Words(TypeDecorator[str]):
    """Text for searching and showing; what PostgreSQL cannot hold is replaced."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Return what every database can hold."""
        _ = dialect
        return None if value is None else storable(value)


def required(name: str, kind: Any, *more: Any, **options: Any) -> Column[Any]:
    """Return a column that is never empty."""
    return Column(name, kind, *more, nullable=False, **options)


def storable(text: str) -> str:
    """Put a replacement sign for each NUL and each half of a surrogate pair."""
    return _UNSTORABLE.sub("\ufffd", text)


def in_utc(moment: datetime) -> datetime:
    """Return a moment in UTC; at the ends of the calendar its zone is let go."""
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return moment.replace(tzinfo=UTC)


def now() -> datetime:
    """Return this moment in UTC."""
    return datetime.now(UTC)
