"""What is said to a name that is not known."""

from __future__ import annotations

import pytest

from dragoman.errors import offered

NAMES = ("events", "contacts", "contracts")


@pytest.mark.parametrize(
    ("name", "most", "told"),
    [
        ("event", 1, "Did you mean events?"),
        ("contacs", 1, "Did you mean contacts?"),
        ("contacs", 2, "Did you mean contacts or contracts?"),
        ("weather", 2, "There are events, contacts, contracts."),
    ],
)
def test_near_names_are_offered_or_else_all(name: str, most: int, told: str) -> None:
    assert offered(name, NAMES, most=most) == told
