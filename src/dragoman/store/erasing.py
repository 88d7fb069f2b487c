"""Taking everything of some articles out of the store, whichever tables hold it.

What hangs on an article is found by the foreign keys of the tables, so that a table that is made
one day is not forgotten: rows whose key leads to something that goes, go as well; where the key may
be empty, it is emptied. What is shared, as the text that stands at two URLs, goes with the last who
has it. The index of full-text search is no table and is cleaned apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Table,
    delete,
    exists,
    false,
    insert,
    or_,
    select,
    update,
)

from dragoman.records import Article, Record
from dragoman.store import rows as forms
from dragoman.store.columns import now
from dragoman.store.dialects import insert_new
from dragoman.store.erasing_briefs import blank, lines_on
from dragoman.store.erasing_jobs import erase_jobs
from dragoman.store.portions import AT_ONCE, portions
from dragoman.store.search.index import remove
from dragoman.store.tables import (
    FACTS,
    METADATA,
    articles,
    brief_lines,
    erasures,
    forgotten,
    judged,
    judgements,
    outlets,
    readings,
    sheet_rows,
    sheets,
    texts,
)

RecordOf = Callable[[int], Record]


@dataclass(frozen=True, slots=True)
class Doomed:
    """What is to go: articles in all their versions, with their readings.

    ``copies`` are the near-copies that are kept under one of them, and that stay.
    """

    articles: tuple[str, ...]
    pages: tuple[str, ...]
    readings: tuple[int, ...]
    urls: tuple[str, ...]
    copies: tuple[str, ...]


def doomed(connection: Connection, named: Collection[str]) -> Doomed:
    """Return what goes with some articles: all versions of what stands at their URLs."""
    pages = _column(connection, articles.c.page, articles.c.id, named)
    ids = _column(connection, articles.c.id, articles.c.page, pages)
    found = _column(connection, readings.c.id, readings.c.article_id, ids)
    urls = _column(connection, articles.c.url, articles.c.id, ids)
    copies = set(_column(connection, articles.c.id, articles.c.copy_of, ids)) - set(ids)
    return Doomed(
        articles=tuple(sorted(ids)),
        pages=tuple(sorted(pages)),
        readings=tuple(sorted(found)),
        urls=tuple(sorted(each for each in urls if each)),
        copies=tuple(sorted(copies)),
    )


def _column(
    connection: Connection, wanted: Column[Any], column: Column[Any], values: Collection[Any]
) -> set[Any]:
    """Return the distinct values of a column in the rows whose other column has some values."""
    found: set[Any] = set()
    for some in portions(values):
        found.update(connection.scalars(select(wanted).where(column.in_(some)).distinct()))
    return found


class Eraser:
    """Erases within one transaction; SQLite overwrites what it deletes from here on.

    Args:
        connection: Of the unit of work.
        record_of: Returns the record of a reading; what it holds leaves the index.
    """

    def __init__(self, connection: Connection, record_of: RecordOf) -> None:
        self._connection = connection
        self._record_of = record_of
        self.counts: Counter[str] = Counter()
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA secure_delete = ON")

    def erase(self, what: Doomed) -> Mapping[str, int]:
        """Erase articles with everything of them; return how many rows went, by table."""
        self._judgements(what)
        named = {*what.articles, *what.pages}
        self.counts += erase_jobs(self._connection, named, what.urls)
        if resting := lines_on(self._connection, what.articles):
            self.counts[brief_lines.name] += blank(self._connection, resting)
        shared = self._shared(what)
        for each in what.readings:
            remove(self._connection, each, self._record_of(each))
        for some in portions(what.articles):
            self._walk(articles, articles.c.id.in_(some))
        for table, column, ids in shared:
            self._orphans(table, column, ids)
        return dict(self.counts)

    def of_reading(self, reading: int) -> None:
        """Erase all that hangs on a reading, and leave the reading itself."""
        remove(self._connection, reading, self._record_of(reading))
        self._below(readings, readings.c.id == reading)

    def orphaned(self, text: str) -> None:
        """Erase a text that no reading has any more."""
        self._orphans(texts, readings.c.text_id, {text})

    def _judgements(self, what: Doomed) -> None:
        """Erase what was judged of these articles: judgements quote what they are about."""
        numbers = _column(self._connection, judged.c.judgement_id, judged.c.page, what.pages)
        subjects = set(self._connection.scalars(select(judgements.c.subject).distinct()))
        gone = {each for each in subjects if each in set(what.articles)}
        gone |= set(self._told_here_alone(subjects, set(what.readings)))
        numbers |= _column(self._connection, judgements.c.id, judgements.c.subject, gone)
        self.erase_judgements(numbers)

    def _told_here_alone(self, ids: Collection[str], here: Collection[int]) -> Iterator[str]:
        """Yield those ids of facts that some readings tell, and no others."""
        told: dict[str, set[int]] = {}
        for table in FACTS.values():
            for some in portions(ids):
                asked = select(table.c.id, table.c.reading_id).where(table.c.id.in_(some))
                for identity, reading in self._connection.execute(asked):
                    told.setdefault(identity, set()).add(reading)
        yield from (identity for identity, by in told.items() if by <= set(here))

    def erase_judgements(self, numbers: Iterable[int]) -> None:
        """Erase judgements by their numbers, and those that undo them."""
        gone = set(numbers)
        while more := _column(self._connection, judgements.c.id, judgements.c.undoes, gone) - gone:
            gone |= more
        for some in portions(sorted(gone, reverse=True)):
            self._delete(judged, judged.c.judgement_id.in_(some))
        for number in sorted(gone, reverse=True):
            self._delete(judgements, judgements.c.id == number)

    def _shared(self, what: Doomed) -> list[tuple[Table, Column[Any], set[Any]]]:
        """Return what the readings share with others: the table, who has it, and which."""
        named = ((texts, readings.c.text_id), (outlets, readings.c.outlet_id))
        found = [
            (table, column, _column(self._connection, column, readings.c.id, what.readings))
            for table, column in named
        ]
        of_sheets = _column(
            self._connection, sheet_rows.c.sheet_id, sheet_rows.c.reading_id, what.readings
        )
        return [*found, (sheets, sheet_rows.c.sheet_id, of_sheets)]

    def _orphans(self, table: Table, column: Column[Any], ids: set[Any]) -> None:
        """Erase rows of a table that nobody has any more."""
        for some in portions(sorted(each for each in ids if each is not None)):
            had = exists().where(column == table.c.id)
            self._delete(table, table.c.id.in_(some) & ~had)

    def _walk(self, table: Table, where: ColumnElement[bool]) -> None:
        """Erase rows of a table, and before that what hangs on them."""
        self._below(table, where)
        self._delete(table, where)

    def _below(self, table: Table, where: ColumnElement[bool]) -> None:
        """Erase what hangs on rows of a table: what cannot be without them."""
        for child in METADATA.sorted_tables:
            for key in child.foreign_keys:
                if key.column.table is not table:
                    continue
                of_these = key.parent.in_(select(key.column).where(where))
                if key.parent.nullable:
                    emptied = update(child).where(of_these).values({key.parent: None})
                    self._connection.execute(emptied)
                else:
                    self._walk(child, of_these)

    def _delete(self, table: Table, where: ColumnElement[bool]) -> None:
        count = self._connection.execute(delete(table).where(where)).rowcount
        self.counts[table.name] += count


def left_over(connection: Connection, what: Doomed) -> list[str]:
    """Return the tables that still hold rows of what was erased; none, if all went well."""
    values: Mapping[str, Sequence[Any]] = {"articles": what.articles, "readings": what.readings}
    found = []
    for table in METADATA.sorted_tables:
        keys = [(key.parent, key.column.table.name) for key in table.foreign_keys]
        named = [
            column.in_(values[parent][:AT_ONCE]) for column, parent in keys if parent in values
        ]
        asked = select(exists().where(or_(false(), *named)))
        if named and connection.scalar(asked):
            found.append(table.name)
    return found


def note_erasure(
    connection: Connection, scope: str, counts: Mapping[str, int], pages: Iterable[str], *, who: str
) -> None:
    """Keep that something was erased: what kind, how much, by whom; and its pages' digests."""
    row = {"made_at": now(), "who": who, "scope": scope, "counts": forms.to_json(dict(counts))}
    number = connection.execute(insert(erasures).returning(erasures.c.id), row).scalar_one()
    gone = [{"page": each, "erasure_id": number} for each in pages]
    if gone:
        connection.execute(insert_new(connection, forgotten), gone)


def is_forgotten(connection: Connection, article: Article) -> bool:
    """Tell whether what stands at an article's URL was erased, so that it is left alone."""
    asked = select(exists().where(forgotten.c.page == forms.page(article)))
    return bool(connection.scalar(asked))
