"""Short names of organisations: an acronym, or some words of the name that stood before in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.coding.scene import Scene

_KINDS = frozenset({"organization", "armed_group"})
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "la", "du", "&"})
_LEAST_LETTERS = 2
_UNKNOWN_KEY = 2
"""Length of the key of an organisation that the world does not know; the others have a code."""


def known_as(scene: Scene, start: int, end: int) -> int | None:
    """The organisation of the cast that the words from ``start`` to ``end`` are a short name of.

    Of several that fit none is meant.
    """
    words = [scene.tree.words[token] for token in range(start, end)]
    fitting = {
        index
        for index, draft in enumerate(scene.cast.drafts)
        if draft.kind in _KINDS
        and draft.key[:1] not in {("nominal",), ("unnamed",)}
        and is_short_for(words, draft.name.split(), begins=len(draft.key) == _UNKNOWN_KEY)
    }
    return fitting.pop() if len(fitting) == 1 else None


def is_short_for(short: Sequence[str], full: Sequence[str], *, begins: bool = True) -> bool:
    """Whether words are a short form of a name: its initials, or its first or last words.

    Args:
        short: The words.
        full: The words of the name.
        begins: Whether the first words of the name will do: "Harbour News" for "Harbour News
            Network", but not "United" for "United Nations".
    """
    if len(short) == 1 and short[0].isupper() and len(short[0]) >= _LEAST_LETTERS:
        return short[0] in _initials(full)
    size = len(short)
    if size >= len(full) or not short[0][:1].isupper():
        return False
    lower, whole = [word.lower() for word in short], [word.lower() for word in full]
    return lower == whole[-size:] or (begins and lower == whole[:size])


def _initials(full: Sequence[str]) -> tuple[str, str]:
    """The initials of a name, without and with its small words."""
    great = "".join(word[0] for word in full if word.lower() not in _SMALL)
    return great.upper(), "".join(word[0] for word in full).upper()
