"""The numbers and groups that merging goes by."""

from __future__ import annotations

from importlib import resources

import pytest

from dragoman.crises.entries.merging.rules import parse_rules, rules
from dragoman.errors import DataError
from dragoman.records import codebook

TEXT = (resources.files("dragoman.crises.entries") / "data" / "rules.toml").read_text("utf-8")


@pytest.mark.parametrize("vocabulary", ["modes", "modalities", "channels", "stances"])
def test_every_code_is_one_of_the_codebook(vocabulary: str) -> None:
    known = {entry.code for entry in codebook().entries if entry.section == vocabulary}
    assert set(getattr(rules(), vocabulary)) <= known


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[days]", "[dais]", "no table \\[days\\]"),
        ("back = 3", "", "needs a number `back`"),
        ("back = 3", "back = -1", "needs a number `back`"),
        ("back = 3", "back = true", "needs a number `back`"),
        ('once = ["ASSAULT"]', "", "needs a list `once`"),
        ("together = [", "beside = [", "needs a list `together`"),
        ("runs = 8", "", "needs a number `runs`"),
        ("little = [", "much = [", "needs a list `little`"),
        ('"demo"', '"drone"', "'drone' in two groups"),
        ("[days]", "[days", "not TOML"),
    ],
)
def test_a_wrong_file_is_refused(old: str, new: str, message: str) -> None:
    with pytest.raises(DataError, match=message):
        parse_rules(TEXT.replace(old, new, 1))
