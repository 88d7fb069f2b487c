"""Figures of a model folder."""

from __future__ import annotations

from pathlib import Path

from training.score import FILES, figures, lost


def test_sets_that_were_left_out_of_training_are_not_asked(tmp_path: Path) -> None:
    assert figures(tmp_path, tmp_path, without=FILES) == {}


def test_only_what_fell_is_lost() -> None:
    before = {"re3d": {"f1": 0.7, "recall": 0.6}}
    after = {"re3d": {"f1": 0.65, "recall": 0.8}}
    assert lost(before, after).keys() == {"re3d f1"}
