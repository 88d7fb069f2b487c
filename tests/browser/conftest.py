"""The pages that a browser opens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ViewportSize
from playwright.sync_api import Page as Tab

from dragoman.cli.page import page
from dragoman.records import Record

WIDE: ViewportSize = {"width": 1280, "height": 700}

Open = Callable[..., Tab]


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """A function that opens the page of records; scripts that fail make the test fail."""
    contexts = []
    problems: list[str] = []

    def opened(*records: Record, hash_: str = "", **options: Any) -> Tab:
        path = tmp_path / "page.html"
        path.write_text(page([(f"{each}.txt", record) for each, record in enumerate(records)]))
        context = browser.new_context(**{"viewport": WIDE, "reduced_motion": "reduce", **options})
        contexts.append(context)
        tab = context.new_page()
        tab.on("pageerror", lambda error: problems.append(str(error)))
        tab.on("console", lambda message: problems.append(message.text))
        tab.on("request", lambda request: problems.append(request.url) if _out(request) else None)
        tab.goto(f"{path.as_uri()}{hash_}")
        return tab

    yield opened
    for context in contexts:
        context.close()
    assert problems == []


def _out(request: Any) -> bool:
    """Tell whether a request leaves the page."""
    return not str(request.url).split("#", 1)[0].endswith("/page.html")
