"""Times of day: "0300 GMT", "9 p.m. local time", "between 2 and 4 a.m.".

A time of day is a moment with the printed zone, or without a zone where none is printed. Its day
is the one that the text names beside it, else the article's; where the article's moment is known
the one that lies before it, or after it in a clause about the future.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, tzinfo

from dragoman.coding.date_frame import Frame, Meaning, group
from dragoman.coding.intervals import Interval, at
from dragoman.records import PartialDate
from dragoman.world.zones import resolve_zone

_WORDS = {"noon": time(12), "midday": time(12), "midnight": time(0)}
_DAY = timedelta(days=1)


def _clock(match: re.Match[str], frame: Frame) -> Interval | None:
    """Read one time of day."""
    printed = group(match, "word")
    clock = _WORDS[printed] if printed else _time(match, "", group(match, "half_day"))
    if clock is None or frame.day is None:
        return None
    zone = _zone(match, frame)
    day = frame.spoken or _day_for(frame.day, clock, zone, frame)
    return at(_moment(day, clock, zone))


def _clocks(match: re.Match[str], frame: Frame) -> Interval | None:
    """Read "2 and 4 a.m." and "0600 to 0900 GMT"."""
    first = _time(match, "_from", group(match, "half_day_from") or group(match, "half_day"))
    last = _time(match, "", group(match, "half_day"))
    if first is None or last is None or frame.day is None:
        return None
    zone = _zone(match, frame)
    begin = frame.spoken or _day_for(frame.day, first, zone, frame)
    end = begin if first <= last else begin + _DAY
    return Interval(
        PartialDate.parse(_moment(begin, first, zone)), PartialDate.parse(_moment(end, last, zone))
    )


def _time(match: re.Match[str], name: str, half_day: str) -> time | None:
    hour, minute = int(match["hour" + name]), int(group(match, "minute" + name) or 0)
    if half_day:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if _is_after_noon(half_day, hour) else 0)
    if hour == 24 and minute == 0:
        hour = 0
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _is_after_noon(half_day: str, hour: int) -> bool:
    """Whether "p.m.", "in the afternoon" or "at night" puts an hour after noon."""
    if half_day == "at night":
        return 5 < hour < 12
    return half_day.startswith("p") or half_day.endswith(("afternoon", "evening"))


def _zone(match: re.Match[str], frame: Frame) -> tzinfo | None:
    """The printed zone; an ambiguous one as the article's moment or the countries named have it."""
    printed = " ".join((match.groupdict().get("zone") or "").split())
    if not printed or "local" in printed.lower():
        return None
    if printed.istitle() and " " not in printed:
        printed += " time"
    if frame.moment is not None and frame.moment.tzname() == printed:
        return frame.moment.tzinfo
    return resolve_zone(printed, frame.countries)


def _moment(day: date, clock: time, zone: tzinfo | None) -> str:
    return datetime.combine(day, clock, zone).isoformat(timespec="minutes")


def _day_for(day: date, clock: time, zone: tzinfo | None, frame: Frame) -> date:
    """The article's day, or the one beside it where the moment would lie on the wrong side."""
    if frame.moment is None:
        return day
    found = datetime.combine(day, clock, zone or frame.moment.tzinfo)
    if frame.direction == "past" and found > frame.moment:
        return day - _DAY
    if frame.direction == "future" and found < frame.moment:
        return day + _DAY
    return day


MEANINGS: dict[str, Meaning] = {"clock": _clock, "clocks": _clocks}
"""The functions by the name that the patterns' file has for them."""
