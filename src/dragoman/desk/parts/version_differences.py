"""Two versions of a saved brief: which sentences went, came, moved, or were reworded and how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from dragoman.crises.briefs import Line, Version
from dragoman.crises.briefs.lineage import roots
from dragoman.crises.briefs.outcomes import SAID
from dragoman.crises.questions.citations import clean
from dragoman.desk.parts.comparing import Run, Runs, words_compared

Way = Literal["same", "moved", "reworded", "gone", "new"]


@dataclass(frozen=True, slots=True)
class Difference:
    """A sentence in two versions, empty where one has none; words that differ are marked."""

    way: Way
    one: Runs
    other: Runs


def differences(one: Version, other: Version, lines: Mapping[int, Line]) -> tuple[Difference, ...]:
    """Return two versions line by line, in the order of the newer one.

    Args:
        one: The older version.
        other: The newer one.
        lines: Those of all versions, by their numbers: a line is followed by what it took the
            place of.
    """
    first_of = roots(lines)
    before = {first_of[each]: lines[each] for each in one.lines}
    after = {first_of[each]: lines[each] for each in other.lines}
    rows: list[Difference] = []
    matcher = SequenceMatcher(None, list(before), list(after), autojunk=False)
    for kind, first, last, begin, end in matcher.get_opcodes():
        gone = [each for each in list(before)[first:last] if each not in after]
        rows += [_pair(before[each], None, moved=False) for each in gone]
        stay = list(after)[begin:end]
        rows += [_pair(before.get(each), after[each], moved=kind != "equal") for each in stay]
    return tuple(rows)


def _pair(one: Line | None, other: Line | None, *, moved: bool) -> Difference:
    if other is None:
        return Difference("gone", _whole(one), ())
    if one is None:
        return Difference("new", (), _whole(other))
    if _text(one) == _text(other):
        plain = (Run(_text(one), differs=False),)
        return Difference("moved" if moved else "same", plain, plain)
    return Difference("reworded", *words_compared(_text(one), _text(other)))


def _whole(line: Line | None) -> Runs:
    return (Run(_text(line), differs=True),) if line is not None else ()


def _text(line: Line) -> str:
    return clean(line.text) if line.text is not None else SAID["erased"]
