"""Statements as quotation cards."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.crises import Ledger
from dragoman.desk.parts import Quotations
from dragoman.desk.parts.codes import named
from dragoman.desk.parts.statements import Quotation, unmarked
from dragoman.store import Store


def quoted(store: Store, *, most: int = 1) -> list[Quotation]:
    with store.view() as view:
        quotations = Quotations(view)
        return [
            quotation
            for entry in Ledger(view).entries("statements")
            for quotation in quotations.of(entry, most=most)
        ]


def test_a_card_has_the_paragraph_around_the_words(desk_store: Store) -> None:
    (first, *_) = quoted(desk_store)
    whole = "".join(each.text for each in first.paragraph)
    said = "".join(each.text for each in first.paragraph if "content" in each.names)
    assert said in whole
    assert " ".join(said.split()) == first.words


def test_a_card_names_its_speaker_and_its_fact(desk_store: Store) -> None:
    (first, *_) = quoted(desk_store)
    assert first.speakers
    assert {fact for each in first.paragraph for fact in each.facts} == {first.citation.fact}


def test_further_reports_are_further_cards(desk_store: Store) -> None:
    assert len(quoted(desk_store, most=3)) > len(quoted(desk_store))


def test_other_kinds_are_no_statements(desk_store: Store) -> None:
    with desk_store.view() as view:
        event = next(Ledger(view).entries("events"))
        assert Quotations(view).of(event) == ()


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("the truce holds", "the truce holds"),
        ('"The truce holds,"', "The truce holds"),
        ("“The truce holds.”", "The truce holds."),
        ('"Yes," she said, "it holds."', '"Yes," she said, "it holds."'),
    ],
)
def test_words_to_be_copied_stand_in_one_pair_of_marks(words: str, bare: str) -> None:
    assert unmarked(words) == bare


@pytest.mark.parametrize(
    ("kind", "begin"),
    [
        ("direct", "Kari Lund (Norway): “Both sides must step back” — "),
        ("mixed", "Kari Lund (Norway), quoted in part: “Both sides must step back” — "),
        ("indirect", "Kari Lund (Norway), paraphrased: “Both sides must step back” — "),
    ],
)
def test_what_is_copied_says_who_said_it_and_whether_word_for_word(
    desk_store: Store, kind: str, begin: str
) -> None:
    (first, *_) = quoted(desk_store)
    told = replace(first, kind=named("statements", "kind", kind))
    assert told.text.startswith(begin)


def test_words_of_nobody_who_is_named_are_copied_as_such(desk_store: Store) -> None:
    (first, *_) = quoted(desk_store)
    assert replace(first, speakers=()).text.startswith("Somebody who is not named: “")
