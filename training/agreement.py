"""How far two passes of labels on the same sentences agree.

``python -m training.agreement [FOLDER]`` matches the items of ``second`` with those of ``train``
and ``dev`` by their text and prints a table per file. Neither pass is taken for the right one: F1
is the same from both sides, and kappa is Cohen's (1960).
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, product
from pathlib import Path

from dragoman.errors import DataError
from dragoman.records import codebook
from evals.metrics.counts import Counts, total
from training.sentences import FOLDER, PARTS, Act, Extent, Party, Sentence, read_part

SECOND = "second"
Items = tuple[Sentence, Sentence]
Acts = tuple[Act, Act]
Labels = tuple[Hashable, Hashable]
_NONE = "none"


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: what was measured, how, on how many cases."""

    what: str
    measure: str
    value: float
    cases: int

    def __str__(self) -> str:
        return f"| {self.what} | {self.measure} | {self.value:.3f} | {self.cases} |"


def paired(folder: Path = FOLDER) -> list[Items]:
    """Each item of the second pass with the first labels of the same text.

    Raises:
        DataError: a text of the second pass is no longer among the first labels.
    """
    first = {item.text: item for part in PARTS for item in read_part(part, folder)}
    second = read_part(SECOND, folder)
    for item in second:
        if item.text not in first:
            raise DataError(f"{item.where}: no item of {' or '.join(PARTS)} has this text.")
    return [(first[item.text], item) for item in second]


def matched(first: Sequence[Extent], second: Sequence[Extent]) -> list[tuple[int, int]]:
    """Indexes of spans that overlap, one to one, the greatest share first."""
    shares = [
        (_shared(one, other), -i, -j)
        for (i, one), (j, other) in product(enumerate(first), enumerate(second))
    ]
    found: dict[int, int] = {}
    for share, i, j in sorted(shares, reverse=True):
        if share > 0 and -i not in found and -j not in found.values():
            found[-i] = -j
    return sorted(found.items())


def _shared(one: Extent, other: Extent) -> float:
    """Characters in common as a share of those in either; 1 where the spans are equal."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common / (max(one[1], other[1]) - min(one[0], other[0]))


def kappa(labels: Sequence[Labels]) -> float:
    """Cohen's kappa: agreement beyond what two independent passes would reach by chance."""
    cases = len(labels)
    if not cases:
        return 0.0
    left, right = Counter(one for one, _ in labels), Counter(other for _, other in labels)
    chance = sum(left[label] * right[label] for label in left) / cases**2
    return 1.0 if chance == 1 else (share(labels) - chance) / (1 - chance)


def share(labels: Sequence[Labels]) -> float:
    """Share of the cases with the same label; 0 where there are none."""
    return sum(one == other for one, other in labels) / len(labels) if labels else 0.0


def figures(pairs: Sequence[Items]) -> list[Figure]:
    """Every line of the table."""
    meetings = [each for pair in pairs for each in trigger_pairs(*pair)]
    acts = _unique(meetings)
    alike = [(one, other) for one, other in acts if one.type == other.type]
    return [
        *_spans("triggers", [tuple(map(triggers, pair)) for pair in pairs]),
        *_labels("type, on matched triggers", [(one.type, other.type) for one, other in meetings]),
        *_labels("mode, where the types agree", _modes(alike)),
        *_labels("modality", [(one.modality, other.modality) for one, other in acts]),
        *_labels("channel, where either has one", _held(acts, lambda act: act.channel)),
        *_labels("status, where either has one", _held(acts, lambda act: act.status)),
        *_parties("actors", acts, lambda act: act.actors),
        *_parties("recipients", acts, lambda act: act.recipients),
        *_spans("places", [(one.places, other.places) for one, other in acts]),
        *_spans("times", [(one.times, other.times) for one, other in acts]),
        *_contents(pairs),
        _jaccard("contexts of an item", [(a.contexts, b.contexts) for a, b in pairs]),
    ]


def triggers(item: Sentence) -> list[Extent]:
    """The triggers of all events, in the order of the text."""
    return [span for span, _ in _triggers(item)]


def _triggers(item: Sentence) -> list[tuple[Extent, Act]]:
    found = [(span, act) for act in item.acts.values() for span in act.triggers]
    return sorted(found, key=lambda pair: pair[0])


