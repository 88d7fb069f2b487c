"""Statements across articles: the pairs and their figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.errors import GoldError
from evals.files import REPOSITORY
from evals.tasks.statements import COLUMNS, EDITED, read, run
from tests.evals.standins import StandIn

FOLDER = REPOSITORY / "evals" / "gold" / "statements"
HALVES = ("fit.tsv", "dev.tsv")
CUT = "same\tcut\tHe said [the strait was open to all ships].\tHe said [the strait was open]."
RETOLD = "same\ttwo reports\tHe said [the strait stays open].\tHe said [no ship would be stopped]."
FRAME = "other\tone slot\tHe said [the school had been hit].\tHe said [the port had been hit]."


def table(folder: Path, *rows: str) -> Path:
    path = folder / "pairs.tsv"
    path.write_text("\n".join(["\t".join(COLUMNS), *rows, ""]), encoding="utf-8")
    return path


def test_figures_have_the_names_of_the_contract(tmp_path: Path) -> None:
    outcome = run(table(tmp_path, CUT, RETOLD, FRAME), StandIn())
    assert outcome.n == 3
    assert outcome.metrics == {
        "precision": 1.0,
        "recall": 0.5,
        "edited_recall": 1.0,
        "by_kind": {"cut": 1.0, "one slot": 1.0, "two reports": 0.0},
    }


def test_a_miss_tells_both_sides(tmp_path: Path) -> None:
    (miss,) = run(table(tmp_path, RETOLD), StandIn()).misses
    assert miss == {
        "kind": "two reports",
        "left": "the strait stays open",
        "right": "no ship would be stopped",
        "gold": "same",
    }


@pytest.mark.parametrize(
    "row",
    ["maybe\tcut\t[a]\t[b]", "same\tcut\t[a]\tb", "same\tcut\t[a]", "same\tcut\t[]\t[b]"],
)
def test_a_wrong_line_is_named(tmp_path: Path, row: str) -> None:
    with pytest.raises(GoldError, match=r"pairs\.tsv:3"):
        list(read(table(tmp_path, CUT, row)))


def test_other_columns_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text("left\tright\n")
    with pytest.raises(GoldError, match="columns"):
        list(read(path))


def test_the_halves_are_alike_and_have_no_pair_in_common() -> None:
    fit, dev = (list(read(FOLDER / name)) for name in HALVES)
    for half in (fit, dev):
        assert len(half) == 93
        assert sum(pair.same for pair in half) == 50
        assert sum(pair.kind in EDITED for pair in half) == 15
    assert not {pair.left for pair in fit} & {pair.left for pair in dev}
