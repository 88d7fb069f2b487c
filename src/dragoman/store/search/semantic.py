"""Search by meaning: articles and facts whose sentences are near a question's vector.

The index is the table of vectors itself: one vector an article is compared with the question, and
of the nearest articles each sentence. That is exact where no more articles than
:data:`MOST_ARTICLES` are asked for, and takes a few kilobytes an article and milliseconds a
thousand articles beyond; sqlite-vec and pgvector would go through all rows just so.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from sqlalchemy import Connection, Select, exists, select

from dragoman.errors import StoreError
from dragoman.records import Span
from dragoman.records.spans import words
from dragoman.store.packing import unpacked as unpacked_text
from dragoman.store.portions import portions
from dragoman.store.search.index import ARTICLE
from dragoman.store.search.searching import KINDS, Hit
from dragoman.store.search.snippets import Snippet
from dragoman.store.search.vectors import Floats, kept, unit, unpacked, unpacked_spans
from dragoman.store.tables import evidence, outlets, parties, readings, texts, vectors

MOST_ARTICLES = 1000
"""Articles whose sentences are looked at, the nearest ones."""

_SENTENCES = 40
"""Sentences looked at for facts, for each fact that is asked for."""

_LONGEST = 300


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence of a reading, and how near it is."""

    score: float
    reading: int
    span: Span


@dataclass(frozen=True, slots=True)
class _Found:
    """Something near: an article, or a fact of it, with the spans that show it."""

    score: float
    reading: int
    kind: str
    number: int
    spans: tuple[Span, ...]


def similar(
    connection: Connection,
    question: Floats,
    *,
    kinds: Collection[str] = KINDS,
    code: str | None = None,
    since: date | None = None,
    until: date | None = None,
    limit: int = 20,
) -> list[Hit]:
    """Find articles and facts by meaning, the nearest first.

    Args:
        connection: To the store.
        question: A vector of any length, (width,), from the encoder that read the articles.
        kinds: ``articles``, or kinds of facts.
        code: Only facts in which this state or body takes part, and articles that tell such.
        since: Only what was told on this day or later.
        until: Only what was told on this day or earlier.
        limit: How many at most.

    Returns:
        Hits, each with a score: the cosine of the best sentence, for an article its mean with
        that of the whole.

    Raises:
        StoreError: The question is no vector.
    """
    asked = np.asarray(question, dtype=np.float32)
    if asked.ndim != 1 or not np.isfinite(asked).all() or not asked.any():
        raise StoreError("A question needs one vector of finite numbers that are not all zero.")
    wanted = _current(code, since, until)
    nearest = _nearest(connection, wanted, unit(asked[None])[0])
    sentences = _sentences(connection, nearest, unit(asked[None])[0])
    found = list(_articles(nearest, sentences)) if ARTICLE in kinds else []
    facts = [kind for kind in kinds if kind != ARTICLE]
    if facts:
        best = sorted(sentences, key=lambda each: -each.score)[: limit * _SENTENCES]
        found += _facts(connection, best, facts, code)
    found.sort(key=lambda each: (-each.score, -each.reading, each.kind, each.number))
    return list(_hits(connection, found[:limit]))


def like(connection: Connection, article: str, limit: int = 20) -> list[Hit]:
    """Find the current articles that are likest to one, which is left out.

    Raises:
        StoreError: There is no such article, or no vectors are kept of it.
    """
    asked = select(readings.c.id).where(readings.c.article_id == article)
    latest = asked.order_by(readings.c.current.desc(), readings.c.id.desc()).limit(1)
    reading = connection.scalar(latest)
    own = kept(connection, reading) if reading is not None else None
    if own is None:
        raise StoreError(f"There are no vectors of an article {article!r} in the store.")
    found = similar(connection, own.article, kinds=[ARTICLE], limit=limit + 1)
    return [hit for hit in found if hit.article != article][:limit]


def _current(code: str | None, since: date | None, until: date | None) -> Select[Any]:
    """Return the select of the article vectors that are asked for."""
    asked = (
        select(vectors.c.reading_id, vectors.c.article)
        .join(readings, readings.c.id == vectors.c.reading_id)
        .where(readings.c.current)
        .order_by(vectors.c.reading_id)
    )
    if since is not None:
        asked = asked.where(readings.c.told_on >= since)
    if until is not None:
        asked = asked.where(readings.c.told_on <= until)
    if code is not None:
        takes_part = exists().where(
            parties.c.reading_id == vectors.c.reading_id, parties.c.code == code
        )
        asked = asked.where(takes_part)
    return asked


