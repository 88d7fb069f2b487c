"""``/search``: articles and facts by their words, or by an article that they are like."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, get_args

from fastapi import Query
from pydantic import Field
from sqlalchemy import select

from dragoman.crises.questions.citations import clean
from dragoman.desk.api.articles import ArticleId
from dragoman.desk.api.routing import router as make_router
from dragoman.desk.api.shapes.base import Given, Listing, Shape
from dragoman.desk.api.shapes.queries import Text
from dragoman.desk.context import TheDesk
from dragoman.desk.errors import missing
from dragoman.desk.filters import country_code
from dragoman.store import Hit, View
from dragoman.store.tables import FACTS

router = make_router("search")

FoundKind = Literal["articles", "events", "contacts", "statements", "positions", "attitudes"]
ALL: tuple[FoundKind, ...] = get_args(FoundKind)


class Wanted(Given):
    """What is looked for."""

    q: Text = Field(
        description='Words, "a phrase", one OR another, begin*, and -without.',
        examples=["truce -rejected"],
    )
    kind: list[FoundKind] = Field(default=[], description="Only of these kinds.")
    country: Text | None = Field(
        default=None,
        description="Only facts with this state or body, by code or name.",
        examples=["NOR"],
    )
    since: date | None = Field(default=None, description="Only what was told then or later.")
    until: date | None = Field(default=None, description="Only what was told then or earlier.")
    limit: int = Field(default=20, ge=1, le=100, description="How many at most.")


class Like(Given):
    """How many are looked for."""

    limit: int = Field(default=20, ge=1, le=100, description="How many at most.")


class Found(Shape):
    """An article, or a fact of one."""

    kind: FoundKind = Field(examples=["statements"], description="What it is.")
    article: str = Field(description="The id of the article.")
    fact: str | None = Field(description="The id of the fact in the article's record.")
    score: float = Field(examples=[3.2], description="Orders the hits of one search.")
    title: str | None = Field(examples=["Minister calls for calm"], description="The article's.")
    outlet: str | None = Field(examples=["Bergen Post"], description="Who published it.")
    day: date | None = Field(examples=["2031-05-04"], description="When.")
    words: str = Field(examples=["… the truce holds …"], description="Words around what was found.")
    marks: list[tuple[int, int]] = Field(
        examples=[[[6, 11]]], description="Where what was looked for is in these words."
    )


@router.get("/search", summary="Articles and facts by their words")
def search(desk: TheDesk, asked: Annotated[Wanted, Query()]) -> Listing[Found]:
    """Return what is found, the best first; there is no second part, so narrow it down."""
    with desk.store.view() as view:
        hits = view.search(
            asked.q,
            kinds=asked.kind or ALL,
            code=country_code(asked.country) if asked.country else None,
            since=asked.since,
            until=asked.until,
            limit=asked.limit,
        )
        return Listing[Found](items=[_found(view, each) for each in hits])


@router.get("/articles/{article}/similar", summary="Articles that are like one")
def similar(desk: TheDesk, article: ArticleId, asked: Annotated[Like, Query()]) -> Listing[Found]:
    """Return the articles that are likest in meaning to one, the likest first."""
    with desk.store.view() as view:
        with missing():
            hits = view.like(article, asked.limit)
        return Listing[Found](items=[_found(view, each) for each in hits])


def _found(view: View, hit: Hit) -> Found:
    return Found(
        kind=next(each for each in ALL if each == hit.kind),
        article=hit.article,
        fact=_fact(view, hit),
        score=hit.score,
        title=clean(hit.title) if hit.title else None,
        outlet=clean(hit.outlet) if hit.outlet else None,
        day=hit.told_on,
        words=hit.words.text,
        marks=list(hit.words.found),
    )


def _fact(view: View, hit: Hit) -> str | None:
    """Return the id of the fact that was found; ``None`` for an article."""
    table = FACTS.get(hit.kind)
    if table is None:
        return None
    own = (table.c.reading_id == hit.reading, table.c.number == hit.number)
    return view.connection.scalar(select(table.c.id).where(*own))
