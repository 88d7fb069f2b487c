"""Review: the queue of facts that nobody judged, and one of them with its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from dragoman.crises import Ledger
from dragoman.crises.review import Queue, Queued, Tally
from dragoman.crises.review.queue import total
from dragoman.desk import links
from dragoman.desk.api import cursors
from dragoman.desk.context import TheDesk, TheFilters
from dragoman.desk.filters import Filters
from dragoman.desk.parts.entries import Showing, ShownEntry
from dragoman.desk.parts.frames import Frame, framed
from dragoman.desk.parts.review.controls import Control, controls, suggestions
from dragoman.desk.parts.review.deciding import filled_in
from dragoman.desk.parts.review.history import Line, history
from dragoman.desk.parts.review.items import Item, ReviewedReport, item
from dragoman.desk.parts.review.notices import Notice, notice
from dragoman.desk.parts.review.queues import queue_of
from dragoman.desk.parts.review.texts import Texts
from dragoman.desk.refusals import NotFound
from dragoman.desk.rendering import kept, render
from dragoman.store import View

router = APIRouter()

AT_ONCE = 25
"""Facts of the queue on one page."""

KEYS = (
    ("a", "Accept"),
    ("r", "Reject"),
    ("e", "Edit"),
    ("n", "Next"),
    ("p", "Previous"),
    ("u", "Undo what was just decided"),
)
"""What the keys of a fact under review do."""

_LONGEST = 20_000

Digests = Annotated[str, Query(max_length=_LONGEST)]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A fact of the queue: where it stands, and what it tells."""

    queued: Queued
    entry: ShownEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPage:
    """The queue.

    Attributes:
        frame: What is looked at.
        tallies: How many facts of each kind there are and how many were judged.
        whole: The same of all kinds together.
        waiting: Facts of the queue, the most urgent first; or judged ones, if those are asked for.
        judged: Whether judged ones are asked for.
        notice: What was just done.
        first: The address of the beginning, on later pages.
        next: The address of what follows.
    """

    frame: Frame
    tallies: tuple[Tally, ...]
    whole: Tally
    waiting: tuple[Waiting, ...]
    judged: bool
    notice: Notice | None
    first: str | None
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedPage:
    """One fact under review.

    Attributes:
        frame: What is looked at.
        entry: The fact.
        queued: Where it stands in the queue, and why.
        whole: How many facts there are, and how many were judged.
        reports: Its first reports with their words, the one that the form is on first.
        subjects: The ids of all its facts, one a report.
        controls: The fields of the form.
        suggestions: Names that parties may be given by.
        knowing: The digests of the judgements in force.
        seen: How many judgements there ever were.
        history: What was decided about it, the last first.
        editing: Whether the form stands open.
        why: The reason that was given with what could not be taken.
        fault: What could not be taken, if it is no matter of one field.
        notice: What was just done.
        next: The address of the next fact of the queue.
        previous: The address of the one before: of what was just judged, or in the queue.
    """

    frame: Frame
    entry: ShownEntry
    queued: Queued
    whole: Tally
    reports: tuple[ReviewedReport, ...]
    subjects: tuple[str, ...]
    controls: tuple[Control, ...]
    suggestions: tuple[str, ...]
    knowing: tuple[str, ...]
    seen: int
    history: tuple[Line, ...]
    editing: bool
    why: str
    fault: str | None
    notice: Notice | None
    next: str
    previous: str

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """The keys of this page, which go before those of the menus."""
        return KEYS

    @property
    def faulty(self) -> bool:
        """Whether something that was sent could not be taken."""
        return self.fault is not None or any(each.fault for each in self.controls)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """What was sent and could not be taken: what was filled in, why, and what is wrong."""

    given: Texts
    why: str
    field: str
    message: str


