"""``/brief``: what is new, in sentences that all cite."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query
from pydantic import Field
from starlette.responses import Response

from dragoman.crises.questions import Brief as LedgerBrief
from dragoman.desk.api.documents import DOCUMENTS, Form, document_of
from dragoman.desk.api.routing import router as make_router
from dragoman.desk.api.shapes.answers import Brief
from dragoman.desk.api.shapes.briefs import BriefWanted
from dragoman.desk.context import TheDesk
from dragoman.desk.parts.briefing import made

router = make_router("questions")


@router.get("/brief", summary="What is new, as JSON")
def brief(desk: TheDesk, asked: Annotated[BriefWanted, Query()]) -> Brief:
    """Return what was reported in a stretch of time, in sections of sentences that all cite."""
    return Brief.model_validate(_made(desk, asked))


class Formed(BriefWanted):
    """What a brief is asked for, and its form."""

    form: Form = Field(description="Of the document.")


@router.get(
    "/brief/document",
    summary="What is new, as a document",
    response_class=Response,
    responses=DOCUMENTS,
)
def document(desk: TheDesk, asked: Annotated[Formed, Query()]) -> Response:
    """Return a brief as Markdown, as one page of HTML that loads nothing, or as a PDF."""
    return document_of(_made(desk, asked), asked.form)


def _made(desk: TheDesk, asked: BriefWanted) -> LedgerBrief:
    with desk.store.view() as view:
        return made(view, asked.filters(), asked.wish(), title=asked.title)
