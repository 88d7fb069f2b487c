"""Where in a text a pattern need be searched at all: around words and figures that it must hold.

Most of an article tells no time; searching it whole for each of the patterns costs ten times as
much as looking around the few places that may.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_REACH = 72
"""Characters on either side; longer than any expression that ships."""


class Windows:
    """The stretches of one text around hints (lower case) and marks (regular expressions)."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._lowered = text.lower()
        self._known: dict[tuple[object, ...], list[tuple[int, int]]] = {}

    def around(
        self, hints: tuple[str, ...], marks: tuple[re.Pattern[str], ...]
    ) -> list[tuple[int, int]]:
        """The stretches in order, none touching another; the whole text without either."""
        if not hints and not marks:
            return [(0, len(self.text))]
        key = (hints, marks)
        if key not in self._known:
            places = sorted({*self._hinted(hints), *self._marked(marks)})
            self._known[key] = list(_stretches(places, len(self.text)))
        return self._known[key]

    def _hinted(self, hints: tuple[str, ...]) -> Iterator[int]:
        for hint in hints:
            place = self._lowered.find(hint)
            while place >= 0:
                yield place
                place = self._lowered.find(hint, place + len(hint))

    def _marked(self, marks: tuple[re.Pattern[str], ...]) -> Iterator[int]:
        for mark in marks:
            for match in mark.finditer(self.text):
                yield match.start()


def _stretches(places: list[int], length: int) -> Iterator[tuple[int, int]]:
    begin, end = 0, 0
    for place in places:
        if place - _REACH > end:
            if end > begin:
                yield begin, end
            begin = place - _REACH
        end = min(length, place + _REACH)
    if end > begin:
        yield max(0, begin), end
