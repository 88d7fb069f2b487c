"""Titles that stories and crises get by themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from sqlalchemy import event

from dragoman.crises.stories import Crises
from dragoman.crises.stories.titles import named_crisis
from dragoman.records import Event, Place, Record, content_id
from dragoman.store import Store
from dragoman.store.rows import folded
from tests.crises.stories.telling import article, told


def struck(number: int, place: str, type_: str = "ASSAULT") -> Record:
    """Return an article of the strait that tells of an act at a place."""
    record = article("strait", number)
    act = Event(
        id=content_id(f"{place} {number}"),
        type=type_,
        actors=(record.actors[0].id,),
        place=Place(place),
        evidence=((0, 10),),
        confidence=0.9,
    )
    return replace(record, events=(act,))


def title(store: Store, *records: Record) -> str:
    """Return the title of the only crisis that records make."""
    told(store, records)
    with store.view() as view:
        (crisis,) = Crises(view).all()
    return crisis.title


def test_a_crisis_is_named_by_its_sides(store: Store) -> None:
    assert title(store, article("strait", 1), article("strait", 2)) == "Norland, Selm Strait"


def test_a_crisis_is_named_by_where_force_was_used_most(store: Store) -> None:
    records = struck(1, "Port Ayre"), struck(2, "Quill"), struck(3, "Quill")
    assert title(store, *records).endswith(": Quill")


def test_where_people_only_met_is_not_in_the_title(store: Store) -> None:
    assert ":" not in title(store, struck(1, "Oslo", "CONSULT"))


def test_each_name_is_looked_up_once_and_none_when_the_sides_are_known(store: Store) -> None:
    told(store, [article("strait", 1)])
    asked: list[str] = []
    with store.view() as view:
        (crisis,) = Crises(view).all()
        event.listen(view.connection, "before_cursor_execute", _noting(asked))
        named = named_crisis(view.connection, crisis.id)
    assert len(asked) == len(set(asked))
    assert asked[-1] == folded(named.split(", ")[-1])


def _noting(asked: list[str]) -> Callable[..., None]:
    def note(_connection: Any, _cursor: Any, statement: str, values: Any, *_: Any) -> None:
        if "FROM actors" in statement:
            named = values.values() if isinstance(values, dict) else values
            asked.append(next(iter(named)))

    return note
