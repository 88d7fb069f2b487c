"""``/articles/{one}/compare/{other}``: two versions or near-copies of an article."""

from __future__ import annotations

from typing import Annotated

from fastapi import Path
from pydantic import Field

from dragoman.desk.api.routing import router as make_router
from dragoman.desk.api.shapes.base import Shape
from dragoman.desk.api.shapes.briefs import Run
from dragoman.desk.api.shapes.queries import KindName, kind_name
from dragoman.desk.context import TheDesk
from dragoman.desk.errors import missing
from dragoman.desk.parts.article_differences import article_differences
from dragoman.desk.parts.tellings import Telling

router = make_router("articles")


class Pair(Shape):
    """A paragraph of each article; either may be empty."""

    one: list[Run]
    other: list[Run]
    same: bool = Field(description="Whether they are equal.")


class OneTells(Shape):
    """A fact that only one of two articles tells."""

    kind: KindName = Field(description="What kind of fact it is.")
    fact: str = Field(description="Its id in the article's record.")
    entry: str | None = Field(description="The entry of the ledger that it is a report of.")
    sentence: str = Field(
        examples=["A phone call by Norway to Sweden is reported."], description="It in words."
    )


class Comparison(Shape):
    """Two articles side by side."""

    pairs: list[Pair]
    only_one: list[OneTells]
    only_other: list[OneTells]
    shared: int = Field(examples=[7], description="How many facts both tell alike.")


@router.get("/articles/{one}/compare/{other}", summary="Two articles side by side")
def compare(
    desk: TheDesk,
    one: Annotated[str, Path(description="The id of an article.", max_length=200)],
    other: Annotated[str, Path(description="The id of another one.", max_length=200)],
) -> Comparison:
    """Return the words and facts that two articles have and do not have in common."""
    with desk.store.view() as view:
        with missing():
            left, right = view.article(one), view.article(other)
        found = article_differences(view, left, right)
    return Comparison(
        pairs=[Pair.model_validate(each) for each in found.pairs],
        only_one=[_told(each) for each in found.only_one],
        only_other=[_told(each) for each in found.only_other],
        shared=found.shared,
    )


def _told(each: Telling) -> OneTells:
    return OneTells(
        kind=kind_name(each.shown.kind.code),
        fact=each.fact.id,
        entry=each.entry,
        sentence=each.shown.sentence,
    )
