"""Whether a predicate is meant as it stands: not denied, asked, wished for or supposed."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Literal, get_args

from dragoman.coding.grammar import is_negated
from dragoman.coding.inflection import is_one_of
from dragoman.world.tables import read_table

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from dragoman.coding.tree import Tree

Effect = Literal[
    "denying",
    "wishing",
    "supposing",
    "possible",
    "coming",
    "without",
    "voicing",
    "feeling",
    "required",
]

_FILE = "polarity.tsv"
_COLUMNS = ("word", "effect")
_STEPS = frozenset({"xcomp", "ccomp", "advcl", "conj", "acl", "obl", "obj", "csubj", "nmod"})

DENIED = 0.0
SUPPOSED = 0.3
EXPECTED = 0.5
MEANT = 1.0


def standing(tree: Tree, token: int) -> float:
    """How far a predicate or noun is meant: 1 as a fact, 0 where it is denied or asked.

    Looks at the token and the predicates that govern it up to the head of the sentence.
    """
    if tree.words[tree.sentence(token)[1] - 1] == "?":
        return DENIED
    factor = min(_own(tree, token), MEANT)
    below = token
    for step in tree.climb(token, _STEPS):
        factor = min(factor, _through(tree, step, below))
        if factor == DENIED:
            break
        below = step
    return factor


def is_denied(tree: Tree, token: int) -> bool:
    """Whether a predicate or noun is negated, by itself or by what governs it."""
    return standing(tree, token) == DENIED


def _own(tree: Tree, token: int) -> float:
    if is_negated(tree, token) or _marks(tree, token) & effect_words("without"):
        return DENIED
    if _marks(tree, token) & effect_words("supposing"):
        return SUPPOSED
    auxiliaries = {tree.lower[child] for child in tree.children(token, "aux")}
    if auxiliaries & effect_words("possible"):
        return SUPPOSED
    return EXPECTED if auxiliaries & effect_words("coming") else MEANT


def _marks(tree: Tree, token: int) -> set[str]:
    return {tree.lower[child] for child in tree.children(token, "mark", "case")}


def _through(tree: Tree, governor: int, below: int) -> float:
    """What a governing predicate does to the one below it."""
    relation = tree.relations[below]
    if relation == "conj":
        shared = not tree.children(below, "nsubj", "nsubj:pass", "aux")
        return _auxiliary(tree, governor) if shared else MEANT
    if is_negated(tree, governor) and relation != "advcl":
        return DENIED
    if relation in {"xcomp", "ccomp", "obj", "obl", "advcl"} and is_one_of(
        tree, governor, effect_words("denying")
    ):
        far = relation in {"obl", "advcl"} and not _marks(tree, below) & {"of", "from", "to"}
        return MEANT if far else DENIED
    if relation in {"xcomp", "obl"} and is_one_of(tree, governor, effect_words("wishing")):
        return DENIED if tree.tags[below] == "VERB" else MEANT
    if relation == "ccomp" and _marks(tree, below) & effect_words("supposing"):
        return SUPPOSED
    return SUPPOSED if _marks(tree, governor) & effect_words("supposing") else MEANT


def _auxiliary(tree: Tree, governor: int) -> float:
    auxiliaries = {tree.lower[child] for child in tree.children(governor, "aux")}
    return SUPPOSED if auxiliaries & effect_words("possible") else MEANT


def effect_words(effect: Effect) -> frozenset[str]:
    """The words of the shipped table that have an effect."""
    return _table()[effect]


@cache
def _table() -> dict[Effect, frozenset[str]]:
    return read_polarity(resources.files("dragoman.coding") / "data")


def read_polarity(folder: Traversable) -> dict[Effect, frozenset[str]]:
    """Read and check the table in a folder.

    Raises:
        DataError: An effect is unknown, or a word has the same effect twice.
    """
    found: dict[Effect, set[str]] = {effect: set() for effect in get_args(Effect)}
    for row in read_table(folder, _FILE, _COLUMNS):
        effect: Effect = row.one_of("effect", get_args(Effect))
        if row["word"] in found[effect]:
            raise row.wrong(f"{row['word']!r} is listed twice as {effect}")
        found[effect].add(row["word"])
    return {effect: frozenset(items) for effect, items in found.items()}
