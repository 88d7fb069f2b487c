"""Reads the entries of the Factbook's lists of chiefs of state and heads of government.

An entry names persons one after another, each as ``TITLE Given SURNAME (since 4 June 1989)``.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tools.derive_holders.rows import DATA, records, split

_NOTE = re.compile(r"\bnotes?\b\s*[-:–0-9].*", re.DOTALL | re.IGNORECASE)
_PARTS = re.compile(
    r";|,\s*(?=represented by)|(?<=\)) (?=represented by)|\band (?=(?:Spanish |French )?Co-?prince)"
)
_LISTED = re.compile(r"(?<=\)),\s*(?:and )?|(?<=\)) and ")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DATE = re.compile(
    rf"(?:(\d{{1,2}}) )?(?:({'|'.join(m[:3] for m in _MONTHS)})[a-z]* )?((?:19|20)\d\d)\b"
)
_PERIOD = re.compile(r"for the period (.+?) - (.+)")
_RANKS = re.compile(
    r"^(?:(?:Field Marshal|Brig\. Gen\.|Lt\.? Col\.?|Lt\.? Gen\.|Maj\.? Gen\.|Sr\. Gen\.|Gen\.|"
    r"Col\.|Capt\.?|General|Cardinal|Dr\.|Sir|Dame|Sheikh|Tuanku|Ratu|Grand Chief|Archbishop|"
    r"Captain Regent|Captain|Dato|Haji|\(so-called\)) )+"
)
_ALSO = re.compile(r"\(?also (?:spelled|referred to as) ([^()]+?)\)?(?=\s|$)")
_NICKNAME = re.compile(r"[\"“]([^\"“”]+)[\"”]")
_BRACKETS = re.compile(r"\s*(?:\([^()]*\)?|\[[^\[\]]*\]?)")
_TAIL = re.compile(
    r",? (?:the|son|born|chief|ruler|of the|of Denmark|elder|who|or|as|appointed|elected|serves|"
    r"serving|in caretaker|was|is)\b.*$|| - .*$|, .*$"
)
_LEFT = re.compile(
    r"\b(?:resigned|departed|dismissed|ousted|removed|died|nullified|overthrown|elect)\b"
)
_NO_NAME = re.compile(r"(?i:\(?vacant|of|or|and|appointed|vice|president|prime|designate|-)\b")
_JUNIOR = re.compile(r",? Jr\.?$")
_NUMERAL = re.compile(r"[IVXL]+")
_SMALL = {"de", "la", "del", "da", "dos", "das", "van", "der", "von", "bin", "al", "el", "e", "of"}


@dataclass(frozen=True, slots=True)
class Title:
    """What a printed title says of role and level; ``slot`` is ``many`` where several hold it."""

    pattern: re.Pattern[str]
    role: str
    level: int
    sectors: tuple[str, ...]
    slot: str
    office: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Printed:
    """A person as an entry prints them. ``family`` is what stood in capitals."""

    person: str
    family: str
    aliases: tuple[str, ...]
    title: Title
    start: str | None
    end: str | None


def titles() -> tuple[Title, ...]:
    """The titles of ``data/factbook_titles.csv``, in order."""
    return tuple(
        Title(
            re.compile(rf"(?i:{row['pattern']})\s+"),
            row["role"],
            int(row["level"]),
            split(row["sectors"]),
            row["slot"],
            row["office"],
            float(row["confidence"]),
        )
        for row in records(DATA / "factbook_titles.csv")
    )


def persons(entry: str, known: tuple[Title, ...]) -> Iterator[Printed]:
    """The persons of an entry whose title is known."""
    text = _NOTE.sub("", html.unescape(entry).replace("\xa0", " "))
    for part in _PARTS.split(text):
        title: Title | None = None
        for piece in _LISTED.split(part.strip()):
            found = _titled(piece.strip(), known)
            if found:
                title, rest = found
            elif title is not None and title.slot == "many":
                rest = piece.strip()
            else:
                break
            if not _LEFT.search(rest):
                yield from _printed(rest, title)


def _titled(piece: str, known: tuple[Title, ...]) -> tuple[Title, str] | None:
    for title in known:
        match = title.pattern.match(piece)
        if match:
            return title, piece[match.end() :]
    return None


def _printed(rest: str, title: Title) -> Iterator[Printed]:
    also = tuple(alias.strip().title() for alias in _ALSO.findall(rest))
    rest = " ".join(_ALSO.sub(" ", rest).split())
    name, _, dates = _split_dates(rest)
    start, end = _term(dates)
    for single in re.split(r" and (?:Captain(?: Regent)? )?", name):
        yield from _named(single.strip(), also, title, start, end)


def _split_dates(rest: str) -> tuple[str, str, str]:
    """The name before, and the text inside, the first bracket that holds a date."""
    for match in re.finditer(r"\s*\(([^()]*)\)?", rest):
        if _DATE.search(match[1]) and not match[1].startswith("born"):
            return rest[: match.start()], "(", match[1]
    return rest, "", ""


def _term(dates: str) -> tuple[str | None, str | None]:
    period = _PERIOD.search(dates)
    if period:
        return _iso(period[1]), _iso(period[2])
    return _iso(dates), None


def _iso(text: str) -> str | None:
    """The first date of a text as a partial ISO date."""
    match = _DATE.search(text)
    if match is None:
        return None
    day, month, year = match.groups()
    if month is None:
        return year
    number = next(n for n, name in enumerate(_MONTHS, 1) if name.startswith(month))
    return f"{year}-{number:02}-{int(day):02}" if day else f"{year}-{number:02}"


def _named(
    name: str, also: tuple[str, ...], title: Title, start: str | None, end: str | None
) -> Iterator[Printed]:
    nicknames = tuple(
        nick for nick in _NICKNAME.findall(name) if nick.isalpha() and nick[0].isupper()
    )
    name = " ".join(_BRACKETS.sub(" ", _NICKNAME.sub(" ", name)).split())
    junior = " Jr." if _JUNIOR.search(name) else ""
    words = _RANKS.sub("", _TAIL.sub("", _JUNIOR.sub("", name))).split()
    capitals = [word for word in words if _is_capital(word)]
    if not words or _NO_NAME.match(words[0]) or not (capitals or _is_plain(words, start)):
        return
    person = " ".join(_proper(word) for word in words)
    family = [_proper(word) for word in capitals if not _NUMERAL.fullmatch(word)]
    while family and family[-1] in _SMALL:
        family.pop()
    aliases = (*also, *nicknames)
    yield Printed(
        _first_up(person) + junior, _first_up(" ".join(family)), aliases, title, start, end
    )


def _is_plain(words: list[str], start: str | None) -> bool:
    """Whether words without a surname in capitals look like a dated name."""
    return start is not None and 1 < len(words) < 6 and all(word[0].isupper() for word in words)


def _is_capital(word: str) -> bool:
    """Whether a word, or a part that a hyphen ties to it, is printed in capitals."""
    parts = re.split(r"[-'’]", word)
    return any(part.isupper() and sum(map(str.isalpha, part)) > 1 for part in parts)


def _proper(word: str) -> str:
    """A word printed in capitals as it is written: ``AL-SISI`` gives ``al-Sisi``."""
    if _NUMERAL.fullmatch(word) or not _is_capital(word):
        return word
    parts = word.split("-")
    return "-".join(
        _proper_part(part, tied=len(parts) > 1) if part.isupper() else part for part in parts
    )


def _proper_part(part: str, *, tied: bool) -> str:
    low = part.lower()
    if low in _SMALL and (tied or low not in {"la", "e"}):
        return low
    return re.sub(r"(?:^|(?<=['’.]))\w", lambda match: match[0].upper(), low)


def _first_up(name: str) -> str:
    return name if name[:3] in {"al-", "el-"} else name[:1].upper() + name[1:]
