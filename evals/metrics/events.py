"""Figures on gold standard records of single events, as the PLOVER records have them.

- Codes of countries are compared by their first three letters; a code that is not a state's, or
  an actor of class IGO without one, counts as ``IGO``.
- ``type``: share of the records for which some predicted event has the gold type.
- ``actor`` (``recipient``): share for which some such event has an actor (a recipient) with the
  code of the first gold actor (recipient).
- ``all_right``: share for which one such event has both.
- A reciprocal record (two gold actors, no recipient) is read as actor = first, recipient =
  second, and the order that comes out better counts. Other records without a gold recipient are
  left out of the figures for recipient and all right; records whose first actor has no code, of
  those for actor and all right.
- A predicted event that lists its sides as actors and has no recipient (a reciprocal one) has
  each side as actor with any other as recipient.
- ``type_precision``: records with the type right over events predicted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from evals.metrics.counts import Counts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Code = str | None
NONE = Counts()


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """The event of one record: its type and the code of each actor and recipient, in order."""

    type: str
    actors: tuple[Code, ...]
    recipients: tuple[Code, ...]
    reciprocal: bool = False


@dataclass(frozen=True, slots=True)
class PredictedEvent:
    """A predicted event with comparable codes (see :func:`comparable`)."""

    type: str
    actors: tuple[Code, ...]
    recipients: tuple[Code, ...]

    def pairs(self) -> Iterator[tuple[Code, Code]]:
        """Yield (actor, recipient) pairs; ``None`` where a side is absent."""
        if not self.recipients and len(self.actors) > 1:
            for i, actor in enumerate(self.actors):
                yield from ((actor, other) for j, other in enumerate(self.actors) if i != j)
        else:
            for actor in self.actors or (None,):
                yield from ((actor, recipient) for recipient in self.recipients or (None,))


@dataclass(frozen=True, slots=True)
class EventCounts:
    """Hits over what was asked, for each figure."""

    type: Counts = NONE
    actor: Counts = NONE
    recipient: Counts = NONE
    all_right: Counts = NONE

    def __add__(self, other: EventCounts) -> EventCounts:
        return EventCounts(
            self.type + other.type,
            self.actor + other.actor,
            self.recipient + other.recipient,
            self.all_right + other.all_right,
        )

    def figures(self) -> dict[str, float]:
        """Return ``type``, ``type_precision``, ``actor``, ``recipient``, ``all_right``."""
        return {
            "type": self.type.recall,
            "type_precision": self.type.precision,
            "actor": self.actor.recall,
            "recipient": self.recipient.recall,
            "all_right": self.all_right.recall,
        }


def comparable(code: Code, class_: str | None, *, state: bool) -> Code:
    """Return the code of a predicted actor as it is compared with gold.

    Args:
        code: the record's country code, or ``None``.
        class_: PLOVER's class of the actor, or ``None``.
        state: whether ``code`` is that of a state.
    """
    if code and state:
        return code[:3]
    return "IGO" if code else class_


def event_counts(gold: GoldEvent, predicted: Iterable[PredictedEvent]) -> EventCounts:
    """Count one record."""
    predicted = tuple(predicted)
    pairs = [pair for event in predicted if event.type == gold.type for pair in event.pairs()]
    asked = max(
        (_asked(actor, recipient, pairs) for actor, recipient in _orders(gold)),
        key=lambda figures: [counts.hits for counts in reversed(figures)],
    )
    hit = any(event.type == gold.type for event in predicted)
    return EventCounts(Counts(int(hit), 1, len(predicted)), *asked)


def _orders(gold: GoldEvent) -> tuple[tuple[Code, Code], ...]:
    actors = [code[:3] if code else None for code in gold.actors]
    recipients = [code[:3] if code else None for code in gold.recipients]
    if gold.reciprocal and len(actors) > 1 and not recipients:
        return (actors[0], actors[1]), (actors[1], actors[0])
    return ((actors[0] if actors else None, recipients[0] if recipients else None),)


def _asked(
    actor: Code, recipient: Code, pairs: list[tuple[Code, Code]]
) -> tuple[Counts, Counts, Counts]:
    """Return counts for actor, recipient and both; a side without a gold code is not asked."""
    return (
        _count(asked=actor is not None, hit=any(pair[0] == actor for pair in pairs)),
        _count(asked=recipient is not None, hit=any(pair[1] == recipient for pair in pairs)),
        _count(asked=None not in (actor, recipient), hit=(actor, recipient) in pairs),
    )


def _count(*, asked: bool, hit: bool) -> Counts:
    return Counts(int(asked and hit), int(asked), int(asked))
