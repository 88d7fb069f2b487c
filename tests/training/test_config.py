"""A run's settings: the files that ship, and data sets left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.config import Config

CONFIGS = Path(__file__).parents[2] / "training/configs"


@pytest.mark.parametrize("file", sorted(CONFIGS.glob("*.toml")), ids=lambda file: file.stem)
def test_every_file_can_be_read(file: Path) -> None:
    config = Config.load(file)
    assert config.name == file.stem
    assert any(share.windows for share in config.data.values())


def test_a_data_set_can_be_left_out() -> None:
    assert "polnear" not in Config.load(CONFIGS / "base.toml", frozenset({"polnear"})).data


def test_an_unknown_data_set_cannot_be_left_out() -> None:
    with pytest.raises(SystemExit, match="no such data set: tea_leaves"):
        Config.load(CONFIGS / "base.toml", frozenset({"tea_leaves"}))


def test_everything_is_trained_unless_a_part_is_named() -> None:
    assert Config.load(CONFIGS / "base.toml").only == ()
    assert Config.load(CONFIGS / "branch.toml").only == ("marked.",)


def test_states_are_exchanged_only_where_the_file_says_so() -> None:
    assert Config.load(CONFIGS / "base.toml").exchanged == 0
    assert Config.load(CONFIGS / "branch.toml").exchanged == 1
