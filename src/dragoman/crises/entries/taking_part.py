"""Who takes which part in an entry: as one telling has it, never a union that nobody tells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from dragoman.crises.entries.model import Party, Report
from dragoman.crises.entries.weighing import most_told

_FIRST = ("actor", "holder", "speaker", "from")
"""Parts that are settled before the others: who acts tells which reports the rest is taken from."""

Named = tuple[str, ...]


def parties(reports: Sequence[Report]) -> dict[str, tuple[Party, ...]]:
    """Return who takes which part, parts without anybody left out.

    Of each part, what most origins tell. The parts after the first are taken from reports that
    have the earlier ones so too, or do not tell them: what is shown is not put together from
    reports that contradict one another.
    """
    found: dict[str, tuple[Party, ...]] = {}
    agreeing = list(reports)
    for part in _in_order(reports):
        chosen = most_told(agreeing, partial(_told, part))
        if chosen is not None:
            agreeing = [each for each in agreeing if identities(each, part) in {(), chosen}]
            found[part] = _fullest(part, [each for each in agreeing if identities(each, part)])
    return {part: found[part] for part in _as_told(reports) if part in found}


def identities(report: Report, part: str) -> Named:
    """Return the ids of those who take a part, each once, in order."""
    return tuple(sorted({each.id for each in report.parties.get(part, ())}))


def _told(part: str, report: Report) -> Named | None:
    return identities(report, part) or None


def _as_told(reports: Iterable[Report]) -> list[str]:
    return list(dict.fromkeys(part for report in reports for part in report.parties))


def _in_order(reports: Iterable[Report]) -> list[str]:
    return sorted(_as_told(reports), key=lambda part: part not in _FIRST)


def _fullest(part: str, reports: Sequence[Report]) -> tuple[Party, ...]:
    """Return the parties as the report has them that names persons, if any does.

    A state for which somebody is named is not named beside him.
    """

    def persons(report: Report) -> Named | None:
        return tuple(sorted({each.person for each in report.parties[part] if each.person})) or None

    chosen = most_told(reports, persons)
    having = [each.parties[part] for each in reports if persons(each) == chosen]
    some = min(having, key=lambda told: sum(len(each.lent) for each in told))
    every = {each.person or each.id: each for each in some}
    behind = {each.id for each in every.values() if each.person}
    return tuple(each for each in every.values() if each.person or each.id not in behind)


def differing(part: str, reports: Iterable[Report]) -> Mapping[str, list[Report]]:
    """Return the reports by whom they name in a part, where they contradict one another.

    Of the actor any difference counts; of others it does not that one names more than another.
    """
    sets: dict[str, tuple[frozenset[str], list[Report]]] = {}
    for report in reports:
        ids = identities(report, part)
        if ids:
            sets.setdefault(", ".join(ids), (frozenset(ids), []))[1].append(report)
    differ = any(
        one != other and (part in _FIRST or not (one <= other or other <= one))
        for one, _ in sets.values()
        for other, _ in sets.values()
    )
    return {name: some for name, (_, some) in sets.items()} if differ else {}
