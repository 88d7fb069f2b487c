"""What articles bring, written: each by itself first, then what is known across them."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import func, select

from dragoman.batch.copies import Copies
from dragoman.batch.model import Added, Found, Outcome, Reading
from dragoman.batch.pages import KeptPage, note_page
from dragoman.crises import Came, take_all
from dragoman.records import Record
from dragoman.store import UnitOfWork, Written
from dragoman.store.search import vectors
from dragoman.store.tables import origins, readings


class Writing:
    """Writes readings within one unit of work.

    All of them are written before the first is taken in across articles: from then on others wait.
    """

    def __init__(self, unit: UnitOfWork) -> None:
        self._unit = unit
        self._copies = Copies(unit)
        self._across: dict[str, tuple[Written, Record]] = {}

    def write(self, found: Found, reading: Reading, page: KeptPage | None) -> Added:
        """Write all that one article brings by itself."""
        unit, record = self._unit, reading.record
        written = unit.writer.write(record)
        placed = self._copies.take(written, record.article)
        if written.new:
            vectors.keep(unit.connection, written.reading, reading.vectors, reading.sentences)
        if page is not None:
            note_page(unit.connection, written.article, page)
        self._across[written.article] = (written, record)
        self._note(placed.moved)
        return Added(
            source=found.name,
            outcome=self._outcome(written),
            article=record.article,
            record=record,
            written=written,
            origin=placed.origin,
            copy_of=placed.copy_of,
        )

    def take_in(self) -> None:
        """Take what was written, and is current, into all that is known across articles."""
        asked = (
            select(readings.c.article_id, origins.c.family)
            .join(origins, origins.c.article_id == readings.c.article_id)
            .where(readings.c.current, readings.c.article_id.in_(list(self._across)))
        )
        families = dict(self._unit.connection.execute(asked).all())
        came = [
            Came(written, record, families[article])
            for article, (written, record) in self._across.items()
            if article in families
        ]
        take_all(self._unit, came)

    def _note(self, moved: Iterable[str]) -> None:
        """Let articles that came earlier, and have another origin now, be taken in once more."""
        for each in moved:
            there = self._unit.view.article(each)
            if there.current and each not in self._across:
                written = Written(
                    *(each, there.reading),
                    new=False,
                    version=there.version,
                    replaces=there.previous,
                )
                self._across[each] = (written, self._unit.view.record(each))

    def _outcome(self, written: Written) -> Outcome:
        if not written.new:
            return "known"
        of_it = select(func.count()).where(readings.c.article_id == written.article)
        if self._unit.connection.scalar(of_it) != 1:
            return "again"
        return "new" if written.replaces is None else "version"
