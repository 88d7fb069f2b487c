"""What the second network says of stretches of an article, all asked in one call.

About a stretch that was not asked, and on a Doc without a network, there is no opinion: there
the tables decide alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from dragoman.coding.stretches import head_of
from dragoman.coding.tree import tree_of
from dragoman.language.decisions import Question
from dragoman.records import Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from spacy.tokens import Doc

    from dragoman.coding.tree import Tree
    from dragoman.language.decisions import Answer

Extent = tuple[int, int]

NO_STANCE = "none"
STANCES: tuple[Stance, ...] = get_args(Stance)

_MARK, _DECISION = "content", "stance"
_MOST_SENTENCES = 3
_SHORTEST = 2
_OPENING = frozenset({"SPACE"})


@dataclass(frozen=True, slots=True)
class Opinion:
    """How likely words of one sentence take each stance, and none (the rest to 1).

    ``tokens`` are the first token to the last of the stretch (exclusive), ``head`` the one that
    governs it.
    """

    tokens: Extent
    head: int
    shares: Mapping[Stance, float]

    @property
    def none(self) -> float:
        """How likely the words judge nothing."""
        return max(0.0, 1.0 - sum(self.shares.values()))


class Opinions:
    """The network's opinions on one article.

    Args:
        doc: A parsed Doc; ``doc._.decisions`` is asked where it is set.
    """

    def __init__(self, doc: Doc) -> None:
        self._tree = tree_of(doc)
        self._decisions = doc._.decisions if doc.has_extension("decisions") else None
        self._known: dict[Extent, Opinion] = {}

    def ask(self, stretches: Iterable[Sequence[int]]) -> None:
        """Ask about all of some stretches of tokens, each a sentence at a time."""
        if self._decisions is None:
            return
        extents = [item for tokens in stretches for item in _by_sentence(self._tree, tokens)]
        new = list(dict.fromkeys(item for item in extents if item not in self._known))
        questions = [
            Question(self._tree.sentence(start), ((_MARK, (start, end)),)) for start, end in new
        ]
        for extent, answer in zip(new, self._decisions.ask(questions), strict=True):
            opinion = self._opinion(extent, answer)
            if opinion is not None:
                self._known[extent] = opinion

    def of(self, tokens: Sequence[int]) -> tuple[Opinion, ...]:
        """The opinions on a stretch, one for each of its sentences that was asked about."""
        found = (self._known.get(item) for item in _by_sentence(self._tree, tokens))
        return tuple(item for item in found if item is not None)

    def _opinion(self, extent: Extent, answer: Answer) -> Opinion | None:
        if _DECISION not in answer.labels:
            return None
        shares = {stance: answer.probability(_DECISION, stance) for stance in STANCES}
        return Opinion(extent, head_of(self._tree, *extent), shares)


def _by_sentence(tree: Tree, tokens: Sequence[int]) -> Iterator[Extent]:
    """The first sentences of a stretch, each as its first and last token (exclusive).

    Of a sentence that other words break up ("A," X said about B), the longest part: what stands
    between is not said, and would change the answer with whoever says it.
    """
    parts: dict[int, list[int]] = {}
    for token in sorted(tokens):
        if tree.tags[token] not in _OPENING:
            parts.setdefault(tree.sentences[token], []).append(token)
    for part in list(parts.values())[:_MOST_SENTENCES]:
        run = max(_runs(part), key=len)
        words = [token for token in run if tree.tags[token] != "PUNCT"]
        if len(words) >= _SHORTEST:
            yield run[0], run[-1] + 1


def _runs(tokens: Sequence[int]) -> list[list[int]]:
    """Sorted tokens cut where they do not follow one another."""
    runs: list[list[int]] = []
    for token in tokens:
        if runs and runs[-1][-1] == token - 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    return runs
