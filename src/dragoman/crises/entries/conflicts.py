"""What reports of one fact give differently, side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from dragoman.crises.entries.details import BY_KIND, Detail, level
from dragoman.crises.entries.merging.rules import rules
from dragoman.crises.entries.model import Conflict, Report
from dragoman.crises.entries.taking_part import differing
from dragoman.store.rows import folded

_Compatible = Callable[[str, str], bool]


def conflicts(kind: str, reports: Sequence[Report]) -> tuple[Conflict, ...]:
    """Return the details that reports give differently.

    A report that does not tell a detail contradicts none; a day within the days of another report
    does not contradict it, nor does a place whose name is part of another's.
    """
    found = [conflict(name, detail, reports) for name, detail in _details(kind, reports).items()]
    return tuple(
        each for each in (*found, *_parties(kind, reports), _status(kind, reports)) if each
    )


def conflict(name: str, detail: Detail, reports: Iterable[Report]) -> Conflict | None:
    """Return what reports tell of one detail, if they contradict one another."""
    values: dict[str, list[Report]] = {}
    for report in reports:
        value = detail(report)
        if value is not None:
            values.setdefault(value, []).append(report)
    contradict = any(
        not compatible(name, one, other) for one in values for other in values if one < other
    )
    return _side_by_side(name, values) if contradict else None


def compatible(name: str, one: str, other: str) -> bool:
    """Tell whether two values of a detail may both be true."""
    return _COMPATIBLE.get(name, str.__eq__)(one, other)


def _side_by_side(name: str, values: Mapping[str, Sequence[Report]]) -> Conflict:
    """Return a conflict; the value that most origins tell stands first."""

    def weight(item: tuple[str, Sequence[Report]]) -> tuple[int, str]:
        return -len({report.origin for report in item[1]}), item[0]

    ordered = sorted(values.items(), key=weight)
    return Conflict(field=name, values=tuple((value, tuple(some)) for value, some in ordered))


def _details(kind: str, reports: Sequence[Report]) -> dict[str, Detail]:
    found = dict(BY_KIND[kind])
    if kind == "contacts":
        taking = {
            each.id for report in reports for some in report.parties.values() for each in some
        }
        found |= {f"level.{each}": level(each) for each in sorted(taking)}
    return found


def _parties(kind: str, reports: Sequence[Report]) -> Iterator[Conflict | None]:
    """Yield the parts of an event of which reports name different parties.

    Of what sides do together, nobody says who is the actor.
    """
    if kind == "events" and reports[0].told.fact.type not in rules().together:
        for part in ("actor", "recipient"):
            values = differing(part, reports)
            yield _side_by_side(part, values) if values else None


_UNDONE = frozenset({"cancelled", "refused"})


def _status(kind: str, reports: Sequence[Report]) -> Conflict | None:
    """Return who says that a contact was held and who that it was not; plans contradict neither."""
    if kind != "contacts":
        return None
    values: dict[str, list[Report]] = {}
    for report in reports:
        values.setdefault(report.told.fact.status, []).append(report)
    if "held" not in values or _UNDONE.isdisjoint(values):
        return None
    told = {name: some for name, some in values.items() if name == "held" or name in _UNDONE}
    return _side_by_side("status", told)


def _days_meet(one: str, other: str) -> bool:
    first, _, last = one.partition("/")
    begin, _, end = other.partition("/")
    return first <= (end or begin) and begin <= (last or first)


def _places_meet(one: str, other: str) -> bool:
    some, others = set(folded(one).split()), set(folded(other).split())
    return some <= others or others <= some


_COMPATIBLE: Mapping[str, _Compatible] = {"day": _days_meet, "place": _places_meet}
"""Details of which two values may both be true."""
