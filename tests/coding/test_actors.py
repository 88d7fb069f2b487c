"""The cast of an article: who is in it, what they are, and which words refer to them."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from dragoman.coding.actors import build_cast
from dragoman.coding.cast import ActorDraft, Cast
from dragoman.records import Office
from dragoman.world import world
from tests.coding.articles import article

PUBLISHED = "2018-03-01T09:00+00:00"


def cast_of(*sentences: str, published: str | None = PUBLISHED) -> Cast:
    """The cast of sentences in shorthand."""
    return build_cast(article(*sentences, published=published), world())


def actor(cast: Cast, name: str) -> ActorDraft:
    """The actor of that name."""
    found = [draft for draft in cast.drafts if draft.name == name]
    assert found, f"no {name!r} among {[draft.name for draft in cast.drafts]}"
    return found[0]


@dataclass(frozen=True)
class Who:
    """What an actor must be; what is left out is not compared."""

    name: str
    kind: str = "person"
    country: str | None = None
    role: str | None = None
    sectors: tuple[str, ...] | None = None


def check(cast: Cast, expected: Who) -> None:
    draft = actor(cast, expected.name)
    assert (draft.kind, draft.country) == (expected.kind, expected.country)
    assert (draft.office.role if draft.office else None) == expected.role
    if expected.sectors is not None:
        assert draft.sectors == expected.sectors


def words_of(cast: Cast, name: str) -> list[str]:
    """The words of all mentions of the actor of that name, in order."""
    draft = actor(cast, name)
    return [
        cast.tree.text[slice(*mention.span)]
        for mention in cast.mentions
        if cast.draft(mention.actor) is draft
    ]


# Persons with titles -------------------------------------------------------------------------

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

GATHERED = [
    (
        [
            "{nsubj {amod Danish@N} {amod Foreign} Minister <+Ida Holm>} spoke=speak .",
            "{nsubj <Holm>} left=leave .",
        ],
        "Ida Holm",
        ["Ida Holm", "Holm"],
    ),
    (
        ["{nsubj <Holm>} spoke=speak .", "{nsubj <Ida Holm>} left=leave ."],
        "Ida Holm",
        ["Holm", "Ida Holm"],
    ),
    (
        ["{nsubj <Ida Holm>} spoke=speak .", "{nsubj Ms. <+Holm>} left=leave ."],
        "Ida Holm",
        ["Ida Holm", "Holm"],
    ),
    (
        [
            "{nsubj <Ida Holm>} spoke=speak .",
            "{nsubj {amod Foreign} Minister <+Holm>} left=leave .",
        ],
        "Ida Holm",
        ["Ida Holm", "Holm"],
    ),
    (
        [
            "{nsubj <Ida Holm>} spoke=speak .",
            "{nsubj {nmod:poss <Holm> 's} aides=aide} left=leave .",
        ],
        "Ida Holm",
        ["Ida Holm", "Holm"],
    ),
    (
        ["{nsubj <Ida Marie Holm>} spoke=speak .", "{nsubj <Ida Holm>} left=leave ."],
        "Ida Marie Holm",
        ["Ida Marie Holm", "Ida Holm"],
    ),
    (
        ["{nsubj <Salem al-Zwai>} spoke=speak .", "{nsubj <Zwai>} left=leave ."],
        "Salem al-Zwai",
        ["Salem al-Zwai", "Zwai"],
    ),
    (
        ["{nsubj <Ida Holm>} spoke=speak .", "{nsubj Holm} left=leave ."],
        "Ida Holm",
        ["Ida Holm", "Holm"],
    ),
]


@pytest.mark.parametrize(("sentences", "name", "words"), GATHERED)
def test_short_forms_are_gathered_under_the_fullest(
    sentences: list[str], name: str, words: list[str]
) -> None:
    assert words_of(cast_of(*sentences), name) == words


def test_two_persons_with_one_family_name_stay_two() -> None:
    cast = cast_of("{nsubj <Ida Holm>} met=meet {obj <Lars Holm>} .", "{nsubj <Holm>} left=leave .")
    assert words_of(cast, "Ida Holm") == ["Ida Holm"]
    assert words_of(cast, "Lars Holm") == ["Lars Holm", "Holm"]


# Titles that stand alone ---------------------------------------------------------------------

ALONE = [
    (
        [
            "{nsubj {compound US@L} Secretary {nmod of State} <+Roy Keller>} spoke=speak .",
            "{nsubj the secretary {nmod of state}} left=leave .",
        ],
        "Roy Keller",
        "the secretary of state",
    ),
    (
        [
            "{nsubj {amod Ghanaian@N} President <+Esi Badu>} spoke=speak .",
            "{nsubj the president} left=leave .",
        ],
        "Esi Badu",
        "the president",
    ),
    (
        [
            (
                "{nsubj {amod Ghanaian@N} President <+Esi Badu>} met=meet {obj {amod "
                "Malian@N} President <+Idrissa Keita>} ."
            ),
            "{nsubj the {amod Ghanaian@N} president} left=leave .",
        ],
        "Esi Badu",
        "the Ghanaian president",
    ),
    (
        [
            "{nsubj {amod Libyan@N} commander <+Salem Zwai>} spoke=speak .",
            "{nsubj the commander} left=leave .",
        ],
        "Salem Zwai",
        "the commander",
    ),
]


@pytest.mark.parametrize(("sentences", "name", "words"), ALONE)
def test_a_bare_title_is_the_one_who_holds_it(sentences: list[str], name: str, words: str) -> None:
    cast = cast_of(*sentences)
    found = [
        mention
        for mention in cast.mentions
        if cast.tree.text[slice(*mention.span)].lower() == words.lower()
    ]
    assert [cast.draft(mention.actor).name for mention in found] == [name]
    assert found[0].kind == "title"
    assert found[0].certainty < 1


UNNAMED = [
    (
        "{nsubj the {amod Omani@N} {amod foreign} minister} spoke=speak .",
        Who("Omani foreign minister", "person", "OMN", "foreign_minister"),
    ),
    (
        "{nsubj an {amod Iranian@N} diplomat} spoke=speak .",
        Who("Iranian diplomat", "unnamed", "IRN", None, ("GOV",)),
    ),
    (
        "{nsubj {amod American@N} officials=official} spoke=speak .",
        Who("American officials", "unnamed", "USA", None, ("GOV",)),
    ),
    (
        "{nsubj a {amod senior} {compound UN@O} official} spoke=speak .",
        Who("senior UN official", "unnamed", "UNO", "igo_official"),
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), UNNAMED)
def test_a_title_without_a_person_is_an_actor_without_a_name(sentence: str, expected: Who) -> None:
    cast = cast_of(sentence)
    draft = actor(cast, expected.name)
    assert (draft.kind, draft.country) == (expected.kind, expected.country)
    if expected.role is not None:
        assert draft.office is not None
        assert draft.office.role == expected.role


# States --------------------------------------------------------------------------------------

ACTING = [
    ("{nsubj Brazil@L} condemned=condemn {obj the raid} .", "Brazil", "BRA", ["Brazil"]),
    (
        "{nsubj the {amod United@L} States@L} sent=send {obj aid} .",
        "United States",
        "USA",
        ["United States"],
    ),
    ("{obj aid} {nsubj Tokyo@L} sent=send .", "Japan", "JPN", ["Tokyo"]),
    ("{nsubj the Kremlin@L} denied=deny {obj it} .", "Russia", "RUS", ["Kremlin"]),
    (
        "{nsubj:pass the deal} {aux:pass was} signed=sign {obl:agent by Oman@L} .",
        "Oman",
        "OMN",
        ["Oman"],
    ),
    ("{nsubj they} warned=warn {obj Eritrea@L} .", "Eritrea", "ERI", ["Eritrea"]),
    (
        "{nsubj the {amod Spanish@N} government} resigned=resign .",
        "Spain",
        "ESP",
        ["the Spanish government"],
    ),
    ("{nsubj the government {nmod of Spain@L}} resigned=resign .", "Spain", "ESP", ["Spain"]),
    ("{nsubj sanctions=sanction {nmod on Cuba@L}} ended=end .", "Cuba", "CUB", ["Cuba"]),
    ("{nsubj the Egyptians=Egyptian/PROPN@N} agreed=agree .", "Egypt", "EGY", ["the Egyptians"]),
    ("{nsubj a {amod French@N} {compound air} strike} failed=fail .", "France", "FRA", ["French"]),
    ("{nsubj {nmod:poss Qatar@L 's} demands=demand} failed=fail .", "Qatar", "QAT", ["Qatar"]),
    ("{nsubj they} sent=send {obj a warning} {obl to Tehran@L} .", "Iran", "IRN", ["Tehran"]),
    (
        "{nsubj talks=talk {nmod between Angola@L {conj and Zambia@L}}} failed=fail .",
        "Zambia",
        "ZMB",
        ["Zambia"],
    ),
]


@pytest.mark.parametrize(("sentence", "name", "code", "words"), ACTING)
def test_a_state_that_acts_or_is_acted_on_is_an_actor(
    sentence: str, name: str, code: str, words: list[str]
) -> None:
    cast = cast_of(sentence)
    draft = actor(cast, name)
    assert (draft.kind, draft.country) == ("state", code)
    assert set(words) <= set(words_of(cast, name))


PLACES = [
    "{nsubj they} met=meet {obl in Brazil@L} .",
    "{nsubj they} fled=flee {obl to Jordan@L} .",
    "{nsubj they} flew=fly {obl from Baghdad@L} .",
    "{nsubj the raid {nmod {case near} Kabul@L}} failed=fail .",
    "{nsubj they} crossed=cross {obj Jordan@L} .",
    "{nsubj they} left=leave {obj Baghdad@L} .",
    "{nsubj the north {nmod of Iraq@L}} burned=burn .",
    "{nsubj {nmod:poss Iraq@L 's} north} burned=burn .",
    "{nsubj the {amod Syrian@N} border} closed=close .",
    "{nsubj they} met=meet {obl {case outside} the Kremlin@L} .",
    "{nsubj they} travelled=travel {obl {case across} Norway@L {conj and Sweden@L}} .",
]


@pytest.mark.parametrize("sentence", PLACES)
def test_a_state_that_is_only_a_place_is_no_actor(sentence: str) -> None:
    assert [draft.name for draft in cast_of(sentence).drafts if draft.kind == "state"] == []


def test_all_words_for_a_state_are_one_actor() -> None:
    cast = cast_of(
        "{nsubj the {amod United@L} States@L} warned=warn {obj Cuba@L} .",
        (
            "{nsubj Washington@L} said=say {ccomp {nsubj the Americans=American/PROPN@N} "
            "waited=wait} ."
        ),
    )
    assert words_of(cast, "United States") == ["United States", "Washington", "the Americans"]


# Forces, bodies, peoples ---------------------------------------------------------------------

NOMINALS = [
    (
        "{nsubj {amod Syrian@N} forces=force} advanced=advance .",
        Who("Syrian forces", "organization", "SYR", None, ("MIL",)),
    ),
    (
        "{nsubj the {amod Turkish@N} army} advanced=advance .",
        Who("Turkish army", "organization", "TUR", None, ("MIL",)),
    ),
    (
        "{nsubj {nmod:poss Mali@L 's} parliament} voted=vote .",
        Who("Mali's parliament", "organization", "MLI", None, ("LEG",)),
    ),
    (
        "{nsubj the {amod Nigerian@N} police} came=come .",
        Who("Nigerian police", "organization", "NGA", None, ("COP",)),
    ),
    (
        "{nsubj {amod Congolese@N} rebels=rebel} advanced=advance .",
        Who("Congolese rebels", "armed_group", "COD", None, ("REB",)),
    ),
    (
        "{nsubj {amod Afghan@N} villagers=villager} fled=flee .",
        Who("Afghan villagers", "population", "AFG", None, ("CVL",)),
    ),
    ("{nsubj rebels=rebel} advanced=advance .", Who("rebels", "armed_group", None, None, ("REB",))),
    (
        "{nsubj protesters=protester} marched=march .",
        Who("protesters", "unnamed", None, None, ("OPP",)),
    ),
    ("{nsubj Europeans=European/PROPN@N} marched=march .", Who("Europe", "population", None)),
    ("{nsubj Hezbollah@O} fired=fire .", Who("Hezbollah", "armed_group", "LBN")),
    ("{nsubj the {amod African@O} Union@O} met=meet .", Who("African Union", "organization", "AU")),
    (
        "{nsubj the {compound Delta@O} Collective@O} met=meet .",
        Who("Delta Collective", "organization", None),
    ),
]


@pytest.mark.parametrize(
    ("sentence", "expected"), NOMINALS, ids=lambda value: getattr(value, "name", None)
)
def test_a_noun_decides_what_a_country_word_makes(sentence: str, expected: Who) -> None:
    check(cast_of(sentence), expected)


def test_allies_of_a_state_are_not_that_state() -> None:
    cast = cast_of("{nsubj {compound US@L} allies=ally/NOUN} objected=object .")
    assert [(draft.kind, draft.country) for draft in cast.drafts] == [("population", None)]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("{nsubj most {nmod of the countries=country}} objected=object .", "countries"),
        ("{nsubj {amod regional} powers=power} objected=object .", "regional powers"),
        ("{nsubj {compound world} leaders=leader} objected=object .", "world leaders"),
    ],
)
def test_counted_sides_are_unnamed(sentence: str, name: str) -> None:
    check(cast_of(sentence), Who(name, "unnamed"))


# Pronouns and groups -------------------------------------------------------------------------

PRONOUNS = [
    pytest.param(
        ["{nsubj <Ida Holm>} said=say {ccomp {nsubj she} agreed=agree} ."],
        "she",
        "Ida Holm",
        id="subject of the sentence",
    ),
    pytest.param(
        ["{nsubj <Ida Holm>} met=meet {obj <Lars Bo>} .", "{nsubj She} smiled=smile ."],
        "She",
        "Ida Holm",
        id="subject before object",
    ),
    pytest.param(
        ["{nsubj Ms. <+Holm>} met=meet {obj Mr. <+Bo>} .", "{nsubj He} smiled=smile ."],
        "He",
        "Bo",
        id="gender where it is printed",
    ),
    pytest.param(
        [
            "{nsubj <Ida Holm>} spoke=speak .",
            "{nsubj <Lars Bo>} told=tell {obj ^her} {ccomp {nsubj he} agreed=agree} .",
        ],
        "her",
        "Ida Holm",
        id="object is not the subject",
    ),
    pytest.param(
        ["{nsubj <Ida Holm>} praised=praise {obj {nmod:poss her} team} ."],
        "her",
        "Ida Holm",
        id="possessive",
    ),
    pytest.param(
        [
            "{nsubj rebels=rebel} advanced=advance .",
            "{nsubj They} burned=burn {obj houses=house} .",
        ],
        "They",
        "rebels",
        id="plural",
    ),
    pytest.param(
        ["{nsubj Norway@L} said=say {ccomp {nsubj it} agreed=agree} ."],
        "it",
        "Norway",
        id="a state",
    ),
    pytest.param(
        ["{nsubj Norway@L} recalled=recall {obj {nmod:poss its} envoy} ."],
        "its",
        "Norway",
        id="of a state",
    ),
    pytest.param(
        ["{nsubj <Ida Holm> {conj and <Lars Bo>}} met=meet .", "{nsubj They} agreed=agree ."],
        "They",
        "Ida Holm and Lars Bo",
        id="two joined",
    ),
    pytest.param(
        [
            "{nsubj <Ida Holm>} met=meet {obj <Lars Bo>} .",
            "{nsubj Both leaders=leader/NOUN} agreed=agree .",
        ],
        "Both leaders",
        "Both leaders",
        id="both",
    ),
]


@pytest.mark.parametrize(("sentences", "pronoun", "name"), PRONOUNS)
def test_a_pronoun_goes_to_the_salient_actor(sentences: list[str], pronoun: str, name: str) -> None:
    cast = cast_of(*sentences)
    found = {
        cast.tree.text[slice(*mention.span)]: cast.draft(mention.actor).name
        for mention in cast.mentions
        if mention.kind in {"pronoun", "group"}
    }
    assert found.get(pronoun) == name


UNLINKED = [
    "{nsubj It} rained=rain .",
    "{nsubj It} {cop is} unclear/ADJ {csubj {mark whether} {nsubj talks=talk} failed=fail} .",
    "{nsubj He} left=leave .",
    "{nsubj Mr. <+Bo>} told=tell {obj ^her} .",
]


@pytest.mark.parametrize("sentence", UNLINKED)
def test_a_pronoun_without_an_antecedent_stays_unlinked(sentence: str) -> None:
    assert [mention for mention in cast_of(sentence).mentions if mention.kind == "pronoun"] == []


def test_both_leaders_are_the_two_named_before() -> None:
    cast = cast_of(
        "{nsubj <Ida Holm>} met=meet {obj <Lars Bo>} .",
        "{nsubj Both leaders=leader/NOUN} agreed=agree .",
    )
    members = actor(cast, "Both leaders").members
    assert [cast.draft(member).name for member in members] == ["Ida Holm", "Lars Bo"]


def test_inside_a_quotation_he_is_not_its_speaker() -> None:
    cast = cast_of(
        "{nsubj <Lars Bo>} spoke=speak .",
        '{ccomp " {nsubj He} lied=lie , "} {nsubj <Jon Dal>} said=say .',
    )
    found = {
        mention.start: cast.draft(mention.actor).name
        for mention in cast.mentions
        if mention.kind == "pronoun"
    }
    assert list(found.values()) == ["Lars Bo"]
