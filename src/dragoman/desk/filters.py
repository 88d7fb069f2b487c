"""What all views of the ledger are narrowed down to; it lives in the address of the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Literal, Self
from urllib.parse import urlencode

from dragoman.crises.entries import KINDS, Entry
from dragoman.crises.questions import Scope
from dragoman.crises.questions.sides import code_of, state_like
from dragoman.desk.queries import choice, day, values_of
from dragoman.desk.refusals import BadQuery
from dragoman.errors import StoreError

Reviewed = Literal["any", "yes", "no"]
REVIEWED: tuple[Reviewed, ...] = ("any", "yes", "no")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What is looked at; without any, all of the ledger.

    Attributes:
        crisis: The id of a crisis.
        story: The id of a story.
        since: What may have been on this day or later.
        until: What may have been on this day or earlier.
        countries: Codes of states and bodies, one of which takes part.
        kinds: Kinds of fact.
        outlets: Names of outlets, one of which reports it.
        confidence: What the best report is at least as sure of, from 0 to 1.
        origins: What at least as many independent origins report.
        reviewed: Whether a person judged it: ``yes``, ``no`` or ``any``.
    """

    crisis: str | None = None
    story: str | None = None
    since: date | None = None
    until: date | None = None
    countries: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    confidence: float = 0.0
    origins: int = 1
    reviewed: Reviewed = "any"

    @classmethod
    def read(cls, query: Iterable[tuple[str, str]]) -> Self:
        """Read the names and values of a query; what is no filter is left to the page.

        Raises:
            BadQuery: A value is none that it can be.
        """
        given = values_of(query, _PARAMETERS)
        return cls(**{_PARAMETERS[name][0]: _read(name, told) for name, told in given.items()})

    def pairs(self) -> list[tuple[str, str]]:
        """Return the names and values that a query of it has, in order."""
        return [
            (name, told)
            for name, (attribute, _) in _PARAMETERS.items()
            if getattr(self, attribute) != _DEFAULTS[attribute]
            for told in _told(getattr(self, attribute))
        ]

    def query(self, **more: object) -> str:
        """Return it as a query, with what else a page puts there; empty where nothing is asked."""
        others = [(name, str(value)) for name, value in more.items() if value not in {None, ""}]
        return urlencode([*self.pairs(), *others])

    def but(self, **changes: Any) -> Self:
        """Return it with some things changed."""
        return replace(self, **changes)

    @property
    def narrow(self) -> bool:
        """Whether anything is asked for beyond a crisis."""
        return self.but(crisis=None) != Filters()

    @property
    def scope(self) -> Scope:
        """What questions to the ledger are narrowed down to; for the rest see :meth:`admits`."""
        return Scope(
            code=self.countries[0] if len(self.countries) == 1 else None,
            since=self.since,
            until=self.until,
            story=self.story,
            crisis=self.crisis,
            confidence=self.confidence,
            origins=self.origins,
        )

    def admits(self, entry: Entry) -> bool:
        """Tell whether an entry within the scope is asked for."""
        return (
            (not self.kinds or entry.kind in self.kinds)
            and (not self.countries or not _codes(entry).isdisjoint(self.countries))
            and (not self.outlets or not _outlets(entry).isdisjoint(self.outlets))
            and (self.reviewed == "any" or (entry.verdict is not None) == (self.reviewed == "yes"))
        )


def _codes(entry: Entry) -> set[str | None]:
    return {each.code for told in entry.parties.values() for each in told}


def _outlets(entry: Entry) -> set[str | None]:
    return {each.outlet or each.article.outlet for each in entry.reports}


def _text(name: str, values: Sequence[str]) -> str:
    if len(values) > 1:
        raise BadQuery(f"{name} is given more than once.")
    return values[0]


def _texts(name: str, values: Sequence[str]) -> tuple[str, ...]:
    del name
    return tuple(dict.fromkeys(values))


def _codes_told(name: str, values: Sequence[str]) -> tuple[str, ...]:
    return _texts(name, [country_code(each) for each in values])


def country_code(told: str) -> str:
    """Return the code of a state or body by its name or code.

    A code that is not known is left as it is, since it may be in the ledger.

    Raises:
        BadQuery: Nothing is called so, or several states are.
    """
    try:
        code = code_of(told)
    except StoreError as error:
        raise BadQuery(error.message, hint=error.hint) from error
    if code is not None:
        return code
    if told == told.upper():
        return told
    near = state_like(told)
    hint = "Write its name or its code, such as France, FRA or NATO."
    raise BadQuery(
        f"There is no state or body {told!r}.", hint=f"Did you mean {near}?" if near else hint
    )


def _kinds(name: str, values: Sequence[str]) -> tuple[str, ...]:
    for value in values:
        if value not in KINDS:
            raise BadQuery(f"{value!r} is no kind of fact.", hint=f"One of {', '.join(KINDS)}.")
    return _texts(name, values)


def _day(name: str, values: Sequence[str]) -> date | None:
    return day(name, _text(name, values))


def _share(name: str, values: Sequence[str]) -> float:
    text = _text(name, values)
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise BadQuery(f"{name}: {text!r} is no number from 0 to 1.")
    return share


def _count(name: str, values: Sequence[str]) -> int:
    text = _text(name, values)
    if not (text.isascii() and text.isdecimal() and 1 <= int(text[:9]) <= 10_000):
        raise BadQuery(f"{name}: {text!r} is no count.")
    return int(text)


def _reviewed(name: str, values: Sequence[str]) -> Reviewed:
    return choice(name, _text(name, values), REVIEWED)


_PARAMETERS: Mapping[str, tuple[str, Callable[[str, Sequence[str]], Any]]] = {
    "crisis": ("crisis", _text),
    "story": ("story", _text),
    "since": ("since", _day),
    "until": ("until", _day),
    "country": ("countries", _codes_told),
    "kind": ("kinds", _kinds),
    "outlet": ("outlets", _texts),
    "confidence": ("confidence", _share),
    "origins": ("origins", _count),
    "reviewed": ("reviewed", _reviewed),
}
"""The names in a query, what each is called here, and how it is read."""

_DEFAULTS = {each.name: each.default for each in fields(Filters)}


def _read(name: str, values: Sequence[str]) -> Any:
    return _PARAMETERS[name][1](name, values)


def _told(value: Any) -> list[str]:
    if isinstance(value, tuple):
        return [str(each) for each in value]
    return [value.isoformat() if isinstance(value, date) else f"{value}"]
