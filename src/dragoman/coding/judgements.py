"""Judgements on acts, one rule a way of wording.

Each rule is a generator that finds who judges which act how; a small table of sentences in
``tests/coding/test_positions.py`` shows what each must find and must leave.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.coding.debate import Debate, Holder, is_predicate
from dragoman.coding.grammar import agents, is_passive, objects, subjects
from dragoman.coding.inflection import forms, is_one_of
from dragoman.coding.judges import Judge, judges, judges_at
from dragoman.coding.polarity import standing
from dragoman.coding.stance import STRENGTH, StanceWords, stance_table

if TYPE_CHECKING:
    from dragoman.coding.drafts import Party
    from dragoman.coding.protocols import StanceTyper
    from dragoman.coding.targets import Target
    from dragoman.coding.tree import Tree
    from dragoman.records import Stance

_ACT_CASES = frozenset(
    {"about", "over", "at", "for", "of", "on", "with", "to", "against", "regarding", "by",
     "concerning", "towards", "toward"}
)  # fmt: skip
_CIRCUMSTANCES = frozenset(
    {"after", "following", "in", "as", "while", "when", "since", "before", "amid"}
)
_BESIDE = frozenset({"acl", "amod", "advcl"})
_CLAUSES = frozenset({"acl", "ccomp", "advcl"})
BLAMES_NOBODY: frozenset[Stance] = frozenset({"restraint", "concern"})
"""The stances that find fault with nobody."""
JUDGING: frozenset[Stance] = frozenset({"condemnation", "criticism"})
"""The stances that find fault."""
_BLAMING = frozenset({"blame", "accuse"})
_REASON_CASES = frozenset({"for", "over", "after", "of", "on"})
_STANDING_FOR: dict[str, Stance] = {
    "against": "criticism", "behind": "support", "in favour of": "support",
    "in favor of": "support",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Judgement:
    """A stance found in the text: what shows it and what it is about.

    ``predicate`` is the word it hangs on, ``words`` those that show the stance, ``holders`` who
    may hold it, ``judged`` the tokens that may name the act.
    """

    stance: Stance
    score: float
    predicate: int
    words: tuple[int, ...]
    holders: tuple[Holder, ...]
    holder_words: tuple[int, ...]
    target: Target
    statement: int | None = None


Rule = Callable[[Debate, "StanceTyper"], Iterator[Judgement]]


def judged_by_verb(debate: Debate, _typer: StanceTyper) -> Iterator[Judgement]:
    """As in "X condemned the raid"; "the raid, praised by X"; "X stands behind the decision"."""
    tree = debate.tree
    for verb, tag in enumerate(tree.tags):
        if tag != "VERB":
            continue
        for row in stance_table().at("verb", *forms(tree, verb)):
            judged = _judged(debate, verb, row)
            if judged is None:
                continue
            for judge in judges(debate, verb):
                main = _main_alone(debate, verb, judge) if not judged else None
                yield from judgements_on(debate, row, verb, judge, judged, chosen=main)
            break


def _main_alone(debate: Debate, verb: int, judge: Judge) -> Target | None:
    """The main act, as what a verb that says no more is about: "Norway applauded"."""
    if not _is_finite(debate.tree, verb):
        return None
    return debate.targets.main(judge.holders[0].party, verb)


def _is_finite(tree: Tree, verb: int) -> bool:
    return "VerbForm=Fin" in tree.features[verb] or tree.child(verb, "aux") is not None


def _judged(debate: Debate, verb: int, row: StanceWords) -> list[int] | None:
    """The heads of what a verb judges: its object, what its particle governs, its reasons."""
    tree = debate.tree
    if len(row.words) > 1:
        found = _governed(debate, verb, row.words[1:])
    elif is_passive(tree, verb):
        found = [item for item in subjects(tree, verb) if item not in agents(tree, verb)]
    else:
        found = [*objects(tree, verb), *tree.children(verb, "ccomp")]
    if not found:
        alone = len(row.words) == 1 and tree.child(verb, "obl", "xcomp", "advcl", "obl:agent")
        return [] if alone is None else None
    return [*found, *_reasons(debate, verb, found)]


def _governed(debate: Debate, verb: int, words: Sequence[str]) -> list[int]:
    tree = debate.tree
    near = tree.children(verb, "obl", "advcl")
    near += [item for thing in tree.children(verb, "obj") for item in tree.children(thing, "nmod")]
    for child in near:
        case = tree.case(child).split() or [""]
        between = set(tree.lower[verb + 1 : child])
        if case[-1] == words[-1] and set(words) <= between:
            return [child]
    return []


def _reasons(debate: Debate, verb: int, found: Sequence[int]) -> list[int]:
    """As in "condemned X for doing Y", "thanked X for Y"."""
    tree = debate.tree
    return [
        child
        for child in tree.children(verb, "obl", "advcl")
        if child > found[0]
        and (
            tree.case(child) in _REASON_CASES
            or any(tree.lower[mark] in _REASON_CASES for mark in tree.children(child, "mark"))
        )
    ]


def judged_by_adjective(debate: Debate, _typer: StanceTyper) -> Iterator[Judgement]:
    """As in "X is alarmed by the raid", "X remains opposed to it", "X is worried that …"."""
    tree = debate.tree
    for word, tag in enumerate(tree.tags):
        if tag not in {"ADJ", "VERB"}:
            continue
        for row in stance_table().at("adjective", tree.lower[word]):
            if not is_predicate(tree, word) and not _is_beside_name(tree, word):
                continue
            near = tree.children(word, "obl", "obl:agent", "advcl", "ccomp", "xcomp")
            acts = felt_about(debate, word, near)
            for judge in judges_at(debate, word, _who_feels(tree, word)):
                yield from judgements_on(debate, row, word, judge, acts, supposed=not near)


def _is_beside_name(tree: Tree, word: int) -> bool:
    """Whether a feeling stands between commas beside who has it: "X, alarmed by the raid, said"."""
    told = tree.child(word, "obl", "obl:agent", "ccomp", "xcomp") is not None
    return told and tree.relations[word] in _BESIDE and tree.lower[word - 1] == ","


def _who_feels(tree: Tree, word: int) -> list[int]:
    """Who is said to feel something: the subject, or the noun beside."""
    if is_predicate(tree, word):
        return list(subjects(tree, word)[:1])
    over = tree.heads[word]
    return list(subjects(tree, over)[:1]) if tree.relations[word] == "advcl" else [over]


def felt_about(debate: Debate, word: int, near: Sequence[int]) -> list[int]:
    """What a feeling is about: its complements; only without one what it comes after.

    "After the raid, X was angry with Y" is no word on the raid; "X was angry after the raid" is.
    """
    tree = debate.tree
    about: list[int] = []
    around: list[int] = []
    for child in near:
        words = {tree.case(child), *(tree.lower[mark] for mark in tree.children(child, "mark"))}
        if not words.isdisjoint(_CIRCUMSTANCES):
            around.append(child)
        elif words & _ACT_CASES or tree.relations[child] in _CLAUSES:
            about.append(child)
    return about or [child for child in around if child > word]


def standing_for(debate: Debate, _typer: StanceTyper) -> Iterator[Judgement]:
    """As in "X is against the raid", "X is in favour of the ban"."""
    tree = debate.tree
    for noun, tag in enumerate(tree.tags):
        if tag not in {"NOUN", "PROPN"} or tree.child(noun, "cop") is None:
            continue
        stance = _STANDING_FOR.get(tree.case(noun))
        if stance is None:
            continue
        row = StanceWords((tree.lemmas[noun],), "verb", stance, 0.75)
        for judge in judges_at(debate, noun, subjects(tree, noun)[:1]):
            yield from judgements_on(debate, row, noun, judge, [noun])


def blamed(debate: Debate, typer: StanceTyper) -> Iterator[Judgement]:
    """Blame ("X blamed Y for the war") takes the side of who acted on Y, or judges what Y did."""
    tree = debate.tree
    for verb, tag in enumerate(tree.tags):
        if tag != "VERB" or not is_one_of(tree, verb, _BLAMING):
            continue
        if is_passive(tree, verb):
            continue
        for blamed_head in objects(tree, verb)[:1]:
            acts = [*_reasons(debate, verb, [blamed_head]), *_charges(debate, blamed_head)]
            for judge in judges_at(debate, verb, subjects(tree, verb)[:1]):
                yield from _blame(debate, typer, verb, judge, blamed_head, acts)


def _charges(debate: Debate, blamed_head: int) -> list[int]:
    """What somebody is accused of, where the tree hangs it on him or on a later verb.

    As in "accused Baku of aggression and asked …"; the word behind him leads to it.
    """
    tree = debate.tree
    after = tree.phrase(blamed_head)[1]
    near = [*tree.children(blamed_head, "nmod", "acl"), *tree.heads[after : after + 1]]
    return [
        child
        for child in near
        if child > blamed_head
        and tree.case(child) in _REASON_CASES
        and not debate.cast.denoted(child)
    ]


def _blame(
    debate: Debate, typer: StanceTyper, verb: int, judge: Judge, head: int, acts: list[int]
) -> Iterator[Judgement]:
    tree, targets = debate.tree, debate.targets
    tokens = [token for act in acts for token in tree.subtree(act)]
    sides = [holder.party for holder in debate.holders(head)]
    party = judge.holders[0].party
    target = targets.named(tokens) or targets.referred(tokens, party)
    target = target or (targets.told(tokens) if tokens else targets.main(party, verb))
    if target is None or not sides:
        return
    number = target.target
    turned = isinstance(number, int) and _is_turned(debate, number, sides)
    if turned and is_one_of(tree, verb, {"blame"}):
        stance, score = "understanding", 0.7
    else:
        typed = typer(debate.doc, tokens, verb)
        strong = typed is not None and typed.stance == "condemnation"
        strong = strong or _is_grave(debate, tokens)
        stance, score = ("condemnation", 0.7) if strong else ("criticism", 0.7)
    row = StanceWords((tree.lemmas[verb],), "verb", _stance(stance), score)
    yield from judgements_on(debate, row, verb, judge, acts, chosen=target)


def _is_grave(debate: Debate, tokens: Sequence[int]) -> bool:
    """Whether what somebody is accused of is by its name condemned: "accused Y of aggression"."""
    matches = stance_table().matches(debate.tree, "content", tokens)
    return any(match.entry.stance == "condemnation" for match in matches)


def _is_turned(debate: Debate, number: int, sides: Sequence[Party]) -> bool:
    """Whether those who are blamed for an act are those it was done to."""
    targets = debate.targets
    return any(targets.upon(number, side) for side in sides) and not any(
        targets.by(number, side) for side in sides
    )


def _stance(name: str) -> Stance:
    return STRENGTH[STRENGTH.index(name)]


def judgements_on(
    debate: Debate,
    row: StanceWords,
    predicate: int,
    judge: Judge,
    acts: Sequence[int],
    *,
    supposed: bool = False,
    chosen: Target | None = None,
) -> Iterator[Judgement]:
    """The judgement of one holder's phrase on the act among some phrases, if there is one."""
    head, holders = judge
    if not holders:
        return
    target = chosen or _target(debate, row.stance, acts, holders[0].party)
    if target is None and supposed and not acts and row.stance != "support":
        target = debate.targets.main(holders[0].party, predicate)
    if target is None:
        return
    yield Judgement(
        stance=row.stance,
        score=row.score * standing(debate.tree, predicate),
        predicate=predicate,
        words=(predicate,),
        holders=holders,
        holder_words=tuple(range(*debate.tree.phrase(head))),
        target=target,
    )


def _target(debate: Debate, stance: Stance, heads: Sequence[int], judge: Party) -> Target | None:
    """The act that phrases name: the first is what is judged, the others say for what."""
    tree, targets = debate.tree, debate.targets
    if heads and targets.is_conduct(heads[0]):
        return targets.named([heads[0]])
    tokens = [token for head in heads for token in tree.subtree(head, frozenset({"acl:relcl"}))]
    found = targets.named(tokens) or targets.referred(tokens, judge)
    if found is not None or not heads:
        return found
    if debate.is_own_hand(heads[0], judge):
        return targets.of_own(judge, heads[0]) if stance == "support" else None
    sides = debate.cast.denoted(heads[0])
    if not sides:
        return targets.worded(heads[0])
    for reason in heads[1:]:
        named = targets.named_of(sides, tree.subtree(reason)) if stance == "support" else None
        named = named or targets.worded(reason) or targets.told(tree.subtree(reason))
        if named is not None:
            return named
    return targets.favour(sides, heads[0], judge) if stance == "support" else None


RULES: tuple[Rule, ...] = (
    judged_by_verb,
    judged_by_adjective,
    standing_for,
    blamed,
)
