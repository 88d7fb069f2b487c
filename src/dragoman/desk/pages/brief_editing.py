"""Editing a saved brief: each form that is sent makes another version."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import RedirectResponse
from starlette.responses import Response

from dragoman.crises.briefs import SavedBriefs, Version
from dragoman.crises.briefs.editing import Editing, LineGone
from dragoman.crises.briefs.lineage import successor
from dragoman.crises.briefs.making import Rest
from dragoman.desk import links
from dragoman.desk.accounts.roles import needs
from dragoman.desk.context import Desk, TheDesk, TheVisit, Visit
from dragoman.desk.errors import missing
from dragoman.desk.pages.briefs import Opened, saved_page
from dragoman.desk.pages.editing import who
from dragoman.desk.parts.briefs import shown_version
from dragoman.desk.parts.resting import resting
from dragoman.desk.refusals import BadQuery
from dragoman.desk.rendering import render
from dragoman.errors import StoreError, StoreUnavailable, StoreVersion
from dragoman.store import View

router = APIRouter(prefix="/briefs/{brief}", dependencies=[Depends(needs("analyst"))])

Line = Annotated[int, Form(ge=0)]
Number = Annotated[int, Form(ge=1)]
Words = Annotated[str, Form(max_length=10_000)]
Title = Annotated[str, Form(max_length=300)]

Deed = Callable[[Editing, View], Version]

_CONFLICT, _UNFIT = 409, 422
_WROTE = ("reworded", "retold", "added")


@dataclass(frozen=True, slots=True)
class Sent:
    """A form that was sent to a brief: by which request, to which desk, by whom."""

    request: Request
    brief: int
    desk: Desk
    visit: Visit


def sent_of(request: Request, brief: int, desk: TheDesk, visit: TheVisit) -> Sent:
    """Return the form that a request sends."""
    return Sent(request, brief, desk, visit)


TheSent = Annotated[Sent, Depends(sent_of)]


@router.post("/reword")
def reword(sent: TheSent, line: Line, text: Words = "") -> Response:
    """Put a sentence in other words."""
    opened = Opened(edit=line, text=text)
    return _done(sent, opened, lambda each, _: each.reword(line, text))


@router.post("/retell")
def retell(sent: TheSent, line: Line) -> Response:
    """Put a sentence as the ledger tells it today."""
    return _done(sent, Opened(edit=line), lambda each, _: each.retell(line))


@router.post("/leave-out")
def leave_out(sent: TheSent, line: Line) -> Response:
    """Leave a sentence out."""
    return _done(sent, Opened(), lambda each, _: each.leave_out(line))


@router.post("/put-back")
def put_back(sent: TheSent, line: Line) -> Response:
    """Put a sentence back that was left out."""
    return _done(sent, Opened(), lambda each, _: each.put_back(line))


@router.post("/up")
def up(sent: TheSent, line: Line) -> Response:
    """Move a sentence up."""
    return _done(sent, Opened(edit=line), lambda each, _: each.move(line, -1))


@router.post("/down")
def down(sent: TheSent, line: Line) -> Response:
    """Move a sentence down."""
    return _done(sent, Opened(edit=line), lambda each, _: each.move(line, 1))


@dataclass(frozen=True, slots=True)
class Written:
    """A sentence of one's own as it was sent.

    ``line`` is the one that it comes after, 0 where it comes first; ``version`` is the one whose
    numbers ``rests`` means.
    """

    text: str
    kind: Literal["own", "note"]
    rests: str
    line: int
    version: int


def written_of(
    kind: Annotated[Literal["own", "note"], Form()],
    version: Number,
    line: Line = 0,
    text: Words = "",
    rests: Words = "",
) -> Written:
    """Return the sentence that a form sends."""
    return Written(text, kind, rests, line, version)


@router.post("/add")
def add(sent: TheSent, new: Annotated[Written, Depends(written_of)]) -> Response:
    """Add a sentence of one's own, or a note."""

    def deed(editing: Editing, view: View) -> Version:
        on = _rests(view, sent.brief, new) if new.kind == "own" else []
        return editing.add(new.text, on, after=new.line or None)

    opened = Opened(add=new.line, text=new.text, rests=new.rests, note=new.kind == "note")
    return _done(sent, opened, deed)


