from __future__ import annotations

import pytest

from dragoman.errors import DataError
from dragoman.records import codebook
from dragoman.world.sectors import CLASSES, SECTORS, check_sectors
from dragoman.world.tables import Row


def test_sectors_of_a_row() -> None:
    assert check_sectors(Row("a.tsv", 3, {"sectors": "GOV; PTY"})) == ("GOV", "PTY")


def test_an_unknown_sector_is_refused() -> None:
    with pytest.raises(DataError, match=r"a\.tsv, line 3: ABC is no sector"):
        check_sectors(Row("a.tsv", 3, {"sectors": "GOV;ABC"}))


def test_sectors_and_classes_are_those_of_the_codebook() -> None:
    book = codebook()
    assert set(book.codes("sectors")) == SECTORS
    assert set(book.codes("classes")) == CLASSES
