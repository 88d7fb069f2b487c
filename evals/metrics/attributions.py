"""Attributions: exact span F1, token F1 and link F1.

A span, discontinuous or not, is the set of tokens that it covers, and counts as one. It is right
when exactly the same tokens were predicted for the same label in the same article. A span that
serves several attributions of an article (one source of two contents) counts once for span and
token F1. An attribution counts for link F1: all three spans must be right, an absent source or
content being absent on both sides.

After Newell, Margolin and Ruths, "An Attribution Relations Corpus for Political News", LREC 2018.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from evals.metrics.counts import Counts, compare
from evals.metrics.tokens import TokenIndex

if TYPE_CHECKING:
    from collections.abc import Iterable

Spans = tuple[tuple[int, int], ...]
LABELS = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class AttributionSpans:
    """Character spans of one attribution."""

    source: Spans
    cue: Spans
    content: Spans

    def part(self, label: str) -> Spans:
        """Return the spans of ``source``, ``cue`` or ``content``."""
        return {"source": self.source, "cue": self.cue, "content": self.content}[label]


@dataclass(frozen=True, slots=True)
class AttributionCounts:
    """Counts by label, exact and by token, and of whole attributions."""

    exact: dict[str, Counts]
    token: dict[str, Counts]
    link: Counts

    def __add__(self, other: AttributionCounts) -> AttributionCounts:
        return AttributionCounts(
            {label: self.exact[label] + other.exact[label] for label in LABELS},
            {label: self.token[label] + other.token[label] for label in LABELS},
            self.link + other.link,
        )

    @classmethod
    def none(cls) -> AttributionCounts:
        """Return the counts of no article."""
        empty = dict.fromkeys(LABELS, Counts())
        return cls(empty, dict(empty), Counts())

    def figures(self) -> dict[str, float]:
        """Return ``source_f1`` … ``content_token_f1`` and ``link_f1``."""
        exact = {f"{label}_f1": self.exact[label].f1 for label in LABELS}
        token = {f"{label}_token_f1": self.token[label].f1 for label in LABELS}
        return {**exact, **token, "link_f1": self.link.f1}


def attribution_counts(
    text: str, gold: Iterable[AttributionSpans], predicted: Iterable[AttributionSpans]
) -> AttributionCounts:
    """Compare the attributions of one article."""
    index = TokenIndex(text)
    left, right = _tokens(index, gold), _tokens(index, predicted)
    return AttributionCounts(
        {label: compare(_spans(left, k), _spans(right, k)) for k, label in enumerate(LABELS)},
        {label: compare(_covered(left, k), _covered(right, k)) for k, label in enumerate(LABELS)},
        compare(left, right),
    )


Triple = tuple[frozenset[int], frozenset[int], frozenset[int]]
"""The tokens of source, cue and content."""


def in_tokens(index: TokenIndex, attribution: AttributionSpans) -> Triple:
    """Return the tokens that the spans of an attribution cover: what is compared."""
    source, cue, content = (index.covered(attribution.part(label)) for label in LABELS)
    return source, cue, content


def _tokens(index: TokenIndex, attributions: Iterable[AttributionSpans]) -> set[Triple]:
    triples = {in_tokens(index, each) for each in attributions}
    return {triple for triple in triples if any(triple)}


def _spans(triples: set[Triple], part: int) -> set[frozenset[int]]:
    return {triple[part] for triple in triples if triple[part]}


def _covered(triples: set[Triple], part: int) -> set[int]:
    return set().union(*(triple[part] for triple in triples))
