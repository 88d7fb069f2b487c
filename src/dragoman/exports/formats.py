"""Every format that records go out in: its name, ending and help, in one table.

What a format needs is imported when it is used.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from dragoman.errors import DragomanError, offered
from dragoman.exports.columns import AnyTable
from dragoman.exports.writer import Writer


@dataclass(frozen=True, slots=True)
class Format:
    """A format of whole records: one file.

    ``is_text`` tells whether it may go to a terminal or through a pipe.
    """

    name: str
    ending: str
    help: str
    open: Callable[[BinaryIO], Writer]
    is_text: bool = True


@dataclass(frozen=True, slots=True)
class TableFormat:
    """A format of tables: one file a kind of thing."""

    name: str
    ending: str
    help: str
    open: Callable[[BinaryIO, AnyTable], Writer]
    is_text: bool = True


AnyFormat = Format | TableFormat


def _csv(stream: BinaryIO, table: AnyTable) -> Writer:
    from dragoman.exports.delimited import Delimited

    return Delimited(stream, table)


def _csv_for_excel(stream: BinaryIO, table: AnyTable) -> Writer:
    from dragoman.exports.delimited import BYTE_ORDER_MARK, Delimited

    return Delimited(stream, table, begin=BYTE_ORDER_MARK)


def _parquet(stream: BinaryIO, table: AnyTable) -> Writer:
    from dragoman.exports.parquet import Parquet

    return Parquet(stream, table)


def _json_lines(stream: BinaryIO) -> Writer:
    from dragoman.exports.json_lines import JsonLines

    return JsonLines(stream)


def _plover(stream: BinaryIO) -> Writer:
    from dragoman.exports.delimited import Delimited, in_line
    from dragoman.exports.plover import PLOVER

    return Delimited(stream, PLOVER, delimiter="\t", cell=in_line)


def _follow_the_money(stream: BinaryIO) -> Writer:
    try:
        from dragoman.exports.entities import FollowTheMoney
    except ImportError as error:
        message = f"The package followthemoney is not installed, or not whole: {error}."
        raise DragomanError(message, hint="Install dragoman[followthemoney].") from error
    return FollowTheMoney(stream)


def _geojson(stream: BinaryIO) -> Writer:
    from dragoman.exports.geojson import GeoJson

    return GeoJson(stream)


def _calendar(stream: BinaryIO) -> Writer:
    from dragoman.exports.calendar import ICalendar

    return ICalendar(stream)


FORMATS: dict[str, AnyFormat] = {
    each.name: each
    for each in (
        TableFormat("csv", ".csv", "One table a kind, for any program.", _csv),
        TableFormat(
            "csv-excel",
            ".csv",
            "The same, with the mark by which Excel knows UTF-8.",
            _csv_for_excel,
        ),
        TableFormat("parquet", ".parquet", "The same tables, typed.", _parquet, is_text=False),
        Format("jsonl", ".jsonl", "The records themselves, to be read back.", _json_lines),
        Format("plover", ".tsv", "Events in the columns of POLECAT.", _plover),
        Format(
            "ftm", ".ftm.json", "Entities of FollowTheMoney, for investigations.", _follow_the_money
        ),
        Format("geojson", ".geojson", "Events and contacts with coordinates, for maps.", _geojson),
        Format("ical", ".ics", "Contacts whose day is known, for calendars.", _calendar),
    )
}
"""Every format by name."""


def format_named(name: str) -> AnyFormat:
    """Return the format of a name, case aside.

    Raises:
        DragomanError: There is no such format; near ones are offered.
    """
    found = FORMATS.get(name.casefold())
    if found is None:
        raise DragomanError(f"{name!r} is no format.", hint=offered(name.casefold(), FORMATS))
    return found
