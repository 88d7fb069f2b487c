"""When two tellings of statements, positions and attitudes are of one."""

from __future__ import annotations

import re
from collections.abc import Collection
from zlib import crc32

from dragoman.crises.entries.merging.acts import same_act
from dragoman.crises.entries.merging.comparing import Likeness, contained, gap, sides
from dragoman.crises.entries.merging.rules import Rules
from dragoman.crises.entries.merging.telling import Telling

_RUN = 3
_LONGEST = 100
"""Words of a statement that are compared; what follows adds little."""

_STEM = 5
"""Letters by which words of a statement are alike: "release", "released"."""

_WORD = re.compile(r"[^\W_]+")

_HASHES = 1 << 16
"""Of so few numbers a word's hash is one: statements have some ten words, and stores many."""


def sketch(folded: str) -> tuple[int, ...]:
    """Return hashes of the runs of three words of a statement, in order of size."""
    words = _compared(folded)
    starts = range(max(1, len(words) - _RUN + 1)) if words else ()
    return tuple(sorted({crc32(" ".join(words[at : at + _RUN]).encode()) for at in starts}))


def content(folded: str, little: Collection[str]) -> tuple[int, ...]:
    """Return hashes of the words of a statement, but for those that say little, in order."""
    stems = {word[:_STEM] for word in _compared(folded) if word not in little}
    return tuple(sorted({crc32(stem.encode()) % _HASHES for stem in stems}))


def _compared(folded: str) -> list[str]:
    return _WORD.findall(folded.replace("'", ""))[:_LONGEST]


def statements(one: Telling, other: Telling, rules: Rules) -> float | None:
    """Return how much speaks for one statement: its speaker, its days and its words."""
    speakers = sides(one.part("speaker"), other.part("speaker"))
    days = gap(one, other)
    if not speakers.agrees or days is None or days > rules.days["statements"]:
        return None
    shared = contained(one.sketch, other.sketch)
    least = rules.likeness["statement" if speakers is Likeness.SAME else "unnamed"]
    if shared < least or not _same_content(one, other, rules):
        return None
    return shared - days * rules.weights["day"] / 10


def _same_content(one: Telling, other: Telling, rules: Rules) -> bool:
    """Tell whether what two statements have in common is not a frame that each fills otherwise."""
    if len({*one.sketch} & {*other.sketch}) >= rules.runs:
        return True
    if not one.content or not other.content:
        return contained(one.sketch, other.sketch) == 1
    return contained(one.content, other.content) >= rules.likeness["content"]


def positions(one: Telling, other: Telling, rules: Rules) -> float | None:
    """Return how much speaks for one position: holder, basis, act and day; stances of one group."""
    if gap(one, other) != 0 or one.codes.get("basis") != other.codes.get("basis"):
        return None
    if _group(one, rules) != _group(other, rules):
        return None
    reporters = sides(one.part("reporter"), other.part("reporter"))
    if not sides(one.part("holder"), other.part("holder")).agrees or reporters is Likeness.OTHER:
        return None
    return _target(one, other, rules)


def _group(telling: Telling, rules: Rules) -> str | None:
    stance = telling.codes.get("stance")
    return None if stance is None else rules.stances.get(stance, stance)


def _target(one: Telling, other: Telling, rules: Rules) -> float | None:
    if one.about is not None and other.about is not None:
        return _one_act(one.about, other.about, rules)
    if one.words is None or other.words is None:
        return None
    shared = contained(one.words.split(), other.words.split())
    return shared if shared >= rules.likeness["policy"] else None


def _one_act(one: Telling, other: Telling, rules: Rules) -> float | None:
    """Compare the acts of two positions, whose days may be told or not."""
    days = gap(one, other)
    if days is not None and days > rules.days["back"]:
        return None
    return same_act(one, other, rules)


def attitudes(one: Telling, other: Telling, rules: Rules) -> float | None:
    """Return how much speaks for one attitude: both sides, sign, basis and day."""
    same = all(one.codes.get(name) == other.codes.get(name) for name in ("sign", "basis"))
    if not same or gap(one, other) != 0:
        return None
    found = [sides(one.part(part), other.part(part)) for part in ("from", "toward")]
    return rules.weights["party"] if all(each.agrees for each in found) else None
