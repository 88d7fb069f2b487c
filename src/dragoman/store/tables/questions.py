"""Saved questions, and what they have told.

No article's words stand here: an alert names the entry of the ledger that it tells of, and what it
says is put together when it is delivered.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text

from dragoman.store.columns import DIGEST, Instant, Words, required
from dragoman.store.tables.reading import METADATA

saved_questions = Table(
    "saved_questions",
    METADATA,
    Column("id", Integer, primary_key=True),
    required("name", Words, unique=True),
    required("asked", Text),
    required("destinations", Text),
    required("who", Words),
    required("saved_at", Instant),
)
"""What is asked, and where the answers go, as JSON."""

alerts = Table(
    "alerts",
    METADATA,
    Column("id", DIGEST, primary_key=True),
    required("question_id", Integer, ForeignKey("saved_questions.id")),
    required("entry_id", DIGEST),
    required("found_at", Instant),
    Index("ix_alerts_question_id", "question_id", "found_at"),
)

told_facts = Table(
    "told_facts",
    METADATA,
    Column("question_id", Integer, ForeignKey("saved_questions.id"), primary_key=True),
    Column("fact", DIGEST, primary_key=True),
)
"""The facts that a question has told of, or that were known when it was saved."""
