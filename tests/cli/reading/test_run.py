"""Reading in order and in batches, with failures in their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.cli.reading.run import Item, items, outcomes
from dragoman.cli.reading.sources import Inputs
from dragoman.errors import EmptyInput, InputError, RecordError, TooLarge
from dragoman.records import Article, Record
from dragoman.settings import Settings
from tests.records import examples


def _article(title: str) -> Article:
    return replace(examples.article(), title=title)


def _items(*found: str | InputError) -> list[Item]:
    return [
        Item(number, f"{number}.txt", _article(each) if isinstance(each, str) else each)
        for number, each in enumerate(found)
    ]


def _code(articles: Sequence[Article]) -> Sequence[Record]:
    """Make a record of each article; refuse a batch with one called "long"."""
    if any(each.title == "long" for each in articles):
        raise TooLarge("It has more words than an article may have.")
    return [replace(examples.record(), article=each) for each in articles]


def _told(found: Sequence[Item], *, size: int) -> list[str]:
    return [
        type(each.result).__name__
        if isinstance(each.result, InputError)
        else str(each.result.article.title)
        for each in outcomes(found, _code, size=size)
    ]


EMPTY = EmptyInput("The input is empty.")


@pytest.mark.parametrize("size", [1, 2, 3, 16])
def test_outcomes_come_in_order(size: int) -> None:
    found = _items("a", EMPTY, "b", "long", "c", EMPTY)
    assert _told(found, size=size) == ["a", "EmptyInput", "b", "TooLarge", "c", "EmptyInput"]


@pytest.mark.parametrize("size", [1, 16])
def test_nothing_gives_nothing(size: int) -> None:
    assert _told([], size=size) == []


def test_failures_alone_need_no_model() -> None:
    def never(_: Sequence[Article]) -> Sequence[Record]:
        raise RecordError("The model was asked for.")

    found = list(outcomes(_items(EMPTY, EMPTY), never, size=16))
    assert [each.result for each in found] == [EMPTY, EMPTY]


def test_a_failure_names_its_input() -> None:
    (outcome,) = outcomes(_items("long"), _code, size=4)
    assert isinstance(outcome.result, InputError)
    assert outcome.result.source == "0.txt"


def test_another_error_stops_the_run() -> None:
    def broken(_: Sequence[Article]) -> Sequence[Record]:
        raise RecordError("A span lies outside of the text.")

    with pytest.raises(RecordError):
        list(outcomes(_items("a"), broken, size=1))


def test_articles_are_read_as_they_are_needed() -> None:
    asked: list[str] = []

    def found() -> Iterator[Item]:
        for item in _items("a", "b", "c"):
            asked.append(item.name)
            yield item

    first = next(outcomes(found(), _code, size=1))
    assert first.item.name == "0.txt"
    assert asked == ["0.txt"]


def test_items_carry_the_number_and_name_of_their_input(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Chile condemned the raid on the port.", encoding="utf-8")
    lines = '{"text": "Peru called for calm after the raid."}\n{"text": ""}\n'
    (tmp_path / "b.jsonl").write_text(lines, encoding="utf-8")
    inputs = Inputs((tmp_path / "a.txt", tmp_path / "none.txt", tmp_path / "b.jsonl"))
    found = [
        (item.number, Path(item.name).name, isinstance(item.found, Article))
        for item in items(inputs, Settings(), "2020-01-04")
    ]
    assert found == [
        (0, "a.txt", True),
        (1, "none.txt", False),
        (2, "b.jsonl", True),
        (2, "b.jsonl", False),
    ]
