"""What the networks say of the words of one article that may be triggers, asked in one call.

The tagger (``doc._.triggers``) proposes words, the second network (``doc._.decisions``) is asked
about each of them and about what the tables propose. Where a Doc carries neither, nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.language.decisions import Question

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.coding.tree import Tree
    from dragoman.language.acts import TaggedTokens
    from dragoman.language.decisions import Answer

ROLES = ("none", "actor", "recipient", "place", "time")
_ASKED = ("event", "mode", "modality")


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the second network says of one word: shares of each answer.

    ``roles`` gives for each role the share by token of the sentence, where it is not small.
    """

    types: Mapping[str, float]
    modes: Mapping[str, float]
    modalities: Mapping[str, float]
    roles: Mapping[str, Mapping[int, float]]


class Opinions:
    """Tagged words, and the answers of the second network.

    Args:
        doc: A parsed Doc.
        tree: Its tree.
    """

    def __init__(self, doc: Doc, tree: Tree) -> None:
        self._tree = tree
        self._decisions = doc._.decisions if doc.has_extension("decisions") else None
        found = doc._.triggers if doc.has_extension("triggers") else None
        self.tagged: tuple[TaggedTokens, ...] = tuple(found or ())
        self.is_silent = self._decisions is None and not self.tagged
        self._spans = {token: span for span in found or () for token in range(span.start, span.end)}
        self._known: dict[int, Opinion] = {}
        self._asked: set[int] = set()
        self._open: list[tuple[Sequence[int], Sequence[Answer]]] = []

    def tag(self, token: int) -> TaggedTokens | None:
        """The tagged words that a token belongs to."""
        return self._spans.get(token)

    def of(self, token: int) -> Opinion | None:
        """What the second network says of a word, ``None`` where it was not asked."""
        while self._open:
            self._hear(*self._open.pop())
        return self._known.get(token)

    def ask(self, tokens: Iterable[int]) -> None:
        """Ask about words, each together with those it is tagged with, in one call.

        The answers are waited for when the first of them is wanted.
        """
        if self._decisions is None:
            return
        asked = [token for token in tokens if token not in self._asked]
        questions = [
            Question(self._tree.sentence(token), (("trigger", self._extent(token)),))
            for token in asked
        ]
        self._asked.update(asked)
        self._open.append((asked, self._decisions.ask(questions)))

    def _hear(self, asked: Sequence[int], answers: Sequence[Answer]) -> None:
        for token, answer in zip(asked, answers, strict=True):
            if all(name in answer.labels for name in _ASKED):
                self._known[token] = self._opinion(token, answer)

    def _extent(self, token: int) -> tuple[int, int]:
        span = self._spans.get(token)
        return (token, token + 1) if span is None else (span.start, span.end)

    def _opinion(self, token: int, answer: Answer) -> Opinion:
        types, modes, modalities = (_shares(answer, decision) for decision in _ASKED)
        return Opinion(types, modes, modalities, self._roles(token, answer))

    def _roles(self, token: int, answer: Answer) -> dict[str, dict[int, float]]:
        start, end = self._tree.sentence(token)
        solid = [each for each in range(start, end) if self._tree.tags[each] != "SPACE"]
        if len(solid) != len(answer.roles):
            return {}
        columns = answer.roles.T.tolist()
        return {
            role: dict(zip(solid, column, strict=True))
            for role, column in zip(ROLES, columns, strict=True)
        }


def _shares(answer: Answer, decision: str) -> dict[str, float]:
    return dict(zip(answer.labels[decision], answer.scores[decision].tolist(), strict=True))
