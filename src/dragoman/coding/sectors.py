"""Sectors of actors that no table and no title tells: by the network."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dragoman.coding.cast import ActorDraft, Mention
    from dragoman.coding.scene import Scene

_KINDS = frozenset({"person", "organization", "armed_group", "population", "unnamed"})
_TOLD_BY = frozenset({"name", "title", "nominal"})
_MOST = 2

SECTOR_FROM = 0.5
"""How likely the network must find a sector, on the mean of an actor's mentions."""


class Sectors(Protocol):
    """Says how likely each sector is for the party at some words."""

    def of(self, start: int, end: int, /) -> Mapping[str, float]:
        """Probability of each sector for the party at tokens ``start`` to ``end``."""
        ...


def add_sectors(scene: Scene) -> None:
    """Give actors without sectors those that the network finds likely, the likeliest first."""
    network = scene.sectors
    if network is None:
        return
    mentions: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in scene.cast.mentions:
        if mention.kind in _TOLD_BY and _lacks_sectors(scene.cast.draft(mention.actor)):
            mentions[mention.actor].append(mention)
    for actor, found in mentions.items():
        scene.cast.draft(actor).sectors = _likely(scene, network, found)


def _lacks_sectors(draft: ActorDraft) -> bool:
    return not draft.sectors and draft.kind in _KINDS and not draft.members


def _likely(scene: Scene, network: Sectors, mentions: Sequence[Mention]) -> tuple[str, ...]:
    sums: defaultdict[str, float] = defaultdict(float)
    for mention in mentions:
        start, end = scene.tree.phrase(mention.root)
        bounds = min(start, mention.start), max(end, mention.end)
        for sector, share in network.of(*bounds).items():
            sums[sector] += share / len(mentions)
    ranked = sorted(sums.items(), key=lambda item: (-item[1], item[0]))
    return tuple(sector for sector, share in ranked[:_MOST] if share >= SECTOR_FROM)
