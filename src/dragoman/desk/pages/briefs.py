"""Saved briefs: the list of them, one with its versions, two versions compared, files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from dragoman.crises.briefs import SavedBrief, SavedBriefs, Version
from dragoman.crises.briefs.model import Change
from dragoman.crises.briefs.writing import written
from dragoman.crises.stories import Crises, Crisis
from dragoman.desk import links
from dragoman.desk.context import TheDesk
from dragoman.desk.errors import missing
from dragoman.desk.parts.briefs import (
    CHANGES,
    ListedBrief,
    ShownBrief,
    crisis_of,
    listed,
    shown_version,
)
from dragoman.desk.parts.documents import document
from dragoman.desk.parts.version_differences import Difference, differences
from dragoman.desk.rendering import render
from dragoman.store import View

router = APIRouter()

AT_ONCE = 50
"""Briefs on one page of the list."""

DocumentForm = Literal["markdown", "html", "pdf"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefsPage:
    """The briefs that are saved.

    Attributes:
        briefs: Some of them, the last saved one first.
        crisis: The crisis that they are all of, if only those are asked for.
        first: The address of the beginning of the list, unless this is it.
        next: The address of what follows, if anything does.
        removed: The brief that was just removed, if one was.
    """

    briefs: tuple[ListedBrief, ...]
    crisis: Crisis | None
    first: str | None
    next: str | None
    removed: ListedBrief | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What is open in a brief: the line that is edited, or the one after which one is written.

    Attributes:
        edit: The number of the line that is reworded, if one is.
        add: The number of the line after which one is added; 0 at the beginning.
        text: The words that were sent and could not be taken.
        rests: What they were said to rest on.
        note: Whether they were to be a note.
        fault: Why they could not be taken.
    """

    edit: int | None = None
    add: int | None = None
    text: str = ""
    rests: str = ""
    note: bool = False
    fault: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedBriefPage:
    """A saved brief in one of its versions.

    Attributes:
        saved: The brief.
        version: The version that is shown.
        brief: How it reads.
        crisis: The title of the crisis that it is of, if it is of one.
        crisis_id: The id of that crisis; absent where it is no more.
        anew: The address that asks the ledger for the same again.
        versions: All versions, the latest first.
        changes: Words for what was done in each.
        latest: Whether the latest version is shown; only that can be edited.
        opened: What is open in it.
        done: Whether something was just done to it.
    """

    saved: SavedBrief
    version: Version
    brief: ShownBrief
    crisis: str | None
    crisis_id: str | None
    anew: str
    versions: tuple[Version, ...]
    changes: Mapping[Change, str]
    latest: bool
    opened: Opened
    done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionsPage:
    """Two versions of a saved brief, side by side.

    Attributes:
        saved: The brief.
        versions: All versions, the latest first.
        one: The older one of the two.
        other: The newer one.
        rows: What they have, line by line.
    """

    saved: SavedBrief
    versions: tuple[Version, ...]
    one: Version
    other: Version
    rows: tuple[Difference, ...]


@router.get(links.briefs())
def briefs(
    request: Request,
    desk: TheDesk,
    crisis: str | None = None,
    before: int | None = None,
    removed: int | None = None,
) -> HTMLResponse:
    """Show the briefs that are saved."""
    with missing(), desk.store.view() as view:
        of = Crises(view).get(crisis) if crisis else None
        kept = SavedBriefs(view.connection)
        some = kept.all(crisis=crisis or None, before=before, limit=AT_ONCE + 1)
        gone = [kept.get(removed)] if removed is not None else []
        shown = listed(view, [*some[:AT_ONCE], *gone])
    page = BriefsPage(
        briefs=shown[: len(shown) - len(gone)],
        crisis=of,
        first=links.briefs(crisis=crisis) if before is not None else None,
        next=_following(some, crisis),
        removed=shown[-1] if gone else None,
    )
    return render(request, "pages/briefs.html", page)


def _following(some: list[SavedBrief], crisis: str | None) -> str | None:
    if len(some) <= AT_ONCE:
        return None
    return links.briefs(crisis=crisis, before=some[AT_ONCE - 1].id)


@router.get("/briefs/{brief}")
def saved_brief(
    request: Request,
    brief: int,
    desk: TheDesk,
    version: int | None = None,
    edit: int | None = None,
    add: int | None = None,
    done: int | None = None,
) -> HTMLResponse:
    """Show a saved brief."""
    with missing(), desk.store.view() as view:
        page = saved_page(view, brief, version, Opened(edit=edit, add=add), done=done is not None)
    return render(request, "pages/saved_brief.html", page)


@router.get("/briefs/{brief}/compare")
def compare(
    request: Request,
    brief: int,
    desk: TheDesk,
    one: int | None = None,
    other: int | None = None,
) -> HTMLResponse:
    """Show two versions of a saved brief side by side."""
    with missing(), desk.store.view() as view:
        kept = SavedBriefs(view.connection)
        saved = kept.get(brief)
        last = saved.latest.number
        pair = sorted((one or max(last - 1, 1), other or last))
        older, newer = (kept.version(brief, each) for each in pair)
        versions = tuple(kept.versions(brief))
        lines = kept.lines(brief, (line for each in versions for line in each.lines))
    page = VersionsPage(
        saved=saved,
        versions=versions,
        one=older,
        other=newer,
        rows=differences(older, newer, lines),
    )
    return render(request, "pages/versions.html", page)


@router.get("/briefs/{brief}/document/{form}")
def saved_document(
    brief: int, form: DocumentForm, desk: TheDesk, version: int | None = None
) -> Response:
    """Return a version of a saved brief as a file."""
    with missing(), desk.store.view() as view:
        kept = SavedBriefs(view.connection)
        saved = kept.get(brief)
        shown = saved.latest if version is None else kept.version(brief, version)
        found = written(view, saved, shown)
    return document(found, form)


def saved_page(
    view: View, brief: int, version: int | None, opened: Opened, *, done: bool = False
) -> SavedBriefPage:
    """Return a saved brief as a page.

    Raises:
        StoreError: There is no such brief, or no such version of it.
    """
    kept = SavedBriefs(view.connection)
    saved = kept.get(brief)
    shown = saved.latest if version is None else kept.version(brief, version)
    titles = {each.id: each.title for each in Crises(view).all()}
    return SavedBriefPage(
        saved=saved,
        version=shown,
        brief=shown_version(view, saved, shown),
        crisis=crisis_of(saved, titles),
        crisis_id=saved.crisis if saved.crisis in titles else None,
        anew=links.wished_brief(more=[(name, value) for name, value in saved.asked["query"]]),
        versions=tuple(kept.versions(brief)),
        changes=CHANGES,
        latest=shown.number == saved.latest.number,
        opened=opened,
        done=done,
    )
