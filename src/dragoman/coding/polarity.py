"""Whether a predicate is meant as it stands: not denied, asked, wished for or supposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.grammar import is_negated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from dragoman.coding.tree import Tree

_DENYING = frozenset(
    {"refuse", "decline", "fail", "avoid", "deny", "stop", "refrain", "hesitate", "neglect",
     "reject", "forget", "cease", "lack", "dismiss"}
)  # fmt: skip
_WISHING = frozenset(
    {"urge", "ask", "call", "press", "pressure", "want", "expect", "tell", "order", "demand",
     "invite", "request", "beg", "push", "force", "pressurise", "wait", "consider", "mull",
     "threaten", "plan", "intend", "seem", "appear"}
)  # fmt: skip
_SUPPOSING = frozenset({"if", "unless", "whether", "should"})
_HYPOTHETICAL = frozenset({"would", "could", "might", "may", "should", "must", "'d", "’d"})
_WITHOUT = frozenset({"without", "instead", "rather"})
_FORWARD = frozenset({"will", "shall", "'ll", "’ll"})
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
    for step in _governors(tree, token):
        factor = min(factor, _through(tree, step, below))
        if factor == DENIED:
            break
        below = step
    return factor


def is_denied(tree: Tree, token: int) -> bool:
    """Whether a predicate or noun is negated, by itself or by what governs it."""
    return standing(tree, token) == DENIED


def _governors(tree: Tree, token: int) -> Iterator[int]:
    while tree.relations[token] in _STEPS and tree.heads[token] != token:
        token = tree.heads[token]
        yield token


def _own(tree: Tree, token: int) -> float:
    if is_negated(tree, token) or _marks(tree, token) & _WITHOUT:
        return DENIED
    if _marks(tree, token) & _SUPPOSING:
        return SUPPOSED
    auxiliaries = {tree.lower[child] for child in tree.children(token, "aux")}
    if auxiliaries & _HYPOTHETICAL:
        return SUPPOSED
    return EXPECTED if auxiliaries & _FORWARD else MEANT


def _marks(tree: Tree, token: int) -> set[str]:
    return {tree.lower[child] for child in tree.children(token, "mark", "case")}


def _through(tree: Tree, governor: int, below: int) -> float:
    """What a governing predicate does to the one below it."""
    relation, lemma = tree.relations[below], tree.lemmas[governor]
    if relation == "conj":
        shared = not tree.children(below, "nsubj", "nsubj:pass", "aux")
        return _auxiliary(tree, governor) if shared else MEANT
    if is_negated(tree, governor) and relation != "advcl":
        return DENIED
    if relation in {"xcomp", "ccomp", "obj", "obl", "advcl"} and lemma in _DENYING:
        far = relation in {"obl", "advcl"} and not _marks(tree, below) & {"of", "from", "to"}
        return MEANT if far else DENIED
    if relation in {"xcomp", "obl"} and lemma in _WISHING:
        return DENIED if tree.tags[below] == "VERB" else MEANT
    if relation == "ccomp" and _marks(tree, below) & _SUPPOSING:
        return SUPPOSED
    return SUPPOSED if _marks(tree, governor) & _SUPPOSING else MEANT


def _auxiliary(tree: Tree, governor: int) -> float:
    auxiliaries = {tree.lower[child] for child in tree.children(governor, "aux")}
    return SUPPOSED if auxiliaries & _HYPOTHETICAL else MEANT
