"""Passwords are kept as Argon2 hashes, and those that are guessed soon are refused."""

from __future__ import annotations

import pytest
from argon2.exceptions import VerifyMismatchError

from dragoman.desk.accounts import passwords
from dragoman.desk.accounts.passwords import MOST, fits, hashed, outdated, require_sound
from dragoman.errors import StoreError
from tests.desk.accounts.people import PASSWORD, PASSWORD_HASH

HASHER = passwords._HASHER


def test_a_hash_is_of_argon2_and_salted() -> None:
    assert hashed(PASSWORD).startswith("$argon2id$")
    assert hashed(PASSWORD) != hashed(PASSWORD)


def test_a_hash_costs_what_is_advised() -> None:
    assert (HASHER.memory_cost, HASHER.time_cost) >= (65536, 3)


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


def test_a_hash_of_other_costs_is_outdated(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not outdated(PASSWORD_HASH)
    monkeypatch.setattr(passwords, "_HASHER", HASHER)
    assert outdated(PASSWORD_HASH)


def test_nobodys_hash_is_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "_HASHER", HASHER)
    with pytest.raises(VerifyMismatchError):
        HASHER.verify(passwords._nobodys(), PASSWORD)


@pytest.mark.parametrize(
    ("password", "fault"),
    [
        ("short words", "at least 12"),
        ("x" * (MOST + 1), "at most"),
        ("abababababab", "repeats itself"),
        ("Asha's own key", "name of the account"),
        ("asha-Asha-asha", "name of the account"),
    ],
)
def test_what_is_guessed_soon_is_refused(password: str, fault: str) -> None:
    with pytest.raises(StoreError, match=fault):
        require_sound(password, "asha")


def test_a_name_may_stand_in_a_password_that_is_long_without_it() -> None:
    require_sound("seven grey herons", "eve")
