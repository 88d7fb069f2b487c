"""Contacts told more than once, and contacts that are part of others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.coding.cast import unique
from dragoman.records import PartialDate
from dragoman.records.spans import normalise

if TYPE_CHECKING:
    from dragoman.coding.cast import Cast
    from dragoman.coding.drafts import ContactDraft
    from dragoman.records import Channel, When

_AHEAD = frozenset({"planned", "proposed"})
_OFF = frozenset({"cancelled", "refused"})
_FACE_TO_FACE = frozenset({"meeting", "visit", "unspecified"})


def joined(drafts: Iterable[ContactDraft], cast: Cast) -> tuple[ContactDraft, ...]:
    """One contact for what is told twice of the same pair without a contradiction.

    What states are told to have done is one with the contact of their people: the talks of two
    countries with the meeting of their ministers, the visit to a country with the meeting there.
    """
    kept: list[ContactDraft] = []
    for draft in drafts:
        for index, other in enumerate(kept):
            if _same(other, draft):
                kept[index] = _join(other, draft)
                break
            if _is_end_of(draft, other):
                kept[index] = replace(_join(other, draft), status=draft.status)
                break
        else:
            kept.append(draft)
    return _without_general(kept, cast)


def _same(one: ContactDraft, other: ContactDraft) -> bool:
    pair = {one.initiator, one.counterpart} == {other.initiator, other.counterpart}
    return (
        pair
        and _agree(one.channel, other.channel)
        and _at_once(one.when, other.when)
        and one.status == other.status
    )


def _is_end_of(later: ContactDraft, plan: ContactDraft) -> bool:
    """Whether a contact that was planned is now said to be off: "was due, but is put off"."""
    pair = {later.initiator, later.counterpart} == {plan.initiator, plan.counterpart}
    off = plan.status in _AHEAD and later.status in _OFF
    return pair and off and _agree(later.channel, plan.channel) and _at_once(later.when, plan.when)


def _agree(one: Channel, other: Channel) -> bool:
    return one == other or "unspecified" in {one, other} or {one, other} <= _FACE_TO_FACE


def _at_once(one: When | None, other: When | None) -> bool:
    """Whether two times may be one: either unknown, or they overlap."""
    if one is None or other is None:
        return True
    dates = (one.earliest, one.latest, other.earliest, other.latest)
    if any(each is None for each in dates):
        return True
    first, last, begin, end = (PartialDate.parse(each) for each in dates if each is not None)
    return max(first.earliest, begin.earliest) <= min(last.latest, end.latest)


def _join(one: ContactDraft, other: ContactDraft) -> ContactDraft:
    first = one if one.initiative == "known" or other.initiative == "unknown" else other
    channel: Channel = one.channel if one.channel != "unspecified" else other.channel
    return replace(
        first,
        channel=channel,
        when=one.when or other.when,
        place=one.place or other.place,
        topics=unique((*one.topics, *other.topics)),
        outcome=unique((*one.outcome, *other.outcome)),
        evidence=normalise((*one.evidence, *other.evidence)),
        field_evidence=_fields(one, other),
        confidence=max(one.confidence, other.confidence),
    )


def _fields(one: ContactDraft, other: ContactDraft) -> dict[str, tuple[tuple[int, int], ...]]:
    return {
        name: normalise((*one.field_evidence.get(name, ()), *other.field_evidence.get(name, ())))
        for name in {*one.field_evidence, *other.field_evidence}
    }


# General and particular -----------------------------------------------------------------------


def _without_general(drafts: Sequence[ContactDraft], cast: Cast) -> tuple[ContactDraft, ...]:
    """Contacts of states left out where those of their people are told."""
    kept = list(drafts)
    for draft in drafts:
        home = next((index for index, other in enumerate(kept)
                     if other is not draft and _covers(other, draft, cast)), None)  # fmt: skip
        if home is not None:
            kept[home] = _supported(kept[home], draft)
            kept = [other for other in kept if other is not draft]
    return tuple(kept)


def _covers(person: ContactDraft, state: ContactDraft, cast: Cast) -> bool:
    """Whether a contact of persons is the one that is told of their states."""
    if person.status != state.status or not _at_once(person.when, state.when):
        return False
    if not _agree(person.channel, state.channel):
        return False
    pairs = ((state.initiator, state.counterpart), (state.counterpart, state.initiator))
    return any(
        _stands_for(cast, person, person.initiator, one)
        and _stands_for(cast, person, person.counterpart, other)
        for one, other in pairs[: 1 if state.channel == "visit" else 2]
    ) and {person.initiator, person.counterpart} != {state.initiator, state.counterpart}


def _stands_for(cast: Cast, contact: ContactDraft, actor: int, general: int) -> bool:
    """Whether an actor is another, or one of the people of that state or met there."""
    if actor == general:
        return True
    whole, part = cast.draft(general), cast.draft(actor)
    if whole.kind != "state" or part.kind == "state" or whole.country is None:
        return False
    if part.country is None:
        return contact.channel in _FACE_TO_FACE and _is_there(cast, contact, general)
    return part.country == whole.country


def _is_there(cast: Cast, contact: ContactDraft, state: int) -> bool:
    """Whether a contact took place in a state, or is told with a word that the state goes by."""
    if contact.place is not None and contact.place.country == cast.draft(state).country:
        return True
    text = cast.tree.text
    told = " ".join(text[start:end] for start, end in contact.evidence)
    return any(text[slice(*mention.span)] in told for mention in cast.mentions
               if mention.actor == state)  # fmt: skip


def _supported(draft: ContactDraft, other: ContactDraft) -> ContactDraft:
    """A contact with what another tells of it."""
    return replace(
        draft,
        when=draft.when or other.when,
        place=draft.place or other.place,
        topics=unique((*draft.topics, *other.topics)),
        outcome=unique((*draft.outcome, *other.outcome)),
        evidence=normalise((*draft.evidence, *other.evidence)),
    )
