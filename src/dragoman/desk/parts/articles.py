"""Articles as they are shown in lists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from dragoman.crises.questions.citations import clean, link
from dragoman.store import StoredArticle

UNTITLED = "An article without a title"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownArticle:
    """One article of the store.

    Attributes:
        id: In the store.
        title: Or words that say it has none.
        outlet: Its name, where it is known.
        day: On which it was published, in its own zone.
        published: The moment, where it is known.
        added: When it came into the store.
        link: Its address on the web, only if it may be made a link.
        version: Which version of its page it is, from 1.
        previous: The id of the version before it.
        copy_of: The id of the article that it is a near-copy of.
        current: Whether it is what stands at its page now.
    """

    id: str
    title: str
    outlet: str | None
    day: date | None
    published: datetime | None
    added: datetime
    link: str | None
    version: int
    previous: str | None
    copy_of: str | None
    current: bool


def shown_article(article: StoredArticle) -> ShownArticle:
    """Return an article as shown."""
    return ShownArticle(
        id=article.id,
        title=clean(article.title) if article.title else UNTITLED,
        outlet=clean(article.outlet) if article.outlet else None,
        day=article.told_on,
        published=article.published_at,
        added=article.added_at,
        link=link(article.url),
        version=article.version,
        previous=article.previous,
        copy_of=article.copy_of,
        current=article.current,
    )
