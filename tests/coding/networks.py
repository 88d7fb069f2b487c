"""What a network says, written by hand: whom words go back to, and the sectors of words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from dragoman.coding.tree import Tree, tree_of

Shares = Mapping[str, float]
"""A probability a word."""


@dataclass(frozen=True)
class Links:
    """Says by words how likely a mention goes back to each earlier one; 0 where nothing is told."""

    tree: Tree
    told: Mapping[str, Shares]

    def likely(self, token: int, earlier: Sequence[int]) -> list[float]:
        """The probability of each earlier head."""
        shares = self.told.get(self.tree.lower[token], {})
        return [shares.get(self.tree.words[head], 0.0) for head in earlier]


@dataclass(frozen=True)
class Fields:
    """Says by words how likely each sector is for the party at a stretch that holds them."""

    tree: Tree
    told: Mapping[str, Shares]

    def of(self, start: int, end: int) -> Shares:
        """The probability of each sector by the first word of the stretch that is told of."""
        words = self.tree.words[start:end]
        return next((self.told[word] for word in words if word in self.told), {})


def with_links(doc: Doc, told: Mapping[str, Shares]) -> Doc:
    """Set what the network says that words of a Doc go back to."""
    doc._.antecedents = Links(tree_of(doc), told)
    return doc


def with_fields(doc: Doc, told: Mapping[str, Shares]) -> Doc:
    """Set what the network says of the sectors of words of a Doc."""
    doc._.sectors = Fields(tree_of(doc), told)
    return doc
