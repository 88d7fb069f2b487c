"""Judging a fact under review, and taking a judgement back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData

from dragoman.crises import review
from dragoman.desk import links
from dragoman.desk.accounts.roles import needs
from dragoman.desk.context import Desk, TheDesk, TheFilters, TheVisit, Visit
from dragoman.desk.errors import missing
from dragoman.desk.filters import Filters
from dragoman.desk.pages.editing import who
from dragoman.desk.pages.review import Sending, reviewed_page
from dragoman.desk.parts.review.conflicts import ConflictPage, conflict
from dragoman.desk.parts.review.deciding import Decision, decide
from dragoman.desk.parts.review.items import Item, item
from dragoman.desk.parts.review.queues import queue_of
from dragoman.desk.parts.review.values import Unfit
from dragoman.desk.refusals import BadQuery, NotFound
from dragoman.desk.rendering import render
from dragoman.records import FACT_KINDS
from dragoman.store import Judgement, View

router = APIRouter(dependencies=[Depends(needs("analyst"))])

_UNFIT = 422
_CONFLICT = 409


async def sent(request: Request) -> FormData:
    """Return the form that a request sends."""
    return await request.form()


Sent = Annotated[FormData, Depends(sent)]


@router.post("/review/undo")
def undo(
    desk: TheDesk,
    visit: TheVisit,
    filters: TheFilters,
    judgement: Annotated[list[str] | None, Form()] = None,
    why: Annotated[str, Form(max_length=2000)] = "",
) -> RedirectResponse:
    """Take judgements on a fact back, or their undoing, and show the fact."""
    if not judgement:
        raise BadQuery("No judgement is named.", hint="Undo it from its notice or the history.")
    with missing(), desk.store.work() as unit:
        _require_facts(map(unit.view.judgements.get, judgement))
        made = [
            review.undo(unit, each, who=who(visit), why=why.strip()) for each in reversed(judgement)
        ]
    where = links.review_of(made[0].subject, filters, done=_digests(made))
    return RedirectResponse(where, status_code=303)


@router.post("/review/{identity}")
def judge(
    request: Request,
    desk: TheDesk,
    visit: TheVisit,
    filters: TheFilters,
    identity: str,
    form: Sent,
) -> Response:
    """Accept, reject or correct a fact, and go on to the next; unless others judged meanwhile."""
    with desk.store.view() as view:
        found = _item(view, identity, form)
        decision = Decision.read(found.entry.kind, form)
        page = conflict(found, filters, decision) if decision.conflicts(found) else None
    if page is not None:
        return _both(request, page)
    try:
        return RedirectResponse(_done(desk, visit, filters, decision), status_code=303)
    except Unfit as fault:
        return _again(request, desk, filters, decision, fault)


def _item(view: View, identity: str, form: FormData) -> Item:
    """Return what is judged; by the fact of its form where the entry is another one by now."""
    try:
        return item(view, identity)
    except NotFound:
        return item(view, str(form.get("shown", identity)))


def _done(desk: Desk, visit: Visit, filters: Filters, decision: Decision) -> str:
    """Carry a decision out, and return where to go on."""
    with desk.store.work() as unit:
        found, queue = item(unit.view, decision.shown), queue_of(unit.view, filters)
        queued = queue.get(found.entry.id)
        after = queue.after(queued.place) if queued is not None else None
        made = decide(unit, found, decision, who(visit))
    done = _digests(made)
    return (
        links.review_of(after.id, filters, done=done) if after else links.review(filters, done=done)
    )


def _both(request: Request, page: ConflictPage) -> HTMLResponse:
    return render(request, "pages/conflict.html", page, status=_CONFLICT)


def _again(
    request: Request, desk: Desk, filters: Filters, decision: Decision, fault: Unfit
) -> HTMLResponse:
    """Show the form as it was sent, with what is wrong."""
    message = " ".join(filter(None, (fault.message, fault.hint)))
    sending = Sending(given=decision.given, why=decision.why, field=fault.field, message=message)
    with desk.store.view() as view:
        page = reviewed_page(view, filters, decision.shown, sending=sending)
    return render(request, "pages/reviewed.html", page, status=_UNFIT)


def _require_facts(found: Iterable[Judgement | None]) -> None:
    """Leave what was judged of persons, stories and crises to their own pages.

    Raises:
        BadQuery: A judgement is on something else than a fact.
    """
    kinds = {each.kind for each in found if each is not None}
    if not kinds <= set(FACT_KINDS):
        raise BadQuery("That judgement is on no fact.", hint="Undo it where it was made.")


def _digests(made: Iterable[Judgement]) -> str:
    return ".".join(each.digest for each in made)
