"""Whoever takes part in a fact, as shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.crises import Entry, Party
from dragoman.crises.questions.citations import clean
from dragoman.crises.questions.sides import joined, side
from dragoman.desk.parts.codes import role


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownParty:
    """A person, state, body or group.

    Attributes:
        key: Names the actor's page: the person's id, else the code or the folded name.
        name: As printed, on one line.
        text: The name with its state or body: "Kari Lund (Norway)".
        government: The name of the state or body behind it, where it is another.
        code: The code of that state or body.
        person: The person's id across articles, where it is a person.
        office: What its office is called.
        level: Of the office, from 1 (the top of a state) to 4.
    """

    key: str
    name: str
    text: str
    government: str | None = None
    code: str | None = None
    person: str | None = None
    office: str | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True)
class ShownPart:
    """Who takes one part in a fact: ``part`` is its code, ``label`` the words for it."""

    part: str
    label: str
    parties: tuple[ShownParty, ...]

    @property
    def text(self) -> str:
        """All of them as in a sentence: "Norway and Sweden"."""
        return joined(each.text for each in self.parties)


_LABELS: Mapping[str, str] = {"on_behalf_of": "on behalf of"}


def shown_party(party: Party) -> ShownParty:
    """Return a party as shown."""
    behind = side(party)
    name, government = clean(party.name), clean(behind.name)
    alone = name == government
    return ShownParty(
        key=party.person or party.id,
        name=name,
        text=name if alone else f"{name} ({government})",
        government=None if alone else government,
        code=party.code,
        person=party.person,
        office=role(party.role) if party.role else None,
        level=party.level,
    )


def shown_parts(entry: Entry) -> tuple[ShownPart, ...]:
    """Return who takes which part in an entry; parts that nobody takes are left out."""
    return tuple(
        ShownPart(part, _LABELS.get(part, part), tuple(map(shown_party, some)))
        for part, some in entry.parties.items()
        if some
    )
