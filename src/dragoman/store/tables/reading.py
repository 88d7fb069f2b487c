"""The tables of the store.

What was read is appended: a text, the article it stood in, the reading that a version of the
reader made of it, and the reading's actors and facts. Each fact is there twice: whole, as the JSON
of the record's contract, and as the columns that questions are asked by. Of the readings of one
URL exactly one is ``current``; so are its facts.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from dragoman.store.columns import DIGEST, Instant, Words, required

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_CODE = Words
_ID = Words


outlets = Table(
    "outlets",
    METADATA,
    Column("id", DIGEST, primary_key=True),
    required("name", Words),
    Column("host", Words),
    Column("family", Words),
)

texts = Table(
    "texts",
    METADATA,
    Column("id", DIGEST, primary_key=True),
    required("characters", Integer),
    required("packed", LargeBinary),
)

articles = Table(
    "articles",
    METADATA,
    Column("id", DIGEST, primary_key=True),
    required("content", _ID, index=True),
    Column("url", Words),
    required("page", DIGEST),
    required("version", Integer),
    Column("previous", DIGEST, ForeignKey("articles.id"), index=True),
    Column("copy_of", DIGEST, ForeignKey("articles.id"), index=True),
    required("added_at", Instant),
    UniqueConstraint("page", "version"),
    CheckConstraint("version >= 1", name="version"),
)

readings = Table(
    "readings",
    METADATA,
    Column("id", Integer, primary_key=True),
    required("digest", DIGEST, unique=True),
    required("article_id", DIGEST, ForeignKey("articles.id"), index=True),
    required("text_id", DIGEST, ForeignKey("texts.id"), index=True),
    Column("outlet_id", DIGEST, ForeignKey("outlets.id"), index=True),
    required("reader", Words),
    required("model", Words),
    Column("title", Words),
    Column("published_at", Instant),
    Column("told_on", Date),
    required("read_at", Instant),
    required("current", Boolean),
    required("data", Text),
    Index("ix_readings_current", "current", "told_on"),
)

actors = Table(
    "actors",
    METADATA,
    Column("reading_id", Integer, ForeignKey("readings.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    required("id", _ID),
    required("current", Boolean),
    required("kind", _CODE),
    required("name", Words),
    required("folded", Words, index=True),
    Column("country", _CODE),
    Column("class", _CODE),
    Column("role", _CODE),
    Column("level", Integer),
    Column("office_of", _CODE),
    required("data", Text),
    Index("ix_actors_country", "country", "current"),
)


def _fact_table(name: str, *columns: Column[Any]) -> Table:
    """Return the table of a kind of fact: what all kinds have, and what this one is asked by.

    ``earliest`` and ``latest`` are the days that the fact's own time may mean, ``told_on`` is the
    day of its article; ``first_day`` and ``last_day`` are the former, or the latter where the fact
    tells no time.
    """
    return Table(
        name,
        METADATA,
        Column("reading_id", Integer, ForeignKey("readings.id"), primary_key=True),
        Column("number", Integer, primary_key=True),
        required("id", _ID, index=True),
        required("gist", DIGEST),
        required("current", Boolean),
        required("confidence", Float),
        Column("told_on", Date),
        Column("earliest", Date),
        Column("latest", Date),
        Column("first_day", Date),
        Column("last_day", Date),
        *columns,
        required("data", Text),
        Index(f"ix_{name}_first_day", "current", "first_day", "last_day"),
        Index(f"ix_{name}_last_day", "current", "last_day", "first_day"),
    )


events = _fact_table(
    "events",
    required("type", _CODE),
    Column("mode", _CODE),
    required("modality", _CODE),
    Column("place", Words),
    Column("country", _CODE),
    Column("lat", Float),
    Column("lon", Float),
    Column("reported_by", _ID),
    Column("statement", _ID),
    Column("contact", _ID),
)

contacts = _fact_table(
    "contacts",
    Column("initiator", _CODE),
    Column("initiator_level", Integer),
    Column("counterpart", _CODE),
    Column("counterpart_level", Integer),
    required("initiative", _CODE),
    required("channel", _CODE),
    required("status", _CODE),
    required("basis", _CODE),
    Column("place", Words),
    Column("country", _CODE),
)

statements = _fact_table(
    "statements",
    required("kind", _CODE),
    Column("medium", Words),
)

positions = _fact_table(
    "positions",
    Column("holder", _CODE),
    required("stance", _CODE),
    required("basis", _CODE),
    required("target", Words),
    Column("target_type", _CODE),
    Column("statement", _ID),
)

attitudes = _fact_table(
    "attitudes",
    Column("from", _CODE),
    Column("toward", _CODE),
    required("sign", _CODE),
    required("basis", _CODE),
)

Index("ix_events_type", events.c.type, events.c.current)
Index("ix_contacts_sides", contacts.c.initiator, contacts.c.counterpart, contacts.c.current)
Index("ix_positions_holder", positions.c.holder, positions.c.current)
Index("ix_attitudes_sides", attitudes.c["from"], attitudes.c.toward, attitudes.c.current)

FACTS: Mapping[str, Table] = {
    "events": events,
    "contacts": contacts,
    "statements": statements,
    "positions": positions,
    "attitudes": attitudes,
}
"""The table of each kind of fact, in the record's order."""

parties = Table(
    "parties",
    METADATA,
    Column("reading_id", Integer, ForeignKey("readings.id"), primary_key=True),
    Column("kind", String(12), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("part", String(16), primary_key=True),
    Column("place", Integer, primary_key=True),
    required("party", _ID),
    Column("code", _CODE),
    Index("ix_parties_code", "code", "kind", "part"),
)

evidence = Table(
    "evidence",
    METADATA,
    Column("reading_id", Integer, ForeignKey("readings.id"), primary_key=True),
    Column("kind", String(12), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("start", Integer, primary_key=True),
    required("end", Integer),
    CheckConstraint('"start" >= 0 AND "start" < "end"', name="span"),
)

passages = Table(
    "passages",
    METADATA,
    Column("id", Integer, primary_key=True),
    required("reading_id", Integer, ForeignKey("readings.id")),
    required("kind", String(12)),
    required("number", Integer),
    UniqueConstraint("reading_id", "kind", "number"),
)

judgements = Table(
    "judgements",
    METADATA,
    Column("id", Integer, primary_key=True),
    required("digest", DIGEST, unique=True),
    required("verdict", String(16)),
    required("kind", String(16)),
    required("subject", Words, index=True),
    required("detail", Text),
    required("who", Words),
    required("why", Words),
    required("made_at", Instant),
    required("reader", Words),
    Column("undoes", Integer, ForeignKey("judgements.id"), index=True),
)

jobs = Table(
    "jobs",
    METADATA,
    Column("id", Integer, primary_key=True),
    required("kind", String(40)),
    required("key", String(255)),
    required("payload", Text),
    required("state", String(8)),
    required("priority", Integer),
    required("attempts", Integer),
    required("most_attempts", Integer),
    required("added_at", Instant),
    required("due_at", Instant),
    Column("worker", Words),
    Column("leased_until", Instant),
    Column("ended_at", Instant),
    Column("error", Words),
    UniqueConstraint("kind", "key"),
    CheckConstraint("state IN ('waiting', 'running', 'done', 'dead')", name="state"),
    Index("ix_jobs_due", "state", "due_at"),
)

audit = Table(
    "audit",
    METADATA,
    Column("id", Integer, primary_key=True),
    required("at", Instant),
    required("who", Words),
    required("action", String(40)),
    required("subject", Words),
    required("detail", Text),
    Index("ix_audit_at", "at"),
)
