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
from dragoman.coding.polarity import effect_words, standing
from dragoman.coding.stance import STRENGTH, StanceWords, stance_table

if TYPE_CHECKING:
    from dragoman.coding.drafts import Party
    from dragoman.coding.protocols import StanceType, StanceTyper
    from dragoman.coding.targets import Target
    from dragoman.records import Stance

_ACT_CASES = frozenset(
    {"about", "over", "at", "for", "of", "on", "with", "to", "against", "regarding", "by",
     "concerning", "towards", "toward"}
)  # fmt: skip
_CIRCUMSTANCES = frozenset(
    {"after", "following", "in", "as", "while", "when", "since", "before", "amid"}
)
_CLAUSES = frozenset({"acl", "ccomp", "advcl"})
_BLAMES_NOBODY = frozenset({"restraint", "concern"})
_BLAMING = frozenset({"blame", "accuse"})
_REASON_CASES = frozenset({"for", "over", "after", "of"})
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
            heads = agents(tree, verb) if is_passive(tree, verb) else subjects(tree, verb)
            for head in heads:
                holders = debate.holders(head)
                yield from _judgements(debate, row, verb, (head, holders), judged)
            break


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
        return None
    return [*found, *_reasons(debate, verb, found)]


def _governed(debate: Debate, verb: int, words: Sequence[str]) -> list[int]:
    tree = debate.tree
    for child in tree.children(verb, "obl", "advcl"):
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


def judged_by_noun(debate: Debate, _typer: StanceTyper) -> Iterator[Judgement]:
    """As in "X voiced concern over the raid"; "X's condemnation of it"; "support from X for it"."""
    tree = debate.tree
    for noun, tag in enumerate(tree.tags):
        if tag != "NOUN":
            continue
        for row in stance_table().at("noun", *forms(tree, noun)):
            head, predicate = _who_has(debate, noun)
            if head is None:
                continue
            acts = _acts_of_noun(debate, noun, predicate, head)
            holders = debate.holders(head)
            voiced = predicate != noun
            yield from _judgements(debate, row, noun, (head, holders), acts, supposed=voiced)


def _who_has(debate: Debate, noun: int) -> tuple[int | None, int]:
    """Who has a view named by a noun, and the verb it is voiced with (or the noun itself)."""
    tree = debate.tree
    governor = tree.heads[tree.coordination_head(noun)]
    voiced = is_one_of(tree, governor, effect_words("voicing"))
    if voiced and tree.relations[tree.coordination_head(noun)] == "obj":
        found = subjects(tree, governor)
        return (found[0] if found else None), governor
    for child in tree.children(noun, "nmod:poss", "nmod"):
        if tree.relations[child] == "nmod:poss" or tree.case(child) in {"by", "from"}:
            return child, noun
    return None, noun


def _acts_of_noun(debate: Debate, noun: int, predicate: int, holder: int) -> list[int]:
    tree = debate.tree
    near = [*tree.children(noun, "nmod", "acl", "ccomp", "advcl")]
    if predicate != noun:
        near += tree.children(predicate, "obl")
    return _felt_about(debate, noun, [child for child in near if child != holder])


def judged_by_adjective(debate: Debate, _typer: StanceTyper) -> Iterator[Judgement]:
    """As in "X is alarmed by the raid", "X remains opposed to it", "X is worried that …"."""
    tree = debate.tree
    for word, tag in enumerate(tree.tags):
        if tag not in {"ADJ", "VERB"}:
            continue
        for row in stance_table().at("adjective", tree.lower[word]):
            if not is_predicate(tree, word):
                continue
            near = tree.children(word, "obl", "obl:agent", "advcl", "ccomp", "xcomp")
            acts = _felt_about(debate, word, near)
            for head in subjects(tree, word)[:1]:
                holders = debate.holders(head)
                yield from _judgements(debate, row, word, (head, holders), acts)


def _felt_about(debate: Debate, word: int, near: Sequence[int]) -> list[int]:
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
        for head in subjects(tree, noun)[:1]:
            holders = debate.holders(head)
            yield from _judgements(debate, row, noun, (head, holders), [noun])


def blamed(debate: Debate, typer: StanceTyper) -> Iterator[Judgement]:
    """Blame ("X blamed Y for the war") takes the side of who acted on Y, or judges what Y did."""
    tree = debate.tree
    for verb, tag in enumerate(tree.tags):
        if tag != "VERB" or not is_one_of(tree, verb, _BLAMING):
            continue
        if is_passive(tree, verb):
            continue
        for blamed_head in objects(tree, verb)[:1]:
            acts = _reasons(debate, verb, [blamed_head])
            for head in subjects(tree, verb)[:1]:
                yield from _blame(debate, typer, verb, (head, blamed_head), acts)


