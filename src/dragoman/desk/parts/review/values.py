"""What a form gives, as the values that a correction or an added fact has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dragoman.crises.review.parties import state_or_body
from dragoman.desk.parts.review.fields import FIELDS, Field
from dragoman.desk.parts.review.texts import Names, Texts
from dragoman.errors import InputError
from dragoman.records import Actor
from dragoman.store.rows import folded

Value = tuple[str, Any]
"""A field as :func:`dragoman.crises.review.correct` takes it, and its value."""

_SOMEBODY = re.compile(r"(.+?)\s*\(([^()]+)\)")
_NOT_KNOWN = "Write somebody new with the state or body in brackets: Ole Holm (Denmark)."


class Unfit(InputError):
    """What a form gives for a field cannot be taken; ``field`` is the name of the field."""

    def __init__(self, field: str, message: str, *, hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.field = field


class Values:
    """Makes values for the facts of one article.

    Args:
        names: Those of the article.
        shown: Those of the article that the form was made for; whoever is named there and not
            here is brought along.
    """

    def __init__(self, names: Names, shown: Names | None = None) -> None:
        self._names = names
        self._shown = shown or names

    def of(self, field: Field, told: Texts, plain: Mapping[str, Any]) -> Iterator[Value]:
        """Yield what a field is to be, in the order in which it is set.

        Args:
            field: One of the kind.
            told: What the form gives.
            plain: The fact's JSON form, as it is.

        Raises:
            Unfit: It cannot be taken.
        """
        given = [told.get(name, ()) for name in field.inputs]
        if field.needed and not any(given):
            raise Unfit(field.name, f"{field.label} cannot be empty.")
        if field.form == "act":
            yield from _act(_only(given[0]), plain)
        else:
            yield field.name, self._value(field, given, plain.get(field.name))

    def all(self, kind: str, told: Texts, plain: Mapping[str, Any]) -> dict[str, Any]:
        """Return the values of all fields of a fact that is to be added.

        Raises:
            Unfit: One cannot be taken.
        """
        return {
            name: value for field in FIELDS[kind] for name, value in self.of(field, told, plain)
        }

    def _value(self, field: Field, given: list[tuple[str, ...]], before: Any) -> Any:
        match field.form:
            case "party":
                return self._party(field, given[0][0]) if given[0] else None
            case "parties":
                return [self._party(field, each) for each in given[0]]
            case "lines":
                return _only(given[0]).splitlines()
            case "days":
                return _days((_only(given[0]), _only(given[1])), before)
            case "place":
                return _place(field, (_only(given[0]), _only(given[1])), before)
            case "losses":
                return _losses(field, _only(given[0]), _only(given[1]))
            case "target":
                return _only(given[0]) or _only(given[1])
        return _only(given[0]) or None

    def _party(self, field: Field, text: str) -> object:
        """Return a party as a correction names it: by name, or described where it is new."""
        if self._names.named(text) is not None or state_or_body(text) is not None:
            return text
        elsewhere = self._shown.named(text)
        if elsewhere is not None:
            return _described(elsewhere)
        if any(folded(text) == folded(each) for each in self._names.all()):
            return text
        somebody = _SOMEBODY.fullmatch(text)
        side = state_or_body(somebody[2]) if somebody else None
        if somebody is None or side is None:
            message = f"“{text}” is nobody whom the article names, and no state or body."
            raise Unfit(field.name, message, hint=_NOT_KNOWN)
        return {"name": somebody[1], "kind": "person", "country": side.country}


def _described(actor: Actor) -> dict[str, Any]:
    return {"name": actor.name, "kind": actor.kind, "country": actor.country}


def _only(values: Iterable[str]) -> str:
    return next(iter(values), "")


def _act(text: str, plain: Mapping[str, Any]) -> Iterator[Value]:
    """Yield type and mode; a mode goes before its type does, which may not have it."""
    kind, _, mode = text.partition("/")
    if kind != plain["type"]:
        if plain["mode"] is not None:
            yield "mode", None
        yield "type", kind
    yield "mode", mode or None


def _days(given: tuple[str, str], before: Any) -> dict[str, Any] | None:
    earliest, latest = given
    told = (before or {}).get("text", [])
    first, last = earliest or latest or None, latest or earliest or None
    if first is None and not told:
        return None
    return {"earliest": first, "latest": last, "text": told}


def _place(field: Field, given: tuple[str, str], before: Any) -> dict[str, Any] | None:
    name, country = given
    if not name and not country:
        return None
    state = state_or_body(country) if country else None
    if country and state is None:
        raise Unfit(field.name, f"“{country}” is no state.", hint="Write its name or its code.")
    old = before or {}
    same = old if old.get("name") == name else {}
    return {
        **{each: same.get(each) for each in ("lat", "lon", "geonames", "class")},
        "name": name or country,
        "country": state.country if state is not None else None,
        "text": old.get("text", []),
    }


def _losses(field: Field, killed: str, injured: str) -> dict[str, Any] | None:
    told = {"killed": killed, "injured": injured}
    if not any(told.values()):
        return None
    for text in filter(None, told.values()):
        if text != "some" and not (text.isascii() and text.isdecimal()):
            raise Unfit(field.name, f"“{text}” is no count.", hint="Write a number, or: some.")
    return {name: int(text) if text.isdecimal() else text or None for name, text in told.items()}
