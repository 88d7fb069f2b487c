"""Questions, sectors and chains of windows → label tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from dragoman.language.links import bucket
from training.documents import Question
from training.labels import Labels

if TYPE_CHECKING:
    from training.examples import Cut

IGNORED = -100
MOST = 3


def question_tensors(
    chosen: Sequence[Cut], labels: Labels, words: int, dice: random.Random | None
) -> dict[str, Tensor]:
    """The questions on whole windows; with ``dice`` (training) at most :data:`MOST` a window.

    ``asked`` (questions) is the window of each, ``marks`` (questions, words) its marks,
    ``answer:NAME`` (questions) the right answer and ``roles`` (questions, words) each word's role;
    what is not known is :data:`IGNORED`. In training their number is rounded up.
    """
    found = [
        (row, question)
        for row, cut in enumerate(chosen)
        for question in _picked(cut.prepared.document.questions, dice)
    ]
    if not found:
        return {}
    count = rounded(len(found), 8) if dice is not None else len(found)
    marks = torch.zeros(count, words, dtype=torch.long)
    roles = torch.full((count, words), IGNORED)
    answers = {name: torch.full((count,), IGNORED) for name in labels.decisions}
    for place, (row, question) in enumerate(found):
        for mark, (start, end) in question.marks:
            free = marks[place, start:end] == 0
            marks[place, start:end][free] = labels.marks.index(mark)
        for name, answer in question.answers.items():
            answers[name][place] = labels.decisions[name].index(answer)
        if question.roles is not None:
            _fill_roles(roles[place, : chosen[row].end], question, labels)
    return {
        "asked": torch.tensor([row for row, _ in found] + [0] * (count - len(found))),
        "marks": marks,
        "roles": roles,
        **{f"answer:{name}": column for name, column in answers.items()},
    }


def rounded(number: int, step: int) -> int:
    """The next multiple of ``step``."""
    return -(-number // step) * step


def _picked(questions: list[Question], dice: random.Random | None) -> list[Question]:
    if dice is None or len(questions) <= MOST:
        return questions
    return dice.sample(questions, MOST)


def _fill_roles(roles: Tensor, question: Question, labels: Labels) -> None:
    roles[:] = 0
    for role, (start, end) in question.roles or ():
        roles[start:end] = labels.roles.index(role)


def sector_tensors(chosen: Sequence[Cut], labels: Labels) -> dict[str, Tensor]:
    """``spots`` (parties, 3): window, first and last word; ``sectors`` (parties, sectors)."""
    spots, rows = [], []
    for row, cut in enumerate(chosen):
        for (start, end), sectors in cut.prepared.document.sectors:
            spots.append((row, start, end - 1))
            rows.append([float(sector in sectors) for sector in labels.sectors])
    return {"spots": torch.tensor(spots), "sectors": torch.tensor(rows)} if spots else {}


def context_tensors(chosen: Sequence[Cut], labels: Labels) -> dict[str, Tensor]:
    """``told`` (windows): those whose contexts are known; ``contexts`` (windows, contexts)."""
    told = [
        (row, cut.prepared.document.contexts)
        for row, cut in enumerate(chosen)
        if cut.prepared.document.contexts is not None
    ]
    if not told:
        return {}
    rows = [[float(context in held) for context in labels.contexts] for _, held in told]
    return {"told": torch.tensor([row for row, _ in told]), "contexts": torch.tensor(rows)}


def chain_tensors(chosen: Sequence[Cut]) -> dict[str, Tensor]:
    """Pairs of mentions that may go back to one another.

    ``mentions`` (mentions, 2): window and head word; ``pairs_back`` (pairs, 3): number of the
    later and of the earlier mention, distance bucket; ``same_chain`` (pairs): whether they do.
    """
    mentions: list[tuple[int, int]] = []
    pairs: list[tuple[int, int, int]] = []
    same: list[float] = []
    for row, cut in enumerate(chosen):
        held = sorted(_held(cut))
        first = len(mentions)
        mentions += [(row, word - cut.start) for word, _ in held]
        for later, (word, chain) in enumerate(held):
            for earlier, (before, other) in enumerate(held[:later]):
                near = bucket((word, word + 1), (before, before + 1))
                if near is not None and before < word:
                    pairs.append((first + later, first + earlier, near))
                    same.append(float(chain == other))
    if not pairs:
        return {}
    return {
        "mentions": torch.tensor(mentions),
        "pairs_back": torch.tensor(pairs),
        "same_chain": torch.tensor(same),
    }


def _held(cut: Cut) -> Iterator[tuple[int, int]]:
    """Head word and chain of the mentions inside a window."""
    for chain, heads in enumerate(cut.prepared.document.chains):
        for word in heads:
            if cut.start <= word < cut.end:
                yield word, chain
