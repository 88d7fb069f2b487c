"""For whom somebody speaks."""

from __future__ import annotations

import pytest

from dragoman.coding.cast import ActorDraft, Cast
from dragoman.coding.parties import same_side, speaks_for
from dragoman.coding.tree import tree_of
from tests.coding.shorthand import body, official, person, short, state

WHO = [
    (state("NOR"), "NOR"),
    (official("Ada Lind", "SWE"), "SWE"),
    (official("Ulla", "EUR"), "EUR"),
    (person("Okoro", "NGA"), None),
    (person("Vale", "GBR", "EDU"), None),
    (person("Brandt", "DEU", "LEG", "OPP"), None),
    (person("Kay", "USA", "ELI", "GOV"), None),
    (person("Mbeki", "ZAF", "MIL"), "ZAF"),
    (ActorDraft("officials", "unnamed", country="IRN", sectors=("GOV",)), "IRN"),
    (ActorDraft("residents", "unnamed", country="IRN", sectors=("CVL",)), None),
    (ActorDraft("Europeans", "population"), None),
    (body("European Union", "EUR", class_="IGO"), "EUR"),
    (body("Ministry of Defence", "FRA", "GOV"), "FRA"),
    (body("Relief Watch", "RW", "CVL", class_="NGO"), "RW"),
    (body("Daily Post", "GBR", "JRN"), 0),
    (ActorDraft("Red Front", "armed_group", country="COL"), 0),
]


@pytest.mark.parametrize(("draft", "party"), WHO)
def test_speaks_for(draft: ActorDraft, party: str | int | None) -> None:
    cast = Cast(tree_of(short("{nsubj They} said=say {obj so} .")))
    assert speaks_for(cast, cast.add_actor(draft)) == party


def test_minister_and_state_are_one_side() -> None:
    cast = Cast(tree_of(short("{nsubj They} said=say {obj so} .")))
    minister = cast.add_actor(official("Ada Lind", "SWE"))
    assert same_side(cast, minister, "SWE")


def test_unknown_party_is_nobodys_side() -> None:
    cast = Cast(tree_of(short("{nsubj They} said=say {obj so} .")))
    assert not same_side(cast, None, None)
