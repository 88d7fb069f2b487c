"""The password of all accounts in these tests, and hashes that are made quickly."""

from __future__ import annotations

from typing import Any

from argon2 import PasswordHasher
from fastapi.testclient import TestClient

from dragoman.desk import links
from tests.desk.forms import post

PASSWORD = "seven grey herons"  # noqa: S105 - of nobody

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
"""Argon2 at the least cost: a real hash takes a tenth of a second, and more on a busy machine."""

PASSWORD_HASH = QUICK.hash(PASSWORD)


def sign_in(client: TestClient, name: str, password: str = PASSWORD, then: str = "/") -> Any:
    """Sign in as a browser does, by the form of the page."""
    data = {"name": name, "password": password, "then": then}
    return post(client, links.sign_in(), data, page=links.sign_in())
