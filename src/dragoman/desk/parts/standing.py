"""Standings as a table of governments and acts, and as what a map needs to know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.crises.entries import Entry
from dragoman.crises.questions.claims import Claim
from dragoman.crises.questions.sides import Side, joined
from dragoman.crises.questions.standings import ActStandings, Standing
from dragoman.crises.questions.turns import Turn
from dragoman.desk.parts.codes import Code, named, stances
from dragoman.desk.parts.days import ShownDays, shown_days


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """One stance of a holder, on the days on which it was told.

    Attributes:
        stance: With its name.
        own: Whether it is told in the holder's own words.
        days: The first and the last of the days.
        by: Who says that it is held, where it is not told in the holder's own words.
        contradicted: Whether the holder's own words lie on the other side of the scale.
        turned: Whether the holder held something else before, and not this.
        entries: The ids of the entries that tell it.
    """

    stance: Code
    own: bool
    days: ShownDays
    by: str
    contradicted: bool
    turned: bool
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One holder, with its stances on each act of the table, in the order of the acts."""

    holder: Side
    cells: tuple[tuple[Chip, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What one holder holds from a day on; without a day, before all days.

    Attributes:
        day: The first day.
        stances: Their codes; several where several are told of one day.
        own: Whether it is told in the holder's own words.
        chips: The same as it stands in the table.
    """

    day: date | None
    stances: tuple[str, ...]
    own: bool
    chips: tuple[Chip, ...]


def table(acts: Sequence[ActStandings], holders: Iterable[str] = ()) -> tuple[Row, ...]:
    """Set holders and acts side by side.

    Holders stand in the order of the scale by the first act, from support to condemnation; those
    that take no position on it follow by name, and those of no government or body come last.

    Args:
        acts: In the order of the columns.
        holders: Only the holders of these codes, where any are given.
    """
    wanted = frozenset(holders)
    found = [{each.holder: each for each in act.standings} for act in acts]
    sides = dict.fromkeys(side for of_act in found for side in of_act)
    rows = [
        Row(side, tuple(chips(of_act[side]) if side in of_act else () for of_act in found))
        for side in sides
        if not wanted or side.code in wanted
    ]
    return tuple(sorted(rows, key=_rank))


def chips(standing: Standing) -> tuple[Chip, ...]:
    """Return the stances of one holder on one act, its own first, each by its days."""
    turned = {id(each.after) for each in standing.changes}
    own = (
        _own(turn, view, turned=id(turn) in turned)
        for turn in standing.turns
        for view in turn.views
    )
    return (*own, *map(_reported, standing.claims))


def chip_text(chip: Chip) -> str:
    """Return a chip in words: "concern, 3 Jan 2031"; "support, by Norway, 3 Jan 2031"."""
    by = "" if chip.own else f"by {chip.by}"
    return ", ".join(filter(None, (chip.stance.name.lower(), by, chip.days.short)))


def steps(standing: Standing) -> tuple[Step, ...]:
    """Return what one holder holds from day to day, what has no day first."""
    own = [
        Step(
            day=turn.first_day,
            stances=turn.views,
            own=True,
            chips=tuple(_own(turn, view, turned=False) for view in turn.views),
        )
        for turn in standing.turns
    ]
    reported = [
        Step(day=each.day, stances=(each.stance,), own=False, chips=(_reported(each),))
        for each in standing.claims
    ]
    return tuple(sorted((*own, *reported), key=lambda each: each.day or date.min))


def now(standing: Standing) -> tuple[tuple[str, ...], bool]:
    """Return the stances that a holder takes, and whether by its own words: those come first."""
    if standing.stances:
        return standing.stances, True
    return tuple(each.stance for each in standing.claims[-1:]), False


def count(act: ActStandings, holders: Iterable[str] = ()) -> Mapping[str, tuple[int, int]]:
    """Count who takes which stance now, by own words and by those of others, as the scale goes."""
    wanted = frozenset(holders)
    taken = [now(each) for each in act.standings if not wanted or each.holder.code in wanted]
    return {
        code.code: (_taking(taken, code.code, own=True), _taking(taken, code.code, own=False))
        for code in stances()
    }


def days_of(positions: Iterable[Entry]) -> tuple[date, ...]:
    """Return the days on which positions were told, in order."""
    return tuple(sorted({each.first_day for each in positions if each.first_day is not None}))


def until(positions: Iterable[Entry], day: date | None) -> list[Entry]:
    """Return the positions told by the end of a day, and those of no day."""
    if day is None:
        return list(positions)
    return [each for each in positions if each.first_day is None or each.first_day <= day]


def _own(turn: Turn, view: str, *, turned: bool) -> Chip:
    return Chip(
        stance=named("positions", "stance", view),
        own=True,
        days=shown_days(turn.first_day, turn.last_day),
        by="",
        contradicted=False,
        turned=turned,
        entries=tuple(each.id for each in turn.entries if each.act.get("stance") == view),
    )


def _reported(claim: Claim) -> Chip:
    return Chip(
        stance=named("positions", "stance", claim.stance),
        own=False,
        days=shown_days(claim.day, claim.day),
        by=joined(each.name for each in claim.reporters) or "others",
        contradicted=claim.verdict == "contradicted",
        turned=False,
        entries=(claim.entry.id,),
    )


def _taking(taken: Iterable[tuple[tuple[str, ...], bool]], stance: str, *, own: bool) -> int:
    return sum(own == told_own and stance in some for some, told_own in taken)


def _rank(row: Row) -> tuple[bool, int, str]:
    places = _places(row.cells[0] if row.cells else ())
    return row.holder.code is None, min(places, default=len(stances())), row.holder.name


def _places(cell: Iterable[Chip]) -> Iterator[int]:
    """Yield where the stances of a cell stand on the scale; its own count first."""
    scale = [each.code for each in stances()]
    told = list(cell)
    own = [each for each in told if each.own]
    for each in own[-1:] or told[-1:]:
        if each.stance.code in scale:
            yield scale.index(each.stance.code)
