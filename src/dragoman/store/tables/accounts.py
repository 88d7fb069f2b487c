"""The tables of accounts: who may use the desk, sessions and tokens, and sign-ins that failed.

Nothing here lets anybody in who reads it: passwords are kept as Argon2 hashes, the secrets of
sessions and tokens as digests, and of a sign-in that failed the digest of the name alone, since
people type a password into the wrong field.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, String, Table, Text

from dragoman.store.columns import DIGEST, Instant, Words, required
from dragoman.store.tables.reading import METADATA

users = Table(
    "users",
    METADATA,
    Column("id", Integer, primary_key=True),
    required("name", Words),
    required("folded", Words, unique=True),
    required("role", String(8)),
    Column("email", Words, unique=True),
    Column("password", Text),
    Column("subject", Words, unique=True),
    Column("locked_at", Instant),
    required("made_at", Instant),
    CheckConstraint("role IN ('viewer', 'analyst', 'editor', 'admin')", name="role"),
)
"""Who may sign in. ``subject`` is who that is for the provider of OpenID Connect.

``folded`` is the name as it is looked up; a row whose ``locked_at`` is set lets nobody in.
"""

sessions = Table(
    "sessions",
    METADATA,
    Column("id", DIGEST, primary_key=True),
    required("user_id", Integer, ForeignKey("users.id"), index=True),
    required("begun_at", Instant),
    required("seen_at", Instant),
    required("ends_at", Instant),
    required("browser", Words),
)
"""Sessions by the digest of their secret; ``ends_at`` is when one ends however it is used."""

tokens = Table(
    "tokens",
    METADATA,
    Column("id", Integer, primary_key=True),
    required("digest", DIGEST, unique=True),
    required("user_id", Integer, ForeignKey("users.id"), index=True),
    required("name", Words),
    required("scope", String(8)),
    required("made_at", Instant),
    Column("ends_at", Instant),
    Column("used_at", Instant),
    CheckConstraint("scope IN ('read', 'write', 'admin')", name="scope"),
)
"""Tokens of the API by the digest of their secret; a token can do no more than its user."""

failed_sign_ins = Table(
    "failed_sign_ins",
    METADATA,
    Column("id", Integer, primary_key=True),
    required("name", DIGEST),
    required("address", Words),
    required("at", Instant),
    Index("ix_failed_sign_ins_name", "name", "at"),
    Index("ix_failed_sign_ins_address", "address", "at"),
)
"""Sign-ins that failed of late; ``name`` is the digest of what was given as a name."""
