from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.errors import DataError
from evals.published import published, read_published
from evals.registry import TASKS

if TYPE_CHECKING:
    from pathlib import Path


def test_every_figure_is_of_a_task_and_has_a_source() -> None:
    for each in read_published():
        assert each.task in TASKS
        assert each.source


def test_figures_of_one_task() -> None:
    assert [each.system for each in published("polnear")][-1] == "BERT + Cofe"
    assert published("records") == ()


@pytest.mark.parametrize(
    "text",
    [
        "[[figure]\n",
        '[[figure]]\ntask = "re3d"\nsystem = "x"\nsource = "y"\nsplit = "test"\nmetrics = {}\n',
        '[[figure]]\ntask = "a"\nsystem = "x"\nsource = "y"\nsplit = "t"\nmetrics = {f1 = 68.4}\n',
        '[[figure]]\ntask = "re3d"\nmetrics = {f1 = 0.5}\n',
    ],
)
def test_a_file_of_another_form_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "published.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=r"published\.toml"):
        read_published(path)
