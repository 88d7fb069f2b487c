"""Who feels what about whom."""

from __future__ import annotations

import json

from dragoman.crises.questions import attitudes
from tests.crises.questions.made import attitude, event


def test_signs_are_counted_by_pair() -> None:
    found = attitudes(
        [
            attitude("USA", "FRA", "negative", day="2031-05-01", origins=("Wire", "Post")),
            attitude("USA", "FRA", "negative", day="2031-05-02"),
            attitude("FRA", "USA", "positive", day="2031-05-02"),
        ]
    )
    first, second = found
    assert (first.from_.code, first.toward.code) == ("USA", "FRA")
    assert (first.positive, first.negative, first.origins) == (0, 2, 2)
    assert second.latest == ("positive",)


def test_a_change_of_sign_is_told() -> None:
    (regard,) = attitudes(
        [
            attitude("USA", "FRA", "negative", day="2031-05-01"),
            attitude("USA", "FRA", "positive", day="2031-05-05"),
        ]
    )
    (change,) = regard.changes
    assert (change.before.views, change.after.views) == (("negative",), ("positive",))


def test_what_others_say_is_compared_with_own_words() -> None:
    (regard,) = attitudes(
        [
            attitude("USA", "FRA", "negative", day="2031-05-01"),
            attitude("USA", "FRA", "positive", basis="reported", day="2031-05-02"),
        ]
    )
    assert (regard.positive, regard.claims[0].verdict) == (0, "contradicted")


def test_other_kinds_and_oneself_are_passed_over() -> None:
    assert attitudes([event("USA"), attitude("USA", "USA", "positive")]) == ()


def test_the_answer_is_plain_json() -> None:
    (regard,) = attitudes([attitude("USA", "FRA", "negative", day="2031-05-01")])
    row = json.loads(json.dumps(regard.to_dict()))
    assert row["from"]["code"] == "USA"
