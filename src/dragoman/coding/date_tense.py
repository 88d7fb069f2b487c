"""Whether the clause around an expression of time speaks of the past or of what lies ahead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.calendar_words import calendar_words
from dragoman.coding.inflection import is_one_of
from dragoman.coding.intervals import Direction
from dragoman.coding.stretches import head_of

if TYPE_CHECKING:
    from dragoman.coding.tree import Tree

_MAX_CLIMB = 6
_VERBS = frozenset({"VERB", "AUX"})
_SURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_PERFECT = frozenset({"have", "has", "had", "'ve", "’ve", "having"})
_PAST_AUXILIARIES = frozenset({"was", "were", "did", "got"})
_DESCRIBING = frozenset({"compound", "nummod", "amod"})


def direction_of(
    tree: Tree, start: int, end: int, kind: str = "day", *, present: bool = True
) -> Direction:
    """Which way the clause around an expression of a kind, tokens ``start`` to ``end``, looks.

    The nearest word above them that tells decides: a modal or an infinitive, a word such as
    "planned", a verb in the past. The present tense of the verb they belong to looks ahead: "the
    talks begin on Monday". The past of a verb says nothing of what belongs to its nouns ("rejected
    the vote on 4 December"): such a clause looks neither way.

    Args:
        tree: The tree of the text.
        start: The first token of the expression.
        end: The token after its last.
        kind: What it is, as the patterns' file has it.
        present: Whether the present tense may look ahead; not for "the worst in ten years".
    """
    token = head_of(tree, start, end)
    verdict = _of_copula(tree, token)
    if verdict is None and kind in {"day", "days", "moment"}:
        verdict = _of_preposition(tree, token, end)
    if verdict is not None:
        return verdict
    direct = present
    for _ in range(_MAX_CLIMB):
        head = tree.heads[token]
        if head == token:
            break
        if tree.relations[token] in _DESCRIBING or tree.tags[head] not in _VERBS:
            verdict = _of_noun(tree, head, direct=direct)
        else:
            verdict = _of_verb(tree, head, direct=direct)
        if verdict == "past" and not direct:
            return "unknown"
        if verdict is not None:
            return verdict
        direct = direct and tree.tags[head] in _VERBS
        token = head
    return "unknown" if any(tree.tags) else "past"


def _of_copula(tree: Tree, token: int) -> Direction | None:
    """Read "the deadline is Friday"."""
    cops = tree.children(token, "cop")
    if not cops:
        return None
    if any("Tense=Past" in tree.features[cop] for cop in cops):
        return "past"
    return "future" if any("Tense=Pres" in tree.features[cop] for cop in cops) else None


def _of_preposition(tree: Tree, token: int, end: int) -> Direction | None:
    """Read "a hearing for the 15th", but not "praise for Friday's raid"."""
    cases = tree.children(token, "case")
    if tree.heads[token] >= end or not any(tree.lower[case] == "for" for case in cases):
        return None
    return "future"


def _of_noun(tree: Tree, token: int, *, direct: bool) -> Direction | None:
    """What a noun or adjective says: "the upcoming talks", "is open until Friday"."""
    ahead = calendar_words().ahead
    if is_one_of(tree, token, ahead.words):
        return "future"
    if any(is_one_of(tree, child, ahead.words) for child in tree.children(token, "amod", "acl")):
        return "future"
    if not tree.children(token, "cop"):
        return None
    if direct and tree.tags[token] == "ADJ" and _of_copula(tree, token) == "future":
        return "future"
    return _of_auxiliaries(tree, token)


def _of_auxiliaries(tree: Tree, token: int) -> Direction | None:
    """What the small words of a predicate say."""
    ahead = calendar_words().ahead
    below = tree.children(token, "aux", "aux:pass", "cop")
    words = {tree.lower[child] for child in below}
    if words & _SURE:
        return "future"
    if words & _PERFECT:
        return "past"
    if words & ahead.auxiliaries:
        return "future"
    return "past" if words & _PAST_AUXILIARIES else None


def _of_verb(tree: Tree, token: int, *, direct: bool) -> Direction | None:
    """What a verb says; its present tense only of what belongs to the verb itself."""
    ahead = calendar_words().ahead
    verdict = _of_auxiliaries(tree, token)
    if verdict == "future" or is_one_of(tree, token, ahead.words):
        return "future"
    features = tree.features[token]
    acts = tree.children(token, "nsubj")
    if not acts and "VerbForm=Part" in features and is_one_of(tree, token, ahead.participles):
        return "future"
    if verdict is not None:
        return verdict
    if any(tree.lower[child] == "to" for child in tree.children(token, "mark")):
        return _of_infinitive(tree, token)
    if _is_present(tree, token):
        return "future" if direct else None
    return "past" if "Tense=Past" in features else None


def _of_infinitive(tree: Tree, token: int) -> Direction | None:
    """Read "agreed to meet" as ahead, "began to leave" and "came to help" as their verb is."""
    relation, head = tree.relations[token], tree.heads[token]
    if relation == "advcl" or (
        head != token and is_one_of(tree, head, calendar_words().ahead.begun)
    ):
        return None
    return "future"


def _is_present(tree: Tree, token: int) -> bool:
    """Whether a verb or its auxiliary is in the present, in a form that the past has not."""
    features = tree.features[token]
    if "Tense=Pres" in features and "VerbForm=Fin" in features:
        return tree.lower[token] not in calendar_words().ahead.unchanging
    if "VerbForm=Fin" in features:
        return False
    below = tree.children(token, "aux", "aux:pass")
    return any("Tense=Pres" in tree.features[child] for child in below)
