"""Who takes part in the facts of a reading, known across articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Connection, select

from dragoman.crises.entries.merging.telling import Side
from dragoman.crises.entries.model import Party
from dragoman.records import Actor, Fact, Office
from dragoman.store.rows import folded, parties_of
from dragoman.store.tables import person_mentions, spellings
from dragoman.world import world

_OFFICIAL = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP"})
"""Sectors that act for their state."""

_NEVER = frozenset({"armed_group", "population"})
"""Kinds that have a country and do not act for it."""


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of one reading by their ids, and which persons across articles they are."""

    actors: dict[str, Actor]
    persons: dict[str, str]

    def put(self, actor: Actor, person: str | None) -> None:
        """Add an actor, and the id of the person across articles that it is."""
        self.actors[actor.id] = actor
        if person is not None:
            self.persons[actor.id] = person

    def parties(self, fact: Fact) -> dict[str, tuple[Party, ...]]:
        """Return who takes which part in a fact, parts without anybody left out."""
        return {
            part: tuple(self.party(each) for each in named)
            for part, named in parties_of(fact)
            if named
        }

    def party(self, named: str) -> Party:
        """Return the party of an actor's id, or of a code that stands in its place."""
        actor = self.actors.get(named)
        if actor is None:
            return Party(id=named, name=_name_of_code(named), code=named)
        office = _office(actor)
        person = self.persons.get(named) if actor.kind == "person" else None
        return Party(
            id=_acts_for(actor) or person or folded(actor.name),
            name=actor.name,
            code=actor.country,
            person=person,
            role=office.role if office else None,
            level=office.level if office else None,
        )

    def sides(self, fact: Fact) -> dict[str, tuple[Side, ...]]:
        """Return who takes which part as tellings compare it, in order of ids."""
        return {
            part: tuple(sorted({self.side(each) for each in named}))
            for part, named in parties_of(fact)
            if named
        }

    def side(self, named: str) -> Side:
        """Return the side of an actor's id, or of a code that stands in its place."""
        actor = self.actors.get(named)
        if actor is None:
            return Side(named, named)
        person = ""
        if actor.kind == "person":
            person = self.persons.get(named) or folded(actor.name)
        identity = _acts_for(actor) or person or folded(actor.name)
        return Side(identity, actor.country or "", person)


def cast(actors: Iterable[Actor], persons: Mapping[int, str]) -> Cast:
    """Return the cast of a reading.

    Args:
        actors: Its actors, in order.
        persons: The id across articles of each that is a person, by its place among them.
    """
    listed = list(actors)
    return Cast(
        {actor.id: actor for actor in listed},
        {actor.id: persons[number] for number, actor in enumerate(listed) if number in persons},
    )


def mentioned(connection: Connection, readings: Iterable[int]) -> dict[int, dict[int, str]]:
    """Return for each reading which person each of its actors is, by the actor's number."""
    found: dict[int, dict[int, str]] = {}
    table = person_mentions
    asked = (
        select(table.c.reading_id, table.c.number, spellings.c.person_id)
        .join(spellings, spellings.c.id == table.c.spelling_id)
        .where(table.c.reading_id.in_(list(readings)))
    )
    for reading, number, person in connection.execute(asked):
        found.setdefault(reading, {})[number] = person
    return found


def _acts_for(actor: Actor) -> str | None:
    """Return the code of the state or body that an actor acts for, if it acts for one."""
    if actor.kind in _NEVER:
        return None
    office = _office(actor)
    official = not _OFFICIAL.isdisjoint(actor.sectors) or actor.class_ == "IGO"
    if office is not None:
        return office.of or actor.country
    return actor.country if official or actor.kind == "state" else None


def _office(actor: Actor) -> Office | None:
    return actor.office


@cache
def _name_of_code(code: str) -> str:
    known = world().state(code) or world().organization(code)
    return known.name if known else code
