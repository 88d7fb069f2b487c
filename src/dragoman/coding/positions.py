"""Positions: what states, organisations and armed groups think of an act.

Each rule is a generator that finds candidates in one way of wording; :func:`positions` runs
them all and keeps, for one holder and one act, the stance that judges most.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.coding.debate import Debate, Holder, is_predicate
from dragoman.coding.drafts import Party, PositionDraft
from dragoman.coding.grammar import agents, is_passive, objects, subjects
from dragoman.coding.polarity import effect_words, standing
from dragoman.coding.sentiment import sentiment_table
from dragoman.coding.stance import STRENGTH, LexiconStanceTyper, StanceWords, stance_table

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.coding.cast import Cast
    from dragoman.coding.drafts import EventDraft, StatementDraft
    from dragoman.coding.protocols import StanceType, StanceTyper
    from dragoman.coding.targets import Target
    from dragoman.records import Spans, Stance

_ACT_CASES = frozenset(
    {"about", "over", "at", "for", "of", "on", "with", "to", "against", "regarding", "by",
     "concerning", "towards", "toward", "after", "following", "in"}
)  # fmt: skip
_REASON_CASES = frozenset({"for", "over", "after", "of"})
_STANDING_FOR: dict[str, Stance] = {
    "against": "criticism", "behind": "support", "in favour of": "support",
    "in favor of": "support",
}  # fmt: skip
_JUDGING = frozenset({"condemnation", "criticism"})
_BLAMES_NOBODY = frozenset({"restraint", "concern"})
_FLOOR = 0.3
_TITLE = 0.85
_OWN_ACT = 0.6


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


def positions(
    doc: Doc,
    cast: Cast,
    statements: Sequence[StatementDraft],
    events: Sequence[EventDraft],
    typer: StanceTyper | None = None,
) -> tuple[PositionDraft, ...]:
    """All positions of an article in order of text.

    Args:
        doc: A parsed Doc.
        cast: Its actors; collectives such as "most of the countries" are added to it.
        statements: Its statements; positions refer to them by index.
        events: Its events; targets refer to them by index.
        typer: Judges statements; the table of words where none is given.
    """
    debate = Debate(doc, cast, statements, events)
    judge = typer or LexiconStanceTyper()
    found = [
        draft
        for rule in RULES
        for judgement in rule(debate, judge)
        for holder in judgement.holders
        if (draft := _draft(debate, judgement, holder)) is not None
    ]
    found.extend(reported_backing(debate))
    return tuple(sorted(_strongest(found), key=lambda item: item.evidence))


# Rules ----------------------------------------------------------------------------------------


def judged_by_verb(debate: Debate, _typer: StanceTyper) -> Iterator[Judgement]:
    """As in "X condemned the raid"; "the raid, praised by X"; "X stands behind the decision"."""
    tree = debate.tree
    for verb, tag in enumerate(tree.tags):
        if tag != "VERB":
            continue
        for row in stance_table().at("verb", tree.lemmas[verb]):
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
        for row in stance_table().at("noun", tree.lemmas[noun]):
            head, predicate = _who_has(debate, noun)
            if head is None:
                continue
            acts = _acts_of_noun(debate, noun, predicate, head)
            holders = debate.holders(head)
            yield from _judgements(debate, row, noun, (head, holders), acts, supposed=True)


def _who_has(debate: Debate, noun: int) -> tuple[int | None, int]:
    """Who has a view named by a noun, and the verb it is voiced with (or the noun itself)."""
    tree = debate.tree
    governor = tree.heads[tree.coordination_head(noun)]
    voiced = tree.lemmas[governor] in effect_words("voicing")
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
    return [
        child
        for child in near
        if child != holder
        and (tree.case(child) in _ACT_CASES or tree.relations[child] in {"acl", "ccomp", "advcl"})
    ]


def judged_by_adjective(debate: Debate, _typer: StanceTyper) -> Iterator[Judgement]:
    """As in "X is alarmed by the raid", "X remains opposed to it", "X is worried that …"."""
    tree = debate.tree
    for word, tag in enumerate(tree.tags):
        if tag not in {"ADJ", "VERB"}:
            continue
        for row in stance_table().at("adjective", tree.lower[word]):
            if not is_predicate(tree, word):
                continue
            acts = [
                child
                for child in tree.children(word, "obl", "obl:agent", "advcl", "ccomp", "xcomp")
                if tree.relations[child] in {"advcl", "ccomp"} or tree.case(child) in _ACT_CASES
            ]
            for head in subjects(tree, word)[:1]:
                holders = debate.holders(head)
                yield from _judgements(debate, row, word, (head, holders), acts)


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
        if tag != "VERB" or tree.lemmas[verb] not in {"blame", "accuse"}:
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
    if tree.lemmas[verb] == "blame" and _is_turned(debate, number, blamed_sides):
        stance, score = "understanding", 0.7
    else:
        typed = typer(debate.doc, tokens, verb)
        strong = typed is not None and typed.stance == "condemnation"
        stance, score = ("condemnation", 0.7) if strong else ("criticism", 0.7)
    row = StanceWords((tree.lemmas[verb],), "verb", _stance(stance), score)
    yield from _judgements(debate, row, verb, (sides[0], holders), acts, chosen=target)


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
    sentence = tree.sentences[typed.tokens[0]]
    near = [token for token in content if tree.sentences[token] == sentence]
    shown = set(typed.tokens)
    for tokens in (near, content):
        found = targets.named(token for token in tokens if token not in shown)
        if found is not None:
            return found
    return targets.referred(near, judge) or targets.main(judge)


RULES: tuple[Rule, ...] = (
    judged_by_verb,
    judged_by_noun,
    judged_by_adjective,
    standing_for,
    blamed,
    spoken,
)


def reported_backing(debate: Debate) -> Iterator[PositionDraft]:
    """As in "They have all been fantastic", said by who did the act: others are told to back it."""
    tree, targets = debate.tree, debate.targets
    for word, tag in enumerate(tree.tags):
        row = sentiment_table().at("predicate", tree, word) if tag == "ADJ" else None
        if row is None or row.sign != "positive" or not is_predicate(tree, word):
            continue
        number = debate.statement_at(word)
        if number is None or standing(tree, word) < 1:
            continue
        speakers = debate.speaking(number)
        main = targets.main(None)
        if not speakers or main is None or not isinstance(main.target, int):
            continue
        if not any(targets.by(main.target, speaker.party) for speaker in speakers):
            continue
        for head in subjects(tree, word)[:1]:
            for holder in _others(debate, head, speakers[0]):
                yield PositionDraft(
                    holder=holder.party,
                    target=main.target,
                    stance="support",
                    basis="reported",
                    reporter=speakers[0].actor,
                    statement=number,
                    evidence=(_clause_span(debate, word),),
                    field_evidence={
                        "stance": tree.spans([word]),
                        "holder": tree.spans(tree.subtree(head)),
                    },
                    confidence=round(0.6 * holder.factor * speakers[0].factor, 3),
                )


def _others(debate: Debate, head: int, speaker: Holder) -> Iterator[Holder]:
    for holder in debate.holders(head):
        if holder.party != speaker.party and holder.actor != speaker.actor:
            yield holder
    if not debate.holders(head):
        for actor in debate.cast.denoted(head):
            if debate.cast.draft(actor).kind == "unnamed":
                yield Holder(actor, actor, 0.8)


# From judgements to drafts --------------------------------------------------------------------


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
    if target is None and supposed and not acts:
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
    return None if targets.is_conduct(heads[0]) else targets.worded(heads[0])


def _draft(debate: Debate, judgement: Judgement, holder: Holder) -> PositionDraft | None:
    tree, target = debate.tree, judgement.target
    voice = debate.voice(judgement.predicate, holder)
    if judgement.statement is not None and voice.basis == "reported":
        return None
    confidence = judgement.score * target.factor * holder.factor * voice.factor
    confidence *= _plausible(debate, judgement, holder) * _title(debate, judgement.predicate)
    if confidence < _FLOOR:
        return None
    fields: dict[str, Spans] = {
        "stance": tree.spans(judgement.words),
        "holder": tree.spans(judgement.holder_words),
        "target": tree.spans(target.tokens),
    }
    statement = voice.statement if judgement.statement is None else judgement.statement
    return PositionDraft(
        holder=holder.party,
        target=target.target,
        stance=judgement.stance,
        basis=voice.basis,
        reporter=voice.reporter,
        statement=statement,
        evidence=_evidence(debate, judgement, statement),
        field_evidence={name: spans for name, spans in fields.items() if spans},
        confidence=round(confidence, 3),
    )


def _plausible(debate: Debate, judgement: Judgement, holder: Holder) -> float:
    """Nobody judges an act of his own; appeals about one's own act are unlikely positions."""
    number = judgement.target.target
    if not isinstance(number, int):
        return 1.0
    factor = 0.8 if debate.targets.modality(number) in {"historical", "hypothetical"} else 1.0
    if debate.targets.by(number, holder.party):
        if judgement.stance in _JUDGING:
            return 0.0
        if judgement.stance in _BLAMES_NOBODY:
            return _OWN_ACT * factor
    return factor


