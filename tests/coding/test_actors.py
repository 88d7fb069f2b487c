"""Who a person is, by titles in print and the table of office-holders."""

from __future__ import annotations

import pytest

from dragoman.records import Office
from tests.coding.casts import Who, actor, cast_of, check

TITLED = [
    # the title before the name
    (
        "{nsubj {amod Ghanaian@N} President <+Esi Badu>} spoke=speak .",
        Who("Esi Badu", "person", "GHA", "head_of_state", ("GOV",)),
    ),
    (
        "{nsubj {compound Chad@L} {compound Prime} Minister <+Omar Idriss>} spoke=speak .",
        Who("Omar Idriss", "person", "TCD", "head_of_government"),
    ),
    (
        "{nsubj {amod Danish@N} {amod Foreign} Minister <+Ida Holm>} spoke=speak .",
        Who("Ida Holm", "person", "DNK", "foreign_minister"),
    ),
    (
        "{nsubj {nmod:poss Peru@L 's} {amod defence} minister <+Luz Quispe>} spoke=speak .",
        Who("Luz Quispe", "person", "PER", "defence_minister"),
    ),
    (
        (
            "{nsubj {compound EU@O} {amod foreign} {compound affairs} chief <+Lena "
            "Brandt>} spoke=speak ."
        ),
        Who("Lena Brandt", "person", "EUR", "foreign_minister"),
    ),
    (
        "{nsubj {compound UN@O} Secretary-General <+Tove Dahl>} spoke=speak .",
        Who("Tove Dahl", "person", "UNO", "igo_head"),
    ),
    (
        "{nsubj {compound NATO@O} {compound Secretary} General <+Bram Smit>} spoke=speak .",
        Who("Bram Smit", "person", "NATO", "igo_head"),
    ),
    (
        "{nsubj {compound US@L} {compound Defense} Secretary <+Roy Keller>} spoke=speak .",
        Who("Roy Keller", "person", "USA", "defence_minister"),
    ),
    (
        "{nsubj {amod Kenyan@N} {compound army} chief <+Peter Otieno>} spoke=speak .",
        Who("Peter Otieno", "person", "KEN", "military_chief"),
    ),
    (
        "{nsubj {amod Libyan@N} commander <+Salem Zwai>} died=die .",
        Who("Salem Zwai", "person", "LBY", "official", ("MIL",)),
    ),
    (
        "{nsubj {amod Yemeni@N} {amod paramilitary} chief <+Nasser al-Qubati>} died=die .",
        Who("Nasser al-Qubati", "person", "YEM", None, ("PRM",)),
    ),
    (
        "{nsubj {amod Belarusian@N} {compound opposition} leader <+Alena Kavaliova>} spoke=speak .",
        Who("Alena Kavaliova", "person", "BLR", None, ("OPP",)),
    ),
    (
        "{nsubj {compound State@O} {compound Department@O} spokeswoman <+Ann Reed>} spoke=speak .",
        Who("Ann Reed", "person", "USA", "spokesperson"),
    ),
    (
        (
            "{nsubj {amod acting/ADJ} {amod Thai@N} {amod foreign} minister <+Somsak "
            "Chai>} spoke=speak ."
        ),
        Who("Somsak Chai", "person", "THA", "foreign_minister"),
    ),
    # beside it
    (
        (
            "{nsubj <Hugo Lund> , {appos {nmod:poss Norway@L 's} {amod foreign} minister} "
            ",} spoke=speak ."
        ),
        Who("Hugo Lund", "person", "NOR", "foreign_minister"),
    ),
    (
        (
            "{nsubj {nmod:poss Norway@L 's} {amod foreign} minister , {appos <Hugo Lund>} "
            ",} spoke=speak ."
        ),
        Who("Hugo Lund", "person", "NOR", "foreign_minister"),
    ),
    (
        "{nsubj <Ines Pinto> , {appos the president {nmod of Portugal@L}} ,} spoke=speak .",
        Who("Ines Pinto", "person", "PRT", "head_of_state"),
    ),
    (
        (
            "{nsubj the {amod prime} minister {nmod of Nepal@L} , {appos <Hari Thapa>} ,} "
            "spoke=speak ."
        ),
        Who("Hari Thapa", "person", "NPL", "head_of_government"),
    ),
    (
        (
            "said=say {nsubj <Paul Azar> , {appos a spokesman {nmod for the {amod "
            "Lebanese@N} army}}} ."
        ),
        Who("Paul Azar", "person", "LBN", "spokesperson"),
    ),
    (
        (
            "{nsubj <Kiri Tamati> , {acl:relcl {nsubj who} {cop is} {nmod:poss Fiji@L 's} "
            "president/NOUN} ,} spoke=speak ."
        ),
        Who("Kiri Tamati", "person", "FJI", "head_of_state"),
    ),
    (
        "{nsubj <Ada Mora>} {cop is} the president/NOUN {nmod of Panama@L} .",
        Who("Ada Mora", "person", "PAN", "head_of_state"),
    ),
    (
        (
            "{nsubj:pass <Jan Kos>} {aux:pass was} appointed=appoint {xcomp {amod "
            "Slovene@N} {amod foreign} minister/NOUN} ."
        ),
        Who("Jan Kos", "person", "SVN", "foreign_minister"),
    ),
    (
        (
            "{nsubj <Faris Amiri> , {acl:relcl {nsubj who} leads=lead {obj the {amod "
            "Iraqi@N} militia}} ,} spoke=speak ."
        ),
        Who("Faris Amiri", "person", "IRQ", None, ("PRM",)),
    ),
    # nationality without a title
    (
        "{nsubj {nmod:poss Israel@L 's} <Levi>} spoke=speak .",
        Who("Levi", "person", "ISR", None),
    ),
    (
        "{nsubj President <+Mirza Khan> {nmod of Pakistan@L}} spoke=speak .",
        Who("Mirza Khan", "person", "PAK", "head_of_state"),
    ),
    # where nothing tells the country, there is none
    (
        "{nsubj Foreign Minister <+Hugo Lund>} spoke=speak .".replace(
            "{nsubj Foreign Minister", "{nsubj {amod Foreign} Minister"
        ),
        Who("Hugo Lund", "person", None, "foreign_minister"),
    ),
    ("{nsubj <Hugo Lund>} spoke=speak .", Who("Hugo Lund", "person", None, None)),
    # a tagger that misses the name
    (
        "{nsubj {amod Tunisian@N} President {flat Moez} {flat Ferjani}} spoke=speak .",
        Who("Moez Ferjani", "person", "TUN", "head_of_state"),
    ),
    # a form of address between title and name
    (
        (
            "{nsubj the {amod Prime} Minister {nmod of Lesotho@L} , "
            "{appos {compound Hon.} <Mosa Letsie>} ,} spoke=speak ."
        ),
        Who("Mosa Letsie", "person", "LSO", "head_of_government"),
    ),
    (
        (
            "{nsubj the {amod Prime} Minister {nmod of Lesotho@L} , "
            "{appos {compound H.E.} <Mosa Letsie>} ,} spoke=speak ."
        ),
        Who("Mosa Letsie", "person", "LSO", "head_of_government"),
    ),
    # a name that no tagger saw, behind a noun
    (
        (
            "{nsubj {amod opposition} {nmod:desc activist/NOUN} Hery/PROPN {flat Rakoto/PROPN}} "
            "spoke=speak ."
        ),
        Who("Hery Rakoto"),
    ),
    # a tagger that takes the title into the name
    (
        "{nsubj {amod <Maltese>} {compound <Foreign>} <Minister Carm Vella>} spoke=speak .",
        Who("Carm Vella", "person", "MLT", "foreign_minister"),
    ),
]


