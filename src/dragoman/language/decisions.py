"""Questions about marked words of a text, answered by the second, small network.

The questions are asked of the word vectors that the one run over the text left, a sentence at a
time; see ``docs/how-a-sentence-becomes-an-event.md``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, overload

import numpy as np
from numpy.typing import NDArray

from dragoman.language.sessions import one_thread_session

Floats = NDArray[np.float32]
Extent = tuple[int, int]
TOGETHER = 16


class Question(NamedTuple):
    """Words ``sentence`` of a text, of which some are marked.

    ``marks`` are pairs of a mark (``first``, ``second``, ``trigger``, ``content``) and the words
    it stands on; all extents count the words of the text, the end not included.
    """

    sentence: Extent
    marks: tuple[tuple[str, Extent], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the network says of one question.

    ``scores`` holds the probabilities of each decision's answers, ``labels`` their names;
    ``roles`` is (words of the sentence, roles).
    """

    labels: Mapping[str, Sequence[str]]
    scores: Mapping[str, Floats]
    roles: Floats

    def best(self, decision: str) -> tuple[str, float]:
        """The likeliest answer to a decision and its probability."""
        scores = self.scores[decision]
        place = int(scores.argmax())
        return self.labels[decision][place], float(scores[place])

    def probability(self, decision: str, answer: str) -> float:
        """The probability of one answer; 0 for one that the model does not know."""
        labels = self.labels[decision]
        return float(self.scores[decision][labels.index(answer)]) if answer in labels else 0.0


class Answers(Sequence[Answer]):
    """Answers that are worked out while the asker goes on; who looks at one waits for all.

    Args:
        groups: The numbers of the questions that are answered together.
        found: The answers to each group, as they come.
    """

    def __init__(self, groups: Sequence[Sequence[int]], found: Iterable[Sequence[Answer]]) -> None:
        self._groups = groups
        self._found = found

    @overload
    def __getitem__(self, place: int) -> Answer: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Answer]: ...

    def __getitem__(self, place: int | slice) -> Answer | Sequence[Answer]:
        return self._all[place]

    def __len__(self) -> int:
        return sum(map(len, self._groups))

    @cached_property
    def _all(self) -> Sequence[Answer]:
        answers: dict[int, Answer] = {}
        for numbers, those in zip(self._groups, self._found, strict=True):
            answers.update(zip(numbers, those, strict=True))
        return [answers[number] for number in range(len(answers))]


class MarkedNetwork:
    """The second network on ONNX Runtime, with the names of its answers."""

    def __init__(self, file: Path, labels: Mapping[str, Any], *, threads: int = 2) -> None:
        self._session = one_thread_session(file)
        self._workers = ThreadPoolExecutor(threads, "decisions")
        self._outputs = [output.name for output in self._session.get_outputs()]
        self._marks = {name: number for number, name in enumerate(labels["marks"])}
        self.decisions: Mapping[str, Sequence[str]] = labels["decisions"]
        self.roles: Sequence[str] = labels["roles"]

    def ask(self, vectors: Floats, questions: Sequence[Question]) -> Answers:
        """Answers to questions on one text, worked out by threads of the network's own.

        Args:
            vectors: The vectors of the text's words (words, width).
            questions: What is asked, in any order; the answers come in the same.
        """
        groups = list(_alike(questions))
        found = self._workers.map(
            lambda group: self._run(vectors, [questions[number] for number in group]), groups
        )
        return Answers(groups, found)

    def _run(self, vectors: Floats, questions: Sequence[Question]) -> list[Answer]:
        sizes = [end - start for (start, end), _ in questions]
        words = np.zeros((len(questions), max(sizes), vectors.shape[1]), dtype=np.float32)
        marks = np.zeros(words.shape[:2], dtype=np.int64)
        mask = np.zeros(words.shape[:2], dtype=np.int64)
        for row, ((start, end), marked) in enumerate(questions):
            words[row, : end - start] = vectors[start:end]
            mask[row, : end - start] = 1
            for name, (begin, stop) in marked:
                part = marks[row, max(begin - start, 0) : max(stop - start, 0)]
                part[part == 0] = self._marks[name]
        inputs = {"vectors": words, "marks": marks, "mask": mask}
        out = dict(zip(self._outputs, self._session.run(None, inputs), strict=True))
        return [
            Answer(
                self.decisions,
                {name: out[name][row] for name in self.decisions},
                out["roles"][row, :size],
            )
            for row, size in enumerate(sizes)
        ]


def _alike(questions: Sequence[Question]) -> Iterator[list[int]]:
    """Numbers of questions on sentences of like length, some at a time."""
    order = sorted(
        range(len(questions)),
        key=lambda number: questions[number].sentence[1] - questions[number].sentence[0],
    )
    for start in range(0, len(order), TOGETHER):
        yield order[start : start + TOGETHER]


class Decisions:
    """Questions on the words of one text: the second network with the text's vectors."""

    def __init__(self, network: MarkedNetwork, vectors: Floats) -> None:
        self.network = network
        self._vectors = vectors

    def ask(self, questions: Sequence[Question]) -> Sequence[Answer]:
        """Answers to questions, in their order; see :class:`Answers`."""
        return self.network.ask(self._vectors, questions)
