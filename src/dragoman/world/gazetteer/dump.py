"""Rows of a GeoNames dump: nineteen columns, parted by tabs, checked one by one.

The form is that of ``allCountries.txt``, of the files of single countries and of ``cities500.txt``
(https://download.geonames.org/export/dump/readme.txt). A file from outside is not trusted: a row
that is too long, holds control characters or breaks the form is refused with its reason.
"""

from __future__ import annotations

import re
from functools import cache

from dragoman.world.gazetteer.additions import CLASSES
from dragoman.world.gazetteer.model import GeoPlace
from dragoman.world.gazetteer.writing import Listed
from dragoman.world.knowledge import world

COLUMNS = 19
LONGEST_LINE = 65_536
"""Bytes of a row; the longest of GeoNames, with names in all scripts, have some 20,000."""

LONGEST_NAME = 200
"""Characters of a name, as in GeoNames' own tables."""

MOST_PEOPLE = 10**10
_ID = re.compile(r"[1-9][0-9]{0,17}")
_NUMBER = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{1,20})?")
_CODE = re.compile(r"[A-Z0-9]{1,10}")
_DIVISION = re.compile(r"[^\s|]{1,80}")
_NO_DIVISION = "00"
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


class BadRow(ValueError):
    """A row that cannot be taken; the message says why."""


def parse_row(line: bytes) -> Listed:
    """Read one row.

    Args:
        line: The row as it stands in the file, without its line end.

    Raises:
        BadRow: It is not as a row must be.
    """
    if len(line) > LONGEST_LINE:
        raise BadRow(f"has {len(line)} bytes, more than {LONGEST_LINE}")
    try:
        cells = line.decode("utf-8").split("\t")
    except UnicodeDecodeError:
        raise BadRow("is not UTF-8") from None
    if len(cells) != COLUMNS:
        raise BadRow(f"has {len(cells)} columns instead of {COLUMNS}")
    if any(_CONTROL.search(cell) for cell in cells):
        raise BadRow("holds control characters")
    names = [name for name in cells[3].split(",") if 0 < len(name) <= LONGEST_NAME]
    place = GeoPlace(
        id=int(_matched(cells[0], _ID, "id")),
        name=_name(cells[1]),
        feature=_feature(cells[6], cells[7]),
        country=country_code(cells[8]),
        admin1=_division(cells[10]),
        admin2=_division(cells[11]),
        lat=_degrees(cells[4], 90, "latitude"),
        lon=_degrees(cells[5], 180, "longitude"),
        population=_people(cells[14]),
        fame=len(names),
    )
    return place, names


def _matched(cell: str, form: re.Pattern[str], what: str) -> str:
    if not form.fullmatch(cell):
        raise BadRow(f"has the {what} {cell[:40]!r}")
    return cell


def _name(cell: str) -> str:
    name = cell.strip()
    if not 0 < len(name) <= LONGEST_NAME:
        raise BadRow(f"has a name of {len(name)} characters")
    return name


def _feature(class_: str, code: str) -> str:
    if class_ not in CLASSES:
        raise BadRow(f"has the feature class {class_[:40]!r}")
    return f"{class_}.{_matched(code, _CODE, 'feature code')}"


def _division(cell: str) -> str | None:
    return None if cell in {"", _NO_DIVISION} else _matched(cell, _DIVISION, "division")


def _degrees(cell: str, most: int, what: str) -> float:
    value = float(_matched(cell, _NUMBER, what))
    if not -most <= value <= most:
        raise BadRow(f"has the {what} {cell}")
    return value


def _people(cell: str) -> int:
    if not cell:
        return 0
    if not (cell.isascii() and cell.isdigit()) or len(cell) > 11 or int(cell) > MOST_PEOPLE:
        raise BadRow(f"has the population {cell[:40]!r}")
    return int(cell)


@cache
def country_code(alpha2: str) -> str | None:
    """Return the code that records use for a country, or None for none.

    Raises:
        BadRow: There is no such country.
    """
    if not alpha2:
        return None
    if not re.fullmatch("[A-Z]{2}", alpha2):
        raise BadRow(f"has the country {alpha2[:40]!r}")
    state = world().state(alpha2)
    if state is not None:
        return state.code
    import pycountry

    known = pycountry.countries.get(alpha_2=alpha2)
    if known is None:
        raise BadRow(f"has the country {alpha2!r}")
    return str(known.alpha_3)
