"""The tables of CSV and Parquet, one a kind of thing in a record."""

from dragoman.exports.columns import AnyTable
from dragoman.exports.tables.actors import ACTORS
from dragoman.exports.tables.articles import ARTICLES
from dragoman.exports.tables.attitudes import ATTITUDES
from dragoman.exports.tables.contacts import CONTACTS
from dragoman.exports.tables.events import EVENTS
from dragoman.exports.tables.positions import POSITIONS
from dragoman.exports.tables.statements import STATEMENTS

__all__ = [
    "ACTORS",
    "ARTICLES",
    "ATTITUDES",
    "CONTACTS",
    "EVENTS",
    "POSITIONS",
    "STATEMENTS",
    "TABLES",
]

TABLES: dict[str, AnyTable] = {
    table.name: table
    for table in (ARTICLES, ACTORS, EVENTS, CONTACTS, STATEMENTS, POSITIONS, ATTITUDES)
}
"""Every table by name, in the order in which a reader needs them."""
