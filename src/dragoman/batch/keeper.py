"""What the watcher remembers, in the store: the states of sources and of hosts.

A source may remember tens of thousands of entries, of which a visit changes a few; they are rows of
their own, and only those that changed are written.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from dragoman.errors import StoreError
from dragoman.ingest.watch import HostState, SourceState
from dragoman.records import content_id
from dragoman.records.convert import from_plain, to_plain
from dragoman.store import Store
from dragoman.store.dialects import insert_new
from dragoman.store.portions import portions
from dragoman.store.rows import to_json
from dragoman.store.tables import watched_entries, watched_hosts, watched_sources

LISTS = ("pending", "seen")
"""The lists of a state that are kept as rows."""

Rows = Sequence[tuple[int, str]]
"""Place and content of the entries of one list, in order."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A state as it is in the store; ``version`` counts how often it was kept."""

    state: SourceState
    version: int
    lists: Mapping[str, Rows]


class StoreKeeper:
    """Remembers in a store: what was kept is there after a crash, whole or as it was before.

    One program at a time may watch a source; a second one is told so when it keeps something.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, _Kept] = {}

    def source(self, name: str) -> SourceState:
        """Return the state of a source; a new one where none was kept."""
        if name not in self._known:
            with self._store.view() as view:
                self._known[name] = _read(view.connection, name)
        return self._known[name].state

    def host(self, origin: str) -> HostState:
        """Return the state of a host; a new one where none was kept."""
        asked = select(watched_hosts.c.data).where(watched_hosts.c.id == _host_id(origin))
        with self._store.view() as view:
            data = view.connection.scalar(asked)
        return HostState(origin) if data is None else from_plain(HostState, json.loads(data))

    def keep(self, state: SourceState | HostState) -> None:
        """Keep a state in place of the earlier one.

        Raises:
            StoreError: Another program watches the source, or the store refuses.
        """
        if isinstance(state, HostState):
            self._keep_host(state)
        else:
            self.source(state.name)
            with self._store.work() as unit:
                kept = _write(unit.connection, self._known[state.name], state)
            self._known[state.name] = kept

    def _keep_host(self, state: HostState) -> None:
        row = {"id": _host_id(state.origin), "data": to_json(to_plain(state))}
        changed = update(watched_hosts).where(watched_hosts.c.id == row["id"])
        with self._store.work() as unit:
            if unit.connection.execute(changed.values(data=row["data"])).rowcount == 0:
                unit.connection.execute(insert_new(unit.connection, watched_hosts), row)


def changes(old: Rows, new: Sequence[str]) -> tuple[list[int], list[tuple[int, str]]]:
    """Return which places of a list go and which entries come, so that it becomes another.

    Entries that stay keep their places, up to the first that stands elsewhere; those that come are
    put behind all others.
    """
    wanted = set(new)
    staying = [row for row in old if row[1] in wanted]
    pairs = zip(staying, new, strict=False)
    same = next((n for n, (row, entry) in enumerate(pairs) if row[1] != entry), None)
    same = min(len(staying), len(new)) if same is None else same
    stay = {place for place, _ in staying[:same]}
    gone = [place for place, _ in old if place not in stay]
    first = old[-1][0] + 1 if old else 0
    return gone, list(enumerate(new[same:], start=first))


def _read(connection: Connection, name: str) -> _Kept:
    identity = _source_id(name)
    asked = select(watched_sources).where(watched_sources.c.id == identity)
    row = connection.execute(asked).one_or_none()
    if row is None:
        return _Kept(SourceState(name), 0, {kind: [] for kind in LISTS})
    entries = (
        select(watched_entries)
        .where(watched_entries.c.source_id == identity)
        .order_by(watched_entries.c.kind, watched_entries.c.place)
    )
    lists: dict[str, list[tuple[int, str]]] = {kind: [] for kind in LISTS}
    for entry in connection.execute(entries):
        lists[entry.kind].append((entry.place, entry.data))
    told = {kind: [json.loads(data) for _, data in rows] for kind, rows in lists.items()}
    state = from_plain(SourceState, {**json.loads(row.data), **told})
    return _Kept(state, row.version, lists)


def _write(connection: Connection, before: _Kept, state: SourceState) -> _Kept:
    plain = to_plain(state)
    told = {kind: [to_json(each) for each in plain.pop(kind)] for kind in LISTS}
    identity = _source_id(state.name)
    _write_source(connection, before.version, identity, to_json(plain))
    lists = {
        kind: _write_list(connection, identity, kind, before.lists[kind], told[kind])
        for kind in LISTS
    }
    return _Kept(state, before.version + 1, lists)


def _write_source(connection: Connection, version: int, identity: str, data: str) -> None:
    """Write what is not in lists.

    Raises:
        StoreError: Somebody else wrote it since it was read.
    """
    values: dict[str, Any] = {"version": version + 1, "data": data}
    if version == 0:
        made = insert_new(connection, watched_sources).returning(watched_sources.c.id)
        written = connection.execute(made, {"id": identity, **values}).one_or_none() is not None
    else:
        own = (watched_sources.c.id == identity, watched_sources.c.version == version)
        changed = update(watched_sources).where(*own).values(**values)
        written = connection.execute(changed).rowcount == 1
    if not written:
        message = "Another program watches the same source in this store."
        raise StoreError(message, hint="Let one of them do it.")


def _write_list(
    connection: Connection, identity: str, kind: str, old: Rows, new: Sequence[str]
) -> Rows:
    gone, come = changes(old, new)
    of_list = (watched_entries.c.source_id == identity, watched_entries.c.kind == kind)
    for some in portions(gone):
        places = watched_entries.c.place.in_(some)
        connection.execute(delete(watched_entries).where(*of_list, places))
    if come:
        common = {"source_id": identity, "kind": kind}
        rows = [{**common, "place": place, "data": data} for place, data in come]
        connection.execute(insert(watched_entries), rows)
    left = set(gone)
    return [*(row for row in old if row[0] not in left), *come]


def _source_id(name: str) -> str:
    return content_id("watched source", name)


def _host_id(origin: str) -> str:
    return content_id("watched host", origin)
