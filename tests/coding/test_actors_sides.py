"""States, organisations, populations and nominals as actors."""

from __future__ import annotations

import pytest

from tests.coding.casts import Who, actor, cast_of, check, words_of

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


def test_the_side_of_a_state_is_the_state() -> None:
    cast = cast_of("{nsubj The {amod Chinese@N} side} agreed=agree .")
    assert actor(cast, "China").kind == "state"


def test_an_adjective_in_the_name_of_a_body_is_no_person() -> None:
    blamed = "{obj {amod <Russian>} {amod military} intelligence}"
    cast = cast_of(f"{{nsubj they}} blamed=blame {blamed} .")
    assert "Russian" not in {draft.name for draft in cast.drafts}
