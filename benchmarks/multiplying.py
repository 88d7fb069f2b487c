"""A large store from a small one: what it holds, over and over, on later and later days.

Writing a hundred thousand articles takes hours, most of them for what no question looks at, such as
telling near-copies. So the rows that questions are asked of are copied by the database: each copy
has articles, stories, crises and entries of its own, on days of its own, so that a stretch of days
holds as much in a large store as in a small one. The ids of one row's copies lie side by side,
those of one copy's rows all over the store, as ids do that are digests. Names of persons have other
letters in each copy, or else a search for one would find ever more.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from string import ascii_lowercase

from sqlalchemy import Column, Date, Table

from dragoman.records import Record
from dragoman.store import Store
from dragoman.store.search.index import passages_of
from dragoman.store.search.query import folded_words
from dragoman.store.tables import METADATA

_SHARED = ("outlets", "persons", "spellings", "story_terms")
"""Tables of what comes again and again."""

_OWN: Mapping[str, tuple[str, ...]] = {
    "texts": ("id",),
    "articles": ("id", "page", "previous", "copy_of"),
    "readings": ("digest", "article_id", "text_id"),
    "actors": (),
    "events": (),
    "contacts": (),
    "statements": (),
    "positions": (),
    "attitudes": (),
    "parties": (),
    "evidence": (),
    "passages": (),
    "person_mentions": (),
    "crises": ("id",),
    "stories": ("id", "crisis_id"),
    "story_articles": ("article_id", "cluster_id", "story_id"),
    "entries": ("id",),
    "entry_parties": ("entry_id",),
    "entry_codes": ("entry_id",),
    "entry_reports": ("entry_id", "telling_id"),
}
"""Tables of what each copy has of its own, with the columns that hold ids of such."""

_READ_AT = "coalesce({0}.published_at, (SELECT min(published_at) FROM base.readings))"
_MOMENT = "'%Y-%m-%d %H:%M:%S.000000'"
_CACHE = 300_000
"""Kilobytes of the database's cache while it is filled."""

_NAME = re.compile(r"[A-Z]\w+")
_COUNTED = 6
_KEPT = 64 - _COUNTED
"""The last signs of an id count the copies; the others stay."""

_HERE = "\0"
"""Where the letters of a copy go into words."""


def multiply(small: Path, large: Path, copies: int, days: int) -> None:
    """Make a store of so many copies of what another one holds.

    Args:
        small: The store that is copied; nothing may write to it meanwhile.
        large: Where the new one is made.
        copies: How many.
        days: How much later each copy is than the one before.
    """
    with Store.open(str(large)) as store, Store.open(str(small)) as base, base.view() as view:
        store.close()
        templates = dict(_templates(view.records(current=False)))
        with closing(sqlite3.connect(large, isolation_level=None)) as connection:
            _fill(connection, small, _Copies(copies, days), templates)


class _Copies:
    """How many copies there are, and how far each is from the one before."""

    def __init__(self, count: int, days: int) -> None:
        self.count = count
        self.days = days

    def rows(self) -> str:
        """Return the select of their numbers."""
        counted = ("SELECT 0 UNION ALL SELECT k + 1 FROM copies WHERE k + 1 <", str(self.count))
        return " ".join(("WITH RECURSIVE copies (k) AS (", *counted, ")"))

    def of(self, column: Column[object], own: tuple[str, ...], steps: Mapping[str, int]) -> str:
        """Return what a column holds in a copy."""
        name = f't."{column.name}"'
        whole = f"{column.table.name}.{column.name}"
        if column.name in own:
            return f"substr({name}, 1, {_KEPT}) || printf('%0{_COUNTED}d', k)"
        if column.name == "reading_id" or whole == "readings.id":
            return f"{name} + k * {steps['readings']}"
        if whole == "passages.id":
            return f"{name} + k * {steps['passages']}"
        if isinstance(column.type, Date):
            return f"date({name}, '+' || (k * {self.days}) || ' days')"
        if whole in ("readings.published_at", "readings.read_at"):
            moment = name if column.name == "published_at" else _READ_AT.format("t")
            return f"strftime({_MOMENT}, {moment}, '+' || (k * {self.days}) || ' days')"
        return name


def _fill(
    connection: sqlite3.Connection,
    small: Path,
    copies: _Copies,
    templates: Mapping[tuple[int, str, int], str],
) -> None:
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute(f"PRAGMA cache_size = -{_CACHE}")
    connection.execute("ATTACH ? AS base", (str(small),))
    connection.execute("BEGIN")
    indexes = _indexes(connection)
    for name, _ in indexes:
        connection.execute(f'DROP INDEX "{name}"')
    steps = {
        name: connection.execute(_joined("SELECT max(id) + 1 FROM base.", name)).fetchone()[0]
        for name in ("readings", "passages")
    }
    for name in _SHARED:
        connection.execute(_joined("INSERT INTO main.", name, " SELECT * FROM base.", name))
    for name, own in _OWN.items():
        connection.execute(_copying(METADATA.tables[name], own, copies, steps))
    _index_words(connection, copies, templates, steps["passages"])
    for _, made in indexes:
        connection.execute(made)
    connection.execute("COMMIT")


def _indexes(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Return name and definition of the indexes that can be made afterwards, which is quicker."""
    asked = "SELECT name, sql FROM main.sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    return connection.execute(asked).fetchall()


def _copying(table: Table, own: tuple[str, ...], copies: _Copies, steps: Mapping[str, int]) -> str:
    """Return the statement that copies a table, one copy after the other."""
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    values = ", ".join(copies.of(column, own, steps) for column in table.columns)
    chosen = ("SELECT ", values, " FROM copies CROSS JOIN base.", table.name, " AS t")
    return _joined("INSERT INTO main.", table.name, " (", names, ") ", copies.rows(), " ", *chosen)


def _joined(*parts: str) -> str:
    """Join the parts of a statement; all names in it are those of our own tables."""
    return "".join(parts)


def _templates(
    records: Iterable[tuple[int, Record]],
) -> Iterator[tuple[tuple[int, str, int], str]]:
    """Yield the words of each passage, with a mark behind each that is a person's name."""
    for reading, record in records:
        names = {
            word
            for actor in record.actors
            if actor.kind == "person"
            for name in _NAME.findall(actor.name)
            for word in folded_words(name)
        }
        for kind, number, told in passages_of(record):
            words = (f"{each}{_HERE}" if each in names else each for each in folded_words(told))
            yield (reading, kind, number), " ".join(words)


def identity_in(copy: int, identity: str) -> str:
    """Return the id of a row's copy."""
    return f"{identity[:_KEPT]}{copy:0{_COUNTED}d}"


def letters(copy: int) -> str:
    """Return the letters that tell the names of a copy from those of others."""
    high, low = divmod(copy, len(ascii_lowercase))
    return (letters(high - 1) if high else "") + ascii_lowercase[low]


def _index_words(
    connection: sqlite3.Connection,
    copies: _Copies,
    templates: Mapping[tuple[int, str, int], str],
    step: int,
) -> None:
    asked = "SELECT id, reading_id, kind, number FROM base.passages ORDER BY id"
    found = [(row[0], templates[row[1:]]) for row in connection.execute(asked)]
    rows = (
        (number + copy * step, words.replace(_HERE, letters(copy)))
        for copy in range(copies.count)
        for number, words in found
    )
    connection.executemany("INSERT INTO passage_words (rowid, words) VALUES (?, ?)", rows)
