"""Which fact of a new reading is the one that was judged in an older one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from dragoman.crises.review.seen import Anchor, Seen, likeness
from dragoman.errors import RecordError
from dragoman.store import Judgement

By = Literal["id", "gist", "words", "place"]
"""What a fact was found by.

``id``: it is the very fact; ``gist``: it tells the same, in much the same words; ``words``: the
same words are coded alike, with other parties; ``place``: they are coded otherwise.
"""

SAME_WORDS = 0.9
"""Likeness from which on words count as the same: a comma or a plural may differ."""

NEAR_WORDS = 0.5
"""Likeness that two facts of one gist need: an article may tell the same twice."""


@dataclass(frozen=True, slots=True)
class Found:
    """A judged fact found again: where, and by what."""

    seen: Seen
    by: By


def find(
    kind: str, subject: str, anchor: Anchor | Seen | None, facts: Iterable[Seen]
) -> Found | None:
    """Find a judged fact among those of a reading.

    Args:
        kind: Its kind.
        subject: Its id.
        anchor: What it is known by; without that, it is found by its id alone.
        facts: Those of the reading.
    """
    of_kind = [each for each in facts if each.kind == kind]
    for each in of_kind:
        if each.fact.id == subject:
            return Found(each, "id")
    return None if anchor is None else _alike(anchor, of_kind)


def _alike(anchor: Anchor | Seen, facts: Iterable[Seen]) -> Found | None:
    """Return the fact that is most like a judged one; none where two are so alike."""
    ranked = sorted(
        ((likeness(anchor.words, each.words), each) for each in facts),
        key=lambda pair: (-pair[0], pair[1].number),
    )
    for share, each in ranked:
        if each.gist == anchor.gist and share >= NEAR_WORDS:
            return Found(each, "gist")
    same = [each for share, each in ranked if share >= SAME_WORDS]
    coded_alike = [each for each in same if each.codes == anchor.codes]
    if len(coded_alike) == 1:
        return Found(coded_alike[0], "words")
    return Found(same[0], "place") if len(same) == 1 else None


def carries(judgement: Judgement, found: Found) -> bool:
    """Tell whether a judgement holds for the fact that was found.

    Accepting and rejecting are of a coding; a correction is of what the words say.
    """
    return found.by != "place" or judgement.verdict == "correct"


def anchor_of(judgement: Judgement) -> Anchor | None:
    """Return what a judgement says that its fact is known by, if it says so."""
    try:
        return Anchor.from_dict(judgement.detail.get("at"))
    except RecordError:
        return None
