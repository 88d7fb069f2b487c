from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from evals.errors import GoldError
from evals.gold_records import find_article, read_gold

if TYPE_CHECKING:
    from pathlib import Path


def write(path: Path, **content: object) -> Path:
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def test_absent_kinds_are_told_from_empty_ones(tmp_path: Path) -> None:
    path = write(tmp_path / "g.json", article={"text": "A."}, events=[], contacts=None)
    (record,) = read_gold(path)
    assert record.events == ()
    assert record.statements is None


def test_alternatives_stand_beside_the_first_choice(tmp_path: Path) -> None:
    path = write(
        tmp_path / "g.json",
        article={"text": "A."},
        events=[{"type": "AID", "type_alt": ["COOPERATE"], "actor": "Peru"}],
        positions=[{"holder": "PER", "stance": "concern", "stance_alt": ["criticism"]}],
    )
    (record,) = read_gold(path)
    assert record.events is not None
    assert record.positions is not None
    assert record.events[0].types == ("AID", "COOPERATE")
    assert record.events[0].actors == ("Peru",)
    assert record.positions[0].stances == ("concern", "criticism")


@pytest.mark.parametrize("place", ["gold/a.txt", "a.txt", "shared/a.txt"])
def test_an_article_is_found_beside_above_or_in_the_shared_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setenv("DRAGOMAN_SHARED", str(tmp_path / "shared"))
    for folder in ("gold", "shared"):
        (tmp_path / folder).mkdir()
    (tmp_path / place).write_text("A.", encoding="utf-8")
    assert find_article("a.txt", tmp_path / "gold" / "g.json") == tmp_path / place


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ({}, "'article' must be an object"),
        ({"article": {}}, "neither 'file' nor 'text'"),
        ({"article": {"file": "none.txt"}}, "'none.txt' is not there"),
        ({"article": {"text": "A."}, "events": {}}, "'events' must be a list"),
        ({"article": {"text": "A."}, "positions": [{"stance": 3}]}, "'stance' must be"),
        ({"article": {"text": "A."}, "actors": [{}]}, "'name' is absent"),
    ],
)
def test_what_is_no_gold_record_is_named(
    tmp_path: Path, content: dict[str, object], message: str
) -> None:
    with pytest.raises(GoldError, match=message):
        read_gold(write(tmp_path / "g.json", **content))


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="holds no"):
        read_gold(tmp_path)
