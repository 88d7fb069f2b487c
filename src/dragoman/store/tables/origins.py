"""Whose report an article is, the pages kept, and what the watcher knows of its sources.

``origins`` has a row for each article: the family of outlets or the agency whose report it is, and
its fingerprint; of a near-copy also where it differs from the article that it is kept under.
``bands`` is the index that near-copies are found by: articles that share a band may be alike.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
)

from dragoman.store.columns import DIGEST, Instant, Words
from dragoman.store.tables.reading import METADATA

origins = Table(
    "origins",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("article_id", DIGEST, ForeignKey("articles.id"), nullable=False, unique=True),
    Column("family", Words, nullable=False, index=True),
    Column("basis", String(8), nullable=False),
    Column("inputs", Text, nullable=False),
    Column("fingerprint", LargeBinary, nullable=False),
    Column("differing", Text),
    Column("missing", Text),
)

bands = Table(
    "bands",
    METADATA,
    Column("band", BigInteger, primary_key=True, autoincrement=False),
    Column("origin_id", Integer, ForeignKey("origins.id"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

pages = Table(
    "pages",
    METADATA,
    Column("article_id", DIGEST, ForeignKey("articles.id"), primary_key=True),
    Column("file", Words, nullable=False),
    Column("offset", BigInteger, nullable=False),
    Column("length", BigInteger, nullable=False),
    Column("fetched_at", Instant, nullable=False),
)

watched_sources = Table(
    "watched_sources",
    METADATA,
    Column("id", DIGEST, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("data", Text, nullable=False),
)

watched_entries = Table(
    "watched_entries",
    METADATA,
    Column("source_id", DIGEST, ForeignKey("watched_sources.id"), primary_key=True),
    Column("kind", String(8), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("data", Text, nullable=False),
)

watched_hosts = Table(
    "watched_hosts",
    METADATA,
    Column("id", DIGEST, primary_key=True),
    Column("data", Text, nullable=False),
)
