from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from evals.errors import GoldError
from evals.tasks import copies
from tests.evals.standins import StandIn

if TYPE_CHECKING:
    from pathlib import Path

FILE = '''
[[story]]
id = "one"
text = """
Coastguards boarded a tanker in the strait on Tuesday and took it to the port of Kadis.

The crew of nineteen is unhurt and will stay on board, the minister of the sea told reporters.
"""

[[story]]
id = "two"
text = """
Ambassadors of three states met in the capital to speak about fish, prices and the weather.
"""

[[pair]]
of = "one"
kind = "copy"
lead = "KADIS (Wire) - "

[[pair]]
of = "one"
kind = "{kind}"
with = "two"
'''


def gold(folder: Path, kind: str = "other") -> Path:
    (folder / "strait.toml").write_text(FILE.replace("{kind}", kind), encoding="utf-8")
    return folder


def test_copies_are_told_from_others(tmp_path: Path) -> None:
    outcome = copies.run(gold(tmp_path), StandIn())
    assert outcome.n == 2
    assert outcome.metrics == {
        "precision": 1.0,
        "recall": 1.0,
        "f1": 1.0,
        "held_precision": 1.0,
        "held_recall": 1.0,
    }
    assert outcome.misses == ()


def test_a_copy_that_is_not_told_is_missed(tmp_path: Path) -> None:
    outcome = copies.run(gold(tmp_path, kind="edit"), StandIn())
    assert (outcome.metrics["precision"], outcome.metrics["recall"]) == (1.0, 0.5)
    assert [miss["number"] for miss in outcome.misses] == [2]


@pytest.mark.parametrize("text", ["[[pair]]", "no TOML", FILE.replace('of = "one"', 'of = "x"')])
def test_another_form_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "strait.toml").write_text(text, encoding="utf-8")
    with pytest.raises(GoldError, match="form of pairs"):
        copies.run(tmp_path, StandIn())


def test_a_folder_without_pairs_is_told(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no pairs"):
        copies.run(tmp_path, StandIn())
