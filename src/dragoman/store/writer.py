"""Records into the store. Writing one twice changes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, update

from dragoman.records import Article, Record, check
from dragoman.store import rows as forms
from dragoman.store.columns import in_utc, now
from dragoman.store.dialects import hold, insert_new
from dragoman.store.packing import packed
from dragoman.store.search.index import add
from dragoman.store.tables import FACTS, METADATA, actors, articles, outlets, readings, texts


@dataclass(frozen=True, slots=True)
class Written:
    """What became of a record.

    ``article`` is the article's id in the store; ``new`` tells whether anything was written;
    ``version`` counts the versions of its URL; ``replaces`` is the id of the article that this
    is a new version of.
    """

    article: str
    reading: int
    new: bool
    version: int
    replaces: str | None = None


class Writer:
    """Writes records within one transaction, which the unit of work ends."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def write(self, record: Record) -> Written:
        """Write a record.

        A record that is there already changes nothing. A record of another text at a known URL
        becomes the next version of that article; a record of the same text by another reader
        becomes its current reading, unless the article has a later version by now. What was
        there before stays, and is current no more.

        Raises:
            RecordError: The record breaks the contract.
            StoreError: The database refuses.
        """
        check(record)
        plain = forms.plain_of(record)
        digest = forms.record_digest(plain)
        page = forms.page(record.article)
        hold(self._connection, page)
        known = self._known(digest)
        if known is not None:
            return known
        article, version, replaces = self._article(record.article, page)
        newest = version == self._last_version(page)
        if newest:
            self._retire(page)
        row = {"digest": digest, "article_id": article, "data": forms.kept_data(plain)}
        reading = self._reading(record, row, current=newest)
        self._rows(record, plain, reading, current=newest)
        return Written(article, reading, new=True, version=version, replaces=replaces)

    def write_all(self, records: Iterable[Record]) -> list[Written]:
        """Write several records; either all of them are written or none."""
        return [self.write(record) for record in records]

    def fold(self, article: str, under: str | None) -> None:
        """Keep an article as a near-copy of another; ``None`` takes it out again."""
        changed = update(articles).where(articles.c.id == article).values(copy_of=under)
        self._connection.execute(changed)

    def rewrite(self, reading: int, record: Record) -> None:
        """Put what was taken out of an article into the place of a reading, whose rows are gone.

        The article keeps its id; the text, the reading's own row and all that it tells are another.

        Raises:
            RecordError: The record breaks the contract.
            StoreError: The database refuses.
        """
        check(record)
        plain = forms.plain_of(record)
        row = {
            "digest": forms.record_digest(plain),
            "text_id": self._text(record.article.text),
            "title": record.article.title,
            "data": forms.kept_data(plain),
        }
        changed = update(readings).where(readings.c.id == reading).values(**row)
        current = self._connection.scalar(changed.returning(readings.c.current))
        self._rows(record, plain, reading, current=bool(current))

    def _known(self, digest: str) -> Written | None:
        found = self._connection.execute(
            select(readings.c.id, articles.c.id, articles.c.version, articles.c.previous)
            .join(articles, articles.c.id == readings.c.article_id)
            .where(readings.c.digest == digest)
        ).one_or_none()
        if found is None:
            return None
        reading, article, version, previous = found
        return Written(article, reading, new=False, version=version, replaces=previous)

    def _retire(self, page: str) -> None:
        """Let what was current at a URL be current no more."""
        of_page = self._connection.scalars(select(articles.c.id).where(articles.c.page == page))
        read = select(readings.c.id, readings.c.current)
        found = self._connection.execute(read.where(readings.c.article_id.in_(of_page.all())))
        current = [row.id for row in found if row.current]
        if not current:
            return
        self._set_past(readings, readings.c.id, current)
        for table in (actors, *FACTS.values()):
            self._set_past(table, table.c.reading_id, current)

    def _set_past(self, table: Table, column: Any, numbers: Iterable[int]) -> None:
        past = update(table).where(column.in_(list(numbers)), table.c.current).values(current=False)
        self._connection.execute(past)

    def _article(self, article: Article, page: str) -> tuple[str, int, str | None]:
        """Return the id, the version and the version before; make the row if it is not there."""
        identity = forms.article_id(article)
        known = self._connection.execute(
            select(articles.c.version, articles.c.previous).where(articles.c.id == identity)
        ).one_or_none()
        if known is not None:
            return identity, known.version, known.previous
        version = self._last_version(page) + 1
        previous = self._connection.scalar(
            select(articles.c.id).where(articles.c.page == page, articles.c.version == version - 1)
        )
        row: dict[str, Any] = {"id": identity, "content": article.id, "url": article.url}
        row |= {"page": page, "version": version, "previous": previous, "added_at": now()}
        self._connection.execute(insert(articles), row)
        return identity, version, previous

    def _last_version(self, page: str) -> int:
        last = select(func.max(articles.c.version)).where(articles.c.page == page)
        return int(self._connection.scalar(last) or 0)

    def _reading(self, record: Record, made: dict[str, Any], *, current: bool) -> int:
        moment = record.article.published_at or record.article.updated_at
        row = {
            **made,
            "text_id": self._text(record.article.text),
            "outlet_id": self._outlet(record.article),
            "reader": record.reader.version,
            "model": record.reader.model,
            "title": record.article.title,
            "published_at": in_utc(moment) if moment else None,
            "told_on": forms.told_on(record.article),
            "read_at": now(),
            "current": current,
        }
        written = self._connection.execute(insert(readings).returning(readings.c.id), row)
        return int(written.scalar_one())

    def _text(self, text: str) -> str:
        digest = forms.text_digest(text)
        row = {"id": digest, "characters": len(text), "packed": packed(text)}
        self._connection.execute(insert_new(self._connection, texts), row)
        return digest

    def _outlet(self, article: Article) -> str | None:
        row = forms.outlet(article)
        if row is None:
            return None
        self._connection.execute(insert_new(self._connection, outlets), row)
        return str(row["id"])

    def _rows(self, record: Record, plain: dict[str, Any], reading: int, *, current: bool) -> None:
        made = forms.rows(record, plain)
        for name, rows in made.tables():
            table = METADATA.tables[name]
            common: dict[str, Any] = {"reading_id": reading}
            if "current" in table.c:
                common["current"] = current
            self._connection.execute(insert(table), [{**row, **common} for row in rows])
        add(self._connection, reading, record)
