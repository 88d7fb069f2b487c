"""``/jobs``: what waits to be done, and what became of it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from fastapi import Depends, File, Form, Path, Query, UploadFile
from pydantic import Field

from dragoman.desk.accounts.roles import needs
from dragoman.desk.api import cursors
from dragoman.desk.api.routing import router as make_router
from dragoman.desk.api.shapes.base import Given, Listing, Refusal, Shape
from dragoman.desk.api.shapes.queries import Paged, Text
from dragoman.desk.context import Desk, TheDesk
from dragoman.desk.errors import missing
from dragoman.desk.parts.giving import asked, deposited, pasted, uploaded, web_address
from dragoman.desk.refusals import BadQuery, NotFound
from dragoman.store import Job as StoredJob
from dragoman.store.given import Deposit

router = make_router("jobs")

State = Literal["waiting", "running", "done", "dead"]

Url = Annotated[str, Field(max_length=2000)]

Number = Annotated[int, Path(description="The number of a job.", ge=1, lt=2**31)]


class Wanted(Paged):
    """Which jobs are asked for."""

    kind: list[Text] = Field(default=[], max_length=20, description="Only of these kinds.")
    state: list[State] = Field(default=[], description="Only in these states.")


class Job(Shape):
    """One piece of work."""

    id: int = Field(examples=[7], description="Its number.")
    kind: str = Field(examples=["add"], description="What is to be done.")
    state: State = Field(description="`dead` is one that was given up.")
    source: str | None = Field(
        examples=["https://bergen-post.example/1"], description="What is to be added."
    )
    attempts: int = Field(examples=[1], description="How often it was begun.")
    due_at: datetime = Field(examples=["2031-05-04T10:00:00Z"], description="Not before then.")
    error: str | None = Field(description="What went wrong last.")


_DAY = Field(
    default=None,
    description="When it was published; beats what it says itself.",
    examples=["2031-05-04"],
)


class Order(Given):
    """What is to be read."""

    url: str = Field(
        min_length=1,
        max_length=2000,
        description="Its address on the web.",
        examples=["https://bergen-post.example/1"],
    )
    published: date | None = _DAY


class Pasted(Given):
    """A text that is to be read."""

    text: str = Field(
        min_length=1, description="The article, its title in the first line.", examples=["Calm\n…"]
    )
    title: Text | None = Field(default=None, description="The title, where the text has none.")
    outlet: Text | None = Field(
        default=None, description="Who published it.", examples=["Bergen Post"]
    )
    url: Url | None = Field(default=None, description="Where it stands on the web.")
    published: date | None = _DAY


@router.get("/jobs", summary="Jobs, the latest first")
def jobs(desk: TheDesk, wanted: Annotated[Wanted, Query()]) -> Listing[Job]:
    """Return what is to be done and what was."""
    values = cursors.read(wanted.cursor, int)
    before = None if values is None or values[0] is None else int(values[0])
    with desk.store.view() as view:
        found = view.jobs.listed(
            kinds=wanted.kind, states=wanted.state, before=before, limit=wanted.limit + 1
        )
    some = found[: wanted.limit]
    following = cursors.written(some[-1].id) if len(found) > wanted.limit else None
    return Listing[Job](items=[_job(each) for each in some], next=following)


@router.post(
    "/jobs",
    status_code=202,
    summary="Let an article be read",
    dependencies=[Depends(needs("analyst"))],
)
def put(desk: TheDesk, order: Order) -> Job:
    """Let a worker fetch and read what stands at a web address, which may be a feed as well.

    What is on its way already is not put in a second time; its job is returned. What was read, or
    given up, is put in once more, as a job of its own.
    """
    url = web_address(order.url)
    if url is None:
        raise BadQuery("There is no address.", hint="Write https://HOST/PATH.")
    published = order.published.isoformat() if order.published else None
    with desk.store.work() as unit:
        found = asked(unit, url, published=published)
    if found is None:
        raise NotFound("The job is no longer there.")
    return _job(found)


@router.post(
    "/jobs/text",
    status_code=202,
    summary="Let a text be read",
    dependencies=[Depends(needs("analyst"))],
)
def put_text(desk: TheDesk, given: Pasted) -> Job:
    """Let a worker read a text; it is always a job of its own."""
    deposit = pasted(
        given.text,
        title=given.title,
        outlet=given.outlet,
        url=web_address(given.url or ""),
        published=given.published.isoformat() if given.published else None,
    )
    return _deposited(desk, deposit)


@router.post(
    "/jobs/file",
    status_code=202,
    summary="Let a file be read",
    dependencies=[Depends(needs("analyst"))],
    responses={413: {"model": Refusal, "description": "The file has too many bytes."}},
)
def put_file(
    desk: TheDesk,
    file: Annotated[UploadFile, File(description="A text, page, feed, JSON lines or web archive.")],
    url: Annotated[Url | None, Form(description="Where it stands on the web.")] = None,
    published: Annotated[
        date | None, Form(description="When it was published; beats what it says itself.")
    ] = None,
) -> Job:
    """Let a worker read a file; the end of its name says of what kind it is."""
    deposit = uploaded(
        file.file,
        file.filename,
        most=desk.settings.max_bytes,
        url=web_address(url or ""),
        published=published.isoformat() if published else None,
    )
    return _deposited(desk, deposit)


@router.get("/jobs/{number}", summary="One job")
def job(desk: TheDesk, number: Number) -> Job:
    """Return a job."""
    with desk.store.view() as view:
        found = view.jobs.get(number)
    if found is None:
        raise NotFound(f"There is no job {number}.")
    return _job(found)


@router.post(
    "/jobs/{number}/retry",
    summary="Try a job again that was given up",
    dependencies=[Depends(needs("analyst"))],
)
def retry(desk: TheDesk, number: Number) -> Job:
    """Let a job that was given up wait for a worker again."""
    with desk.store.work() as unit:
        with missing():
            unit.jobs.revive(number)
        found = unit.jobs.get(number)
    if found is None:
        raise NotFound(f"There is no job {number}.")
    return _job(found)


def _deposited(desk: Desk, deposit: Deposit) -> Job:
    with desk.store.work() as unit:
        found = deposited(unit, deposit)
    if found is None:
        raise NotFound("The job is no longer there.")
    return _job(found)


def _job(job: StoredJob) -> Job:
    named = ("id", "kind", "state", "attempts", "due_at", "error")
    return Job(**{name: getattr(job, name) for name in named}, source=_source(job.payload))


def _source(payload: Any) -> str | None:
    """Return the address that a job adds; a file on the machine of the desk is nobody's concern."""
    source = payload.get("source") if isinstance(payload, dict) else None
    return source if isinstance(source, str) and source.startswith("http") else None
