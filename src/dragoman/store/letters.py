"""Text of any script in plain Latin letters, as names are compared and words are indexed."""

from __future__ import annotations

import re

from anyascii import anyascii

_FOREIGN = re.compile(r"[^\x00-\x7f]+")


def latin(text: str) -> str:
    """Return a text in plain Latin letters, digits and signs.

    Each sign is written by itself, whatever stands beside it. So only those are looked up that
    are not plain already, which in English are few.
    """
    return _FOREIGN.sub(lambda found: anyascii(found[0]), text)
