"""Countries that a text names beside its toponyms."""

from __future__ import annotations

import pytest

from dragoman.coding.toponyms import Toponym, hints_of
from dragoman.world import world


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("The French minister met two Turks.", {"FRA", "TUR"}),
        ("U.S. troops left.", {"USA"}),
        ("They told us.", set()),
        ("The European envoy came.", set()),
        ("", set()),
    ],
)
def test_words_for_states_and_peoples_are_found(text: str, countries: set[str]) -> None:
    assert set(hints_of(text, (), world()).countries) == countries


def test_toponyms_are_no_hints() -> None:
    text = "A French town near Norway."
    norway = Toponym(text.index("Norway"), len(text) - 1, "Norway")
    assert set(hints_of(text, [norway], world()).countries) == {"FRA"}


def test_a_country_named_more_often_weighs_more() -> None:
    found = hints_of("Malian troops and Malian police met a Danish one.", (), world()).countries
    assert found["MLI"] > found["DNK"] == 1.0
