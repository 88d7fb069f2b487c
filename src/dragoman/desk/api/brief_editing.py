"""``/briefs/{brief}/edits``: each edit of a saved brief makes another version of it."""

from __future__ import annotations

from typing import Annotated, Literal, Self, TypeAlias

from fastapi import Body, Depends
from pydantic import Field, model_validator

from dragoman.crises.briefs import SavedBriefs, Version
from dragoman.crises.briefs.editing import Editing, LineGone
from dragoman.crises.briefs.making import Rest
from dragoman.desk.accounts.callers import Caller
from dragoman.desk.accounts.roles import needs
from dragoman.desk.api.routing import router as make_router
from dragoman.desk.api.saved_briefs import BriefNumber
from dragoman.desk.api.shapes.base import Given, Refusal
from dragoman.desk.api.shapes.briefs import BriefVersion
from dragoman.desk.api.shapes.queries import Text
from dragoman.desk.context import TheDesk
from dragoman.desk.errors import missing
from dragoman.desk.parts.resting import rest_on_entry, rest_on_fact
from dragoman.desk.refusals import Conflicting
from dragoman.store import UnitOfWork, View

router = make_router("briefs")

Analyst = Annotated[Caller, Depends(needs("analyst"))]

LineNumber = Annotated[
    int, Field(ge=1, lt=2**31, description="The number of the sentence.", examples=[12])
]
Words = Annotated[
    str, Field(max_length=10_000, description="The words.", examples=["Oslo calls for talks."])
]


class Edit(Given):
    """What all edits may say."""

    knowing: int | None = Field(
        default=None,
        ge=1,
        lt=2**31,
        description="The number of the version that you have seen. Where there is a later one by "
        "now, nothing is done and the answer is 409.",
        examples=[3],
    )


class Reword(Edit):
    """Put a sentence in other words; what it cites stays."""

    deed: Literal["reword"] = Field(description="Which edit it is.")
    line: LineNumber
    text: Words


class Retell(Edit):
    """Put a sentence as the ledger tells it today."""

    deed: Literal["retell"] = Field(description="Which edit it is.")
    line: LineNumber


class LeaveOut(Edit):
    """Leave a sentence out."""

    deed: Literal["leave_out"] = Field(description="Which edit it is.")
    line: LineNumber


class PutBack(Edit):
    """Put a sentence back that was left out."""

    deed: Literal["put_back"] = Field(description="Which edit it is.")
    line: LineNumber


class Move(Edit):
    """Move a sentence one place; at the end of the brief it stays where it is."""

    deed: Literal["move"] = Field(description="Which edit it is.")
    line: LineNumber
    by: Literal[-1, 1] = Field(description="-1 is up, 1 is down.")


class Ground(Given):
    """A fact that a sentence rests on: an entry of the ledger, or a fact of one article."""

    entry: Text | None = Field(default=None, description="The id of an entry.")
    article: Text | None = Field(default=None, description="The id of an article.")
    fact: Text | None = Field(default=None, description="The id of a fact of that article.")

    @model_validator(mode="after")
    def _whole(self) -> Self:
        """Refuse what names no fact, or two."""
        named = (self.entry is not None, self.article is not None, self.fact is not None)
        if named not in {(True, False, False), (False, True, True)}:
            raise ValueError("give an entry, or an article and its fact")
        return self


class Add(Edit):
    """Add a sentence of one's own; without anything that it rests on it is a note."""

    deed: Literal["add"] = Field(description="Which edit it is.")
    text: Words
    rests: list[Ground] = Field(
        default=[], max_length=50, description="The facts that it rests on and cites."
    )
    after: LineNumber | None = Field(
        default=None, description="The sentence that it comes after; without one it comes first."
    )


class Retitle(Edit):
    """Give the brief another title."""

    deed: Literal["retitle"] = Field(description="Which edit it is.")
    title: Text = Field(description="The title.", examples=["Evening brief"])


class Restore(Edit):
    """Make an older version the latest one again; so any edit is undone."""

    deed: Literal["restore"] = Field(description="Which edit it is.")
    version: int = Field(ge=1, lt=2**31, description="Its number.", examples=[2])


AnyEdit: TypeAlias = Reword | Retell | LeaveOut | PutBack | Move | Add | Retitle | Restore


@router.post(
    "/briefs/{brief}/edits",
    summary="Edit a saved brief",
    responses={409: {"model": Refusal, "description": "Somebody changed the same meanwhile."}},
)
def edit(
    desk: TheDesk,
    caller: Analyst,
    brief: BriefNumber,
    edit: Annotated[AnyEdit, Body(discriminator="deed")],
) -> BriefVersion:
    """Return the version that an edit makes; the latest one where it changes nothing."""
    with desk.store.work() as unit:
        with missing():
            editing = Editing(unit, brief, who=caller.name)
        _refuse_unseen(unit, brief, edit.knowing)
        try:
            return BriefVersion.model_validate(_done(editing, unit.view, edit))
        except LineGone as error:
            raise Conflicting(error.message, hint="Look at the brief again.") from error


def _refuse_unseen(unit: UnitOfWork, brief: int, knowing: int | None) -> None:
    """Refuse to edit a brief that others changed since it was looked at.

    Raises:
        Conflicting: There is a later version than the one that is known.
    """
    latest = SavedBriefs(unit.connection).get(brief).latest
    if knowing is not None and knowing != latest.number:
        message = f"{latest.who} made version {latest.number} of this brief meanwhile."
        raise Conflicting(message, hint="Look at the brief again.")


def _done(editing: Editing, view: View, edit: AnyEdit) -> Version:
    match edit:
        case Reword():
            return editing.reword(edit.line, edit.text)
        case Retell():
            return editing.retell(edit.line)
        case LeaveOut():
            return editing.leave_out(edit.line)
        case PutBack():
            return editing.put_back(edit.line)
        case Move():
            return editing.move(edit.line, edit.by)
        case Add():
            rests = [_rest(view, each) for each in edit.rests]
            return editing.add(edit.text, rests, after=edit.after)
        case Retitle():
            return editing.retitle(edit.title)
        case Restore():
            return editing.restore(edit.version)


def _rest(view: View, ground: Ground) -> Rest:
    if ground.entry is not None:
        return rest_on_entry(view, ground.entry)
    return rest_on_fact(view, ground.article or "", ground.fact or "")
