"""What stands in addresses and forms, read: the same words where it is none that it can be."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from datetime import date
from typing import TypeVar

from dragoman.desk.refusals import BadQuery

Choice = TypeVar("Choice", bound=str)


def values_of(query: Iterable[tuple[str, str]], names: Container[str]) -> dict[str, list[str]]:
    """Return what a query gives to each of some names; what is blank is not given."""
    given: dict[str, list[str]] = {}
    for name, value in query:
        if name in names and value.strip():
            given.setdefault(name, []).append(value.strip())
    return given


def day(name: str, text: str) -> date | None:
    """Return the day that a field holds, written as ISO 8601 has it; ``None`` where it is blank.

    Raises:
        BadQuery: It holds something else.
    """
    plain = text.strip()
    try:
        return date.fromisoformat(plain) if plain else None
    except ValueError:
        hint = "Write it as 2020-01-04."
        raise BadQuery(f"{name}: {plain!r} is no day.", hint=hint) from None


def choice(name: str, text: str, choices: Sequence[Choice]) -> Choice:
    """Return which of a few words a field holds.

    Raises:
        BadQuery: It holds none of them.
    """
    for each in choices:
        if each == text:
            return each
    raise BadQuery(f"{name}: {text!r} is none of {', '.join(choices)}.")
