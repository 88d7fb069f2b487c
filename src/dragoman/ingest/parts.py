"""The furniture among the elements of a page, by ``data/parts.toml``: taken out, kept by kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from lxml.html import HtmlElement

from dragoman.errors import DataError
from dragoman.ingest.clean import clean_line
from dragoman.ingest.tables import read_toml
from dragoman.records import FurnitureKind

_FILE = "parts.toml"
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_ATTRIBUTES = ("class", "id", "itemprop", "rel", "role", "data-testid", "data-component")
_LONGEST_NAMES = 400
_MOST_NAMES = 40
_NEVER = frozenset({"html", "head", "body", "main", "article"})
_INLINE = frozenset({"a", "abbr", "b", "em", "i", "mark", "small", "span", "strong", "time", "u"})
_LEAST_PROSE = 80
_LARGEST_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class PartRule:
    """How one kind of furniture is told among elements."""

    kind: FurnitureKind
    tags: frozenset[str]
    words: frozenset[str]
    longest: int


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of furniture found on a page."""

    kind: FurnitureKind
    text: str


@cache
def part_rules() -> tuple[PartRule, ...]:
    """Return the rules that ship with the package.

    Raises:
        DataError: An entry of the file lacks a key.
    """
    try:
        return tuple(
            PartRule(
                part["kind"], frozenset(part["tags"]), frozenset(part["words"]), part["longest"]
            )
            for part in read_toml(_FILE)["part"]
        )
    except KeyError as error:
        raise DataError(f"{_FILE}: a part has no {error}.") from error


def take_parts(tree: HtmlElement) -> list[Part]:
    """Remove furniture from a page and return it in the order of the page.

    An element that holds much of the page's text is never removed.
    """
    limit = _LARGEST_SHARE * _prose_length(tree)
    found = []
    gone: set[HtmlElement] = set()
    for element in list(tree.iter()):
        if not isinstance(element.tag, str) or element in gone or _is_in_prose(element):
            continue
        rule = _rule_for(element)
        text = _text_of(element) if rule is not None else ""
        if rule is None or len(text) > rule.longest or _prose_length(element) > limit:
            continue
        gone.update(element.iter())
        element.drop_tree()
        found += [Part(rule.kind, line) for line in _lines(element, rule, text)]
    return [part for part in found if part.text]


def _is_in_prose(element: HtmlElement) -> bool:
    """Tell whether an inline element stands within running text."""
    parent = element.getparent()
    if element.tag not in _INLINE or parent is None or parent.tag != "p":
        return False
    around = len(parent.text_content()) - len(element.text_content())
    return around > _LEAST_PROSE


def _lines(element: HtmlElement, rule: PartRule, text: str) -> list[str]:
    """Return the items of a list of highlights or links, or the whole text of a part."""
    if rule.kind not in {"highlight", "related"}:
        return [text]
    items = [_text_of(item) for item in element.iter("li", "p", "a", "h3", "h4")]
    return list(dict.fromkeys(items)) or [text]


def _rule_for(element: HtmlElement) -> PartRule | None:
    if element.tag in _NEVER:
        return None
    phrases = _phrases(" ".join(element.get(name, "")[:_LONGEST_NAMES] for name in _ATTRIBUTES))
    rules = part_rules()
    if not phrases and element.tag not in _tags():
        return None
    matching = (r for r in rules if element.tag in r.tags or not r.words.isdisjoint(phrases))
    return next(matching, None)


@cache
def _tags() -> frozenset[str]:
    return frozenset(tag for rule in part_rules() for tag in rule.tags)


@cache
def _words() -> frozenset[str]:
    return frozenset(word for rule in part_rules() for word in rule.words)


@lru_cache(maxsize=8192)
def _phrases(names: str) -> frozenset[str]:
    """Return the phrases of the rules that classes, ids and the like begin or end with."""
    tokens = [part for name in names.split()[:_MOST_NAMES] for part in _parts_of(name)]
    return frozenset(run for token in tokens for run in _runs(token)) & _words()


def _parts_of(name: str) -> tuple[str, ...]:
    """Return a name, and the part of it that names the element of a block ("block__element")."""
    return (name, name.partition("__")[2]) if "__" in name else (name,)


def _runs(token: str) -> Iterator[str]:
    words = [word.lower() for word in _WORDS.findall(token)]
    for size in (1, 2, 3):
        yield " ".join(words[:size])
        yield " ".join(words[-size:])


def _text_of(element: HtmlElement) -> str:
    return clean_line(" ".join(element.itertext()))


def _prose_length(element: HtmlElement) -> int:
    return sum(len(paragraph.text_content()) for paragraph in element.iter("p"))
