"""The numbers of resolution are read and checked."""

from __future__ import annotations

from importlib import resources

import pytest

from dragoman.coding.toponyms.weights import Weights, weights
from dragoman.errors import DataError

SHIPPED = (resources.files("dragoman.coding") / "data" / "toponyms.toml").read_text("utf-8")


def test_a_feature_counts_by_code_then_class_then_otherwise() -> None:
    known = Weights.parse(
        SHIPPED.partition("[features]")[0] + '[features]\n"P.PPLC" = 3\nP = 2\n"" = 1\n'
    )
    found = [known.of_feature(feature) for feature in ("P.PPLC", "P.PPL", "H.SEA")]
    assert found == [3, 2, 1]


def test_the_shipped_numbers_favour_states_over_towns() -> None:
    assert weights().of_feature("A.PCLI") > weights().of_feature("P.PPL")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("beside = 6.0", "", "must have"),
        ("beside = 6.0", "beside = 6.0\nodd = 1", "must have"),
        ("beside = 6.0", 'beside = "much"', "beside must be a number"),
        ("beside = 6.0", "beside = true", "beside must be a number"),
        ('"" = -2.0', "", "must have"),
        ("beside = 6.0", "beside =", "toponyms.toml"),
    ],
)
def test_a_wrong_file_is_refused(old: str, new: str, message: str) -> None:
    assert old in SHIPPED
    with pytest.raises(DataError, match=message):
        Weights.parse(SHIPPED.replace(old, new))
