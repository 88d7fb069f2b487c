"""Gold of the task ``geoparsing``: LGL and TR-News, XML with articles, toponyms, GeoNames ids.

The parser reads no document type, fetches nothing and expands no entity: a file with a document
type is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from evals.errors import GoldError
from evals.files import read_text

if TYPE_CHECKING:
    from pathlib import Path

SLIP = 30
"""Characters by which a span may lie off its own words: TR-News counts some line ends twice."""


@dataclass(frozen=True, slots=True)
class GoldToponym:
    """A name of a place in a text, with the place where the gold knows its GeoNames id."""

    start: int
    end: int
    name: str
    geonames: int | None = None
    lat: float = 0.0
    lon: float = 0.0


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text with its toponyms."""

    name: str
    text: str
    toponyms: tuple[GoldToponym, ...]


def read_toponyms(path: Path) -> tuple[GoldText, ...]:
    """Read a gold file.

    Raises:
        GoldError: the file is missing, is no XML, has a document type, or lacks what an article
            or a toponym must have; names the line.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(read_text(path).encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        raise GoldError(f"is no XML: {error.msg}", path=path) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise GoldError("has a document type", path=path)
    return tuple(_article(each, path) for each in root.iter("article"))


def _article(node: etree._Element, path: Path) -> GoldText:
    text = node.findtext("text")
    if not text:
        raise GoldError("an article has no text", path=path, line=_line(node))
    toponyms = tuple(_toponyms(node, text, path))
    return GoldText(str(node.get("docid", "")), text, toponyms)


def _toponyms(node: etree._Element, text: str, path: Path) -> Iterator[GoldToponym]:
    for each in node.iter("toponym"):
        name = each.findtext("phrase") or ""
        start = int(_number(each, "start", path))
        start, end = aligned(text, start, name)
        tag = each.find("gaztag")
        number = tag.get("geonameid", "") if tag is not None else ""
        if tag is None or not number.isdigit():
            yield GoldToponym(start, end, name)
        else:
            lat, lon = _number(tag, "lat", path), _number(tag, "lon", path)
            yield GoldToponym(start, end, name, int(number), lat, lon)


def _number(node: etree._Element, name: str, path: Path) -> float:
    try:
        return float(node.findtext(name) or "")
    except ValueError:
        raise GoldError(
            f"a {etree.QName(node).localname} has no {name}", path=path, line=_line(node)
        ) from None


def _line(node: etree._Element) -> int | None:
    line: object = node.sourceline
    return line if isinstance(line, int) else None


def aligned(text: str, start: int, name: str) -> tuple[int, int]:
    """Return the extent of a name, moved to where its words stand if that is a few signs off."""
    for slip in sorted(range(-SLIP, SLIP + 1), key=abs):
        first = start + slip
        if first >= 0 and text.startswith(name, first):
            return first, first + len(name)
    return start, start + len(name)
