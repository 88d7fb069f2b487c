"""Persons across articles: the pairs and their figures."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from dragoman.crises.persons.weights import weights
from evals.errors import GoldError
from evals.files import REPOSITORY
from evals.tasks.persons import COLUMNS, read, run
from tests.evals.standins import StandIn

FOLDER = REPOSITORY / "evals" / "gold" / "persons"
HALVES = ("fit.tsv", "dev.tsv")
KNOWN = "same\tspelling\tOmar Yusuf\tSOM\t\t2031-05-01\tUmar Yousef\tSOM\t\t2031-05-02"
MISSED = "same\talias\tOmar Yusuf\tSOM\t\t\tAbu Salwan\tSOM\t\t"
NAMESAKE = "other\tnamesake\tOmar Yusuf\tSOM\t\t\tOmar Yusuf\tIDN\t\t"


def table(folder: Path, *rows: str) -> Path:
    path = folder / "pairs.tsv"
    path.write_text("\n".join(["\t".join(COLUMNS), *rows, ""]), encoding="utf-8")
    return path


def test_figures_have_the_names_of_the_contract(tmp_path: Path) -> None:
    outcome = run(table(tmp_path, KNOWN, MISSED, NAMESAKE), StandIn())
    assert outcome.n == 3
    assert outcome.metrics == {
        "precision": 1.0,
        "recall": 0.5,
        "f1": 2 / 3,
        "by_kind": {"alias": 0.0, "namesake": 1.0, "spelling": 1.0},
    }


def test_a_miss_says_why(tmp_path: Path) -> None:
    (miss,) = run(table(tmp_path, MISSED), StandIn()).misses
    assert (miss["left"], miss["right"], miss["gold"]) == ("Omar Yusuf", "Abu Salwan", "same")
    assert miss["reasons"] == {"other": weights().of("other")}


@pytest.mark.parametrize(
    "row",
    [
        "maybe\tkind\tOmar Yusuf\t\t\t\tOmar Yusuf\t\t\t",
        "same\tkind\t\t\t\t\tOmar Yusuf\t\t\t",
        "same\tkind\tOmar Yusuf\t\tboss\t\tOmar Yusuf\t\t\t",
        "same\tkind\tOmar Yusuf\t\t\tyesterday\tOmar Yusuf\t\t\t",
        "same\tkind\tOmar Yusuf",
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, row: str) -> None:
    with pytest.raises(GoldError, match=r"pairs\.tsv:3"):
        list(read(table(tmp_path, KNOWN, row)))


def test_other_columns_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text("left\tright\n")
    with pytest.raises(GoldError, match="columns"):
        list(read(path))


def rows_of(name: str) -> list[tuple[str, ...]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return [tuple(row) for row in csv.reader(file, delimiter="\t")][1:]


def test_there_are_three_hundred_pairs_half_of_them_of_one_person() -> None:
    pairs = [pair for name in HALVES for pair in read(FOLDER / name)]
    assert len(pairs) == 300
    assert sum(pair.same for pair in pairs) == 150


def test_no_pair_stands_in_both_halves() -> None:
    halves = [{frozenset((row[2:6], row[6:])) for row in rows_of(name)} for name in HALVES]
    assert not halves[0] & halves[1]
