"""What the preposition before an expression of time makes of it: "since Friday", "by May"."""

from __future__ import annotations

import re

from dragoman.coding.date_frame import Frame
from dragoman.coding.intervals import Interval
from dragoman.records import PartialDate

_REACH = 32
_BEFORE = re.compile(
    r"(?<!shortly\s)(?<!just\s)(?<!soon\s)"
    r"\b(since|until|till|by|before|after|prior\s+to|no\s+(?:later|earlier)\s+than)\s+"
    r"(?:(?:the|about|around|at\s+least|at|on)\s+)*$",
    re.IGNORECASE,
)


def is_since(text: str, start: int) -> bool:
    """Whether "since" stands before an expression, so that it lies in the past."""
    found = _BEFORE.search(text, max(0, start - _REACH), start)
    return found is not None and found[1].lower() == "since"


def is_until(text: str, start: int) -> bool:
    """Whether "until" stands before an expression, so that a past verb does not tell where it lies.

    "The court adjourned until 15 April" is about what lies ahead, "it held until 15 April" is not.
    """
    found = _BEFORE.search(text, max(0, start - _REACH), start)
    return found is not None and found[1].lower() in {"until", "till"}


def bounded(text: str, start: int, interval: Interval | None, frame: Frame) -> Interval | None:
    """Apply the preposition that stands before an expression.

    What has lasted "since" a date lasts until the article's day; what lasts "until" a date that
    lies ahead begins with that day. A date that is over lies behind, whatever the verb says.
    """
    found = _BEFORE.search(text, max(0, start - _REACH), start)
    if found is None or interval is None:
        return interval
    word = " ".join(found[1].lower().split())
    today = PartialDate.of(frame.day) if frame.day else None
    if word == "since":
        begun = frame.day is not None and interval.first is not None and interval.first <= frame.day
        return Interval(interval.earliest, today) if begun else interval
    if word == "after":
        return Interval(interval.latest, None)
    if word == "no earlier than":
        return Interval(interval.earliest, None)
    latest = interval.earliest if word in {"before", "prior to"} else interval.latest
    return Interval(today if _is_ahead(interval, latest, frame) else None, latest)


def _is_ahead(interval: Interval, latest: PartialDate | None, frame: Frame) -> bool:
    """Whether something that ends with an expression, or before it, can only begin now."""
    if frame.day is None or (latest is not None and latest.latest < frame.day):
        return False
    begins_later = interval.first is not None and interval.first > frame.day
    return begins_later or frame.direction == "future"
