"""The kinds of things that a record holds, in the order in which they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

KindName = Literal["actor", "contact", "event", "statement", "position", "attitude"]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind: its name, the letter of its codes, the title of its section, what it tells."""

    name: KindName
    letter: str
    title: str
    tells: str

    @property
    def plural(self) -> str:
        """The name of the record's list of them."""
        return f"{self.name}s"


KINDS: tuple[Kind, ...] = (
    Kind("actor", "W", "Who", "who acts, speaks or is acted on"),
    Kind("contact", "C", "Contacts", "who talked to whom"),
    Kind("event", "E", "Events", "what happened"),
    Kind("statement", "S", "Statements", "who said what"),
    Kind("position", "P", "Positions", "who thinks what of an act"),
    Kind("attitude", "A", "Attitudes", "who thinks what of whom"),
)

BY_NAME: dict[str, Kind] = {kind.name: kind for kind in KINDS}