@router.post("/title")
def title(sent: TheSent, title: Title = "") -> Response:
    """Give the brief another title."""
    return _done(sent, Opened(), lambda each, _: each.retitle(title))


@router.post("/restore")
def restore(sent: TheSent, version: Number) -> Response:
    """Make an older version the latest one again."""
    return _done(sent, Opened(), lambda each, _: each.restore(version))


@router.post("/name")
def name(brief: int, desk: TheDesk, version: Number, name: Title = "") -> RedirectResponse:
    """Say what a version is called."""
    with missing(), desk.store.work() as unit:
        SavedBriefs(unit.connection).name(brief, version, name)
    return _to(links.saved_brief(brief))


@router.post("/remove")
def remove(brief: int, desk: TheDesk) -> RedirectResponse:
    """Take a brief out of the list."""
    with missing(), desk.store.work() as unit:
        SavedBriefs(unit.connection).remove(brief)
    return _to(links.briefs(removed=brief))


@router.post("/keep")
def keep(brief: int, desk: TheDesk) -> RedirectResponse:
    """Put a brief that was removed back into the list."""
    with missing(), desk.store.work() as unit:
        SavedBriefs(unit.connection).remove(brief, removed=False)
    return _to(links.saved_brief(brief))


def _rests(view: View, brief: int, new: Written) -> list[Rest]:
    """Return what is cited, by numbers as they stood in the version that was looked at."""
    kept = SavedBriefs(view.connection)
    shown = shown_version(view, kept.get(brief), kept.version(brief, new.version))
    return resting(view, shown, new.rests)


def _done(sent: Sent, opened: Opened, deed: Deed) -> Response:
    """Do a deed and go on to the brief; where it cannot be done, say why and keep the words."""
    try:
        with sent.desk.store.work() as unit:
            with missing():
                editing = Editing(unit, sent.brief, who=who(sent.visit))
            version = deed(editing, unit.view)
    except (StoreUnavailable, StoreVersion):
        raise
    except LineGone as error:
        return _again(sent, opened, error.message, _CONFLICT)
    except (StoreError, BadQuery) as error:
        fault = " ".join(filter(None, (error.message, error.hint)))
        return _again(sent, opened, fault, _UNFIT)
    return _to(links.saved_brief(sent.brief, line=_place(version, opened), done=version.number))


def _again(sent: Sent, opened: Opened, fault: str, status: int) -> Response:
    with missing(), sent.desk.store.view() as view:
        edit, add = (_now(view, sent.brief, each) for each in (opened.edit, opened.add))
        begins = 0 if opened.add is not None else None
        told = replace(opened, fault=fault, edit=edit, add=begins if add is None else add)
        page = saved_page(view, sent.brief, None, told)
    # A script puts an answer into the page only where it is none of a fault.
    status = 200 if "hx-request" in sent.request.headers else status
    return render(sent.request, "pages/saved_brief.html", page, status=status)


def _now(view: View, brief: int, number: int | None) -> int | None:
    """Return the line that stands today where somebody meant to change one."""
    if number is None:
        return None
    kept = SavedBriefs(view.connection)
    lines = kept.lines(brief, (line for each in kept.versions(brief) for line in each.lines))
    found = successor(lines, kept.get(brief).latest, number)
    return found.id if found is not None else None


def _place(version: Version, opened: Opened) -> int | None:
    """Return the line to go to: the one that was written, or the one that was moved."""
    if version.change in _WROTE:
        return max(version.lines)
    return opened.edit if opened.edit in version.lines else None


def _to(address: str) -> RedirectResponse:
    return RedirectResponse(address, status_code=303)
