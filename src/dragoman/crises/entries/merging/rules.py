"""The numbers and groups that merging goes by, from ``data/rules.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from dragoman.errors import DataError
from dragoman.world.tables import parse_toml, read_toml

_FILE = "rules.toml"
_NUMBERS = {
    "days": ("back", "ahead", "statements", "widest"),
    "likeness": ("statement", "unnamed", "content", "policy"),
    "statements": ("runs",),
    "weights": ("person", "party", "place", "detail", "day"),
}


@dataclass(frozen=True, slots=True)
class Rules:
    """What ``data/rules.toml`` says; each group of codes as a table from code to its group."""

    days: Mapping[str, int]
    likeness: Mapping[str, float]
    weights: Mapping[str, float]
    modalities: Mapping[str, str]
    modes: Mapping[str, str]
    channels: Mapping[str, str]
    stances: Mapping[str, str]
    once: frozenset[str]
    together: frozenset[str]
    runs: int
    little: frozenset[str]


@cache
def rules() -> Rules:
    """Return the rules that ship with the package.

    Raises:
        DataError: The file is wrong; the message names it.
    """
    return _rules(read_toml(resources.files("dragoman.crises.entries") / "data", _FILE))


def parse_rules(text: str) -> Rules:
    """Return the rules of a text of TOML.

    Raises:
        DataError: It is wrong; the message says where.
    """
    return _rules(parse_toml(text, _FILE))


def _rules(table: Mapping[str, Any]) -> Rules:
    return Rules(
        days={name: int(value) for name, value in _numbers(table, "days").items()},
        likeness=_numbers(table, "likeness"),
        weights=_numbers(table, "weights"),
        modalities=_groups(table, "modalities"),
        modes=_groups(table, "modes"),
        channels=_groups(table, "channels"),
        stances=_groups(table, "stances"),
        once=_listed(table, "events", "once"),
        together=_listed(table, "events", "together"),
        runs=int(_numbers(table, "statements")["runs"]),
        little=_listed(table, "statements", "little"),
    )


def _listed(table: Mapping[str, Any], of: str, name: str) -> frozenset[str]:
    found = _table(table, of).get(name)
    if not isinstance(found, list):
        raise DataError(f"{_FILE}: [{of}] needs a list `{name}`.")
    return frozenset(found)


def _table(table: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = table.get(name)
    if not isinstance(found, dict):
        raise DataError(f"{_FILE}: there is no table [{name}].")
    return found


def _numbers(table: Mapping[str, Any], name: str) -> dict[str, float]:
    found = _table(table, name)
    for each in _NUMBERS[name]:
        value = found.get(each)
        if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
            raise DataError(f"{_FILE}: [{name}] needs a number `{each}`, 0 or more.")
    return {each: found[each] for each in _NUMBERS[name]}


def _groups(table: Mapping[str, Any], name: str) -> dict[str, str]:
    """Return the group of each code; a code stands in one group only."""
    groups: dict[str, str] = {}
    for group, codes in _table(table, name).items():
        for code in codes:
            if code in groups:
                raise DataError(f"{_FILE}: [{name}] has {code!r} in two groups.")
            groups[code] = group
    return groups
