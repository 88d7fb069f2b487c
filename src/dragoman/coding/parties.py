"""For whom somebody speaks: the state or body behind a minister, a spokesman, "officials"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.coding.cast import Cast
    from dragoman.coding.drafts import Party

_OFFICIAL = frozenset({"GOV", "MIL", "SPY"})
_WITH_CODE = frozenset({"IGO", "NGO"})
_PRIVATE = frozenset({"OPP", "CVL", "JRN", "EDU", "ELI", "BUS", "MED", "LAB", "REF"})


def speaks_for(cast: Cast, actor: int) -> Party | None:
    """The code or actor a speaker stands for, or ``None`` for those who speak for nobody else.

    States and bodies speak for themselves; persons and unnamed officials for the country or
    body they hold an office of. Private citizens, experts, legislators without a post and
    former officials speak for nobody.
    """
    draft = cast.draft(actor)
    if draft.kind == "state":
        return draft.country or actor
    if draft.kind == "organization":
        public = draft.class_ in _WITH_CODE or not _OFFICIAL.isdisjoint(draft.sectors)
        return draft.country if public and draft.country else actor
    if draft.kind == "armed_group":
        return actor
    if draft.kind == "population":
        return None
    return _of_person(cast, actor)


def _of_person(cast: Cast, actor: int) -> Party | None:
    draft = cast.draft(actor)
    sectors = frozenset(draft.sectors)
    if draft.office is not None:
        return draft.office.of or draft.country
    if sectors & _OFFICIAL and not sectors & _PRIVATE:
        return draft.country
    return None


def same_side(cast: Cast, left: Party | None, right: Party | None) -> bool:
    """Whether two parties are one side, be they named by code or by actor."""
    if left is None or right is None:
        return False
    return _code(cast, left) == _code(cast, right)


def _code(cast: Cast, party: Party) -> Party:
    if isinstance(party, str):
        return party
    behind = speaks_for(cast, party)
    return party if behind is None else behind
