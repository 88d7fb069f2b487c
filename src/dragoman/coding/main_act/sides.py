"""Who acts on whom in the main act of a sentence: grammar, rules and the network together.

Every noun phrase may be actor, recipient, both or neither. Two experts speak on each: a log-linear
model of what tree, names and the record's event tell (:mod:`dragoman.coding.main_act.scene`), and
the network's tags for participants. Their product decides; the extent of a phrase comes from the
tree, unless the network has marked a longer stretch.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from dragoman.coding.main_act.choosing import chosen
from dragoman.coding.main_act.model import BOTH, PARTS, Scores, Side
from dragoman.coding.main_act.scene import Scene
from dragoman.coding.main_act.weights import weights

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from dragoman.coding.main_act.model import PartsByHead
    from dragoman.coding.main_act.phrases import Phrase
    from dragoman.language.acts import Parts
    from dragoman.records import Record

TRUST = 0.7
"""How much the network's tags weigh against the tree: the power of their probabilities."""

CAUTION = 0.6
"""What is taken from the score of a recipient where the network speaks: it names too many."""

LEAST = 1e-3
"""What a part keeps of probability however sure the network is."""


def sides(record: Record, doc: Doc) -> tuple[Side, ...]:
    """Return the phrases that take part in the main act of a text of one sentence.

    Args:
        record: what the coding has read from the text.
        doc: the text. Where it carries ``doc._.parts`` the network's tags are heard as well.
    """
    scene = Scene(record, doc)
    said: Parts | None = doc._.parts if doc.has_extension("parts") else None
    marked = doc._.participants if doc.has_extension("participants") else None
    parts = chosen(
        {head: weighed(scene, head, said) for head in scene.heads}, scene.tree.coordination_head
    )
    return drawn(scene, parts, [(span.start, span.end) for span in marked or ()])


def weighed(scene: Scene, head: int, said: Parts | None) -> Scores:
    """What tree and network say together of a phrase, as logarithms that are not normalised."""
    by_tree = weights().scores(scene.features(head))
    if said is None:
        return by_tree
    shares = said.of(head)
    by_network = [math.log(shares.get(part, 0.0) + LEAST) for part in PARTS]
    none, actor, recipient, both = (
        tree + TRUST * network for tree, network in zip(by_tree, by_network, strict=True)
    )
    return none, actor, recipient - CAUTION, both


def drawn(scene: Scene, parts: PartsByHead, marked: Sequence[Phrase] = ()) -> tuple[Side, ...]:
    """Return the phrases of heads; what is coordinated is one where both sides act alike.

    Args:
        scene: the text.
        parts: the part of each head.
        marked: stretches of tokens that the network takes for participants.
    """
    groups: dict[tuple[str, int], list[Phrase]] = {}
    for head, part in parts.items():
        first = scene.tree.coordination_head(head) if part == BOTH else head
        groups.setdefault((part, first), []).append(extent(scene, head, marked))
    found = dict.fromkeys(
        Side(part, scene.tree.span(min(start for start, _ in each), max(end for _, end in each)))
        for (part, _), each in groups.items()
    )
    return tuple(found)


def extent(scene: Scene, head: int, marked: Sequence[Phrase]) -> Phrase:
    """Return the extent of a phrase: the tree's, or a marked stretch around all of it.

    A stretch that holds a conjunct of the phrase as well is left aside.
    """
    start, end = scene.phrase(head)
    for begin, stop in marked:
        if begin <= start and end <= stop and not _holds_conjunct(scene, head, (begin, stop)):
            return begin, stop
    return start, end


def _holds_conjunct(scene: Scene, head: int, stretch: Phrase) -> bool:
    first_of = scene.tree.coordination_head
    return any(
        other != head and first_of(other) == first_of(head)
        for other in scene.heads
        if stretch[0] <= other < stretch[1]
    )
