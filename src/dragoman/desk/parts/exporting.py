"""Records as they are taken along: what the ledger shows, in any form of the exports.

What people corrected and added is in them, and what they rejected is not.
"""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO, cast

from dragoman.crises.review import effective
from dragoman.desk.filters import Filters
from dragoman.desk.parts.selecting import articles_of, selected
from dragoman.errors import DragomanError
from dragoman.exports import TABLES, AnyFormat, TableFormat, Writer, export, format_named
from dragoman.records import FACT_KINDS, Event, Position, Record
from dragoman.records.spans import words
from dragoman.store import Store, View

Kept = Mapping[str, frozenset[str]]
"""The ids of facts that stay in a record, by their kinds."""

_AT_ONCE = 1 << 16
_TYPES = {
    ".csv": "text/csv; charset=utf-8",
    ".jsonl": "application/jsonl",
    ".tsv": "text/tab-separated-values; charset=utf-8",
    ".geojson": "application/geo+json",
    ".ics": "text/calendar; charset=utf-8",
    ".parquet": "application/vnd.apache.parquet",
    ".ftm.json": "application/jsonl",
    ".zip": "application/zip",
}


@dataclass(frozen=True, slots=True)
class Download:
    """A file on its way: its name, what it is, and its bytes, piece by piece."""

    name: str
    media_type: str
    pieces: Iterator[bytes]


def download(store: Store, filters: Filters, name: str, table: str | None = None) -> Download:
    """Return records in a form, as a file; a form of tables gives all tables in one archive.

    Args:
        store: The ledger.
        filters: What is looked at.
        name: One of :data:`~dragoman.exports.FORMATS`.
        table: Of a form of tables, only this one.

    Raises:
        DragomanError: There is no such form or table, or what it needs is not installed.
    """
    to = format_named(name)
    if isinstance(to, TableFormat) and table is None:
        pieces = _archive(store, filters, to)
        return Download(f"dragoman-{to.name}.zip", _TYPES[".zip"], pieces)
    basket = _Basket()
    writer = _writer(to, table, cast("BinaryIO", basket))
    stem = f"dragoman-{table or to.name}"
    return Download(
        f"{stem}{to.ending}", _TYPES[to.ending], _written(store, filters, basket, writer)
    )


def records_of(view: View, filters: Filters) -> Iterator[Record]:
    """Yield the records of the articles that are looked at, with the facts that are looked at.

    Where nothing but a crisis, a story or an outlet is asked for, a record has all of its facts.
    """
    if _is_of_articles(filters):
        for article in articles_of(view, filters, latest=False):
            yield _without_rejected(view, article.reading)
        return
    for reading, kept in sorted(_facts(view, filters).items()):
        record = effective(view, reading).record
        yield pruned(record, {kind: frozenset(kept[kind]) for kind in FACT_KINDS})


def pruned(record: Record, kept: Kept) -> Record:
    """Return a record with some of its facts; what they name that is gone is named no more.

    A position on an event that is gone is on what its words say.
    """
    gone = {each.id: each for each in record.events if each.id not in kept.get("events", ())}
    facts: dict[str, Any] = {
        kind: tuple(
            _detached(each, record, kept, gone)
            for each in getattr(record, kind)
            if each.id in kept.get(kind, ())
        )
        for kind in FACT_KINDS
    }
    return replace(record, **facts)


def _is_of_articles(filters: Filters) -> bool:
    """Tell whether filters ask for whole articles only."""
    return filters.but(crisis=None, story=None, outlets=()) == Filters()


def _without_rejected(view: View, reading: int) -> Record:
    revised = effective(view, reading)
    if all(each.verdict != "rejected" for each in revised.facts):
        return revised.record
    kept = defaultdict(set)
    for each in revised.facts:
        if each.verdict != "rejected":
            kept[each.told.kind].add(each.told.fact.id)
    return pruned(revised.record, {kind: frozenset(kept[kind]) for kind in FACT_KINDS})


def _facts(view: View, filters: Filters) -> Mapping[int, Mapping[str, set[str]]]:
    """Return the ids of the facts that are looked at, by reading and kind."""
    found: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for entry in selected(view, filters):
        for report in entry.reports:
            of_outlet = not filters.outlets or report.article.outlet in filters.outlets
            if of_outlet:
                found[report.article.reading][entry.kind].add(report.told.fact.id)
    return found


def _detached(fact: Any, record: Record, kept: Kept, gone: Mapping[str, Event]) -> Any:
    changes: dict[str, Any] = {}
    for name, kind in (("statement", "statements"), ("contact", "contacts")):
        named = getattr(fact, name, None)
        if named is not None and named not in kept.get(kind, ()):
            changes[name] = None
    if isinstance(fact, Position) and fact.target in gone:
        event = gone[fact.target]
        changes["target"] = words(record.article.text, event.trigger or event.evidence)
    return replace(fact, **changes) if changes else fact


class _Basket(io.RawIOBase):
    """A stream that is written to, and emptied in between."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._place = 0

    def writable(self) -> bool:
        """Tell that it is written to."""
        return True

    def tell(self) -> int:
        """Return how much was written so far."""
        return self._place

    def write(self, data: Any, /) -> int:
        """Take some bytes."""
        piece = bytes(data)
        self._pieces.append(piece)
        self._place += len(piece)
        return len(piece)

    @property
    def full(self) -> bool:
        """Whether it is time to empty it."""
        return sum(map(len, self._pieces)) >= _AT_ONCE

    def emptied(self) -> bytes:
        """Return what is in it, and empty it."""
        whole = b"".join(self._pieces)
        self._pieces = []
        return whole


def _written(store: Store, filters: Filters, basket: _Basket, writer: Writer) -> Iterator[bytes]:
    with store.view() as view:
        for record in records_of(view, filters):
            writer.write(record)
            if basket.full:
                yield basket.emptied()
    writer.close()
    yield basket.emptied()


def _archive(store: Store, filters: Filters, to: TableFormat) -> Iterator[bytes]:
    """Yield an archive of all tables; they are written to a folder of their own first."""
    with ExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory(prefix="dragoman-")))
        view = opened.enter_context(store.view())
        places = export(records_of(view, filters), to.name, folder / to.name)
        packed = folder / "packed.zip"
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for place in places:
                archive.write(place, place.name)
        with packed.open("rb") as file:
            while piece := file.read(_AT_ONCE):
                yield piece


def _writer(to: AnyFormat, table: str | None, stream: BinaryIO) -> Writer:
    if not isinstance(to, TableFormat):
        if table is not None:
            raise DragomanError(f"{to.name} has no tables.", hint="Leave the table out.")
        return to.open(stream)
    if table not in TABLES:
        raise DragomanError(f"{table!r} is no table.", hint=f"There are {', '.join(TABLES)}.")
    return to.open(stream, TABLES[table])
