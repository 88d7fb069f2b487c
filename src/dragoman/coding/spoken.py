"""What statements say of an act: appeals, warnings, verdicts, reasons for one's own act."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from dragoman.coding.attribution_rules import rule_findings
from dragoman.coding.cues import cues
from dragoman.coding.debate import Debate, Holder
from dragoman.coding.grammar import subjects
from dragoman.coding.inflection import forms
from dragoman.coding.judgements import BLAMES_NOBODY, Judgement
from dragoman.coding.polarity import standing
from dragoman.coding.stretches import head_of
from dragoman.coding.weighing import UNNAMED
from dragoman.records import codebook

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from dragoman.coding.drafts import Party
    from dragoman.coding.protocols import StanceType
    from dragoman.coding.targets import Target
    from dragoman.coding.tree import Tree
    from dragoman.coding.weighing import WeighingStanceTyper

_MARKS = frozenset({'"', "\u201c", "\u201d", "''", "``"})
_MATERIAL = frozenset({"material cooperation", "material conflict"})
_SURE = 0.7
"""How sure a stance must be for words to be a view on what they tell of themselves."""


class Said(NamedTuple):
    """What those who may hold a position say.

    ``sources`` are the tokens that name them, ``number`` that of the statement, if it is one.
    """

    holders: tuple[Holder, ...]
    content: list[int]
    cue: int | None
    sources: tuple[int, ...]
    number: int | None


def said(debate: Debate) -> list[Said]:
    """What is said by anybody who may hold a position, in statements and outside of them."""
    return [*_stated(debate), *_overheard(debate)]


def _stated(debate: Debate) -> Iterator[Said]:
    for number, statement in enumerate(debate.statements):
        holders = debate.speaking(number)
        content = debate.own_words(number) if holders else []
        if content:
            yield Said(holders, content, statement.cue_head, statement.sources, number)


def _overheard(debate: Debate) -> Iterator[Said]:
    """What a verb of saying or judging brings by the tree, where no statement was found."""
    tree = debate.tree
    known = {token for item in debate.statements for token in (item.cue_head, *item.sources)}
    by_tree = {item.cue_head: item for item in rule_findings(tree, cues())}
    for verb, tag in enumerate(tree.tags):
        if tag != "VERB" or verb in known or debate.statement_at(verb) is not None:
            continue
        finding = by_tree.get(verb)
        content = finding.content if finding is not None else _after_cue(tree, verb)
        found = subjects(tree, verb)[:1] if content else ()
        holders = debate.holders(found[0]) if found else ()
        if holders:
            yield Said(holders, sorted(content), verb, tuple(range(*tree.phrase(found[0]))), None)


def _after_cue(tree: Tree, verb: int) -> tuple[int, ...]:
    """What follows a cue, where the tree hangs it on in another way than cues take it.

    As "called on both sides to talk" with "on" as a part of the verb, or "called the use of
    force reckless" with "reckless" as an attribute.
    """
    after = tree.lower[verb + 1] if verb + 1 < len(tree.lower) else ""
    entries = cues().entries(forms(tree, verb))
    governed = any(entry.particle == after for entry in entries)
    named = any(entry.particle is None and "object-as" in entry.frames for entry in entries)
    if not governed and not named:
        return ()
    below = tree.subtree(verb, frozenset({"conj", "parataxis", "punct"}))
    return tuple(token for token in below if token > verb + governed)


def spoken(
    debate: Debate,
    all_said: Iterable[Said],
    typer: WeighingStanceTyper,
    judged: Collection[int] = (),
) -> Iterator[Judgement]:
    """The stance of all that those say who may hold a position.

    Args:
        debate: The article.
        all_said: What is said in it.
        typer: Judges what is said.
        judged: Words that bring a judgement by themselves ("condemned"); what such a word brings
            is asked for words of judgement, but the network says nothing new of it.
    """
    for item in all_said:
        if _is_claim(debate, item.content):
            continue
        judge = item.holders[0].party
        part = debate.targets.part(judge)
        shown = typer.shown(debate.doc, item.content, item.cue)
        if shown is None and (item.cue in judged or not _is_view(debate, item)):
            continue
        typed = typer.judged(item.content, shown, part)
        if typed is None:
            continue
        typed, target = _aimed(debate, typed, item.content, judge)
        guessed = shown is None and part != "did"
        if target is None or (guessed and target.supposed and typed.score < UNNAMED):
            continue
        yield Judgement(
            stance=typed.stance,
            score=typed.score * (1.0 if item.cue is None else standing(debate.tree, item.cue)),
            predicate=typed.tokens[0],
            words=typed.tokens,
            holders=item.holders,
            holder_words=item.sources,
            target=target,
            statement=item.number,
        )


def _is_view(debate: Debate, item: Said) -> bool:
    """Whether words may be a view though no table knows a word of judgement in them.

    They may where they are quoted or brought by a verb that is known to bring somebody's words;
    not where they but tell of the act itself ("said that jets had bombed the port"), where the
    verb does what it says ("declared martial law"), nor where only the tree says that anything
    is said.
    """
    tree = debate.tree
    if item.number is None or _is_deed(debate, item.cue) or debate.targets.is_news(item.content):
        return False
    brought = item.cue is None or bool(cues().entries(forms(tree, item.cue)))
    return brought or any(tree.words[token] in _MARKS for token in item.content)


def _is_deed(debate: Debate, cue: int | None) -> bool:
    """Whether a cue tells of more than words: of an event that is no act of speech."""
    return any(
        cue in event.triggers and codebook().quad(event.type) in _MATERIAL
        for event in debate.events
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
    blame on them: that is a reason for what was done. So is a reason that names those whom the
    main act was done to, while what is a reason for something else is one for what it tells.
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
    if own is not None and typed.stance not in BLAMES_NOBODY:
        return replace(typed, stance="understanding"), own
    main = debate.targets.main(judge, typed.tokens[0])
    if main is not None and typed.stance not in BLAMES_NOBODY:
        if _suits(debate, main, content, judge):
            return typed, main
        return typed, _worded(debate, typed, content) if typed.stance == "understanding" else None
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