def _blame(
    debate: Debate, typer: StanceTyper, verb: int, sides: tuple[int, int], acts: list[int]
) -> Iterator[Judgement]:
    tree, targets = debate.tree, debate.targets
    holders = debate.holders(sides[0])
    tokens = [token for act in acts for token in tree.subtree(act)]
    blamed_sides = [holder.party for holder in debate.holders(sides[1])]
    judge = holders[0].party if holders else None
    target = targets.named(tokens) or targets.referred(tokens, judge) or targets.main(judge)
    if target is None or not isinstance(target.target, int) or not blamed_sides:
        return
    number = target.target
    if is_one_of(tree, verb, {"blame"}) and _is_turned(debate, number, blamed_sides):
        stance, score = "understanding", 0.7
    else:
        typed = typer(debate.doc, tokens, verb)
        strong = typed is not None and typed.stance == "condemnation"
        strong = strong or _is_grave(debate, tokens)
        stance, score = ("condemnation", 0.7) if strong else ("criticism", 0.7)
    row = StanceWords((tree.lemmas[verb],), "verb", _stance(stance), score)
    yield from _judgements(debate, row, verb, (sides[0], holders), acts, chosen=target)


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


def spoken(debate: Debate, typer: StanceTyper) -> Iterator[Judgement]:
    """What a statement says of an act: appeals, warnings, verdicts, reasons for one's own act."""
    tree = debate.tree
    for number, statement in enumerate(debate.statements):
        holders = debate.speaking(number)
        if not holders:
            continue
        content = debate.own_words(number)
        typed = typer(debate.doc, content, statement.cue_head)
        if typed is None:
            continue
        target = _target_of_speech(debate, typed, content, holders[0].party)
        if target is None:
            continue
        yield Judgement(
            stance=typed.stance,
            score=typed.score * (1.0 if statement.cue_head is None
                                 else standing(tree, statement.cue_head)),
            predicate=typed.tokens[0],
            words=typed.tokens,
            holders=holders,
            holder_words=statement.sources,
            target=target,
            statement=number,
        )  # fmt: skip


def _target_of_speech(
    debate: Debate, typed: StanceType, content: Sequence[int], judge: Party
) -> Target | None:
    """The act that a statement is about: named in it, referred to in it, else the main one."""
    tree, targets = debate.tree, debate.targets
    subject = _verdict_on(debate, typed)
    if subject is not None:
        about = tree.subtree(subject)
        return targets.named(about) or targets.referred(about, judge)
    sentence = tree.sentences[typed.tokens[0]]
    near = [token for token in content if tree.sentences[token] == sentence]
    shown = set(typed.tokens)
    for tokens in (near, content):
        found = targets.named(token for token in tokens if token not in shown)
        if found is not None:
            return found
    return targets.referred(near, judge) or _supposed(debate, typed.stance, content, judge)


def _supposed(
    debate: Debate, stance: Stance, content: Sequence[int], judge: Party
) -> Target | None:
    """The main act, as what a statement is about that names none.

    A verdict on those whom it was done to is none on the act: "we stand with the victims".
    """
    main = debate.targets.main(judge)
    if main is None or stance in _BLAMES_NOBODY or not isinstance(main.target, int):
        return main
    named = [actor for token in content for actor in debate.cast.at(token)]
    return main if debate.targets.suits(main.target, named, judge) else None


def _verdict_on(debate: Debate, typed: StanceType) -> int | None:
    """The noun that a verdict is said of ("the plan is reckless"), which then is what is judged."""
    tree, top = debate.tree, typed.tokens[0]
    if typed.stance in _BLAMES_NOBODY or tree.child(top, "cop", "aux:pass") is None:
        return None
    found = subjects(tree, top)
    is_noun = bool(found) and tree.tags[found[0]] == "NOUN"
    return found[0] if is_noun and not debate.cast.at(found[0]) else None


def _judgements(
    debate: Debate,
    row: StanceWords,
    predicate: int,
    holder: tuple[int, tuple[Holder, ...]],
    acts: Sequence[int],
    *,
    supposed: bool = False,
    chosen: Target | None = None,
) -> Iterator[Judgement]:
    """The judgement of one holder's phrase on the act among some phrases, if there is one."""
    head, holders = holder
    if not holders:
        return
    target = chosen or _target(debate, row.stance, acts, holders[0].party)
    if target is None and supposed and not acts and row.stance != "support":
        target = debate.targets.main(holders[0].party)
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
    """The act that phrases name; a side that is judged stands for the act it did."""
    tree, targets = debate.tree, debate.targets
    if heads and targets.is_conduct(heads[0]):
        return targets.named([heads[0]])
    tokens = [token for head in heads for token in tree.subtree(head, frozenset({"acl:relcl"}))]
    found = targets.named(tokens) or targets.referred(tokens, judge)
    if found is not None or not heads:
        return found
    sides = debate.cast.denoted(heads[0])
    if sides:
        main = targets.main(judge)
        if main is None or stance != "support" or not isinstance(main.target, int):
            return None
        return main if any(targets.by(main.target, side) for side in sides) else None
    return targets.worded(heads[0])


RULES: tuple[Rule, ...] = (
    judged_by_verb,
    judged_by_noun,
    judged_by_adjective,
    standing_for,
    blamed,
    spoken,
)
