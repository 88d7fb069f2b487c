"""Requests in the form of a duty: "X said that Y must withdraw its troops"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding import grammar
from dragoman.coding.events.arguments import NOBODY, Arguments, Side
from dragoman.coding.events.merging import Mention
from dragoman.coding.events.modality import Outlook, outlook

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.coding.cast import Cast
    from dragoman.coding.drafts import StatementDraft
    from dragoman.coding.events.readings import Readings
    from dragoman.coding.tree import Tree

_CONFIDENCE = 0.5
_VAGUE = frozenset({"unnamed", "population"})
_MODALS = frozenset({"must", "should", "ought"})


def obligations(
    tree: Tree,
    cast: Cast,
    statements: Sequence[StatementDraft],
    readings: Readings,
    found: Sequence[Mention],
) -> Iterator[Mention]:
    """Requests that statements make of a named party by "must" or "should".

    Only verbs that the trigger tables do not know; the others are found with their acts.
    """
    known = {token for mention in found for token in mention.tokens}
    arguments = Arguments(readings, cast)
    for index, statement in enumerate(statements):
        for verb in _verbs(tree, statement):
            if verb in known or readings.at(verb) is not None:
                continue
            addressed = _addressed(cast, statement, arguments.parties(grammar.subjects(tree, verb)))
            if addressed:
                known.add(verb)
                yield _request(tree, verb, index, statement, addressed)


def _verbs(tree: Tree, statement: StatementDraft) -> list[int]:
    if not statement.speakers:
        return []
    return [
        token for token in statement.contents
        if tree.tags[token] == "VERB" and outlook(tree, token) is Outlook.DUTY
    ]  # fmt: skip


def _addressed(cast: Cast, statement: StatementDraft, subject: Side) -> Side:
    speakers = {cast.side(actor) for actor in statement.speakers}
    kept = tuple(
        actor for actor in subject.actors
        if cast.side(actor) not in speakers and cast.draft(actor).kind not in _VAGUE
    )  # fmt: skip
    return Side(kept, subject.heads) if kept else NOBODY


def _request(
    tree: Tree, verb: int, index: int, statement: StatementDraft, addressed: Side
) -> Mention:
    modals = [child for child in tree.children(verb, "aux") if tree.lower[child] in _MODALS]
    return Mention(
        head=verb,
        tokens=tuple(sorted((*modals, verb))),
        type="REQUEST",
        mode=None,
        actors=Side(statement.speakers, ()),
        recipients=addressed,
        modality="asserted",
        confidence=_CONFIDENCE,
        noun=False,
        weak=False,
        statement=index,
    )
