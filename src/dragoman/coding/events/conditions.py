"""Conditions of the trigger tables: when a word has the sense that a row describes.

A condition is a list of parts joined by ``&``, which must all hold. A part is a list of
alternatives joined by ``|``; ``!`` before a part denies it. An alternative is

- ``passive``, ``active``, ``neg`` (the word is negated), ``xcomp``, ``ccomp``, ``iobj``, ``that``
  (a clause with "that"), ``self`` (a clause on what it will do: "that it would"), ``inf`` (a verb
  with "to"), ``xnoun`` (its object is given a name or quality);
- ``obj`` (it has an object, or a subject if passive), ``obj@`` (a party: a name, a pronoun, or a
  noun for people or bodies), ``obj:CLASS`` (of a class of ``noun_classes.toml``), ``obj:=word``;
- ``subj@``, ``subj:CLASS``, ``subj:=word`` for who does it, ``prt:up`` for a particle;
- ``mod:…`` for the words before a noun and ``verb:…`` for the verb that has it as object;
- a preposition alone ("with") or with what follows it (``to:ceasefire``, ``in+by:disaster``);
  ``obj.to`` for one that stands on the object.
  ``CLASS`` may be ``*``; ``obj`` may stand among the prepositions.

After ``key:CLASS``, further classes and words of the same key follow after ``|``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.coding import grammar
from dragoman.coding.events.frames import describing_words, kernel, named_complements
from dragoman.coding.events.words import words
from dragoman.coding.lexicon import actor_nouns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.coding.events.frames import Frame
    from dragoman.coding.tree import Tree


_OWN = frozenset({"it", "he", "she", "they", "we", "i"})
_COMING = frozenset({"will", "would", "'ll", "’ll", "shall"})


@dataclass(frozen=True, slots=True)
class Test:
    """One alternative: a key, whether a party is wanted, and the words one of which must be."""

    key: str
    party: bool = False
    anything: bool = True
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Part:
    """Alternatives, one of which must hold, or none if denied."""

    tests: tuple[Test, ...]
    denied: bool


Condition = tuple[Part, ...]


def parse(text: str) -> Condition:
    """Read a condition.

    Raises:
        ValueError: A class of nouns is not known, or a part is empty.
    """
    return tuple(_part(piece) for piece in text.split("&"))


def _part(text: str) -> Part:
    denied = text.startswith("!")
    tests: list[Test] = []
    key = ""
    for item in text.removeprefix("!").split("|"):
        if not item:
            raise ValueError(f"empty alternative in {text!r}")
        if ":" in item:
            key, _, value = item.partition(":")
            tests.append(_wordy(key, value))
        elif key == "prt" or (key and (item.startswith("=") or item in words().classes)):
            tests.append(_wordy(key, item))
        else:
            tests.append(Test(item.removesuffix("@"), party=item.endswith("@")))
    return Part(tuple(tests), denied)


def _wordy(key: str, value: str) -> Test:
    if key == "prt":
        return Test(key, anything=False, words=frozenset({value}))
    if value == "*":
        return Test(key)
    if value.startswith("="):
        return Test(key, anything=False, words=frozenset({value[1:]}))
    if value not in words().classes:
        raise ValueError(f"unknown class of nouns {value!r}")
    return Test(key, anything=False, words=words().classes[value])


def holds(condition: Condition, frame: Frame) -> bool:
    """Whether a condition holds for a trigger."""
    return all(
        any(_passes(test, frame) for test in part.tests) != part.denied for part in condition
    )


def _passes(test: Test, frame: Frame) -> bool:
    key = test.key
    if key in _FLAGS:
        return _flag(test, frame)
    if key == "prt":
        return not frame.particles.isdisjoint(test.words)
    if key == "mod":
        return _worded(test, frame.modifiers)
    if key == "verb":
        return _governed(test, frame)
    heads = _heads(key, frame)
    if test.party:
        return any(is_party(frame.tree, head) for head in heads)
    if test.anything:
        return bool(heads)
    return any(_worded(test, describing_words(frame.tree, head)) for head in heads)


def _flag(test: Test, frame: Frame) -> bool:
    simple = _SIMPLE.get(test.key)
    if simple is not None:
        return simple(frame)
    tree, head = frame.tree, frame.head
    if test.key == "inf":
        found = _infinitives(tree, head)
    elif test.key == "xcomp" and frame.noun:
        found = [
            child for child in tree.children(head, "acl") if grammar.is_infinitive(tree, child)
        ]
    else:
        named = named_complements(tree, head)
        found = [child for child in tree.children(head, test.key) if child not in named]
    return any(_worded(test, _lemmas(tree, child)) for child in found)


def _has_that_clause(frame: Frame) -> bool:
    tree = frame.tree
    clauses = tree.children(frame.head, "ccomp")
    marks = (mark for clause in clauses for mark in tree.children(clause, "mark"))
    return any(tree.lower[mark] == "that" for mark in marks)


def _has_own_intent(frame: Frame) -> bool:
    """Whether a clause says what its subject will do himself: "warned that it would"."""
    tree = frame.tree
    return any(
        tree.lower[subject] in _OWN and not _COMING.isdisjoint(grammar.auxiliaries(tree, clause))
        for clause in tree.children(frame.head, "ccomp")
        for subject in tree.children(clause, "nsubj")
    )


def _has_naming(frame: Frame) -> bool:
    """Whether the object is given a name or quality: "called him a friend"."""
    tree = frame.tree
    named = named_complements(tree, frame.head)
    found = [child for child in tree.children(frame.head, "xcomp") if child not in named]
    return any(tree.tags[child] in {"NOUN", "PROPN", "ADJ"} for child in found)


_SIMPLE: dict[str, Callable[[Frame], bool]] = {
    "passive": lambda frame: frame.passive,
    "active": lambda frame: not frame.passive,
    "neg": lambda frame: grammar.is_negated(frame.tree, frame.head),
    "iobj": lambda frame: bool(frame.indirect),
    "that": _has_that_clause,
    "self": _has_own_intent,
    "xnoun": _has_naming,
}
_FLAGS = frozenset({*_SIMPLE, "xcomp", "ccomp", "advcl", "inf"})


def _infinitives(tree: Tree, head: int) -> list[int]:
    """Verbs with "to" that hang on a verb or on its object: "called on X to act"."""
    found = tree.children(head, "xcomp", "advcl", "ccomp")
    for child in tree.children(head, "obj", "obl"):
        found += tree.children(child, "acl")
    return [child for child in found if grammar.is_infinitive(tree, child)]


def _lemmas(tree: Tree, head: int) -> set[str]:
    objects = (
        lemma for item in tree.children(head, "obj") for lemma in describing_words(tree, item)
    )
    return {tree.lemmas[head], *objects}


def _worded(test: Test, found: Iterable[str]) -> bool:
    return test.anything or not test.words.isdisjoint(found)


def _governed(test: Test, frame: Frame) -> bool:
    if frame.governor is None:
        return False
    return _worded(test, {frame.tree.lemmas[frame.governor]})


def _heads(key: str, frame: Frame) -> list[int]:
    if key == "obj":
        return list(frame.patients)
    if key == "subj":
        return _subjects(frame)
    if key.startswith("obj."):
        return _on_objects(key.removeprefix("obj."), frame)
    if key == "obl":
        return [head for heads in frame.cases.values() for head in heads] + [
            child
            for child in frame.tree.children(frame.head, "obl", "obl:unmarked")
            if not frame.tree.case(child)
        ]
    found = list(frame.patients) if "obj" in key.split("+") else []
    return found + [head for case in key.split("+") for head in frame.cases.get(case, ())]


def _on_objects(case: str, frame: Frame) -> list[int]:
    """The heads of phrases with a preposition on the object: "gave lessons to nurses"."""
    tree = frame.tree
    return [
        child
        for head in frame.patients
        for child in tree.children(head, "nmod")
        if tree.case(child) == case
    ]


def _subjects(frame: Frame) -> list[int]:
    if not frame.noun:
        return list(frame.actors)
    owners = list(grammar.possessors(frame.tree, frame.head))
    if frame.governor is not None:
        owners.extend(grammar.subjects(frame.tree, frame.governor))
    return owners


def is_party(tree: Tree, head: int) -> bool:
    """Whether a phrase can be a side: a name, a pronoun, or a noun for people or bodies."""
    real = kernel(tree, head)
    if tree.tags[real] in {"PROPN", "PRON"}:
        return tree.lower[real] not in {"it", "which", "that", "this", "itself"}
    return denotes_people(tree, real)


def denotes_people(tree: Tree, real: int) -> bool:
    """Whether a noun, of whatever spelling, means people or a body of people."""
    if tree.tags[real] not in {"NOUN", "PROPN", "ADJ", "NUM"}:
        return False
    classes = words().classes
    if tree.lemmas[real] in classes["people"] or tree.lemmas[real] in classes["agents"]:
        return True
    noun = actor_nouns().at(tree, real)
    return noun is not None and noun[1].kind != "place"


def is_person(tree: Tree, real: int) -> bool:
    """Whether a noun means persons, not a body or a place of theirs."""
    if tree.lemmas[real] in words().classes["people"]:
        return True
    noun = actor_nouns().at(tree, real)
    return noun is not None and noun[1].kind in {"person", "people", "relation"}
