"""How many were killed and injured."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.events.casualties import Count, added, casualties_of, joined, parse_number
from dragoman.coding.tree import tree_of
from dragoman.records import Casualties
from tests.coding.shorthand import short


@pytest.mark.parametrize(
    ("words", "number"),
    [
        (["12"], 12),
        (["1,250"], 1250),
        (["seven"], 7),
        (["twenty-one"], 21),
        (["two", "hundred"], 200),
        (["three", "thousand"], 3000),
        (["scores"], None),
        (["hundred"], None),
        ([], None),
    ],
)
def test_numbers_in_digits_and_words(words: list[str], number: int | None) -> None:
    assert parse_number(words) == number


@given(st.integers(min_value=0, max_value=10_000_000))
def test_any_printed_number_is_read(number: int) -> None:
    assert parse_number([f"{number:,}"]) == number


@pytest.mark.parametrize(
    ("sentence", "killed"),
    [
        ("{nsubj They} killed=kill {obj {nummod ten} people=person} .", 10),
        (
            "{nsubj He} killed=kill {obj {nummod four} men=man {conj and {nummod two} boys=boy}} .",
            6,
        ),
        ("{nsubj They} killed=kill {obj dozens=dozen {nmod of men=man}} .", "some"),
        ("{nsubj They} killed=kill {obj civilians=civilian} .", "some"),
        ("{nsubj They} killed=kill {obj a guard} .", 1),
        ("{nsubj They} killed=kill {obj Zahedi} .", "some"),
    ],
)
def test_the_killed_are_counted(sentence: str, killed: Count) -> None:
    tree = tree_of(short(sentence))
    verb = tree.words.index("killed")
    found = casualties_of(tree, "kill", tree.children(verb, "obj"))
    assert found == Casualties(killed=killed)


def test_wounding_counts_the_injured() -> None:
    tree = tree_of(short("{nsubj They} wounded=wound {obj {nummod 30} people=person} ."))
    found = casualties_of(tree, "wound", [tree.words.index("people")])
    assert found == Casualties(injured=30)


def test_other_verbs_count_nobody() -> None:
    tree = tree_of(short("{nsubj They} met=meet {obj {nummod ten} people=person} ."))
    assert casualties_of(tree, "meet", [tree.words.index("people")]) is None


def test_a_number_beats_some_and_the_larger_number_the_smaller() -> None:
    one = Casualties(killed="some", injured=3)
    other = Casualties(killed=9, injured=5)
    assert joined(one, other) == Casualties(killed=9, injured=5)


def test_a_sum_with_an_unknown_part_is_unknown() -> None:
    assert added(3, "some") == "some"
