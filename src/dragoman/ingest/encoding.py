"""Bytes to text: byte order mark, declared charset, UTF-8, and at last a guess that is checked."""

from __future__ import annotations

import codecs
import re
import unicodedata

import charset_normalizer

from dragoman.errors import EmptyInput, NotText
from dragoman.ingest.tables import read_toml

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<(?:meta\b[^>]{0,300}?charset|\?xml\b[^>]{0,100}?encoding)\s*=\s*["']?\s*([A-Za-z0-9._:-]{2,40})""",
    re.IGNORECASE,
)
_HEAD = 4096
_SAMPLE = 200_000
_MOST_CONTROLS = 0.002
_MOST_ODD = 0.02
_LEAST_HIGH = 12
_VALID_SEQUENCE = re.compile(
    rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_HIGH_RUN = re.compile(r"[\u00c0-\u00ff]{3,}")
_HINT = "Save it as UTF-8 and try again."


def decode(data: bytes, *, declared: str | None = None, source: str = "") -> str:
    """Return the text that bytes hold.

    Args:
        data: The whole input.
        declared: A charset told from outside, such as by an HTTP header.
        source: What to call the input in an error.

    Raises:
        EmptyInput: There is nothing but white space.
        NotText: The bytes are no text, or text in no encoding that fits.
    """
    if not data.strip(b" \t\r\n\x00"):
        raise EmptyInput("The input is empty.", source=source, hint="Give a text or a page.")
    _refuse_known_formats(data, source)
    text = _marked(data) or _as_declared(data, declared) or _guessed(data)
    if text is None:
        message = "The bytes are text in no known encoding, or the encoding is broken."
        raise NotText(message, source=source, hint=_HINT)
    _refuse_noise(text, source)
    return text


def _refuse_known_formats(data: bytes, source: str) -> None:
    for name, marks in read_toml("formats.toml")["formats"].items():
        if any(data.startswith(mark.encode("latin-1")) for mark in marks):
            message = f"The input is {name}, not text."
            raise NotText(message, source=source, hint="Save it as HTML or plain text.")


def _marked(data: bytes) -> str | None:
    """Decode by the byte order mark; None where there is none or it does not fit."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _try(data, codec)
    return None


def _try(data: bytes, codec: str) -> str | None:
    try:
        text = data.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None
    return text if _plausible(text) else None


def _as_declared(data: bytes, declared: str | None) -> str | None:
    """Decode as UTF-8 where that fits, else by what the header or the page itself says.

    UTF-8 comes first because text in another encoding hardly ever is valid UTF-8, while pages
    often declare an encoding that they are not in.
    """
    found = _DECLARED.search(data, 0, _HEAD)
    told = [declared, found[1].decode("ascii") if found else None]
    names = ["utf-8", *(_known(name) for name in told if name)]
    texts = (_try(data, name) for name in names if name)
    return next((text for text in texts if text is not None), None)


def _known(name: str) -> str | None:
    """Return the codec of a charset's name; those that web pages mean by Latin-1 are cp1252."""
    try:
        codec = codecs.lookup(name.strip().strip("\"'")).name
    except LookupError:
        return None
    return "cp1252" if codec in {"iso8859-1", "ascii"} else codec


def _guessed(data: bytes) -> str | None:
    """Guess the encoding of undeclared bytes; None where they are damaged UTF-8 or noise."""
    if b"\x00" in data[:_SAMPLE]:
        return _without_mark(data)
    if _damaged_utf8(data):
        return None
    text = _try(data, "cp1252")
    if text is not None and not _HIGH_RUN.search(text):
        return text
    best = charset_normalizer.from_bytes(data[:_SAMPLE]).best()
    return _try(data, best.encoding) if best is not None and _enough_to_guess(data) else None


def _enough_to_guess(data: bytes) -> bool:
    """Tell whether bytes beyond ASCII are many enough that a guess is more than chance."""
    high = sum(1 for byte in data[:_SAMPLE] if byte > 0x7F)
    return high >= _LEAST_HIGH


def _without_mark(data: bytes) -> str | None:
    """Decode UTF-16 without a byte order mark: in English every other byte is zero."""
    sample = data[:_HEAD]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) < 0.4 * len(sample) / 2 or min(even, odd) > 0.1 * len(sample) / 2:
        return None
    return _try(data, "utf-16-le" if odd > even else "utf-16-be")


def _damaged_utf8(data: bytes) -> bool:
    """Tell whether bytes are UTF-8 save for some that are broken."""
    good = len(_VALID_SEQUENCE.findall(data))
    bad = data.decode("utf-8", errors="replace").count("\ufffd")
    return good > bad


def _plausible(text: str) -> bool:
    """Tell whether text has no more control characters than text has."""
    sample = text[:_SAMPLE]
    controls = sum(1 for each in sample if each < " " and each not in "\t\n\r\x0b\x0c")
    return controls <= max(1, _MOST_CONTROLS * len(sample))


def _refuse_noise(text: str, source: str) -> None:
    """Refuse what decodes, but to replacement, private or unassigned characters."""
    sample = text[:_SAMPLE]
    odd = sum(1 for each in sample if each > "~" and unicodedata.category(each) in {"Co", "Cn"})
    odd += sample.count("\ufffd")
    if odd > max(2, _MOST_ODD * len(sample)):
        message = f"The text is damaged: {odd} characters cannot be read."
        raise NotText(message, source=source, hint=_HINT)
