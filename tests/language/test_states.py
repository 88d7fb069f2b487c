"""What the second network does not see."""

from __future__ import annotations

import numpy as np
import pytest

from dragoman.language.states import state_words, without_states


def hidden(sentence: str) -> list[str]:
    words = sentence.split()
    return [word for word, held in zip(words, state_words(words), strict=True) if held]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Peru warned Chile", ["Peru", "Chile"]),
        ("Saudi Arabia left", ["Saudi", "Arabia"]),
        ("The Kenyan envoy met Kenyans", ["Kenyan", "Kenyans"]),
        ("The U.S. ambassador left", ["U.S."]),
        ("The envoy left at once", []),
    ],
)
def test_names_of_states_and_their_peoples_are_hidden(sentence: str, names: list[str]) -> None:
    assert hidden(sentence) == names


@pytest.mark.parametrize("sentence", ["The Kremlin denied it"])
def test_seats_of_government_are_seen(sentence: str) -> None:
    assert hidden(sentence) == []


def test_only_the_vectors_of_states_are_taken_away() -> None:
    vectors = np.ones((3, 4), dtype=np.float32)
    found = without_states(vectors, ["Peru", "left", "early"])
    assert found.sum(1).tolist() == [0.0, 4.0, 4.0]


def test_what_is_given_is_left_as_it_is() -> None:
    vectors = np.ones((1, 4), dtype=np.float32)
    without_states(vectors, ["Peru"])
    assert vectors.all()
