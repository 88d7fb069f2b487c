"""Positions: what states, organisations and armed groups think of an act.

The rules of :mod:`dragoman.coding.judgements` find who judges which act how; here these become
positions, and for one holder and one act the stance that judges most is kept.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.debate import Debate, Holder, is_predicate, sentence_span
from dragoman.coding.drafts import Party, PositionDraft
from dragoman.coding.grammar import subjects
from dragoman.coding.judgements import RULES, Judgement
from dragoman.coding.polarity import standing
from dragoman.coding.sentiment import sentiment_table
from dragoman.coding.stance import STRENGTH, LexiconStanceTyper

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

    from dragoman.coding.cast import Cast
    from dragoman.coding.drafts import EventDraft, StatementDraft
    from dragoman.coding.protocols import StanceTyper
    from dragoman.records import Spans

_JUDGING = frozenset({"condemnation", "criticism"})
_BLAMES_NOBODY = frozenset({"restraint", "concern"})
_FLOOR = 0.3
_OWN_ACT = 0.6


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
                    evidence=(sentence_span(tree, word),),
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


def _draft(debate: Debate, judgement: Judgement, holder: Holder) -> PositionDraft | None:
    tree, target = debate.tree, judgement.target
    voice = debate.voice(judgement.predicate, holder)
    if judgement.statement is not None and voice.basis == "reported":
        return None
    confidence = judgement.score * target.factor * holder.factor * voice.factor
    confidence *= _plausible(debate, judgement, holder)
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


def _evidence(debate: Debate, judgement: Judgement, statement: int | None) -> Spans:
    if judgement.statement is not None and statement is not None:
        return debate.statements[statement].evidence
    return (sentence_span(debate.tree, judgement.predicate),)


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
