"""Cleaning of text: each function takes text, does one thing and returns text.

What is printed stays as printed: quotation marks, dashes and capitals are never changed.
"""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028]")
_BLANKS = re.compile(r"[^\S\n]+")
_LINE_EDGES = re.compile(r" *\n *")
_DROPPED = frozenset({"Cc", "Cf", "Cs"})
_ASCII_ODD = re.compile(r"[^\n -~]")


def unify_line_ends(text: str) -> str:
    """Turn every kind of line end into a line feed, and a paragraph separator into two."""
    return _LINE_ENDS.sub("\n", text).replace("\u2029", "\n\n")


def drop_invisible(text: str) -> str:
    """Drop control, zero-width and direction characters and lone surrogates; tabs become blanks."""
    if not _ASCII_ODD.search(text):
        return text
    return "".join(
        character
        for character in text.replace("\t", " ")
        if character == "\n" or unicodedata.category(character) not in _DROPPED
    )


def unify_blanks(text: str) -> str:
    """Make every run of blanks within a line one space, and trim the lines."""
    return _LINE_EDGES.sub("\n", _BLANKS.sub(" ", text)).strip()


def clean(text: str) -> str:
    """Return text in NFC, without invisible characters, with plain spaces and line feeds."""
    visible = drop_invisible(unify_line_ends(text))
    return unify_blanks(unicodedata.normalize("NFC", visible))


def clean_line(text: str) -> str:
    """Clean text and put it on one line."""
    return clean(text).replace("\n", " ").strip()
