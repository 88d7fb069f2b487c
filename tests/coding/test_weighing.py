"""The tables' word on a stance beside the network's."""

from __future__ import annotations

import pytest

from dragoman.coding.opinions import Opinion
from dragoman.coding.protocols import StanceType
from dragoman.coding.targets import Part
from dragoman.coding.weighing import weighed
from dragoman.records import Stance


def heard(**shares: float) -> Opinion:
    """What the network says of the words from the third to the eighth."""
    stances: dict[Stance, float] = {
        "support": shares.get("support", 0.0),
        "understanding": shares.get("understanding", 0.0),
        "restraint": shares.get("restraint", 0.0),
        "concern": shares.get("concern", 0.0),
        "criticism": shares.get("criticism", 0.0),
        "condemnation": shares.get("condemnation", 0.0),
    }
    return Opinion((2, 8), 4, stances)


def shown(stance: Stance, score: float) -> StanceType:
    return StanceType(stance, score, (3,))


def test_clear_word_stands_against_a_network_that_is_sure_of_another_stance() -> None:
    found = weighed(shown("condemnation", 0.95), heard(understanding=0.98))
    assert found is not None
    assert found.stance == "condemnation"


def test_clear_word_loses_little_of_its_score() -> None:
    found = weighed(shown("support", 0.7), heard(understanding=0.5, support=0.2))
    assert found is not None
    assert 0.55 < found.score <= 0.7


def test_agreement_is_surer_than_doubt() -> None:
    sure = weighed(shown("support", 0.7), heard(support=0.9))
    unsure = weighed(shown("support", 0.7), heard(support=0.3))
    assert sure is not None
    assert unsure is not None
    assert sure.score > unsure.score


def test_weak_word_gives_way_to_a_sure_network() -> None:
    found = weighed(shown("criticism", 0.5), heard(condemnation=0.97))
    assert found is not None
    assert found.stance == "condemnation"


def test_weak_word_is_dropped_where_the_network_hears_no_judgement() -> None:
    assert weighed(shown("criticism", 0.4), heard()) is None


ALONE: list[tuple[Part, Opinion, str | None]] = [
    ("neither", heard(criticism=0.9), "criticism"),
    ("neither", heard(criticism=0.5, condemnation=0.4), "criticism"),
    ("neither", heard(criticism=0.6), None),
    ("neither", heard(understanding=0.99), None),
    ("neither", heard(restraint=0.99), None),
    ("suffered", heard(understanding=0.99), None),
    ("suffered", heard(condemnation=0.75), "condemnation"),
    ("did", heard(understanding=0.6), "understanding"),
    ("did", heard(understanding=0.42), "understanding"),
    ("did", heard(restraint=0.99), None),
]


@pytest.mark.parametrize(("part", "opinion", "stance"), ALONE)
def test_network_alone(part: Part, opinion: Opinion, stance: str | None) -> None:
    found = weighed(None, opinion, part)
    assert (None if found is None else found.stance) == stance
