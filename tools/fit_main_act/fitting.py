"""Phrases with their part as marked by hand, and the log-linear model that explains them best."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from dragoman.coding.main_act.model import NONE, PARTS, PartsByHead, Scores, Side
from dragoman.coding.main_act.phrases import grown, heads_of
from dragoman.coding.main_act.scene import BY_NETWORK, UNANSWERED, Scene
from dragoman.coding.main_act.weights import Weights
from dragoman.coding.tree import NOUN_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import torch


LEAST_SEEN = 4
"""How often a feature must be seen to get weights."""

SHRINKAGE = 2.0
"""How strongly weights are pulled to 0: half of this times the sum of their squares is the cost."""

LEAST_WEIGHT = 0.02
"""A feature whose weights are all below this is left out."""


class Sample(NamedTuple):
    """What is seen of a phrase, and its part."""

    features: frozenset[str]
    part: str


def samples(scene: Scene, marked: Iterable[Side]) -> Iterator[Sample]:
    """Yield every phrase of a text with the part that is marked, and again as if none had answered.

    The weights hold then for a model without the second network as well.
    """
    parts = parts_of(scene, marked)
    for head in scene.heads:
        features, part = scene.features(head), parts.get(head, NONE)
        yield Sample(features, part)
        if UNANSWERED not in features:
            yield Sample(unanswered(features), part)


def unanswered(features: frozenset[str]) -> frozenset[str]:
    """Return what would be seen if the second network were not there."""
    return frozenset(name for name in features if BY_NETWORK not in name) | {UNANSWERED}


def parts_of(scene: Scene, marked: Iterable[Side]) -> PartsByHead:
    """Return the part of each head; conjuncts that a stretch holds take part as its head does."""
    tree, parts = scene.tree, PartsByHead()
    for part, span in marked:
        heads = [head for head in heads_of([span], tree) if tree.tags[head] in NOUN_TAGS]
        for head in heads[:1]:
            inside = [each for each in tree.conjuncts(head) if tree.ends[each] <= span[1]]
            for each in [head, *inside]:
                parts.setdefault(grown(each, tree), part)
    return parts


def fitted(seen: Sequence[Sample]) -> Weights:
    """Return the weights under which the marked parts are likeliest, less shrinkage."""
    counts = Counter(name for sample in seen for name in sample.features)
    names = sorted(name for name, count in counts.items() if count >= LEAST_SEEN)
    numbers = {name: number for number, name in enumerate(names)}
    import torch  # of the extra `train`; what does not fit goes without

    given = torch.zeros(len(seen), len(names))
    for row, sample in enumerate(seen):
        given[row, [numbers[name] for name in sample.features if name in numbers]] = 1.0
    right = torch.tensor([PARTS.index(sample.part) for sample in seen])
    found = _minimum(given, right)
    table = {name: _scores(found[number].tolist()) for name, number in numbers.items()}
    return Weights({
        name: row for name, row in table.items() if max(map(abs, row)) >= LEAST_WEIGHT
    })  # fmt: skip


def _minimum(given: torch.Tensor, right: torch.Tensor) -> torch.Tensor:
    import torch

    values = torch.zeros(given.shape[1], len(PARTS), requires_grad=True)
    search = torch.optim.LBFGS([values], max_iter=60, line_search_fn="strong_wolfe")

    def cost() -> torch.Tensor:
        search.zero_grad()
        unlikely = torch.nn.functional.cross_entropy(given @ values, right, reduction="sum")
        whole = unlikely + SHRINKAGE / 2 * (values**2).sum()
        whole.backward()
        return whole

    search.step(cost)
    return values.detach()


def _scores(row: Sequence[float]) -> Scores:
    none, actor, recipient, both = (round(value, 3) for value in row)
    return none, actor, recipient, both


def lines(weights: Weights) -> Iterator[str]:
    """Yield the rows of the table."""
    yield "\t".join(("feature", *PARTS))
    for name, row in sorted(weights.by_feature.items()):
        yield "\t".join((name, *(f"{value:g}" for value in row)))
