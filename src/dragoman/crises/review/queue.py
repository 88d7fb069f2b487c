"""What is to be reviewed first: what is likely wrong, and would mislead most if it were.

The *urgency* of an entry is the chance that it is wrong, times the weight of its kind, times its
spread. The confidence of a fact is calibrated, so that what it lacks to 1 is that chance. What a
person judged has no urgency. It is all worked out by the database, so that a queue of a hundred
thousand facts gives its head as soon as one of ten.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, and_, case, func, or_, select

from dragoman.records import FACT_KINDS
from dragoman.store import View
from dragoman.store.tables import entries

WEIGHTS: Mapping[str, float] = {
    "positions": 1.0,
    "contacts": 1.0,
    "events": 0.8,
    "statements": 0.5,
    "attitudes": 0.4,
}
"""How much a wrong fact of each kind misleads: who stands where and who called whom are answered
from one fact each, and acts are what positions are on; of statements there are many."""

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

    def some(self, *, after: Place | None = None, limit: int = 50) -> list[Queued]:
        """Return the entries that come after a place, or the first ones."""
        beyond = [] if after is None else [_beyond(after)]
        return self._read(self._waiting().where(*beyond), limit)

    def after(self, place: Place) -> Queued | None:
        """Return the next entry after a place; after the last one, the first of all others."""
        others = self._waiting().where(entries.c.id != place[1])
        found = self._read(others.where(_beyond(place)), 1) or self._read(others, 1)
        return found[0] if found else None

    def before(self, place: Place) -> Queued | None:
        """Return the entry that comes before a place, if there is one."""
        urgency, identity = place
        ahead = or_(_urgency > urgency, and_(_urgency == urgency, entries.c.id < identity))
        asked = self._waiting().where(ahead).order_by(_urgency, entries.c.id.desc())
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
        judged = func.count(entries.c.verdict)
        asked = self._all(select(entries.c.kind, func.count().label("count"), judged))
        rows = self._connection.execute(asked.group_by(entries.c.kind)).all()
        counts = Counter({row[0]: row[1] for row in rows})
        reviewed = Counter({row[0]: row[2] for row in rows})
        return tuple(
            Tally(kind, counts[kind], reviewed[kind]) for kind in FACT_KINDS if counts[kind]
        )

    def _waiting(self) -> Select[Any]:
        return self._all(_selected()).where(entries.c.verdict.is_(None))

    def _all(self, chosen: Select[Any]) -> Select[Any]:
        if self._within is None:
            return chosen
        return chosen.join(self._within, self._within.c.id == entries.c.id)

    def _read(self, chosen: Select[Any], limit: int) -> list[Queued]:
        asked = chosen.order_by(_urgency.desc(), entries.c.id).limit(limit)
        return [_queued(row) for row in self._connection.execute(asked)]


def total(tallies: Iterable[Tally]) -> Tally:
    """Return the tally of all kinds together."""
    some = list(tallies)
    return Tally("", sum(each.count for each in some), sum(each.reviewed for each in some))


_spread = 2.0 - 1.0 / case((entries.c.origins > 0, entries.c.origins), else_=1)
_urgency: ColumnElement[float] = case(
    (
        entries.c.verdict.is_(None),
        (1.0 - entries.c.confidence) * case(dict(WEIGHTS), value=entries.c.kind) * _spread,
    ),
    else_=0.0,
)


def _beyond(place: Place) -> ColumnElement[bool]:
    urgency, identity = place
    return or_(_urgency < urgency, and_(_urgency == urgency, entries.c.id > identity))


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
