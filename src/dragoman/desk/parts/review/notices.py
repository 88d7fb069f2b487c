"""What was just decided, with the way back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.crises import Ledger
from dragoman.desk import links
from dragoman.desk.filters import Filters
from dragoman.desk.parts.entries import Showing
from dragoman.desk.parts.review.history import WORDS
from dragoman.desk.parts.review.items import entry_of
from dragoman.store import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What was just decided.

    Attributes:
        message: What, in words: "Accepted: Norway appeals for restraint."
        digests: The judgements that it consists of.
        undoing: Whether it took others back, so that the way back is to do it again.
        look: The address of the fact, if it is still there.
    """

    message: str
    digests: tuple[str, ...]
    undoing: bool
    look: str | None


def notice(view: View, filters: Filters, digests: Sequence[str]) -> Notice | None:
    """Return what some judgements decided; nothing where they are not there."""
    made = [each for each in map(view.judgements.get, digests) if each is not None]
    if not made:
        return None
    first = made[0]
    entry = entry_of(view, first.kind, first.subject)
    sentence = ""
    if entry is not None:
        sentence = Showing(view).entry(Ledger(view).entry(entry), cites=0).sentence
    return Notice(
        message=f"{WORDS[first.verdict].capitalize()}: {sentence or 'a fact that is no more.'}",
        digests=tuple(each.digest for each in made),
        undoing=first.verdict == "undo",
        look=links.review_of(first.subject, filters) if entry is not None else None,
    )
