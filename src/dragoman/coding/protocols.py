"""The seams between grammar and judgement: what a learned head may replace.

Grammar finds candidates and their arguments; a typer says what a candidate is. The typers in
use are named where the stages are put together (:mod:`dragoman.coding.coder`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Doc

    from dragoman.records import Stance


@dataclass(frozen=True, slots=True)
class TriggerType:
    """What a trigger is: PLOVER type and mode, and how sure the typer is (0 to 1).

    What else a typer may know, all as shares of one: ``types`` by PLOVER type, ``modalities`` by
    modality, and ``roles``, which gives for actor, recipient, place and time how likely each token
    of the sentence belongs to it. ``refers`` marks a noun that tells of no act of its own but may
    point at one told elsewhere ("condemned these attacks").
    """

    type: str
    mode: str | None
    score: float
    types: Mapping[str, float] = field(default_factory=dict)
    modalities: Mapping[str, float] = field(default_factory=dict)
    roles: Mapping[str, Mapping[int, float]] = field(default_factory=dict)
    refers: bool = False


class TriggerTyper(Protocol):
    """Says which event a word tells of, if any."""

    def __call__(self, doc: Doc, token: int, /) -> TriggerType | None:
        """The type of the event whose trigger is headed by a token, or ``None`` for no event."""
        ...


@dataclass(frozen=True, slots=True)
class StanceType:
    """What words say of an act: a step of the stance scale, how sure, and the words that show it.

    ``tokens`` are token indexes, the first of them the word the judgement hangs on.
    """

    stance: Stance
    score: float
    tokens: tuple[int, ...]


class StanceTyper(Protocol):
    """Says what somebody's words say of an act, if anything."""

    def __call__(self, doc: Doc, content: Sequence[int], cue: int | None) -> StanceType | None:
        """The stance that a statement takes.

        Args:
            doc: The parsed Doc.
            content: Token indexes of what is said, without what others are quoted with in it.
            cue: The head token of the cue ("warned"), where there is one.
        """
        ...
