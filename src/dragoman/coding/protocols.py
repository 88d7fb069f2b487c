"""The seams between grammar and judgement: what a learned head may replace.

Grammar finds candidates and their arguments; a typer says what a candidate is. The typers in
use are named where the stages are put together (:mod:`dragoman.coding.coder`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class TriggerType:
    """What a trigger is: PLOVER type and mode, and how sure the typer is (0 to 1)."""

    type: str
    mode: str | None
    score: float


class TriggerTyper(Protocol):
    """Says which event a word tells of, if any."""

    def __call__(self, doc: Doc, token: int) -> TriggerType | None:
        """The type of the event whose trigger is headed by a token, or ``None`` for no event."""
        ...
