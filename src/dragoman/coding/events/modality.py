"""Whether an act happened: negation, future, condition and history, by the words around it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from dragoman.coding import grammar
from dragoman.coding.events.frames import modifiers

if TYPE_CHECKING:
    from collections.abc import Collection

    from dragoman.coding.tree import Tree

_FUTURE = frozenset({"will", "'ll", "’ll", "shall", "wo"})
_POSSIBLE = frozenset({"may", "might", "could", "would", "can"})
_DUTY = frozenset({"must", "should", "ought"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "until"})
_AHEAD = frozenset({"set", "due", "scheduled", "ready", "willing", "prepared", "poised", "bound"})
_UNSURE = frozenset({"likely", "unlikely", "able", "unable", "possible", "impossible", "reluctant"})
_UNREAL = frozenset(
    {"possible", "potential", "planned", "proposed", "imminent", "future", "hypothetical",
     "threatened", "would-be", "looming", "feared", "eventual", "upcoming", "attempted", "foiled",
     "failed", "any", "further", "prospective", "expected", "alternative", "so-called"}
)  # fmt: skip
_UNREAL_HEADS = frozenset(
    {"threat", "fear", "risk", "danger", "possibility", "prospect", "plan", "plot", "chance",
     "talk", "case", "event", "likelihood", "hope", "idea", "option", "warning", "proposal",
     "preparation", "call", "appeal", "demand", "need", "pressure", "attempt", "bid", "effort",
     "negotiation", "push", "desire", "right", "ability", "capability", "readiness"}
)  # fmt: skip
_PAST_HEADS = frozenset({"anniversary", "commemoration", "remembrance", "memorial", "legacy"})


class Outlook(Enum):
    """How an act stands to the facts, as its own clause tells it."""

    FACT = "fact"
    NEGATED = "negated"
    FUTURE = "future"
    NEGATED_FUTURE = "negated future"
    REFUSED = "refused"
    POSSIBLE = "possible"
    DUTY = "duty"
    PAST = "past"


DENIED = frozenset({Outlook.NEGATED, Outlook.NEGATED_FUTURE, Outlook.REFUSED})
"""Outlooks on an act that was not or will not be done."""


def outlook(tree: Tree, head: int) -> Outlook:
    """How the clause or noun phrase of a trigger presents the act."""
    if tree.tags[head] in {"NOUN", "PROPN"}:
        return _of_noun(tree, head)
    return _of_verb(tree, head)


def _of_verb(tree: Tree, verb: int) -> Outlook:
    negated = grammar.is_negated(tree, verb) or _negated_subject(tree, verb)
    if any(tree.lower[mark] in _CONDITIONS for mark in tree.children(verb, "mark")):
        return Outlook.POSSIBLE
    if _depends_on_unreal(tree, verb):
        return Outlook.POSSIBLE
    found = set(grammar.auxiliaries(tree, verb))
    if found & _DUTY:
        return Outlook.DUTY
    perfect = "have" in found
    if found & _FUTURE and not perfect:
        return Outlook.NEGATED_FUTURE if negated else Outlook.FUTURE
    if "would" in found and not perfect and _is_reported(tree, verb):
        return Outlook.NEGATED_FUTURE if negated else Outlook.FUTURE
    if found & _POSSIBLE:
        return _under_modal(tree, verb, found) if negated else Outlook.POSSIBLE
    raised = _raised(tree, verb)
    if raised is not None:
        return raised
    return Outlook.NEGATED if negated else Outlook.FACT


def _depends_on_unreal(tree: Tree, verb: int) -> bool:
    """Whether a clause only tells what is hoped, feared or planned: "fears that X may attack"."""
    first = tree.coordination_head(verb)
    noun = tree.heads[first]
    return (
        tree.relations[first] in {"acl", "ccomp"}
        and tree.tags[noun] == "NOUN"
        and tree.lemmas[noun] in _UNREAL_HEADS
    )


def _is_reported(tree: Tree, verb: int) -> bool:
    """The future as seen from the past: "said it would"."""
    first = tree.coordination_head(verb)
    if tree.relations[first] != "ccomp" or tree.heads[first] == first:
        return False
    return "Tense=Past" in tree.features[tree.heads[first]]


def _under_modal(tree: Tree, verb: int, modals: Collection[str]) -> Outlook:
    """The outlook of what could not or would not be: who "would not" has refused."""
    if "would" in modals and "have" not in modals and _is_main(tree, verb):
        return Outlook.REFUSED
    return Outlook.NEGATED if {"can", "could"} & set(modals) else Outlook.POSSIBLE


def _is_main(tree: Tree, verb: int) -> bool:
    """Whether a verb heads a clause of its own on which no condition hangs."""
    clauses = tree.children(verb, "advcl")
    marks = {tree.lower[mark] for clause in clauses for mark in tree.children(clause, "mark")}
    first = tree.coordination_head(verb)
    return tree.relations[first] in {"root", "parataxis"} and marks.isdisjoint(_CONDITIONS)


def _negated_subject(tree: Tree, verb: int) -> bool:
    """Whether nobody did it: "no country recognised it", "nobody was killed"."""
    for subject in tree.children(verb, "nsubj", "nsubj:pass"):
        if tree.lower[subject] in {"nobody", "none", "neither"}:
            return True
        if any(tree.lower[det] in {"no", "neither"} for det in tree.children(subject, "det")):
            return True
    return False


def _raised(tree: Tree, verb: int) -> Outlook | None:
    """The outlook of what raises an infinitive: "is set to", "is unlikely to", "has to"."""
    if not grammar.is_infinitive(tree, verb):
        return None
    relation, head = tree.relations[verb], tree.heads[verb]
    if relation == "root":
        return Outlook.FUTURE
    if relation not in {"xcomp", "advcl", "ccomp", "acl", "csubj"}:
        return None
    lemma, word = tree.lemmas[head], tree.lower[head]
    denied = grammar.is_negated(tree, head)
    if lemma in _AHEAD or word in _AHEAD or (word == "going" and relation == "xcomp"):
        return Outlook.NEGATED_FUTURE if denied else Outlook.FUTURE
    if lemma in {"have", "need", "ought"} and relation == "xcomp":
        return Outlook.DUTY
    if relation in {"advcl", "acl"} or lemma in _UNSURE or word in {"expected", "likely"}:
        return Outlook.POSSIBLE
    return None


def _of_noun(tree: Tree, noun: int) -> Outlook:
    if any(tree.lower[det] in {"no", "neither"} for det in tree.children(noun, "det")):
        return Outlook.NEGATED
    before = set(modifiers(tree, noun)) | {
        tree.lower[child] for child in tree.children(noun, "det")
    }
    if before & _UNREAL:
        return Outlook.POSSIBLE
    for step, above in enumerate(tree.ancestors(noun)):
        if tree.tags[above] in {"VERB", "AUX"}:
            return _under_verb(tree, noun, above)
        if tree.lemmas[above] in _PAST_HEADS:
            return Outlook.PAST
        if tree.lemmas[above] in _UNREAL_HEADS:
            return Outlook.POSSIBLE
        if step > 2:
            break
    return Outlook.FACT


def _under_verb(tree: Tree, noun: int, verb: int) -> Outlook:
    """What the verb above says of a noun that is its argument, not of one told in passing."""
    if tree.lemmas[verb] in {"commemorate", "remember", "mark"}:
        return Outlook.PAST
    first = tree.coordination_head(noun)
    if tree.heads[first] != verb or tree.relations[first] not in {"obj", "nsubj:pass", "nsubj"}:
        return Outlook.FACT
    if tree.lemmas[verb] in {"expect", "fear", "await", "anticipate", "predict"}:
        return Outlook.POSSIBLE
    return Outlook.FACT
