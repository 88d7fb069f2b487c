"""The tables of what people give to be read by hand, and of what jobs brought."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, String, Table

from dragoman.store.columns import DIGEST, Words, required
from dragoman.store.tables.reading import METADATA

deposits = Table(
    "deposits",
    METADATA,
    Column(
        "job_id",
        Integer,
        ForeignKey("jobs.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    required("name", Words),
    required("suffix", String(16)),
    required("data", LargeBinary),
    Column("title", Words),
    Column("outlet", Words),
    Column("url", Words),
    Column("published", String(40)),
)
"""What was pasted or uploaded, until its job has ended; plain text has no suffix."""

job_results = Table(
    "job_results",
    METADATA,
    Column("job_id", Integer, ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    required("outcome", String(12)),
    Column("article_id", DIGEST, ForeignKey("articles.id"), index=True),
    Column("name", Words),
    Column("error", Words),
)
"""What became of each article of a job: the article, or what it was called and why it failed."""
