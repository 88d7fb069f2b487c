"""The articles, the latest first."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.desk import links
from dragoman.desk.context import TheDesk, TheFilters
from dragoman.desk.errors import missing
from dragoman.desk.parts.articles import ShownArticle, shown_article
from dragoman.desk.parts.frames import Frame, framed
from dragoman.desk.parts.selecting import articles_of, first
from dragoman.desk.rendering import render

router = APIRouter()

_AT_ONCE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlesPage:
    """A list of articles.

    Attributes:
        frame: What is looked at.
        articles: Some articles that stand at their pages now, the latest first.
        beginning: Where the list begins, if this is not its beginning.
        following: Where the list goes on, if it does.
    """

    frame: Frame
    articles: tuple[ShownArticle, ...]
    beginning: str | None
    following: str | None


@router.get("/articles")
def articles(
    request: Request, desk: TheDesk, filters: TheFilters, after: str | None = None
) -> HTMLResponse:
    """List the articles of the crisis, days and outlets that are looked at."""
    with desk.store.view() as view:
        with missing():
            last = view.article(after) if after is not None else None
        found, more = first(articles_of(view, filters, after=last), _AT_ONCE)
        page = ArticlesPage(
            frame=framed(view, filters),
            articles=tuple(map(shown_article, found)),
            beginning=links.articles(filters) if after is not None else None,
            following=links.articles(filters, after=found[-1].id) if more else None,
        )
    return render(request, "pages/articles.html", page)
