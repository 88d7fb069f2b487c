"""Two versions or near-copies of an article, side by side: their words, and what only one tells."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.desk.context import TheDesk
from dragoman.desk.errors import missing
from dragoman.desk.parts.article_differences import article_differences
from dragoman.desk.parts.articles import ShownArticle, shown_article
from dragoman.desk.parts.comparing import Pair
from dragoman.desk.parts.tellings import Telling
from dragoman.desk.rendering import render

router = APIRouter()


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonPage:
    """Two articles.

    Attributes:
        one: The one on the left.
        other: The one on the right.
        pairs: Their paragraphs.
        only_one: Facts that only the left one tells.
        only_other: Facts that only the right one tells.
        shared: How many facts both tell alike.
    """

    one: ShownArticle
    other: ShownArticle
    pairs: tuple[Pair, ...]
    only_one: tuple[Telling, ...]
    only_other: tuple[Telling, ...]
    shared: int

    @property
    def same(self) -> bool:
        """Whether the words are the same."""
        return all(each.same for each in self.pairs)


@router.get("/articles/{one}/compare/{other}")
def compare(request: Request, one: str, other: str, desk: TheDesk) -> HTMLResponse:
    """Show two articles side by side."""
    with desk.store.view() as view:
        with missing():
            left, right = view.article(one), view.article(other)
        found = article_differences(view, left, right)
    page = ComparisonPage(
        one=shown_article(left),
        other=shown_article(right),
        pairs=found.pairs,
        only_one=found.only_one,
        only_other=found.only_other,
        shared=found.shared,
    )
    return render(request, "pages/comparison.html", page)
