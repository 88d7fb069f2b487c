"""What a gold record says of the page itself: title, outlet, byline, dateline, dates, furniture."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from evals.metrics.counts import Counts
from evals.metrics.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.records import Article
    from evals.gold_records import GoldArticle, GoldPart


def page_checks(gold: GoldArticle, article: Article) -> Iterator[tuple[str, bool]]:
    """Yield (what was looked for, whether the article has it) for all that the gold gives."""
    for name in ("title", "publisher", "byline", "dateline"):
        wanted, found = getattr(gold, name), getattr(article, name)
        if wanted is not None:
            yield f"{name}: {wanted}", found is not None and fold(wanted) == fold(found)
    for name in ("published_at", "updated_at"):
        wanted, found = getattr(gold, name), getattr(article, name)
        if wanted is not None:
            yield f"{name}: {wanted}", found == datetime.fromisoformat(wanted)
    for part in gold.not_body:
        yield f"{part.kind}: {part.begins}", _is_apart(part, article)


def page_counts(checks: list[tuple[str, bool]]) -> Counts:
    """Return how many of the checks came out well."""
    return Counts(sum(right for _, right in checks), len(checks), len(checks))


def _is_apart(part: GoldPart, article: Article) -> bool:
    """Whether a piece of furniture of that kind begins with the gold's words."""
    words = fold(part.begins)
    return any(
        piece.kind == part.kind and fold(piece.text)[: len(words)] == words
        for piece in article.furniture
    )
