"""What is printed beside a name and tells where it lies: "Paris, Texas", "Springfield (Ill.)"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from dragoman.coding.toponyms.model import Candidate, Name

_BETWEEN = re.compile(r"\s*[,(]\s*|\s+in\s+|\s+")
_FARTHEST = 4

Span = tuple[int, int]


def told_beside(text: str, names: Sequence[Name]) -> Mapping[str, Sequence[Name]]:
    """Return for each name, by its text, the names that are printed right behind it."""
    printed = [(span, name) for name in names for span in name.spans]
    spans = sorted(printed, key=lambda each: each[0])
    found: dict[str, list[Name]] = {}
    for (span, name), (behind, other) in pairwise(spans):
        if name is not other and _is_joined(text, span, behind):
            found.setdefault(name.text, []).append(other)
    return found


def _is_joined(text: str, span: Span, behind: Span) -> bool:
    between = text[span[1] : behind[0]]
    return len(between) <= _FARTHEST and _BETWEEN.fullmatch(between) is not None


def lies_in(candidate: Candidate, other: Name) -> bool:
    """Whether a candidate lies in a country or division that the other name may mean."""
    return any(each.place.holds(candidate.place) for each in other.candidates)
