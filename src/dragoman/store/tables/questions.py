"""Saved questions, and what they have told.

No article's words stand here: an alert names the entry of the ledger that it tells of, and what it
says is put together when it is delivered.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text

from dragoman.store.columns import Instant, Words
from dragoman.store.tables.reading import METADATA

_DIGEST = String(64)


def _required(name: str, kind: Any, *more: Any, **options: Any) -> Column[Any]:
    return Column(name, kind, *more, nullable=False, **options)


saved_questions = Table(
    "saved_questions",
    METADATA,
    Column("id", Integer, primary_key=True),
    _required("name", Words, unique=True),
    _required("asked", Text),
    _required("destinations", Text),
    _required("who", Words),
    _required("saved_at", Instant),
)
"""What is asked, and where the answers go, as JSON."""

alerts = Table(
    "alerts",
    METADATA,
    Column("id", _DIGEST, primary_key=True),
    _required("question_id", Integer, ForeignKey("saved_questions.id")),
    _required("entry_id", _DIGEST),
    _required("found_at", Instant),
    Index("ix_alerts_question_id", "question_id", "found_at"),
)

told_facts = Table(
    "told_facts",
    METADATA,
    Column("question_id", Integer, ForeignKey("saved_questions.id"), primary_key=True),
    Column("fact", _DIGEST, primary_key=True),
)
"""The facts that a question has told of, or that were known when it was saved."""
