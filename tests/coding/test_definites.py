"""Common nouns for an actor named before, and bodies that no word assigns."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.coding.actors import build_cast
from dragoman.coding.cast import Cast, Mention
from dragoman.coding.definites import definites, read_definites
from dragoman.errors import DataError
from dragoman.world import world
from tests.coding.articles import article
from tests.coding.casts import cast_of
from tests.coding.networks import Shares, with_links

NEPAL = "{nsubj Nepal@L} asked=ask ."
CHAD = "{nsubj Chad@L} voted=vote ."
RAIN = "{nsubj rain} fell=fall ."
HOLM = "{nsubj <Ida Holm> , {appos {nmod:poss Denmark@L 's} {amod foreign} minister} ,}"


def mention(cast: Cast, words: str) -> Mention | None:
    """The first mention of these words."""
    found = (each for each in cast.mentions if cast.tree.text[slice(*each.span)] == words)
    return next(found, None)


def meant(cast: Cast, words: str) -> tuple[str, str | None] | None:
    """Name and country of the actor that words are a mention of."""
    found = mention(cast, words)
    if found is None:
        return None
    draft = cast.draft(found.actor)
    return draft.name, draft.country


# The table -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ("bloc\torganization\tyes\nbloc\tstate\t-", "line 3: 'bloc' is listed twice"),
        ("bloc\tclub\tyes", "line 2: .*unknown kind"),
        ("bloc\torganization club\tyes", "line 2: .*unknown kind"),
        ("bloc\t-\tyes", "line 2: has no kinds"),
        ("bloc\torganization", "line 2: has 2 cells"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, rows: str, fault: str) -> None:
    (tmp_path / "definites.tsv").write_text(f"noun\tkinds\talone\n{rows}\n", encoding="utf-8")
    with pytest.raises(DataError, match=rf"definites\.tsv, {fault}"):
        read_definites(tmp_path)


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"definites\.tsv is missing"):
        read_definites(tmp_path)


def test_a_noun_may_stand_for_several_kinds() -> None:
    assert definites()["group"].kinds == {"organization", "armed_group"}


# Named before, by rules ----------------------------------------------------------------------

BACK = [
    ([NEPAL, "{nsubj The country} waited=wait ."], "The country", ("Nepal", "NPL")),
    ([NEPAL, "{nsubj This nation} waited=wait ."], "This nation", ("Nepal", "NPL")),
    (
        [
            "{nsubj the {amod African@O} Union@O} met=meet {obj Nepal@L} .",
            "{nsubj The bloc} agreed=agree .",
        ],
        "The bloc",
        ("African Union", "AU"),
    ),
    (
        ["{nsubj Hezbollah@O} fired=fire .", "{nsubj The militia} denied=deny {obj guilt} ."],
        "The militia",
        ("Hezbollah", "LBN"),
    ),
    (
        ["{nsubj Nepal@L} warned=warn {obj Bhutan@L} .", "{nsubj The country} waited=wait ."],
        "The country",
        ("Nepal", "NPL"),
    ),
]


@pytest.mark.parametrize(("sentences", "words", "expected"), BACK)
def test_a_common_noun_goes_back_to_the_salient_actor_of_its_kind(
    sentences: list[str], words: str, expected: tuple[str, str]
) -> None:
    assert meant(cast_of(*sentences), words) == expected


NOT_BACK = [
    pytest.param([NEPAL, "{nsubj A country} waited=wait ."], "A country", id="indefinite"),
    pytest.param(
        [NEPAL, "{nsubj The country {nmod of origin}} waited=wait ."], "The country", id="told"
    ),
    pytest.param(
        [NEPAL, "{nsubj They} met=meet {obl in the country} ."], "the country", id="place"
    ),
    pytest.param([NEPAL, "{nsubj The bloc} waited=wait ."], "The bloc", id="another kind"),
    pytest.param(
        [NEPAL, *[RAIN] * 3, "{nsubj The country} waited=wait ."], "The country", id="far"
    ),
    pytest.param([RAIN, "{nsubj The country} waited=wait ."], "The country", id="nobody before"),
    pytest.param(
        ["{nsubj Nepal@L {conj and Bhutan@L}} met=meet .", "{nsubj The country} waited=wait ."],
        "The country",
        id="two alike",
    ),
    pytest.param([NEPAL, "{nsubj The island} waited=wait ."], "The island", id="not alone"),
]


@pytest.mark.parametrize(("sentences", "words"), NOT_BACK)
def test_a_common_noun_without_a_clear_antecedent_is_nobody(
    sentences: list[str], words: str
) -> None:
    assert meant(cast_of(*sentences), words) is None


# Named before, by the network ----------------------------------------------------------------

TWO = ["{nsubj Nepal@L} warned=warn {obj Bhutan@L} .", "{nsubj The kingdom} waited=wait ."]
ISLAND = ["{nsubj Malta@L} asked=ask .", "{nsubj The island} waited=wait ."]


def linked(told: Shares, sentences: list[str], noun: str) -> Cast:
    """The cast, where a network says what a noun goes back to."""
    return build_cast(with_links(article(*sentences), {noun: told}), world())


def test_the_network_tells_two_states_apart() -> None:
    cast = linked({"Bhutan": 0.95}, TWO, "kingdom")
    assert meant(cast, "The kingdom") == ("Bhutan", "BTN")


@pytest.mark.parametrize(("share", "expected"), [(0.9, ("Malta", "MLT")), (0.05, None)])
def test_some_nouns_need_a_network_that_is_sure(
    share: float, expected: tuple[str, str] | None
) -> None:
    assert meant(linked({"Malta": share}, ISLAND, "island"), "The island") == expected


def test_a_state_that_stood_as_a_place_may_be_meant() -> None:
    sentences = [
        "{nsubj floods=flood} struck=strike {obl in Nepal@L} .",
        "{nsubj The country} waited=wait .",
    ]
    assert meant(linked({"Nepal": 0.9}, sentences, "country"), "The country") == ("Nepal", "NPL")


def test_certainty_is_the_share_of_the_antecedent() -> None:
    found = mention(linked({"Malta": 0.9}, ISLAND, "island"), "The island")
    assert found is not None
    assert 0.9 <= found.certainty < 1


# Owned ---------------------------------------------------------------------------------------

OWNED = [
    (
        f"{HOLM} said=say {{ccomp {{nsubj {{nmod:poss her}} government}} waited=wait}} .",
        "her government",
        ("Denmark", "DNK"),
    ),
    (
        f"{HOLM} said=say {{ccomp {{nsubj {{nmod:poss her}} country}} waited=wait}} .",
        "her country",
        ("Denmark", "DNK"),
    ),
    (
        "{nsubj Norway@L} said=say {ccomp {nsubj {nmod:poss its} navy} sailed=sail} .",
        "its navy",
        ("navy", "NOR"),
    ),
    (
        "{nsubj Norway@L} closed=close {obj {nmod:poss its} embassy} .",
        "its embassy",
        ("embassy", "NOR"),
    ),
]


@pytest.mark.parametrize(("sentence", "words", "expected"), OWNED)
def test_what_somebody_owns_is_of_his_country(
    sentence: str, words: str, expected: tuple[str, str]
) -> None:
    assert meant(cast_of(sentence), words) == expected


def test_what_nobody_known_owns_has_no_country() -> None:
    cast = cast_of("{nsubj <Ida Holm>} praised=praise {obj {nmod:poss her} army} .")
    assert meant(cast, "her army") == ("army", None)


def test_a_thing_that_somebody_owns_is_nobody() -> None:
    cast = cast_of("{nsubj Norway@L} sold=sell {obj {nmod:poss its} fish} .")
    assert meant(cast, "its fish") is None


def test_her_country_may_be_but_a_place() -> None:
    cast = cast_of(f"{HOLM} spoke=speak {{obl in {{nmod:poss her}} country}} .")
    assert meant(cast, "her country") is None


def test_an_owner_who_is_not_sure_makes_the_link_less_sure() -> None:
    found = mention(cast_of(OWNED[0][0]), "her government")
    assert found is not None
    assert found.certainty <= 0.75


# At home -------------------------------------------------------------------------------------

AT_HOME = [
    ([CHAD, "{nsubj The army} advanced=advance ."], "The army", ("army", "TCD")),
    ([CHAD, "{nsubj police} came=come ."], "police", ("police", "TCD")),
    ([CHAD, "{nsubj The government} resigned=resign ."], "The government", ("Chad", "TCD")),
    (
        [CHAD, "{nsubj police} stormed=storm {obj the hall} {obl in Quito@L} ."],
        "police",
        ("police", "ECU"),
    ),
    ([CHAD, "{nsubj an army} advanced=advance ."], "an army", ("army", None)),
    ([CHAD, "{nsubj armies=army} advanced=advance ."], "armies", ("armies", None)),
    ([RAIN, "{nsubj The army} advanced=advance ."], "The army", ("army", None)),
]


@pytest.mark.parametrize(("sentences", "words", "expected"), AT_HOME)
def test_a_public_body_is_of_the_country_that_the_text_speaks_of(
    sentences: list[str], words: str, expected: tuple[str, str | None]
) -> None:
    assert meant(cast_of(*sentences), words) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "{nsubj The embassy} closed=close .",
        "{nsubj The embassy {nmod in Quito@L}} closed=close .",
        "{nsubj police} stormed=storm {obj the embassy} {obl in Quito@L} .",
    ],
)
def test_an_embassy_is_not_of_the_country_where_it_stands(sentence: str) -> None:
    found = meant(cast_of(CHAD, sentence), "the embassy") or meant(
        cast_of(CHAD, sentence), "The embassy"
    )
    assert found == ("embassy", None)


def test_the_embassy_of_a_state_is_that_state_s() -> None:
    cast = cast_of("{nsubj The embassy {nmod of Chad@L}} closed=close .")
    assert meant(cast, "The embassy") == ("embassy", "TCD")
