"""Saved briefs: their versions, the lines these are made of, and the articles each line rests on.

A line never changes: what is reworded is another line, and a version lists the lines that it has.
So all versions share what they have in common, and what is erased with an article is erased from
all of them at once. The titles of sections and stories and the words that are cited stand nowhere
here; they are looked up when a brief is shown.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from dragoman.store.columns import DIGEST, Instant, Words, required
from dragoman.store.tables.reading import METADATA, articles

saved_briefs = Table(
    "saved_briefs",
    METADATA,
    Column("id", Integer, primary_key=True),
    required("asked", Text),
    required("who", Words),
    required("saved_at", Instant),
    Column("removed_at", Instant),
    Column("crisis_id", Words, index=True),
)
"""``asked``: what the ledger was asked for, as JSON; ``crisis_id``: the crisis of it, which may be
no more."""

brief_versions = Table(
    "brief_versions",
    METADATA,
    Column("id", Integer, primary_key=True),
    required("brief_id", Integer, ForeignKey(saved_briefs.c.id)),
    required("number", Integer),
    required("title", Words),
    required("layout", Text),
    required("change", String(12)),
    Column("restored", Integer),
    Column("name", Words),
    required("who", Words),
    required("saved_at", Instant),
    UniqueConstraint("brief_id", "number"),
)
"""``layout``: the numbers of the lines by section, as JSON; ``change``: what was done."""

brief_lines = Table(
    "brief_lines",
    METADATA,
    Column("id", Integer, primary_key=True),
    required("brief_id", Integer, ForeignKey(saved_briefs.c.id)),
    required("kind", String(8)),
    Column("text", Words),
    Column("told", Words),
    Column("section", String(12)),
    Column("entry_id", DIGEST),
    required("certainty", String(12)),
    required("further", Boolean),
    required("reports", Integer),
    Column("was", Integer),
    required("who", Words),
    CheckConstraint("kind IN ('ledger', 'own', 'note')", name="kind"),
    Index("ix_brief_lines_brief_id", "brief_id"),
)
"""``text``: empty where it was erased; ``told``: how the ledger put it when it was saved;
``was``: the number of the line that it took the place of."""

brief_sources = Table(
    "brief_sources",
    METADATA,
    Column("line_id", Integer, ForeignKey(brief_lines.c.id), primary_key=True),
    Column("place", Integer, primary_key=True),
    required("article_id", DIGEST, ForeignKey(articles.c.id)),
    required("fact", Words),
    required("evidence", Text),
    required("cited", Boolean),
    Index("ix_brief_sources_article_id", "article_id"),
)
"""The reports that a line rests on: those that it cites, and the others of the same fact.
``evidence``: where in the article's text the words stand, as JSON."""
