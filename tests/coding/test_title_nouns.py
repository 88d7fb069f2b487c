"""The table of nouns for holders of offices."""

from __future__ import annotations

import pytest

from dragoman.coding.title_nouns import parse_title_nouns, title_nouns
from dragoman.errors import DataError


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("leader = head", "line 1"),
        ("leader = []", "leader"),
        ("leader = 'head_of_state'", "leader"),
        ("leader = ['boss']", "leader"),
        ("leader = [['head_of_state']]", "leader"),
        ("[leader]\nroles = ['head_of_state']", "leader"),
    ],
)
def test_a_wrong_table_is_refused(text: str, fault: str) -> None:
    with pytest.raises(DataError, match=rf"nouns\.toml: .*{fault}"):
        parse_title_nouns(text, name="nouns.toml")


def test_a_noun_has_its_roles() -> None:
    found = parse_title_nouns("envoy = ['ambassador', 'special_envoy']")
    assert found == {"envoy": {"ambassador", "special_envoy"}}


def test_the_shipped_table_is_read_once() -> None:
    assert title_nouns() is title_nouns()


def test_a_leader_may_head_a_state() -> None:
    assert "head_of_state" in title_nouns()["leader"]
