"""The password of all accounts in these tests, and its hash, made once."""

from __future__ import annotations

from dragoman.desk.accounts.passwords import hashed

PASSWORD = "seven grey herons"  # noqa: S105 - of nobody
PASSWORD_HASH = hashed(PASSWORD)
