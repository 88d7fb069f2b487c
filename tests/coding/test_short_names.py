"""Short names of organisations."""

from __future__ import annotations

import pytest

from dragoman.coding.short_names import is_short_for
from tests.coding.casts import cast_of, words_of

HARBOUR = "{nsubj the {compound Harbour@O} {compound News@O} Network@O} reported=report ."


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("HNN", "Harbour News Network"),
        ("BLA", "Band of Lost Anglers"),
        ("BOLA", "Band of Lost Anglers"),
        ("Network", "Harbour News Network"),
        ("News Network", "Harbour News Network"),
        ("Harbour News", "Harbour News Network"),
        ("Harbour", "Harbour News Network"),
    ],
)
def test_initials_and_words_at_either_end_are_short_forms(short: str, full: str) -> None:
    assert is_short_for(short.split(), full.split())


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("H", "Harbour"),
        ("HN", "Harbour News Network"),
        ("Hnn", "Harbour News Network"),
        ("News", "Harbour News Network"),
        ("network", "Harbour News Network"),
        ("Harbour Network", "Harbour News Network"),
        ("Harbour News Network", "Harbour News Network"),
        ("the Harbour News Network", "Harbour News Network"),
    ],
)
def test_other_words_are_not(short: str, full: str) -> None:
    assert not is_short_for(short.split(), full.split())


@pytest.mark.parametrize(("short", "fits"), [("United", False), ("Nations", True)])
def test_of_a_known_body_the_first_words_will_not_do(short: str, *, fits: bool) -> None:
    assert is_short_for([short], ["United", "Nations"], begins=False) == fits


@pytest.mark.parametrize("short", ["{nsubj HNN@O}", "{nsubj {compound Harbour@O} News@O}"])
def test_a_short_name_after_the_full_one_is_the_same_organisation(short: str) -> None:
    cast = cast_of(HARBOUR, f"{short} closed=close .")
    assert len(words_of(cast, "Harbour News Network")) == 2


def test_a_short_name_that_fits_two_is_a_third() -> None:
    other = "{nsubj the {compound Hill@O} {compound News@O} Network@O} reported=report ."
    cast = cast_of(HARBOUR, other, "{nsubj HNN@O} closed=close .")
    assert words_of(cast, "HNN") == ["HNN"]


def test_a_person_has_no_short_name_of_this_kind() -> None:
    cast = cast_of("{nsubj <Harald Nils Noor>} spoke=speak .", "{nsubj HNN@O} closed=close .")
    assert words_of(cast, "HNN") == ["HNN"]