@router.get("/review")
def review(
    request: Request,
    desk: TheDesk,
    filters: TheFilters,
    cursor: str | None = None,
    done: Digests = "",
) -> HTMLResponse:
    """Show the queue, or what was judged where the filters ask for that."""

    def made(view: View) -> ReviewPage:
        queue = queue_of(view, filters)
        judged = filters.reviewed == "yes"
        some = _judged(queue, cursor) if judged else _waiting(queue, cursor)
        tallies = queue.tallies()
        return ReviewPage(
            frame=framed(view, filters),
            tallies=tallies,
            whole=total(tallies),
            waiting=_shown(view, some[:AT_ONCE]),
            judged=judged,
            notice=_notice(view, filters, done),
            first=links.review(filters) if cursor else None,
            next=_following(filters, some, judged=judged),
        )

    return kept(request, desk, "pages/review.html", made)


@router.get("/review/{identity}")
def reviewed(
    request: Request,
    desk: TheDesk,
    filters: TheFilters,
    identity: str,
    done: Digests = "",
) -> HTMLResponse:
    """Show a fact, what it rests on, what was decided about it, and the form that decides."""
    with desk.store.view() as view:
        page = reviewed_page(view, filters, identity, notice=_notice(view, filters, done))
    return render(request, "pages/reviewed.html", page)


def reviewed_page(
    view: View,
    filters: Filters,
    identity: str,
    *,
    notice: Notice | None = None,
    sending: Sending | None = None,
) -> ReviewedPage:
    """Return the page of a fact under review.

    Raises:
        NotFound: There is no such fact.
    """
    found, queue = item(view, identity), queue_of(view, filters)
    queued = queue.get(found.entry.id)
    if queued is None:
        raise NotFound("There is no such fact in the ledger.", hint="It may have been redone.")
    after, before = queue.after(queued.place), queue.before(queued.place)
    back = links.review_of(before.id, filters) if before is not None else links.review(filters)
    record = found.revised.record
    return ReviewedPage(
        frame=framed(view, filters),
        entry=Showing(view).entry(found.entry),
        queued=queued,
        whole=total(queue.tallies()),
        reports=tuple(found.reports()),
        subjects=found.subjects,
        controls=_controls(found, sending),
        suggestions=suggestions(record),
        knowing=found.knowing,
        seen=len(found.every),
        history=history(found),
        editing=sending is not None,
        why=sending.why if sending else "",
        fault=sending.message if sending and not sending.field else None,
        notice=notice,
        next=links.review_of(after.id, filters) if after else links.review(filters),
        previous=notice.look or back if notice is not None else back,
    )


def _controls(found: Item, sending: Sending | None) -> tuple[Control, ...]:
    told: dict[str, tuple[str, ...]] = {**filled_in(found)}
    faults: Mapping[str, str] = {}
    if sending is not None:
        told |= sending.given
        faults = {sending.field: sending.message}
    return controls(found.entry.kind, told, found.revised.record, faults=faults)


def _waiting(queue: Queue, cursor: str | None) -> list[Queued]:
    values = cursors.read(cursor, str, str)
    after = None if values is None else (_number(values[0]), str(values[1]))
    return queue.some(after=after, limit=AT_ONCE + 1)


def _judged(queue: Queue, cursor: str | None) -> list[Queued]:
    values = cursors.read(cursor, str)
    return queue.judged(after=None if values is None else str(values[0]), limit=AT_ONCE + 1)


def _number(text: object) -> float:
    try:
        return float(str(text))
    except ValueError:
        return 0.0


def _following(filters: Filters, some: list[Queued], *, judged: bool) -> str | None:
    if len(some) <= AT_ONCE:
        return None
    last = some[AT_ONCE - 1]
    place = (last.id,) if judged else (repr(last.urgency), last.id)
    return links.review(filters, cursor=cursors.written(*place))


def _shown(view: View, some: list[Queued]) -> tuple[Waiting, ...]:
    found = Ledger(view).some([each.id for each in some])
    shown = {each.id: each for each in Showing(view).entries(found, cites=1)}
    return tuple(Waiting(each, shown[each.id]) for each in some if each.id in shown)


def _notice(view: View, filters: Filters, done: str) -> Notice | None:
    return notice(view, filters, [each for each in done.split(".") if each])
