"""The table of weights is checked when it is read, and gives probabilities."""

import math
from pathlib import Path

import pytest

from dragoman.coding.main_act.weights import Weights, read_weights, weights
from dragoman.errors import DataError

HEADER = "feature\tnone\tactor\trecipient\tboth\n"


def test_scores_are_logarithms_of_probabilities() -> None:
    found = Weights({"step nsubj": (0.0, 2.0, 0.0, 0.0)}).scores(["step nsubj", "not listed"])
    assert sum(map(math.exp, found)) == pytest.approx(1.0)
    assert found.index(max(found)) == 1


def test_nothing_known_makes_all_parts_alike() -> None:
    assert Weights({}).scores(["step nsubj"]) == pytest.approx((math.log(0.25),) * 4)


def test_the_shipped_table_takes_a_subject_for_the_actor() -> None:
    none, actor, recipient, both = weights().scores(["event says actor", "step nsubj"])
    assert actor > max(none, recipient, both)


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        ("rank 1\t0\tmuch\t0\t0\n", "no number"),
        ("rank 1\t0\tinf\t0\t0\n", "no finite number"),
        ("rank 1\t0\t1\t0\t0\nrank 1\t0\t2\t0\t0\n", "twice"),
    ],
)
def test_wrong_rows_are_named(tmp_path: Path, rows: str, what: str) -> None:
    (tmp_path / "main_act.tsv").write_text(HEADER + rows, encoding="utf-8")
    with pytest.raises(DataError, match=what):
        read_weights(tmp_path)
