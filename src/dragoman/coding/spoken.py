"""What statements say of an act: appeals, warnings, verdicts, reasons for one's own act."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.debate import Debate
from dragoman.coding.grammar import subjects
from dragoman.coding.judgements import BLAMES_NOBODY, JUDGING, Judgement
from dragoman.coding.polarity import standing
from dragoman.coding.stretches import head_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from dragoman.coding.drafts import Party
    from dragoman.coding.protocols import StanceType
    from dragoman.coding.targets import Target
    from dragoman.coding.weighing import WeighingStanceTyper
    from dragoman.records import Stance

_OWN: frozenset[Stance] = frozenset({"support", "understanding"})
_SURE = 0.7
"""How sure a stance must be for words to be a view on what they tell of themselves."""


def contents(debate: Debate) -> Iterator[list[int]]:
    """The words of all statements of those who may hold a position."""
    for number in range(len(debate.statements)):
        if debate.speaking(number):
            yield debate.own_words(number)


def spoken(
    debate: Debate, typer: WeighingStanceTyper, judged: Collection[int] = ()
) -> Iterator[Judgement]:
    """The stance of every statement of those who may hold a position.

    Args:
        debate: The article.
        typer: Judges the statements.
        judged: Words that bring a judgement by themselves ("condemned"); what such a word brings
            is asked for words of judgement, but the network says nothing new of it.
    """
    for number, statement in enumerate(debate.statements):
        holders = debate.speaking(number)
        content = debate.own_words(number) if holders else ()
        if not content or _is_claim(debate, content):
            continue
        judge, cue = holders[0].party, statement.cue_head
        part = debate.targets.part(judge)
        typed = typer.judged(debate.doc, content, cue, part, alone=cue not in judged)
        if typed is None:
            continue
        typed, target = _aimed(debate, typed, content, judge)
        if target is None:
            continue
        yield Judgement(
            stance=typed.stance,
            score=typed.score * (1.0 if cue is None else standing(debate.tree, cue)),
            predicate=typed.tokens[0],
            words=typed.tokens,
            holders=holders,
            holder_words=statement.sources,
            target=target,
            statement=number,
        )


def _is_claim(debate: Debate, content: Sequence[int]) -> bool:
    """Whether what is said is but what somebody else said: "rejected the accusation"."""
    head = head_of(debate.tree, content[0], content[-1] + 1)
    return debate.targets.is_claim(head)


def _aimed(
    debate: Debate, typed: StanceType, content: Sequence[int], judge: Party
) -> tuple[StanceType, Target | None]:
    """The stance and the act it is taken on: named, referred to, the main one, or in words.

    Who did the main act and finds fault with somebody, without naming an act of theirs, puts the
    blame on them: that is a reason for what was done.
    """
    subject = _verdict_on(debate, typed)
    if subject is not None:
        about = debate.tree.subtree(subject)
        targets = debate.targets
        return typed, targets.named(about) or targets.referred(about, judge)
    target = _named(debate, typed, content, judge)
    if target is not None:
        return typed, target
    own = debate.targets.of_own(judge, typed.tokens[0])
    if own is not None and typed.stance in JUDGING:
        return replace(typed, stance="understanding"), own
    if own is not None and typed.stance in _OWN:
        return typed, own
    main = debate.targets.main(judge, typed.tokens[0])
    if main is not None and typed.stance not in BLAMES_NOBODY:
        return typed, main if _suits(debate, main, content, judge) else None
    return typed, main or _worded(debate, typed, content)


def _named(
    debate: Debate, typed: StanceType, content: Sequence[int], judge: Party
) -> Target | None:
    tree, targets = debate.tree, debate.targets
    sentence = tree.sentences[typed.tokens[0]]
    near = [token for token in content if tree.sentences[token] == sentence]
    shown = set(typed.tokens)
    for tokens in (near, content):
        found = targets.named(token for token in tokens if token not in shown)
        if found is not None:
            return found
    return targets.referred([token for token in near if token not in shown], judge)


def _suits(debate: Debate, main: Target, content: Sequence[int], judge: Party) -> bool:
    """Whether a verdict may be one on the main act, which it does not name.

    A verdict on those whom it was done to is none on the act: "we stand with the victims".
    """
    named = [actor for token in content for actor in debate.cast.at(token)]
    return isinstance(main.target, int) and debate.targets.suits(main.target, named, judge)


def _worded(debate: Debate, typed: StanceType, content: Sequence[int]) -> Target | None:
    """The words for a policy: a noun for acts, the clause that is judged, or what is told.

    An appeal that names no act judges none.
    """
    tree, targets = debate.tree, debate.targets
    for token in content:
        if targets.is_deed(token) and (found := targets.worded(token)) is not None:
            return found
    clause = tree.child(_clause(debate, typed.tokens[0]), "csubj")
    if clause is not None:
        return targets.told(tree.subtree(clause))
    if typed.stance in BLAMES_NOBODY or typed.score < _SURE:
        return None
    sentence = tree.sentences[typed.tokens[0]]
    return targets.told([token for token in content if tree.sentences[token] == sentence])


def _clause(debate: Debate, token: int) -> int:
    """The predicate of the clause a token stands in."""
    tree = debate.tree
    for step in (token, *tree.ancestors(token)):
        if tree.tags[step] == "VERB" or tree.child(step, "cop") is not None:
            return step
    return token


def _verdict_on(debate: Debate, typed: StanceType) -> int | None:
    """The noun that a verdict is said of ("the plan is reckless"), which then is what is judged."""
    tree, top = debate.tree, typed.tokens[0]
    if typed.stance in BLAMES_NOBODY or tree.child(top, "cop", "aux:pass") is None:
        return None
    found = subjects(tree, top)
    is_noun = bool(found) and tree.tags[found[0]] == "NOUN"
    return found[0] if is_noun and not debate.cast.at(found[0]) else None
