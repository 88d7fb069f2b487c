"""What the store holds, read only."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Row, Select, Table, and_, exists, or_, select, tuple_

from dragoman.errors import StoreError
from dragoman.records import (
    Actor,
    Attitude,
    Contact,
    Event,
    Fact,
    Position,
    Record,
    Statement,
)
from dragoman.records.convert import from_plain
from dragoman.records.spans import words
from dragoman.store import changing
from dragoman.store.packing import unpacked
from dragoman.store.parts import Parts
from dragoman.store.places import stands_at
from dragoman.store.portions import portions
from dragoman.store.rows import PARTS, page_of, record_of
from dragoman.store.search import Hit, search
from dragoman.store.search.searching import KINDS
from dragoman.store.tables import FACTS, METADATA, actors, articles, outlets, parties, texts
from dragoman.store.tables import readings as reading_table

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_AT_ONCE = 500

_TYPES: Mapping[str, type[Fact]] = {
    "events": Event,
    "contacts": Contact,
    "statements": Statement,
    "positions": Position,
    "attitudes": Attitude,
}


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article where it stood, with what its current or latest reading says of it."""

    id: str
    reading: int
    current: bool
    version: int
    previous: str | None
    copy_of: str | None
    url: str | None
    title: str | None
    outlet: str | None
    published_at: datetime | None
    told_on: date | None
    added_at: datetime


@dataclass(frozen=True, slots=True)
class Told:
    """A fact with the article that tells it; ``number`` is its place in the record's list.

    ``earliest`` and ``latest`` are the days that its time may mean.
    """

    kind: str
    fact: Any
    number: int
    gist: str
    earliest: date | None
    latest: date | None
    article: StoredArticle


@dataclass(frozen=True, slots=True)
class Changes:
    """What a new version of an article tells no more, and what it tells newly."""

    vanished: tuple[Told, ...]
    appeared: tuple[Told, ...]


