"""Attributions by rule: cue verbs and "according to" in the tree.

The rules follow the habits of the PolNeAR corpus as its training part shows them: the content
holds its "that", its infinitive "to" and its quotation marks, but no full stop or comma outside
of them; the cue holds auxiliaries ("has said"), negation and adverbs before the verb ("also
said", "did not say"), particles and governed prepositions; the one spoken to ("told reporters")
is in neither; the source holds its titles and appositions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from dragoman.coding.cues import Cues, CueVerb
from dragoman.coding.grammar import (
    RELATIVES,
    agents,
    antecedent,
    is_infinitive,
    is_passive,
    subjects,
)
from dragoman.coding.inflection import forms, is_one_of
from dragoman.coding.polarity import effect_words
from dragoman.coding.tree import Tree

Tokens = tuple[int, ...]

_COMPLETING = frozenset({"as", "for", "of", "over", "with", "on"})
_PUNCTUATION = frozenset({"PUNCT", "SPACE"})
_MARKS = frozenset({'"', "“", "”", "''", "``", "«", "»", "'", "‘", "’", "(", ")"})
_LOOSE_CLAUSES = frozenset({"acl:relcl", "parataxis", "advcl"})

SURE = 0.85
LIKELY = 0.7
WEAK = 0.55


@dataclass(frozen=True, slots=True)
class Finding:
    """One attribution as token indexes.

    ``cue_head`` is the head of the cue; ``scope`` holds the source of another finding that
    stands for this one's where it has none of its own.
    """

    source: Tokens
    cue: Tokens
    content: Tokens
    cue_head: int | None
    confidence: float
    scope: Tokens = ()


Content = tuple[Iterable[int], float]
Rule = Callable[[Tree, int, CueVerb], "Content | None"]


def rule_findings(tree: Tree, table: Cues) -> Iterator[Finding]:
    """All attributions the tree shows, in order of their cues."""
    for token, tag in enumerate(tree.tags):
        if tag == "VERB":
            if tree.relations[token] not in {"amod", "compound", "case", "mark"}:
                yield from _of_verb(tree, token, table)
        elif tree.lower[token] == "according":
            yield from _according(tree, token)


def _of_verb(tree: Tree, verb: int, table: Cues) -> Iterator[Finding]:
    for entry in sorted(table.entries(forms(tree, verb)), key=lambda item: not item.particle):
        if entry.particle and not _particle(tree, verb, entry.particle):
            continue
        found = _content(tree, verb, entry)
        if found is None:
            continue
        content, confidence = found
        finding = _finding(tree, verb, entry, content, confidence)
        if finding is not None:
            yield finding
            return


def _content(tree: Tree, verb: int, entry: CueVerb) -> Content | None:
    for frame, rule in _RULES:
        if frame in entry.frames:
            found = rule(tree, verb, entry)
            if found is not None:
                return found
    return None


def _finding(
    tree: Tree, verb: int, entry: CueVerb, content: Iterable[int], confidence: float
) -> Finding | None:
    cue = cue_tokens(tree, verb, entry.particle)
    kept = trimmed(tree, set(content) - set(cue))
    source = source_beside(tree, verb, kept)
    if not kept or not source or _is_purpose(tree, verb):
        return None
    return Finding(source, cue, trimmed(tree, set(kept) - set(source)), verb, confidence)


def _is_purpose(tree: Tree, verb: int) -> bool:
    """Whether the verb is but a purpose or wish: "a chance to propose", "need to admit"."""
    if not is_infinitive(tree, verb):
        return False
    if tree.relations[verb] == "xcomp":
        wished = effect_words("wishing") | effect_words("required")
        return is_one_of(tree, tree.heads[verb], wished)
    return tree.relations[verb] in {"acl", "advcl"}


# The content, frame by frame ------------------------------------------------------------------


def clause(tree: Tree, verb: int, _entry: CueVerb) -> Content | None:
    """As in "X said that A"; "A, X said" where the tree makes A the governor."""
    below = tree.children(verb, "ccomp")
    if below:
        return {token for child in below for token in tree.subtree(child)}, SURE
    if tree.relations[verb] == "parataxis" and tree.child(verb, "nsubj") is not None:
        return set(tree.subtree(tree.heads[verb])) - set(tree.subtree(verb)), LIKELY
    return None


def infinitive(tree: Tree, verb: int, _entry: CueVerb) -> Content | None:
    """As in "X vowed to A", "X told them to A" (without those who are told)."""
    for child in tree.children(verb, "xcomp"):
        if is_infinitive(tree, child):
            return tree.subtree(child), LIKELY
    return None


def object_with_infinitive(tree: Tree, verb: int, _entry: CueVerb) -> Content | None:
    """As in "X urged both sides to A"."""
    first = tree.child(verb, "obj", "iobj", "nsubj:pass")
    for child in tree.children(verb, "xcomp", "ccomp", "advcl"):
        if first is not None and is_infinitive(tree, child):
            return {*tree.subtree(first), *tree.subtree(child)}, SURE
    return None


def plain_object(tree: Tree, verb: int, _entry: CueVerb) -> Content | None:
    """As in "X condemned A as B"; in the passive "A was condemned by X"."""
    if is_passive(tree, verb):
        first = tree.child(verb, "nsubj:pass", "nsubj")
        if first is None and tree.relations[verb] in {"acl", "acl:relcl"}:
            return None
        if first is None or not agents(tree, verb):
            return None
        return _phrase_of(tree, first, verb), WEAK
    first = tree.child(verb, "obj")
    if first is None or tree.child(verb, "iobj") is not None:
        return None
    return {*_phrase_of(tree, first, verb), *_completion(tree, verb, first)}, WEAK


def _phrase_of(tree: Tree, head: int, verb: int) -> list[int]:
    """The words of a phrase; of a relative pronoun, those of the noun it stands for."""
    if tree.lower[head] not in RELATIVES:
        return tree.subtree(head)
    noun = antecedent(tree, head, verb)
    if noun == head and tree.relations[verb] in {"acl", "acl:relcl"}:
        noun = tree.heads[verb]
    case = {item for child in tree.children(noun, "case") for item in tree.subtree(child)}
    inside = tree.subtree(noun, _LOOSE_CLAUSES | {"acl"})
    return [token for token in inside if token not in case]


def called_object(tree: Tree, verb: int, _entry: CueVerb) -> Content | None:
    """As in "X called it a mistake": only with what the object is called."""
    first = tree.child(verb, "obj")
    if first is None or is_passive(tree, verb):
        return None
    named = [child for child in tree.children(verb, "xcomp") if not is_infinitive(tree, child)]
    if not named:
        return None
    below = {token for child in named for token in tree.subtree(child)}
    return {*tree.subtree(first), *below}, LIKELY


def governed(tree: Tree, verb: int, entry: CueVerb) -> Content | None:
    """As in "X called for A", "X warned of A", "X insisted on doing A"."""
    first = _governed(tree, verb, entry.particle)
    return None if first is None else (tree.subtree(first), SURE)


def governed_with_infinitive(tree: Tree, verb: int, entry: CueVerb) -> Content | None:
    """As in "X called on both sides to A"; a bare "X called on B" is a visit."""
    first = _governed(tree, verb, entry.particle)
    if first is None:
        return None
    for child in (*tree.children(verb, "xcomp", "advcl", "ccomp"), *tree.children(first, "acl")):
        if is_infinitive(tree, child):
            return {*tree.subtree(first), *tree.subtree(child)}, SURE
    return None


_RULES: tuple[tuple[str, Rule], ...] = (
    ("prep-to", governed_with_infinitive),
    ("prep", governed),
    ("object-to", object_with_infinitive),
    ("clause", clause),
    ("to", infinitive),
    ("object-as", called_object),
    ("object", plain_object),
)


def _completion(tree: Tree, verb: int, first: int) -> Iterator[int]:
    for child in tree.children(verb, "obl", "xcomp", "advcl", "obl:agent"):
        starts = tree.lower[tree.subtree(child)[0]]
        if child > first and (starts in _COMPLETING or tree.relations[child] == "xcomp"):
            yield from tree.subtree(child)


def _particle(tree: Tree, verb: int, particle: str) -> bool:
    if any(tree.lower[child] == particle for child in tree.children(verb, "compound:prt")):
        return True
    if any(tree.lower[child] == particle for child in tree.children(verb, "xcomp", "advmod")):
        return True
    return _governed(tree, verb, particle) is not None


def _governed(tree: Tree, verb: int, particle: str | None) -> int | None:
    for child in tree.children(verb, "obl", "advcl", "xcomp", "obl:agent"):
        marks = {tree.lower[mark] for mark in tree.children(child, "mark")}
        if child > verb and particle in {tree.case(child), *marks}:
            return child
    return None


# "according to" -------------------------------------------------------------------------------


def _according(tree: Tree, token: int) -> Iterator[Finding]:
    if token + 1 >= len(tree) or tree.lower[token + 1] != "to":
        return
    cue = (token, token + 1)
    head = tree.heads[token] if tree.relations[token] == "case" else tree.child(token, "obl")
    if head is None:
        return
    governed = head if tree.relations[token] == "case" else token
    source = trimmed(tree, set(tree.subtree(head)) - set(cue))
    whole = set(tree.subtree(_clause_of(tree, governed))) - set(tree.subtree(governed))
    content = trimmed(tree, whole - set(cue))
    if content and source:
        yield Finding(source, cue, content, token, SURE)


def _clause_of(tree: Tree, token: int) -> int:
    """The predicate of the clause a phrase hangs in."""
    governor: int = tree.heads[token]
    for step in (governor, *tree.ancestors(governor)):
        if tree.tags[step] == "VERB" or tree.child(step, "nsubj", "cop") is not None:
            return step
    return tree.coordination_head(governor)


# Source, cue and the edges of a content -------------------------------------------------------


def cue_tokens(tree: Tree, verb: int, particle: str | None = None) -> Tokens:
    """The verb with its auxiliaries, negation, adverbs before it, particle and preposition."""
    kept = {verb}
    for child in tree.children(verb):
        relation = tree.relations[child]
        adverb = relation == "advmod" and child < verb and not tree.children(child)
        if adverb or relation in {"aux", "aux:pass", "compound:prt"}:
            kept.add(child)
    if is_infinitive(tree, verb):
        kept.update(tree.children(verb, "mark"))
    if particle:
        kept.update(_particle_tokens(tree, verb, particle))
    first = min((token for token in kept if _joined(tree, token, verb, kept)), default=verb)
    return tuple(sorted(token for token in kept if token >= first))


def _joined(tree: Tree, token: int, verb: int, kept: set[int]) -> bool:
    return all(
        step in kept or tree.tags[step] in {"PART", "ADV", "AUX"} for step in range(token, verb)
    )


def _particle_tokens(tree: Tree, verb: int, particle: str) -> Iterator[int]:
    for child in tree.children(verb):
        if tree.lower[child] == particle:
            yield child
        elif tree.relations[child] in {"obl", "advcl", "xcomp"}:
            yield from (
                item
                for item in tree.children(child, "case", "mark")
                if tree.lower[item] == particle
            )


def source_of(tree: Tree, head: int, verb: int) -> Tokens:
    """The phrase of a source: with titles, appositions and conjuncts.

    Of a phrase whose clause holds the cue itself, only what stands before that; of a phrase that
    the tree tears apart, the part beside the cue.
    """
    whole = tree.subtree(head)
    if verb in whole:
        whole = tree.subtree(head, without=_LOOSE_CLAUSES)
        whole = [token for token in whole if token < verb]
    case = {item for child in tree.children(head, "case") for item in tree.subtree(child)}
    ends_with_case = {item for item in case if tree.tags[item] != "PART"}
    return _beside(tree, trimmed(tree, set(whole) - ends_with_case), verb)


def _beside(tree: Tree, tokens: Tokens, verb: int) -> Tokens:
    """The run of tokens nearest to a verb, where more than punctuation parts them."""
    runs: list[list[int]] = []
    for token in tokens:
        last = runs[-1][-1] if runs else None
        if last is not None and all(
            tree.tags[item] in _PUNCTUATION for item in range(last + 1, token)
        ):
            runs[-1].append(token)
        else:
            runs.append([token])
    if not runs:
        return ()
    near = min(runs, key=lambda run: min(abs(run[0] - verb), abs(run[-1] - verb)))
    while len(near) > 1 and tree.tags[near[0]] == "CCONJ":
        near = near[1:]
    return trimmed(tree, near)


def source_beside(tree: Tree, verb: int, content: Tokens) -> Tokens:
    """The source of a cue verb by the tree: its subject, in the passive its agent."""
    heads = agents(tree, verb) if is_passive(tree, verb) else subjects(tree, verb)
    if not heads or heads[0] == verb:
        return ()
    inside = set(content)
    if heads[0] in inside and tree.relations[verb] != "parataxis":
        return ()
    return source_of(tree, heads[0], verb)


def trimmed(tree: Tree, tokens: Iterable[int]) -> Tokens:
    """Sorted tokens without punctuation at either end, save quotation marks and brackets.

    A conjunction at the end joins what follows, so it goes as well.
    """
    kept = sorted(set(tokens))
    while kept and (_loose(tree, kept[-1]) or tree.tags[kept[-1]] == "CCONJ"):
        kept.pop()
    first = 0
    while first < len(kept) and _loose(tree, kept[first]):
        first += 1
    return tuple(kept[first:])


def _loose(tree: Tree, token: int) -> bool:
    return tree.tags[token] in _PUNCTUATION and tree.words[token] not in _MARKS
