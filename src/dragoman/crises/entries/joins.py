"""Which entry a group of tellings is: its leader, unless a person merged it with others."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Column, Connection, select

from dragoman.crises.entries.merging.telling import Telling
from dragoman.crises.entries.shelf import Shelf
from dragoman.store.portions import portions
from dragoman.store.tables import entry_joins

_TELLING, _JUDGEMENT = entry_joins.c.telling_id, entry_joins.c.judgement


def entries_of(shelf: Shelf, tellings: Iterable[Telling]) -> dict[str, str]:
    """Return the entry of each telling, by its id, and of all that are merged with them.

    A merged entry bears the least of the ids of the leaders that are merged.
    """
    told = {each.id: each for each in tellings}
    if shelf.connection.scalar(select(entry_joins.c.telling_id).limit(1)) is None:
        return {each.id: shelf.leader(each) for each in told.values()}
    joined = _joined(shelf, told.values())
    return {
        each.id: joined.get(leader, leader)
        for each in (*told.values(), *shelf.led_by(joined))
        for leader in (shelf.leader(each),)
    }


def _joined(shelf: Shelf, tellings: Iterable[Telling]) -> dict[str, str]:
    """Return for each leader that is merged with others the id of the entry."""
    found: dict[str, str] = {}
    for leader in sorted({shelf.leader(each) for each in tellings}):
        if leader not in found:
            group = _group(shelf, leader)
            found |= dict.fromkeys(group, min(group)) if len(group) > 1 else {}
    return found


def _group(shelf: Shelf, leader: str) -> set[str]:
    """Return the leaders that a person merged with one, directly or through others."""
    group, edge = {leader}, {leader}
    while edge:
        members = [each.id for each in shelf.led_by(edge)]
        judged = _across(shelf.connection, _JUDGEMENT, _TELLING, members)
        others = shelf.get(_across(shelf.connection, _TELLING, _JUDGEMENT, judged))
        edge = {shelf.leader(each) for each in others} - group
        group |= edge
    return group


def _across(
    connection: Connection, wanted: Column[str], by: Column[str], values: Iterable[str]
) -> set[str]:
    """Return the values of one column of the joins by those of the other."""
    return {
        found
        for some in portions(values)
        for found in connection.scalars(select(wanted).where(by.in_(some)))
    }
