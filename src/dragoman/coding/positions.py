"""Positions: what states, organisations and armed groups think of an act.

Rules find who judges which act how, by the words that tell of it (:mod:`.judgements`), by what
is said (:mod:`.spoken`) and by events of judgement (:mod:`.verdicts`); the network is asked about
all of them at once. Here they become positions, and for one holder and one act the stance that
judges most is kept.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.coding.debate import Debate, Holder, is_predicate, sentence_span
from dragoman.coding.drafts import Party, PositionDraft
from dragoman.coding.grammar import subjects
from dragoman.coding.judgements import BLAMES_NOBODY, JUDGING, RULES, Judgement
from dragoman.coding.judging_nouns import judged_by_noun
from dragoman.coding.opinions import Opinions
from dragoman.coding.polarity import standing
from dragoman.coding.protocols import StanceType
from dragoman.coding.sentiment import sentiment_table
from dragoman.coding.spoken import said, spoken
from dragoman.coding.stance import STRENGTH, LexiconStanceTyper
from dragoman.coding.verdicts import candidates, clause_from, told_by_events
from dragoman.coding.weighing import WeighingStanceTyper, weighed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

    from dragoman.coding.cast import Cast
    from dragoman.coding.drafts import EventDraft, StatementDraft
    from dragoman.coding.protocols import StanceTyper
    from dragoman.records import Spans, Stance

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
    found = [
        Held(draft, judgement.target.supposed)
        for judgement in judgements(debate, typer or LexiconStanceTyper(), Opinions(doc))
        for holder in judgement.holders
        if (draft := _draft(debate, judgement, holder)) is not None
    ]
    found.extend(Held(draft, supposed=True) for draft in reported_backing(debate))
    return tuple(sorted(_strongest(found), key=lambda item: item.evidence))


@dataclass(frozen=True, slots=True)
class Held:
    """A position, and whether its act is only supposed, since no words name it."""

    draft: PositionDraft
    supposed: bool


def judgements(debate: Debate, tables: StanceTyper, opinions: Opinions) -> Iterator[Judgement]:
    """All judgements on acts, as tables and network together see them."""
    worded = [found for rule in (*RULES, judged_by_noun) for found in rule(debate, tables)]
    sentences = {debate.tree.sentences[judgement.predicate] for judgement in worded}
    all_said = said(debate)
    opinions.ask(
        [
            *(item.content for item in all_said),
            *(clause_from(debate, judgement.predicate) for judgement in worded),
            *(clause_from(debate, token) for _, token in candidates(debate, sentences)),
        ]
    )
    for judgement in worded:
        yield from _weighed(debate, judgement, opinions)
    brought = {judgement.predicate for judgement in worded}
    yield from spoken(debate, all_said, WeighingStanceTyper(tables, opinions), brought)
    yield from told_by_events(debate, opinions, sentences)


def _weighed(debate: Debate, judgement: Judgement, opinions: Opinions) -> Iterator[Judgement]:
    """A judgement as the network sees it too, unless it sees none."""
    heard = opinions.of(clause_from(debate, judgement.predicate))
    if not heard:
        yield judgement
        return
    shown = StanceType(judgement.stance, judgement.score, judgement.words)
    typed = weighed(shown, heard[0])
    if typed is not None:
        yield replace(judgement, stance=typed.stance, score=typed.score)


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
        main = targets.main(None, word)
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
        stance=_held(debate, judgement, holder),
        basis=voice.basis,
        reporter=voice.reporter,
        statement=statement,
        evidence=_evidence(debate, judgement, statement),
        field_evidence={name: spans for name, spans in fields.items() if spans},
        confidence=round(confidence, 3),
    )


def _held(debate: Debate, judgement: Judgement, holder: Holder) -> Stance:
    """The stance of a holder; who gives a reason for what he did himself stands by it."""
    number = judgement.target.target
    if judgement.stance != "understanding" or not isinstance(number, int):
        return judgement.stance
    return "support" if debate.targets.by(number, holder.party) else "understanding"


def _plausible(debate: Debate, judgement: Judgement, holder: Holder) -> float:
    """Nobody judges an act of his own; appeals about one's own act are unlikely positions."""
    number = judgement.target.target
    if not isinstance(number, int):
        return 1.0
    factor = 0.8 if debate.targets.modality(number) in {"historical", "hypothetical"} else 1.0
    if debate.targets.by(number, holder.party):
        if judgement.stance in JUDGING:
            return 0.0
        if judgement.stance in BLAMES_NOBODY:
            return _OWN_ACT * factor
    return factor


def _evidence(debate: Debate, judgement: Judgement, statement: int | None) -> Spans:
    if judgement.statement is not None and statement is not None:
        return debate.statements[statement].evidence
    return (sentence_span(debate.tree, judgement.predicate),)


def _strongest(found: Sequence[Held]) -> Iterator[PositionDraft]:
    """For each holder and act the stance that judges most, its evidence from all places."""
    groups: dict[tuple[Party, int | str], list[PositionDraft]] = {}
    named = {held.draft.holder: held.draft.target for held in found if not held.supposed}
    for held in found:
        draft = held.draft
        target = named.get(draft.holder, draft.target) if held.supposed else draft.target
        groups.setdefault((draft.holder, target), []).append(replace(draft, target=target))
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
