"""A fact as the text that a form is filled in with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from dragoman.crises.questions.sides import side_of_code
from dragoman.desk.parts.review.fields import FIELDS, Field
from dragoman.records import Actor, Record

PREFIX = "set."
"""What the names of a form's inputs begin with, so that no other name of the form is one."""

Texts = Mapping[str, tuple[str, ...]]
"""What is filled in, by the names of the inputs; empty where nothing is."""


class Sent(Protocol):
    """A form that was sent."""

    def __contains__(self, name: object, /) -> bool: ...

    def getlist(self, key: Any, /) -> list[Any]:
        """Return all values of a name."""


def sent_all(form: Sent, name: str) -> tuple[str, ...]:
    """Return all texts that a form sends by a name, without empty ones."""
    values = (each.strip() for each in form.getlist(name) if isinstance(each, str))
    return tuple(filter(None, values))


def sent_one(form: Sent, name: str) -> str:
    """Return the first text that a form sends by a name; empty without one."""
    return next(iter(sent_all(form, name)), "")


class Names:
    """What the parties of one article are called; states and bodies go by their codes as well."""

    def __init__(self, record: Record) -> None:
        self._actors = {each.id: each for each in record.actors}

    def of(self, party: str) -> str:
        """Return the name of an actor by id, or of a state or body by code."""
        known = self._actors.get(party)
        return known.name if known is not None else side_of_code(party).name

    def named(self, name: str) -> Actor | None:
        """Return the actor of a name."""
        return next((each for each in self._actors.values() if each.name == name), None)

    def all(self) -> list[str]:
        """Return all names, each once."""
        return list(dict.fromkeys(each.name for each in self._actors.values()))


def texts(kind: str, plain: Mapping[str, Any], record: Record) -> dict[str, tuple[str, ...]]:
    """Return a fact as text.

    Args:
        kind: Of the fact.
        plain: Its JSON form.
        record: The article's, which says who is who.
    """
    names = Names(record)
    events = {each.id for each in record.events}
    found: dict[str, tuple[str, ...]] = {}
    for field in FIELDS[kind]:
        told = _told(field, plain, names, events)
        pairs = zip(field.inputs, told, strict=True)
        found |= {name: tuple(filter(None, some)) for name, some in pairs}
    return found


def given(kind: str, form: Sent) -> dict[str, tuple[str, ...]]:
    """Return what a form gives, for the inputs that it has."""
    return {
        name: tuple(_lined(form.getlist(f"{PREFIX}{name}")))
        for field in FIELDS[kind]
        for name in field.inputs
        if f"{PREFIX}{name}" in form
    }


def changed(kind: str, one: Texts, other: Texts) -> tuple[Field, ...]:
    """Return the fields that two texts differ in; what either does not have is no difference."""
    return tuple(
        field
        for field in FIELDS[kind]
        if any(one[name] != other[name] for name in field.inputs if name in one and name in other)
    )


def _lined(values: Iterable[object]) -> Iterable[str]:
    for each in values:
        if isinstance(each, str) and each.strip():
            yield "\n".join(line.strip() for line in each.strip().splitlines())


def _told(
    field: Field, plain: Mapping[str, Any], names: Names, events: set[str]
) -> Sequence[Sequence[str]]:
    """Return the values of each input of a field; those without a value may be empty text."""
    if field.form == "act":
        kind = plain["type"]
        return [[f"{kind}/{plain['mode'] or ''}" if kind else ""]]
    value = plain[field.name]
    match field.form:
        case "party":
            return [[names.of(value) if value else ""]]
        case "parties":
            return [[names.of(each) for each in value]]
        case "lines":
            return [["\n".join(value)]]
        case "target":
            return [[value], []] if value in events else [[], [value or ""]]
        case "days" | "losses":
            return [[_text((value or {}).get(part))] for part in _parts(field)]
        case "place":
            country = (value or {}).get("country")
            where = side_of_code(country).name if country else ""
            return [[_text((value or {}).get("name"))], [where]]
    return [[_text(value)]]


def _parts(field: Field) -> list[str]:
    return [each.partition(".")[2] for each in field.inputs]


def _text(value: object) -> str:
    return "" if value is None else str(value)
