"""Whose minister, whose army."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.coding.actors import build_cast
from dragoman.coding.homes import home_of
from dragoman.coding.scene import Scene
from dragoman.world import world
from tests.coding.articles import article
from tests.coding.casts import actor, cast_of

CHAD = "{nsubj Chad@L} voted=vote ."
MALI = "{nsubj Mali@L} waited=wait ."
RAIN = "{nsubj rain} fell=fall ."
IDRISS = "{nsubj President <+Omar Idriss>} spoke=speak ."


def home(name: str, *sentences: str, gap: str = " ") -> str | None:
    """The country of an actor."""
    return actor(build_cast(article(*sentences, gap=gap), world()), name).country


TOLD = [
    pytest.param([CHAD, IDRISS], "Omar Idriss", "TCD", id="the subject before"),
    pytest.param(
        ["{nsubj police} seized=seize {obj President <+Omar Idriss>} {obl in Bamako@L} ."],
        "Omar Idriss",
        "MLI",
        id="where it happened to him",
    ),
    pytest.param(
        [
            CHAD,
            "{nsubj rebels=rebel} seized=seize {obj President <+Omar Idriss>} {obl in Bamako@L} .",
        ],
        "Omar Idriss",
        "MLI",
        id="the place beats what was said before",
    ),
    pytest.param(
        ["{nsubj Chad@L} recalled=recall {obj {nmod:poss its} ambassador} ."],
        "ambassador",
        "TCD",
        id="a pronoun that owns",
    ),
    pytest.param(
        [
            CHAD,
            (
                "{nsubj Mali@L} objected=object : "
                "{parataxis {nsubj President <+Omar Idriss>} spoke=speak} ."
            ),
        ],
        "Omar Idriss",
        "MLI",
        id="the subject of what a colon explains",
    ),
    pytest.param(
        ["{root TAIPEI@L} .", "{nsubj The president} spoke=speak ."],
        "president",
        "TWN",
        id="the head of the paragraph",
    ),
    pytest.param(
        [CHAD, "{nsubj the {compound finance} minister} spoke=speak ."],
        "finance minister",
        "TCD",
        id="a title alone",
    ),
]


@pytest.mark.parametrize(("sentences", "name", "code"), TOLD)
def test_a_title_is_of_the_country_that_the_text_speaks_of(
    sentences: list[str], name: str, code: str
) -> None:
    assert home(name, *sentences) == code


OPEN = [
    pytest.param([IDRISS], "Omar Idriss", id="no country"),
    pytest.param(
        ["{nsubj Chad@L {conj and Mali@L}} voted=vote .", IDRISS], "Omar Idriss", id="two alike"
    ),
    pytest.param(
        [CHAD, "{nsubj {amod Chadian@N} President <+Ali Deby>} left=leave .", IDRISS],
        "Omar Idriss",
        id="somebody else in that office",
    ),
    pytest.param([CHAD, "{nsubj a president} spoke=speak ."], "president", id="indefinite"),
    pytest.param([CHAD, "{nsubj The ambassador} left=leave ."], "ambassador", id="posted there"),
    pytest.param(
        ["{nsubj The ambassador} spoke=speak {obl in Ankara@L} ."], "ambassador", id="posted abroad"
    ),
]


@pytest.mark.parametrize(("sentences", "name"), OPEN)
def test_a_title_of_no_clear_country_has_none(sentences: list[str], name: str) -> None:
    assert home(name, *sentences) is None


def test_an_office_gets_the_country_too() -> None:
    office = actor(cast_of(CHAD, IDRISS), "Omar Idriss").office
    assert office is not None
    assert office.of == "TCD"


def test_the_state_of_an_official_is_in_the_cast() -> None:
    cast = cast_of("{nsubj {amod Danish@N} {amod Foreign} Minister <+Ida Holm>} spoke=speak .")
    assert cast.state("DNK") is not None


def test_the_state_of_a_private_person_is_not() -> None:
    cast = cast_of("{nsubj {nmod:poss Denmark@L 's} <Ida Holm>} spoke=speak .")
    assert actor(cast, "Ida Holm").country == "DNK"
    assert cast.state("DNK") is None


# Which country the text speaks of ------------------------------------------------------------


def spoken_of(word: str, *sentences: str, dateline: str | None = None, body: bool = False) -> str:
    """The country that the text speaks of at a word, or "-"."""
    doc = article(*sentences)
    doc._.article = replace(doc._.article, dateline=dateline)
    scene = Scene(doc, world())
    return home_of(scene, scene.tree.words.index(word), body=body) or "-"


@pytest.mark.parametrize(
    ("sentences", "code"),
    [
        ([CHAD, "{nsubj wind} rose=rise ."], "TCD"),
        (["{nsubj wind} rose=rise ."], "-"),
        ([CHAD, MALI, "{nsubj wind} rose=rise ."], "-"),
        ([MALI, CHAD, CHAD, "{nsubj wind} rose=rise ."], "TCD"),
        ([CHAD, *[RAIN] * 8, "{nsubj wind} rose=rise ."], "TCD"),
        (["{nsubj Chad@L} warned=warn {obj Mali@L} .", "{nsubj wind} rose=rise ."], "-"),
        ([CHAD, "{nsubj Chad@L} warned=warn {obj Mali@L} .", "{nsubj wind} rose=rise ."], "TCD"),
        (["{nsubj the {amod Malian@N} army} left=leave .", "{nsubj wind} rose=rise ."], "MLI"),
    ],
)
def test_near_subjects_count_until_one_country_stands_out(sentences: list[str], code: str) -> None:
    assert spoken_of("wind", *sentences) == code


@pytest.mark.parametrize(
    ("dateline", "code"), [("NIAMEY, Niger", "NER"), ("NIAMEY", "NER"), (None, "-")]
)
def test_the_dateline_counts(dateline: str | None, code: str) -> None:
    assert spoken_of("wind", "{nsubj wind} rose=rise .", dateline=dateline) == code


def test_a_barred_country_is_not_meant() -> None:
    scene = Scene(article(CHAD, "{nsubj wind} rose=rise ."), world())
    assert home_of(scene, scene.tree.words.index("wind"), {"TCD"}) is None


@pytest.mark.parametrize(("body", "code"), [(True, "ECU"), (False, "-")])
def test_bodies_act_at_home_but_persons_need_not(code: str, *, body: bool) -> None:
    sentences = [CHAD, "{nsubj police} gathered=gather {obl in Quito@L} ."]
    assert spoken_of("police", *sentences, body=body) == code


def test_a_verb_of_motion_tells_no_home() -> None:
    sentences = [CHAD, "{nsubj police} arrived=arrive {obl in Quito@L} ."]
    assert spoken_of("police", *sentences, body=True) != "ECU"


def test_a_guest_is_not_at_home_where_he_is_received() -> None:
    visit = "{nsubj Chad@L} received=receive {obj President <+Omar Idriss>} {obl in Niamey@L} ."
    assert home("Omar Idriss", MALI, visit) != "NER"


def test_nobody_is_at_home_with_those_he_praises() -> None:
    praise = "{nsubj President <+Omar Idriss>} praised=praise {obj Chad@L} ."
    assert home("Omar Idriss", praise) is None
