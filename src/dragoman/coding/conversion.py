"""Drafts become records: cast indexes become actor ids, contents become ids of facts.

The id of a fact is the hash of its article, its kind, all its fields and its evidence; two
readings of the same text give the same ids.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from dragoman.records import (
    Attitude,
    Contact,
    Event,
    Fact,
    Position,
    Spans,
    Statement,
    content_id,
)
from dragoman.records.convert import json_name, ordered_fields
from dragoman.records.spans import normalise

if TYPE_CHECKING:
    from dragoman.coding.cast import Cast
    from dragoman.coding.drafts import (
        AttitudeDraft,
        ContactDraft,
        EventDraft,
        FactDraft,
        Party,
        PositionDraft,
        StatementDraft,
    )

Made = TypeVar("Made", bound=Fact)

_DIGITS = 3


class Conversion:
    """Turns the drafts of one article into records.

    Statements and contacts come first, events refer to them, positions to events.
    """

    def __init__(self, article: str, cast: Cast) -> None:
        self._article = article
        self._cast = cast

    def statement(self, draft: StatementDraft) -> Statement:
        """A statement."""
        return self._make(
            Statement, "statement", draft,
            speakers=self._ids(draft.speakers),
            on_behalf_of=tuple(dict.fromkeys(self._party(side) for side in draft.on_behalf_of)),
            kind=draft.kind, source=draft.source, cue=draft.cue, content=draft.content,
            medium=draft.medium, addressee=self._id(draft.addressee), when=draft.when,
        )  # fmt: skip

    def contact(self, draft: ContactDraft) -> Contact:
        """A contact."""
        return self._make(
            Contact, "contact", draft,
            initiator=self._cast.id(draft.initiator),
            counterpart=self._cast.id(draft.counterpart),
            initiator_level=draft.initiator_level, initiative=draft.initiative,
            counterpart_level=draft.counterpart_level, channel=draft.channel,
            status=draft.status, when=draft.when, place=draft.place,
            topics=draft.topics, outcome=draft.outcome, basis=draft.basis,
        )  # fmt: skip

    def event(
        self, draft: EventDraft, statements: Sequence[Statement], contacts: Sequence[Contact]
    ) -> Event:
        """An event, with the statement or contact that it is as well."""
        return self._make(
            Event, "event", draft,
            type=draft.type, mode=draft.mode, actors=self._ids(draft.actors),
            recipients=self._ids(draft.recipients), place=draft.place, when=draft.when,
            trigger=normalise(draft.trigger), casualties=draft.casualties,
            modality=draft.modality, reported_by=self._id(draft.reported_by),
            statement=None if draft.statement is None else statements[draft.statement].id,
            contact=None if draft.contact is None else contacts[draft.contact].id,
        )  # fmt: skip

    def position(
        self, draft: PositionDraft, events: Sequence[Event], statements: Sequence[Statement]
    ) -> Position:
        """A position on an event, or on a policy in words."""
        target = draft.target if isinstance(draft.target, str) else events[draft.target].id
        return self._make(
            Position, "position", draft,
            holder=self._party(draft.holder), target=target, stance=draft.stance,
            basis=draft.basis, reporter=self._id(draft.reporter),
            statement=None if draft.statement is None else statements[draft.statement].id,
        )  # fmt: skip

    def attitude(self, draft: AttitudeDraft) -> Attitude:
        """An attitude of one side toward another."""
        return self._make(
            Attitude, "attitude", draft,
            from_=self._party(draft.from_), toward=self._party(draft.toward),
            sign=draft.sign, basis=draft.basis,
        )  # fmt: skip

    # Parts -----------------------------------------------------------------------------------

    def _make(self, made: Callable[..., Made], name: str, draft: FactDraft, /, **said: Any) -> Made:
        evidence = normalise(draft.evidence)
        identity = content_id(self._article, name, said, evidence)
        return made(
            id=identity,
            evidence=evidence,
            confidence=round(min(1.0, max(0.0, draft.confidence)), _DIGITS),
            field_evidence=_field_evidence(made, draft.field_evidence),
            **said,
        )

    def _id(self, actor: int | None) -> str | None:
        return None if actor is None else self._cast.id(actor)

    def _ids(self, actors: Sequence[int]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._cast.id(actor) for actor in actors))

    def _party(self, party: Party) -> str:
        return party if isinstance(party, str) else self._cast.id(party)


def _field_evidence(made: Any, found: Mapping[str, Spans]) -> dict[str, Spans]:
    """Field evidence by the fields' names in JSON, in their order; empty lists are left out."""
    names = [(field.name, json_name(field)) for field in ordered_fields(made)]
    return {
        public: normalise(spans)
        for name, public in names
        if (spans := found.get(name) or found.get(public))
    }
