"""What the heads for acts leave on a Doc."""

import numpy as np
import pytest

from dragoman.language.acts import Parts

TAGS = ("O", "B-actor", "I-actor", "B-recipient")


def test_tags_of_one_part_are_added_up() -> None:
    scores = np.log(np.array([[0.1, 0.5, 0.3, 0.1]], dtype=np.float32))
    assert Parts(TAGS, scores, np.array([0])).of(0) == pytest.approx(
        {"none": 0.1, "actor": 0.8, "recipient": 0.1}
    )


def test_tokens_of_white_space_are_passed_over() -> None:
    scores = np.log(np.array([[0.7, 0.1, 0.1, 0.1], [0.1, 0.1, 0.1, 0.7]], dtype=np.float32))
    assert Parts(TAGS, scores, np.array([0, 2])).of(2)["recipient"] == pytest.approx(0.7)