@pytest.mark.parametrize(
    ("sentence", "expected"), TITLED, ids=lambda value: getattr(value, "name", None)
)
def test_a_person_is_what_the_title_says(sentence: str, expected: Who) -> None:
    check(cast_of(sentence), expected)


LISTS = [
    (
        (
            "{nsubj the presidents=president {nmod of Kenya@L {conj and Uganda@L}} , "
            "{appos <Joy Mwangi> {conj and <Moses Okello>}} ,} met=meet ."
        ),
        [
            Who("Joy Mwangi", "person", "KEN", "head_of_state"),
            Who("Moses Okello", "person", "UGA", "head_of_state"),
        ],
    ),
    (
        (
            "{nsubj <Joy Mwangi> {conj and <Moses Okello>} , {appos the "
            "presidents=president {nmod of Kenya@L {conj and Uganda@L}}} ,} met=meet ."
        ),
        [
            Who("Joy Mwangi", "person", "KEN", "head_of_state"),
            Who("Moses Okello", "person", "UGA", "head_of_state"),
        ],
    ),
    (
        (
            "{nsubj {amod Greek@N} {amod Foreign} Minister <+Eleni Pappas> {conj and "
            "{nmod:poss her} {amod Turkish@N} counterpart , {appos <Emre Aksoy>} ,}} "
            "met=meet ."
        ),
        [
            Who("Eleni Pappas", "person", "GRC", "foreign_minister"),
            Who("Emre Aksoy", "person", "TUR", "foreign_minister"),
        ],
    ),
    (
        (
            "{nsubj {amod Greek@N} {amod Foreign} Minister <+Eleni Pappas> {conj and "
            "{nmod:poss her} {amod Turkish@N} colleague , {appos <Emre Aksoy>} ,}} "
            "met=meet ."
        ),
        [
            Who("Eleni Pappas", "person", "GRC", "foreign_minister"),
            Who("Emre Aksoy", "person", "TUR", "foreign_minister"),
        ],
    ),
    (
        (
            "{nsubj {amod Polish@N} President <+Ewa Zych> {conj and {amod Czech@N} {amod "
            "Prime} Minister <+Petr Hora>}} met=meet ."
        ),
        [
            Who("Ewa Zych", "person", "POL", "head_of_state"),
            Who("Petr Hora", "person", "CZE", "head_of_government"),
        ],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), LISTS)
