"""What the heads are told of each word beside the encoder's vectors.

The encoder is uncased and sees no white space, so each word brings three small integers: its
shape, the space before it, and whether it stands inside quotation marks.
"""

from __future__ import annotations

from collections.abc import Sequence

SHAPES = ("lower", "title", "upper", "mixed", "initial", "number", "mark", "other")
SPACINGS = ("none", "space", "line", "paragraph")
QUOTINGS = ("outside", "inside", "mark")

_OPENING = frozenset("“«„‟❝")
_CLOSING = frozenset("”»❞")
_EITHER = frozenset(('"', "``", "''", "\uff02"))


def shape(word: str) -> int:
    """Index of the word's shape in :data:`SHAPES`."""
    if word.islower():
        return 0
    if not any(character.isalnum() for character in word):
        return 6
    if any(character.isdigit() for character in word):
        return 5
    letters = word.replace(".", "").replace("'", "").replace("’", "")
    if len(letters) == 1 and letters.isupper():
        return 4
    if word.isupper():
        return 2
    if word[0].isupper() and word[1:].islower():
        return 1
    return 3 if word != word.lower() else 7


def spacing(gap: str) -> int:
    """Index in :data:`SPACINGS` of the white space before a word."""
    if not gap:
        return 0
    lines = gap.count("\n")
    return min(lines + 1, 3)


def quoting(words: Sequence[str], spacings: Sequence[int]) -> list[int]:
    """For each word whether it is outside, inside, or itself a quotation mark.

    A straight mark opens where none is open. A quotation ends with its paragraph, so that one
    unmatched mark spoils no more than the paragraph it stands in.
    """
    result: list[int] = []
    inside = False
    for word, gap in zip(words, spacings, strict=True):
        if gap == 3:
            inside = False
        if word in _OPENING:
            inside = True
            result.append(2)
        elif word in _CLOSING:
            inside = False
            result.append(2)
        elif word in _EITHER:
            inside = not inside
            result.append(2)
        else:
            result.append(int(inside))
    return result


def gaps(text: str, starts: Sequence[int], ends: Sequence[int]) -> list[int]:
    """Spacing before each word of ``text``; the first word of a text begins a paragraph."""
    before = [3]
    before += [spacing(text[end:start]) for end, start in zip(ends[:-1], starts[1:], strict=True)]
    return before if starts else []
