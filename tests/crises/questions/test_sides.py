"""Who stands behind a party, in words that tell what the article prints and what it does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.crises import Party
from dragoman.crises.questions.sides import code_of, described, named, sourced, state_like
from dragoman.errors import StoreError

DAHL = Party(id="NOR", name="Henrik Dahl", code="NOR", role="foreign_minister")


@pytest.mark.parametrize(
    ("lent", "told"),
    [
        ((), ("Norway", "minister")),
        (("country",), ("minister", "elsewhere Norway")),
        (("office",), ("Norway", "elsewhere minister")),
        (("country", "office"), ("elsewhere Norway", "minister")),
    ],
)
def test_what_is_lent_comes_after_a_mark(lent: tuple[str, ...], told: tuple[str, ...]) -> None:
    party = replace(DAHL, lent=lent)
    assert sourced(party, "Norway", "minister", mark="elsewhere ") == told


def test_a_state_that_is_lent_is_told_so() -> None:
    assert named(replace(DAHL, lent=("country",))) == "Henrik Dahl (by other reports: Norway)"
    assert named(DAHL) == "Henrik Dahl (Norway)"


@pytest.mark.parametrize(
    ("name", "code", "role", "told"),
    [
        ("UN Secretary-General", "UNO", "secretary-general", "UN Secretary-General"),
        ("UN Secretary-General", "UNO", "head of body", "UN Secretary-General (head of body)"),
        ("United Nations envoy", "UNO", None, "United Nations envoy"),
        ("Norwegian foreign minister", "NOR", "foreign minister", "Norwegian foreign minister"),
        ("Henrik Dahl", "UNO", "envoy", "Henrik Dahl (United Nations, envoy)"),
        ("Norwegian envoy", "UNO", "envoy", "Norwegian envoy (United Nations)"),
    ],
)
def test_what_the_name_says_is_not_said_twice(
    name: str, code: str, role: str | None, told: str
) -> None:
    party = Party(id=code, name=name, code=code)
    assert described(party, role) == told


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("NOR", "NOR"),
        ("nor", "NOR"),
        ("Norway", "NOR"),
        ("NO", "NOR"),
        ("AU", "AU"),  # the African Union; as an abbreviation it would be Australia
        ("Guam", "GUM"),
        ("GUAM", "GUAM"),
        ("nato", "NATO"),
        ("Hamas", "HAMAS"),
        ("Ruritania", None),
        ("Georgia", "GEO"),  # a state of that very name; one of the United States is no side
        ("South Korea", "KOR"),
        ("PRK", "PRK"),
    ],
)
def test_a_side_is_found_by_code_or_name(name: str, code: str | None) -> None:
    assert code_of(name) == code


@pytest.mark.parametrize("name", ["Korea", "congo", "Kashmir", "Congolese"])
def test_a_name_of_several_states_is_no_side(name: str) -> None:
    with pytest.raises(StoreError, match="may be") as caught:
        code_of(name)
    assert caught.value.hint == "Give the full name or the code of one."


@pytest.mark.parametrize(("name", "state"), [("Irland", "Ireland"), ("qqqqq", None)])
def test_a_misspelt_state_is_like_one_of_a_near_name(name: str, state: str | None) -> None:
    assert state_like(name) == state
