"""Votes: shares of candidates, and what names say of one another."""

from __future__ import annotations

import numpy as np
import pytest

from dragoman.coding.toponyms.model import Candidate, Name, distance
from dragoman.coding.toponyms.votes import Votes
from dragoman.coding.toponyms.weights import weights
from tests.coding.atlas import town

HERE = Candidate(town(1, "One", "NOR", "03", (60.0, 10.0)), own=True)
FAR = Candidate(town(2, "One", "CHL", "12", (-53.0, -71.0)), own=True)
NEAR = Candidate(town(3, "Two", "NOR", "03", (60.1, 10.1)), own=True)
NAMES = [Name("one", ((0, 3),), (HERE, FAR)), Name("two", ((8, 11),), (NEAR,))]


def test_shares_of_a_name_add_up_to_one() -> None:
    shares = Votes(NAMES, {}, weights()).shares(np.array([2.0, 0.0, -5.0]))
    assert shares[:2].sum() == pytest.approx(1)
    assert shares[2] == 1
    assert shares[0] > shares[1]


def test_the_other_names_speak_for_what_lies_with_them() -> None:
    votes = Votes(NAMES, {}, weights())
    scores = votes.scores(votes.shares(np.zeros(3)))
    assert scores[0] > scores[1]


def test_a_name_has_no_vote_for_itself() -> None:
    votes = Votes(NAMES[:1], {}, weights())
    assert list(votes.scores(np.array([0.9, 0.1]))) == [0.0, 0.0]


def test_hints_speak_for_their_country() -> None:
    votes = Votes(NAMES[:1], {"CHL": 1.0, "XXX": 1.0}, weights())
    scores = votes.scores(np.array([0.5, 0.5]))
    assert scores[1] > scores[0]


@pytest.mark.parametrize(
    ("one", "other", "kilometres"),
    [
        ((0, 0), (0, 0), 0),
        ((0, 0), (0, 1), 111),
        ((48.86, 2.35), (51.51, -0.13), 344),
        ((10, 179.5), (10, -179.5), 110),
        ((90, 0), (-90, 0), 20015),
    ],
)
def test_distances(one: tuple[float, float], other: tuple[float, float], kilometres: int) -> None:
    assert distance(*one, *other) == pytest.approx(kilometres, abs=1.5)
