"""Persons across articles, article by article.

Taking in an article twice changes nothing; a new version of it, or a new reading, takes the place
of what was there. An article costs a few questions by key as long as its spellings are known; a new
spelling is compared with the few that share a block with it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, delete, exists, func, insert, select, update

from dragoman.crises.persons.lending import Journal
from dragoman.crises.persons.links import apart, are_any, links_of, renewed
from dragoman.crises.persons.placing import Placer, reconsidered
from dragoman.crises.persons.spelled import Spelled, by_id, by_key, values_of
from dragoman.records import Actor, Record
from dragoman.store import UnitOfWork, Written
from dragoman.store.dialects import hold
from dragoman.store.portions import portions
from dragoman.store.rows import told_on
from dragoman.store.tables import (
    articles,
    person_mentions,
    persons,
    readings,
    spelling_blocks,
    spellings,
)

LOCK = "dragoman persons"
"""What writers of persons hold until their transaction ends."""


def take(unit: UnitOfWork, written: Written, record: Record) -> frozenset[int]:
    """Take in the persons of an article, in the unit of work that wrote it.

    Returns:
        The numbers of other readings in which somebody is somebody else now, or is known better:
        what was made of them is to be made anew. Mostly none.
    """
    connection = unit.connection
    hold(connection, LOCK)
    replaced = _replaced(connection, written.article)
    journal = Journal(connection)
    _drop(connection, replaced, journal)
    moved: frozenset[int] = frozenset()
    if _is_due(connection, written.reading):
        about = (written.article, written.reading, told_on(record.article))
        moved = _Taking(connection, *about, judged=are_any(connection), journal=journal).run(
            {number: each for number, each in enumerate(record.actors) if each.kind == "person"}
        )
    return (moved | journal.borrowers()) - {written.reading}


def drop(unit: UnitOfWork, numbers: Collection[int]) -> frozenset[int]:
    """Take out what readings say of persons; nobody stays of whom nothing else is told.

    Returns:
        The numbers of other readings to which these lent what they do not say themselves.
    """
    journal = Journal(unit.connection)
    _drop(unit.connection, numbers, journal)
    return journal.borrowers() - set(numbers)


def _drop(connection: Connection, numbers: Collection[int], journal: Journal) -> None:
    touched: set[int] = set()
    for some in portions(numbers):
        where = person_mentions.c.reading_id.in_(some)
        touched.update(connection.scalars(select(person_mentions.c.spelling_id).where(where)))
        connection.execute(delete(person_mentions).where(where))
    for each in by_id(connection, touched):
        journal.note(each)
        _recount(connection, each)


def clear(unit: UnitOfWork) -> None:
    """Forget all persons.

    What was judged of them stays, and counts when they are taken in again.
    """
    hold(unit.connection, LOCK)
    for table in (person_mentions, spelling_blocks, spellings, persons):
        unit.connection.execute(delete(table))
    renewed(unit)


def _replaced(connection: Connection, article: str) -> Sequence[int]:
    """Return the readings at the URL of an article that are current no more, and still count."""
    return connection.scalars(_REPLACED, {"article": article}).all()


_PAGE = select(articles.c.page).where(articles.c.id == bindparam("article")).scalar_subquery()

_REPLACED = (
    select(person_mentions.c.reading_id)
    .join(readings, readings.c.id == person_mentions.c.reading_id)
    .join(articles, articles.c.id == readings.c.article_id)
    .where(articles.c.page == _PAGE, ~readings.c.current)
    .distinct()
)


def _is_due(connection: Connection, reading: int) -> bool:
    """Whether a reading is current, and not taken in yet."""
    return connection.scalar(_DUE, {"reading": reading}) is not None


_DUE = select(readings.c.id).where(
    readings.c.id == bindparam("reading"),
    readings.c.current,
    ~exists().where(person_mentions.c.reading_id == bindparam("reading")),
)


@dataclass(slots=True)
class _Taking:
    """One article that is taken in."""

    connection: Connection
    article: str
    reading: int
    day: date | None
    judged: bool
    journal: Journal
    moved: list[Spelled] = field(default_factory=list)

    def run(self, actors: Mapping[int, Actor]) -> frozenset[int]:
        """Keep who is mentioned; return the readings of spellings that moved meanwhile."""
        values = self._values(actors)
        known = by_key(self.connection, {each["key"] for each in values.values()})
        for each in values.values():
            if each["key"] not in known:
                known[each["key"]] = self._made(each, known)
        spelled = {number: known[each["key"]] for number, each in values.items()}
        self.journal.note(*spelled.values())
        self._mention(spelled)
        self._count(Counter(spelled.values()))
        return readings_of(self.connection, self.moved) - {self.reading}

    def _values(self, actors: Mapping[int, Actor]) -> dict[int, dict[str, Any]]:
        """Return the spelling of each actor, those set apart in this article by their own keys."""
        values = {number: values_of(actor, self.day) for number, actor in actors.items()}
        if not self.judged:
            return values
        links = links_of(self.connection, {each["key"] for each in values.values()})
        judged = apart(links, self.article)
        return {
            number: values_of(actors[number], self.day, apart=judged.get(each["key"]))
            for number, each in values.items()
        }

    def _made(self, values: Mapping[str, Any], known: Mapping[str, Spelled]) -> Spelled:
        """Keep a new spelling, and look whose others are now."""
        present = {each.person for each in known.values()}
        placer = Placer(self.connection, present=present, judged=self.judged)
        made = placer.add(values, self.article, self.day)
        self.journal.made(made)
        moved = reconsidered(placer, made)
        self.journal.note(*moved)
        self.moved += moved
        return made

    def _mention(self, spelled: Mapping[int, Spelled]) -> None:
        about = {"reading_id": self.reading, "told_on": self.day}
        rows = [
            {**about, "number": number, "spelling_id": each.id} for number, each in spelled.items()
        ]
        if rows:
            self.connection.execute(insert(person_mentions), rows)

    def _count(self, counts: Counter[Spelled]) -> None:
        rows = [
            {"number": each.id, "more": count, **_days(each, self.day)}
            for each, count in counts.items()
        ]
        if rows:
            self.connection.execute(_COUNTED, rows)


_COUNTED = (
    update(spellings)
    .where(spellings.c.id == bindparam("number"))
    .values(
        mentions=spellings.c.mentions + bindparam("more"),
        first_day=bindparam("first"),
        last_day=bindparam("last"),
    )
)


def _days(spelled: Spelled, day: date | None) -> dict[str, date | None]:
    """Return the first and the last day of a spelling, with one more day."""
    days = [each for each in (spelled.first_day, spelled.last_day, day) if each]
    return {"first": min(days, default=None), "last": max(days, default=None)}


def _recount(connection: Connection, spelled: Spelled) -> None:
    """Count the mentions of a spelling anew; remove it where none is left."""
    mine = person_mentions.c.spelling_id == spelled.id
    counted = select(
        func.count(), func.min(person_mentions.c.told_on), func.max(person_mentions.c.told_on)
    )
    mentions, first, last = connection.execute(counted.where(mine)).one()
    if not mentions:
        _remove(connection, spelled)
        return
    earliest = (
        select(readings.c.article_id)
        .join(person_mentions, person_mentions.c.reading_id == readings.c.id)
        .where(mine)
        .order_by(readings.c.id)
        .limit(1)
    )
    values = {"mentions": mentions, "first_day": first, "last_day": last}
    values["article_id"] = connection.scalar(earliest)
    connection.execute(update(spellings).where(spellings.c.id == spelled.id).values(**values))


def _remove(connection: Connection, spelled: Spelled) -> None:
    own = spelling_blocks.c.spelling_id == spelled.id
    connection.execute(delete(spelling_blocks).where(own))
    connection.execute(delete(spellings).where(spellings.c.id == spelled.id))
    Placer(connection).tidy({spelled.person})


def readings_of(connection: Connection, some: Iterable[Spelled]) -> frozenset[int]:
    """Return the readings that mention spellings."""
    found: set[int] = set()
    for numbers in portions({each.id for each in some}):
        where = person_mentions.c.spelling_id.in_(numbers)
        found.update(connection.scalars(select(person_mentions.c.reading_id).where(where)))
    return frozenset(found)
