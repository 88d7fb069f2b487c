"""Judgements that only an event of the record tells of, by words that no table of stances knows.

"Poured scorn on the raid" is an ACCUSE event where the network reads it as one; what stance it
shows, the network is asked as well. Without a network these stay events.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.judgements import Judgement
from dragoman.coding.polarity import standing
from dragoman.coding.protocols import StanceType
from dragoman.coding.stretches import head_of
from dragoman.coding.weighing import weighed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from dragoman.coding.debate import Debate, Holder
    from dragoman.coding.drafts import EventDraft
    from dragoman.coding.opinions import Opinion, Opinions
    from dragoman.coding.targets import Target
    from dragoman.records import Stance

_SHOWS: dict[str, Stance] = {"ACCUSE": "criticism", "SUPPORT": "support"}
_KIN: dict[Stance, frozenset[Stance]] = {
    "criticism": frozenset({"criticism", "condemnation"}),
    "support": frozenset({"support"}),
}
_NO_VERDICT = frozenset({"investigate"})
_SCORE = 0.6
"""How surely an event of such a type shows its stance, as a row of the table would."""


def candidates(debate: Debate, judged: Collection[int]) -> Iterator[tuple[EventDraft, int]]:
    """Events of judgement with their triggers' tokens.

    Args:
        debate: The article.
        judged: Sentences (by number) of which the tables know a judgement; they are left out.
    """
    for event in debate.events:
        if event.type not in _SHOWS or event.modality != "asserted" or event.mode in _NO_VERDICT:
            continue
        for token in event.triggers:
            if debate.tree.sentences[token] not in judged and debate.held_by(event.actors):
                yield event, token


def told_by_events(
    debate: Debate, opinions: Opinions, judged: Collection[int]
) -> Iterator[Judgement]:
    """The judgements among the candidates, as far as the network has an opinion on them."""
    for event, token in candidates(debate, judged):
        shown = StanceType(_SHOWS[event.type], _SCORE, (token,))
        for opinion in opinions.of(clause_from(debate, token)):
            if not _agrees(shown.stance, opinion):
                continue
            typed = weighed(shown, opinion)
            holders = debate.held_by(event.actors)
            target = _target(debate, event, token, holders)
            if typed is None or target is None:
                continue
            yield Judgement(
                stance=typed.stance,
                score=typed.score * standing(debate.tree, token),
                predicate=token,
                words=(token,),
                holders=holders,
                holder_words=(),
                target=target,
            )


def _agrees(stance: Stance, opinion: Opinion) -> bool:
    """Whether the network's likeliest answer is of the kind that the event's type shows.

    Both come from the network, so that neither is a witness against the other: "assured" as
    SUPPORT or "quarrelled" as ACCUSE is no judgement unless the words are one too.
    """
    best = max(opinion.shares, key=lambda each: opinion.shares[each])
    return best in _KIN[stance] and opinion.shares[best] > opinion.none


def _target(
    debate: Debate, event: EventDraft, token: int, holders: tuple[Holder, ...]
) -> Target | None:
    judge, targets, tree = holders[0].party, debate.targets, debate.tree
    own = set(event.triggers)
    tokens = [item for item in clause_from(debate, token) if item not in own]
    found = targets.named(tokens) or targets.referred(tokens, judge)
    if found is not None:
        return found
    if event.type == "SUPPORT":
        return targets.favour(event.recipients, token, judge)
    main = targets.main(judge, token)
    if main is not None and isinstance(main.target, int):
        number = main.target
        if any(targets.by(number, side) for side in event.recipients):
            return main
    after = [item for item in tokens if item > token]
    return targets.worded(head_of(tree, after[0], after[-1] + 1)) if after else None


def clause_from(debate: Debate, token: int) -> list[int]:
    """A word that judges and what follows it in its clause, as the network is asked about it."""
    tree = debate.tree
    below = tree.subtree(token, frozenset({"conj", "parataxis", "discourse"}))
    end = max((item for item in below if tree.tags[item] != "PUNCT"), default=token)
    return list(range(token, max(token, end) + 1))
