"""How many were killed and injured, as printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from dragoman.coding.events.frames import kernel
from dragoman.records import Casualties

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.coding.tree import Tree

Count = int | Literal["some"]

KILLING = frozenset(
    {"kill", "murder", "assassinate", "slaughter", "massacre", "slay", "die", "behead", "execute",
     "lynch", "dead", "death", "killing", "assassination", "martyr", "perish"}
)  # fmt: skip
INJURING = frozenset({"injure", "wound", "hurt", "maim", "injured", "wounded", "injury"})

_UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90, "a": 1, "an": 1, "another": 1,
}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_PERSONAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def casualties_of(tree: Tree, verb: str, victims: Iterable[int]) -> Casualties | None:
    """The casualties that a verb ("kill", "wound") and the heads of its victims tell of."""
    if verb not in KILLING and verb not in INJURING:
        return None
    total: Count | None = None
    for head in victims:
        for part in tree.conjuncts(head):
            if tree.tags[part] in _PERSONAL:
                total = added(total, count_of(tree, part))
    if total is None or total == 0:
        return None
    return Casualties(killed=total) if verb in KILLING else Casualties(injured=total)


def count_of(tree: Tree, head: int) -> Count:
    """How many a noun phrase counts: a number, or "some" where the text gives none."""
    for part in dict.fromkeys((head, kernel(tree, head))):
        for child in (part, *tree.children(part, "nummod", "det", "amod")):
            number = number_of(tree, child)
            if number is not None and (child != part or tree.tags[part] == "NUM"):
                return _exact(tree, part, child, number)
    return "some"


def _exact(tree: Tree, head: int, token: int, number: int) -> Count:
    """One victim with an article is one; a named single person counts only with a number."""
    if tree.lower[token] in {"a", "an", "another"}:
        return 1 if "Plur" not in tree.features[head] else "some"
    return number


def number_of(tree: Tree, token: int) -> int | None:
    """The number a token prints, with the tokens before it that belong to it."""
    parts = [tree.lower[child] for child in tree.children(token, "compound", "nummod", "flat")
             if child < token]  # fmt: skip
    return parse_number([*parts, tree.lower[token]])


def parse_number(parts: Iterable[str]) -> int | None:
    """A number in digits or words: ``["1,200"]``, ``["two", "hundred"]``, ``["twenty-one"]``."""
    total, current, seen = 0, 0, False
    for word in (piece for part in parts for piece in part.split("-") if piece):
        digits = word.replace(",", "")
        if digits.isdecimal():
            current += int(digits)
        elif word in _UNITS:
            current += _UNITS[word]
        elif word in _SCALES and seen:
            current = max(current, 1) * _SCALES[word]
            if _SCALES[word] > _SCALES["hundred"]:
                total, current = total + current, 0
        else:
            return None
        seen = True
    return total + current if seen else None


def added(one: Count | None, other: Count | None) -> Count | None:
    """The sum of two counts; "some" where either is not known in full."""
    if one is None or other is None:
        return one if other is None else other
    if isinstance(one, str) or isinstance(other, str):
        return "some"
    return one + other


def larger(one: Count | None, other: Count | None) -> Count | None:
    """The fuller of two tellings of one count: a number before "some", the larger number."""
    if isinstance(one, int) and isinstance(other, int):
        return max(one, other)
    if isinstance(one, int):
        return one
    return other if other is not None else one


def joined(one: Casualties | None, other: Casualties | None) -> Casualties | None:
    """The casualties of two tellings of one event."""
    if one is None or other is None:
        return one or other
    return Casualties(
        killed=larger(one.killed, other.killed), injured=larger(one.injured, other.injured)
    )
