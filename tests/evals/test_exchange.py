from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import DataError
from dragoman.world import world
from evals.exchange import exchanged, exchanged_states, places_of, state_of, variants

if TYPE_CHECKING:
    from pathlib import Path

BY_NAME = {words.name: words for words in exchanged_states()}


@pytest.mark.parametrize(
    ("text", "old", "new", "expected"),
    [
        ("Mali's envoy left.", "Mali", "Iran", "Iran's envoy left."),
        ("A Malian envoy left Bamako.", "Mali", "Iran", "An Iranian envoy left Tehran."),
        ("An Omani envoy left.", "Oman", "Ukraine", "A Ukrainian envoy left."),
        ("An Omani envoy left.", "Oman", "Kenya", "A Kenyan envoy left."),
        ("Malians wept in Mali.", "Mali", "China", "Chinese wept in China."),
        ("Niger and Nigeria met.", "Niger", "Iran", "Iran and Nigeria met."),
        ("South Sudan hit Sudan.", "Sudan", "Iran", "South Sudan hit Iran."),
        ("The Philippines' fleet sank.", "Philippines", "Iran", "Iran's fleet sank."),
        ("The Philippines' fleet sank.", "the Philippines", "Iran", "Iran's fleet sank."),
        ("Envoys of the U.S. left.", "United States", "Iran", "Envoys of Iran left."),
        ("The Mali talks failed.", "Mali", "Iran", "The Iran talks failed."),
        ("Mali-Niger talks", "Mali", "North Korea", "North Korea-Niger talks"),
        ("A French ship", "French", "Iran", "An Iranian ship"),
        ("Malians' homes", "Mali", "Iran", "Iranians' homes"),
        ("Freedonia struck Freedonians.", "Freedonia", "Iran", "Iran struck Freedonians."),
    ],
)
def test_words_are_exchanged(text: str, old: str, new: str, expected: str) -> None:
    made = dict(variants(text, [old]))
    assert made.get(new) == expected


def test_a_state_takes_no_place_in_a_text_that_names_it() -> None:
    made = list(variants("Kenya and Egypt met.", ["Kenya", "Egypt"]))
    names = {name for name, _ in made}
    assert len(made) == 2 * 18
    assert not names & {"Kenya", "Egypt"}


def test_one_state_is_exchanged_at_a_time() -> None:
    texts = [
        text for name, text in variants("Mali hit Niger.", ["Mali", "Niger"]) if name == "Iran"
    ]
    assert texts == ["Iran hit Niger.", "Mali hit Iran."]


def test_a_state_that_the_text_does_not_name_is_refused() -> None:
    with pytest.raises(ValueError, match="no word for 'Peru'"):
        list(variants("Mali hit Niger.", ["Peru"]))


@pytest.mark.parametrize(
    ("name", "code"),
    [("Mali", "MLI"), ("Malian", "MLI"), ("the Gambia", "GMB"), ("US", "USA"), ("Freedonia", None)],
)
def test_a_state_is_known_by_any_form(name: str, code: str | None) -> None:
    state = state_of(name)
    assert (state.code if state else None) == code


def test_there_are_twenty_states_whose_words_the_world_knows() -> None:
    assert len(exchanged_states()) == 20
    for words in exchanged_states():
        state = world().states[words.code]
        assert words.adjective in state.adjectives
        assert words.adjective in state.nouns
        assert words.people in state.plurals
        assert words.capital == state.capital


@given(st.sampled_from(sorted(BY_NAME)), st.sampled_from(sorted(BY_NAME)))
def test_an_exchange_can_be_undone(one: str, two: str) -> None:
    text = (
        f"{one} and Mali met; the {BY_NAME[one].adjective} envoy then left {BY_NAME[one].capital}."
    )
    there = exchanged(text, places_of(text, one), BY_NAME[two])
    assert exchanged(there, places_of(there, two), BY_NAME[one]) == text


def test_a_table_with_an_unknown_state_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "states.tsv"
    path.write_text("name\tadjective\tpeople\tcapital\nFreedonia\tF\tF\tF\n")
    with pytest.raises(DataError, match=r"states\.tsv, line 2: 'Freedonia' is no known state"):
        exchanged_states(path)
