"""``/briefs``: briefs that are saved, read and compared in all their versions, and edited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Path, Query
from pydantic import Field
from starlette.responses import Response

from dragoman.crises.briefs import SavedBrief as LedgerBrief
from dragoman.crises.briefs import SavedBriefs, Version
from dragoman.crises.briefs.making import drafted
from dragoman.crises.briefs.writing import written
from dragoman.desk.accounts.callers import Caller
from dragoman.desk.accounts.roles import needs
from dragoman.desk.api import cursors
from dragoman.desk.api.documents import DOCUMENTS, Form, document_of
from dragoman.desk.api.routing import router as make_router
from dragoman.desk.api.shapes.base import Given, Listing
from dragoman.desk.api.shapes.briefs import (
    BriefDifference,
    BriefLine,
    BriefPart,
    BriefSource,
    BriefVersion,
    BriefWanted,
    ListedBrief,
    SavedBrief,
)
from dragoman.desk.api.shapes.queries import Paged, Text
from dragoman.desk.context import TheDesk
from dragoman.desk.errors import missing
from dragoman.desk.parts.briefing import asked_for, made
from dragoman.desk.parts.briefs import ShownLine, ShownSection, shown_version
from dragoman.desk.parts.frames import framed
from dragoman.desk.parts.version_differences import differences
from dragoman.store import View

router = make_router("briefs")

Analyst = Annotated[Caller, Depends(needs("analyst"))]
Number = Annotated[int, Field(ge=1, lt=2**31)]
BriefNumber = Annotated[int, Path(description="The number of a brief.", ge=1, lt=2**31)]
VersionNumber = Annotated[int, Path(description="The number of a version.", ge=1, lt=2**31)]


class OfCrisis(Paged):
    """Which briefs are asked for."""

    crisis: Text | None = Field(default=None, description="Only of this crisis, by its id.")


class InVersion(Given):
    """Which version is asked for."""

    version: Number | None = Field(default=None, description="By default the latest one.")


class Formed(InVersion):
    """Which version is asked for, and in which form."""

    form: Form = Field(description="Of the document.")


class Compared(Given):
    """Which two versions are compared."""

    one: Number | None = Field(
        default=None, description="The older one; by default the one before the newer one."
    )
    other: Number | None = Field(default=None, description="By default the latest one.")


class Called(Given):
    """What a version is called."""

    name: str = Field(
        max_length=300, description="Empty to take a name away.", examples=["as sent"]
    )


@router.get("/briefs", summary="Saved briefs, the last saved one first")
def briefs(desk: TheDesk, asked: Annotated[OfCrisis, Query()]) -> Listing[ListedBrief]:
    """Return the briefs that are saved, without those that were taken out of the list."""
    values = cursors.read(asked.cursor, int)
    before = None if values is None or values[0] is None else int(values[0])
    with desk.store.view() as view:
        kept = SavedBriefs(view.connection)
        found = kept.all(crisis=asked.crisis, before=before, limit=asked.limit + 1)
    some = found[: asked.limit]
    following = cursors.written(some[-1].id) if len(found) > asked.limit else None
    return Listing[ListedBrief](items=[_listed(each) for each in some], next=following)


@router.post("/briefs", status_code=201, summary="Save a brief")
def save(desk: TheDesk, caller: Analyst, asked: BriefWanted) -> SavedBrief:
    """Save what `/brief` tells when it is asked the same, so that it can be edited."""
    filters, wish = asked.filters(), asked.wish()
    with desk.store.work() as unit:
        framed(unit.view, filters)
        parts = drafted(unit.view, made(unit.view, filters, wish, title=asked.title))
        kept = SavedBriefs(unit.connection)
        saved = kept.make(asked.title, asked_for(filters, wish), parts, who=caller.name)
        return shown(unit.view, _Chosen(saved, saved.latest))


@router.get("/briefs/{brief}", summary="One saved brief")
def brief(desk: TheDesk, brief: BriefNumber, asked: Annotated[InVersion, Query()]) -> SavedBrief:
    """Return a version of a saved brief, with what became of its sentences since."""
    with desk.store.view() as view:
        return shown(view, _chosen(view, brief, asked.version))


@router.delete(
    "/briefs/{brief}",
    status_code=204,
    summary="Take a brief out of the list",
    dependencies=[Depends(needs("analyst"))],
)
def remove(desk: TheDesk, brief: BriefNumber) -> Response:
    """Take a brief out of the list; `/briefs/{brief}/keep` puts it back there."""
    with missing(), desk.store.work() as unit:
        SavedBriefs(unit.connection).remove(brief)
    return Response(status_code=204)


@router.post(
    "/briefs/{brief}/keep",
    summary="Put a brief back into the list",
    dependencies=[Depends(needs("analyst"))],
)
def keep(desk: TheDesk, brief: BriefNumber) -> ListedBrief:
    """Put a brief that was taken out of the list back there."""
    with missing(), desk.store.work() as unit:
        kept = SavedBriefs(unit.connection)
        kept.remove(brief, removed=False)
        return _listed(kept.get(brief))


@router.get("/briefs/{brief}/versions", summary="The versions of a brief, the latest first")
def versions(
    desk: TheDesk, brief: BriefNumber, asked: Annotated[Paged, Query()]
) -> Listing[BriefVersion]:
    """Return who changed a brief in what way."""
    values = cursors.read(asked.cursor, int)
    before = None if values is None or values[0] is None else int(values[0])
    with desk.store.view() as view:
        with missing():
            SavedBriefs(view.connection).get(brief)
        found = [
            each
            for each in SavedBriefs(view.connection).versions(brief)
            if before is None or each.number < before
        ]
    some = found[: asked.limit]
    following = cursors.written(some[-1].number) if len(found) > asked.limit else None
    items = [BriefVersion.model_validate(each) for each in some]
    return Listing[BriefVersion](items=items, next=following)


@router.put(
    "/briefs/{brief}/versions/{version}/name",
    summary="Say what a version is called",
    dependencies=[Depends(needs("analyst"))],
)
def name(desk: TheDesk, brief: BriefNumber, version: VersionNumber, called: Called) -> BriefVersion:
    """Give a version a name, so that it is found again among the others."""
    with missing(), desk.store.work() as unit:
        kept = SavedBriefs(unit.connection)
        kept.name(brief, version, called.name)
        return BriefVersion.model_validate(kept.version(brief, version))


@router.get("/briefs/{brief}/differences", summary="Two versions of a brief compared")
def compare(
    desk: TheDesk, brief: BriefNumber, asked: Annotated[Compared, Query()]
) -> Listing[BriefDifference]:
    """Return two versions sentence by sentence, in the order of the newer one."""
    with desk.store.view() as view, missing():
        kept = SavedBriefs(view.connection)
        newer = asked.other or kept.get(brief).latest.number
        pair = sorted((asked.one or max(newer - 1, 1), newer))
        one, other = (kept.version(brief, each) for each in pair)
        every = (line for each in kept.versions(brief) for line in each.lines)
        found = differences(one, other, kept.lines(brief, every))
    return Listing[BriefDifference](items=[BriefDifference.model_validate(each) for each in found])


@router.get(
    "/briefs/{brief}/document",
    summary="A saved brief as a document",
    response_class=Response,
    responses=DOCUMENTS,
)
def document(desk: TheDesk, brief: BriefNumber, asked: Annotated[Formed, Query()]) -> Response:
    """Return a version of a saved brief as Markdown, as one page of HTML, or as a PDF."""
    with desk.store.view() as view:
        chosen = _chosen(view, brief, asked.version)
        return document_of(written(view, chosen.saved, chosen.version), asked.form)


@dataclass(frozen=True, slots=True)
class _Chosen:
    """A brief, and one of its versions."""

    saved: LedgerBrief
    version: Version


def _chosen(view: View, brief: int, version: int | None) -> _Chosen:
    with missing():
        kept = SavedBriefs(view.connection)
        saved = kept.get(brief)
        return _Chosen(saved, saved.latest if version is None else kept.version(brief, version))


def shown(view: View, chosen: _Chosen) -> SavedBrief:
    """Return a version of a saved brief as the API gives it."""
    saved = chosen.saved
    found = shown_version(view, saved, chosen.version)
    return SavedBrief(
        id=saved.id,
        crisis=saved.crisis,
        who=saved.who,
        saved_at=saved.saved_at,
        removed_at=saved.removed_at,
        latest=saved.latest.number,
        version=BriefVersion.model_validate(chosen.version),
        span=found.span,
        sections=[_part(each) for each in found.sections],
        sources=[BriefSource.model_validate(each) for each in found.sources],
    )


def _part(section: ShownSection) -> BriefPart:
    return BriefPart(
        title=section.title,
        group=section.group,
        lines=[_line(each) for each in section.lines],
        left_out=[_line(each) for each in section.left_out],
        more=section.more,
    )


def _line(line: ShownLine) -> BriefLine:
    shared = BriefLine.model_fields.keys() - {"cited"}
    told = {name: getattr(line, name) for name in shared}
    return BriefLine.model_validate({**told, "cited": [each.number for each in line.sources]})


def _listed(saved: LedgerBrief) -> ListedBrief:
    latest = saved.latest
    return ListedBrief(
        id=saved.id,
        title=latest.title,
        crisis=saved.crisis,
        number=latest.number,
        who=latest.who,
        saved_at=latest.saved_at,
    )