class View(Parts):
    """Reads within one transaction: a look at one moment."""

    @cached_property
    def version(self) -> int:
        """A number that is another one after each change of what was read or judged."""
        return changing.number(self.connection)

    def record(self, article: str) -> Record:
        """Return the record of an article by its id in the store, from its latest reading.

        Raises:
            StoreError: There is no such article.
        """
        return self.record_of_reading(self.article(article).reading)

    def record_of_reading(self, reading: int) -> Record:
        """Return the record of one reading, equal to the one that was written.

        Raises:
            StoreError: There is no such reading.
            RecordError: What the store holds of it contradicts itself.
        """
        row = self.connection.execute(
            select(reading_table.c.data, texts.c.packed)
            .join(texts, texts.c.id == reading_table.c.text_id)
            .where(reading_table.c.id == reading)
        ).one_or_none()
        if row is None:
            raise StoreError(f"There is no reading {reading}.")
        parts = {name: self._data(METADATA.tables[name], reading) for name in PARTS}
        return record_of(row.data, unpacked(row.packed), parts)

    def records(self, *, current: bool = True) -> Iterator[tuple[int, Record]]:
        """Yield number and record of the current readings, or of all, in the order written."""
        asked = select(reading_table.c.id).order_by(reading_table.c.id)
        if current:
            asked = asked.where(reading_table.c.current)
        for number in self.connection.scalars(asked).all():
            yield number, self.record_of_reading(number)

    def text(self, article: str) -> str:
        """Return the text of an article, as its latest reading has it."""
        reading = self.article(article).reading
        asked = (
            select(texts.c.packed)
            .join(reading_table, reading_table.c.text_id == texts.c.id)
            .where(reading_table.c.id == reading)
        )
        return unpacked(self.connection.execute(asked).scalar_one())

    def words(self, told: Told) -> str:
        """Return the words that a fact rests on."""
        return words(self.text(told.article.id), told.fact.evidence)

    def article(self, identity: str) -> StoredArticle:
        """Return an article by its id in the store.

        Raises:
            StoreError: There is no such article.
        """
        asked = _articles().where(articles.c.id == identity)
        row = self.connection.execute(asked.order_by(*_LATEST).limit(1)).one_or_none()
        if row is None:
            raise StoreError(f"There is no article {identity!r} in the store.")
        return _article(row)

    def articles(
        self,
        *,
        since: date | None = None,
        until: date | None = None,
        after: StoredArticle | None = None,
        latest: bool = False,
    ) -> Iterator[StoredArticle]:
        """Yield the articles that are current, by the day they were published; undated ones last.

        Args:
            since: Only those published on this day or later.
            until: Only those published on this day or earlier.
            after: Only those that come after this one.
            latest: Whether to begin with the latest.
        """
        asked = _articles().where(reading_table.c.current)
        told, number = reading_table.c.told_on, reading_table.c.id
        asked = asked if since is None else asked.where(told >= since)
        asked = asked if until is None else asked.where(told <= until)
        asked = asked if after is None else asked.where(_comes_after(after, latest=latest))
        order = (told.desc(), number.desc()) if latest else (told, number)
        ordered = asked.order_by(order[0].nulls_last(), order[1])
        yield from map(_article, self._stream(ordered))

    def versions(self, url: str) -> list[StoredArticle]:
        """Return all versions of the article at a URL, the first one first."""
        asked = select(articles.c.id).where(articles.c.page == page_of(url))
        found = self.connection.scalars(asked.order_by(articles.c.version)).all()
        return [self.article(each) for each in found]

    def copies(self, article: str) -> list[StoredArticle]:
        """Return the near-copies that are kept under an article."""
        asked = select(articles.c.id).where(articles.c.copy_of == article)
        found = self.connection.scalars(asked.order_by(articles.c.added_at, articles.c.id)).all()
        return [self.article(each) for each in found]

    def actors(self, reading: int) -> dict[str, Actor]:
        """Return the actors of a reading by their ids."""
        found = [from_plain(Actor, json.loads(each)) for each in self._data(actors, reading)]
        return {actor.id: actor for actor in found}

    def facts(
        self,
        kind: str,
        *,
        code: str | None = None,
        parts: Collection[str] = (),
        since: date | None = None,
        until: date | None = None,
        confidence: float = 0.0,
        current: bool = True,
        **values: str | Collection[str],
    ) -> Iterator[Told]:
        """Yield the facts of a kind, by their day; those without one by their article's.

        Args:
            kind: ``events``, ``contacts``, ``statements``, ``positions`` or ``attitudes``.
            code: Only facts in which this state or body takes part.
            parts: Only where it takes one of these parts, such as ``initiator``.
            since: Only what may have been on this day or later.
            until: Only what may have been on this day or earlier.
            confidence: Only facts of at least this confidence.
            current: Leave out what newer versions or readings replaced.
            values: What columns of the kind's table hold: ``type="ASSAULT"``,
                ``stance=("support", "understanding")``.

        Raises:
            StoreError: There is no such kind, or it has no such column.
        """
        table = _table(kind)
        asked = _facts(table).where(table.c.confidence >= confidence)
        if current:
            asked = asked.where(table.c.current)
        if code is not None:
            in_a_window = since is not None
            asked = asked.where(_takes_part(table, kind, code, parts, each=in_a_window))
        if since is not None:
            asked = asked.where(table.c.last_day >= since)
        if until is not None:
            asked = asked.where(table.c.first_day <= until)
        for name, value in values.items():
            asked = asked.where(_holds(table, kind, name, value))
        in_order = (table.c.first_day.nulls_last(), table.c.reading_id, table.c.number)
        for row in self._stream(asked.order_by(*in_order)):
            yield _told(kind, row)

    def told(self, kind: str, places: Collection[tuple[int, int]]) -> Iterator[Told]:
        """Yield facts of a kind by where they stand: reading and number, in no order.

        Raises:
            StoreError: There is no such kind.
        """
        table = _table(kind)
        for some in portions(places):
            for row in self._stream(_facts(table).where(stands_at(table, some))):
                yield _told(kind, row)

    def changes(self, article: str) -> Changes:
        """Compare a version of an article with the one before it.

        Raises:
            StoreError: There is no such article, or it is the first version.
        """
        new = self.article(article)
        if new.previous is None:
            raise StoreError("The article is the first version; there is nothing to compare.")
        old = self.article(new.previous)
        before, after = self._of_reading(old.reading), self._of_reading(new.reading)
        return Changes(_without(before, after), _without(after, before))

    def search(
        self,
        question: str,
        *,
        kinds: Collection[str] = KINDS,
        code: str | None = None,
        limit: int = 20,
        **within: Any,
    ) -> list[Hit]:
        """Find articles and facts by their words; see :func:`dragoman.store.search.search`."""
        return search(self.connection, question, kinds=kinds, code=code, limit=limit, **within)

    def similar(
        self,
        question: NDArray[np.float32],
        *,
        kinds: Collection[str] = KINDS,
        code: str | None = None,
        since: date | None = None,
        until: date | None = None,
        limit: int = 20,
    ) -> list[Hit]:
        """Find articles and facts by meaning; see :mod:`dragoman.store.search.semantic`."""
        from dragoman.store.search import semantic

        return semantic.similar(
            *(self.connection, question),
            kinds=kinds,
            code=code,
            since=since,
            until=until,
            limit=limit,
        )

    def like(self, article: str, limit: int = 20) -> list[Hit]:
        """Find the articles that are likest to one.

        Raises:
            StoreError: There is no such article, or no vectors are kept of it.
        """
        from dragoman.store.search import semantic

        return semantic.like(self.connection, article, limit)

    def _data(self, table: Table, reading: int) -> list[str]:
        asked = select(table.c.data).where(table.c.reading_id == reading).order_by(table.c.number)
        return list(self.connection.scalars(asked))

    def _of_reading(self, reading: int) -> list[Told]:
        return [
            _told(kind, row)
            for kind, table in FACTS.items()
            for row in self.connection.execute(
                _facts(table).where(table.c.reading_id == reading).order_by(table.c.number)
            )
        ]

    def _stream(self, asked: Select[Any]) -> Iterator[Row[Any]]:
        streamed = asked.execution_options(yield_per=_AT_ONCE)
        with closing(self.connection.execute(streamed)) as rows:
            yield from rows


