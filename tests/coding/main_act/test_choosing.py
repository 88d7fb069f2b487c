"""Which phrases are chosen, given how likely each part is."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.main_act.choosing import chosen
from dragoman.coding.main_act.model import PARTS, Scores


def scores(*shares: float) -> Scores:
    none, actor, recipient, both = (math.log(share) for share in shares)
    return none, actor, recipient, both


LIKELY_ACTOR = scores(0.1, 0.8, 0.05, 0.05)
LIKELY_RECIPIENT = scores(0.2, 0.1, 0.6, 0.1)
LIKELY_BOTH = scores(0.1, 0.2, 0.1, 0.6)
UNLIKELY = scores(0.9, 0.04, 0.04, 0.02)


@pytest.mark.parametrize(
    ("given_scores", "parts"),
    [
        ({}, {}),
        ({0: LIKELY_ACTOR, 5: LIKELY_RECIPIENT}, {0: "actor", 5: "recipient"}),
        ({0: LIKELY_ACTOR, 5: UNLIKELY}, {0: "actor"}),
        ({0: LIKELY_BOTH, 5: LIKELY_BOTH}, {0: "both", 5: "both"}),
        ({0: LIKELY_ACTOR, 5: LIKELY_ACTOR}, {0: "actor"}),
        ({0: UNLIKELY, 5: scores(0.6, 0.3, 0.05, 0.05)}, {5: "actor"}),
        (
            {0: LIKELY_ACTOR, 5: LIKELY_RECIPIENT, 7: LIKELY_RECIPIENT},
            {0: "actor", 5: "recipient", 7: "recipient"},
        ),
    ],
)
def test_the_likeliest_parts(given_scores: dict[int, Scores], parts: dict[int, str]) -> None:
    assert chosen(given_scores, lambda head: head) == parts


def test_what_is_joined_to_the_actor_acts_as_well() -> None:
    assert chosen({2: LIKELY_ACTOR, 4: LIKELY_ACTOR}, lambda _: 2) == {2: "actor", 4: "actor"}


def test_a_joined_phrase_that_is_unlikely_to_act_is_left_out() -> None:
    assert chosen({2: LIKELY_ACTOR, 4: UNLIKELY}, lambda _: 2) == {2: "actor"}


SHARES = st.lists(st.floats(0.01, 1.0), min_size=4, max_size=4).map(lambda row: scores(*row))


@given(st.dictionaries(st.integers(0, 20), SHARES, min_size=1, max_size=6))
def test_there_is_one_actor_or_none_where_sides_act_alike(found: dict[int, Scores]) -> None:
    parts = list(chosen(found, lambda head: head).values())
    assert parts.count("actor") == (0 if "both" in parts else 1)
    assert set(parts) <= set(PARTS) - {"none"}
