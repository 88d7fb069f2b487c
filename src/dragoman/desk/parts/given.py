"""What people gave to be read, as shown: how far it has come, and what it brought."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select

from dragoman.crises.questions.citations import clean, link
from dragoman.desk.parts.articles import ShownArticle, shown_article
from dragoman.desk.parts.codes import KINDS, Kind
from dragoman.store import Job, View
from dragoman.store.columns import now
from dragoman.store.given import Result
from dragoman.store.tables import entry_reports, jobs, readings

ADD = "add"
"""The kind of the jobs that add articles; the worker knows it by this name."""

ROUND = "round"
"""What tells in the payload how often an address was asked for before, as the worker knows it."""

MOST_SHOWN = 100
"""Articles that are told of on the page of a job, the latest first."""

_PATIENCE = timedelta(seconds=30)
"""How long a job may wait, with nothing going on, before it looks as if nobody worked."""

_OUTCOMES: Mapping[str, str] = {
    "new": "new",
    "version": "a new version of an article that was there",
    "again": "read anew",
    "known": "was there already",
    "forgotten": "was erased from this ledger, and is left out",
    "failed": "could not be read",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What became of one article.

    Attributes:
        outcome: In words.
        failed: Whether it could not be read.
        article: The article, where it is there.
        facts: How many facts of each kind it tells.
        name: What it came from, where there is no article.
        error: What went wrong.
    """

    outcome: str
    failed: bool
    article: ShownArticle | None
    facts: tuple[tuple[Kind, int], ...]
    name: str | None
    error: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenJob:
    """How far the reading of something has come.

    Attributes:
        number: Of the job.
        name: What was given.
        link: Its address on the web, if that is what was given.
        state: ``waiting``, ``running``, ``done`` or ``dead``.
        ahead: How many jobs come before it.
        idle: Whether it waits though nothing goes on, so that there seems to be no worker.
        attempts: How often it was begun.
        due: When it is tried again, where an attempt failed.
        error: What went wrong last.
        brought: What became of its articles, the latest first.
        further: How many articles are not told of.
    """

    number: int
    name: str
    link: str | None
    state: str
    ahead: int
    idle: bool
    attempts: int
    due: datetime | None
    error: str | None
    brought: tuple[Brought, ...]
    further: int

    @property
    def ended(self) -> bool:
        """Whether nothing more will come."""
        return self.state in {"done", "dead"}

    @property
    def seen(self) -> str:
        """A mark that is another one as soon as there is something new to show."""
        count = len(self.brought) + self.further
        return f"{self.state}-{self.attempts}-{count}-{self.ahead}-{self.idle:d}"


def is_given(job: Job) -> bool:
    """Tell whether a job reads what somebody gave, not a file on the machine of the desk."""
    return job.kind == ADD and ("deposit" in _payload(job) or _source(job) is not None)


def given_job(view: View, job: Job) -> GivenJob:
    """Return a job with all that there is to show of it."""
    brought = tuple(_brought(view, view.given.results(job.id, limit=MOST_SHOWN)))
    failed = job.state == "waiting" and job.attempts > 0
    ahead = _ahead(view, job) if job.state == "waiting" else 0
    return GivenJob(
        number=job.id,
        name=_name(job, view.given.names([job.id]), brought),
        link=link(_source(job)),
        state=job.state,
        ahead=ahead,
        idle=job.state == "waiting" and not failed and _is_idle(view, job),
        attempts=job.attempts,
        due=job.due_at if failed else None,
        error=clean(job.error) if job.error else None,
        brought=brought,
        further=sum(view.given.outcomes(job.id).values()) - len(brought),
    )


def lately(view: View, limit: int) -> tuple[GivenJob, ...]:
    """Return what was given last."""
    found = view.jobs.listed(kinds=[ADD], limit=limit)
    return tuple(given_job(view, each) for each in found if is_given(each))


def _payload(job: Job) -> Mapping[str, object]:
    return job.payload if isinstance(job.payload, dict) else {}


def _source(job: Job) -> str | None:
    source = _payload(job).get("source")
    return source if isinstance(source, str) and link(source) else None


def _name(job: Job, names: Mapping[int, str], brought: Sequence[Brought]) -> str:
    """Return what was given; what is no longer kept goes by what it brought."""
    known = _source(job) or names.get(job.id)
    if known is None and len(brought) > 1:
        return "A file of several articles"
    titles = (each.article.title for each in brought if each.article is not None)
    return clean(known or next(titles, "What was given"))


def _ahead(view: View, job: Job) -> int:
    open_ones = jobs.c.state.in_(["waiting", "running"])
    asked = select(func.count()).select_from(jobs).where(open_ones, jobs.c.id < job.id)
    return view.connection.scalar(asked) or 0


def _is_idle(view: View, job: Job) -> bool:
    return now() - job.due_at > _PATIENCE and not view.jobs.counts().get("running")


def _brought(view: View, results: list[Result]) -> Iterable[Brought]:
    ids = [each.article for each in results if each.article is not None]
    told = _facts(view, ids)
    for each in results:
        there = shown_article(view.article(each.article)) if each.article else None
        yield Brought(
            outcome=_OUTCOMES.get(each.outcome, each.outcome),
            failed=each.outcome == "failed",
            article=there,
            facts=told.get(each.article or "", ()),
            name=clean(each.name) if each.name else None,
            error=clean(each.error) if each.error else None,
        )


def _facts(view: View, ids: list[str]) -> dict[str, tuple[tuple[Kind, int], ...]]:
    """Count the facts of each kind that articles tell."""
    asked = (
        select(readings.c.article_id, entry_reports.c.kind, func.count())
        .join(entry_reports, entry_reports.c.reading_id == readings.c.id)
        .where(readings.c.article_id.in_(ids), readings.c.current)
        .group_by(readings.c.article_id, entry_reports.c.kind)
    )
    told: dict[str, dict[str, int]] = {}
    for article, kind, count in view.connection.execute(asked):
        told.setdefault(article, {})[kind] = count
    return {
        article: tuple((kind, counts[code]) for code, kind in KINDS.items() if code in counts)
        for article, counts in told.items()
    }
