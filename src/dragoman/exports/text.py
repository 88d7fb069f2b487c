"""Text made fit to be written: no half characters, no control signs, no formulas."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_UNWRITABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_FORMULA = re.compile("'*(?:[\t\n\r]|\\s*[=+\\-@\uff1d\uff0b\uff0d\uff20])")
_WEB = re.compile(r"https?://[^\s\x00-\x20\"<>\\\x7f-\x9f]+", re.IGNORECASE)


def clean(text: str) -> str:
    """Return text that every format can hold.

    Every end of a line becomes a line feed; a control sign, a sign that turns the direction of
    what follows, and half of a surrogate pair become a replacement sign.
    """
    return _UNWRITABLE.sub("\ufffd", _LINE_ENDS.sub("\n", text))


def one_line(text: str) -> str:
    """Return clean text on one line, with single blanks."""
    return " ".join(clean(text).split())


def guarded(text: str) -> str:
    """Return text that a spreadsheet does not take for a formula.

    Where it begins as a formula may begin, blanks and apostrophes aside, an apostrophe is put
    before it. :func:`unguarded` takes it away again.
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Return what :func:`guarded` was given."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text


def web_address(url: str | None) -> str | None:
    """Return a URL of the web as it is, and ``None`` for anything else."""
    return url if url and _WEB.fullmatch(url) and clean(url) == url else None
