"""The evaluation of the CoNLL 2018 shared task, written from its definition.

System and gold words are aligned by characters, white space left aside, so that a system may cut
sentences and words as it likes. Each figure is an F1: correct over the words of the system
(precision) and over those of the gold (recall).

- A sentence is right when both its ends are.
- Outside of multi-word tokens two words are aligned when they begin and end at the same
  characters.
- The words of a multi-word token ("didn't": "did", "n't") have no characters of their own. Where
  multi-word tokens of either side overlap, their extents are joined, and the words that lie
  wholly inside, of both sides, are aligned by a longest common subsequence of their lower-cased
  forms.
- ``words``: aligned words. ``upos``: aligned words with the same tag. ``uas``: aligned words whose
  heads are aligned with one another, or are both the root. ``las``: those with the same
  universal relation as well: what follows a colon ("nmod:poss") is left aside, as the shared
  task did.

Zeman et al., "CoNLL 2018 Shared Task: Multilingual Parsing from Raw Text to Universal
Dependencies"; https://universaldependencies.org/conll18/evaluation.html
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from evals.metrics.counts import Counts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Extent = tuple[int, int]
FIGURES = ("words", "sentences", "upos", "uas", "las")
ROOT = -1


@dataclass(frozen=True, slots=True)
class TreeWord:
    """A syntactic word.

    ``start`` and ``end`` count characters other than white space from the beginning of the
    document; a word of a multi-word token has the extent of the token. ``head`` is the index of
    another word of the document, or :data:`ROOT`.
    """

    form: str
    start: int
    end: int
    upos: str
    head: int
    relation: str
    multiword: bool = False


@dataclass(frozen=True, slots=True)
class Trees:
    """The analysed words of one document and the extents of its sentences."""

    words: tuple[TreeWord, ...]
    sentences: tuple[Extent, ...]


def tree_counts(gold: Trees, system: Trees) -> dict[str, Counts]:
    """Compare two analyses of one document; counts by the names in :data:`FIGURES`."""
    aligned = align(gold.words, system.words)
    sizes = (len(gold.words), len(system.words))
    heads = [
        (g, s) for s, g in aligned.items() if _same_head(gold.words[g], system.words[s], aligned)
    ]
    right = {
        "words": len(aligned),
        "upos": sum(gold.words[g].upos == system.words[s].upos for s, g in aligned.items()),
        "uas": len(heads),
        "las": sum(universal(gold.words[g]) == universal(system.words[s]) for g, s in heads),
    }
    counts = {name: Counts(hits, *sizes) for name, hits in right.items()}
    counts["sentences"] = Counts(
        len(set(gold.sentences) & set(system.sentences)),
        len(gold.sentences),
        len(system.sentences),
    )
    return {name: counts[name] for name in FIGURES}


def add_counts(parts: Iterable[Mapping[str, Counts]]) -> dict[str, Counts]:
    """Return the sums over documents."""
    sums = dict.fromkeys(FIGURES, Counts())
    for part in parts:
        sums = {name: sums[name] + part[name] for name in FIGURES}
    return sums


def align(gold: Sequence[TreeWord], system: Sequence[TreeWord]) -> dict[int, int]:
    """Return the index of the gold word for each system word that has one."""
    joined = _joined_extents(word for side in (gold, system) for word in side if word.multiword)
    gold_outside, gold_inside = _divide(gold, joined)
    system_outside, system_inside = _divide(system, joined)
    places = {(gold[index].start, gold[index].end): index for index in gold_outside}
    aligned: dict[int, int] = {}
    for index in system_outside:
        place = (system[index].start, system[index].end)
        if place in places:
            aligned[index] = places[place]
    for extent in joined:
        aligned |= _common(gold, gold_inside[extent], system, system_inside[extent])
    return dict(sorted(aligned.items()))


def _same_head(gold: TreeWord, system: TreeWord, aligned: Mapping[int, int]) -> bool:
    if system.head == ROOT:
        return gold.head == ROOT
    return gold.head != ROOT and aligned.get(system.head) == gold.head


def universal(word: TreeWord) -> str:
    """Return the universal relation: what stands before a colon."""
    return word.relation.partition(":")[0]


def _joined_extents(words: Iterable[TreeWord]) -> list[Extent]:
    joined: list[Extent] = []
    for start, end in sorted({(word.start, word.end) for word in words}):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _divide(
    words: Sequence[TreeWord], joined: Sequence[Extent]
) -> tuple[list[int], dict[Extent, list[int]]]:
    """Divide word indexes into those outside of all extents and those wholly inside each."""
    outside: list[int] = []
    inside: dict[Extent, list[int]] = {extent: [] for extent in joined}
    position = 0
    for index, word in enumerate(words):
        while position < len(joined) and joined[position][1] <= word.start:
            position += 1
        if position == len(joined) or word.end <= joined[position][0]:
            outside.append(index)
        elif joined[position][0] <= word.start and word.end <= joined[position][1]:
            inside[joined[position]].append(index)
    return outside, inside


def _common(
    gold: Sequence[TreeWord], left: list[int], system: Sequence[TreeWord], right: list[int]
) -> dict[int, int]:
    """Align words inside one extent by a longest common subsequence of lower-cased forms."""
    here = [gold[index].form.lower() for index in left]
    there = [system[index].form.lower() for index in right]
    best = _lengths(here, there)
    aligned: dict[int, int] = {}
    i = j = 0
    while i < len(here) and j < len(there):
        if here[i] == there[j]:
            aligned[right[j]] = left[i]
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return aligned


def _lengths(here: Sequence[str], there: Sequence[str]) -> list[list[int]]:
    """Return the length of the longest common subsequence of every pair of tails."""
    best = [[0] * (len(there) + 1) for _ in range(len(here) + 1)]
    for i in reversed(range(len(here))):
        for j in reversed(range(len(there))):
            same = here[i] == there[j]
            best[i][j] = best[i + 1][j + 1] + 1 if same else max(best[i + 1][j], best[i][j + 1])
    return best
