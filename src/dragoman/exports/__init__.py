"""Records in other forms: tables, maps, calendars, entities; and records read back."""

from dragoman.exports.columns import Column, Table
from dragoman.exports.export import export, export_to
from dragoman.exports.formats import FORMATS, AnyFormat, Format, TableFormat, format_named
from dragoman.exports.reading import each_once, records_in
from dragoman.exports.tables import TABLES
from dragoman.exports.writer import Writer

__all__ = [
    "FORMATS",
    "TABLES",
    "AnyFormat",
    "Column",
    "Format",
    "Table",
    "TableFormat",
    "Writer",
    "each_once",
    "export",
    "export_to",
    "format_named",
    "records_in",
]