def _title(debate: Debate, token: int) -> float:
    doc = debate.doc
    article = doc._.article if doc.has_extension("article") else None
    if article is None or article.title_span is None:
        return 1.0
    return _TITLE if debate.tree.starts[token] < article.title_span[1] else 1.0


def _evidence(debate: Debate, judgement: Judgement, statement: int | None) -> Spans:
    if judgement.statement is not None and statement is not None:
        return debate.statements[statement].evidence
    return (_clause_span(debate, judgement.predicate),)


def _clause_span(debate: Debate, token: int) -> tuple[int, int]:
    return debate.tree.span(*debate.tree.sentence(token))


def _strongest(found: Sequence[PositionDraft]) -> Iterator[PositionDraft]:
    """For each holder and act the stance that judges most, its evidence from all places."""
    groups: dict[tuple[Party, int | str], list[PositionDraft]] = {}
    for draft in found:
        groups.setdefault((draft.holder, draft.target), []).append(draft)
    for drafts in groups.values():
        best = max(
            drafts, key=lambda item: (STRENGTH.index(item.stance), item.basis == "own",
                                      item.confidence)
        )  # fmt: skip
        same = [item for item in drafts if item.stance == best.stance]
        evidence = tuple(sorted({span for item in same for span in item.evidence}))
        yield _merged(best, evidence, len(same))


def _merged(best: PositionDraft, evidence: Spans, places: int) -> PositionDraft:
    """The best draft with the evidence of all; several places make it a little surer."""
    confidence = 1 - (1 - best.confidence) * 0.8 ** (places - 1)
    return replace(best, evidence=evidence, confidence=round(confidence, 3))
