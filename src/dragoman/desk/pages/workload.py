"""The work of reviewers: who judged how much, how far they agree, and what is left."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.crises.review import Tally
from dragoman.crises.review.queue import total
from dragoman.crises.review.workload import (
    Agreement,
    Reviewer,
    agreement,
    agreements,
    entries_of,
    reviewers,
)
from dragoman.desk import links
from dragoman.desk.context import TheDesk, TheFilters
from dragoman.desk.parts.codes import KINDS, Kind
from dragoman.desk.parts.frames import Frame, framed
from dragoman.desk.parts.review.queues import queue_of
from dragoman.desk.rendering import render

router = APIRouter()


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkloadPage:
    """The work of reviewers.

    Attributes:
        frame: What is looked at; it narrows down what is left, not what was judged.
        kinds: The kinds of fact, in their order.
        tallies: What is judged and what is left, by kind.
        whole: The same of all kinds.
        reviewers: Who judged, whoever judged most facts first.
        agreement: How far all of them agree.
        pairs: How far each two of them agree.
    """

    frame: Frame
    kinds: tuple[Kind, ...]
    tallies: tuple[Tally, ...]
    whole: Tally
    reviewers: tuple[Reviewer, ...]
    agreement: Agreement
    pairs: tuple[Agreement, ...]


@router.get(links.workload())
def workload(request: Request, desk: TheDesk, filters: TheFilters) -> HTMLResponse:
    """Show who judged how much, how far they agree, and what is left."""
    with desk.store.view() as view:
        tallies = queue_of(view, filters).tallies()
        judgements = list(view.judgements.all())
        entries = entries_of(view, judgements)
        page = WorkloadPage(
            frame=framed(view, filters),
            kinds=tuple(KINDS.values()),
            tallies=tallies,
            whole=total(tallies),
            reviewers=reviewers(judgements),
            agreement=agreement(judgements, entries),
            pairs=agreements(judgements, entries),
        )
    return render(request, "pages/workload.html", page)
