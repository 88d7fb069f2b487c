"""Sentences in which other states are named."""

from __future__ import annotations

import random
from typing import Any

import pytest

pytestmark = pytest.mark.needs("torch")


def changed(*words: str, seed: int = 3) -> Any:
    from training.documents import Document
    from training.exchange import Exchange

    document = Document("own", list(words), [3] + [1] * (len(words) - 1))
    return Exchange().exchanged(document, random.Random(seed))


def test_a_state_becomes_the_same_other_throughout() -> None:
    words = changed("Peru", "thanked", "Chile", ";", "Peru", "paid").words
    assert words[0] == words[4] not in {"Peru", "Chile"}


@pytest.mark.parametrize("seed", range(20))
def test_no_two_states_become_one(seed: int) -> None:
    words = changed("Peru", "thanked", "Chile", seed=seed).words
    assert words[0] != words[2]


def test_an_adjective_becomes_an_adjective() -> None:
    from dragoman.world import world

    words = changed("The", "Peruvian", "envoy", "left").words
    assert words[1] != "Peruvian"
    assert {entity.form for entity in world().lookup(words[1])} & {"adjective"}


def test_other_words_stay() -> None:
    assert changed("Peru", "paid", "at", "once").words[1:] == ["paid", "at", "once"]


def test_a_sentence_without_states_has_no_other() -> None:
    assert changed("The", "envoys", "left") is None
