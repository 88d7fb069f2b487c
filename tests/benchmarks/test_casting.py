"""Persons of made articles: other names, that recur."""

from __future__ import annotations

from math import log

from benchmarks.casting import GROWTH, Casting, cast_of

NAMES = [
    ["Maria", "Dahl"],
    ["Maria", "Berg"],
    ["Petra", "Voss"],
    ["Petra", "Hest"],
    ["Otto"],
    ["Ruth", "Lindgren"],
    ["Nadia", "Vasquez"],
]
LIKE, COPIES = 40, 50


def test_the_sample_is_the_first_cast() -> None:
    assert {cast_of(like, 0) for like in range(LIKE)} == {0}


def test_casts_grow_less_than_copies_do() -> None:
    drawn = {(like, cast_of(like, copy)) for like in range(LIKE) for copy in range(COPIES)}
    power = log(len(drawn) / LIKE) / log(COPIES)
    assert GROWTH - 0.05 < power < GROWTH + 0.05


def test_a_cast_is_drawn_from_those_that_were_there() -> None:
    assert all(cast_of(like, copy) <= copy for like in range(LIKE) for copy in range(COPIES))


def test_a_word_has_one_other_word_in_a_cast() -> None:
    casting = Casting(NAMES)
    assert casting.names(["Dahl"], 3, 0) == casting.names(["Dahl"], 8, 0)


def test_words_keep_their_length() -> None:
    words = sorted({word for name in NAMES for word in name})
    for copy in range(COPIES):
        made = Casting(NAMES).names(words, 0, copy)
        assert [*map(len, made.values())] == [*map(len, words)]


def test_given_names_give_way_to_given_names() -> None:
    casting = Casting(NAMES)
    made = {casting.names(["Maria"], 0, copy)["Maria"] for copy in range(COPIES)}
    assert made == {"Maria", "Petra"}


def test_family_names_are_made_of_two() -> None:
    casting = Casting(NAMES)
    made = {casting.names(["Dahl"], 0, copy)["Dahl"] for copy in range(COPIES)}
    assert made <= {a + b for a in ("Da", "Be", "Vo", "He", "Ot", "Ru") for b in _ENDS}
    assert len(made) > len(NAMES)


_ENDS = ("hl", "rg", "ss", "st", "to", "th")
