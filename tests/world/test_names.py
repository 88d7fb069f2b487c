from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import DataError
from dragoman.world.names import (
    NameRules,
    families,
    fold,
    key,
    likeness,
    same_given,
    sound,
    sound_key,
    words,
)


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("Federica Mogherini", "federica mogherini"),
        ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
        ("Gen. Abdel Fattah al-Burhan", "abdel fattah burhan"),
        ("His Royal Highness Prince Turki al-Faisal", "turki faisal"),
        ("Dr. Angela Merkel", "angela merkel"),
        ("Lt. Gen. Herbert R. McMaster (Ret.)", "herbert mcmaster"),
        ("J.D. Vance", "jd vance"),
        ("J. D. Vance", "jd vance"),
        ("George W. Bush", "george bush"),
        ("Ahmad ash-Shara'", "ahmad shara"),
        ("Moon Jae-in", "moon jae in"),
        ("Lavrov's", "lavrov"),
        ("Владимир Зеленский", "vladimir zelenskiy"),
        ("King Abdullah II", "abdullah ii"),
        ("Harald V", "harald v"),
    ],
)
def test_folding_leaves_the_bare_name(printed: str, folded: str) -> None:
    assert fold(printed) == folded


def test_a_title_alone_is_not_folded_away() -> None:
    assert fold("King") == "king"


def test_nothing_folds_to_nothing() -> None:
    assert fold(" - ") == ""


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Moon Jae-in", "Moon Jaein"),
        ("Mohammed bin Nayef", "Mohammed Nayef"),
        ("Ursula von der Leyen", "Ursula Leyen"),
        ("Abdel-Fattah", "Abdelfattah"),
    ],
)
def test_the_key_forgets_blanks_and_small_words(left: str, right: str) -> None:
    assert key(left) == key(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Soleimani", "Suleimani"),
        ("Zelenskyy", "Zelensky"),
        ("Zelenskiy", "Zelensky"),
        ("Qassem", "Kasem"),
        ("Gaddafi", "Qadhafi"),
        ("Tokayev", "Tokaev"),
        ("Araghchi", "Araqchi"),
        ("Rouhani", "Ruhani"),
        ("Abdollahian", "Abdullahian"),
        ("Mohammed", "Muhammad"),
        ("Hussein", "Hossein"),
        ("Volodymyr", "Vladimir"),
    ],
)
def test_transliterations_of_one_word_sound_alike(left: str, right: str) -> None:
    assert sound(fold(left)) == sound(fold(right))


@pytest.mark.parametrize(
    ("left", "right"),
    [("Merkel", "Macron"), ("Biden", "Abiden"), ("Kerry", "Karzai"), ("Modi", "Morsi")],
)
def test_other_words_sound_otherwise(left: str, right: str) -> None:
    assert sound(fold(left)) != sound(fold(right))


def test_a_very_short_name_is_not_told_by_sound() -> None:
    assert sound_key("Li") == ""


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("Catherine Ashton", None, {"ashton"}),
        ("Ursula von der Leyen", None, {"leyen", "der leyen", "von der leyen"}),
        ("Moon Jae-in", "KOR", {"moon"}),
        ("Wang Yi", "CHN", {"wang", "yi"}),
        ("Abdullah II", "JOR", {"abdullah"}),
        ("Ferdinand Marcos Jr.", "PHL", {"marcos"}),
        ("Hossein Amir-Abdollahian", "IRN", {"abdollahian", "amir abdollahian"}),
        ("Mohammed bin Salman", None, {"salman", "bin salman"}),
        ("Qaboos", "OMN", {"qaboos"}),
        ("", None, set()),
    ],
)
def test_family_names(name: str, country: str | None, expected: set[str]) -> None:
    assert set(families(name, country)) == expected


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("mike", "michael"),
        ("bob", "robert"),
        ("j", "john"),
        ("serhii", "sergey"),
        ("ahmad", "ahmed"),
    ],
)
def test_given_names_that_may_be_one(left: str, right: str) -> None:
    assert same_given(left, right)
    assert same_given(right, left)


@pytest.mark.parametrize(
    ("left", "right"), [("ali", "mojtaba"), ("donald", "melania"), ("k", "john")]
)
def test_given_names_that_are_two(left: str, right: str) -> None:
    assert not same_given(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Qassem Soleimani", "Gen. Qasem Suleimani"),
        ("Mike Pompeo", "Michael R. Pompeo"),
        ("Mohammed bin Salman", "Mohammad Bin Salman Al Saud"),
        ("Abdel Fattah el-Sisi", "Abdulfattah Al-Sissi"),
        ("Shinzo Abe", "Abe Shinzō"),
        ("Tayyip Erdogan", "Recep Tayyip Erdoğan"),
        ("Shehbaz Sharif", "Muhammad Shehbaz Sharif"),
    ],
)
def test_forms_of_one_name_are_alike(left: str, right: str) -> None:
    assert likeness(left, right) >= 0.8


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ali Khamenei", "Mojtaba Khamenei"),
        ("Donald Trump", "Donald Trump Jr."),
        ("Donald Trump", "Melania Trump"),
        ("Mishal al-Ahmad al-Sabah", "Ahmad Nawaf al-Sabah"),
        ("Khalifa bin Salman Al Khalifa", "Salman bin Hamad Al Khalifa"),
        ("Mohammed Ali", "Mohamed Ali Alhakim"),
        ("Ali Abdullah Saleh", "Ali Akbar Salehi"),
        ("Wang Yi", "Yang Jiechi"),
        ("", "Angela Merkel"),
    ],
)
def test_namesakes_and_kin_are_not_alike(left: str, right: str) -> None:
    assert likeness(left, right) == 0.0


printed_names = st.text(
    alphabet=st.sampled_from("abcdefghiklmnorstuvyz éüöñşž-'.ABDEHJKMS"), min_size=0, max_size=40
)


@given(printed_names)
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(printed_names)
def test_a_name_is_like_itself(name: str) -> None:
    assert likeness(name, name) == (1.0 if words(name) else 0.0)


@given(printed_names, printed_names)
def test_likeness_is_symmetric(left: str, right: str) -> None:
    assert likeness(left, right) == likeness(right, left)


@given(st.text(max_size=60))
def test_any_text_folds_to_plain_words(name: str) -> None:
    assert all(word.isascii() and word.isalnum() for word in words(name))


@given(printed_names.filter(lambda name: len(words(name)) > 0))
def test_case_does_not_matter(name: str) -> None:
    assert fold(name.upper()) == fold(name.lower())


def test_rules_that_lack_a_list_are_refused_by_name() -> None:
    with pytest.raises(DataError, match=r"mine\.toml.*suffixes"):
        NameRules.parse('honorifics = ["mr"]', name="mine.toml")


def test_rules_with_a_wrong_pattern_are_refused() -> None:
    lists = "\n".join(
        f"{part} = []"
        for part in (
            "honorifics suffixes generations numerals particles tied_particles openers "
            "either_end hyphen_given same_given"
        ).split()
    )
    with pytest.raises(DataError, match=r"mine\.toml"):
        NameRules.parse(f'{lists}\nsound = [["(", "x"]]', name="mine.toml")
