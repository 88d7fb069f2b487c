"""Where each government stands on each act: a map and a table, on any day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from dragoman.crises.entries import Entry
from dragoman.crises.ledger import Ledger
from dragoman.crises.questions import ActStandings
from dragoman.crises.questions import standings as standings_of
from dragoman.crises.questions.brief.phrases import act_phrase
from dragoman.crises.questions.citations import clean
from dragoman.crises.questions.sides import Side
from dragoman.desk import links
from dragoman.desk.context import TheDesk, TheFilters
from dragoman.desk.filters import Filters
from dragoman.desk.parts.codes import Code, stances
from dragoman.desk.parts.days import short_day
from dragoman.desk.parts.frames import Frame, framed
from dragoman.desk.parts.latest import Latest, latest
from dragoman.desk.parts.selecting import selected
from dragoman.desk.parts.standing import (
    Row,
    Step,
    chip_text,
    count,
    days_of,
    steps,
    table,
    until,
)
from dragoman.desk.queries import day
from dragoman.desk.refusals import NotFound
from dragoman.desk.rendering import kept
from dragoman.store import View
from dragoman.world import world

router = APIRouter()

MOST_POSITIONS = 2000
"""Positions that are set side by side; of more, the latest."""

MOST_ACTS = 60
COLUMNS = 4
"""Acts beside the chosen one in the table."""

_AT_MOST = 2 * MOST_POSITIONS


@dataclass(frozen=True, slots=True)
class Act:
    """An act that positions are taken on: its id or words, how it is worded, and by how many."""

    target: str
    about: str
    holders: int


@dataclass(frozen=True, slots=True)
class Tally:
    """How many take a stance on the act now: by their own words, and only by those of others."""

    stance: Code
    own: int
    reported: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingsPage:
    """Who stands where.

    Attributes:
        frame: What is looked at.
        acts: The acts to choose from, the one that most take a position on first.
        act: The act that is chosen; the map shows it, and it is the first column of the table.
        columns: The acts of the table.
        rows: The holders of the table.
        tallies: How many take each stance on the chosen act.
        elsewhere: Holders on the chosen act that are on no map: bodies and groups.
        on: The day whose end is looked at; without one, all that is told.
        days: The days on which positions on the chosen act were told.
        before: The number of the column that the table's columns before these begin with.
        after: The number of the column that further acts begin with.
        further: How many acts there are beyond those to choose from.
        since: The day from which on positions are looked at, where there are too many for all.
        total: How many positions there are in all.
        data: What the map needs to know.
    """

    frame: Frame
    acts: tuple[Act, ...]
    act: Act | None
    columns: tuple[Act, ...]
    rows: tuple[Row, ...]
    tallies: tuple[Tally, ...]
    elsewhere: tuple[Row, ...]
    on: date | None
    days: tuple[date, ...]
    before: int | None
    after: int | None
    further: int
    since: date | None
    total: int
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Looked:
    """What was found, and what of it is looked at."""

    filters: Filters
    positions: Sequence[Entry]
    found: Sequence[ActStandings]
    acts: Mapping[str, Entry]
    chosen: ActStandings | None
    on: date | None

    @property
    def others(self) -> list[ActStandings]:
        """The acts beside the chosen one."""
        return [each for each in self.found[:MOST_ACTS] if each is not self.chosen]

    @property
    def of_chosen(self) -> list[Entry]:
        """The positions on the chosen act."""
        target = self.chosen.target if self.chosen else None
        return [each for each in self.positions if each.act.get("target") == target]

    def act(self, each: ActStandings) -> Act:
        """Return an act as shown."""
        about = clean(act_phrase(each.target, self.acts))
        return Act(each.target, f"{about[:1].upper()}{about[1:]}", len(each.standings))

    def then(self, acts: Iterable[ActStandings]) -> list[ActStandings]:
        """Return who stood where on some acts at the end of the day that is looked at."""
        found = {each.target: each for each in standings_of(until(self.positions, self.on))}
        return [found.get(each.target, ActStandings(each.target, None, (), {})) for each in acts]


@router.get(links.standings())
def standings(
    request: Request,
    desk: TheDesk,
    filters: TheFilters,
    act: str = "",
    on: str = "",
    column: Annotated[int, Query(ge=1, le=MOST_ACTS)] = 1,
) -> HTMLResponse:
    """Show who stands where; ``column`` is the first further act of the table."""
    chosen = day("on", on)

    def made(view: View) -> StandingsPage:
        frame = framed(view, filters)
        some = latest(view, filters.but(kinds=()), "positions", most=MOST_POSITIONS)
        return _page(frame, some, _looked(view, some.filters, act, chosen), column)

    return kept(request, desk, "pages/standings.html", made)


def _looked(view: View, filters: Filters, act: str, on: date | None) -> _Looked:
    positions = list(islice(selected(view, filters, ["positions"], parts=["holder"]), _AT_MOST))
    found = standings_of(positions)
    chosen = next((each for each in found if each.target == act), found[0] if found else None)
    if act and (chosen is None or chosen.target != act):
        hint = "Take some of the filters away, or choose another act."
        raise NotFound("Nobody takes a position on that act within these filters.", hint=hint)
    listed = [*found[:MOST_ACTS], *([chosen] if chosen else [])]
    told = Ledger(view).some(list(dict.fromkeys(each.target for each in listed)))
    return _Looked(
        filters=filters,
        positions=positions,
        found=found,
        acts={each.id: each for each in told},
        chosen=chosen,
        on=on,
    )


def _page(frame: Frame, some: Latest, looked: _Looked, column: int) -> StandingsPage:
    others, chosen = looked.others, looked.chosen
    shown = [*filter(None, [chosen]), *others[column - 1 : column - 1 + COLUMNS]]
    then = looked.then(shown)
    rows = table(then, frame.filters.countries)
    of_chosen = looked.of_chosen
    return StandingsPage(
        frame=frame,
        acts=tuple(map(looked.act, looked.found[:MOST_ACTS])),
        act=looked.act(chosen) if chosen else None,
        columns=tuple(map(looked.act, shown)),
        rows=rows,
        tallies=_tallies(then[:1], frame.filters),
        elsewhere=tuple(each for each in rows if each.cells[0] and not _lies(each.holder)),
        on=looked.on,
        days=days_of(of_chosen),
        before=max(1, column - COLUMNS) if column > 1 else None,
        after=column + COLUMNS if len(others) >= column + COLUMNS else None,
        further=max(0, len(looked.found) - MOST_ACTS),
        since=some.since,
        total=some.total,
        data=_data(chosen, looked),
    )


def _tallies(acts: Iterable[ActStandings], filters: Filters) -> tuple[Tally, ...]:
    counts = [count(each, filters.countries) for each in acts]
    return tuple(Tally(each, *found[each.code]) for found in counts for each in stances())


def _lies(holder: Side) -> bool:
    """Tell whether a holder is a state or territory, which has a place on the map."""
    return holder.code is not None and holder.code in world().states


def _data(chosen: ActStandings | None, looked: _Looked) -> dict[str, Any]:
    """Return what the map needs: who held what from which day on, and what it is called."""
    wanted = looked.filters.countries
    told = [
        each
        for each in (chosen.standings if chosen else ())
        if _lies(each.holder) and (not wanted or each.holder.code in wanted)
    ]
    days = [each.isoformat() for each in days_of(looked.of_chosen)]
    return {
        "on": looked.on.isoformat() if looked.on else None,
        "days": days,
        "dayNames": [short_day(each) for each in days_of(looked.of_chosen)],
        "stances": [{"code": each.code, "name": each.name} for each in stances()],
        "holders": [
            {
                "code": each.holder.code,
                "name": each.holder.name,
                "steps": [_step(one) for one in steps(each)],
            }
            for each in told
        ],
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "day": step.day.isoformat() if step.day else None,
        "stances": list(step.stances),
        "own": step.own,
        "text": "; ".join(map(chip_text, step.chips)),
        "link": links.words(name for each in step.chips for name in each.entries),
    }
