"""Looks at what a page carries for its scripts, and at the desk behind a client."""

from __future__ import annotations

import json
import re
from typing import Any

from fastapi import FastAPI
from fastapi.testclient import TestClient

from dragoman.desk.context import Desk


def data_of(page: str, name: str) -> dict[str, Any]:
    """Return what the script element of this id holds."""
    found = re.search(rf'id="{re.escape(name)}">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    told: dict[str, Any] = json.loads(found[1])
    return told


def desk_behind(client: TestClient) -> Desk:
    """Return the desk that a client asks."""
    assert isinstance(client.app, FastAPI)
    desk = client.app.state.desk
    assert isinstance(desk, Desk)
    return desk
