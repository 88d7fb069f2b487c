"""The words that are searched: one passage for each article and each fact.

SQLite keeps them in an FTS5 table without the text itself, PostgreSQL as ``tsvector``; both are
called ``passage_words``. The index can be built anew from the store at any time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, insert, select, text

from dragoman.records import FACT_KINDS, Contact, Fact, Record
from dragoman.records.spans import words
from dragoman.store.rows import parties_of
from dragoman.store.search.query import folded_words
from dragoman.store.tables import passages

ARTICLE = "articles"
"""The kind of the passage that is a whole article."""

TABLE = "passage_words"

_INSERT = {
    "sqlite": "INSERT INTO passage_words (rowid, words) VALUES (:id, :words)",
    "postgresql": (
        "INSERT INTO passage_words (id, words) VALUES (:id, to_tsvector('english', :words))"
    ),
}
_REMOVE = {
    "sqlite": (
        "INSERT INTO passage_words (passage_words, rowid, words) VALUES ('delete', :id, :words)"
    ),
    "postgresql": "DELETE FROM passage_words WHERE id = :id",
}
_EMPTY = {
    "sqlite": "INSERT INTO passage_words (passage_words) VALUES ('delete-all')",
    "postgresql": "DELETE FROM passage_words",
}
_COUNT = {
    "sqlite": "SELECT count(*) FROM passage_words_docsize",
    "postgresql": "SELECT count(*) FROM passage_words",
}


def passages_of(record: Record) -> Iterator[tuple[str, int, str]]:
    """Yield kind, number and words of each passage of a record."""
    yield ARTICLE, 0, record.article.text
    names = {actor.id: actor.name for actor in record.actors}
    for kind in FACT_KINDS:
        for number, fact in enumerate(getattr(record, kind)):
            yield kind, number, _words(fact, record.article.text, names)


def _words(fact: Fact, body: str, names: dict[str, str]) -> str:
    """Return the words of the evidence, and what they do not say: who, about what."""
    parties = [each for _, named in parties_of(fact) for each in named]
    topics = fact.topics if isinstance(fact, Contact) else ()
    told = [names.get(each, each) for each in dict.fromkeys(parties)]
    return " ".join([words(body, fact.evidence, between=" "), *told, *topics])


def add(connection: Connection, reading: int, record: Record) -> None:
    """Index the article and the facts of a reading."""
    found = list(passages_of(record))
    rows = [{"reading_id": reading, "kind": kind, "number": number} for kind, number, _ in found]
    made = insert(passages).returning(passages.c.id, passages.c.kind, passages.c.number)
    ids = {(row.kind, row.number): row.id for row in connection.execute(made, rows)}
    _index(connection, ((ids[kind, number], told) for kind, number, told in found))


def remove(connection: Connection, reading: int, record: Record) -> None:
    """Take the words of a reading out of the index, before its passages are erased.

    The index of SQLite does not keep the words; it must be told what it was given.
    """
    told = {(kind, number): words for kind, number, words in passages_of(record)}
    of_reading = select(passages.c.kind, passages.c.number, passages.c.id)
    found = connection.execute(of_reading.where(passages.c.reading_id == reading)).all()
    rows = [
        {"id": row.id, "words": " ".join(folded_words(told.get((row.kind, row.number), "")))}
        for row in found
    ]
    if rows:
        connection.execute(text(_REMOVE[connection.dialect.name]), rows)


def _index(connection: Connection, found: Iterable[tuple[int, str]]) -> None:
    rows = [{"id": number, "words": " ".join(folded_words(each))} for number, each in found]
    connection.execute(text(_INSERT[connection.dialect.name]), rows)


def rebuild(connection: Connection, records: Iterable[tuple[int, Record]]) -> None:
    """Build the index anew from all readings, for instance after a restore."""
    connection.execute(text(_EMPTY[connection.dialect.name]))
    for reading, record in records:
        of_reading = select(passages.c.kind, passages.c.number, passages.c.id)
        rows = connection.execute(of_reading.where(passages.c.reading_id == reading))
        ids = {(kind, number): found for kind, number, found in rows}
        known = ((ids.get((kind, number)), told) for kind, number, told in passages_of(record))
        _index(connection, ((number, told) for number, told in known if number is not None))


def indexed(connection: Connection) -> int:
    """Return how many passages have their words in the index."""
    return int(connection.scalar(text(_COUNT[connection.dialect.name])) or 0)
