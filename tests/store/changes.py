"""Records that differ from the example in one thing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from dragoman.records import ReaderInfo, Record, content_id
from tests.records.examples import record

URL = "https://www.wire.example/2031/raid"


def at(url: str | None = URL, **changes: Any) -> Record:
    """Return the example as it stood at a URL."""
    whole = record()
    article = replace(whole.article, url=url, publisher="The Wire", **changes)
    return replace(whole, article=article)


def read_by(version: str, whole: Record) -> Record:
    """Return a record as another version of the reader made it."""
    return replace(whole, reader=ReaderInfo(version, "none"))


def changed(whole: Record) -> Record:
    """Return a later version of an article: a line more at its end, and no attitude."""
    text = f"{whole.article.text} Corrected."
    article = replace(whole.article, id=content_id(text), text=text)
    return replace(whole, article=article, attitudes=())


def published(whole: Record, year: int, month: int, day: int) -> Record:
    """Return a record of an article of another day."""
    moment = datetime(year, month, day, 12, tzinfo=UTC)
    return replace(whole, article=replace(whole.article, published_at=moment))


def many(number: int) -> list[Record]:
    """Return records of articles at as many URLs."""
    return [at(f"{URL}/{each}") for each in range(number)]
