"""Best tag sequences and their spans."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from dragoman.language.chains import Chain, Floats

TAGS = ("O", "B-cue", "I-cue", "B-source", "I-source")


def chain(transitions: Floats | None = None) -> Chain:
    size = len(TAGS)
    moves = np.zeros((size, size), np.float32) if transitions is None else transitions
    return Chain.make(TAGS, moves, np.zeros(size, np.float32))


def leaning(*tags: str) -> Floats:
    return np.array([[4.0 if tag == other else 0.0 for other in TAGS] for tag in tags], np.float32)


def decoded(rows: Floats) -> list[str]:
    return [TAGS[number] for number in chain().decode([rows])[0]]


def test_the_likeliest_tags_stand_where_they_are_possible() -> None:
    tags = ["B-source", "I-source", "O", "B-cue"]
    assert decoded(leaning(*tags)) == tags


def test_an_inside_tag_never_begins() -> None:
    assert decoded(leaning("I-cue"))[0] != "I-cue"


def test_an_inside_tag_never_follows_another_kind() -> None:
    tags = decoded(leaning("B-source", "I-cue"))
    assert tags != ["B-source", "I-cue"]


@pytest.mark.parametrize("seed", range(20))
def test_best_of_all_sequences(seed: int) -> None:
    dice = np.random.default_rng(seed)
    moves = dice.normal(size=(5, 5)).astype(np.float32)
    rows = dice.normal(size=(4, 5)).astype(np.float32)
    model = chain(moves)

    def value(path: tuple[int, ...]) -> float:
        total = model.start[path[0]] + rows[0, path[0]]
        for place in range(1, 4):
            total += model.transitions[path[place - 1], path[place]] + rows[place, path[place]]
        return float(total)

    best = max(product(range(5), repeat=4), key=value)
    assert tuple(model.decode([rows])[0].tolist()) == best


def test_sequences_of_unequal_length_are_decoded_as_if_alone() -> None:
    dice = np.random.default_rng(3)
    model = chain(dice.normal(size=(5, 5)).astype(np.float32))
    parts = [dice.normal(size=(size, 5)).astype(np.float32) for size in (3, 9, 1, 5)]
    together = model.decode(parts)
    alone = [model.decode([part])[0] for part in parts]
    assert [path.tolist() for path in together] == [path.tolist() for path in alone]


def test_nothing_to_decode() -> None:
    assert chain().decode([]) == []


def test_spans_of_a_path() -> None:
    rows = leaning("B-source", "I-source", "O", "B-cue", "B-cue")
    model = chain()
    found = model.spans(model.decode([rows])[0], rows)
    assert [(span.start, span.end, span.kind) for span in found] == [
        (0, 2, "source"),
        (3, 4, "cue"),
        (4, 5, "cue"),
    ]


def test_a_span_is_as_sure_as_its_tags() -> None:
    rows = leaning("B-cue")
    model = chain()
    [span] = model.spans(model.decode([rows])[0], rows)
    assert span.confidence == pytest.approx(np.exp(4) / (np.exp(4) + 4), abs=1e-4)
