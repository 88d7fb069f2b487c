from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.world.phrases import PhraseTable, fold, key, pieces


def table(*phrases: str) -> PhraseTable[str]:
    made: PhraseTable[str] = PhraseTable()
    for phrase in phrases:
        made.add(phrase, phrase)
    return made


def found(phrases: list[str], text: str) -> list[tuple[int, int]]:
    return [(start, end) for start, end, _ in table(*phrases).find(text.split())]


@pytest.mark.parametrize(
    ("word", "cut"),
    [
        ("Iran", ("iran",)),
        ("U.S.", ("us",)),
        ("U.S", ("us",)),
        ("Gen.", ("gen",)),
        ("Sana'a", ("sana", "a")),
        ("Türkiye", ("turkiye",)),
        ("D'Ivoire", ("d", "ivoire")),
        ("-", ()),
        ("’", ()),
        (",", (",",)),
        ("–", ("–",)),
        ("P5+1", ("p5", "+", "1")),
        ("&", ("and",)),
    ],
)
def test_words_are_cut_into_pieces(word: str, cut: tuple[str, ...]) -> None:
    assert tuple(lower for _, lower in pieces(word)) == cut


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("Iran", "Iran"),
        ("Iran", "IRAN"),
        ("foreign minister", "Foreign Minister"),
        ("foreign minister", "FOREIGN MINISTER"),
        ("US", "U.S."),
        ("U.S.", "US"),
        ("NATO", "Nato"),
        ("secretary-general", "secretary - general"),
        ("secretary general", "Secretary-General"),
        ("Al-Shabaab", "al - Shabaab"),
        ("People's Protection Units", "People ’s Protection Units"),
        ("Türkiye", "Turkiye"),
        ("Elysee", "Élysée"),
        ("eSwatini", "eSwatini"),
        ("Bosnia and Herzegovina", "Bosnia & Herzegovina"),
    ],
)
def test_fits(phrase: str, text: str) -> None:
    assert found([phrase], text) == [(0, len(text.split()))]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("US", "us"),
        ("US", "Us"),
        ("Turkey", "turkey"),
        ("UNO", "Uno"),
        ("NATO", "nato"),
        ("LeT", "Let"),
        ("LeT", "LET"),
        ("=Diet", "DIET"),
        ("=Malé", "Male"),
        ("secretary general", "secretary – general"),
        ("New York", "New , York"),
        ("Iran", "Iran-backed"),
    ],
)
def test_does_not_fit(phrase: str, text: str) -> None:
    assert found([phrase], text) == []


def test_the_longest_phrase_wins() -> None:
    assert found(["Korea", "North Korea", "North Korea Times"], "in North Korea today") == [(1, 3)]


def test_a_longer_phrase_of_another_case_does_not_hide_a_shorter() -> None:
    assert found(["Islamic State", "Islamic State Department"], "Islamic State department") == [
        (0, 2)
    ]


def test_an_exact_acronym_is_not_found_in_a_line_of_capitals() -> None:
    assert found(["=WHO"], "MINISTER WHO QUIT OVER WAR") == []


def test_an_exact_acronym_is_found_beside_other_acronyms() -> None:
    assert found(["=WHO"], "the UN and the WHO said") == [(4, 5)]


def test_a_dotted_acronym_is_found_in_a_line_of_capitals() -> None:
    assert found(["=US"], "TALKS WITH U.S. END AGAIN") == [(2, 3)]


def test_a_phrase_keeps_its_meanings_in_the_order_added() -> None:
    made: PhraseTable[int] = PhraseTable()
    for meaning in (2, 1, 2):
        made.add("Georgia", meaning)
    assert made.get("Georgia") == (2, 1)


def test_a_phrase_without_letters_is_refused() -> None:
    with pytest.raises(ValueError, match="no letter"):
        table("--")


def test_nothing_is_found_in_nothing() -> None:
    assert found(["Iran"], "") == []
    assert table("Iran").get("") == ()


WORDS = st.sampled_from(["Al", "Ba", "ba", "-", "'s", "of", "Co", "U.S.", ",", "co", "É"])
TEXTS = st.lists(WORDS, max_size=12)
PHRASES = st.lists(st.lists(WORDS, min_size=1, max_size=3).map(" ".join), max_size=6)


def usable(phrases: list[str]) -> list[str]:
    return [phrase for phrase in phrases if any(map(str.isalnum, "".join(key(phrase))))]


@given(TEXTS, PHRASES)
def test_finds_lie_in_the_text_in_order_and_apart(words: list[str], phrases: list[str]) -> None:
    last = 0
    for start, end, meanings in table(*usable(phrases)).find(words):
        assert last <= start < end <= len(words)
        assert meanings
        last = end


@given(TEXTS, PHRASES)
def test_every_find_is_the_phrase_itself(words: list[str], phrases: list[str]) -> None:
    for start, end, meanings in table(*usable(phrases)).find(words):
        cut = tuple(lower for word in words[start:end] for _, lower in pieces(word))
        assert all(key(meaning) == cut for meaning in meanings)


@given(TEXTS, TEXTS, PHRASES.map(usable).filter(bool))
def test_a_phrase_in_a_text_is_found_or_lies_in_a_find(
    before: list[str], after: list[str], phrases: list[str]
) -> None:
    phrase = phrases[0].split()
    words = [*before, ".", *phrase, ".", *after]
    covered = [
        range(start, end) for start, end, _ in table(*phrases).find(words) if end > len(before)
    ]
    first = next(at for at, word in enumerate(phrase) if pieces(word))
    assert any(len(before) + 1 + first in span for span in covered)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(min_size=1))
def test_any_word_can_be_cut(word: str) -> None:
    assert all(lower == shown.lower() for shown, lower in pieces(word))
