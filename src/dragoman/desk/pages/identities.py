"""Saying who is who: persons made one, or told apart; each is a judgement that can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

from fastapi import APIRouter, Depends, Form
from fastapi.responses import RedirectResponse

from dragoman import __version__
from dragoman.crises import persons
from dragoman.crises.entries import refold
from dragoman.desk import links
from dragoman.desk.accounts.roles import needs
from dragoman.desk.context import TheDesk, TheVisit
from dragoman.desk.errors import missing
from dragoman.desk.pages.editing import who
from dragoman.desk.parts.identities import person_of
from dragoman.desk.refusals import BadQuery
from dragoman.store import Judgement, Store, UnitOfWork

router = APIRouter(dependencies=[Depends(needs("editor"))])

_MOST = 100

Ids = Annotated[list[str] | None, Form(max_length=_MOST)]
Numbers = Annotated[list[int] | None, Form(max_length=_MOST)]
Text = Annotated[str, Form(max_length=300)]


@router.post("/actors/{person}/merge")
def merge(
    person: str, desk: TheDesk, visit: TheVisit, other: Ids = None, why: Text = ""
) -> RedirectResponse:
    """Judge that other persons are the same as this one."""
    if not other:
        raise BadQuery("Nobody else is chosen.", hint="Tick who is the same person.")
    about = {"who": who(visit), "why": why.strip(), "reader": __version__}
    with _judging(desk.store) as unit:
        made = persons.merge(unit, person, other, **about)
    return _back(desk.store, made)


@router.post("/actors/{person}/split")
def split(
    person: str, desk: TheDesk, visit: TheVisit, spelling: Numbers = None, why: Text = ""
) -> RedirectResponse:
    """Judge that some spellings of a person are somebody else's."""
    if not spelling:
        raise BadQuery("No spelling is chosen.", hint="Tick those that are somebody else's.")
    about = {"who": who(visit), "why": why.strip(), "reader": __version__}
    with _judging(desk.store) as unit:
        made = persons.split(unit, person, spelling, **about)
    return _back(desk.store, made)


@router.post(links.undo_identity())
def undo(desk: TheDesk, visit: TheVisit, judgement: Text) -> RedirectResponse:
    """Take a judgement on who is who back."""
    with _judging(desk.store) as unit:
        made = persons.undo(unit, judgement, who=who(visit))
    return _back(desk.store, made)


@contextmanager
def _judging(store: Store) -> Iterator[UnitOfWork]:
    """Give a unit of work; what is judged in it holds at its end for all that hangs on it."""
    with missing(), store.work() as unit:
        yield unit
        refold(unit, persons.settle(unit))


def _back(store: Store, made: Judgement) -> RedirectResponse:
    with store.view() as view:
        person = person_of(view, made)
    return RedirectResponse(links.actor(person, done=made.digest), status_code=303)
