"""Calls of the API in tests."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient
from httpx2 import Response

from tests.desk.forms import csrf_of

ROOT = "/api/v1"


def get(client: TestClient, path: str, **query: Any) -> Any:
    """Return what the API gives."""
    answer = client.get(f"{ROOT}{path}", params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def items(client: TestClient, path: str, **query: Any) -> list[Any]:
    """Return the items of the first part of a list."""
    found: list[Any] = get(client, path, **query)["items"]
    return found


def every(client: TestClient, path: str, **query: Any) -> list[Any]:
    """Return all items of a list, part by part."""
    found: list[Any] = []
    while True:
        part = get(client, path, **query)
        found += part["items"]
        if part["next"] is None:
            return found
        query["cursor"] = part["next"]


def post(client: TestClient, path: str, body: Any = None) -> Response:
    """Send a change as a page of the desk would."""
    return send(client, "POST", path, body)


def send(client: TestClient, method: str, path: str, body: Any = None) -> Response:
    """Send a change by any method as a page of the desk would."""
    headers = {"X-CSRF-Token": csrf_of(client)}
    return client.request(method, f"{ROOT}{path}", json=body, headers=headers)


def error(answer: Response) -> str:
    """Return the code of an error, which has the one body that errors have."""
    body = answer.json()
    assert set(body) == {"error"}
    assert set(body["error"]) == {"code", "message", "hint"}
    assert body["error"]["message"]
    code: str = body["error"]["code"]
    return code
