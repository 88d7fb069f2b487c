"""Sends forms as a browser does: with what the page gave them."""

from __future__ import annotations

import re
from typing import Any

from fastapi.testclient import TestClient
from httpx2 import Response

_FIELD = re.compile(r'name="csrf" value="([0-9a-f]+)"')


def csrf_of(client: TestClient, page: str = "/") -> str:
    """Return what the forms of a page send back."""
    found = _FIELD.search(client.get(page).text)
    assert found is not None
    return found[1]


def post(
    client: TestClient, path: str, data: dict[str, Any] | None = None, *, page: str = "/"
) -> Response:
    """Send a form that stands on a page."""
    return client.post(path, data={"csrf": csrf_of(client, page), **(data or {})})