_LATEST = (reading_table.c.current.desc(), reading_table.c.id.desc())

_ABOUT = (
    articles.c.id.label("article_id"),
    reading_table.c.id.label("reading"),
    reading_table.c.current.label("is_current"),
    articles.c.version,
    articles.c.previous,
    articles.c.copy_of,
    articles.c.url,
    reading_table.c.title,
    outlets.c.name.label("outlet"),
    reading_table.c.published_at,
    reading_table.c.told_on.label("published_on"),
    articles.c.added_at,
)


def _articles() -> Select[Any]:
    return (
        select(*_ABOUT)
        .select_from(articles)
        .join(reading_table, reading_table.c.article_id == articles.c.id)
        .join(outlets, outlets.c.id == reading_table.c.outlet_id, isouter=True)
    )


def _comes_after(article: StoredArticle, *, latest: bool) -> ColumnElement[bool]:
    told, number, day = reading_table.c.told_on, reading_table.c.id, article.told_on
    later = number < article.reading if latest else number > article.reading
    if day is None:
        return and_(told.is_(None), later)
    return or_(told < day if latest else told > day, and_(told == day, later), told.is_(None))


def _facts(table: Table) -> Select[Any]:
    columns = (table.c.number, table.c.gist, table.c.earliest, table.c.latest, table.c.data)
    return _articles().add_columns(*columns).join(table, table.c.reading_id == reading_table.c.id)


def _article(row: Row[Any]) -> StoredArticle:
    return StoredArticle(
        id=row.article_id,
        reading=row.reading,
        current=row.is_current,
        version=row.version,
        previous=row.previous,
        copy_of=row.copy_of,
        url=row.url,
        title=row.title,
        outlet=row.outlet,
        published_at=row.published_at,
        told_on=row.published_on,
        added_at=row.added_at,
    )


def _told(kind: str, row: Row[Any]) -> Told:
    return Told(
        kind=kind,
        fact=from_plain(_TYPES[kind], json.loads(row.data)),
        number=row.number,
        gist=row.gist,
        earliest=row.earliest,
        latest=row.latest,
        article=_article(row),
    )


def _table(kind: str) -> Table:
    try:
        return FACTS[kind]
    except KeyError:
        raise StoreError(f"{kind!r} is no kind of fact.", hint=f"One of {', '.join(FACTS)}.") from (
            None
        )


def _holds(table: Table, kind: str, name: str, value: str | Collection[str]) -> Any:
    if name not in table.c:
        raise StoreError(f"{kind} have no column {name!r}.")
    wanted = [value] if isinstance(value, str) else list(value)
    return table.c[name].in_(wanted)


def _takes_part(table: Table, kind: str, code: str, parts: Collection[str], *, each: bool) -> Any:
    """Return the condition that a code takes part in a fact.

    Args:
        table: The facts.
        kind: Theirs.
        code: Of a state or body.
        parts: Only these, if any.
        each: Whether to look at each fact, which is quick where few are left; otherwise the facts
            are found by the code.
    """
    where = [parties.c.kind == kind, parties.c.code == code]
    where += [parties.c.part.in_(list(parts))] if parts else []
    keys = (parties.c.reading_id, parties.c.number)
    own = (table.c.reading_id, table.c.number)
    if each:
        same = [key == value for key, value in zip(keys, own, strict=True)]
        return exists().where(*where, *same)
    return tuple_(*own).in_(select(*keys).where(*where))


def _without(some: list[Told], others: list[Told]) -> tuple[Told, ...]:
    """Return what is in ``some`` and not in ``others``, each as often as it is there more often."""
    left = Counter(each.gist for each in others)
    kept = []
    for each in some:
        if left[each.gist]:
            left[each.gist] -= 1
        else:
            kept.append(each)
    return tuple(kept)
