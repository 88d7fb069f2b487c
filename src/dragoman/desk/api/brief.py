"""``/brief``: what is new, in sentences that all cite."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated, Literal

from fastapi import Query
from pydantic import AwareDatetime, Field
from starlette.responses import Response

from dragoman.crises.questions import Brief as LedgerBrief
from dragoman.crises.questions import Questions, Scope
from dragoman.crises.questions.brief.making import MOST
from dragoman.desk.api.routing import router as make_router
from dragoman.desk.api.shapes.answers import Brief
from dragoman.desk.api.shapes.base import Given
from dragoman.desk.api.shapes.queries import Text
from dragoman.desk.context import TheDesk

router = make_router("questions")

Moment = Annotated[
    AwareDatetime,
    Field(ge=datetime(1900, 1, 1, tzinfo=UTC), le=datetime(2200, 1, 1, tzinfo=UTC)),
]


class Wanted(Given):
    """What a brief is asked for."""

    crisis: Text | None = Field(default=None, description="Only of this crisis, by its id.")
    story: Text | None = Field(default=None, description="Only of this story, by its id.")
    country: Text | None = Field(
        default=None, description="Only with this state or body, by code.", examples=["NOR"]
    )
    since: date | None = Field(default=None, description="Only what was on this day or later.")
    until: date | None = Field(default=None, description="Only what was on this day or earlier.")
    confidence: float = Field(
        default=0.0, ge=0, le=1, description="Only what the best report is at least as sure of."
    )
    origins: int = Field(
        default=1, ge=1, le=10_000, description="Only what as many independent origins report."
    )
    reported_since: Moment | None = Field(
        default=None,
        description="Only what was reported then or later: what was known before is no news.",
        examples=["2031-05-03T06:00:00Z"],
    )
    reported_until: Moment | None = Field(
        default=None, description="Only what was reported before then."
    )
    title: Text = Field(default="Brief", description="Of the brief.")
    by_story: bool = Field(default=False, description="Whether to group it by stories.")
    most: int = Field(default=MOST, ge=1, le=500, description="Sentences in one section.")


@router.get("/brief", summary="What is new, as JSON")
def brief(desk: TheDesk, asked: Annotated[Wanted, Query()]) -> Brief:
    """Return what was reported in a stretch of time, in sections of sentences that all cite."""
    return Brief.model_validate(_made(desk, asked))


_FORMS = {
    "markdown": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
}


class Formed(Wanted):
    """What a brief is asked for, and its form."""

    form: Literal["markdown", "html", "pdf"] = Field(description="Of the document.")


@router.get(
    "/brief/document",
    summary="What is new, as a document",
    response_class=Response,
    responses={200: {"content": {kind.partition(";")[0]: {} for kind in _FORMS.values()}}},
)
def document(desk: TheDesk, asked: Annotated[Formed, Query()]) -> Response:
    """Return a brief as Markdown, as one page of HTML that loads nothing, or as a PDF."""
    made = _made(desk, asked)
    written = {"markdown": made.to_markdown, "html": made.to_html, "pdf": made.to_pdf}
    return Response(written[asked.form](), media_type=_FORMS[asked.form])


def _made(desk: TheDesk, asked: Wanted) -> LedgerBrief:
    scope = Scope(
        code=asked.country.upper() if asked.country else None,
        since=asked.since,
        until=asked.until,
        story=asked.story,
        crisis=asked.crisis,
        confidence=asked.confidence,
        origins=asked.origins,
    )
    with desk.store.view() as view:
        return Questions(view).brief(
            scope,
            since=asked.reported_since,
            until=asked.reported_until,
            title=asked.title,
            by_story=asked.by_story,
            most=asked.most,
        )
