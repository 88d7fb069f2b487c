"""Giving articles to be read: pasted, uploaded, or by their address; a worker reads them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Path, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from dragoman.desk import links
from dragoman.desk.accounts.roles import needs
from dragoman.desk.context import TheDesk
from dragoman.desk.errors import missing
from dragoman.desk.parts.given import GivenJob, given_job, is_given, lately
from dragoman.desk.parts.giving import asked, deposited, pasted, uploaded, web_address
from dragoman.desk.queries import day
from dragoman.desk.refusals import BadQuery, NotFound
from dragoman.desk.rendering import render
from dragoman.ingest.suffixes import SUFFIXES
from dragoman.store import Job, Store
from dragoman.store.given import Deposit

router = APIRouter(dependencies=[Depends(needs("analyst"))])

_LATELY = 12

Words = Annotated[str, Form(max_length=2000)]
Number = Annotated[int, Path(ge=1, lt=2**31)]


@dataclass(frozen=True, slots=True, kw_only=True)
class GivingPage:
    """The forms by which articles are added.

    Attributes:
        suffixes: The kinds of file that are read, by how their names end.
        most: Bytes that a file may have.
        lately: What was given last.
    """

    suffixes: tuple[str, ...]
    most: int
    lately: tuple[GivenJob, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JobPage:
    """How far the reading of something has come.

    Attributes:
        job: The job that reads it.
    """

    job: GivenJob


@router.get(links.new_article())
def giving(request: Request, desk: TheDesk) -> HTMLResponse:
    """Show the ways in which articles are added."""
    with desk.store.view() as view:
        page = GivingPage(
            suffixes=SUFFIXES, most=desk.settings.max_bytes, lately=lately(view, _LATELY)
        )
    return render(request, "pages/giving.html", page)


@router.post(links.give("paste"))
def paste(
    desk: TheDesk,
    text: Annotated[str, Form()] = "",
    title: Words = "",
    outlet: Words = "",
    url: Words = "",
    published: Words = "",
) -> RedirectResponse:
    """Let a pasted text be read."""
    given = pasted(
        text,
        title=title.strip() or None,
        outlet=outlet.strip() or None,
        url=web_address(url),
        published=_day(published),
    )
    return _on_its_way(_deposited(desk.store, given))


@router.post(links.give("upload"))
def upload(
    desk: TheDesk, file: UploadFile, url: Words = "", published: Words = ""
) -> RedirectResponse:
    """Let an uploaded file be read."""
    given = uploaded(
        file.file,
        file.filename,
        most=desk.settings.max_bytes,
        url=web_address(url),
        published=_day(published),
    )
    return _on_its_way(_deposited(desk.store, given))


@router.post(links.give("address"))
def address(desk: TheDesk, url: Words = "", published: Words = "") -> RedirectResponse:
    """Let what stands at an address be fetched and read; it may be a feed as well."""
    wanted = web_address(url)
    if wanted is None:
        raise BadQuery("There is no address.", hint="Write it as https://HOST/PATH.")
    with desk.store.work() as unit:
        job = _job(asked(unit, wanted, published=_day(published)))
    return _on_its_way(job)


@router.get("/articles/new/{number}")
def job(request: Request, desk: TheDesk, number: Number, seen: str | None = None) -> Response:
    """Show how far a job is; to a script that has seen all of it, say that nothing is new."""
    with desk.store.view() as view:
        page = JobPage(job=given_job(view, _job(view.jobs.get(number))))
    if "hx-request" not in request.headers:
        return render(request, "pages/job.html", page)
    if page.job.seen == seen:
        return Response(status_code=204)
    return render(request, "pages/job_part.html", page, headers={"vary": "HX-Request"})


@router.post("/articles/new/{number}/again")
def again(desk: TheDesk, number: Number) -> RedirectResponse:
    """Let a job that was given up be tried again."""
    with missing(), desk.store.work() as unit:
        found = _job(unit.jobs.get(number))
        unit.jobs.revive(found.id)
    return _on_its_way(found)


def _job(found: Job | None) -> Job:
    if found is None or not is_given(found):
        raise NotFound("There is no such job.", hint="Add the article once more.")
    return found


def _deposited(store: Store, given: Deposit) -> Job:
    with store.work() as unit:
        return _job(deposited(unit, given))


def _on_its_way(job: Job) -> RedirectResponse:
    return RedirectResponse(links.job(job.id), status_code=303)


def _day(published: str) -> str | None:
    found = day("published", published)
    return None if found is None else found.isoformat()
