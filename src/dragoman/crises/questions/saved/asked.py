"""What a saved question asks for, and which entries of the ledger answer it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args

from dragoman.crises.entries import Entry
from dragoman.crises.questions.certainty import certainty
from dragoman.crises.questions.sides import members
from dragoman.crises.questions.standings import standings
from dragoman.crises.questions.turns import Change
from dragoman.errors import StoreError

AskedFor = Literal["contact", "position", "statement"]
"""New contacts, changes of position, or the first statement."""

ASKED_FOR: tuple[AskedFor, ...] = get_args(AskedFor)

Answer = tuple[Entry, ...]
"""What answers a question once: the first entry is what is told."""

_KINDS = {"contact": "contacts", "position": "positions", "statement": "statements"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked for.

    Attributes:
        what: ``contact``: every new contact with ``of``. ``position``: every change of its
            position, in its own words. ``statement``: the first statement by it or for it.
        of: A state or body by its code, or a person by the id across articles.
        name: What ``of`` is called.
        other: Of contacts only those with this one.
        other_name: What ``other`` is called.
        story: Only what articles of this story report, by its id.
        crisis: Only what articles of the stories of this crisis report, by its id.
        confidence: Only facts of at least this confidence.
    """

    what: AskedFor
    of: str
    name: str
    other: str | None = None
    other_name: str | None = None
    story: str | None = None
    crisis: str | None = None
    confidence: float = 0.0

    def __post_init__(self) -> None:
        if self.what not in ASKED_FOR:
            known = ", ".join(ASKED_FOR)
            raise StoreError(f"A question cannot ask for {self.what!r}.", hint=f"One of {known}.")

    def asked(self) -> dict[str, Any]:
        """Return what the ledger is asked: its kind of entries, and what narrows them down."""
        parts = {"statement": ["speaker", "on_behalf_of"], "position": ["holder"]}
        return {
            "kind": _KINDS[self.what],
            "code": self.of,
            "parts": parts.get(self.what, []),
            "story": self.story,
            "crisis": self.crisis,
            "confidence": self.confidence,
        }

    def answers(self, entries: Iterable[Entry]) -> Iterator[Answer]:
        """Yield the answers to the question, out of the entries that the ledger gave for it.

        A contact answers it once it was held. A change of position is answered by all entries
        that tell of the new one; the first of them is what is told. Of statements each is an
        answer.
        """
        if self.what == "contact":
            held = (each for each in entries if certainty(each) == "reported")
            yield from ((each,) for each in held if self.other is None or self._has_other(each))
        elif self.what == "position":
            yield from (change.after.entries for change in changes(entries))
        else:
            yield from ((each,) for each in entries)

    @property
    def only_once(self) -> bool:
        """Whether the question is answered for good by its first alert."""
        return self.what == "statement"

    def _has_other(self, entry: Entry) -> bool:
        parties = members(entry, "initiator", "counterpart")
        return any(self.other in {each.code, each.person} for each in parties)

    def told(self) -> str:
        """Return the question in words."""
        within = "crisis" if self.crisis else "story" if self.story else None
        return self._told() + (f", within one {within}" if within else "")

    def _told(self) -> str:
        if self.what == "position":
            return f"change of position of {self.name}"
        if self.what == "statement":
            return f"first statement by {self.name}"
        if self.other is None:
            return f"new contact with {self.name}"
        return f"new contact of {self.name} with {self.other_name or self.other}"


def changes(positions: Iterable[Entry]) -> Iterator[Change]:
    """Yield the changes of position that some positions make out."""
    for on_act in standings(positions):
        for standing in on_act.standings:
            yield from standing.changes
