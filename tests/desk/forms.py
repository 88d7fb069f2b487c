"""Sends forms as a browser does: with what the page gave them."""

from __future__ import annotations

import re
from html.parser import HTMLParser
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


def fields_of(text: str, action: str) -> list[tuple[str, str]]:
    """Return the names and values that the first form with that action sends as it is."""
    found = _Fields(action)
    found.feed(text)
    assert found.forms
    return found.sent


class _Fields(HTMLParser):
    """Reads the fields of a form: inputs, and the chosen options of selects."""

    def __init__(self, action: str) -> None:
        super().__init__()
        self.sent: list[tuple[str, str]] = []
        self.forms = 0
        self._action = action
        self._inside = False
        self._select: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "form":
            named = told.get("action") == self._action
            self.forms += named
            self._inside = named and self.forms == 1
        elif tag == "select":
            self._select = told.get("name")
        elif self._inside and _is_sent(tag, told):
            name = self._select if tag == "option" else told.get("name")
            self.sent.append((name or "", told.get("value") or ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = False


def _is_sent(tag: str, told: dict[str, str | None]) -> bool:
    if tag == "option":
        return "selected" in told
    tickable = told.get("type") in {"checkbox", "radio"}
    return tag == "input" and (not tickable or "checked" in told)
