"""Which lines of a brief took each other's place."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.crises.briefs.model import Line, Version


def roots(lines: Mapping[int, Line]) -> dict[int, int]:
    """Return for each line the number of the first one of those that took each other's place.

    Args:
        lines: All that any version of the brief has, by their numbers.
    """
    found: dict[int, int] = {}
    for number in sorted(lines):
        was = lines[number].was
        found[number] = number if was is None else found.get(was, was)
    return found


def successor(lines: Mapping[int, Line], version: Version, number: int) -> Line | None:
    """Return the line that stands in a version where another one stood; ``None`` if none does.

    Args:
        lines: All that any version of the brief has, by their numbers.
        version: Where it may stand.
        number: Of the line that stood there before, or stands there still.
    """
    first = roots(lines)
    of_same = (each for each in version.lines if first.get(each) == first.get(number, number))
    return next((lines[each] for each in of_same), None)