def _nearest(connection: Connection, asked: Select[Any], question: Floats) -> dict[int, float]:
    """Return the readings whose articles are nearest, with how near; nearest first."""
    scores: dict[int, float] = {}
    streamed = connection.execute(asked.execution_options(yield_per=5000))
    for part in streamed.partitions():
        same = [row for row in part if len(row.article) == len(question)]
        if same:
            rows = unpacked(b"".join(row.article for row in same), len(same))
            near = (rows @ question).tolist()
            scores.update(zip((row.reading_id for row in same), near, strict=True))
    ordered = sorted(scores.items(), key=lambda each: (-each[1], -each[0]))
    return dict(ordered[:MOST_ARTICLES])


def _sentences(
    connection: Connection, nearest: Mapping[int, float], question: Floats
) -> list[_Sentence]:
    found: list[_Sentence] = []
    for part in portions(list(nearest)):
        rows = connection.execute(select(vectors).where(vectors.c.reading_id.in_(part)))
        for row in rows:
            spans = unpacked_spans(row.spans)
            near = (unpacked(row.sentences, len(spans)) @ question).tolist()
            found += [
                _Sentence(score, row.reading_id, span)
                for score, span in zip(near, spans, strict=True)
            ]
    return found


def _articles(nearest: Mapping[int, float], sentences: Iterable[_Sentence]) -> Iterator[_Found]:
    best: dict[int, _Sentence] = {}
    for each in sentences:
        if each.reading not in best or each.score > best[each.reading].score:
            best[each.reading] = each
    for reading, whole in nearest.items():
        one = best[reading]
        yield _Found((one.score + whole) / 2, reading, ARTICLE, 0, (one.span,))


def _facts(
    connection: Connection, sentences: Sequence[_Sentence], kinds: Sequence[str], code: str | None
) -> list[_Found]:
    """Return the facts that rest on one of these sentences, each with its nearest one."""
    by_reading: dict[int, list[_Sentence]] = {}
    for each in sentences:
        by_reading.setdefault(each.reading, []).append(each)
    spans: dict[tuple[int, str, int], list[Span]] = {}
    for row in _evidence(connection, list(by_reading), kinds, code):
        spans.setdefault((row.reading_id, row.kind, row.number), []).append((row.start, row.end))
    found = []
    for (reading, kind, number), own in spans.items():
        touched = [each.score for each in by_reading[reading] if _touch(each.span, own)]
        if touched:
            found.append(_Found(max(touched), reading, kind, number, tuple(own)))
    return found


def _touch(sentence: Span, spans: Iterable[Span]) -> bool:
    return any(start < sentence[1] and end > sentence[0] for start, end in spans)


def _evidence(
    connection: Connection, numbers: Sequence[int], kinds: Sequence[str], code: str | None
) -> Iterator[Any]:
    asked = select(evidence).where(evidence.c.kind.in_(kinds))
    if code is not None:
        asked = asked.where(
            exists().where(
                parties.c.reading_id == evidence.c.reading_id,
                parties.c.kind == evidence.c.kind,
                parties.c.number == evidence.c.number,
                parties.c.code == code,
            )
        )
    for part in portions(numbers):
        own = asked.where(evidence.c.reading_id.in_(part))
        yield from connection.execute(own.order_by(evidence.c.reading_id, evidence.c.start))


def _hits(connection: Connection, found: Sequence[_Found]) -> Iterator[Hit]:
    asked = (
        select(readings.c.id, readings.c.article_id, readings.c.title, readings.c.told_on)
        .add_columns(texts.c.packed, outlets.c.name.label("outlet"))
        .join(texts, texts.c.id == readings.c.text_id)
        .join(outlets, outlets.c.id == readings.c.outlet_id, isouter=True)
    )
    known: dict[int, Any] = {}
    for part in portions(sorted({each.reading for each in found})):
        rows = connection.execute(asked.where(readings.c.id.in_(part)))
        known.update((row.id, row) for row in rows)
    for each in found:
        row = known[each.reading]
        yield Hit(
            kind=each.kind,
            article=row.article_id,
            reading=each.reading,
            number=each.number,
            score=each.score,
            title=row.title,
            outlet=row.outlet,
            told_on=row.told_on,
            words=Snippet(_shown(words(unpacked_text(row.packed), each.spans, between=" … "))),
        )


def _shown(text: str) -> str:
    line = re.sub(r"\s+", " ", text)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0]} …"
