"""Asking the index of either database, in one way."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    Connection,
    Row,
    Select,
    TableClause,
    case,
    column,
    desc,
    exists,
    func,
    literal_column,
    select,
    table,
)

from dragoman.records import FACT_KINDS
from dragoman.records.spans import words
from dragoman.store.packing import unpacked
from dragoman.store.search.index import ARTICLE, TABLE
from dragoman.store.search.narrowing import Narrowing
from dragoman.store.search.query import Query, Term
from dragoman.store.search.snippets import Snippet, snippet
from dragoman.store.tables import evidence, outlets, parties, passages, readings, texts

KINDS = (ARTICLE, *FACT_KINDS)
"""What can be searched."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: an article, or a fact of one (``kind``, and its ``number`` there).

    ``score`` orders the hits of one search, the best first; it means nothing beyond.
    """

    kind: str
    article: str
    reading: int
    number: int
    score: float
    title: str | None
    outlet: str | None
    told_on: date | None
    words: Snippet


def search(
    connection: Connection,
    question: str,
    *,
    kinds: Collection[str] = KINDS,
    code: str | None = None,
    limit: int = 20,
    **within: Any,
) -> list[Hit]:
    """Find articles and facts by their words, the best first.

    Where few articles are looked at, facts come before whole articles, in which the words stand
    further apart, and of either the newest first. A word's weight in the whole store would say
    little of them, and takes the longer to count the larger the store is.

    Args:
        connection: To the store.
        question: Words, "a phrase", one OR another, begin*, and -without.
        kinds: ``articles``, or kinds of facts.
        code: Only facts in which this state or body takes part.
        limit: How many at most.
        within: ``since`` and ``until``: only what was told on these days or between them.
            ``story`` and ``crisis``: only what their articles tell.

    Raises:
        StoreError: The question names nothing to look for.
    """
    query = Query.parse(question)
    index = _index(connection.dialect.name)
    narrowing = Narrowing(**within)
    stretch = narrowing.stretch(connection)
    asked = _asked(connection.dialect.name, index, query, weighed=stretch is None)
    asked = asked.where(passages.c.kind.in_(kinds), *narrowing.of_readings())
    if stretch is not None:
        asked = asked.where(index.c[0].between(*stretch))
    if code is not None:
        asked = asked.where(_takes_part(code))
    found = connection.execute(asked.limit(limit)).all()
    return [_hit(connection, row, query) for row in found]


def _index(dialect: str) -> TableClause:
    """Return the index: the ids of passages, by the name that they have there, and their words."""
    return table(TABLE, column("rowid" if dialect == "sqlite" else "id"), column("words"))


def _asked(dialect: str, index: TableClause, query: Query, *, weighed: bool) -> Select[Any]:
    """Return the select of what matches, in order, for the current readings."""
    if dialect == "sqlite":
        matches = literal_column(TABLE).op("MATCH")(_for_sqlite(query))
        weight: Any = -literal_column(f"bm25({TABLE})", type_=None)
    else:
        asked = _for_postgresql(query)
        matches = index.c.words.op("@@")(asked)
        weight = func.ts_rank_cd(index.c.words, asked)
    score = (weight if weighed else _CLOSE).label("score")
    return (
        select(passages, score, readings.c.article_id, readings.c.text_id, readings.c.title)
        .add_columns(outlets.c.name.label("outlet"), readings.c.told_on)
        .select_from(index)
        .join(passages, passages.c.id == index.c[0])
        .join(readings, readings.c.id == passages.c.reading_id)
        .join(outlets, outlets.c.id == readings.c.outlet_id, isouter=True)
        .where(matches, readings.c.current)
        .order_by(desc("score"), readings.c.told_on.desc().nulls_last(), passages.c.id)
    )


_CLOSE = case((passages.c.kind == ARTICLE, 0.0), else_=1.0)
"""Whether words stand together: those of a fact do, those of an article may be far apart."""


def _for_sqlite(query: Query) -> str:
    wanted = " AND ".join(f"({' OR '.join(map(_phrase, either))})" for either in query.wanted)
    unwanted = "".join(f" NOT {_phrase(term)}" for term in query.unwanted)
    return f"({wanted}){unwanted}"


def _phrase(term: Term) -> str:
    """Write a term for FTS5; folded words hold nothing that could mean more."""
    return f'"{" ".join(term.words)}"{" *" * term.prefix}'


def _for_postgresql(query: Query) -> Any:
    asked: Any = None
    for either in query.wanted:
        one: Any = None
        for term in either:
            one = _tsquery(term) if one is None else one.op("||")(_tsquery(term))
        asked = one.self_group() if asked is None else asked.op("&&")(one.self_group())
    for term in query.unwanted:
        asked = asked.op("&&")(func.tsquery_not(_tsquery(term)))
    return asked


def _tsquery(term: Term) -> Any:
    if term.prefix:
        beginning = " <-> ".join(term.words)
        return func.to_tsquery("english", f"{beginning}:*")
    return func.phraseto_tsquery("english", " ".join(term.words))


def _takes_part(code: str) -> Any:
    return exists().where(
        parties.c.reading_id == passages.c.reading_id,
        parties.c.kind == passages.c.kind,
        parties.c.number == passages.c.number,
        parties.c.code == code,
    )


def _hit(connection: Connection, row: Row[Any], query: Query) -> Hit:
    packed = select(texts.c.packed).where(texts.c.id == row.text_id)
    body = unpacked(connection.execute(packed).scalar_one())
    told = body if row.kind == ARTICLE else words(body, _evidence(connection, row))
    return Hit(
        kind=row.kind,
        article=row.article_id,
        reading=row.reading_id,
        number=row.number,
        score=float(row.score),
        title=row.title,
        outlet=row.outlet,
        told_on=row.told_on,
        words=snippet(told, query),
    )


def _evidence(connection: Connection, row: Row[Any]) -> Iterable[tuple[int, int]]:
    found = connection.execute(
        select(evidence.c.start, evidence.c.end)
        .where(evidence.c.reading_id == row.reading_id, evidence.c.kind == row.kind)
        .where(evidence.c.number == row.number)
        .order_by(evidence.c.start)
    )
    return [(start, end) for start, end in found]
