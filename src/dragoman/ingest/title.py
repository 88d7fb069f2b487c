"""The title of plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.ingest.agency_lead import find_lead
from dragoman.ingest.head import read_head_line
from dragoman.ingest.lines import Line, ends_in_full_stop, has_bullet, key
from dragoman.ingest.outlets import outlets
from dragoman.ingest.patterns import match_line

LONGEST_TITLE = 150
_MOST_ABOVE = 4
_SITE = re.compile(r"^(?P<title>.{8,}?)\s+[|–—\-:»•·]+\s+(?P<site>[^|–—»]{2,40})$")


def may_be_title(line: str) -> bool:
    """Tell whether a first line is a title: not long, no full stop at its end, no dateline."""
    if len(line) > LONGEST_TITLE or ends_in_full_stop(line) or has_bullet(line):
        return False
    return find_lead(line) is None and not line.endswith((",", ";"))


def find_title(lines: Sequence[Line]) -> int | None:
    """Return the index of the line that is the title; None where the text has none.

    Furniture above it (a section's name, a date) is passed over. A text of one line has no title.
    """
    for index, line in enumerate(lines[: _MOST_ABOVE + 1]):
        if _is_furniture(line.text):
            continue
        return index if index + 1 < len(lines) and may_be_title(line.text) else None
    return None


def _is_furniture(line: str) -> bool:
    return match_line(line, "head", "any") is not None or read_head_line(line) is not None


def without_site(title: str) -> tuple[str, str | None]:
    """Part the name of a known outlet from the end of a title ("… - BBC News").

    Returns:
        The title and the outlet's name, or None where it names none.
    """
    match = _SITE.match(title)
    if match is None or outlets().named(match["site"]) is None:
        return title, None
    return match["title"], match["site"]


def same_words(one: str, other: str) -> bool:
    """Tell whether two lines differ in capitals and punctuation at most."""
    return key(one) == key(other)
