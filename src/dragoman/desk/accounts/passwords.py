"""Passwords: which may be chosen, and how their hashes are made and compared."""

from __future__ import annotations

import unicodedata
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from dragoman.errors import StoreError

LEAST = 12
"""Signs that a password must have."""

MOST = 256
"""Signs that it may have; hashing more would cost the desk more than whoever sends it."""

_FEWEST_DIFFERENT = 5

_AT_ONCE = BoundedSemaphore(2)
"""A hash takes 64 MiB while it is made: many sign-ins at once must not take all memory."""

_HASHER = PasswordHasher()
"""Argon2id, as RFC 9106 advises where memory is short."""


def hashed(password: str) -> str:
    """Return the hash of a password, with its salt and costs."""
    with _AT_ONCE:
        return _HASHER.hash(_form(password))


def fits(kept: str | None, password: str) -> bool:
    """Tell whether a password is the one that a hash is of.

    Where there is no hash the time is taken all the same, so that nobody learns from it whether
    there is such an account.
    """
    if len(password) > MOST:
        return False
    with _AT_ONCE:
        try:
            _HASHER.verify(kept or _nobodys(), _form(password))
        except (VerificationError, InvalidHashError):
            return False
    return kept is not None


def outdated(kept: str) -> bool:
    """Tell whether a hash was made at other costs than today's."""
    return _HASHER.check_needs_rehash(kept)


def require_sound(password: str, name: str) -> None:
    """Refuse a password that is guessed too soon.

    Raises:
        StoreError: It is too short, also without the name of the account in it, too long, or of
            too few different signs.
    """
    if len(password) < LEAST:
        raise StoreError(f"A password has at least {LEAST} signs.", hint="A few words do well.")
    if len(password) > MOST:
        raise StoreError(f"A password has at most {MOST} signs.")
    if len(set(password)) < _FEWEST_DIFFERENT:
        raise StoreError("The password repeats itself.", hint="A few words do well.")
    if len(password.casefold().replace(name.casefold(), "")) < LEAST:
        raise StoreError("The password is too short without the name of the account in it.")


def _form(password: str) -> str:
    """Return a password in one form, however a keyboard composes its letters."""
    return unicodedata.normalize("NFKC", password)


def _nobodys() -> str:
    """Return a hash that no password fits: of the right form, and of chance."""
    return (
        "$argon2id$v=19$m=65536,t=3,p=4$"
        "ZHJhZ29tYW4gaGFzIG5vIG9uZQ$dGhlcmUgaXMgbm8gc3VjaCBwYXNzd29yZCBhbnl3aA"
    )
