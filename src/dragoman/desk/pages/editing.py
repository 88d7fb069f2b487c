"""Naming, merging, splitting and pinning of crises; each is a judgement that can be undone."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form
from fastapi.responses import RedirectResponse

from dragoman.crises.stories import Editor
from dragoman.desk import links
from dragoman.desk.accounts.roles import needs
from dragoman.desk.context import TheDesk, TheVisit, Visit
from dragoman.desk.errors import missing
from dragoman.desk.refusals import BadQuery
from dragoman.store import Judgement

router = APIRouter(dependencies=[Depends(needs("editor"))])

Text = Annotated[str, Form(max_length=300)]
Ids = Annotated[list[str] | None, Form()]


@router.post("/crises/{crisis}/name")
def name(crisis: str, desk: TheDesk, visit: TheVisit, title: Text = "") -> RedirectResponse:
    """Give a crisis a title."""
    if not title.strip():
        raise BadQuery("A title has words.", hint="Write one and send it again.")
    with missing(), desk.store.work() as unit:
        made = Editor(unit, who(visit)).name("crises", crisis, title.strip())
    return _back(crisis, made)


@router.post("/crises/{crisis}/merge")
def merge(crisis: str, desk: TheDesk, visit: TheVisit, other: Ids = None) -> RedirectResponse:
    """Make other crises part of this one."""
    if not other:
        raise BadQuery("No other crisis is chosen.", hint="Choose one to merge with.")
    with missing(), desk.store.work() as unit:
        made = Editor(unit, who(visit)).merge("crises", crisis, other)
    return _back(crisis, made)


@router.post("/crises/{crisis}/split")
def split(crisis: str, desk: TheDesk, visit: TheVisit, story: Ids = None) -> RedirectResponse:
    """Make stories of a crisis one by itself."""
    if not story:
        raise BadQuery("No story is chosen.", hint="Choose those to be a crisis of their own.")
    with missing(), desk.store.work() as unit:
        made, _ = Editor(unit, who(visit)).split("crises", crisis, [story])
    return _back(crisis, made)


@router.post("/crises/{crisis}/pin")
def pin(
    crisis: str, desk: TheDesk, visit: TheVisit, story: Ids = None, into: Text = ""
) -> RedirectResponse:
    """Put stories of a crisis into another one, or hold them where they are."""
    if not story:
        raise BadQuery("No story is chosen.", hint="Choose those to be put elsewhere.")
    with missing(), desk.store.work() as unit:
        made = Editor(unit, who(visit)).pin("crises", into or crisis, story)
    return _back(into or crisis, made)


@router.post(links.undo())
def undo(
    desk: TheDesk, visit: TheVisit, judgement: Text, then: Annotated[str, Form()] = "/"
) -> RedirectResponse:
    """Take a judgement on stories or crises back, or its undoing."""
    with missing(), desk.store.work() as unit:
        made = Editor(unit, who(visit)).undo(judgement)
    where = links.safe(then)
    joined = "&" if "?" in where else "?"
    return RedirectResponse(f"{where}{joined}done={made.digest}", status_code=303)


def who(visit: Visit) -> str:
    """Return the name that judgements are signed with."""
    return visit.user.name if visit.user is not None else ""


def _back(crisis: str, made: Judgement) -> RedirectResponse:
    return RedirectResponse(links.crisis(crisis, done=made.digest), status_code=303)
