"""The judgements of a store, each with what has become of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import select

from dragoman.crises.review.applying import effective
from dragoman.crises.review.matching import anchor_of
from dragoman.crises.review.moving import plain
from dragoman.store import Judgement, StoredArticle, View
from dragoman.store.tables import articles, readings

Standing = Literal["in force", "undone", "vanished"]


@dataclass(frozen=True, slots=True)
class Listed:
    """A judgement with what has become of it.

    ``standing`` is ``vanished`` where it is in force and its article, as it is read now, does not
    tell its fact. ``article`` is the article as it is now; ``words`` are those that were judged.
    """

    judgement: Judgement
    standing: Standing
    article: StoredArticle | None
    words: str

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON can hold it."""
        found = self.article
        return {
            **plain(self.judgement),
            "standing": self.standing,
            "words": self.words,
            "article": found and found.id,
            "title": found and found.title,
            "url": found and found.url,
        }


def listed(
    view: View, *, kinds: Collection[str] = (), who: str | None = None, undone: bool = True
) -> Iterator[Listed]:
    """Yield judgements, the first one first, each with what has become of it.

    Args:
        view: Of the store.
        kinds: Only those on these kinds.
        who: Only those that this person made.
        undone: Also those that were taken back, and those that took them back.
    """
    in_force = {each.digest for each in view.judgements.in_force()}
    pages: dict[str, tuple[StoredArticle, frozenset[str]] | None] = {}
    for each in view.judgements.all():
        if (kinds and each.kind not in kinds) or (who is not None and each.who != who):
            continue
        is_undone = each.digest not in in_force
        if not undone and (is_undone or each.verdict == "undo"):
            continue
        anchor = anchor_of(each)
        page = None
        if anchor is not None:
            if anchor.page not in pages:
                pages[anchor.page] = _page(view, anchor.page)
            page = pages[anchor.page]
        gone = anchor is not None and (page is None or each.digest in page[1])
        standing: Standing = "undone" if is_undone else "vanished" if gone else "in force"
        words = " … ".join(anchor.words) if anchor is not None else ""
        yield Listed(each, standing, page[0] if page is not None else None, words)


def _page(view: View, page: str) -> tuple[StoredArticle, frozenset[str]] | None:
    """Return what stands at a page now, and the judgements whose fact it does not tell."""
    asked = (
        select(readings.c.id, readings.c.article_id)
        .join(articles, articles.c.id == readings.c.article_id)
        .where(articles.c.page == page, readings.c.current)
    )
    row = view.connection.execute(asked).one_or_none()
    if row is None:
        return None
    vanished = effective(view, row.id).vanished
    return view.article(row.article_id), frozenset(each.digest for each in vanished)
