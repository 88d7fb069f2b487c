"""What is printed right behind a name."""

from __future__ import annotations

import pytest

from dragoman.coding.toponyms.beside import lies_in, told_beside
from dragoman.coding.toponyms.model import Candidate, Name
from tests.coding.atlas import division, town

TEXAS = division(2, "Texas", "USA", "TX")
PARIS = Candidate(town(1, "Paris", "USA", "TX"), own=True)
ELSEWHERE = Candidate(town(3, "Paris", "FRA", "11"), own=True)


def _names(text: str) -> list[Name]:
    found = []
    for name in ("Paris", "Texas"):
        start = text.index(name)
        found.append(Name(name, ((start, start + len(name)),), (Candidate(TEXAS, own=True),)))
    return found


@pytest.mark.parametrize(
    "text", ["Paris, Texas", "Paris (Texas)", "Paris in Texas", "Paris Texas", "Paris,Texas"]
)
def test_a_name_right_behind_is_told(text: str) -> None:
    told = told_beside(text, _names(text))
    assert [each.text for each in told["Paris"]] == ["Texas"]


@pytest.mark.parametrize("text", ["Paris and Texas", "Paris; Texas", "Texas, then Paris"])
def test_a_name_farther_on_is_not(text: str) -> None:
    assert told_beside(text, _names(text)).get("Paris") is None


def test_a_place_lies_in_its_own_division_only() -> None:
    name = Name("Texas", ((0, 5),), (Candidate(TEXAS, own=True),))
    assert lies_in(PARIS, name)
    assert not lies_in(ELSEWHERE, name)