def trigger_pairs(first: Sentence, second: Sentence) -> Iterator[Acts]:
    """The two events of each pair of triggers that overlap."""
    one, other = _triggers(first), _triggers(second)
    for i, j in matched([span for span, _ in one], [span for span, _ in other]):
        yield one[i][1], other[j][1]


def _unique(acts: Iterable[Acts]) -> list[Acts]:
    """Events that meet in several triggers, once."""
    return list({(id(one), id(other)): (one, other) for one, other in acts}.values())


def _modes(acts: Sequence[Acts]) -> list[Labels]:
    with_modes = [pair for pair in acts if codebook().modes(pair[0].type)]
    return [(f"{a.type}/{a.mode}", f"{b.type}/{b.mode}") for a, b in with_modes]


def _held(acts: Sequence[Acts], value: Callable[[Act], str | None]) -> list[Labels]:
    both = [(value(one), value(other)) for one, other in acts]
    return [(one or _NONE, other or _NONE) for one, other in both if one or other]


def _labels(what: str, labels: Sequence[Labels]) -> Iterator[Figure]:
    yield Figure(what, "agreement", share(labels), len(labels))
    yield Figure(what, "kappa", kappa(labels), len(labels))


def _spans(what: str, spans: Sequence[tuple[Sequence[Extent], ...]]) -> Iterator[Figure]:
    """F1 of equal and of overlapping spans; the cases are the spans of both passes."""
    exact = total(_counts(one, other, equal=True) for one, other in spans)
    overlap = total(_counts(one, other, equal=False) for one, other in spans)
    yield Figure(what, "F1, exact", exact.f1, exact.gold + exact.predicted)
    yield Figure(what, "F1, overlap", overlap.f1, overlap.gold + overlap.predicted)


def _counts(first: Sequence[Extent], second: Sequence[Extent], *, equal: bool) -> Counts:
    pairs = matched(first, second)
    hits = sum(not equal or first[i] == second[j] for i, j in pairs)
    return Counts(hits, len(first), len(second))


def _parties(
    what: str, acts: Sequence[Acts], held: Callable[[Act], list[Party]]
) -> Iterator[Figure]:
    sides = [(held(one), held(other)) for one, other in acts]
    yield from _spans(what, [tuple([party.span for party in side] for side in x) for x in sides])
    met = [pair for one, other in sides for pair in _met(one, other)]
    yield from _labels(f"{what}: code", [(a.code, b.code) for a, b in met])
    named = [(a.code, b.code) for a, b in met if a.code and b.code]
    yield from _labels(f"{what}: code, where both have one", named)
    yield _jaccard(f"{what}: sectors", [(a.sectors, b.sectors) for a, b in met])


def _met(first: Sequence[Party], second: Sequence[Party]) -> Iterator[tuple[Party, Party]]:
    for i, j in matched([party.span for party in first], [party.span for party in second]):
        yield first[i], second[j]


def _contents(pairs: Sequence[Items]) -> Iterator[Figure]:
    spans = [tuple([span for span, _ in item.contents] for item in pair) for pair in pairs]
    yield from _spans("contents", spans)
    stances = [
        (first.contents[i][1], second.contents[j][1])
        for (first, second), (one, other) in zip(pairs, spans, strict=True)
        for i, j in matched(one, other)
    ]
    yield from _labels("stance, on matched contents", stances)


def _jaccard(what: str, sets: Sequence[tuple[Sequence[str], Sequence[str]]]) -> Figure:
    """Mean share of the labels of either that both have; two empty sets agree."""
    shares = [_overlap(set(one), set(other)) for one, other in sets]
    return Figure(what, "mean Jaccard", sum(shares) / len(shares) if shares else 0.0, len(shares))


def _overlap(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 1.0


def table(found: Sequence[Figure]) -> str:
    """The figures as a table of Markdown."""
    return "\n".join(["| what | measure | value | cases |", "|---|---|--:|--:|", *map(str, found)])


def main() -> None:
    """Print a table per file of the second pass, of the folder named or the project's own."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    for name, group in groupby(paired(folder), lambda pair: pair[1].where.partition(",")[0]):
        pairs = list(group)
        print(f"{name}: {len(pairs)} items labelled twice\n\n{table(figures(pairs))}\n")


if __name__ == "__main__":
    main()
