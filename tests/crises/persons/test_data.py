"""The lists and weights that persons are matched by."""

from __future__ import annotations

from importlib.resources import files

import pytest

from dragoman.crises.persons.spelling import NameLists, lists
from dragoman.crises.persons.weights import Weights, weights
from dragoman.errors import DataError

SHIPPED = files("dragoman.crises.persons") / "data"
WEIGHTS = (SHIPPED / "weights.toml").read_text(encoding="utf-8")


def test_what_ships_can_be_read() -> None:
    assert lists().common
    assert weights().of("same") > 0 > weights().of("other")


@pytest.mark.parametrize(
    "text",
    ["", "romanised = 3", "romanised = [['a'], ['a']]\ncommon = []", "romanised = []", "= ="],
)
def test_wrong_lists_are_refused(text: str) -> None:
    with pytest.raises(DataError, match=r"names\.toml"):
        NameLists.parse(text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("same = 3.0", ""),
        ("same = 3.0", 'same = "much"'),
        ("[context]", "[context]\nweather = 1.0"),
        ("threshold = 0.0", ""),
        ("threshold = 0.0", "threshold = 0.0\nluck = 1"),
        ("[names]", "[names"),
    ],
)
def test_wrong_weights_are_refused(old: str, new: str) -> None:
    assert old in WEIGHTS
    with pytest.raises(DataError, match=r"weights\.toml"):
        Weights.parse(WEIGHTS.replace(old, new, 1))
