"""Deeds on ``/crises`` and ``/persons``: what belongs together, and who is who.

Each is a judgement, and ``/judgements/{digest}/undo`` takes it back.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends
from pydantic import Field

from dragoman import __version__
from dragoman.crises import persons as identities
from dragoman.crises import stories as groups
from dragoman.crises.entries import refold
from dragoman.crises.stories import Editor
from dragoman.desk.accounts.callers import Caller
from dragoman.desk.accounts.roles import needs
from dragoman.desk.api.crises import GroupId
from dragoman.desk.api.judgements import Judgement, Reason, of_group
from dragoman.desk.api.persons import PersonId
from dragoman.desk.api.routing import router as make_router
from dragoman.desk.api.shapes.queries import Text
from dragoman.desk.context import TheDesk
from dragoman.desk.errors import missing
from dragoman.store import UnitOfWork

crises_router = make_router("crises")
persons_router = make_router("persons")

Editing = Annotated[Caller, Depends(needs("editor"))]

_MOST = 100


class Name(Reason):
    """What a crisis is called."""

    title: Text = Field(description="The title.", examples=["The Port Hest crisis"])


class Others(Reason):
    """What is to become part of it."""

    others: list[Text] = Field(min_length=1, max_length=_MOST, description="Their ids.")


class Members(Reason):
    """Stories of a crisis."""

    stories: list[Text] = Field(min_length=1, max_length=_MOST, description="Their ids.")


class Spellings(Reason):
    """Spellings of a person."""

    spellings: list[Annotated[int, Field(ge=1, lt=2**31)]] = Field(
        min_length=1, max_length=_MOST, description="Their numbers.", examples=[[4]]
    )


@crises_router.post("/crises/{crisis}/name", status_code=201, summary="Name a crisis")
def name(desk: TheDesk, caller: Editing, crisis: GroupId, told: Name) -> Judgement:
    """Give a crisis a title that beats the one made for it."""
    with desk.store.work() as unit:
        editor = _editor(unit, caller, crisis)
        return of_group(editor.name("crises", crisis, told.title, why=told.why))


@crises_router.post("/crises/{crisis}/merge", status_code=201, summary="Merge crises")
def merge(desk: TheDesk, caller: Editing, crisis: GroupId, told: Others) -> Judgement:
    """Make other crises part of this one."""
    with desk.store.work() as unit:
        editor = _editor(unit, caller, crisis)
        return of_group(editor.merge("crises", crisis, told.others, why=told.why))


@crises_router.post("/crises/{crisis}/split", status_code=201, summary="Split a crisis")
def split(desk: TheDesk, caller: Editing, crisis: GroupId, told: Members) -> Judgement:
    """Make stories of a crisis one by itself; what comes later stays with the rest."""
    with desk.store.work() as unit:
        editor = _editor(unit, caller, crisis)
        made, _ = editor.split("crises", crisis, [told.stories], why=told.why)
        return of_group(made)


@crises_router.post("/crises/{crisis}/pin", status_code=201, summary="Hold stories in a crisis")
def pin(desk: TheDesk, caller: Editing, crisis: GroupId, told: Members) -> Judgement:
    """Put stories into a crisis, and hold them there whatever they are like."""
    with desk.store.work() as unit:
        editor = _editor(unit, caller, crisis)
        return of_group(editor.pin("crises", crisis, told.stories, why=told.why))


@persons_router.post("/persons/{person}/merge", status_code=201, summary="Make persons one")
def merge_persons(desk: TheDesk, caller: Editing, person: PersonId, told: Others) -> Judgement:
    """Judge that other persons are the same as this one; the ledger follows at once."""
    with desk.store.work() as unit:
        _require_person(unit, person)
        about = {"who": caller.name, "why": told.why, "reader": __version__}
        made = identities.merge(unit, person, told.others, **about)
        refold(unit, identities.settle(unit))
        return of_group(made)


@persons_router.post("/persons/{person}/split", status_code=201, summary="Tell persons apart")
def split_person(desk: TheDesk, caller: Editing, person: PersonId, told: Spellings) -> Judgement:
    """Judge that some spellings of a person are somebody else's; the ledger follows at once."""
    with desk.store.work() as unit:
        _require_person(unit, person)
        about = {"who": caller.name, "why": told.why, "reader": __version__}
        made = identities.split(unit, person, told.spellings, **about)
        refold(unit, identities.settle(unit))
        return of_group(made)


def _editor(unit: UnitOfWork, caller: Caller, crisis: str) -> Editor:
    """Return what edits a crisis.

    Raises:
        NotFound: There is no such crisis.
    """
    with missing():
        groups.Crises(unit.view).get(crisis)
    return Editor(unit, caller.name)


def _require_person(unit: UnitOfWork, person: str) -> None:
    with missing():
        identities.Persons(unit.view).person(person)
