"""Tellings into facts. The same tellings give the same facts, in whatever order they came."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.crises.entries.merging.agreeing import agree
from dragoman.crises.entries.merging.rules import Rules
from dragoman.crises.entries.merging.telling import Telling


def leaders(tellings: Iterable[Telling], rules: Rules) -> dict[str, str]:
    """Return the id of the telling that leads each one; those of one leader are of one fact.

    The most specific telling leads. Each of the others goes to the leader that it agrees with best;
    where it agrees with none, or with two alike, it leads itself. It is compared with leaders only,
    so that a chain of likenesses brings nothing together.
    """
    found: dict[str, str] = {}
    leading: list[Telling] = []
    for each in sorted(tellings, key=_order):
        leader = best(each, leading, rules)
        if leader is None:
            leading.append(each)
        found[each.id] = leader.id if leader else each.id
    return found


def best(telling: Telling, among: Sequence[Telling], rules: Rules) -> Telling | None:
    """Return the one that a telling agrees with best, ``None`` if there is none or are two."""
    scored = [(score, each) for each in among if (score := agree(telling, each, rules)) is not None]
    if not scored:
        return None
    most = max(score for score, _ in scored)
    found = [each for score, each in scored if score == most]
    return found[0] if len(found) == 1 else None


def _order(telling: Telling) -> tuple[object, ...]:
    """Return the place of a telling: the more it tells, the earlier it comes."""
    taking = [side for part in telling.sides.values() for side in part]
    told = sum(value is not None for value in (telling.place, telling.country))
    return (
        -sum(bool(side.person) for side in taking),
        -len(taking),
        -told,
        -len(telling.sketch),
        -sum(value is not None for value in telling.codes.values()),
        telling.first.toordinal() if telling.first else 0,
        telling.id,
    )
