"""Who does what in a clause: subjects, objects, agents, obliques, negation, by the tree.

All functions take a :class:`~dragoman.coding.tree.Tree` and token indexes and answer with the
indexes of phrase heads. Conjuncts are not expanded (use ``tree.conjuncts``). Missing subjects
are found by conjunction, control and raising, participles and relative clauses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.coding.tree import Tree

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
RELATIVES = frozenset({"who", "whom", "which", "that", "whose"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor"})

_ACTIVE = frozenset(
    {"have", "has", "had", "'ve", "’ve", "will", "would", "'ll", "’ll", "wo", "shall", "should",
     "can", "ca", "could", "may", "might", "must", "do", "does", "did"}
)  # fmt: skip
"""Auxiliaries that make no passive by themselves."""

# Verbs whose infinitive is done by their subject although they have an object.
_SUBJECT_CONTROL = frozenset({"promise", "threaten", "vow", "pledge", "use", "offer", "take"})
_MAX_STEPS = 6


def subjects(tree: Tree, verb: int, steps: int = _MAX_STEPS) -> tuple[int, ...]:
    """Surface subjects of a predicate, also where another clause holds them."""
    own = tree.children(verb, *SUBJECTS)
    if own:
        nearest = [subject for subject in own if subject < verb][-1:] or own[:1]
        return tuple(antecedent(tree, subject, verb) for subject in nearest)
    if steps == 0 or tree.is_root(verb):
        return ()
    return _shared_subjects(tree, verb, steps - 1)


def _shared_subjects(tree: Tree, verb: int, steps: int) -> tuple[int, ...]:
    relation, head = tree.relations[verb], tree.heads[verb]
    if relation == "xcomp":
        return controllers(tree, head, steps)
    if relation in {"conj", "advcl", "ccomp", "parataxis"}:
        if relation == "parataxis" and tree.tags[verb] != "VERB":
            return ()
        return subjects(tree, head, steps)
    if relation == "acl:relcl":
        return (head,)
    if relation == "acl":
        return _noun_subjects(tree, verb, head, steps)
    return ()


def _noun_subjects(tree: Tree, verb: int, noun: int, steps: int) -> tuple[int, ...]:
    """Subject of a clause on a noun: the noun itself, or for "plan to attack" who plans."""
    if not is_infinitive(tree, verb) and tree.child(verb, "mark") is None:
        return (noun,)
    owner = tree.child(noun, "nmod:poss")
    owner = _naming_adjective(tree, noun) if owner is None else owner
    if owner is not None:
        return (owner,)
    first = tree.coordination_head(noun)
    governor = tree.heads[first]
    if tree.relations[first] in {"obj", "obl"} and governor != first:
        return subjects(tree, governor, steps)
    return (noun,)


def _naming_adjective(tree: Tree, noun: int) -> int | None:
    """The adjective of a name before a noun: "the Danish plan to expel them" is the Danes'."""
    named = (
        child
        for child in tree.children(noun, "amod")
        if tree.sentence(noun)[0] < child < noun and tree.words[child][:1].isupper()
    )
    return next(named, None)


def controllers(tree: Tree, governor: int, steps: int = _MAX_STEPS) -> tuple[int, ...]:
    """Who does the open complement of a verb: its object ("urged X to"), else its subject."""
    if tree.lemmas[governor] not in _SUBJECT_CONTROL:
        found = tree.child(governor, "obj", "iobj")
        if found is not None:
            return (antecedent(tree, found, governor),)
        for oblique in tree.children(governor, "obl"):
            if tree.case(oblique) in {"on", "upon"} and tree.lemmas[governor] == "call":
                return (oblique,)
    return subjects(tree, governor, steps)


def antecedent(tree: Tree, token: int, verb: int) -> int:
    """The noun a relative pronoun stands for; any other token stands for itself."""
    if tree.lower[token] not in RELATIVES or tree.tags[token] not in {"PRON", "SCONJ", "DET"}:
        return token
    clause = relative_clause(tree, verb)
    return token if clause is None else tree.heads[clause]


def relative_clause(tree: Tree, verb: int) -> int | None:
    """The head verb of the relative clause a verb belongs to (itself, or by conjunction)."""
    for step in (verb, *tree.ancestors(verb)):
        if tree.relations[step] == "acl:relcl":
            return step
        if tree.relations[step] not in {"conj", "xcomp", "ccomp"}:
            return None
    return None


def objects(tree: Tree, verb: int) -> tuple[int, ...]:
    """Direct objects of a verb, resolved through relative pronouns and gaps."""
    own = tree.children(verb, "obj") or _late_subjects(tree, verb) or _lone_indirect(tree, verb)
    if own:
        return tuple(antecedent(tree, item, verb) for item in own)
    gap = _gap(tree, verb)
    if gap is not None:
        return (gap,)
    return _shared_objects(tree, verb)


