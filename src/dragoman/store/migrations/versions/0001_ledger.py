"""The ledger: articles and their readings, facts, judgements, jobs, the audit trail.

Follows: nothing.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_FTS5 = """
CREATE VIRTUAL TABLE passage_words
USING fts5(words, content = '', tokenize = 'porter unicode61')
"""

_TSVECTOR = """
CREATE TABLE passage_words (
    id integer PRIMARY KEY REFERENCES passages (id),
    words tsvector NOT NULL
)
"""

_GIN = "CREATE INDEX ix_passage_words_words ON passage_words USING gin (words)"

_WORDS = {"sqlite": (_FTS5,), "postgresql": (_TSVECTOR, _GIN)}
"""The index of full-text search, which each database has in its own way."""


def upgrade() -> None:
    """Make all tables."""
    for make in _TABLES.values():
        make()
    for statement in _WORDS[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    """Remove all tables, with what they hold."""
    op.drop_table("passage_words")
    for name in reversed(_TABLES):
        op.drop_table(name)


def _articles() -> None:
    op.create_table(
        "articles",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("page", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("previous", sa.String(length=64), nullable=True),
        sa.Column("copy_of", sa.String(length=64), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("version >= 1", name="ck_articles_version"),
        sa.ForeignKeyConstraint(["copy_of"], ["articles.id"], name="fk_articles_copy_of_articles"),
        sa.ForeignKeyConstraint(
            ["previous"], ["articles.id"], name="fk_articles_previous_articles"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_articles"),
        sa.UniqueConstraint("page", "version", name="uq_articles_page"),
    )
    op.create_index("ix_articles_content", "articles", ["content"])
    op.create_index("ix_articles_copy_of", "articles", ["copy_of"])
    op.create_index("ix_articles_previous", "articles", ["previous"])


def _audit() -> None:
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
    )
    op.create_index("ix_audit_at", "audit", ["at"])


def _jobs() -> None:
    op.create_table(
        "jobs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("key", sa.String(length=255), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("most_attempts", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("worker", sa.Text(), nullable=True),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.CheckConstraint("state IN ('waiting', 'running', 'done', 'dead')", name="ck_jobs_state"),
        sa.PrimaryKeyConstraint("id", name="pk_jobs"),
        sa.UniqueConstraint("kind", "key", name="uq_jobs_kind"),
    )
    op.create_index("ix_jobs_due", "jobs", ["state", "due_at"])


def _judgements() -> None:
    op.create_table(
        "judgements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("verdict", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["undoes"], ["judgements.id"], name="fk_judgements_undoes_judgements"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_judgements"),
        sa.UniqueConstraint("digest", name="uq_judgements_digest"),
    )
    op.create_index("ix_judgements_subject", "judgements", ["subject"])
    op.create_index("ix_judgements_undoes", "judgements", ["undoes"])


def _outlets() -> None:
    op.create_table(
        "outlets",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("host", sa.Text(), nullable=True),
        sa.Column("family", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_outlets"),
    )


def _texts() -> None:
    op.create_table(
        "texts",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("characters", sa.Integer(), nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_texts"),
    )


def _readings() -> None:
    op.create_table(
        "readings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("article_id", sa.String(length=64), nullable=False),
        sa.Column("text_id", sa.String(length=64), nullable=False),
        sa.Column("outlet_id", sa.String(length=64), nullable=True),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name="fk_readings_article_id_articles"
        ),
        sa.ForeignKeyConstraint(
            ["outlet_id"], ["outlets.id"], name="fk_readings_outlet_id_outlets"
        ),
        sa.ForeignKeyConstraint(["text_id"], ["texts.id"], name="fk_readings_text_id_texts"),
        sa.PrimaryKeyConstraint("id", name="pk_readings"),
        sa.UniqueConstraint("digest", name="uq_readings_digest"),
    )
    op.create_index("ix_readings_article_id", "readings", ["article_id"])
    op.create_index("ix_readings_current", "readings", ["current", "told_on"])
    op.create_index("ix_readings_outlet_id", "readings", ["outlet_id"])
    op.create_index("ix_readings_text_id", "readings", ["text_id"])


def _actors() -> None:
    op.create_table(
        "actors",
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("class", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("office_of", sa.Text(), nullable=True),
        sa.Column("data", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading_id"], ["readings.id"], name="fk_actors_reading_id_readings"
        ),
        sa.PrimaryKeyConstraint("reading_id", "number", name="pk_actors"),
    )
    op.create_index("ix_actors_country", "actors", ["country", "current"])
    op.create_index("ix_actors_folded", "actors", ["folded"])
    op.create_index("ix_actors_id", "actors", ["id"])


def _attitudes() -> None:
    op.create_table(
        "attitudes",
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("gist", sa.String(length=64), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("earliest", sa.Date(), nullable=True),
        sa.Column("latest", sa.Date(), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("from", sa.Text(), nullable=True),
        sa.Column("toward", sa.Text(), nullable=True),
        sa.Column("sign", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading_id"], ["readings.id"], name="fk_attitudes_reading_id_readings"
        ),
        sa.PrimaryKeyConstraint("reading_id", "number", name="pk_attitudes"),
    )
    op.create_index("ix_attitudes_last_day", "attitudes", ["current", "last_day", "first_day"])
    op.create_index("ix_attitudes_id", "attitudes", ["id"])
    op.create_index("ix_attitudes_sides", "attitudes", ["from", "toward", "current"])
    op.create_index("ix_attitudes_first_day", "attitudes", ["current", "first_day", "last_day"])


def _contacts() -> None:
    op.create_table(
        "contacts",
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("gist", sa.String(length=64), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("earliest", sa.Date(), nullable=True),
        sa.Column("latest", sa.Date(), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("initiator", sa.Text(), nullable=True),
        sa.Column("initiator_level", sa.Integer(), nullable=True),
        sa.Column("counterpart", sa.Text(), nullable=True),
        sa.Column("counterpart_level", sa.Integer(), nullable=True),
        sa.Column("initiative", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("data", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading_id"], ["readings.id"], name="fk_contacts_reading_id_readings"
        ),
        sa.PrimaryKeyConstraint("reading_id", "number", name="pk_contacts"),
    )
    op.create_index("ix_contacts_last_day", "contacts", ["current", "last_day", "first_day"])
    op.create_index("ix_contacts_id", "contacts", ["id"])
    op.create_index("ix_contacts_sides", "contacts", ["initiator", "counterpart", "current"])
    op.create_index("ix_contacts_first_day", "contacts", ["current", "first_day", "last_day"])


def _events() -> None:
    op.create_table(
        "events",
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("gist", sa.String(length=64), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("earliest", sa.Date(), nullable=True),
        sa.Column("latest", sa.Date(), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=True),
        sa.Column("modality", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("reported_by", sa.Text(), nullable=True),
        sa.Column("statement", sa.Text(), nullable=True),
        sa.Column("contact", sa.Text(), nullable=True),
        sa.Column("data", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading_id"], ["readings.id"], name="fk_events_reading_id_readings"
        ),
        sa.PrimaryKeyConstraint("reading_id", "number", name="pk_events"),
    )
    op.create_index("ix_events_last_day", "events", ["current", "last_day", "first_day"])
    op.create_index("ix_events_id", "events", ["id"])
    op.create_index("ix_events_first_day", "events", ["current", "first_day", "last_day"])
    op.create_index("ix_events_type", "events", ["type", "current"])


def _evidence() -> None:
    op.create_table(
        "evidence",
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.CheckConstraint('"start" >= 0 AND "start" < "end"', name="ck_evidence_span"),
        sa.ForeignKeyConstraint(
            ["reading_id"], ["readings.id"], name="fk_evidence_reading_id_readings"
        ),
        sa.PrimaryKeyConstraint("reading_id", "kind", "number", "start", name="pk_evidence"),
    )


def _parties() -> None:
    op.create_table(
        "parties",
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(length=16), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("party", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["reading_id"], ["readings.id"], name="fk_parties_reading_id_readings"
        ),
        sa.PrimaryKeyConstraint("reading_id", "kind", "number", "part", "place", name="pk_parties"),
    )
    op.create_index("ix_parties_code", "parties", ["code", "kind", "part"])
    op.create_index("ix_parties_party", "parties", ["party", "kind", "part"])


def _passages() -> None:
    op.create_table(
        "passages",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading_id"], ["readings.id"], name="fk_passages_reading_id_readings"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_passages"),
        sa.UniqueConstraint("reading_id", "kind", "number", name="uq_passages_reading_id"),
    )


def _positions() -> None:
    op.create_table(
        "positions",
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("gist", sa.String(length=64), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("earliest", sa.Date(), nullable=True),
        sa.Column("latest", sa.Date(), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("holder", sa.Text(), nullable=True),
        sa.Column("stance", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("target_type", sa.Text(), nullable=True),
        sa.Column("statement", sa.Text(), nullable=True),
        sa.Column("data", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading_id"], ["readings.id"], name="fk_positions_reading_id_readings"
        ),
        sa.PrimaryKeyConstraint("reading_id", "number", name="pk_positions"),
    )
    op.create_index("ix_positions_last_day", "positions", ["current", "last_day", "first_day"])
    op.create_index("ix_positions_holder", "positions", ["holder", "current"])
    op.create_index("ix_positions_id", "positions", ["id"])
    op.create_index("ix_positions_first_day", "positions", ["current", "first_day", "last_day"])


def _statements() -> None:
    op.create_table(
        "statements",
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("gist", sa.String(length=64), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("earliest", sa.Date(), nullable=True),
        sa.Column("latest", sa.Date(), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("medium", sa.Text(), nullable=True),
        sa.Column("data", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading_id"], ["readings.id"], name="fk_statements_reading_id_readings"
        ),
        sa.PrimaryKeyConstraint("reading_id", "number", name="pk_statements"),
    )
    op.create_index("ix_statements_last_day", "statements", ["current", "last_day", "first_day"])
    op.create_index("ix_statements_id", "statements", ["id"])
    op.create_index("ix_statements_first_day", "statements", ["current", "first_day", "last_day"])


_TABLES = {
    "articles": _articles,
    "audit": _audit,
    "jobs": _jobs,
    "judgements": _judgements,
    "outlets": _outlets,
    "texts": _texts,
    "readings": _readings,
    "actors": _actors,
    "attitudes": _attitudes,
    "contacts": _contacts,
    "events": _events,
    "evidence": _evidence,
    "parties": _parties,
    "passages": _passages,
    "positions": _positions,
    "statements": _statements,
}
