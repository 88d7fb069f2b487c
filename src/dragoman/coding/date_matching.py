"""Expressions of time in a text: the matches of the patterns, joined where they are one.

"9 p.m. on Tuesday", "Monday to Wednesday" and "the end of next month" are each made of parts;
what they mean is made of what the parts mean.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from dragoman.coding.date_frame import Frame
from dragoman.coding.date_patterns import Only, Pattern, Prefix, grammar
from dragoman.coding.date_windows import Windows
from dragoman.coding.intervals import Interval, on_day
from dragoman.records import PartialDate

_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:and|to|until|till|through|-|–)\s*(?:the\s+)?", re.IGNORECASE)
_AND = re.compile(r"\band\b", re.IGNORECASE)
_CLOCK_FIRST = re.compile(r"\s+(?:on\s+|of\s+)?(?:the\s+)?", re.IGNORECASE)
_NEAR = r"(?:(?:about|around|approximately|roughly|exactly|precisely|almost|nearly)\s+)?"
_DAY_FIRST = re.compile(
    rf",?\s+(?:(?:at|just\s+after|just\s+before|shortly\s+after|shortly\s+before)\s+)?{_NEAR}",
    re.IGNORECASE,
)
_DAY_OF_STRETCH = re.compile(r"\s+(?:from|between)\s+", re.IGNORECASE)
_OWNS = re.compile(r"['’]s\b")
_ZONE = re.compile(r"(?:Z|[+-]\d\d:?\d\d)$")
_REACH = 24
_ONE_DAY = frozenset({"day", "feast"})


class Node(Protocol):
    """An expression; called with a frame, it tells what it means."""

    @property
    def start(self) -> int:
        """Where it begins, in characters."""

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def kind(self) -> str:
        """What it is, as the patterns' file has it."""

    @property
    def only(self) -> Only:
        """In which surroundings alone it is a time."""

    def __call__(self, frame: Frame, /) -> Interval | None:
        """What it means, None where that cannot be told."""


@dataclass(frozen=True, slots=True)
class Found:
    """A match of one pattern."""

    start: int
    end: int
    rank: int
    pattern: Pattern
    match: re.Match[str]

    @property
    def kind(self) -> str:
        """The kind of the pattern."""
        return self.pattern.kind

    @property
    def only(self) -> Only:
        """The surroundings of the pattern."""
        return self.pattern.only

    def __call__(self, frame: Frame) -> Interval | None:
        """What the pattern means."""
        return self.pattern.meaning(self.match, frame)


@dataclass(frozen=True, slots=True)
class Fixed:
    """A date that is the same from wherever it is seen."""

    start: int
    end: int
    day: date
    kind: str = "day"
    only: Only = ""

    def __call__(self, _frame: Frame) -> Interval:
        """The day."""
        return on_day(self.day)


@dataclass(frozen=True, slots=True)
class Fitted:
    """An expression with words before it: "the end of" and "June"."""

    start: int
    prefix: Prefix
    match: re.Match[str]
    inner: Node

    @property
    def end(self) -> int:
        """The end of the expression."""
        return self.inner.end

    @property
    def kind(self) -> str:
        """What the words make of it."""
        return self.prefix.gives or self.inner.kind

    @property
    def only(self) -> Only:
        """The surroundings of the expression."""
        return self.inner.only

    def __call__(self, frame: Frame) -> Interval | None:
        """What both mean."""
        interval = self.inner(frame)
        return self.prefix.fitting(self.match, interval, frame) if interval else None


@dataclass(frozen=True, slots=True)
class Clocked:
    """A time of day with its day, in either order."""

    start: int
    end: int
    clock: Node
    day: Node
    kind: str = "moment"
    only: Only = ""

    def __call__(self, frame: Frame) -> Interval | None:
        """The moment; None where the day is not one day."""
        interval = self.day(frame)
        if interval is None or interval.day is None:
            return None
        return self.clock(replace(frame, spoken=interval.day))


@dataclass(frozen=True, slots=True)
class Stretch:
    """Two expressions that are the ends of one."""

    one: Node
    two: Node
    only: Only = ""

    @property
    def start(self) -> int:
        """The start of the first."""
        return self.one.start

    @property
    def end(self) -> int:
        """The end of the second."""
        return self.two.end

    @property
    def kind(self) -> str:
        """A stretch of the clock where both are, else of days."""
        return "clock" if self.one.kind == self.two.kind == "clock" else "days"

    def __call__(self, frame: Frame) -> Interval | None:
        """From the first to the last; the end that says less is seen from the other."""
        first, last = self.one(frame), self.two(frame)
        if last is not None and self.one.kind == "clock" and last.first is not None:
            first = self.one(replace(frame, spoken=last.first))
        elif first is not None and self.two.kind == "clock" and first.last is not None:
            last = self.two(replace(frame, spoken=first.last))
        if _in_order(first, last):
            return _from_to(first, last)
        if frame.direction == "future" and first is not None and first.last is not None:
            last = self.two(replace(frame, day=first.last))
        elif last is not None and last.first is not None:
            first = self.one(replace(frame, day=last.first, direction="past"))
        return _from_to(first, last) if _in_order(first, last) else None


