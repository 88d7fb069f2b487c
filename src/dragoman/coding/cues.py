"""Verbs that bring somebody's words, thoughts or intentions, and how they take them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Literal, get_args

from dragoman.world.tables import Row, read_table

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.resources.abc import Traversable

Frame = Literal["clause", "quote", "object", "object-as", "to", "object-to", "prep", "prep-to"]
Act = Literal[
    "telling",
    "writing",
    "claim",
    "thought",
    "warning",
    "appeal",
    "judgement",
    "commitment",
    "agreement",
    "rejection",
]

_FILE = "cues.tsv"
_COLUMNS = ("verb", "particle", "frames", "addressee", "act")


@dataclass(frozen=True, slots=True)
class CueVerb:
    """One way a verb takes what is said; the columns are explained at the head of the table."""

    verb: str
    particle: str | None
    frames: frozenset[Frame]
    addressee: str | None
    act: Act


class Cues:
    """The table of cue verbs, by lemma."""

    def __init__(self, verbs: tuple[CueVerb, ...]) -> None:
        self._by_verb: dict[str, tuple[CueVerb, ...]] = {}
        for verb in verbs:
            self._by_verb[verb.verb] = (*self._by_verb.get(verb.verb, ()), verb)

    def entries(self, forms: Iterable[str]) -> tuple[CueVerb, ...]:
        """All ways in which a verb brings what is said; ``forms`` are its likely lemmas."""
        return next((self._by_verb[form] for form in forms if form in self._by_verb), ())

    def quotes(self, forms: Iterable[str]) -> bool:
        """Whether a verb may stand beside a quotation."""
        return any("quote" in entry.frames for entry in self.entries(forms))

    def act(self, forms: Iterable[str], particle: str | None = None) -> Act | None:
        """What somebody does who uses the verb; without a match of the particle, its first."""
        entries = self.entries(forms)
        for entry in entries:
            if entry.particle == particle:
                return entry.act
        return entries[0].act if entries else None

    def addressees(self, forms: Iterable[str]) -> frozenset[str]:
        """Where the one spoken to stands: ``object``, or prepositions."""
        return frozenset(item.addressee for item in self.entries(forms) if item.addressee)


@cache
def cues() -> Cues:
    """The table that ships with the package, read once.

    Raises:
        DataError: The table is wrong; the message names file and line.
    """
    return read_cues(resources.files("dragoman.coding") / "data")


def read_cues(folder: Traversable) -> Cues:
    """Read and check the table in a folder.

    Raises:
        DataError: A frame or act is unknown, a preposition is missing, or an entry is twice there.
    """
    verbs: list[CueVerb] = []
    seen: set[tuple[str, str | None]] = set()
    for row in read_table(folder, _FILE, _COLUMNS):
        verb = _verb(row)
        if (verb.verb, verb.particle) in seen:
            raise row.wrong(f"{verb.verb!r} is listed twice with the same particle")
        if verb.particle is None and {"prep", "prep-to"} & verb.frames:
            raise row.wrong("a frame with a preposition needs a particle")
        seen.add((verb.verb, verb.particle))
        verbs.append(verb)
    return Cues(tuple(verbs))


def _verb(row: Row) -> CueVerb:
    frames = frozenset(_frame(row, name) for name in row["frames"].split())
    return CueVerb(
        verb=row["verb"],
        particle=row.optional("particle"),
        frames=frames,
        addressee=row.optional("addressee"),
        act=row.one_of("act", get_args(Act)),
    )


def _frame(row: Row, name: str) -> Frame:
    for known in get_args(Frame):
        if name == known:
            frame: Frame = known
            return frame
    raise row.wrong(f"unknown frame {name!r}")
