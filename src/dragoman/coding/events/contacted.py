"""The events that contacts are: CONSULT if held, AGREE if planned, REJECT if refused.

A contact that is asked for is a REQUEST; who invites offers his hand, which is AGREE.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.coding.drafts import EventDraft

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.coding.drafts import ContactDraft, StatementDraft
    from dragoman.coding.tree import Tree
    from dragoman.records import Modality

_MODES = {"phone": "phone", "visit": "visit"}
_INVITING = frozenset({"invite", "invitation", "host", "welcome", "receive"})
_DIRECTED = frozenset({"phone", "visit", "letter", "message"})


@dataclass(frozen=True, slots=True)
class _Kind:
    type: str
    mode: str | None
    reciprocal: bool


def contact_events(
    tree: Tree, contacts: Sequence[ContactDraft], statements: Sequence[StatementDraft]
) -> Iterator[EventDraft]:
    """One event for each contact that was held, planned, cancelled or refused."""
    for index, contact in enumerate(contacts):
        kind = _kind(contact, tree)
        if kind is not None:
            yield _event(tree, index, contact, kind, statements)


def _kind(contact: ContactDraft, tree: Tree) -> _Kind | None:
    reciprocal = contact.channel not in _DIRECTED or contact.initiative == "unknown"
    match contact.status:
        case "held":
            return _Kind("CONSULT", _MODES.get(contact.channel), reciprocal)
        case "planned":
            return _Kind("AGREE", None, reciprocal)
        case "proposed" if _invites(contact, tree):
            return _Kind("AGREE", None, reciprocal=False)
        case "proposed":
            return _Kind("REQUEST", "meet", reciprocal=False)
        case "cancelled" | "refused":
            return _Kind("REJECT", "meet", reciprocal=False)
        case _:
            return None


def _invites(contact: ContactDraft, tree: Tree) -> bool:
    return contact.trigger is not None and tree.lemmas[contact.trigger] in _INVITING


def _event(
    tree: Tree,
    index: int,
    contact: ContactDraft,
    kind: _Kind,
    statements: Sequence[StatementDraft],
) -> EventDraft:
    both = (contact.initiator, contact.counterpart)
    tokens = () if contact.trigger is None else (contact.trigger,)
    modality: Modality = "asserted"
    return EventDraft(
        type=kind.type,
        mode=kind.mode,
        actors=both if kind.reciprocal else both[:1],
        recipients=() if kind.reciprocal else both[1:],
        place=contact.place,
        when=contact.when,
        trigger=tree.spans(tokens),
        triggers=tokens,
        modality=modality,
        statement=_statement(contact, statements),
        contact=index,
        evidence=contact.evidence,
        field_evidence=_fields(contact),
        confidence=contact.confidence,
    )


def _fields(contact: ContactDraft) -> dict[str, tuple[tuple[int, int], ...]]:
    names = {"initiator": "actors", "counterpart": "recipients"}
    return {names.get(name, name): spans for name, spans in contact.field_evidence.items()}


def _statement(contact: ContactDraft, statements: Sequence[StatementDraft]) -> int | None:
    """The statement whose cue the contact's trigger is ("told X in a call" is not one)."""
    if contact.trigger is None:
        return None
    for index, statement in enumerate(statements):
        if statement.cue_head == contact.trigger:
            return index
    return None
