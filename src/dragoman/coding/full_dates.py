"""Full dates in unusual dress, left to dateparser: "2019/09/05", "September the 5th 2019".

dateparser is slow to load and to ask, so that it is asked only for words that the tagger takes for
a time, that hold a year, and that no pattern of ours has matched. What the order of day and month
would change is no date.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

_FULL = re.compile(r"(?=.*\b(?:19|20)\d\d\b)(?=.*\d\D+\d)")
_ORDERS = ("DMY", "MDY")


def may_be_full(text: str) -> bool:
    """Whether words hold a year and one more number, the least that a full date needs."""
    return _FULL.match(text) is not None


@lru_cache(maxsize=4096)
def full_date(text: str) -> date | None:
    """The day that words state in full; None where they do not, or where it is ambiguous."""
    import dateparser

    days = set()
    for order in _ORDERS:
        found = dateparser.parse(
            text,
            languages=["en"],
            settings={
                "REQUIRE_PARTS": ["day", "month", "year"],
                "PARSERS": ["absolute-time"],
                "DATE_ORDER": order,
            },
        )
        days.add(found.date() if found else None)
    return days.pop() if len(days) == 1 else None
