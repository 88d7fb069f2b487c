"""What one side feels about another, apart from any act, as it changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dragoman.crises.entries import Entry
from dragoman.crises.questions.claims import Claim, claims
from dragoman.crises.questions.plain import plain
from dragoman.crises.questions.sides import Side, each_once, sides
from dragoman.crises.questions.turns import Change, Turn, changes, turns


@dataclass(frozen=True, slots=True)
class Regard:
    """One side toward another.

    ``positive`` and ``negative`` count the entries of its own words. ``claims`` are what others
    say that it feels. ``origins`` is the number of independent origins over all.
    """

    from_: Side
    toward: Side
    positive: int
    negative: int
    turns: tuple[Turn, ...]
    changes: tuple[Change, ...]
    claims: tuple[Claim, ...]
    origins: int
    entries: tuple[Entry, ...]

    @property
    def latest(self) -> tuple[str, ...]:
        """The signs that were told last."""
        return self.turns[-1].views if self.turns else ()

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as plain values."""
        row: dict[str, Any] = plain(self)
        return row


def attitudes(entries: Iterable[Entry]) -> tuple[Regard, ...]:
    """Gather attitudes by who holds them toward whom, the most often told first.

    Args:
        entries: In any order; other kinds are passed over, and so is what a side feels of itself.
    """
    groups: dict[tuple[Side, Side], list[Entry]] = {}
    for entry in entries:
        if entry.kind == "attitudes":
            for pair in _pairs(entry):
                groups.setdefault(pair, []).append(entry)
    found = [_regard(*pair, group) for pair, group in groups.items()]
    return tuple(sorted(found, key=_rank))


def _pairs(entry: Entry) -> list[tuple[Side, Side]]:
    toward = sides(entry, "toward")
    return [(one, other) for one in sides(entry, "from") for other in toward if one != other]


def _regard(one: Side, other: Side, group: list[Entry]) -> Regard:
    own = [each for each in group if each.act.get("basis") == "own"]
    reported = [each for each in group if each.act.get("basis") == "reported"]
    taken = turns(own, lambda each: each.act.get("sign"))
    signs = [each.act.get("sign") for each in own]
    return Regard(
        from_=one,
        toward=other,
        positive=signs.count("positive"),
        negative=signs.count("negative"),
        turns=taken,
        changes=changes(taken),
        claims=claims(reported, own, "sign"),
        origins=len({each.origin for entry in group for each in entry.reports}),
        entries=each_once(group),
    )


def _rank(regard: Regard) -> tuple[int, str, str]:
    return -len(regard.entries), regard.from_.name, regard.toward.name
