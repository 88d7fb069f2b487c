"""The password of all accounts in these tests, and hashes that are made quickly."""

from __future__ import annotations

from argon2 import PasswordHasher

PASSWORD = "seven grey herons"  # noqa: S105 - of nobody

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
"""Argon2 at the least cost: a real hash takes a tenth of a second, and more on a busy machine."""

PASSWORD_HASH = QUICK.hash(PASSWORD)
