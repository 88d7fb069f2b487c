"""``/me``, ``/users`` and ``/trail``: who asks, who may use the desk, and who did what."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from fastapi import Depends, Query
from pydantic import Field

from dragoman.desk.accounts.callers import Caller, Way
from dragoman.desk.accounts.roles import needs
from dragoman.desk.accounts.trail import trail as trail_of
from dragoman.desk.accounts.users import Role, Users
from dragoman.desk.api import cursors
from dragoman.desk.api.listings import paged_by
from dragoman.desk.api.routing import router as make_router
from dragoman.desk.api.shapes.base import Listing, Shape
from dragoman.desk.api.shapes.queries import Paged, Text
from dragoman.desk.context import TheDesk

router = make_router("people")

Viewer = Annotated[Caller, Depends(needs("viewer"))]
_ADMIN = [Depends(needs("admin"))]


class Me(Shape):
    """Who asks."""

    name: str = Field(examples=["jlind"], description="What judgements are signed with.")
    role: Role = Field(description="What may be done; a token may lower it.")
    way: Way = Field(description="How that is known: `alone` on a desk of one person.")


class Account(Shape):
    """Somebody who may use the desk."""

    name: str = Field(examples=["jlind"], description="By which one signs in.")
    role: Role = Field(description="What they may do.")
    email: str | None = Field(examples=["j.lind@desk.example"], description="The address.")
    made_at: datetime = Field(examples=["2031-05-01T08:00:00Z"], description="When it was made.")
    locked_at: datetime | None = Field(description="Since when it lets nobody in, if it does not.")


class Deed(Shape):
    """One line of the trail."""

    id: int = Field(examples=[77], description="Its number.")
    at: datetime = Field(examples=["2031-05-04T10:12:00Z"], description="When.")
    who: str = Field(examples=["jlind"], description="Who.")
    deed: str = Field(examples=["signed in"], description="What was done.")
    subject: str = Field(description="On what: an id or a name, never words of a text.")
    detail: dict[str, Any] = Field(examples=[{"from": "viewer"}], description="Particulars.")


class Done(Paged):
    """Which part of the trail is asked for."""

    who: Text | None = Field(default=None, description="Only what this person did.")


@router.get("/me", summary="Who asks, and what they may do")
def me(caller: Viewer) -> Me:
    """Return who asks; programs learn from it what their token may do."""
    return Me.model_validate({"name": caller.name, "role": caller.role, "way": caller.way})


@router.get("/users", summary="Accounts, by name", dependencies=_ADMIN)
def users(desk: TheDesk, asked: Annotated[Paged, Query()]) -> Listing[Account]:
    """Return who may use the desk."""
    with desk.store.view() as view:
        found = Users(view.connection).all()
    some, following = paged_by(found, asked, key=lambda each: each.name)
    return Listing[Account](items=[Account.model_validate(each) for each in some], next=following)


@router.get("/trail", summary="What was done, the latest first", dependencies=_ADMIN)
def trail(desk: TheDesk, asked: Annotated[Done, Query()]) -> Listing[Deed]:
    """Return who changed what, who signed in and who tried to."""
    values = cursors.read(asked.cursor, int)
    before = None if values is None or values[0] is None else int(values[0])
    with desk.store.view() as view:
        found = trail_of(view, before=before, who=asked.who, limit=asked.limit + 1)
    some = found[: asked.limit]
    following = cursors.written(some[-1].id) if len(found) > asked.limit else None
    return Listing[Deed](items=[Deed.model_validate(each) for each in some], next=following)
