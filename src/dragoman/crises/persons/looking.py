"""Who an actor of a reading is, across articles."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Select, and_, select

from dragoman.store import View
from dragoman.store.tables import actors, person_mentions, spellings


def of(view: View, reading: int, actor_id: str) -> str | None:
    """Return the id of the person that an actor of a reading is; ``None`` where it is none."""
    return view.connection.scalar(_persons(reading).where(actors.c.id == actor_id))


def of_reading(view: View, reading: int) -> Mapping[str, str]:
    """Return the ids of persons by those of the actors of a reading."""
    rows = view.connection.execute(_persons(reading).add_columns(actors.c.id))
    return {actor: person for person, actor in rows}


def _persons(reading: int) -> Select[str]:
    same = and_(
        person_mentions.c.reading_id == actors.c.reading_id,
        person_mentions.c.number == actors.c.number,
    )
    return (
        select(spellings.c.person_id)
        .select_from(actors)
        .join(person_mentions, same)
        .join(spellings, spellings.c.id == person_mentions.c.spelling_id)
        .where(actors.c.reading_id == reading)
    )
