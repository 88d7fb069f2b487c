"""Whom a reviewer means by a name."""

from __future__ import annotations

import pytest

from dragoman.crises.review.parties import state_or_body


@pytest.mark.parametrize(
    ("name", "code"), [("South Korea", "KOR"), ("KOR", "KOR"), ("NATO", "NATO"), ("Korea", None)]
)
def test_a_name_of_several_states_is_none_of_them(name: str, code: str | None) -> None:
    found = state_or_body(name)
    assert (found.country if found is not None else None) == code
