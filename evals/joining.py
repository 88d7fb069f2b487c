"""Text from tokens, as a newspaper would print it, with the place of every token kept.

Some sets hold sentences as tokens that stand apart ("the president ' s cease - fire , 3 . 5 %").
A reader of articles should be asked to read text, so the tokens are joined by the customs of
print; since each token's extent is kept, spans map back exactly whatever the joining does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Extent = tuple[int, int]
CLOSING = frozenset(",.;:!?)]}%”…")
OPENING = frozenset("([{$£€“#")
QUOTE = '"'
HYPHENS = frozenset("-/")
APOSTROPHES = frozenset("'’")
CLITIC = re.compile(r"(?:['’](?:s|re|ve|ll|d|m)|n['’]t)$", re.IGNORECASE)
CLITIC_LETTERS = frozenset({"s", "re", "ve", "ll", "d", "m", "t"})


def join_tokens(tokens: Sequence[str]) -> tuple[str, tuple[Extent, ...]]:
    """Return the text of a sentence and the extent of each token in it."""
    text, extents = "", list[Extent]()
    in_quotes = False
    for index, token in enumerate(tokens):
        joined = _is_joined(tokens, index, in_quotes=in_quotes)
        in_quotes ^= token == QUOTE
        text += " " if text and not joined else ""
        extents.append((len(text), len(text) + len(token)))
        text += token
    return text, tuple(extents)


def tokens_in(spans: Iterable[Extent], extents: Sequence[Extent]) -> tuple[int, ...]:
    """Return the indexes of the tokens that share a character with one of the spans."""
    spans = tuple(spans)
    return tuple(
        index
        for index, (start, end) in enumerate(extents)
        if any(left < end and start < right for left, right in spans)
    )


def _is_joined(tokens: Sequence[str], index: int, *, in_quotes: bool) -> bool:
    """Whether a token stands against the one before it."""
    before, token = tokens[index - 1], tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else ""
    if token in CLOSING or CLITIC.match(token) or before in OPENING:
        return True
    if QUOTE in (before, token):
        return in_quotes
    if token in APOSTROPHES:
        return following.lower() in CLITIC_LETTERS
    if before in APOSTROPHES:
        return token.lower() in CLITIC_LETTERS
    if token in HYPHENS or before in HYPHENS:
        return True
    return _is_number(tokens, index)


def _is_number(tokens: Sequence[str], index: int) -> bool:
    """Whether the token continues "3 . 5" or "77 , 000"."""
    return (
        index > 1
        and tokens[index - 1] in {".", ","}
        and tokens[index].isdecimal()
        and tokens[index - 2].isdecimal()
    )
