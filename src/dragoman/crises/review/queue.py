"""What is to be reviewed first: what is likely wrong, and would mislead most if it were.

The *urgency* of an entry is the chance that it is wrong, times the weight of its kind, times its
spread. The confidence of a fact is calibrated, so that what it lacks to 1 is that chance. What a
person judged has no urgency. The database works it out and keeps the whole queue in an index, so
that one of a million facts gives its head as soon as one of ten.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, and_, case, func, or_, select

from dragoman.records import FACT_KINDS
from dragoman.store import View
from dragoman.store.tables import entries
from dragoman.store.tables.entries import WEIGHTS, urgency

Place = tuple[float, str]
"""Where an entry stands in the queue: its urgency and its id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """One entry of the queue.

    Attributes:
        id: Of the entry.
        kind: Its kind.
        confidence: That of its best report, from 0 to 1.
        origins: How many independent origins report it.
        verdict: How a person judged it, if one did.
        urgency: From 0 to 2; the highest comes first.
    """

    id: str
    kind: str
    confidence: float
    origins: int
    verdict: str | None
    urgency: float

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.urgency, self.id

    @property
    def doubt(self) -> float:
        """The chance that it is wrong, from 0 to 1."""
        return 1 - self.confidence

    @property
    def weight(self) -> float:
        """How much a wrong fact of its kind misleads, from 0 to 1."""
        return WEIGHTS[self.kind]

    @property
    def spread(self) -> float:
        """How far it reaches: 1 where one origin reports it, near 2 where many do."""
        return 2 - 1 / max(self.origins, 1)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many entries of a kind there are, and how many of them somebody judged."""

    kind: str
    count: int
    reviewed: int

    @property
    def left(self) -> int:
        """How many nobody judged."""
        return self.count - self.reviewed


class Queue:
    """The entries that nobody judged, the most urgent first; of equal ones that of the lower id.

    Args:
        view: Of the store.
        within: Only entries whose ``id`` is among these; by default all.
    """

    def __init__(self, view: View, within: FromClause | None = None) -> None:
        self._connection = view.connection
        self._within = within
        # The index of the whole queue is of no use for a part of it.
        self._urgency = urgency if within is None else _urgency

    def some(self, *, after: Place | None = None, limit: int = 50) -> list[Queued]:
        """Return the entries that come after a place, or the first ones."""
        beyond = [] if after is None else [self._beyond(after)]
        return self._read(self._waiting().where(*beyond), limit)

    def after(self, place: Place) -> Queued | None:
        """Return the next entry after a place; after the last one, the first of all others."""
        others = self._waiting().where(entries.c.id != place[1])
        found = self._read(others.where(self._beyond(place)), 1) or self._read(others, 1)
        return found[0] if found else None

    def before(self, place: Place) -> Queued | None:
        """Return the entry that comes before a place, if there is one."""
        least, identity = place
        own = self._urgency
        ahead = and_(own >= least, or_(own > least, entries.c.id < identity))
        asked = self._waiting().where(ahead).order_by(own, entries.c.id.desc())
        found = self._connection.execute(asked.limit(1)).one_or_none()
        return None if found is None else _queued(found)

    def get(self, identity: str) -> Queued | None:
        """Return an entry, whether it is judged or not and wherever it lies, if it is there."""
        found = self._connection.execute(_selected().where(entries.c.id == identity)).one_or_none()
        return None if found is None else _queued(found)

    def judged(self, *, after: str | None = None, limit: int = 50) -> list[Queued]:
        """Return entries that somebody judged, by their ids, which is no order that means any."""
        asked = self._all(_selected()).where(entries.c.verdict.is_not(None))
        beyond = [] if after is None else [entries.c.id > after]
        chosen = asked.where(*beyond).order_by(entries.c.id).limit(limit)
        return [_queued(row) for row in self._connection.execute(chosen)]

    def tallies(self) -> tuple[Tally, ...]:
        """Count the entries of each kind; kinds of which there are none are left out."""
        counts, reviewed = self._counts(), self._counts(entries.c.verdict.is_not(None))
        return tuple(
            Tally(kind, counts[kind], reviewed[kind]) for kind in FACT_KINDS if counts[kind]
        )

    def _counts(self, *where: ColumnElement[bool]) -> Counter[str]:
        asked = self._all(select(entries.c.kind, func.count()).where(*where))
        rows = self._connection.execute(asked.group_by(entries.c.kind))
        return Counter({row[0]: row[1] for row in rows})

    def _waiting(self) -> Select[Any]:
        return self._all(_selected()).where(entries.c.verdict.is_(None))

    def _all(self, chosen: Select[Any]) -> Select[Any]:
        if self._within is None:
            return chosen
        return chosen.join(self._within, self._within.c.id == entries.c.id)

    def _read(self, chosen: Select[Any], limit: int) -> list[Queued]:
        asked = chosen.order_by(self._urgency.desc(), entries.c.id).limit(limit)
        return [_queued(row) for row in self._connection.execute(asked)]

    def _beyond(self, place: Place) -> ColumnElement[bool]:
        most, identity = place
        own = self._urgency
        return and_(own <= most, or_(own < most, entries.c.id > identity))


def total(tallies: Iterable[Tally]) -> Tally:
    """Return the tally of all kinds together."""
    some = list(tallies)
    return Tally("", sum(each.count for each in some), sum(each.reviewed for each in some))


_urgency: ColumnElement[float] = case((entries.c.verdict.is_(None), urgency), else_=0.0)
"""That of any entry: none, where somebody judged it."""


def _selected() -> Select[Any]:
    return select(entries, _urgency.label("urgency"))


def _queued(row: Any) -> Queued:
    return Queued(
        id=row.id,
        kind=row.kind,
        confidence=row.confidence,
        origins=row.origins,
        verdict=row.verdict,
        urgency=float(row.urgency),
    )