def test_titles_in_lists_go_to_their_own_names(sentence: str, expected: list[Who]) -> None:
    cast = cast_of(sentence)
    for who in expected:
        check(cast, who)


FORMER = [
    "{nsubj {amod former} {amod Chilean@N} president <+Rosa Vidal>} spoke=speak .",
    "{nsubj {amod former} president <+Rosa Vidal> {nmod of Chile@L}} spoke=speak .",
    "{nsubj <Rosa Vidal> , {appos {nmod:poss Chile@L 's} {amod former} president} ,} spoke=speak .",
    (
        "{nsubj <Rosa Vidal> , {acl:relcl {nsubj who} {cop was} president/NOUN {nmod of "
        "Chile@L}} ,} spoke=speak ."
    ),
]


@pytest.mark.parametrize("sentence", FORMER)
def test_a_former_office_is_no_present_one(sentence: str) -> None:
    draft = actor(cast_of(sentence), "Rosa Vidal")
    assert draft.office is None
    assert [(office.role, office.of) for office in draft.other_offices] == [
        ("head_of_state", "CHL")
    ]
    assert draft.country == "CHL"


def test_an_office_keeps_the_words_of_the_text() -> None:
    cast = cast_of("{nsubj {amod Danish@N} {amod Foreign} Minister <+Ida Holm>} spoke=speak .")
    assert actor(cast, "Ida Holm").office == Office(
        "Foreign Minister", "foreign_minister", 2, "DNK", "print"
    )


def test_a_title_before_a_titled_name_is_the_same_person() -> None:
    cast = cast_of(
        "{nsubj The chairman , {appos {amod Ghanaian@N} {compound President} <Kojo Amu>} ,} "
        "spoke=speak ."
    )
    assert [draft.name for draft in cast.drafts if draft.kind != "state"] == ["Kojo Amu"]


# The table of office-holders -----------------------------------------------------------------

IN_2018, IN_2020 = "2018-03-01T09:00+00:00", "2020-01-04T09:00+00:00"


def test_the_table_gives_office_and_country_as_of_the_day() -> None:
    cast = cast_of("{nsubj <Angela Merkel>} spoke=speak .", published=IN_2018)
    check(cast, Who("Angela Merkel", "person", "DEU", "head_of_government"))
    assert actor(cast, "Angela Merkel").office == Office(
        "Chancellor", "head_of_government", 1, "DEU", "table"
    )


def test_a_link_from_the_table_is_less_certain() -> None:
    cast = cast_of("{nsubj <Angela Merkel>} spoke=speak .", published=IN_2018)
    assert all(mention.certainty < 1 for mention in cast.mentions)


def test_without_a_date_the_table_is_not_asked() -> None:
    cast = cast_of("{nsubj <Angela Merkel>} spoke=speak .", published=None)
    check(cast, Who("Angela Merkel", "person", None, None))


def test_after_the_term_the_table_gives_no_office() -> None:
    cast = cast_of("{nsubj <Barack Obama>} spoke=speak .", published=IN_2020)
    check(cast, Who("Barack Obama", "person", None, None))


def test_a_printed_title_beats_the_table() -> None:
    cast = cast_of(
        "{nsubj {amod Swiss@N} {amod Foreign} Minister <+Angela Merkel>} spoke=speak .",
        published=IN_2018,
    )
    check(cast, Who("Angela Merkel", "person", "CHE", "foreign_minister"))


def test_the_table_tells_the_country_of_a_bare_title() -> None:
    cast = cast_of("{nsubj President <+Emmanuel Macron>} spoke=speak .", published=IN_2018)
    check(cast, Who("Emmanuel Macron", "person", "FRA", "head_of_state"))


# Gathering names -----------------------------------------------------------------------------
