"""Whether words that look like an expression of time are one, by the tree and the names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.stretches import head_of
from dragoman.world import world

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.coding.date_matching import Node
    from dragoman.coding.tree import Tree

_NAMING = frozenset({"ORGANISATION", "PERSON", "WEAPON", "FACILITY"})
_DESCRIBING = frozenset({"compound", "nummod", "amod", "nmod:poss", "nmod:unmarked"})
_IN_NAMES = frozenset({"compound", "flat", "nmod", "nmod:unmarked", "appos"})
_OWNING = frozenset({"'s", "’s", "'", "’"})


def named_tokens(doc: Doc) -> frozenset[int]:
    """The tokens of names of persons, organisations, weapons and buildings."""
    return frozenset(
        token for ent in doc.ents if ent.label_ in _NAMING for token in range(ent.start, ent.end)
    )


def countries_named(doc: Doc) -> tuple[str, ...]:
    """The codes of the countries that the names of places in a text belong to, in its order."""
    places = (ent.text for ent in doc.ents if ent.label_ in {"PLACE", "NATIONALITY"})
    entities = (entity for place in places for entity in world().lookup(place))
    return tuple(dict.fromkeys(entity.country for entity in entities if entity.country))


def describes(tree: Tree, start: int, end: int) -> bool:
    """Whether an expression describes a noun behind it: "Friday's strike", "the 1967 war"."""
    if end < len(tree) and tree.lower[end] in _OWNING:
        return True
    root = head_of(tree, start, end)
    return tree.relations[root] in _DESCRIBING and tree.heads[root] >= end


def is_time(tree: Tree, node: Node, start: int, end: int, named: frozenset[int]) -> bool:
    """Whether a match is an expression of time where it stands."""
    if (
        (start in named and node.kind != "feast")
        or _is_verb(tree, start)
        or _is_part_of_name(tree, node, start, end)
    ):
        return False
    if node.only in {"alone", "describes"}:
        return describes(tree, start, end) == (node.only == "describes")
    return node.only != "no count" or not _counts(tree, end - 1)


def _is_verb(tree: Tree, token: int) -> bool:
    """Whether a word is a verb here that could be a date elsewhere: "may", "march", "last"."""
    return tree.tags[token] in {"VERB", "AUX"} and tree.words[token][:1].islower()


def _is_part_of_name(tree: Tree, node: Node, start: int, end: int) -> bool:
    """Whether a weekday, month or feast alone stands inside a name: "June Street"."""
    if end - start != 1 or node.kind not in {"day", "month"} or not tree.words[start].isalpha():
        return False
    if _names_a_person(tree, start):
        return True
    head = tree.heads[start]
    joined = tree.relations[start] in _IN_NAMES and abs(head - start) == 1
    return joined and tree.tags[head] == "PROPN" and tree.words[head][:1].isupper()


def _names_a_person(tree: Tree, token: int) -> bool:
    """Whether a bare weekday is the subject and a name follows: "Friday Okoro was freed"."""
    after = token + 1
    return (
        tree.relations[token] in {"nsubj", "nsubj:pass"}
        and after < len(tree)
        and tree.tags[after] == "PROPN"
        and tree.ends[token] + 1 == tree.starts[after]
    )


def _counts(tree: Tree, token: int) -> bool:
    """Whether a number counts the noun behind it: "in 2000 villages"."""
    head = tree.heads[token]
    return (
        tree.relations[token] == "nummod"
        and head == token + 1
        and "Number=Plur" in tree.features[head]
    )
