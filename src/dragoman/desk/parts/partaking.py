"""What somebody takes part in: how much of each kind, and the latest of it first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Subquery, and_, exists, func, or_, select

from dragoman.crises import Entry
from dragoman.crises.ledger import Ledger
from dragoman.desk.filters import Filters
from dragoman.desk.parts.overview import ids_of
from dragoman.desk.parts.selecting import Place, place_of
from dragoman.store import View
from dragoman.store.tables import entries, entry_parties

OWN: Mapping[str, tuple[str, ...]] = {
    "statements": ("speaker", "on_behalf_of"),
    "positions": ("holder", "reporter"),
}
"""The parts in which a fact of a kind is somebody's own; of other kinds it is in any part."""


@dataclass(frozen=True, slots=True)
class Partaking:
    """What an actor takes part in, of what is looked at.

    Args:
        view: Of the store.
        key: The code of a state or body, the id of a person, or the folded name of another actor.
        filters: What is looked at.
    """

    view: View
    key: str
    filters: Filters

    def counts(self) -> Mapping[str, int]:
        """Count the facts of each kind; kinds without any are left out."""
        asked = (
            select(entries.c.kind, func.count())
            .where(self._within(self.filters))
            .group_by(entries.c.kind)
        )
        return dict(self.view.connection.execute(asked).all())

    def latest(
        self, kind: str, *, before: Place | None = None, limit: int
    ) -> tuple[list[Entry], Place | None]:
        """Return facts of a kind, the latest first, and the place that the next come after.

        Args:
            kind: Of fact.
            before: Only what comes after this place of the list.
            limit: How many at most.
        """
        own = entries.c
        asked = select(own.id).where(
            own.kind == kind, self._within(self.filters.but(kinds=(kind,)))
        )
        asked = asked if before is None else asked.where(_goes_on(*before))
        ordered = asked.order_by(own.first_day.desc().nulls_last(), own.id.desc())
        ids = list(self.view.connection.scalars(ordered.limit(limit + 1)))
        found = Ledger(self.view).some(ids[:limit])
        return found, place_of(found[-1]) if len(ids) > limit else None

    def _within(self, filters: Filters) -> ColumnElement[bool]:
        """Return the condition that a fact is looked at, and the actor's own."""
        mine = entry_parties.c
        parts = [and_(mine.kind == kind, mine.part.in_(parts)) for kind, parts in OWN.items()]
        named = and_(mine.entry_id == entries.c.id, mine.party == self.key)
        is_own = exists().where(named, or_(mine.kind.not_in(list(OWN)), *parts))
        return and_(entries.c.id.in_(select(self._ids(filters).c.id)), is_own)

    def _ids(self, filters: Filters) -> Subquery:
        """Return what is looked at, by the actor wherever that narrows it most."""
        alone = not filters.countries
        return ids_of(filters.but(countries=(self.key,)) if alone else filters)


def _goes_on(day: object, identity: str) -> ColumnElement[bool]:
    """Return the condition that a fact comes after a place; what has no day comes last."""
    own, lower = entries.c.first_day, entries.c.id < identity
    if day is None:
        return and_(own.is_(None), lower)
    return or_(own < day, and_(own == day, lower), own.is_(None))
