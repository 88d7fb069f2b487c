"""``/review``: what is to be reviewed first, and the work of reviewers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated

from fastapi import Query
from pydantic import Field

from dragoman.crises import Ledger
from dragoman.crises.review import workload as work_of
from dragoman.crises.review.queue import Place, Queue
from dragoman.crises.review.queue import Queued as Waiting
from dragoman.desk.api import cursors
from dragoman.desk.api.routing import router as make_router
from dragoman.desk.api.shapes.answers import Answer
from dragoman.desk.api.shapes.base import Shape
from dragoman.desk.api.shapes.entries import entry_of
from dragoman.desk.api.shapes.queries import Asked, KindName, Narrowed
from dragoman.desk.context import TheDesk
from dragoman.desk.parts import Showing
from dragoman.desk.parts.review.queues import queue_of
from dragoman.desk.refusals import BadQuery

router = make_router("review")


class Queued(Shape):
    """One fact that waits to be reviewed, or was; what is multiplied gives its urgency."""

    id: str = Field(description="The id of the entry.")
    kind: KindName = Field(description="What kind of fact it is.")
    urgency: float = Field(examples=[0.21], description="From 0 to 2; the highest comes first.")
    doubt: float = Field(examples=[0.13], description="The chance that it is wrong.")
    weight: float = Field(examples=[1.0], description="How much a wrong one of its kind misleads.")
    spread: float = Field(examples=[1.5], description="1 for one origin, near 2 for many.")
    origins: int = Field(examples=[2], description="How many independent origins report it.")


class Tally(Shape):
    """How much of a kind was judged."""

    kind: KindName = Field(description="The kind of fact.")
    count: int = Field(examples=[120], description="How many entries there are.")
    reviewed: int = Field(examples=[40], description="How many of them somebody judged.")
    left: int = Field(examples=[80], description="How many nobody judged.")


class Reviewer(Shape):
    """What one person judged."""

    who: str = Field(examples=["jlind"], description="The name that judgements are signed with.")
    facts: int = Field(examples=[40], description="How many facts, each once.")
    kinds: Mapping[str, int] = Field(examples=[{"events": 30}], description="How many by kind.")
    verdicts: Mapping[str, int] = Field(
        examples=[{"accept": 35}], description="How many judgements by verdict."
    )
    first: datetime = Field(examples=["2031-05-04T10:12:00Z"], description="The first one.")
    last: datetime = Field(examples=["2031-05-09T16:02:00Z"], description="The last one.")


class Agreement(Shape):
    """How two people, or all pairs of people, judged what both judged."""

    one: str | None = Field(examples=["asha"], description="One of them; null for all pairs.")
    other: str | None = Field(examples=["jlind"], description="The other one.")
    facts: int = Field(examples=[12], description="How many facts both judged.")
    alike: int = Field(examples=[11], description="How many of these alike.")
    share: float | None = Field(examples=[0.92], description="The share that is.")
    kappa: float | None = Field(examples=[0.83], description="Cohen's kappa, where it is defined.")


class Workload(Shape):
    """The work of reviewers."""

    tallies: list[Tally]
    reviewers: list[Reviewer]
    agreement: Agreement
    pairs: list[Agreement]


@router.get("/review", summary="What nobody judged, the most urgent first")
def queue(desk: TheDesk, asked: Annotated[Asked, Query()]) -> Answer[Queued]:
    """Return facts that are likely wrong and would mislead most if they were.

    With `reviewed=yes` these are facts that somebody judged, in no order that means any.
    """
    with desk.store.view() as view:
        found = _found(queue_of(view, asked.filters()), asked)
        some = found[: asked.limit]
        entries = Ledger(view).some([each.id for each in some])
        shown = Showing(view).entries(entries, cites=asked.cites)
    last = some[-1] if len(found) > asked.limit else None
    return Answer[Queued](
        items=[Queued.model_validate(each) for each in some],
        next=_written(last, asked) if last else None,
        entries={each.id: entry_of(each) for each in shown},
    )


@router.get("/review/workload", summary="Who judged how much, and how far they agree")
def workload(desk: TheDesk, asked: Annotated[Narrowed, Query()]) -> Workload:
    """Return what is left within the filters, and what each person ever judged."""
    with desk.store.view() as view:
        tallies = queue_of(view, asked.filters()).tallies()
        made = list(view.judgements.all())
        facts = work_of.entries_of(view, made)
    return Workload(
        tallies=[Tally.model_validate(each) for each in tallies],
        reviewers=[Reviewer.model_validate(each) for each in work_of.reviewers(made)],
        agreement=Agreement.model_validate(work_of.agreement(made, facts)),
        pairs=[Agreement.model_validate(each) for each in work_of.agreements(made, facts)],
    )


def _found(queue: Queue, asked: Asked) -> list[Waiting]:
    """Return what is asked for, and one more where there is more."""
    if asked.reviewed != "yes":
        return queue.some(after=_after(asked.cursor), limit=asked.limit + 1)
    values = cursors.read(asked.cursor, str)
    after = None if values is None else str(values[0])
    return queue.judged(after=after, limit=asked.limit + 1)


def _written(last: Waiting, asked: Asked) -> str:
    place = (last.id,) if asked.reviewed == "yes" else (repr(last.urgency), last.id)
    return cursors.written(*place)


def _after(cursor: str | None) -> Place | None:
    values = cursors.read(cursor, str, str)
    if values is None:
        return None
    try:
        return float(str(values[0])), str(values[1])
    except ValueError:
        message = "The cursor is none of this list."
        raise BadQuery(message, hint="Begin the list without it.") from None
