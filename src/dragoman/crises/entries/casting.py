"""Who takes part in the facts of a reading, known across articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from dragoman.crises.entries.merging.telling import Side
from dragoman.crises.entries.model import Party
from dragoman.crises.persons import Known, OfficeOf
from dragoman.records import Actor, Fact
from dragoman.store.rows import folded, parties_of
from dragoman.world import world

_OFFICIAL = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP"})
"""Sectors that act for their state."""

_NEVER = frozenset({"armed_group", "population"})
"""Kinds that have a country and do not act for it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """For what an actor stands: what the article prints, or else what other articles lend."""

    country: str | None
    office: OfficeOf | None
    lent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of one reading by their ids, and what is known of them across articles."""

    actors: dict[str, Actor]
    known: dict[str, Known]

    def put(self, actor: Actor, known: Known | None) -> None:
        """Add an actor, and who it is across articles."""
        self.actors[actor.id] = actor
        if known is not None:
            self.known[actor.id] = known

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
        standing = self._standing(actor)
        person = self._person(actor)
        return Party(
            id=_acts_for(actor, standing) or person or folded(actor.name),
            name=actor.name,
            code=standing.country,
            person=person,
            role=standing.office.role if standing.office else None,
            level=standing.office.level if standing.office else None,
            lent=standing.lent,
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
        standing = self._standing(actor)
        person = ""
        if actor.kind == "person":
            person = self._person(actor) or folded(actor.name)
        identity = _acts_for(actor, standing) or person or folded(actor.name)
        return Side(identity, standing.country or "", person)

    def _person(self, actor: Actor) -> str | None:
        known = self.known.get(actor.id) if actor.kind == "person" else None
        return known.person if known else None

    def _standing(self, actor: Actor) -> Standing:
        told = actor.office
        office = OfficeOf(told.role, told.level, told.of) if told else None
        known = self.known.get(actor.id) if actor.kind == "person" else None
        if known is None:
            return Standing(actor.country, office)
        country = actor.country or known.lent.country
        borrowed = known.lent.office if office is None else None
        if borrowed is not None and country is not None and borrowed.of != country:
            borrowed = None
        lent = {"country": actor.country is None and country, "office": borrowed}
        names = tuple(name for name, value in lent.items() if value)
        return Standing(country, office or borrowed, names)


def cast(actors: Iterable[Actor], known: Mapping[int, Known]) -> Cast:
    """Return the cast of a reading.

    Args:
        actors: Its actors, in order.
        known: Who each that is a person is across articles, by its place among them.
    """
    listed = list(actors)
    return Cast(
        {actor.id: actor for actor in listed},
        {actor.id: known[number] for number, actor in enumerate(listed) if number in known},
    )


def _acts_for(actor: Actor, standing: Standing) -> str | None:
    """Return the code of the state or body that an actor acts for, if it acts for one."""
    if actor.kind in _NEVER:
        return None
    if standing.office is not None:
        return standing.office.of or standing.country
    official = not _OFFICIAL.isdisjoint(actor.sectors) or actor.class_ == "IGO"
    return standing.country if official or actor.kind == "state" else None


@cache
def _name_of_code(code: str) -> str:
    known = world().state(code) or world().organization(code)
    return known.name if known else code
