"""``/articles``: what was read, its text, its record, and its facts as people left them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import Path, Query
from sqlalchemy import select

from dragoman.crises.review import Effective, effective
from dragoman.crises.review.values import plain_of
from dragoman.crises.stories import Stories
from dragoman.desk.api import cursors
from dragoman.desk.api.routing import router as make_router
from dragoman.desk.api.shapes.articles import Article, ArticleText, Fact
from dragoman.desk.api.shapes.base import Listing
from dragoman.desk.api.shapes.queries import Told, kind_name
from dragoman.desk.context import TheDesk
from dragoman.desk.errors import missing
from dragoman.desk.parts import shown_article
from dragoman.desk.parts.selecting import articles_of, first
from dragoman.desk.refusals import BadQuery
from dragoman.errors import StoreError
from dragoman.records.spans import words
from dragoman.store import StoredArticle, View
from dragoman.store.tables import entry_reports

router = make_router("articles")

ArticleId = Annotated[str, Path(description="The id of an article.", max_length=200)]


@router.get("/articles", summary="Articles, the latest first")
def articles(desk: TheDesk, asked: Annotated[Told, Query()]) -> Listing[Article]:
    """Return the articles that stand at their pages now; those without a day come last."""
    with desk.store.view() as view:
        after = _after(view, asked.cursor)
        some, more = first(articles_of(view, asked.filters(), after=after), asked.limit)
    items = [Article.model_validate(shown_article(each)) for each in some]
    return Listing[Article](items=items, next=cursors.written(some[-1].id) if more else None)


@router.get("/articles/{article}", summary="One article with its text")
def article(desk: TheDesk, article: ArticleId) -> ArticleText:
    """Return an article with its text, its other versions and its near-copies."""
    with desk.store.view() as view:
        with missing():
            found = view.article(article)
        told = view.record_of_reading(found.reading).article
        story = Stories(view).of(found.id)
        return ArticleText(
            **Article.model_validate(shown_article(found)).model_dump(),
            text=told.text,
            paragraphs=list(told.paragraphs),
            story=story.id if story else None,
            crisis=story.crisis if story else None,
            versions=[each.id for each in _versions(view, found)],
            copies=[each.id for each in view.copies(found.id)],
        )


@router.get("/articles/{article}/record", summary="The record of an article")
def record(desk: TheDesk, article: ArticleId) -> dict[str, Any]:
    """Return all that was read in an article, in the form of the record's contract.

    It is the reader's work as it was; for what people decided see the facts.
    """
    with desk.store.view() as view, missing():
        return view.record(article).to_dict()


@router.get("/articles/{article}/facts", summary="The facts of an article, as people left them")
def facts(desk: TheDesk, article: ArticleId) -> Listing[Fact]:
    """Return the facts of an article with what people corrected, added and rejected."""
    with desk.store.view() as view:
        with missing():
            found = view.article(article)
        revised = effective(view, found.reading)
        entries = _entries(view, found.reading)
    text = revised.record.article.text
    return Listing[Fact](items=[_fact(each, text, entries) for each in revised.facts])


def _after(view: View, cursor: str | None) -> StoredArticle | None:
    values = cursors.read(cursor, str)
    if values is None:
        return None
    try:
        return view.article(str(values[0]))
    except StoreError:
        message = "The article that the list was at is no longer there."
        raise BadQuery(message, hint="Begin the list without the cursor.") from None


def _versions(view: View, article: StoredArticle) -> list[StoredArticle]:
    return view.versions(article.url) if article.url else [article]


def _entries(view: View, reading: int) -> Mapping[tuple[str, int], str]:
    """Return the entries of the ledger that the facts of a reading are reports of."""
    table = entry_reports
    asked = select(table.c.kind, table.c.number, table.c.entry_id)
    rows = view.connection.execute(asked.where(table.c.reading_id == reading))
    return {(row.kind, row.number): row.entry_id for row in rows}


def _fact(each: Effective, text: str, entries: Mapping[tuple[str, int], str]) -> Fact:
    fact = each.told.fact
    return Fact(
        kind=kind_name(each.told.kind),
        id=fact.id,
        entry=entries.get((each.told.kind, each.told.number)),
        verdict=each.verdict,
        corrected=list(each.corrected),
        judgements=[made.digest for made in each.judgements],
        evidence=list(fact.evidence),
        words=words(text, fact.evidence),
        confidence=fact.confidence,
        fields=plain_of(fact),
    )
