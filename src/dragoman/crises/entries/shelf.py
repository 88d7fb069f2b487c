"""Tellings in the store: found by their marks, each unpacked once in a unit of work."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, bindparam, delete, insert, select, update

from dragoman.crises.entries.merging.agreeing import marks
from dragoman.crises.entries.merging.rules import Rules
from dragoman.crises.entries.merging.telling import Telling
from dragoman.store.portions import portions
from dragoman.store.tables import entry_reports, telling_marks, tellings

T = TypeVar("T")


class Shelf:
    """The tellings of a store and who leads each of them, within one transaction."""

    def __init__(self, connection: Connection, rules: Rules) -> None:
        self.connection = connection
        self.rules = rules
        self._told: dict[str, Telling] = {}
        self._leader: dict[str, str] = {}
        self._moved: dict[str, str] = {}
        self._marked: dict[int, set[str]] = {}

    def get(self, ids: Iterable[str]) -> list[Telling]:
        """Return those of some tellings that are there, in order of their ids."""
        wanted = set(ids)
        self._load([each for each in wanted if each not in self._told])
        return [self._told[each] for each in sorted(wanted) if each in self._told]

    def leader(self, telling: Telling) -> str:
        """Return the id of the telling that leads another."""
        return self._leader[telling.id]

    def lead(self, telling: Telling, leader: str) -> None:
        """Let a telling be led by another one; :meth:`save` writes it."""
        self._leader[telling.id] = self._moved[telling.id] = leader

    def found(self, wanted: Iterable[int]) -> list[Telling]:
        """Return the tellings that bear any of some marks."""
        marked = set(wanted)
        self.look_up(marked)
        return self.get({each for mark in marked for each in self._marked[mark]})

    def look_up(self, wanted: Iterable[int]) -> None:
        """Learn which tellings bear some marks, all of them in one question."""
        missing = [mark for mark in wanted if mark not in self._marked]
        for mark in missing:
            self._marked[mark] = set()
        table = telling_marks
        for some in portions(missing):
            asked = select(table.c.mark, table.c.telling_id).where(table.c.mark.in_(some))
            for mark, telling in self.connection.execute(asked):
                self._marked[mark].add(telling)

    def led_by(self, leaders: Iterable[str]) -> list[Telling]:
        """Return the tellings that some tellings led when they were last saved."""
        asked = select(tellings.c.id)
        return self.get(self._each(leaders, lambda some: asked.where(tellings.c.leader.in_(some))))

    def put(self, made: Iterable[Telling]) -> list[Telling]:
        """Add tellings, each led by itself; return those that were not there."""
        every = {each.id: each for each in made}
        there = {each.id for each in self.get(every)}
        new = [each for each in every.values() if each.id not in there]
        if new:
            self.connection.execute(insert(tellings), [_row(each) for each in new])
            self._mark(new)
        self._told |= {each.id: each for each in new}
        self._leader |= {each.id: each.id for each in new}
        return new

    def _mark(self, new: Iterable[Telling]) -> None:
        marked = [(mark, each.id) for each in new for mark in sorted(marks(each, self.rules))]
        for mark, telling in marked:
            if mark in self._marked:
                self._marked[mark].add(telling)
        if marked:
            rows = [{"mark": mark, "telling_id": telling} for mark, telling in marked]
            self.connection.execute(insert(telling_marks), rows)

    def orphans(self, ids: Iterable[str]) -> list[Telling]:
        """Return those of some tellings that no report tells."""
        wanted = set(ids)
        column = entry_reports.c.telling_id
        told = self._each(wanted, lambda some: select(column).where(column.in_(some)).distinct())
        return self.get(wanted - set(told))

    def drop(self, gone: Iterable[Telling]) -> None:
        """Remove tellings, and the marks that they bear."""
        ids = []
        for each in gone:
            ids.append(each.id)
            self._unmark(each)
            del self._told[each.id], self._leader[each.id]
        for some in portions(ids):
            self.connection.execute(delete(tellings).where(tellings.c.id.in_(some)))
        for bearing in self._marked.values():
            bearing.difference_update(ids)

    def _unmark(self, telling: Telling) -> None:
        own = delete(telling_marks).where(telling_marks.c.telling_id == telling.id)
        for some in portions(marks(telling, self.rules)):
            self.connection.execute(own.where(telling_marks.c.mark.in_(some)))

    def save(self) -> None:
        """Write who leads whom now."""
        rows = [{"of": each, "to": leader} for each, leader in sorted(self._moved.items())]
        if rows:
            changed = update(tellings).where(tellings.c.id == bindparam("of"))
            self.connection.execute(changed.values(leader=bindparam("to")), rows)
        self._moved.clear()

    def _load(self, missing: Iterable[str]) -> None:
        for some in portions(missing):
            asked = select(tellings).where(tellings.c.id.in_(some))
            for row in self.connection.execute(asked):
                self._told[row.id] = Telling.from_json(row.data)
                self._leader[row.id] = row.leader

    def _each(self, values: Iterable[T], asked: Callable[[list[T]], Select[Any]]) -> list[str]:
        return [
            found
            for some in portions(sorted(set(values), key=str))
            for found in self.connection.scalars(asked(some))
        ]


def _row(telling: Telling) -> dict[str, str]:
    return {
        "id": telling.id,
        "kind": telling.kind,
        "leader": telling.id,
        "data": telling.json,
    }
