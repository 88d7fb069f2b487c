"""Setting a field of a fact, strictly: what comes out keeps the contract, or nothing does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from dragoman.crises.review.parties import PARTIES
from dragoman.errors import StoreError
from dragoman.records import (
    Attitude,
    Contact,
    Event,
    Fact,
    Position,
    Record,
    Statement,
)
from dragoman.records.convert import from_plain, to_plain

TYPES: Mapping[str, type[Fact]] = {
    "events": Event,
    "contacts": Contact,
    "statements": Statement,
    "positions": Position,
    "attitudes": Attitude,
}
"""The type of each kind of fact."""

FIXED = frozenset({"id", "field_evidence", "confidence"})
"""What is no detail of a fact that could be corrected."""

_BLANK: Mapping[str, Mapping[str, Any]] = {
    "when": {"earliest": None, "latest": None, "text": []},
    "place": {
        **dict.fromkeys(("name", "country", "lat", "lon", "geonames", "class")),
        "text": [],
    },
    "casualties": {"killed": None, "injured": None},
}

Plain = dict[str, Any]


def require_kind(kind: str) -> None:
    """Refuse what is no kind of fact.

    Raises:
        StoreError: It is none.
    """
    if kind not in TYPES:
        raise StoreError(f"{kind!r} is no kind of fact.", hint=f"One of {', '.join(TYPES)}.")


def put(kind: str, plain: Plain, field: str, value: Any) -> Plain:
    """Return a fact's JSON form with a field set.

    Args:
        kind: Of the fact.
        plain: Its JSON form.
        field: A field, or a part of one: ``casualties.killed``.
        value: As JSON has it; short forms are ``"2020-01-03/2020-01-05"`` for a time, a name for
            a place, and names parted by commas for a list.

    Raises:
        StoreError: There is no such field, or it is not to be corrected.
    """
    name, _, part = field.partition(".")
    if name in FIXED or name not in plain:
        names = [each for each in plain if each not in FIXED]
        raise StoreError(
            f"{kind} have no field {field!r} to correct.", hint=f"One of {', '.join(names)}."
        )
    if not part:
        return {**plain, name: _long(name, plain[name], value)}
    if part not in _BLANK.get(name, {}):
        raise StoreError(f"The field {name!r} has no part {part!r}.")
    return {**plain, name: {**_BLANK[name], **(plain[name] or {}), part: value}}


def _long(name: str, before: Any, value: Any) -> Any:
    """Return the long form of a value."""
    if not isinstance(value, str):
        return value
    if isinstance(before, list):
        return [each.strip() for each in value.split(",") if each.strip()]
    if name == "when":
        first, _, last = value.partition("/")
        return {**_BLANK["when"], "earliest": first, "latest": last or first}
    if name == "place":
        return {**_BLANK["place"], "name": value}
    return value


def fact_of(kind: str, plain: Plain) -> Fact:
    """Return the fact of a JSON form; whole numbers may be given as text.

    Raises:
        SchemaError: A value is not what its field may have.
    """
    return from_plain(TYPES[kind], {name: _number(name, each) for name, each in plain.items()})


def plain_of(fact: Fact) -> Plain:
    """Return the JSON form of a fact."""
    plain: Plain = to_plain(fact)
    return plain


_NUMBERS = ("initiator_level", "counterpart_level")


def _number(name: str, value: Any) -> Any:
    if name in _NUMBERS and isinstance(value, str) and value.isdecimal():
        return int(value)
    if name in _BLANK and isinstance(value, dict):
        parts = ("killed", "injured", "geonames")
        return {
            part: int(each)
            if part in parts and isinstance(each, str) and each.isdecimal()
            else each
            for part, each in value.items()
        }
    return value


def parties_mapped(kind: str, plain: Plain, party: Callable[[str, str], str]) -> Plain:
    """Return a fact's JSON form with every party put through a function of field and party."""
    mapped: Plain = {}
    for name in PARTIES[kind]:
        value = plain.get(name)
        if isinstance(value, list):
            mapped[name] = [party(name, each) for each in value]
        elif value is not None:
            mapped[name] = party(name, value)
    return {**plain, **mapped}


def parties_in(kind: str, plain: Plain) -> Iterator[str]:
    """Yield the parties that a fact's JSON form names."""
    for name in PARTIES[kind]:
        value = plain.get(name)
        yield from value if isinstance(value, list) else () if value is None else (value,)


def replaced(record: Record, kind: str, number: int, fact: Fact) -> Record:
    """Return a record with another fact in a place."""
    facts = list(getattr(record, kind))
    facts[number] = fact
    return _with(record, kind, facts)


def appended(record: Record, kind: str, fact: Fact) -> Record:
    """Return a record with one fact more."""
    return _with(record, kind, [*getattr(record, kind), fact])


def _with(record: Record, kind: str, facts: list[Any]) -> Record:
    changes: dict[str, Any] = {kind: tuple(facts)}
    return replace(record, **changes)
