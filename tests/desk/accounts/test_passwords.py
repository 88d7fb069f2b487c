"""Passwords are kept as Argon2 hashes, and those that are guessed soon are refused."""

from __future__ import annotations

import pytest

from dragoman.desk.accounts.passwords import MOST, fits, hashed, outdated, require_sound
from dragoman.errors import StoreError
from tests.desk.accounts.people import PASSWORD, PASSWORD_HASH


def test_a_hash_is_of_argon2_and_salted() -> None:
    assert PASSWORD_HASH.startswith("$argon2id$")
    assert hashed(PASSWORD) != PASSWORD_HASH


@pytest.mark.parametrize(
    ("password", "right"),
    [(PASSWORD, True), ("seven grey heronS", False), ("", False), (PASSWORD * 99, False)],
)
def test_only_the_password_fits(password: str, *, right: bool) -> None:
    assert fits(PASSWORD_HASH, password) is right


@pytest.mark.parametrize("kept", [None, "", "plain words"])
def test_nothing_fits_where_there_is_no_hash(kept: str | None) -> None:
    assert not fits(kept, PASSWORD)


def test_a_letter_fits_however_it_is_composed() -> None:
    assert fits(hashed("caf\u00e9 au lait noir"), "cafe\u0301 au lait noir")


def test_a_hash_of_lower_costs_is_outdated() -> None:
    cheap = "$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHQ$aJXVqPzPPTn1ynFJ2mJpsQ"
    assert outdated(cheap)
    assert not outdated(PASSWORD_HASH)


@pytest.mark.parametrize(
    ("password", "fault"),
    [
        ("short words", "at least 12"),
        ("x" * (MOST + 1), "at most"),
        ("abababababab", "repeats itself"),
        ("here is Asha's key", "name of the account"),
    ],
)
def test_what_is_guessed_soon_is_refused(password: str, fault: str) -> None:
    with pytest.raises(StoreError, match=fault):
        require_sound(password, "asha")
