"""Where words were said or sent: "in an interview with Fox News", "on Twitter", "reporters"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from dragoman.coding.inflection import forms, is_one_of
from dragoman.world.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.resources.abc import Traversable

    from dragoman.coding.cast import Cast
    from dragoman.coding.tree import Tree
    from dragoman.records import Spans

_FILE = "media.tsv"
_COLUMNS = ("noun", "before", "cases")
_MODIFIERS = frozenset({"amod", "compound", "nmod:poss", "nummod", "flat", "nmod:desc"})
_KEPT_CASES = frozenset({"with", "to", "by", "for", "of", "from"})
_AUDIENCE = frozenset({"reporter", "journalist", "press", "media", "newsman", "correspondent"})
_OUTLET_WORDS = frozenset(
    {"news", "times", "post", "tv", "television", "radio", "agency", "newspaper", "daily",
     "magazine", "channel", "broadcaster", "network", "paper", "outlet", "programme", "program"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class MediumNoun:
    """A noun that is a medium after certain prepositions, and perhaps only after some words."""

    noun: str
    before: frozenset[str]
    cases: frozenset[str]


@dataclass(frozen=True, slots=True)
class Medium:
    """A medium as printed, without its preposition and article, and where it stands."""

    text: str
    span: Spans


@cache
def media() -> dict[str, MediumNoun]:
    """The table that ships with the package, read once.

    Raises:
        DataError: The table is wrong; the message names file and line.
    """
    return read_media(resources.files("dragoman.coding") / "data")


def read_media(folder: Traversable) -> dict[str, MediumNoun]:
    """Read and check the table in a folder.

    Raises:
        DataError: A noun is listed twice, or has no preposition.
    """
    found: dict[str, MediumNoun] = {}
    for row in read_table(folder, _FILE, _COLUMNS):
        if row["noun"] in found:
            raise row.wrong(f"{row['noun']!r} is listed twice")
        before = frozenset((row.optional("before") or "").split())
        found[row["noun"]] = MediumNoun(row["noun"], before, frozenset(row["cases"].split()))
    return found


def medium_of(tree: Tree, cast: Cast, cue: int, outside: Iterable[int]) -> Medium | None:
    """The medium of what is said with the verb ``cue``.

    Args:
        tree: The words and their tree.
        cast: The actors, to know newspapers and broadcasters by.
        cue: The head token of the cue.
        outside: Tokens of its sentence where a medium may stand: not those of the content.
    """
    table = media()
    for token in outside:
        entry = next((table[form] for form in forms(tree, token) if form in table), None)
        if entry is not None and _fits(tree, token, entry):
            return _printed(tree, token)
    audience = _audience(tree, cast, cue)
    return None if audience is None else _printed(tree, audience)


def _fits(tree: Tree, token: int, entry: MediumNoun) -> bool:
    if tree.case(token) not in entry.cases:
        return False
    left = {tree.lower[child] for child in tree.children(token) if child < token}
    return not entry.before or bool(entry.before & left)


def _audience(tree: Tree, cast: Cast, cue: int) -> int | None:
    """Whom a speaker told, where those are the press: "told the BBC", "spoke to reporters"."""
    for verb in (cue, *tree.children(cue, "advcl")):
        near = (*tree.children(verb, "obj", "iobj"), *_to(tree, verb))
        for token in near:
            if is_press(tree, cast, token):
                return token
    return None


def _to(tree: Tree, verb: int) -> list[int]:
    return [child for child in tree.children(verb, "obl") if tree.case(child) in {"to", "with"}]


def is_press(tree: Tree, cast: Cast, token: int) -> bool:
    """Whether a noun phrase denotes the press or one of its outlets."""
    if is_one_of(tree, token, _AUDIENCE):
        return True
    if any("JRN" in cast.draft(actor).sectors for actor in cast.at(token)):
        return True
    words = (token, *tree.children(token, "compound", "flat", "appos"))
    return tree.tags[token] == "PROPN" and any(tree.lower[word] in _OUTLET_WORDS for word in words)


def _printed(tree: Tree, token: int) -> Medium:
    kept = {token}
    for child in tree.children(token):
        relation = tree.relations[child]
        if relation in _MODIFIERS or (
            relation == "nmod" and child > token and tree.case(child) in _KEPT_CASES
        ):
            kept.update(tree.subtree(child))
    first, last = min(kept), max(kept)
    text = " ".join(tree.words_of(first, last + 1).split())
    return Medium(text, (tree.span(first, last + 1),))
