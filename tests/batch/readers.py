"""A reader that makes small records by hand, so that no model is needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from dragoman.errors import StoreError, TooLarge
from dragoman.records import Actor, Article, ReaderInfo, Record, Spans, Statement, content_id

WIDTH = 8
TOO_LONG = 5_000


@dataclass(frozen=True)
class Told:
    """One article, read."""

    record: Record
    sentences: Spans
    vectors: Any


@dataclass
class HandReader:
    """Reads one statement of one ministry from every article; counts what it was given."""

    version: str = "1"
    read: list[str] = field(default_factory=list)

    @property
    def info(self) -> ReaderInfo:
        return ReaderInfo(self.version, "by hand")

    def readings(self, articles: Iterable[Article]) -> Iterator[Told]:
        for article in articles:
            if len(article.text) > TOO_LONG:
                raise TooLarge("It is too long.", source=article.url or article.id)
            self.read.append(article.id)
            spans = article.paragraphs
            yield Told(_record(article, self.info), spans, _vectors(len(spans)))


class OnlySome(HandReader):
    """Breaks down after so many articles."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count

    def readings(self, articles: Iterable[Article]) -> Iterator[Told]:
        for told in super().readings(articles):
            if len(self.read) > self.count:
                raise StoreError("There is no more.")
            yield told


def _vectors(count: int) -> Any:
    return np.full((count, WIDTH), 1 / np.sqrt(WIDTH), dtype=np.float32)


def _record(article: Article, info: ReaderInfo) -> Record:
    span = article.paragraphs[0]
    actor = Actor(content_id("ministry"), "the ministry", "unnamed", mentions=(span,))
    statement = Statement(
        id=content_id(article.id, "statement"),
        evidence=(span,),
        confidence=0.5,
        speakers=(actor.id,),
        kind="indirect",
        content=(span,),
    )
    return Record(info, article, actors=(actor,), statements=(statement,))
