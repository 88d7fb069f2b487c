"""Countries that a text names beside its toponyms: "the French foreign minister", "Turks"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from math import log
from typing import TYPE_CHECKING

from dragoman.coding.toponyms.model import Hints, Toponym

if TYPE_CHECKING:
    from dragoman.world import Entity, World

_WORD = re.compile(r"\w+(?:[.’'-]\w+)*\.?|[^\w\s]")
_FORMS = frozenset({"name", "acronym", "adjective", "demonym", "plural"})


def hints_of(text: str, toponyms: Sequence[Toponym], world: World) -> Hints:
    """Return how much each country is spoken of apart from the toponyms.

    A country named often weighs more, by a logarithm. Words are cut roughly: no parse is needed.
    """
    words = list(_WORD.finditer(text))
    taken = _Taken(toponyms)
    named: Counter[str] = Counter()
    for start, end, entities in world.find([word.group() for word in words]):
        country = _country(entities)
        if country is not None and not taken.touches(words[start].start(), words[end - 1].end()):
            named[country] += 1
    return Hints({country: 1 + log(number) for country, number in named.items()})


def _country(entities: Sequence[Entity]) -> str | None:
    """Return the one state that a form names, or whose people it does."""
    states = [each for each in entities if each.kind == "state" and each.form in _FORMS]
    codes = {each.country for each in states if each.country is not None}
    return codes.pop() if len(codes) == 1 else None


class _Taken:
    """The spans of the toponyms."""

    def __init__(self, toponyms: Sequence[Toponym]) -> None:
        self._spans = sorted((each.start, each.end) for each in toponyms)
        self._starts = [start for start, _ in self._spans]

    def touches(self, start: int, end: int) -> bool:
        """Whether a stretch shares a character with a toponym."""
        last = bisect_right(self._starts, end - 1)
        return last > 0 and self._spans[last - 1][1] > start
