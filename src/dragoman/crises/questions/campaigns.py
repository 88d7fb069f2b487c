"""Rounds of calls by one person or government, and who in them is of another rank than the rest.

A minister who calls several counterparts within a few days mostly calls people of one level, or of
one office. Where a government is reached at another one, that is worth a look: in its place
somebody else may hold the power, or be the one who is trusted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from dragoman.crises.entries import Entry, Party
from dragoman.crises.questions.exchanges import Call
from dragoman.crises.questions.sides import Side, each_once, side

FEWEST = 3
"""Governments that make a campaign of contacts."""

PAUSE = timedelta(days=2)
"""The longest time between two contacts of one campaign."""

MOST_OF_THEM = Fraction(2, 3)
"""The share of the governments that must be alike for the others to differ."""

_HEADS = frozenset({"head_of_state", "head_of_government", "igo_head"})


@dataclass(frozen=True, slots=True)
class Difference:
    """In what a counterpart differs: ``level`` or ``office``, what it has and what most have.

    ``alike`` of ``of`` governments have the usual one.
    """

    field: str
    found: str
    usual: str
    alike: int
    of: int


@dataclass(frozen=True, slots=True)
class Outlier:
    """A government that was reached at another level, or through another office, than the rest."""

    counterpart: Side
    parties: tuple[Party, ...]
    difference: Difference
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Campaign:
    """Contacts of one person or government with several others within a few days.

    ``levels`` says how many governments were reached at each level of office; one may be counted
    at several. ``unknown`` are governments of whose part no level is known.
    """

    initiator: str
    side: Side
    level: int | None
    first_day: date
    last_day: date
    counterparts: tuple[Side, ...]
    levels: Mapping[str, int]
    unknown: tuple[Side, ...]
    outliers: tuple[Outlier, ...]
    entries: tuple[Entry, ...]


def campaigns(made: Iterable[Call]) -> tuple[Campaign, ...]:
    """Find the campaigns among contacts that were held, the largest first."""
    groups: dict[tuple[Side, str], list[Call]] = {}
    for call in made:
        if call.held and call.day is not None:
            groups.setdefault((side(call.initiator), _who(call.initiator)), []).append(call)
    found = [
        _campaign(behind, run)
        for (behind, _), group in groups.items()
        for run in _runs(group)
        if len({each.key for each in _governments(run)}) >= FEWEST
    ]
    return tuple(sorted(found, key=lambda each: (-len(each.counterparts), each.first_day)))


def _who(party: Party) -> str:
    """Return what tells one initiator from another of the same government."""
    return party.person or party.name.casefold()


def _runs(group: list[Call]) -> Iterator[list[Call]]:
    """Part contacts where nothing was heard for a while."""
    ordered = sorted(group, key=lambda call: (_day(call), call.entry.id))
    run = ordered[:1]
    for before, call in pairwise(ordered):
        if _day(call) - _day(before) > PAUSE:
            yield run
            run = []
        run.append(call)
    yield run


def _day(call: Call) -> date:
    return call.day or date.min


def _governments(run: Iterable[Call]) -> dict[Side, list[Call]]:
    """Return the contacts with each counterpart that is a government or body."""
    found: dict[Side, list[Call]] = {}
    for call in run:
        behind = side(call.counterpart)
        if behind.code is not None:
            found.setdefault(behind, []).append(call)
    return found


def _campaign(behind: Side, run: list[Call]) -> Campaign:
    reached = _governments(run)
    levels = {each: _values(group, _level) for each, group in reached.items()}
    return Campaign(
        initiator=run[0].initiator.name,
        side=behind,
        level=_usual_own(run),
        first_day=_day(run[0]),
        last_day=_day(run[-1]),
        counterparts=tuple(sorted(reached)),
        levels=dict(sorted(Counter(each for found in levels.values() for each in found).items())),
        unknown=tuple(sorted(each for each, found in levels.items() if not found)),
        outliers=tuple(_outliers(reached)),
        entries=each_once(call.entry for group in reached.values() for call in group),
    )


def _usual_own(run: Iterable[Call]) -> int | None:
    known = Counter(call.initiator.level for call in run if call.initiator.level is not None)
    return known.most_common(1)[0][0] if known else None


def _outliers(reached: Mapping[Side, list[Call]]) -> Iterator[Outlier]:
    """Yield who differs in level, then who has the usual level but not the usual office."""
    by_level = _differences(reached, "level")
    by_office = _differences(reached, "office")
    for behind, group in reached.items():
        difference = by_level.get(behind) or by_office.get(behind)
        if difference is not None:
            parties = tuple(dict.fromkeys(call.counterpart for call in group))
            entries = each_once(call.entry for call in group)
            yield Outlier(behind, parties, difference, entries)


def _differences(reached: Mapping[Side, list[Call]], field: str) -> dict[Side, Difference]:
    """Return who lacks what most of the governments have; those not known are left out."""
    read = {"level": _level, "office": _office}[field]
    held = {each: _values(group, read) for each, group in reached.items()}
    known = {each: values for each, values in held.items() if values}
    counted = Counter(value for values in known.values() for value in values)
    if len(known) < FEWEST:
        return {}
    usual, alike = counted.most_common(1)[0]
    if Fraction(alike, len(known)) < MOST_OF_THEM:
        return {}
    return {
        each: Difference(field, ", ".join(sorted(values)), usual, alike, len(known))
        for each, values in known.items()
        if usual not in values
    }


def _values(group: Iterable[Call], read: Callable[[Party], str | None]) -> frozenset[str]:
    found = (read(call.counterpart) for call in group)
    return frozenset(each for each in found if each is not None)


def _level(party: Party) -> str | None:
    return None if party.level is None else str(party.level)


def _office(party: Party) -> str | None:
    """Return the office, all heads of states, governments and bodies being one."""
    return "head" if party.role in _HEADS else party.role
