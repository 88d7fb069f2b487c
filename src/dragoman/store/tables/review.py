"""The tables of what people add: which judgement is of which page, sheets, and what was erased."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, String, Table, Text

from dragoman.store.columns import DIGEST, Instant, Words
from dragoman.store.tables.reading import METADATA, judgements, readings

judged = Table(
    "judged",
    METADATA,
    Column("judgement_id", Integer, ForeignKey(judgements.c.id), primary_key=True),
    Column("page", DIGEST, nullable=False, index=True),
)
"""Of which page each judgement on a fact is: so it is found again when the page is read anew."""

sheets = Table(
    "sheets",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("digest", DIGEST, nullable=False, unique=True),
    Column("name", Words, nullable=False),
    Column("who", Words, nullable=False),
    Column("imported_at", Instant, nullable=False),
    Column("mapping", Text, nullable=False),
)
"""The spreadsheets that were imported; ``digest`` is of a sheet's name and who keeps it."""

sheet_rows = Table(
    "sheet_rows",
    METADATA,
    Column("reading_id", Integer, ForeignKey(readings.c.id), primary_key=True),
    Column("sheet_id", Integer, ForeignKey(sheets.c.id), nullable=False),
    Column("number", Integer, nullable=False),
    Column("link", Words),
    Column("outcome", String(12), nullable=False),
    Column("matched_reading", Integer, ForeignKey(readings.c.id), index=True),
    Column("matched", Words),
    CheckConstraint("number >= 1", name="number"),
    CheckConstraint("outcome IN ('same', 'new', 'contradicts')", name="outcome"),
    Index("ix_sheet_rows_sheet_id", "sheet_id", "number"),
)
"""The rows of sheets, each with its reading, and the fact it was matched to, if any."""

erasures = Table(
    "erasures",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("made_at", Instant, nullable=False),
    Column("who", Words, nullable=False),
    Column("scope", String(12), nullable=False),
    Column("counts", Text, nullable=False),
)
"""What was erased, when and by whom: what kind of thing, and how much; nothing of its content."""

forgotten = Table(
    "forgotten",
    METADATA,
    Column("page", DIGEST, primary_key=True),
    Column("erasure_id", Integer, ForeignKey(erasures.c.id), nullable=False, index=True),
)
"""The digests of pages that were erased, so that a watcher does not add them again."""
