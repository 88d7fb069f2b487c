"""What a page may not be: too deep, too many tags or attributes, its own entities.

The scan runs before any parser sees the page, in time that grows with its length alone.
"""

from __future__ import annotations

import re

from dragoman.errors import TooComplex

MOST_TAGS = 60_000
MOST_ATTRIBUTES = 2_000
"""Attributes of one tag: the parser compares each with each."""

_TAG = re.compile(r"<(?:!--|!ENTITY|(/?)([a-zA-Z][^\s/>]*))", re.IGNORECASE)
_PIECE = re.compile(r"[^\s=\"'>]+|[\"'>]")
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "noembed", "iframe"})
_FLAT = frozenset(
    "area base br col embed hr img input link meta param source track wbr "
    "p li dt dd tr td th thead tbody tfoot option optgroup colgroup html head body".split()
)
_HINT = "Save the article's text alone and read that."


def check_markup(markup: str, *, max_depth: int, source: str = "") -> None:
    """Refuse a page that would take a parser unreasonable time or memory.

    Args:
        markup: The whole page.
        max_depth: How deep elements may be nested.
        source: What to call the input in an error.

    Raises:
        TooComplex: The page is nested too deep, has too many tags or attributes, or declares
            entities.
    """
    depth = tags = position = 0
    while (found := _TAG.search(markup, position)) is not None:
        position = found.end()
        if found[0] == "<!--":
            position = _after(markup, "-->", position)
            continue
        if found[2] is None:
            raise TooComplex("The page declares entities.", source=source, hint=_HINT)
        tags += 1
        name, closes = found[2].lower(), bool(found[1])
        position, empty = _after_attributes(markup, position, source)
        if name in _RAW and not closes:
            position = _after(markup, f"</{name}", position)
        elif name not in _FLAT and not empty:
            depth = max(0, depth - 1) if closes else depth + 1
        if tags > MOST_TAGS or depth > max_depth:
            _refuse(tags, depth, source)


def _refuse(tags: int, depth: int, source: str) -> None:
    fault = f"has more than {MOST_TAGS:,} tags" if tags > MOST_TAGS else f"is nested {depth} deep"
    raise TooComplex(f"The page {fault}.", source=source, hint=_HINT)


def _after(markup: str, end: str, position: int) -> int:
    """Return where reading goes on after ``end``; the end of the page where it never comes."""
    found = markup.find(end, position)
    return len(markup) if found < 0 else found + len(end)


def _after_attributes(markup: str, position: int, source: str) -> tuple[int, bool]:
    """Return where a tag ends and whether it closes itself; its attributes are counted."""
    pieces = 0
    last = ""
    while (piece := _PIECE.search(markup, position)) is not None:
        position = piece.end()
        if piece[0] == ">":
            return position, last.endswith("/")
        if piece[0] in "\"'":
            position = _after(markup, piece[0], position)
        pieces += 1
        last = piece[0]
        if pieces > 2 * MOST_ATTRIBUTES:
            message = f"A tag of the page has more than {MOST_ATTRIBUTES:,} attributes."
            raise TooComplex(message, source=source, hint=_HINT)
    return len(markup), False
