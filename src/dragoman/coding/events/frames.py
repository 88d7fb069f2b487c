"""What stands around a trigger: who, whom, and the phrases with their prepositions.

A :class:`Frame` is read off the tree once for a verb or noun and answers all conditions and
all questions for arguments about it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.coding import grammar
from dragoman.coding.events.words import words
from dragoman.coding.lexicon import singular

if TYPE_CHECKING:
    from dragoman.coding.tree import Tree

_MODIFIERS = ("compound", "amod", "nmod:desc", "nmod:unmarked", "nummod", "flat", "goeswith")
_PARTICLE_TAGS = frozenset({"ADP", "ADV", "PART"})
_PARTICLES = frozenset(
    {
        "up", "out", "off", "down", "over", "back", "away", "in", "aside", "on", "through",
        "by", "apart", "around", "to", "together", "jointly", "home",
    }
)  # fmt: skip
_PHRASES = ("obl", "nmod", "obl:agent", "nmod:poss", "advcl", "acl", "obj", "nsubj", "xcomp")
"""What may stand behind a preposition; an open complement may as well: "put it on alert"."""
_CLAUSE_RELATIONS = frozenset({"root", "ccomp", "parataxis"})
_NOUN_RELATIONS = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "nmod", "compound"})
_VERBAL = frozenset({"obj", "aux", "aux:pass", "xcomp", "ccomp", "mark", "iobj", "obl:agent"})
_CORE = frozenset({"obj", "nsubj"})
_PLACING = frozenset({"in", "at"})
_FARTHER = frozenset({"with", "against", "on", "between"})
_OBLIQUE_CASES = frozenset(
    {"for", "to", "with", "against", "from", "of", "at", "on", "into", "in", "near", "during"}
)
_PHRASAL = frozenset({"come", "go", "engage", "participate", "be"})
_TIMES = frozenset(
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
        "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december", "day", "week", "month", "year", "night", "morning", "evening",
        "afternoon", "weekend", "hour", "minute", "today", "yesterday", "tomorrow", "time",
    }
)  # fmt: skip


@dataclass(slots=True)
class Frame:
    """The surroundings of one trigger.

    ``actors`` are the heads of who does it (subject, agent or owner), ``patients`` of whom it is
    done to, ``cases`` the heads behind each preposition, ``modifiers`` the lemmas of the words
    before a noun, ``governor`` the verb that has a noun as object.
    """

    tree: Tree
    head: int
    noun: bool
    passive: bool = False
    actors: tuple[int, ...] = ()
    patients: tuple[int, ...] = ()
    indirect: tuple[int, ...] = ()
    cases: dict[str, list[int]] = field(default_factory=dict)
    particles: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    governor: int | None = None


def frame_of(tree: Tree, head: int) -> Frame:
    """The frame of a verb, or of a noun."""
    if stands_as_noun(tree, head):
        return _noun_frame(tree, head)
    return _verb_frame(tree, head)


def stands_as_noun(tree: Tree, head: int) -> bool:
    """Whether a word is a noun, or a bare gerund used as one ("the Rossi killing:")."""
    if tree.tags[head] in {"NOUN", "PROPN"}:
        return True
    if tree.tags[head] != "VERB" or not tree.lower[head].endswith("ing"):
        return False
    if not _VERBAL.isdisjoint(tree.relations[child] for child in tree.children(head)):
        return False
    if tree.relations[head] in _CLAUSE_RELATIONS:
        return tree.child(head, "nsubj") == head - 1
    return tree.relations[head] in _NOUN_RELATIONS


def _verb_frame(tree: Tree, head: int) -> Frame:
    passive = grammar.is_passive(tree, head)
    surface = grammar.subjects(tree, head)
    frame = Frame(tree, head, noun=False, passive=passive)
    frame.actors = grammar.agents(tree, head) if passive else surface
    frame.patients = surface if passive else grammar.objects(tree, head)
    frame.patients = tuple(item for item in frame.patients if not _is_oblique(tree, item))
    if not frame.patients and not passive:
        frame.patients = tuple((named_complements(tree, head) or _bare_obliques(tree, head))[:1])
    frame.indirect = grammar.indirect_objects(tree, head)
    if passive and tree.child(head, "obj") is not None:
        frame.indirect, frame.patients = frame.patients, grammar.objects(tree, head)
    frame.cases = _cases(tree, head)
    frame.particles = _particles(tree, head)
    return frame


def named_complements(tree: Tree, verb: int) -> list[int]:
    """A name as open complement where there is no object: "called Lula" is no naming.

    Nor is the second part of a name whose first is the object: "called King Salman".
    """
    names = [child for child in tree.children(verb, "xcomp") if tree.tags[child] == "PROPN"]
    own = tree.children(verb, "obj", "iobj")
    if not own:
        return names
    return [name for name in names if name - 1 in own and tree.tags[name - 1] == "PROPN"]


def _bare_obliques(tree: Tree, verb: int) -> list[int]:
    """Phrases behind a verb that the parser took for obliques though no preposition leads them."""
    return [
        child
        for child in tree.children(verb, "obl")
        if child > verb
        and tree.tags[child] in {"NOUN", "PROPN"}
        and not tree.case(child)
        and not _stray_case(tree, child)
        and not is_time(tree, child)
    ]


def _is_oblique(tree: Tree, head: int) -> bool:
    """Whether an object or subject stands behind a preposition, so that it is neither."""
    return tree.relations[head] in _CORE and tree.case(head) in _OBLIQUE_CASES


def _noun_frame(tree: Tree, head: int) -> Frame:
    frame = Frame(tree, head, noun=True)
    frame.cases = _cases(tree, head)
    frame.modifiers = frozenset(modifiers(tree, head))
    frame.governor = governing_verb(tree, head)
    return frame


def governing_verb(tree: Tree, noun: int) -> int | None:
    """The verb that has a noun as its object or passive subject, or after a preposition."""
    first = tree.coordination_head(noun)
    verb, relation = tree.heads[first], tree.relations[first]
    if verb == first or tree.tags[verb] not in {"VERB", "AUX"}:
        return _relative_verb(tree, first)
    if relation in {"obj", "nsubj:pass"}:
        return verb
    if relation == "obl" and words().verb(tree, verb) in _PHRASAL:
        return verb
    return _relative_verb(tree, first)


def _relative_verb(tree: Tree, noun: int) -> int | None:
    """The verb of "the attack that X launched", "sanctions imposed by X"."""
    for clause in tree.children(noun, "acl:relcl", "acl"):
        if tree.tags[clause] != "VERB":
            continue
        passive = grammar.is_passive(tree, clause)
        heads = grammar.subjects(tree, clause) if passive else grammar.objects(tree, clause)
        if noun in heads:
            return clause
    return None


def _cases(tree: Tree, head: int) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for child in tree.children(head, *_PHRASES):
        if tree.relations[child] in _CORE and not _is_oblique(tree, child):
            continue
        clause = tree.relations[child] in {"advcl", "acl"}
        case = _mark(tree, child) if clause else tree.case(child) or _stray_case(tree, child)
        if case and (clause or not is_time(tree, child)):
            found.setdefault(case, []).append(grammar.antecedent(tree, child, head))
    _add_objects_phrases(tree, head, found)
    _add_stranded(tree, head, found)
    _add_farther(tree, found)
    return found


def _add_farther(tree: Tree, found: dict[str, list[int]]) -> None:
    """A phrase that the parser hung on the place before it: "talks in Bishkek with X"."""
    places = [head for case in _PLACING for head in found.get(case, ())]
    for head in places:
        for child in tree.children(head, "nmod", "obl"):
            case = tree.case(child)
            if case in _FARTHER and case not in found and not is_time(tree, child):
                found[case] = [child]


def _add_stranded(tree: Tree, head: int, found: dict[str, list[int]]) -> None:
    """A preposition that stands alone has the antecedent: "the army they called on"."""
    if tree.relations[head] != "acl:relcl":
        return
    for child in tree.children(head, "obl", "nmod"):
        if tree.lower[child] in {"on", "at", "with", "to", "for", "against"}:
            found.setdefault(tree.lower[child], []).append(tree.heads[head])


def _add_objects_phrases(tree: Tree, head: int, found: dict[str, list[int]]) -> None:
    """Nothing is known of which verb a phrase on a conjunct belongs to: the first lends its own."""
    if tree.relations[head] != "conj" or tree.tags[head] != "VERB" or found:
        return
    if tree.child(head, "obj", "nsubj", "xcomp", "ccomp") is not None:
        return
    for case, heads in _cases(tree, tree.heads[head]).items():
        found.setdefault(case, []).extend(heads)


def _stray_case(tree: Tree, noun: int) -> str:
    """The preposition before a phrase that the tree hangs on the verb instead."""
    if tree.relations[noun] != "obl":
        return ""
    before = tree.phrase(noun)[0] - 1
    stray = before >= 0 and tree.tags[before] == "ADP" and tree.relations[before] != "compound:prt"
    return tree.lower[before] if stray else ""


def _mark(tree: Tree, clause: int) -> str:
    return " ".join(tree.lower[child] for child in tree.children(clause, "mark", "case"))


def _particles(tree: Tree, head: int) -> frozenset[str]:
    found = {
        tree.lower[child]
        for child in tree.children(head, "compound:prt", "advmod", "case")
        if tree.tags[child] in _PARTICLE_TAGS and tree.lower[child] in _PARTICLES
    }
    for child in tree.children(head, "obj"):
        found |= {word for word in tree.case(child).split() if word in _PARTICLES}
    for child in tree.children(head, "obl", "advmod"):
        if tree.lower[child] in {"down", "out", "up", "off", "over"}:
            found.add(tree.lower[child])
        for word in tree.case(child).split()[:1]:
            if " " in tree.case(child) and word in _PARTICLES:
                found.add(word)
    return frozenset(found)


def modifiers(tree: Tree, noun: int) -> list[str]:
    """Lemmas of the words that stand before a noun and describe it, and theirs."""
    found: list[str] = []
    for child in tree.children(noun, *_MODIFIERS):
        if child < noun:
            found.append(tree.lemmas[child])
            found.extend(modifiers(tree, child))
    return found


def is_time(tree: Tree, head: int) -> bool:
    """Whether a phrase tells a time ("on Friday"), not a thing."""
    if tree.lemmas[head] in _TIMES:
        return True
    below = tree.children(head) if tree.tags[head] == "NUM" else ()
    return any(tree.lemmas[child] in _TIMES for child in below)


def kernel(tree: Tree, head: int, steps: int = 3) -> int:
    """The noun that is meant: "troops" of "thousands of troops", "aid" of "$5m in aid"."""
    quantities = words().classes["quantity"]
    if steps and (tree.lemmas[head] in quantities or tree.tags[head] in {"NUM", "SYM", "DET"}):
        for child in tree.children(head, "nmod"):
            if tree.case(child) in {"of", "in"} and child > head:
                return kernel(tree, child, steps - 1)
    return head


def describing_words(tree: Tree, head: int) -> frozenset[str]:
    """Lemmas by which a phrase belongs to a class of nouns."""
    real = kernel(tree, head)
    own = (tree.lemmas[head], tree.lemmas[real], tree.lower[real], singular(tree.lower[real]))
    found = {*own, *modifiers(tree, real)}
    for owner in tree.children(real, "nmod:poss"):
        found.discard(tree.lemmas[owner])
    return frozenset(found)
