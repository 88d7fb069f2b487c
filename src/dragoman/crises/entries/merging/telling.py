"""One way in which a fact is told."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Any, Self

Codes = Mapping[str, str | None]


@dataclass(frozen=True, slots=True, order=True)
class Side:
    """Who takes part.

    ``id`` is the code of the state or body for which somebody acts, or else the person's id or the
    folded name; ``code`` the state or body that he belongs to; ``person`` is set for persons.
    """

    id: str
    code: str = ""
    person: str = ""

    @property
    def anchor(self) -> str:
        """What tellings of somebody are found by."""
        return self.code or self.id


Sides = Mapping[str, tuple[Side, ...]]


@dataclass(frozen=True, kw_only=True)
class Telling:
    """What is compared of a fact: who, what, when, where. Reports that tell it alike share it.

    Attributes:
        kind: Of fact.
        codes: Its codes: ``type``, ``mode``, ``modality``, ``channel``, ``status``, ``stance`` …
        sides: Who takes which part, in order of their ids.
        first: The first day that it may have been on; ``None`` where nothing tells.
        last: The last one.
        own: Whether it tells its own time; otherwise the days are those of its article.
        fresh: Whether its own day is the day of its article.
        place: The folded name.
        country: The code of the place's country.
        words: The folded words of a policy.
        sketch: Hashes of the runs of words of a statement.
        content: Hashes of its words, but for those that say little.
        about: The act that a position is on, where it is an event.
        apart: Keeps it from all tellings of another ``apart``.
    """

    kind: str
    codes: Codes
    sides: Sides = field(default_factory=dict)
    first: date | None = None
    last: date | None = None
    own: bool = False
    fresh: bool = False
    place: str | None = None
    country: str | None = None
    words: str | None = None
    sketch: tuple[int, ...] = ()
    content: tuple[int, ...] = ()
    about: Telling | None = None
    apart: str | None = None

    @cached_property
    def id(self) -> str:
        """The content id."""
        return sha256(self.json.encode("ascii")).hexdigest()

    @cached_property
    def json(self) -> str:
        """It as JSON, always the same for the same content."""
        return json.dumps(self.plain(), sort_keys=True, separators=(",", ":"))

    @property
    def firm(self) -> bool:
        """Whether it says on which day: others are measured by it."""
        if self.first is None or self.first != self.last:
            return False
        return self.own or self.kind not in {"events", "contacts"}

    def part(self, *names: str) -> tuple[Side, ...]:
        """Return who takes any of these parts."""
        return tuple(side for name in names for side in self.sides.get(name, ()))

    def plain(self) -> dict[str, Any]:
        """Return it as JSON can hold it; what is absent is left out."""
        values: dict[str, Any] = {
            "kind": self.kind,
            "codes": {name: value for name, value in self.codes.items() if value is not None},
            "sides": {
                part: [[side.id, side.code, side.person] for side in sides]
                for part, sides in self.sides.items()
                if sides
            },
            "first": self.first and self.first.isoformat(),
            "last": self.last and self.last.isoformat(),
            "sketch": list(self.sketch),
            "content": list(self.content),
            "about": self.about and self.about.plain(),
        }
        names = ("own", "fresh", "place", "country", "words", "apart")
        values |= {name: getattr(self, name) for name in names}
        return {name: value for name, value in values.items() if value}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Self:
        """Build it again from :meth:`plain`."""
        sides = {
            part: tuple(Side(*side) for side in each)
            for part, each in plain.get("sides", {}).items()
        }
        about = plain.get("about")
        return cls(
            kind=plain["kind"],
            codes=plain.get("codes", {}),
            sides=sides,
            first=_day(plain.get("first")),
            last=_day(plain.get("last")),
            own=plain.get("own", False),
            fresh=plain.get("fresh", False),
            place=plain.get("place"),
            country=plain.get("country"),
            words=plain.get("words"),
            sketch=tuple(plain.get("sketch", ())),
            content=tuple(plain.get("content", ())),
            about=None if about is None else cls.from_plain(about),
            apart=plain.get("apart"),
        )

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Build it again from :attr:`json`."""
        return cls.from_plain(json.loads(text))


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
