"""Facts merged across articles.

A *telling* is one way in which a fact is told: who, what, when and where; a thousand articles that
tell it alike have one. Tellings that agree make one *entry*, which bears the id of the one among
them that leads. *Marks* are what tellings are found by. What is here follows from the readings and
the judgements alone, and can be made anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    case,
    literal_column,
)

from dragoman.store.columns import DIGEST, Words, required
from dragoman.store.tables.reading import METADATA

_KIND = String(12)
_PART = String(16)
_VERDICT = String(12)


def _window() -> tuple[Column[Any], ...]:
    """Return the columns that a window of days is asked by.

    ``wide`` marks what may have been on any day of more than a month: without it, a question of a
    few days would have to look at all that began before them.
    """
    return (
        required("kind", _KIND),
        required("wide", Boolean),
        Column("first_day", Date),
        Column("last_day", Date),
    )


entries = Table(
    "entries",
    METADATA,
    Column("id", DIGEST, primary_key=True),
    *_window(),
    required("origins", Integer),
    required("confidence", Float),
    Column("verdict", _VERDICT),
    Index("ix_entries_days", "kind", "wide", "first_day", "last_day"),
)

WEIGHTS: Mapping[str, float] = {
    "positions": 1.0,
    "contacts": 1.0,
    "events": 0.8,
    "statements": 0.5,
    "attitudes": 0.4,
}
"""How much a wrong fact of each kind misleads: who stands where and who called whom are answered
from one fact each, and acts are what positions are on; of statements there are many. An index is
made of them, so that other weights take a migration."""


def _plain(value: float | str) -> ColumnElement[Any]:
    """Return a constant that is written out: an index is only used by the very same words."""
    return literal_column(repr(value))


_weight = case(
    *((entries.c.kind == _plain(kind), _plain(weight)) for kind, weight in WEIGHTS.items()),
    else_=_plain(0.0),
)
_origins = case((entries.c.origins > _plain(0), entries.c.origins), else_=_plain(1))
_share: ColumnElement[float] = _plain(1.0).op("/", precedence=8)(_origins)

urgency: ColumnElement[float] = (
    (_plain(1.0) - entries.c.confidence) * _weight * (_plain(2.0) - _share)
)
"""How soon an entry is to be reviewed that nobody judged; see :mod:`dragoman.crises.review.queue`.
"""

_waiting, _judged = entries.c.verdict.is_(None), entries.c.verdict.is_not(None)

Index(
    "ix_entries_urgency",
    urgency.desc(),
    entries.c.id,
    sqlite_where=_waiting,
    postgresql_where=_waiting,
)
Index("ix_entries_judged", entries.c.kind, sqlite_where=_judged, postgresql_where=_judged)

entry_parties = Table(
    "entry_parties",
    METADATA,
    Column("entry_id", DIGEST, ForeignKey("entries.id"), primary_key=True),
    Column("part", _PART, primary_key=True),
    Column("party", Words, primary_key=True),
    *_window(),
    Index("ix_entry_parties_days", "party", "kind", "wide", "first_day"),
    sqlite_with_rowid=False,
)

entry_codes = Table(
    "entry_codes",
    METADATA,
    Column("entry_id", DIGEST, ForeignKey("entries.id"), primary_key=True),
    Column("field", _PART, primary_key=True),
    Column("value", Words, primary_key=True),
    *_window(),
    Index("ix_entry_codes_days", "field", "value", "kind", "wide", "first_day"),
    sqlite_with_rowid=False,
)

tellings = Table(
    "tellings",
    METADATA,
    Column("id", DIGEST, primary_key=True),
    required("kind", _KIND),
    required("leader", DIGEST, index=True),
    required("data", Text),
)

telling_marks = Table(
    "telling_marks",
    METADATA,
    Column("mark", BigInteger, primary_key=True, autoincrement=False),
    Column("telling_id", DIGEST, primary_key=True),
    sqlite_with_rowid=False,
)
"""What tellings are found by. The marks of a telling follow from it: there is no way back, as a key
or an index would be that is written as often as all the rest of an article."""

entry_reports = Table(
    "entry_reports",
    METADATA,
    Column("reading_id", Integer, ForeignKey("readings.id"), primary_key=True),
    Column("kind", _KIND, primary_key=True),
    Column("number", Integer, primary_key=True),
    required("telling_id", DIGEST, ForeignKey("tellings.id"), index=True),
    required("entry_id", DIGEST, ForeignKey("entries.id"), index=True),
    required("origin", Words),
    required("confidence", Float),
    Column("verdict", _VERDICT),
)

entry_joins = Table(
    "entry_joins",
    METADATA,
    Column("telling_id", DIGEST, primary_key=True),
    Column("judgement", DIGEST, primary_key=True),
    Index("ix_entry_joins_judgement", "judgement"),
)
"""Tellings whose entries a person merged; the telling itself may be gone and come back."""

entry_splits = Table(
    "entry_splits",
    METADATA,
    Column("fact", Words, primary_key=True),
    required("apart", DIGEST),
)
"""Facts that a person took out of an entry, by their ids; those of one ``apart`` stay together."""
