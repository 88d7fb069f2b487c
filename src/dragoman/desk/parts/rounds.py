"""Rounds of contacts in words, who in them was reached otherwise, and who was not reached."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dragoman.crises.questions.campaigns import Campaign, Difference, Outlier
from dragoman.crises.questions.citations import clean
from dragoman.crises.questions.outreach import Uncalled
from dragoman.crises.questions.sides import Side, joined
from dragoman.desk.parts.codes import Code, role
from dragoman.desk.parts.contacting import status_of
from dragoman.desk.parts.days import ShownDays, days_of, shown_days
from dragoman.desk.parts.parties import shown_party


@dataclass(frozen=True, slots=True)
class Differing:
    """A government that was reached at another level or office; ``reason`` says why it is told."""

    government: Side
    reason: str
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """Contacts of one with several governments within a few days.

    Attributes:
        initiator: Who had them, as printed.
        government: The state or body behind, where it is another.
        level: The initiator's own level of office.
        days: The first and the last of them.
        counterparts: The governments.
        levels: How many of them were reached at which level, in words.
        differing: Those reached at another level or office than most.
        entries: The ids of the contacts.
    """

    initiator: str
    government: Side | None
    level: int | None
    days: ShownDays
    counterparts: tuple[Side, ...]
    levels: str
    differing: tuple[Differing, ...]
    entries: tuple[str, ...]

    @property
    def behind(self) -> str:
        """The government and the level of the initiator: "Norway, level 2"."""
        level = f"level {self.level}" if self.level is not None else ""
        return ", ".join(filter(None, (self.government.name if self.government else "", level)))


@dataclass(frozen=True, slots=True)
class Tried:
    """A contact that was not held: its status, its days, and the id of its entry."""

    status: Code
    days: ShownDays
    entry: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A government with which no contact was held, how many facts it takes part in, and tries."""

    side: Side
    facts: int
    tried: tuple[Tried, ...]


def shown_round(campaign: Campaign) -> Round:
    """Return a round of contacts in words."""
    alone = campaign.initiator == campaign.side.name
    return Round(
        initiator=clean(campaign.initiator),
        government=None if alone or campaign.side.code is None else campaign.side,
        level=campaign.level,
        days=shown_days(campaign.first_day, campaign.last_day),
        counterparts=campaign.counterparts,
        levels=_levels(campaign),
        differing=tuple(map(_differing, campaign.outliers)),
        entries=tuple(each.id for each in campaign.entries),
    )


def reasons(rounds: Iterable[Round]) -> dict[str, str]:
    """Return why contacts are pointed out, by the ids of their entries."""
    return {
        identity: each.reason
        for told in rounds
        for each in told.differing
        for identity in each.entries
    }


def left_out(found: Iterable[Uncalled], facts: Mapping[str, int]) -> tuple[LeftOut, ...]:
    """Return who was not reached: first with whom a contact was tried, then who does most here.

    Args:
        found: As the questions answer.
        facts: In how many facts each code takes part.
    """
    told = [
        LeftOut(
            each.side,
            facts.get(each.side.key, 0),
            tuple(Tried(status_of(one), days_of(one), one.id) for one in each.tried),
        )
        for each in found
    ]
    return tuple(sorted(told, key=lambda each: (not each.tried, -each.facts, each.side.name)))


def _levels(campaign: Campaign) -> str:
    told = [f"{number} at level {level}" for level, number in campaign.levels.items()]
    unknown = len(campaign.unknown)
    return ", ".join([*told, f"{unknown} at a level not told"] if unknown else told)


def _differing(outlier: Outlier) -> Differing:
    difference = outlier.difference
    people = [shown_party(each) for each in outlier.parties]
    through = joined(
        f"{each.name} ({each.office.lower()})" if each.office else each.name for each in people
    )
    known = f"{difference.alike} of the {difference.of} whose {difference.field} is known"
    reason = f"{_found(difference)}, with {through}; {known} were {_usual(difference)}."
    ids = tuple(each.id for each in outlier.entries)
    return Differing(outlier.counterpart, clean(reason), ids)


def _found(difference: Difference) -> str:
    if difference.field == "level":
        return f"reached at level {difference.found}"
    return "reached through another office"


def _usual(difference: Difference) -> str:
    if difference.field == "level":
        return f"reached at level {difference.usual}"
    office = (
        "their head" if difference.usual == "head" else f"their {role(difference.usual).lower()}"
    )
    return f"reached through {office}"
