"""Attributions out of tag scores and link scores."""

from __future__ import annotations

import numpy as np
import pytest

from dragoman.language.decoder import Decoder, Linked
from dragoman.language.links import BUCKETS
from dragoman.language.reading import Reading

TAGS = ("O", "B-cue", "I-cue", "B-source", "I-source", "B-content", "I-content")
SURE = 8.0


@pytest.fixture(scope="module")
def decoder() -> Decoder:
    """A decoder whose link score of a content is what ``link_begin`` says at its first word."""
    weights = {
        "chains.attribution.transitions": np.zeros((7, 7), np.float32),
        "chains.attribution.start": np.zeros(7, np.float32),
        "link_distance.weight": np.zeros((BUCKETS, 2), np.float32),
        "link_out.weight": np.array([[0, 0], [1, 0]], np.float32),
        "link_out.bias": np.array([-SURE, -SURE], np.float32),
    }
    return Decoder.make({"tags": {"attribution": TAGS}}, weights)


def attributions(
    decoder: Decoder, *tags: str, linked: dict[int, float], doubt: dict[int, float] | None = None
) -> list[Linked]:
    """Read words that surely have ``tags``.

    ``linked`` maps a content's first word to its link score, ``doubt`` a word outside to how
    likely it begins a cue.
    """
    scores = np.array([[SURE if tag == other else 0 for other in TAGS] for tag in tags], np.float32)
    for place, likely in (doubt or {}).items():
        scores[place, 1] = SURE + np.log(likely / (1 - likely))
    nothing = np.zeros((len(tags), 2), np.float32)
    begin = nothing.copy()
    for place, score in linked.items():
        begin[place, 0] = score + SURE
    arrays = {"attribution": scores, "link_cue": nothing, "link_begin": begin, "link_end": nothing}
    return decoder.attributions(Reading(arrays, [3] + [1] * (len(tags) - 1)))


def test_a_content_goes_to_its_cue(decoder: Decoder) -> None:
    [found] = attributions(decoder, "B-cue", "B-content", "I-content", linked={1: 2.0})
    assert (found.cue, found.content) == (((0, 1),), ((1, 3),))


def test_two_contents_of_one_cue(decoder: Decoder) -> None:
    tags = ("B-content", "B-cue", "B-content")
    [found] = attributions(decoder, *tags, linked={0: 2.0, 2: 1.0})
    assert found.content == ((0, 1), (2, 3))


def test_a_further_content_must_be_likelier_than_not(decoder: Decoder) -> None:
    tags = ("B-content", "B-cue", "B-content")
    [found] = attributions(decoder, *tags, linked={0: 2.0, 2: -1.0})
    assert found.content == ((0, 1),)


def test_the_only_content_of_a_cue_need_not_be(decoder: Decoder) -> None:
    [found] = attributions(decoder, "B-cue", "B-content", linked={1: -1.0})
    assert found.content == ((1, 2),)


def test_a_content_without_cue_gets_the_likeliest_passed_over(decoder: Decoder) -> None:
    tags = ("O", "O", "B-content")
    [found] = attributions(decoder, *tags, linked={2: 6.0}, doubt={0: 0.3, 1: 0.45})
    assert (found.cue, found.content) == (((1, 2),), ((2, 3),))


def test_no_cue_is_made_up(decoder: Decoder) -> None:
    assert attributions(decoder, "O", "B-content", linked={1: 6.0}, doubt={0: 0.1}) == []


def test_a_cue_passed_over_must_be_linked_with_the_content(decoder: Decoder) -> None:
    assert attributions(decoder, "O", "B-content", linked={1: -6.0}, doubt={0: 0.45}) == []


def test_attributions_come_in_the_order_of_their_cues(decoder: Decoder) -> None:
    tags = ("O", "B-content", *["O"] * 200, "B-cue", "B-content")
    found = attributions(decoder, *tags, linked={1: 6.0, 203: 6.0}, doubt={0: 0.45})
    assert [each.cue for each in found] == [((0, 1),), ((202, 203),)]


def test_no_words(decoder: Decoder) -> None:
    assert decoder.attributions(Reading({}, [])) == []