def _late_subjects(tree: Tree, verb: int) -> list[int]:
    """A second subject behind the verb is an object that the parser has mistaken."""
    found = tree.children(verb, "nsubj", "nsubj:pass")
    if len(found) < 2 or found[0] > verb:
        return []
    return [item for item in found[1:] if item > verb]


def _lone_indirect(tree: Tree, verb: int) -> list[int]:
    """An indirect object without a direct one, before what it is to do: "allowed them to go".

    Nothing is given there, so that it is the object.
    """
    if not any(is_infinitive(tree, clause) for clause in tree.children(verb, "xcomp")):
        return []
    return tree.children(verb, "iobj")


def _gap(tree: Tree, verb: int) -> int | None:
    """The noun a relative clause without pronoun leaves out ("the town Israel bombed")."""
    if tree.relations[verb] != "acl:relcl" or is_passive(tree, verb):
        return None
    subject = tree.child(verb, "nsubj")
    if subject is None or tree.lower[subject] in RELATIVES:
        return None
    if any(
        tree.tags[item] == "PRON" and tree.lower[item] in RELATIVES
        for item in tree.children(verb, "obl", "iobj", "nmod")
    ):
        return None
    return tree.heads[verb]


def _shared_objects(tree: Tree, verb: int) -> tuple[int, ...]:
    """One object for two verbs: "arrested and deported ten people"."""
    if is_passive(tree, verb) or tree.child(verb, "obl", "xcomp", "ccomp", "advcl") is not None:
        return ()
    for other in tree.children(verb, "conj"):
        if tree.tags[other] == "VERB" and not tree.children(other, *SUBJECTS):
            return tuple(tree.children(other, "obj"))
    return ()


def indirect_objects(tree: Tree, verb: int) -> tuple[int, ...]:
    """Indirect objects ("gave Kyiv tanks")."""
    return tuple(antecedent(tree, item, verb) for item in tree.children(verb, "iobj"))


def agents(tree: Tree, verb: int) -> tuple[int, ...]:
    """Who did a passive verb ("by X")."""
    own = [item for item in tree.children(verb, "obl:agent") if tree.case(item) in {"by", ""}]
    if not own:
        own = [item for item in tree.children(verb, "obl") if tree.case(item) == "by"]
    return tuple(antecedent(tree, item, verb) for item in own)


def obliques(tree: Tree, head: int, *cases: str) -> tuple[int, ...]:
    """Prepositional phrases of a verb or noun with one of the cases, in text order."""
    return tuple(
        antecedent(tree, item, head)
        for item in tree.children(head, "obl", "nmod", "obl:agent", "nmod:poss", "advcl")
        if tree.case(item) in cases
    )


def possessors(tree: Tree, noun: int) -> tuple[int, ...]:
    """Whose: "X's attack", "their attack"."""
    return tuple(tree.children(noun, "nmod:poss"))


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether the verb is passive, finite ("was hit") or a participle on a noun ("hit by")."""
    if tree.child(verb, "aux:pass", "obl:agent") is not None:
        return True
    if tree.child(verb, "nsubj:pass") is not None:
        return not (_late_subjects(tree, verb) or _is_plainly_active(tree, verb))
    features = tree.features[verb]
    if tree.relations[verb] == "acl" and "VerbForm=Part" in features:
        return "Tense=Past" in features or "Voice=Pass" in features
    if tree.relations[verb] == "conj" and tree.child(verb, "nsubj", "aux", "obj") is None:
        return "VerbForm=Part" in features and is_passive(tree, tree.heads[verb])
    return False


def _is_plainly_active(tree: Tree, verb: int) -> bool:
    """Whether a finite verb has auxiliaries, none of them "be": "its officers had fired"."""
    found = {tree.lower[item] for item in tree.children(verb, "aux")}
    return bool(found) and found <= _ACTIVE


def is_infinitive(tree: Tree, verb: int) -> bool:
    """Whether the verb stands with "to"."""
    return any(tree.lower[item] == "to" for item in tree.children(verb, "mark"))


def is_negated(tree: Tree, head: int) -> bool:
    """Whether a predicate or noun is negated by a word of its own ("not", "never", "no")."""
    return any(
        tree.lower[child] in NEGATIONS
        for child in tree.children(head, "advmod", "det", "cc:preconj", "aux", "cc")
    )


def auxiliaries(tree: Tree, verb: int) -> tuple[str, ...]:
    """Lower-case auxiliaries of a verb ("will", "have"), with those of its first conjunct."""
    own = tree.children(verb, "aux", "aux:pass", "cop")
    if not own and tree.relations[verb] == "conj" and not tree.children(verb, *SUBJECTS):
        own = tree.children(tree.heads[verb], "aux", "aux:pass", "cop")
    return tuple(tree.lower[item] for item in own)
