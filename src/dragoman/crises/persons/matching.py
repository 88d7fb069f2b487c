"""Whether two descriptions are of one person: names first, country, office and days as evidence.

The score comes with its reasons, each with its weight, so that everybody can see why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from dragoman.crises.persons.likeness import likeness
from dragoman.crises.persons.spelling import parsed
from dragoman.crises.persons.weights import weights
from dragoman.records import codebook
from dragoman.world.names import rules

_DAYS_A_YEAR = 365.25
_VAGUE = frozenset({"official", "igo_official"})
"""Roles that say too little to tell one office from another."""
_RANKS_APART = 2
_HIGH = 2


@dataclass(frozen=True, slots=True)
class OfficeOf:
    """An office as a description has it: its role, its level, and the code it is of."""

    role: str
    level: int | None
    of: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What is known of somebody: names, countries or bodies, offices, and from when to when."""

    names: tuple[str, ...]
    countries: frozenset[str] = frozenset()
    offices: frozenset[OfficeOf] = frozenset()
    first_day: date | None = None
    last_day: date | None = None

    @classmethod
    def of(
        cls,
        name: str,
        *,
        country: str | None = None,
        role: str | None = None,
        on: date | None = None,
    ) -> Profile:
        """Describe somebody by what one article prints."""
        office = {OfficeOf(role, _level(role), country)} if role else set()
        return cls(
            names=(name,),
            countries=frozenset({country} if country else ()),
            offices=frozenset(office),
            first_day=on,
            last_day=on,
        )


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for (above 0) or against two descriptions being of one person."""

    what: str
    weight: float


@dataclass(frozen=True, slots=True)
class Match:
    """How well two descriptions fit each other, and why."""

    score: float
    reasons: tuple[Reason, ...]

    @property
    def same(self) -> bool:
        """Whether they are taken for one person's."""
        return self.score > weights().threshold

    @property
    def clash(self) -> bool:
        """Whether the names are those of two persons, whatever else is known."""
        return any(reason.what in {"other", "middles", "generations"} for reason in self.reasons)


def compare(left: Profile, right: Profile, *, together: bool = False) -> Match:
    """Compare two descriptions.

    Of several names of a person the one that is most alike counts; but where more of those that are
    like it clash with the other description's, it is another person.

    Args:
        left: One description.
        right: The other.
        together: Whether an article has both, and tells them apart.
    """
    either = bool((left.countries | right.countries) & rules().either_end)
    found = {
        (one, other): _match(likeness(parsed(one), parsed(other), either_end=either))
        for one in left.names
        for other in right.names
    }
    pair = max(found, key=lambda names: found[names].score)
    if found[pair].clash or _outvoted(found, *pair):
        return min(found.values(), key=lambda match: match.score)
    named = tuple(reason.what for reason in found[pair].reasons)
    context = (*_context(left, right), *(["together"] if together else []))
    prominent = ["prominent"] if "family" in named and _is_prominent(left, right) else []
    return _match((*named, *context, *prominent))


def _match(reasons: Iterable[str]) -> Match:
    told = tuple(Reason(each, weights().of(each)) for each in reasons)
    return Match(round(sum(reason.weight for reason in told), 3), told)


def _outvoted(found: Mapping[tuple[str, str], Match], left: str, right: str) -> bool:
    """Whether more names clash than agree, of those that are like the two that agree best.

    Names that are not like these are another name of the person, which somebody judged to be hers
    or his: they have no vote.
    """
    votes = [
        match.clash
        for (one, other), match in found.items()
        if _are_alike(one, left) and _are_alike(other, right)
    ]
    return sum(votes) * 2 > len(votes)


def _are_alike(one: str, other: str) -> bool:
    return likeness(parsed(one), parsed(other), either_end=True) != ("other",)


def _context(left: Profile, right: Profile) -> Iterator[str]:
    yield from _countries(left.countries, right.countries)
    years = _years_between(left, right)
    yield from _offices(left.offices, right.offices, years)
    if years is not None and years >= weights().very_long_years:
        yield "very_long"
    elif years is not None and years >= weights().long_years:
        yield "long"


def _is_prominent(left: Profile, right: Profile) -> bool:
    """Whether a bare family name stands beside the news of somebody of the upper levels.

    Those alone are named so without a word of who they are.
    """
    if not any(not each.countries and not each.offices for each in (left, right)):
        return False
    years = _years_between(left, right)
    near = years is not None and years * _DAYS_A_YEAR <= weights().near_days
    return near and any(
        (office.level or _HIGH + 1) <= _HIGH for office in left.offices | right.offices
    )


def _countries(left: frozenset[str], right: frozenset[str]) -> Iterator[str]:
    if not left or not right:
        return
    if left & right:
        yield "country"
    else:
        yield "body" if (left | right) & _bodies() else "other_country"


@cache
def _bodies() -> frozenset[str]:
    return frozenset(codebook().codes("bodies"))


def _offices(
    left: frozenset[OfficeOf], right: frozenset[OfficeOf], years: float | None
) -> Iterator[str]:
    """Say whether offices agree, or are others than one person has at one time."""
    pairs = [(one, other) for one in left for other in right]
    if any(_same_office(one, other) for one, other in pairs):
        if years is None or years < weights().long_years:
            yield "office"
        return
    at_one_time = years is not None and years * _DAYS_A_YEAR <= weights().same_time_days
    if not at_one_time or not all(_other_offices(one, other) for one, other in pairs):
        return
    if pairs:
        yield "other_rank" if all(_far(one, other) for one, other in pairs) else "other_office"


def _same_office(one: OfficeOf, other: OfficeOf) -> bool:
    return one.role == other.role and one.of == other.of


def _other_offices(one: OfficeOf, other: OfficeOf) -> bool:
    return one.role != other.role and not {one.role, other.role} & _VAGUE


def _far(one: OfficeOf, other: OfficeOf) -> bool:
    known = one.level is not None and other.level is not None
    return known and abs((one.level or 0) - (other.level or 0)) >= _RANKS_APART


def _years_between(left: Profile, right: Profile) -> float | None:
    """Return the years between the times of two descriptions; 0 where they overlap."""
    if not (left.first_day and left.last_day and right.first_day and right.last_day):
        return None
    days = max((right.first_day - left.last_day).days, (left.first_day - right.last_day).days, 0)
    return days / _DAYS_A_YEAR


@cache
def _levels() -> dict[str, int | None]:
    return {entry.code: entry.level for entry in codebook().section("roles")}


def _level(role: str) -> int | None:
    return _levels().get(role)