def _in_order(first: Interval | None, last: Interval | None) -> bool:
    if first is None or last is None or first.first is None or last.last is None:
        return False
    return first.first <= last.last


def _from_to(first: Interval | None, last: Interval | None) -> Interval | None:
    """From the first date of one to the last of the other, in one zone where one has none."""
    if first is None or last is None or first.earliest is None or last.latest is None:
        return None
    begin, end = str(first.earliest), str(last.latest)
    return Interval(
        PartialDate.parse(_in_zone(begin, end)), PartialDate.parse(_in_zone(end, begin))
    )


def _in_zone(moment: str, other: str) -> str:
    """A moment, with the zone of another where it has none."""
    zone = _ZONE.search(other)
    if "T" in moment and "T" in other and zone and not _ZONE.search(moment):
        return moment + zone[0]
    return moment


# Finding -------------------------------------------------------------------------------------


def matches(text: str) -> list[Node]:
    """The matches of all patterns, the longest where they overlap, in order of text."""
    windows = Windows(text)
    found = [
        Found(match.start(), match.end(), rank, pattern, match)
        for rank, pattern in enumerate(grammar().patterns)
        for match in pattern.found_in(windows)
    ]
    kept: list[Found] = []
    for each in sorted(found, key=lambda item: (item.start - item.end, item.rank)):
        if all(each.end <= other.start or other.end <= each.start for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda item: item.start)


def joined(text: str, found: Sequence[Node]) -> list[Node]:
    """The expressions that matches make, in order of text."""
    nodes = _prefixed(text, found)
    for rule in (_stretch_of_clock, _clocked, _stretch):
        nodes = _paired(text, nodes, rule)
    return _prefixed(text, nodes)


def _prefixed(text: str, nodes: Sequence[Node]) -> list[Node]:
    """Give expressions the words before them that belong to them."""
    kept: list[Node] = []
    for node in nodes:
        fitted = _fitted(text, node, kept)
        if fitted is not None:
            while kept and kept[-1].start >= fitted.start:
                kept.pop()
        kept.append(fitted or node)
    return kept


def _fitted(text: str, node: Node, before: Sequence[Node]) -> Fitted | None:
    """An expression with the longest prefix that cuts through no other expression."""
    longest: Fitted | None = None
    for prefix in grammar().prefixes:
        if node.kind not in prefix.over:
            continue
        match = prefix.match(text, node.start, 0)
        if match is None or (prefix.only == "alone" and _OWNS.match(text, node.end)):
            continue
        cuts = any(each.start < match.start() < each.end for each in before[-2:])
        if not cuts and (longest is None or match.start() < longest.start):
            longest = Fitted(match.start(), prefix, match, node)
    return longest


_Rule = Callable[[str, Node, Node], "Node | None"]


def _paired(text: str, nodes: Sequence[Node], rule: _Rule) -> list[Node]:
    """Join neighbours by a rule, from left to right."""
    kept: list[Node] = []
    for node in nodes:
        both = rule(text, kept[-1], node) if kept else None
        if both is not None:
            kept[-1] = both
        else:
            kept.append(node)
    return kept


def _stretch_of_clock(text: str, one: Node, two: Node) -> Node | None:
    """Join "8 a.m. to noon"."""
    if one.kind != "clock" or two.kind != "clock" or not _is_stretch(text, one, two):
        return None
    return Stretch(one, two)


def _clocked(text: str, one: Node, two: Node) -> Node | None:
    """Join "9 p.m. on Tuesday" and "Tuesday at 9 p.m."."""
    if one.kind == "clock" and two.kind in _ONE_DAY:
        if _CLOCK_FIRST.fullmatch(text, one.end, two.start):
            return Clocked(one.start, two.end, one, two)
    elif one.kind in _ONE_DAY and two.kind == "clock":
        linked = _DAY_FIRST.fullmatch(text, one.end, two.start)
        if linked or _DAY_OF_STRETCH.fullmatch(text, one.end, two.start):
            return Clocked(one.start, two.end, two, one)
    return None


def _stretch(text: str, one: Node, two: Node) -> Node | None:
    """Join "Monday to Wednesday" and "between 3 and 5 March"."""
    clocks = {one.kind, two.kind} & {"clock"}
    if clocks and {one.kind, two.kind} != {"clock", "moment"}:
        return None
    return Stretch(one, two) if _is_stretch(text, one, two) else None


def _is_stretch(text: str, one: Node, two: Node) -> bool:
    if not _JOINT.fullmatch(text, one.end, two.start):
        return False
    if not _AND.search(text, one.end, two.start) or one.kind == two.kind == "decade":
        return True
    return bool(_BETWEEN.search(text, max(0, one.start - _REACH), one.start))
