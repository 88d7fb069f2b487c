"""What need not be read again: articles that the store holds as this reader read them."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, select

from dragoman.records import Article, ReaderInfo
from dragoman.records.convert import to_plain
from dragoman.store.rows import article_id, to_json
from dragoman.store.tables import origins, readings

_ELSEWHERE = ("text", "contexts")
"""Of an article: its text gives its id, and the contexts come from the reader."""


def is_known(connection: Connection, article: Article, reader: ReaderInfo) -> bool:
    """Tell whether reading an article would change nothing.

    The store holds it under the same URL with the same text and date, and all else that ingest
    tells of it; this version of the reader has read it; and its origin is known.
    """
    asked = (
        select(readings.c.data)
        .join(origins, origins.c.article_id == readings.c.article_id)
        .where(readings.c.article_id == article_id(article))
        .where(readings.c.reader == reader.version, readings.c.model == reader.model)
    )
    kept = connection.scalars(asked).all()
    if not kept:
        return False
    wanted = _told(json.loads(to_json(to_plain(article))))
    return any(_told(json.loads(data)["article"]) == wanted for data in kept)


def _told(article: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in article.items() if name not in _ELSEWHERE}
