"""What was on which day: lanes by actor, and the days with their facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from dragoman.crises import Entry
from dragoman.crises.questions import timeline as days_of
from dragoman.crises.questions.timeline import Day
from dragoman.desk import links
from dragoman.desk.api import cursors
from dragoman.desk.context import TheDesk, TheFilters
from dragoman.desk.filters import Filters
from dragoman.desk.parts import Showing, ShownEntry
from dragoman.desk.parts.folding import ToldBy, told_by
from dragoman.desk.parts.frames import Frame, framed
from dragoman.desk.parts.lanes import OWN_LANES, By, Chart, charted, turns_of
from dragoman.desk.parts.selecting import Place, page_of
from dragoman.desk.rendering import kept
from dragoman.store import View

router = APIRouter()

KINDS = ("events", "contacts", "statements", "positions")
"""The kinds that are shown unless others are asked for."""

AT_ONCE = 200
"""Facts on one page."""


@dataclass(frozen=True, slots=True)
class TimelineDay:
    """One day with its facts, what most origins report first.

    ``day`` is what the ledger says of it; ``facts`` are its entries as shown.
    """

    day: Day
    facts: tuple[ShownEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePage:
    """What was on which day.

    Attributes:
        frame: What is looked at.
        by: Whether a lane is a government's or a person's.
        recalled: Whether events are shown that are only recalled from the past.
        days: The days, the first one first, and what has no day last.
        turns: The stances before and after, by the ids of the positions that changed them.
        told: Who told each fact, by its id: the independent origins, each with its copies.
        chart: What the chart draws, as plain values.
        first: The address of the beginning, on later pages.
        next: The address of what follows.
    """

    frame: Frame
    by: By
    recalled: bool
    days: tuple[TimelineDay, ...]
    turns: Mapping[str, tuple[str, str]]
    told: Mapping[str, tuple[ToldBy, ...]]
    chart: Mapping[str, Any]
    first: str | None
    next: str | None

    @property
    def facts(self) -> int:
        """How many facts are on the page."""
        return sum(len(each.facts) for each in self.days)

    @property
    def carried(self) -> list[tuple[str, str]]:
        """What the form of the filters carries along."""
        more = _more(self.by, recalled=self.recalled)
        return list(more.items())


@router.get("/timeline")
def timeline(
    request: Request,
    desk: TheDesk,
    filters: TheFilters,
    *,
    by: By = "government",
    recalled: bool = False,
    cursor: Annotated[str | None, Query(max_length=1000)] = None,
) -> HTMLResponse:
    """Show some of what was, from a day on."""
    after = cursors.place(cursor)

    def made(view: View) -> TimelinePage:
        return _page(view, filters, after, by=by, recalled=recalled)

    return kept(request, desk, "pages/timeline.html", made)


def _page(
    view: View, filters: Filters, after: Place | None, *, by: By, recalled: bool
) -> TimelinePage:
    some, following = _some(view, filters, after)
    days = days_of(some, recalled=recalled)
    told = [item.entry for day in days for item in day.items]
    shown = _shown(Showing(view), told)
    more = _more(by, recalled=recalled)
    return TimelinePage(
        frame=framed(view, filters),
        by=by,
        recalled=recalled,
        days=_days(days, shown),
        turns=turns_of(told),
        told={each.id: told_by(each) for each in told},
        chart=_plain(
            charted(told, shown, by=by),
            links.timeline(filters.but(since=None, until=None), **more),
        ),
        first=links.timeline(filters, **more) if after else None,
        next=_next(filters, more, following),
    )


def _some(view: View, filters: Filters, after: Place | None) -> tuple[list[Entry], Place | None]:
    wanted = filters if filters.kinds else filters.but(kinds=KINDS)
    return page_of(view, wanted, after=after, limit=AT_ONCE)


def _shown(showing: Showing, kept: Sequence[Entry]) -> dict[str, ShownEntry]:
    """Return entries as shown, by their ids; only statements need the words of an article."""
    said = showing.entries([each for each in kept if each.kind == "statements"], cites=1)
    others = showing.entries([each for each in kept if each.kind != "statements"], cites=0)
    return {each.id: each for each in (*said, *others)}


def _days(days: Sequence[Day], shown: Mapping[str, ShownEntry]) -> tuple[TimelineDay, ...]:
    return tuple(
        TimelineDay(each, tuple(shown[item.entry.id] for item in each.items)) for each in days
    )


def _more(by: By, *, recalled: bool) -> dict[str, str]:
    """Return what an address says beside the filters."""
    more = {"by": by if by != "government" else "", "recalled": "true" if recalled else ""}
    return {name: value for name, value in more.items() if value}


def _next(filters: Filters, more: Mapping[str, str], following: Place | None) -> str | None:
    if following is None:
        return None
    return links.timeline(filters, **more, cursor=cursors.of_place(following))


def _plain(chart: Chart, narrow: str) -> dict[str, Any]:
    """Return a chart as plain values; ``narrow`` is the address that days are put to."""
    lanes = [
        {"name": each.name, "facts": each.facts, "link": each.actor and links.actor(each.actor)}
        for each in chart.lanes
    ]
    bars = [
        {**asdict(each), "first": each.first.isoformat(), "last": each.last.isoformat()}
        for each in chart.bars
    ]
    words = links.words(())
    return {"lanes": lanes, "own": OWN_LANES, "bars": bars, "narrow": narrow, "words": words}
