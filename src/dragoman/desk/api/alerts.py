"""``/alerts``: questions that are saved, and what is new among their answers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated

from fastapi import Depends, Path, Query
from pydantic import Field
from starlette.responses import Response

from dragoman.crises.questions.naming import party_named
from dragoman.crises.questions.saved import (
    Alert,
    AskedFor,
    SavedQuestion,
    SavedQuestions,
    alerts_of,
    look,
    remember,
    tell,
)
from dragoman.crises.questions.saved import Wanted as Question
from dragoman.desk.accounts.callers import Caller
from dragoman.desk.accounts.roles import needs
from dragoman.desk.api.listings import paged_by
from dragoman.desk.api.routing import router as make_router
from dragoman.desk.api.shapes.answers import Source
from dragoman.desk.api.shapes.base import Given, Listing, Shape
from dragoman.desk.api.shapes.queries import Paged, Text
from dragoman.desk.context import TheDesk
from dragoman.desk.refusals import NotFound
from dragoman.store import View

router = make_router("alerts")

Analyst = Annotated[Caller, Depends(needs("analyst"))]
Number = Annotated[int, Path(description="The number of a saved question.", ge=1, lt=2**31)]


class Asked(Given):
    """A question to be saved."""

    name: Text = Field(description="What it is called.", examples=["Calls with Norway"])
    what: AskedFor = Field(
        description="`contact`: every new contact with somebody; `position`: every change of "
        "position; `statement`: the first statement."
    )
    of: Text = Field(description="A state, body or person, by code or name.", examples=["Norway"])
    crisis: Text | None = Field(default=None, description="Only in this crisis, by its id.")
    confidence: float = Field(default=0.0, ge=0, le=1, description="Only facts as sure as this.")
    known_too: bool = Field(
        default=False, description="Whether to tell also what the ledger holds already."
    )


class Saved(Shape):
    """A question that is saved."""

    id: int = Field(examples=[1], description="Its number.")
    name: str = Field(examples=["Calls with Norway"], description="What it is called.")
    asks: str = Field(examples=["new contact with Norway"], description="The question in words.")
    what: AskedFor = Field(description="What is asked for.")
    of: str = Field(examples=["NOR"], description="Of whom, by code or id.")
    who: str = Field(examples=["jlind"], description="Who saved it.")
    saved_at: datetime = Field(examples=["2031-05-04T10:12:00Z"], description="When.")
    alerts: int = Field(examples=[3], description="How much it has told so far.")


class Told(Shape):
    """Something new."""

    id: str = Field(description="Of the alert.")
    found_at: datetime = Field(examples=["2031-05-04T10:12:00Z"], description="When it was found.")
    sentence: str = Field(
        examples=["A phone call by Norway to Sweden is reported."], description="What is told."
    )
    entry: str = Field(description="The entry of the ledger that it tells of.")
    citations: list[Source]


@router.get("/alerts", summary="Saved questions")
def alerts(desk: TheDesk, asked: Annotated[Paged, Query()]) -> Listing[Saved]:
    """Return the questions that are saved, the first saved one first."""
    with desk.store.view() as view:
        found = SavedQuestions(view.connection).all()
        some, following = paged_by(found, asked, key=lambda each: str(each.id))
        return Listing[Saved](items=[_saved(view, each) for each in some], next=following)


@router.post("/alerts", status_code=201, summary="Save a question")
def save(desk: TheDesk, caller: Analyst, asked: Asked) -> Saved:
    """Save a question; what the ledger holds already is not told, unless that is wanted."""
    with desk.store.work() as unit:
        key, name = party_named(unit.view, asked.of)
        wanted = Question(
            what=asked.what, of=key, name=name, crisis=asked.crisis, confidence=asked.confidence
        )
        questions = SavedQuestions(unit.connection)
        question = questions.save(asked.name, wanted, [], who=caller.name)
        if not asked.known_too:
            remember(unit, question)
        return _saved(unit.view, question)


@router.delete(
    "/alerts/{number}",
    status_code=204,
    summary="Remove a question",
    dependencies=[Depends(needs("analyst"))],
)
def remove(desk: TheDesk, number: Number) -> Response:
    """Remove a question, and what is known of its alerts."""
    with desk.store.work() as unit:
        SavedQuestions(unit.connection).remove(_question(unit.view, number).name)
    return Response(status_code=204)


@router.get("/alerts/{number}/told", summary="What a question has told")
def told(desk: TheDesk, number: Number, asked: Annotated[Paged, Query()]) -> Listing[Told]:
    """Return what was new, the latest first; what the ledger no longer holds is left out."""
    with desk.store.view() as view:
        found = reversed(alerts_of(view.connection, _question(view, number)))
        some, following = paged_by(found, asked, key=lambda each: each.id)
        return Listing[Told](items=list(_told(view, some)), next=following)


@router.post(
    "/alerts/look",
    summary="Look for what is new",
    dependencies=[Depends(needs("analyst"))],
)
def look_now(desk: TheDesk) -> Listing[Told]:
    """Ask all saved questions now, and return what is new."""
    with desk.store.work() as unit:
        return Listing[Told](items=list(_told(unit.view, look(unit))))


def _question(view: View, number: int) -> SavedQuestion:
    for each in SavedQuestions(view.connection).all():
        if each.id == number:
            return each
    raise NotFound(f"There is no saved question {number}.")


def _saved(view: View, question: SavedQuestion) -> Saved:
    return Saved(
        id=question.id,
        name=question.name,
        asks=question.wanted.told(),
        what=question.wanted.what,
        of=question.wanted.of,
        who=question.who,
        saved_at=question.saved_at,
        alerts=len(alerts_of(view.connection, question)),
    )


def _told(view: View, found: list[Alert]) -> Iterator[Told]:
    for alert in found:
        text = tell(view, alert)
        if text is not None:
            yield Told(
                id=alert.id,
                found_at=alert.found_at,
                sentence=text.sentence,
                entry=text.entry,
                citations=[Source.model_validate(each) for each in text.citations],
            )
