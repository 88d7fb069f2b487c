"""One fact for what the title and the body both state, and for what is stated twice.

Drafts that agree in all they say become one, with the evidence of all. A draft that only the
title states is merged into a draft of the body that says the same and more; where there is none,
it stays, with lower confidence: headlines leave out what would change their meaning.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Generic, TypeVar

from dragoman.coding.drafts import ContactDraft, EventDraft, FactDraft
from dragoman.records import FieldEvidence, Place, Span, Spans, When
from dragoman.records.spans import merge as merge_spans

Draft = TypeVar("Draft", bound=FactDraft)

TITLE_ONLY = 0.8
"""What the confidence of a fact is multiplied by that only the title states."""

_SUPPORT = frozenset({"evidence", "confidence", "field_evidence", "trigger", "triggers",
                      "source", "cue", "cue_head", "sources", "cues", "contents"})  # fmt: skip
_CERTAIN = 0.99


@dataclass(frozen=True, slots=True)
class Merged(Generic[Draft]):
    """The drafts that remain, and the new index of each old one; None for one left out."""

    drafts: tuple[Draft, ...]
    index: tuple[int | None, ...]


def merge(
    drafts: Sequence[Draft], title: Span | None, hidden: Sequence[Span] = ()
) -> Merged[Draft]:
    """Make one of the drafts that state the same fact.

    Args:
        drafts: Drafts of one kind.
        title: The characters of the article's title, None where it has none.
        hidden: Stretches of the text that are never coded; what rests on them alone is left out.
    """
    groups: list[list[int]] = []
    by_key: dict[object, int] = {}
    for number, draft in enumerate(drafts):
        if any(in_stretch(draft.evidence, stretch) for stretch in hidden):
            continue
        key = _key(draft)
        if key in by_key:
            groups[by_key[key]].append(number)
        else:
            by_key[key] = len(groups)
            groups.append([number])
    groups = _with_title(drafts, groups, title)
    index: list[int | None] = [None] * len(drafts)
    for place, group in enumerate(groups):
        for number in group:
            index[number] = place
    kept = tuple(_weighed(_one([drafts[number] for number in group]), title) for group in groups)
    return Merged(kept, tuple(index))


def _key(draft: FactDraft) -> object:
    """All that a draft says, without the words that support it."""
    said = tuple(
        (field.name, getattr(draft, field.name))
        for field in fields(draft)
        if field.name not in _SUPPORT
    )
    return type(draft).__name__, tuple((name, _without_text(value)) for name, value in said)


def _without_text(value: object) -> object:
    """A time or place without the span of its words, so that equal ones are equal."""
    return replace(value, text=()) if isinstance(value, When | Place) else value


# Title and body ------------------------------------------------------------------------------


def in_stretch(evidence: Spans, stretch: Span | None) -> bool:
    """Whether all the evidence stands in one stretch of the text, such as the title."""
    if stretch is None:
        return False
    first, last = stretch
    return all(first <= start and end <= last for start, end in evidence)


def _with_title(
    drafts: Sequence[Draft], groups: Sequence[list[int]], title: Span | None
) -> list[list[int]]:
    """Move groups that only the title states to a group of the body that says as much."""
    alone = [
        all(in_stretch(drafts[number].evidence, title) for number in group) for group in groups
    ]
    body = [list(group) for group, only in zip(groups, alone, strict=True) if not only]
    kept: list[list[int]] = []
    for group, only in zip(groups, alone, strict=True):
        if not only:
            continue
        home = next((each for each in body if _covers(drafts[each[0]], drafts[group[0]])), None)
        if home is None:
            kept.append(list(group))
        else:
            home.extend(group)
    return sorted([*body, *kept], key=min)


def _covers(body: FactDraft, title: FactDraft) -> bool:
    """Whether a draft of the body says all that one of the title says."""
    if isinstance(body, EventDraft) and isinstance(title, EventDraft):
        return _covers_event(body, title)
    if isinstance(body, ContactDraft) and isinstance(title, ContactDraft):
        return _covers_contact(body, title)
    return False


def _covers_event(body: EventDraft, title: EventDraft) -> bool:
    same = (body.type, body.modality) == (title.type, title.modality)
    linked = title.statement is not None or title.contact is not None
    sides = set(title.actors) <= set(body.actors) and set(title.recipients) <= set(body.recipients)
    named = bool(title.actors or title.recipients)
    return same and sides and named and not linked and title.mode in (None, body.mode)


def _covers_contact(body: ContactDraft, title: ContactDraft) -> bool:
    pair = {body.initiator, body.counterpart} == {title.initiator, title.counterpart}
    return pair and body.status == title.status and title.channel in ("unspecified", body.channel)


def _weighed(draft: Draft, title: Span | None) -> Draft:
    if not in_stretch(draft.evidence, title):
        return draft
    return replace(draft, confidence=draft.confidence * TITLE_ONLY)


# Joining -------------------------------------------------------------------------------------


def _one(drafts: Sequence[Draft]) -> Draft:
    """The fullest of several drafts of one fact, with the support of all."""
    if len(drafts) == 1:
        return drafts[0]
    best = max(drafts, key=lambda draft: draft.confidence)
    joined: dict[str, object] = {
        "evidence": merge_spans(*(draft.evidence for draft in drafts)),
        "field_evidence": _joined_fields([draft.field_evidence for draft in drafts]),
        "confidence": _joined_confidence([draft.confidence for draft in drafts]),
    }
    if isinstance(best, EventDraft):
        events = [draft for draft in drafts if isinstance(draft, EventDraft)]
        joined["trigger"] = merge_spans(*(draft.trigger for draft in events))
        joined["triggers"] = tuple(sorted({token for draft in events for token in draft.triggers}))
    change: Callable[..., Draft] = replace
    return change(best, **joined)


def _joined_fields(fields_: Sequence[FieldEvidence]) -> Mapping[str, Spans]:
    names = dict.fromkeys(name for each in fields_ for name in each)
    return {name: merge_spans(*(each.get(name, ()) for each in fields_)) for name in names}


def _joined_confidence(values: Sequence[float]) -> float:
    """The best of several, raised a little by the others: repeats are not independent."""
    best = max(values)
    doubt = 1.0 - best
    for value in sorted(values)[:-1]:
        doubt *= 1.0 - value / 2
    return min(max(_CERTAIN, best), 1.0 - doubt)
