"""Whose report a text is: agencies named in its lead, its byline and the lines around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dragoman.errors import DataError
from dragoman.ingest.outlets import fold, outlets
from dragoman.ingest.tables import read_toml
from dragoman.records import Article, Span

UNNAMED = "agencies"
"""What stands for agencies that are not named."""

_FILE = "credits.toml"
_JOINED = re.compile(r"\s*(?:[/,&;]|\band\b)\s*", re.IGNORECASE)
_AFTER = r"^|(?<=[\s.!?\"”’)])"
_LAST = 3
_LOOK = 400
_BESIDE = frozenset({"byline", "credit", "boilerplate"})


@dataclass(frozen=True, slots=True)
class Credit:
    """Agencies that a line names; ``whole``: the text is theirs, else they had a part in it.

    ``span`` is set where the words stand in the article's text.
    """

    agencies: tuple[str, ...]
    whole: bool
    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class CreditPattern:
    """One pattern of ``credits.toml``; ``yes`` and ``no`` are lines it must and must not match."""

    name: str
    pattern: re.Pattern[str]
    whole_line: bool
    whole: bool
    agency: str | None
    yes: tuple[tuple[str, ...], ...]
    no: tuple[str, ...]

    def match(self, line: str) -> Credit | None:
        """Return the credit that a line is or ends in; None where there is none."""
        start = max(0, len(line) - _LOOK)
        if self.whole_line:
            found = self.pattern.fullmatch(line) if not start else None
        else:
            found = self.pattern.search(line, start)
        if found is None:
            return None
        agencies = self._agencies(found)
        span = found.span("credit") if not self.whole_line else (0, len(line))
        return Credit(agencies, self.whole, line[slice(*span)].strip(), span) if agencies else None

    def _agencies(self, found: re.Match[str]) -> tuple[str, ...]:
        printed = found.groupdict().get("agencies")
        if printed is None:
            return (self.agency or UNNAMED,)
        parts = [part for part in _JOINED.split(printed.strip(" .")) if part]
        names = [_agency(part) for part in parts]
        if self.whole and None in names:
            return ()
        return tuple(dict.fromkeys(name for name in names if name))


def _agency(printed: str) -> str | None:
    """Return the name of an agency as the table of outlets has it; None where it is none."""
    outlet = outlets().named(printed)
    if outlet is not None and outlet.kind == "agency":
        return outlet.name
    return UNNAMED if fold(printed) in _unnamed() else None


@cache
def _unnamed() -> frozenset[str]:
    return frozenset(read_toml(_FILE)["unnamed"])


@cache
def credit_patterns() -> tuple[CreditPattern, ...]:
    """Return the patterns that ship with the package, in the order in which they are tried.

    Raises:
        DataError: An entry of the file is wrong; the message names it.
    """
    return tuple(_pattern(entry) for entry in read_toml(_FILE)["credit"])


def _pattern(entry: Mapping[str, Any]) -> CreditPattern:
    name = entry.get("name", "an entry without a name")
    try:
        whole_line = {"line": True, "end": False}[entry["where"]]
        form = entry["pattern"]
        if not whole_line:
            form = rf"(?:{entry.get('after', _AFTER)})(?P<credit>{form})\s*$"
        return CreditPattern(
            name,
            re.compile(form, re.IGNORECASE),
            whole_line,
            bool(entry.get("whole")),
            entry.get("agency"),
            tuple(tuple(each) for each in entry["yes"]),
            tuple(entry["no"]),
        )
    except (KeyError, TypeError, re.error) as error:
        raise DataError(f"{_FILE}, {name}: {error!r}.") from error


def match_credit(line: str) -> Credit | None:
    """Return the credit that a line is or ends in, by the first pattern that tells one."""
    stripped = line.strip()
    found = (pattern.match(stripped) for pattern in credit_patterns())
    return next((credit for credit in found if credit is not None), None)


def find_credits(article: Article) -> tuple[Credit, ...]:
    """Return the agencies that an article is credited to, in the order of its page.

    Looked at are the agency in its lead ("CAIRO (Reuters) -"), its byline, the lines beside its
    text, and the last paragraphs.
    """
    return tuple(dict.fromkeys(_credits(article)))


def _credits(article: Article) -> Iterator[Credit]:
    for item in article.furniture:
        agency = _agency(item.text) if item.kind == "credit" and item.span else None
        if agency is not None:
            yield Credit((agency,), whole=True, text=item.text, span=item.span)
    beside = [item.text for item in article.furniture if item.kind in _BESIDE and not item.span]
    for line in dict.fromkeys([article.byline or "", *beside]):
        credit = match_credit(line)
        if credit is not None:
            yield Credit(credit.agencies, credit.whole, credit.text)
    for start, end in article.paragraphs[-_LAST:]:
        credit = match_credit(article.text[start:end])
        if credit is not None and credit.span is not None:
            first, last = credit.span
            yield Credit(credit.agencies, credit.whole, credit.text, (start + first, start + last))
