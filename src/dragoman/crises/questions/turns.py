"""What somebody holds, day by day: stretches of days with the same view, and the changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from dragoman.crises.entries import Entry
from dragoman.crises.questions.sides import each_once


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch of days on which the same was told; two views on one day stand side by side.

    ``first_day`` and ``last_day`` are the first and last day that it was told of; both are absent
    for what has no day.
    """

    views: tuple[str, ...]
    first_day: date | None
    last_day: date | None
    entries: tuple[Entry, ...]

    @property
    def days(self) -> tuple[date, ...]:
        """The days on which it was told, each once."""
        return tuple(sorted({each.first_day for each in self.entries if each.first_day}))


@dataclass(frozen=True, slots=True)
class Change:
    """A turn to a view that was not held before. ``day`` is the first day it was told of."""

    day: date
    before: Turn
    after: Turn


def turns(entries: Iterable[Entry], view: Callable[[Entry], str | None]) -> tuple[Turn, ...]:
    """Return the turns of one holder on one matter, what has no day first.

    Args:
        entries: All that is told of it, in any order.
        view: What an entry says that is held; entries without are passed over.
    """
    told = [each for each in entries if view(each) is not None]
    ordered = sorted(told, key=lambda each: (each.first_day or date.min, each.id))
    found: list[Turn] = []
    for day, of_day in groupby(ordered, key=lambda each: each.first_day):
        turn = _turn(day, list(of_day), view)
        last = found[-1] if found else None
        if last is not None and last.first_day is not None and last.views == turn.views:
            entries_of_both = each_once((*last.entries, *turn.entries))
            found[-1] = Turn(turn.views, last.first_day, turn.last_day, entries_of_both)
        else:
            found.append(turn)
    return tuple(found)


def changes(found: Iterable[Turn]) -> tuple[Change, ...]:
    """Return where a turn has no view in common with the one before it.

    What has no day changes nothing; a view that is added to another one does not either.
    """
    dated = [turn for turn in found if turn.first_day is not None]
    return tuple(
        Change(after.first_day, before, after)
        for before, after in pairwise(dated)
        if after.first_day is not None and not set(before.views) & set(after.views)
    )


def _turn(day: date | None, of_day: list[Entry], view: Callable[[Entry], str | None]) -> Turn:
    views = dict.fromkeys(str(view(each)) for each in of_day)
    return Turn(tuple(sorted(views)), day, day, each_once(of_day))
