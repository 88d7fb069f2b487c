"""A small store that questions are asked of."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from dragoman.crises import take
from dragoman.records import Record, When
from dragoman.store import Store
from tests.records.examples import record


def told(outlet: str, day: int, **changes: Any) -> Record:
    """Return the example as an outlet tells it on a day of May 2031."""
    whole = record()
    article = replace(
        whole.article,
        url=f"https://{outlet}.example/{day}",
        publisher=outlet.title(),
        published_at=datetime(2031, 5, day, 18, 30, tzinfo=UTC),
    )
    return replace(whole, article=article, **changes)


def criticised(day: int) -> Record:
    """Return the example with another stance of Norway, and neither contact nor attitude."""
    whole = record()
    (position,) = whole.positions
    harder = replace(position, stance="criticism")
    raid = replace(whole.events[0], when=When("2031-05-01", "2031-05-01"))
    return told("post", day, positions=(harder,), events=(raid,), contacts=(), attitudes=())


@pytest.fixture
def path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where the store of a test is, which the commands take without being told."""
    monkeypatch.setenv("DRAGOMAN_DB", str(tmp_path / "crisis.sqlite"))
    return tmp_path / "crisis.sqlite"


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in which Norway phones Denmark about a raid, and later takes a harder stance."""
    path = tmp_path_factory.mktemp("questions") / "crisis.sqlite"
    with Store.open(str(path)) as store:
        for each in (told("wire", 2), criticised(6)):
            with store.work() as unit:
                written = unit.writer.write(each)
                take(unit, written, each, origin=str(each.article.publisher))
    return path


@pytest.fixture
def crisis(filled: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """That store, which the commands take without being told; it is only looked at."""
    monkeypatch.setenv("DRAGOMAN_DB", str(filled))
    return filled
