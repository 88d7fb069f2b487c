"""Where each government stands on each act, as it changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dragoman.crises.entries import Entry
from dragoman.crises.questions.claims import Claim, claims
from dragoman.crises.questions.plain import plain
from dragoman.crises.questions.sides import Side, sides
from dragoman.crises.questions.turns import Change, Turn, changes, turns
from dragoman.records import codebook

Acts = Mapping[str, Entry]
"""The entries of the acts that positions are about, by their ids."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One holder on one act.

    ``stances`` is what it last said itself, ``since`` the day it first did so without a break;
    both are empty where it is only reported by others. ``days`` are all days on which it said so
    since then. ``turns`` and ``changes`` are those of its own words, ``claims`` what others say
    that it holds.
    """

    holder: Side
    stances: tuple[str, ...]
    since: date | None
    turns: tuple[Turn, ...]
    changes: tuple[Change, ...]
    claims: tuple[Claim, ...]
    days: tuple[date, ...] = ()

    @property
    def contradicted(self) -> tuple[Claim, ...]:
        """The claims that its own words contradict."""
        return tuple(each for each in self.claims if each.verdict == "contradicted")


@dataclass(frozen=True, slots=True)
class ActStandings:
    """All holders on one act: an entry of the ledger, or a policy that is known by its words.

    ``counts`` says how many holders take each stance now, by their own words.
    """

    target: str
    act: Entry | None
    standings: tuple[Standing, ...]
    counts: Mapping[str, int]

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as plain values."""
        row: dict[str, Any] = plain(self)
        return row


def standings(positions: Iterable[Entry], acts: Acts | None = None) -> tuple[ActStandings, ...]:
    """Say where everybody stands, the act that most take a position on first.

    Args:
        positions: In any order; other kinds are passed over.
        acts: What is known of the acts; an act that is not there is known by its words alone.
    """
    groups: dict[str, list[Entry]] = {}
    for entry in positions:
        target = entry.act.get("target")
        if entry.kind == "positions" and target is not None:
            groups.setdefault(target, []).append(entry)
    found = [_on_act(target, group, acts or {}) for target, group in groups.items()]
    return tuple(sorted(found, key=lambda each: (-len(each.standings), each.target)))


def _on_act(target: str, positions: list[Entry], acts: Acts) -> ActStandings:
    groups: dict[Side, list[Entry]] = {}
    for entry in positions:
        for holder in sides(entry, "holder"):
            groups.setdefault(holder, []).append(entry)
    found = sorted((_standing(*each) for each in groups.items()), key=_rank)
    return ActStandings(target, acts.get(target), tuple(found), _counts(found))


def _standing(holder: Side, positions: list[Entry]) -> Standing:
    own = [each for each in positions if each.act.get("basis") == "own"]
    reported = [each for each in positions if each.act.get("basis") == "reported"]
    taken = turns(own, lambda each: each.act.get("stance"))
    last = taken[-1] if taken else None
    return Standing(
        holder=holder,
        stances=last.views if last else (),
        since=last.first_day if last else None,
        turns=taken,
        changes=changes(taken),
        claims=claims(reported, own, "stance"),
        days=last.days if last else (),
    )


def _counts(found: Iterable[Standing]) -> dict[str, int]:
    """Count the stances that are taken now, in the order of the scale."""
    taken = [stance for each in found for stance in each.stances]
    return {stance: taken.count(stance) for stance in _scale() if stance in taken}


def _rank(standing: Standing) -> tuple[int, str]:
    """Order holders by the scale, from support to condemnation; those without own words last."""
    scale = _scale()
    places = [scale.index(each) for each in standing.stances if each in scale]
    return min(places, default=len(scale)), standing.holder.name


def _scale() -> tuple[str, ...]:
    return codebook().codes("stances")
