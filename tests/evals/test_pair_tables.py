"""Tables of pairs, and how often verdicts on them are right."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from evals.errors import GoldError
from evals.pair_tables import counted, is_same, read_pairs, right_by_kind

COLUMNS = ("verdict", "kind", "left")


def table(folder: Path, *rows: str) -> Path:
    path = folder / "pairs.tsv"
    path.write_text("\n".join(["\t".join(COLUMNS), *rows, ""]), encoding="utf-8")
    return path


def made(row: Mapping[str, str]) -> tuple[bool, str]:
    return is_same(row), row["left"]


def test_a_line_is_a_pair(tmp_path: Path) -> None:
    path = table(tmp_path, "same\tcut\ta", "other\tcut\tb")
    assert list(read_pairs(path, COLUMNS, made)) == [(True, "a"), (False, "b")]


@pytest.mark.parametrize("row", ["maybe\tcut\ta", "same\tcut", "same\tcut\ta\tb"])
def test_a_wrong_line_is_named(tmp_path: Path, row: str) -> None:
    with pytest.raises(GoldError, match=r"pairs\.tsv:3"):
        list(read_pairs(table(tmp_path, "same\tcut\ta", row), COLUMNS, made))


def test_other_columns_are_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="columns"):
        list(read_pairs(table(tmp_path), ("left",), made))


def test_what_was_taken_for_the_same_is_counted() -> None:
    counts = counted([(True, True), (True, False), (False, True), (False, False)])
    assert (counts.hits, counts.gold, counts.predicted) == (1, 2, 2)


def test_each_kind_has_its_share() -> None:
    assert right_by_kind([("b", True), ("a", False), ("b", False)]) == {"a": 0.0, "b": 0.5}
