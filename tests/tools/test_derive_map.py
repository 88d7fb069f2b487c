"""The table of states that the desk's map has."""

from __future__ import annotations

import json

from dragoman.world import world
from tools.derive_map import TARGET, rows


def test_the_table_is_what_the_tool_makes() -> None:
    assert json.loads(TARGET.read_text(encoding="utf-8")) == rows()


def test_every_state_has_a_place_on_the_map() -> None:
    assert {row[0] for row in rows()} == set(world().states)


def test_a_state_lies_at_its_capital() -> None:
    (oslo,) = [row[3:] for row in rows() if row[0] == "NOR"]
    assert oslo == [10.75, 59.91]
