"""A sheet into the store: each row a record, matched to what was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sqlalchemy import insert, select, update

from dragoman.crises.review.sheets.comparing import Compared, compared
from dragoman.crises.review.sheets.making import Made, record_of
from dragoman.crises.review.sheets.mapping import SheetMap
from dragoman.crises.review.sheets.tables import Row
from dragoman.errors import DataError, InputError, RecordError
from dragoman.records import content_id
from dragoman.store import UnitOfWork
from dragoman.store.columns import now
from dragoman.store.rows import page_of
from dragoman.store.tables import articles, origins, readings, sheet_rows, sheets


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet that is imported: its name, who keeps it, and its map."""

    name: str
    who: str
    map: SheetMap

    @property
    def digest(self) -> str:
        """The same for every state of the sheet."""
        return content_id("sheet", self.name, self.who, self.map.kind)


@dataclass(frozen=True, slots=True)
class RowDone:
    """What became of a row; ``new`` tells whether it was not there yet."""

    number: int
    article: str
    reading: int
    new: bool
    found: Compared


@dataclass(slots=True)
class SheetDone:
    """What became of a sheet; ``gone`` are articles of rows that stand in it no more."""

    rows: list[RowDone] = field(default_factory=list)
    wrong: list[InputError] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)

    def count(self, outcome: str) -> int:
        """Return how many rows came out so."""
        return sum(each.found.outcome == outcome for each in self.rows)


def import_sheet(
    unit: UnitOfWork, sheet: Sheet, header: Sequence[str], rows: Iterable[Row]
) -> SheetDone:
    """Take in the rows of a sheet; rows that are there already change nothing.

    Each row becomes an article of its own, whose text is the row, with one fact. It is matched to
    the facts of the article that it links to, and to those of the same parties and days.

    Args:
        unit: The unit of work that they are written in.
        sheet: What they are the rows of.
        header: The names of its columns.
        rows: As :func:`~dragoman.crises.review.sheets.rows_of_text` gives them.

    Raises:
        DataError: The sheet lacks a column of its map.
        StoreError: The store refuses.
    """
    sheet.map.require_columns(header)
    number = _sheet(unit, sheet)
    done = SheetDone()
    seen: set[int] = set()
    for row in rows:
        try:
            made = record_of(row, sheet.map, sheet.name, sheet.digest)
        except (DataError, RecordError) as error:
            done.wrong.append(InputError(str(error), source=f"{sheet.name}:{row.number}"))
            continue
        each = _row(unit, number, row.number, made)
        if each.reading not in seen:
            done.rows.append(each)
            seen.add(each.reading)
    done.gone = list(_gone(unit, number, seen))
    return done


def _sheet(unit: UnitOfWork, sheet: Sheet) -> int:
    """Return the number of a sheet; make its row if it is not there."""
    known = unit.connection.scalar(select(sheets.c.id).where(sheets.c.digest == sheet.digest))
    about = {"imported_at": now(), "mapping": sheet.map.to_json()}
    if known is not None:
        unit.connection.execute(update(sheets).where(sheets.c.id == known).values(**about))
        return int(known)
    row = {"digest": sheet.digest, "name": sheet.name, "who": sheet.who, **about}
    return int(unit.connection.execute(insert(sheets).returning(sheets.c.id), row).scalar_one())


def _row(unit: UnitOfWork, sheet: int, number: int, made: Made) -> RowDone:
    from dragoman.crises.taking import take

    found = compared(unit.view, made)
    written = unit.writer.write(made.record)
    take(unit, written, made.record, origin=_origin(unit, made))
    row = {
        "sheet_id": sheet,
        "number": number,
        "link": made.link,
        "outcome": found.outcome,
        "matched_reading": found.reading,
        "matched": found.fact,
    }
    changed = update(sheet_rows).where(sheet_rows.c.reading_id == written.reading).values(**row)
    if unit.connection.execute(changed).rowcount == 0:
        unit.connection.execute(insert(sheet_rows), {**row, "reading_id": written.reading})
    return RowDone(number, written.article, written.reading, written.new, found)


def _origin(unit: UnitOfWork, made: Made) -> str:
    """Return whose report a row is: that of the article it links to, or the sheet's own."""
    family = None
    if made.link is not None:
        asked = (
            select(origins.c.family)
            .join(articles, articles.c.id == origins.c.article_id)
            .where(articles.c.page == page_of(made.link))
            .order_by(articles.c.version.desc())
            .limit(1)
        )
        family = unit.connection.scalar(asked)
    return family or f"sheet {made.record.article.publisher}"


def _gone(unit: UnitOfWork, sheet: int, seen: set[int]) -> Iterator[str]:
    """Yield the articles of rows that an earlier import had."""
    asked = (
        select(sheet_rows.c.reading_id, readings.c.article_id)
        .join(readings, readings.c.id == sheet_rows.c.reading_id)
        .where(sheet_rows.c.sheet_id == sheet)
        .order_by(sheet_rows.c.reading_id)
    )
    for reading, article in unit.connection.execute(asked):
        if reading not in seen:
            yield article
