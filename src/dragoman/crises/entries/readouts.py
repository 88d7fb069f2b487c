"""A contact as each of its sides tells it, and in what they differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dragoman.crises.entries.conflicts import compatible
from dragoman.crises.entries.details import BY_KIND, Detail, level, texts
from dragoman.crises.entries.model import Entry, Report
from dragoman.crises.entries.weighing import most_told
from dragoman.world.tables import read_table

_FILE = "voices.tsv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Readout:
    """What one side of a contact published of it. ``side``: the code of its state or body."""

    side: str
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One detail of a contact that its sides tell differently, or that only one of them tells.

    ``values`` holds for each side, by its code, what it tells; ``None`` where it tells nothing.
    """

    field: str
    values: tuple[tuple[str, str | None], ...]


@cache
def voices() -> Mapping[str, str]:
    """Return for each outlet that is a government's or a body's own the code of it.

    Raises:
        DataError: The table is wrong; the message names the line.
    """
    folder = resources.files("dragoman.crises.entries") / "data"
    return {row["outlet"]: row["code"] for row in read_table(folder, _FILE, ("outlet", "code"))}


def readouts(entry: Entry, of: Mapping[str, str] | None = None) -> tuple[Readout, ...]:
    """Return the readouts of a contact, one for each side that published any.

    Args:
        entry: A contact.
        of: The code of each outlet that speaks for a government or body; by default those of
            ``data/voices.tsv``.
    """
    speaking = voices() if of is None else of
    taking = {each.code for parties in entry.parties.values() for each in parties if each.code}
    found: dict[str, list[Report]] = {}
    for report in entry.reports:
        code = speaking.get(report.outlet or "")
        if code in taking and code is not None:
            found.setdefault(code, []).append(report)
    return tuple(Readout(side=code, reports=tuple(some)) for code, some in sorted(found.items()))


def differences(entry: Entry, of: Mapping[str, str] | None = None) -> tuple[Difference, ...]:
    """Return what the readouts of two sides tell differently, and what only one of them tells.

    There is none where fewer than two sides published a readout.
    """
    told = readouts(entry, of)
    if entry.kind != "contacts" or len(told) < 2:
        return ()
    found = [_difference(name, detail, told) for name, detail in _details(entry).items()]
    return tuple(each for each in found if each is not None)


def _details(entry: Entry) -> dict[str, Detail]:
    sides = sorted({each.id for parties in entry.parties.values() for each in parties})
    return {
        **BY_KIND["contacts"],
        **{f"level.{each}": level(each) for each in sides},
        "topics": texts("topics"),
        "outcome": texts("outcome"),
    }


def _difference(name: str, detail: Detail, told: tuple[Readout, ...]) -> Difference | None:
    values = tuple((each.side, most_told(each.reports, detail)) for each in told)
    said = [value for _, value in values if value is not None]
    silent = len(said) < len(values) and bool(said)
    differ = any(not compatible(name, one, other) for one in said for other in said if one < other)
    return Difference(field=name, values=values) if silent or differ else None
