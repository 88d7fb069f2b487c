"""The tables of actors across articles.

A *spelling* is a printed name together with the country and the office it was printed for: what
articles say of somebody, without saying who it is. Each mention of a person in a reading is of one
spelling, and each spelling is of one person, so that bringing persons together or telling them
apart moves spellings alone. All of it can be made anew from readings and judgements.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, Table

from dragoman.store.columns import DIGEST, Words
from dragoman.store.tables.reading import METADATA

persons = Table(
    "persons",
    METADATA,
    Column("id", DIGEST, primary_key=True),
    Column("name", Words, nullable=False),
    Column("folded", Words, nullable=False),
    Column("country", Words),
    Column("lone", Boolean, nullable=False),
    Index("ix_persons_folded", "folded"),
    Index("ix_persons_country", "country", "folded"),
)
"""Persons; ``lone`` are those of whom only a family name is known."""

spellings = Table(
    "spellings",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("key", DIGEST, nullable=False, unique=True),
    Column("person_id", DIGEST, ForeignKey("persons.id"), nullable=False, index=True),
    Column("name", Words, nullable=False),
    Column("folded", Words, nullable=False),
    Column("country", Words),
    Column("role", Words),
    Column("level", Integer),
    Column("office_of", Words),
    Column("title", Words),
    Column("basis", Words),
    Column("apart", DIGEST),
    Column("lone", Boolean, nullable=False),
    Column("article_id", DIGEST, ForeignKey("articles.id"), index=True),
    Column("first_day", Date),
    Column("last_day", Date),
    Column("mentions", Integer, nullable=False),
    Index("ix_spellings_office", "office_of", "role"),
)
"""Names as printed, with country and office; ``article_id`` is the first article that has it.

``title`` is the office in the words of that article, and ``basis`` tells whether articles print it.
``apart`` is the judgement that set the spelling apart in some articles, where one did.
"""

spelling_blocks = Table(
    "spelling_blocks",
    METADATA,
    Column("block", Words, primary_key=True),
    Column("spelling_id", Integer, ForeignKey("spellings.id"), primary_key=True),
    Index("ix_spelling_blocks_spelling_id", "spelling_id"),
)
"""By what part of its sound a spelling is looked up."""

person_mentions = Table(
    "person_mentions",
    METADATA,
    Column("reading_id", Integer, ForeignKey("readings.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("spelling_id", Integer, ForeignKey("spellings.id"), nullable=False),
    Column("told_on", Date),
    Index("ix_person_mentions_spelling_id", "spelling_id", "told_on"),
)
"""Which actor of a reading is of which spelling."""

person_links = Table(
    "person_links",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("judgement", DIGEST, nullable=False, index=True),
    Column("verdict", String(16), nullable=False),
    Column("spelling_key", DIGEST, nullable=False, index=True),
    Column("side", Integer, nullable=False),
    Column("article_id", DIGEST),
)
"""What judgements in force say of spellings: those on one side of a judgement belong together.

Where ``article_id`` is set, the row is of the spelling in that article alone.
"""
