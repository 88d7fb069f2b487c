"""Mending the tree where words and names tell more than the parser saw.

"A urged calm and B called for talks": parsers join B to A, or to "calm". "most of the states":
they hang the states on the verb. "killed Iranian commander X and Iraqi militia leader Y": they
lose the coordination of long titled names and hang the second as something else; names and titles
show where each phrase begins and ends. "X rang Y, her spokesman said": they let both speak. "the
envoys with whom she met": they hang "whom" on the envoys. "rammed a boat, injuring two, the navy
said": they let the navy injure them. "rang X on Monday and Y on
Tuesday": they join Y to who rang. '"No," he said after the calls': they let the calls be part of
what he said.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from dragoman.coding.attachment import Attachment, phrase_start
from dragoman.coding.calendar_words import calendar_words
from dragoman.coding.stretches import head_of
from dragoman.coding.tree import NOUN_TAGS

if TYPE_CHECKING:
    from dragoman.coding.names import Name
    from dragoman.coding.scene import Scene
    from dragoman.coding.tree import Tree

_JOINTS = frozenset({"and", "or", "&", ","})
_CONJUNCTIONS = frozenset({"and", "or", "&"})
_NOMINAL = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "conj"})
_QUANTIFIERS = frozenset({"ADJ", "NUM", "DET", "PRON", "NOUN"})
_BEFORE_VERBS = frozenset({"aux", "aux:pass", "advmod", "cop"})
_RELATIVE = frozenset({"whom", "which"})
_TOLD = ("ccomp", "parataxis")
_OBJECTS = frozenset({"obj", "xcomp"})
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl"})
_CORE = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "appos", "nmod"})


def mend_clauses(tree: Tree) -> None:
    """Give every coordinated clause its own subject, and every part the whole it is of."""
    for token, relation in enumerate(tree.relations):
        if relation == "conj" and tree.tags[token] in NOUN_TAGS:
            _mend_list_over_verb(tree, token)
        if relation in {"obl", "obl:agent"}:
            _mend_behind_teller(tree, token)
            _mend_part(tree, token)
            _mend_author(tree, token)
        elif relation == "conj" and tree.tags[token] == "VERB":
            _mend_subject(tree, token)
        elif relation == "nmod" and tree.lower[token] in _RELATIVE:
            _mend_relative(tree, token)
        elif relation == "advcl":
            _mend_participle(tree, token)
        if relation in _TOLD:
            _mend_told(tree, token)
        if relation in _CLAUSES:
            _mend_judged_infinitive(tree, token)


def _mend_part(tree: Tree, token: int) -> None:
    """Make the states in "most of the states" a modifier of "most"."""
    head = tree.heads[token]
    quantifies = tree.tags[head] in _QUANTIFIERS and tree.relations[head] in _NOMINAL
    if quantifies and tree.case(token) == "of" and tree.lower[head + 1] == "of":
        tree.attach(token, head, "nmod")


def _mend_behind_teller(tree: Tree, token: int) -> None:
    """Hang what follows a teller's verb on it, not on what is told: '"No," she said after a call'.

    Behind a comma or a mark of quotation, what was told goes on.
    """
    told = tree.heads[token]
    clause = next((step for step in (told, *tree.ancestors(told))
                   if tree.relations[step] in _TOLD), None)  # fmt: skip
    if clause is None:
        return
    teller, first = tree.heads[clause], tree.phrase(token)[0]
    if told < teller < first and "PUNCT" not in tree.tags[teller:first]:
        tree.attach(token, teller, "obl")


def _mend_list_over_verb(tree: Tree, token: int) -> None:
    """Join a name behind the verb to the object, not to the subject, where each has its day.

    As in "Lind rang Vale on Monday and Moss on Tuesday, and will fly to Rome": Moss does not fly.
    """
    subject = tree.heads[token]
    verb = tree.heads[subject]
    if tree.relations[subject] != "nsubj" or not subject < verb < token:
        return
    objects = [each for each in tree.children(verb, "obj") if verb < each < token]
    if objects and tree.tags[verb] == "VERB":
        tree.attach(token, objects[-1], "conj")


def _mend_author(tree: Tree, token: int) -> None:
    """Hang "by X" on the object right before it, where a verb that has a subject does it itself.

    As in "called the raid by X an outrage".
    """
    verb, before = tree.heads[token], tree.phrase(token)[0] - 2
    active = tree.child(verb, "nsubj") is not None and tree.child(verb, "aux:pass") is None
    if not active or before <= verb or tree.case(token) != "by" or tree.tags[token] != "PROPN":
        return
    words = calendar_words()
    named = tree.tags[before] == "NOUN" and tree.relations[before] in _OBJECTS
    dated = tree.words[token] in words.weekdays or tree.words[token] in words.months
    if named and tree.heads[before] == verb and not dated:
        tree.attach(token, before, "nmod")


def _mend_judged_infinitive(tree: Tree, verb: int) -> None:
    """Hang an infinitive on the adjective that judges it: "it was wrong to send them"."""
    marks = [child for child in tree.children(verb, "mark") if tree.lower[child] == "to"]
    judging = marks[0] - 1 if marks else -1
    if judging < 0 or tree.tags[judging] != "ADJ" or tree.heads[verb] == judging:
        return
    subject = tree.child(judging, "nsubj", "expl")
    if subject is not None and tree.lower[subject] == "it":
        tree.attach(verb, judging, "csubj")


def _mend_relative(tree: Tree, token: int) -> None:
    """Hang a relative pronoun with a preposition on the verb of its clause."""
    clauses = tree.children(tree.heads[token], "acl:relcl")
    verb = next((clause for clause in clauses if clause > token), None)
    if verb is not None and tree.case(token) is not None:
        tree.attach(token, verb, "obl")


def _mend_told(tree: Tree, verb: int) -> None:
    """Give what is told the subject before it, where its teller stands behind it with his own.

    As in "Lind rang Vale on Monday, her spokesman said": Lind does not say it.
    """
    teller = tree.heads[verb]
    subjects = tree.children(teller, "nsubj")
    before = [subject for subject in subjects if subject < verb]
    behind = [subject for subject in subjects if verb < subject < teller]
    if behind and before and tree.child(verb, "nsubj", "nsubj:pass") is None:
        relation = "nsubj" if tree.child(verb, "aux:pass") is None else "nsubj:pass"
        tree.attach(before[-1], verb, relation)


def _mend_participle(tree: Tree, token: int) -> None:
    """Hang a participle on the clause before it, not on who tells of both.

    As in "a ship rammed a boat, injuring two sailors, the navy said": the navy injured nobody.
    """
    teller = tree.heads[token]
    told = [clause for clause in tree.children(teller, *_TOLD) if clause < token]
    subject = tree.child(teller, "nsubj")
    bare = tree.child(token, "nsubj", "mark", "aux") is None and tree.tags[token] == "VERB"
    if told and bare and subject is not None and token < subject < teller:
        tree.attach(token, told[-1], "advcl")


def _mend_subject(tree: Tree, verb: int) -> None:
    """The phrase between a conjunction and a finite verb without a subject is its subject."""
    if tree.children(verb, "nsubj", "nsubj:pass") or not _is_finite(tree, verb):
        return
    first = min([verb, *(item for item in tree.children(verb, *_BEFORE_VERBS) if item < verb)])
    subject = _phrase_before(tree, first, tree.heads[verb])
    if subject is None:
        return
    joints = [*tree.children(subject, "cc"), _first_of(tree, subject) - 1]
    joint = next((item for item in joints if tree.lower[item] in _CONJUNCTIONS), None)
    if joint is None:
        return
    tree.attach(subject, verb, "nsubj")
    tree.attach(joint, verb, "cc")


def _is_finite(tree: Tree, verb: int) -> bool:
    helped = tree.child(verb, "aux", "aux:pass") is not None
    return helped or "VerbForm=Fin" in tree.features[verb]


def _phrase_before(tree: Tree, end: int, governor: int) -> int | None:
    """The head of the conjunct that ends right before a token and begins after a governor."""
    if end == 0:
        return None
    for step in (end - 1, *tree.ancestors(end - 1)):
        if step <= governor:
            return None
        if tree.relations[step] == "conj":
            return step if tree.tags[step] in NOUN_TAGS else None
    return None


def _first_of(tree: Tree, head: int) -> int:
    """The first token of a phrase, its conjunction apart."""
    joints = set(tree.children(head, "cc", "punct"))
    return min(token for token in tree.subtree(head) if token not in joints)


def mend_names(tree: Tree, names: Sequence[Name]) -> None:
    """Make one phrase of every name: "the Saint Olga sailed" has no second subject."""
    for name in names:
        mend_name(tree, name.start, name.end)


def mend_name(tree: Tree, start: int, end: int) -> None:
    """Make one phrase of a name, and the subject of the verb that follows it and has none.

    As in "HMS Argyll fired warning shots", where parsers hang the name on "shots".
    """
    head = head_of(tree, start, end)
    for token in range(start, end):
        if token != head and not start <= tree.heads[token] < end:
            tree.attach(token, head, "flat")
    verb = end if end < len(tree) and tree.tags[end] == "VERB" else None
    if verb is None or not tree.sentence(start)[0] <= verb < tree.heads[head]:
        return
    if _is_finite(tree, verb) and tree.child(verb, "nsubj", "nsubj:pass") is None:
        tree.attach(head, verb, "nsubj")


def mend_lists(scene: Scene, names: Sequence[Name], attachment: Attachment) -> None:
    """Join names that stand in a list where the tree hangs a later one inside an earlier one."""
    for one, two in pairwise(names):
        start = phrase_start(attachment, two)
        if _is_list(scene, one.end, start):
            _join(scene, (phrase_start(attachment, one), one.end), (start, two.end))


def _is_list(scene: Scene, start: int, end: int) -> bool:
    words = scene.tree.lower[start:end]
    return bool(words) and set(words) <= _JOINTS and words[-1] in _CONJUNCTIONS


def _join(scene: Scene, one: tuple[int, int], two: tuple[int, int]) -> None:
    tree = scene.tree
    first, second = head_of(tree, *one), head_of(tree, *two)
    head = tree.heads[second]
    within = one[0] <= head < one[1]
    if tree.relations[second] == "conj" or not (within or _is_beside(tree, first, second)):
        return
    tree.attach(second, first, "conj")
    for token in range(one[1], two[0]):
        if tree.heads[token] != second:
            tree.attach(token, second, "cc" if tree.lower[token] in _CONJUNCTIONS else "punct")


def _is_beside(tree: Tree, first: int, second: int) -> bool:
    """Whether two names hang on one verb before them as if each had a part of its own in it."""
    verb = tree.heads[first]
    shared = tree.heads[second] == verb and verb < first
    return shared and tree.relations[first] in _CORE and tree.relations[second] in _CORE
