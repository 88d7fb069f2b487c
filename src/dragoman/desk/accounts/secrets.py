"""Secrets that whoever holds them sends along, and what the store keeps of them."""

from __future__ import annotations

import hashlib
import hmac
import secrets

_BYTES = 32


def made() -> str:
    """Return a new secret of 256 bits, in signs that a cookie or a header can hold."""
    return secrets.token_urlsafe(_BYTES)


def digest(secret: str) -> str:
    """Return what is kept of a secret; chance is long enough that a plain hash hides it."""
    return hashlib.sha256(secret.encode()).hexdigest()


def derived(secret: str, purpose: str) -> str:
    """Return what may be shown, for one purpose, of a secret that may not."""
    return hmac.new(secret.encode(), purpose.encode(), hashlib.sha256).hexdigest()


def same(one: str, other: str) -> bool:
    """Compare two secrets in a time that tells nothing of where they differ."""
    return hmac.compare_digest(one.encode(), other.encode())
