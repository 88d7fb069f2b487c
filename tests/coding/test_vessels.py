"""Ships of navies by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.coding.vessels import is_vessel, read_prefixes, vessel_prefixes
from dragoman.errors import DataError
from tests.coding.casts import actor, cast_of


@pytest.mark.parametrize(
    ("name", "country"),
    [("HMS Argyll", "GBR"), ("USS Mason", "USA"), ("LÉ Niamh", "IRL"), ("INS Trishul", None)],
)
def test_a_ship_is_of_the_navy_that_its_letters_say(name: str, country: str | None) -> None:
    prefix, own = name.split()
    cast = cast_of(f"{{nsubj {{compound {prefix}@N}} {own}@N}} fired=fire {{obj shots=shot}} .")
    draft = actor(cast, name)
    assert (draft.kind, draft.country, draft.sectors) == ("organization", country, ("MIL",))
    assert is_vessel(draft)


def test_two_ships_are_two_actors() -> None:
    cast = cast_of(
        "{nsubj {compound USS@N} Mason@N {conj and {compound USS@N} Laboon@N}} sailed=sail ."
    )
    assert [each.name for each in cast.drafts if is_vessel(each)] == ["USS Mason", "USS Laboon"]


@pytest.mark.parametrize("phrase", ["HMS@N", "{compound HMS@N} crew", "{compound hms} Argyll@N"])
def test_letters_without_a_name_are_no_ship(phrase: str) -> None:
    cast = cast_of(f"{{nsubj {phrase}}} left=leave .")
    assert not any(is_vessel(draft) for draft in cast.drafts)


def test_letters_are_listed_once(tmp_path: Path) -> None:
    (tmp_path / "vessel_prefixes.tsv").write_text("prefix\tcountry\nHMS\tGBR\nHMS\tSWE\n")
    with pytest.raises(DataError, match="twice"):
        read_prefixes(tmp_path)


def test_several_navies_use_some_letters() -> None:
    assert vessel_prefixes()["INS"] is None
