"""Articles around hand-written parses."""

from __future__ import annotations

from datetime import datetime

from dragoman.language.extensions import register
from dragoman.records import Article, Furniture, content_id
from spacy.tokens import Doc

from tests.coding.shorthand import short


def with_article(
    doc: Doc, published: str | None = "2020-01-04T15:16+05:30", furniture: tuple[Furniture, ...] = ()
) -> Doc:
    """Set the article of a Doc, published at an ISO date."""
    register()
    moment = datetime.fromisoformat(published) if published else None
    doc._.article = Article(
        id=content_id(doc.text),
        text=doc.text,
        published_at=moment,
        paragraphs=((0, len(doc.text)),),
        furniture=furniture,
    )
    return doc


def article(*sentences: str, published: str | None = "2020-01-04T15:16+05:30") -> Doc:
    """A Doc of sentences in shorthand, with an article published at an ISO date."""
    return with_article(short(*sentences), published)
