"""The lines above the body: who wrote, where, when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.ingest.dates import PrintedDate, find_dates, without_dates
from dragoman.ingest.draft import Draft
from dragoman.ingest.lines import is_prose
from dragoman.ingest.outlets import outlets
from dragoman.ingest.patterns import match_line
from dragoman.ingest.places import is_known_place, looks_like_place
from dragoman.ingest.tables import read_toml

_LONGEST = 220
_LONGEST_ABBREVIATION = 6
_GLUE = r"(?<=[a-z0-9)])(?=(?:{words})\b)"
_SEPARATOR = re.compile(r"\s*[|•·‣»/]\s*|\s+[-–—]{1,2}\s+|\s*[–—]\s*")
_EDGES = " ,:;.-–—()[]"
_NAME = re.compile(
    r"(?:(?:Dr|Prof|Sir|Dame|Lord)\.?\s)?[A-Z][\w'’.-]*(?:\s(?:(?:al|el|bin|ibn|de|del|della|da|di|van|von|der|den|le|la|ul|e|y)[\s-])*"
    r"[A-Z][\w'’.-]*){1,3}"
)
_NAMES = re.compile(rf"{_NAME.pattern}(?:(?:,\s|\s(?:and|&)\s|,\sand\s){_NAME.pattern}){{0,4}}")
_NAME_IN_PLACE = re.compile(rf"(?P<name>{_NAMES.pattern})(?:,|\sin|\sat)\s(?P<place>[A-Z].+)")


@dataclass(frozen=True, slots=True)
class HeadLine:
    """What one line above the body tells."""

    byline: str | None = None
    place: str | None = None
    publisher: str | None = None
    dates: tuple[PrintedDate, ...] = ()

    def tell(self, draft: Draft) -> None:
        """Hand what was read to a draft; what the draft knows already stays."""
        draft.byline = draft.byline or self.byline
        draft.dateline = draft.dateline or self.place
        draft.dates += self.dates
        draft.hints += [name for name in (self.publisher, self.byline) if name]


def unglue(line: str) -> str:
    """Part words that a page's layout has run together ("IndiaUpdated: Jan 04, 2020")."""
    words = read_toml("dates.toml")
    labels = [form.title() for forms in words["labels"].values() for form in forms]
    labels += [form.capitalize() for forms in words["labels"].values() for form in forms]
    months = [form.title() for forms in words["months"] for form in forms]
    options = sorted({*labels, *months}, key=len, reverse=True)
    return re.sub(_GLUE.format(words="|".join(map(re.escape, options))), " | ", line)


def read_head_line(line: str) -> HeadLine | None:
    """Read a line of names, places, dates and labels; None where it holds anything else."""
    if len(line) > _LONGEST or is_prose(line) or _is_end_of_sentence(line):
        return None
    parted = unglue(line)
    dates = find_dates(parted)
    rest = without_dates(parted, dates)
    pieces = [piece.strip(_EDGES) for piece in _SEPARATOR.split(rest)]
    read = [_read_piece(piece, beside_date=bool(dates)) for piece in pieces if _says(piece)]
    told = [piece for piece in read if piece is not None]
    if len(told) < len(read) or not (dates or told):
        return None
    return _joined(told, dates)


def _is_end_of_sentence(line: str) -> bool:
    """Tell whether a line ends in a full stop that is not that of an abbreviation."""
    last = line.rsplit(None, 1)[-1]
    return last.endswith(".") and len(last) > _LONGEST_ABBREVIATION and "," not in line


def _says(piece: str) -> bool:
    fillers = read_toml("dates.toml")["fillers"]["words"]
    return bool(piece) and piece.lower() not in fillers


def _joined(pieces: Sequence[HeadLine], dates: tuple[PrintedDate, ...]) -> HeadLine:
    bylines = [piece.byline for piece in pieces if piece.byline]
    places = [piece.place for piece in pieces if piece.place]
    publishers = [piece.publisher for piece in pieces if piece.publisher]
    return HeadLine(
        ", ".join(bylines) or None,
        ", ".join(places) or None,
        publishers[0] if publishers else None,
        dates,
    )


def _read_piece(piece: str, *, beside_date: bool) -> HeadLine | None:
    """Read one piece of a head line; None where it is none of the things such lines hold."""
    matched = match_line(piece, "head")
    if matched is not None:
        return HeadLine(byline=matched.text) if matched.kind == "byline" else HeadLine()
    outlet = outlets().named(piece)
    if outlet is not None:
        return HeadLine(publisher=outlet.name)
    located = _read_located(piece)
    if located is not None:
        return located
    return _read_beside_date(piece) if beside_date else None


def _read_located(piece: str) -> HeadLine | None:
    """Read a place, alone or after a name: "Cairo, Egypt", "Jo Writer in Cairo", "BBC, Cairo"."""
    match = _NAME_IN_PLACE.fullmatch(piece)
    outlet = outlets().named(match["name"]) if match is not None else None
    if match is not None and outlet is not None and is_known_place(match["place"]):
        return HeadLine(publisher=outlet.name, place=match["place"])
    if is_known_place(piece) and looks_like_place(piece):
        return HeadLine(place=piece)
    if match is not None and is_known_place(match["place"]):
        return HeadLine(byline=piece)
    return None


def _read_beside_date(piece: str) -> HeadLine | None:
    """Read what is only told by standing on a line with a date: unknown places and names."""
    if "," in piece and looks_like_place(piece):
        return HeadLine(place=piece)
    return HeadLine(byline=piece) if looks_like_names(piece) else None


def looks_like_names(text: str) -> bool:
    """Tell whether a line has the form of one or more persons' names and nothing else."""
    return len(text) <= 120 and _NAMES.fullmatch(text) is not None
