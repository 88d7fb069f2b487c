"""The tables of intensity and of words."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.crises.questions.tables import (
    intensity,
    read_intensities,
    read_wordings,
    wording,
    wordings,
)
from dragoman.errors import DataError
from dragoman.records import codebook


@pytest.mark.parametrize("event_type", codebook().codes("types"))
def test_every_type_has_an_intensity_and_words(event_type: str) -> None:
    assert intensity(event_type) is not None
    assert wording(event_type) is not None


def test_every_mode_has_words_of_its_own() -> None:
    modes = {(each.type, each.code) for each in codebook().section("modes")}
    assert modes <= set(wordings())


def test_a_mode_without_a_value_has_that_of_its_type() -> None:
    assert intensity("ASSAULT", "beat") == intensity("ASSAULT") == -9


def test_an_unknown_type_has_neither() -> None:
    assert intensity("PARLEY") is None
    assert intensity(None) is None
    assert wording("PARLEY") is None


@pytest.mark.parametrize(
    ("quad", "sign"),
    [("verbal cooperation", 1), ("material cooperation", 1), ("material conflict", -1)],
)
def test_intensity_agrees_with_the_quadrant(quad: str, sign: int) -> None:
    types = [each.code for each in codebook().section("types") if each.quad == quad]
    assert all((intensity(each) or 0) * sign > 0 for each in types)


@pytest.mark.parametrize(
    "row", ["PARLEY\t-\t1", "ASSAULT\tphone\t1", "ASSAULT\t-\t11", "ASSAULT\t-\tnan", "AID\t-\tx"]
)
def test_a_wrong_row_is_told_with_its_line(tmp_path: Path, row: str) -> None:
    (tmp_path / "intensity.tsv").write_text(f"type\tmode\tintensity\n{row}\n")
    with pytest.raises(DataError, match=r"intensity\.tsv, line 2"):
        read_intensities(tmp_path)


def test_words_must_not_be_missing(tmp_path: Path) -> None:
    (tmp_path / "wording.tsv").write_text("type\tmode\tnoun\tby\tto\nAID\t-\tAid\t-\tto\n")
    with pytest.raises(DataError, match=r"wording\.tsv, line 2"):
        read_wordings(tmp_path)
