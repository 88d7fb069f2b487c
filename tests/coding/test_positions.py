"""Positions: who thinks what of which act, and what is no position."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from dragoman.coding.cast import ActorDraft, Cast
from dragoman.coding.drafts import EventDraft, PositionDraft
from dragoman.coding.positions import positions
from dragoman.coding.statements import statements
from dragoman.coding.tree import tree_of
from tests.coding.sentences import texts
from tests.coding.shorthand import body, cast_of, official, person, short, state
from tests.coding.stances import Shares, with_stances

ACTORS: dict[str, ActorDraft | str] = {
    "Chad": state("TCD"),
    "Peru": state("PER"),
    "Norway": state("NOR"),
    "Ghana": state("GHA"),
    "Lind": official("Ada Lind", "SWE"),
    "she": "Lind",
    "Toure": official("Idris Toure", "TCD", "spokesperson", 4),
    "Okoro": person("Okoro", "NGA"),
    "Brandt": person("Eva Brandt", "DEU", "OPP", "LEG"),
    "Vale": person("Vale", "GBR", "EDU"),
    "Residents": ActorDraft("Residents", "population", key=("nominal", "", "residents")),
    "Herald": body("Herald", "GBR", "JRN"),
    "AU": body("African Union", "AU", class_="IGO"),
}
BOMBED = "{nsubj Chad} bombed=bomb {obj Peru} ."
TRIGGERS = {"bomb", "raid", "bombing", "declare"}


def read(
    *sentences: str, told: dict[str, Shares] | None = None
) -> tuple[Doc, list[PositionDraft], Cast]:
    """The positions of an article that begins with Chad bombing Peru.

    ``told`` is what a network says of the words from one on; without it there is no network.
    """
    doc = short(BOMBED, *sentences)
    if told is not None:
        with_stances(doc, told)
    words = {token.text for token in doc}
    actors = {name: draft for name, draft in ACTORS.items() if name in words}
    actors = {"Lind": ACTORS["Lind"], **actors}
    cast = cast_of(doc, actors)
    tree = tree_of(doc)
    triggers = tuple(i for i, lemma in enumerate(tree.lemmas) if lemma in TRIGGERS)
    bombing = EventDraft(
        type="ASSAULT",
        actors=cast.at(0),
        recipients=cast.at(2),
        triggers=triggers,
        trigger=tree.spans(triggers),
        evidence=(tree.span(0, 3),),
        confidence=0.9,
    )
    found = positions(doc, cast, statements(doc, cast), [bombing])
    return doc, list(found), cast


def views(*sentences: str, told: dict[str, Shares] | None = None) -> list[tuple[str, str, str]]:
    _, found, cast = read(*sentences, told=told)
    return [
        (item.holder if isinstance(item.holder, str) else cast.draft(item.holder).name,
         item.stance, item.basis)
        for item in found
    ]  # fmt: skip


SAYS = "{nsubj Lind} said=say {ccomp that %s} ."
HELD = [
    (SAYS % "{nsubj she} understood=understand {obj {nmod:poss Norway 's} worries=worry}",
     ("SWE", "understanding")),
    # condemnation
    ("{nsubj Norway} accused=accuse {obj Chad {nmod of aggression}} .", ("NOR", "condemnation")),
    ("{nsubj Norway} accused=accuse {obj Chad} {obl of aggression} .", ("NOR", "condemnation")),
    ("{nsubj Norway} accused=accuse {obj Chad} {obl of {det the} raid} .", ("NOR", "criticism")),
    ("{nsubj Lind} condemned=condemn {obj it} {obl as {det a} {amod clear} violation} .",
     ("SWE", "condemnation")),
    ("{nsubj Norway} condemned=condemn {obj the raid} .", ("NOR", "condemnation")),
    ("{nsubj Norway} {aux has} {advmod strongly} denounced=denounce {obj the bombing} .",
     ("NOR", "condemnation")),
    ("{nsubj:pass The raid} {aux:pass was} condemned=condemn {obl:agent by Norway} .",
     ("NOR", "condemnation")),
    ("{nsubj Norway} voiced=voice {obj {nmod:poss its} condemnation {nmod of the raid}} .",
     ("NOR", "condemnation")),
    (SAYS % "{nsubj the raid} {cop was} {det a} {compound war} crime", ("SWE", "condemnation")),
    (SAYS % "{nsubj the bombing} {cop was} {det an} act {nmod of aggression}",
     ("SWE", "condemnation")),
    ("{nsubj Lind} condemned=condemn {obj the raid} {obl as {det a} crime} .",
     ("SWE", "condemnation")),
    ("{nsubj Lind} called=call {obj the raid} {xcomp {amod barbaric/ADJ} violence} .",
     ("SWE", "condemnation")),
    ('{ccomp " {nsubj We} condemn {obj this raid} , "} {nsubj Lind} said=say .',
     ("SWE", "condemnation")),
    ("{nsubj The AU} condemned=condemn {obj the raid} .", ("AU", "condemnation")),
    ("{nsubj Norway} hopes=hope {ccomp {nsubj they} will settle {obj it} {obl by talks=talk}} .",
     ("NOR", "restraint")),
    ("{nsubj Norway , {acl alarmed/ADJ {obl by the raid}} ,} voted=vote .", ("NOR", "concern")),
    ("{nsubj Norway} called=call {obl on Chad} {advcl to stop {xcomp shooting=shoot}} .",
     ("NOR", "restraint")),
    ("{nsubj Norway} met=meet {obj Ghana} {conj and condemned=condemn/VERB {obj the raid}} .",
     ("NOR", "condemnation")),
    ("{nsubj Norway} accused=accuse {obj Chad} {obl of {compound war} crimes=crime} .",
     ("NOR", "condemnation")),
    # criticism
    ("{nsubj Norway} criticised=criticise {obj the raid} .", ("NOR", "criticism")),
    ("{nsubj Norway} regretted=regret {obj the bombing} .", ("NOR", "criticism")),
    ("{nsubj Norway} {cop is} opposed/ADJ {obl to the raid} .", ("NOR", "criticism")),
    ("{nsubj Norway} {cop is} against the raid/NOUN .", ("NOR", "criticism")),
    (SAYS % "{nsubj the raid} {cop was} disproportionate/ADJ", ("SWE", "criticism")),
    (SAYS % "{nsubj the raid} {cop was} {det a} {amod serious} mistake", ("SWE", "criticism")),
    (SAYS % "{nsubj the raid} violated=violate {obj {amod international} law}",
     ("SWE", "criticism")),
    ('{nsubj Lind} called=call {obj it} {xcomp " reckless/ADJ "} .', ("SWE", "criticism")),
    ("{nsubj Norway} spoke=speak {compound:prt out} {obl against the raid} .",
     ("NOR", "criticism")),
    ("{nsubj Norway} blamed=blame {obj Chad} {obl for the bombing} .", ("NOR", "criticism")),
    ("{nsubj:pass The bombing} {aux:pass was} slammed=slam {obl:agent by Norway} .",
     ("NOR", "criticism")),
    ("{nsubj Norway} called=call {obj the raid {amod reckless/ADJ}} .", ("NOR", "criticism")),
    # support
    ("{nsubj Norway} praised=praise {obj the raid} .", ("NOR", "support")),
    ("{nsubj Norway} welcomed=welcome {obj the bombing} .", ("NOR", "support")),
    ("{nsubj Norway} backed=back {obj the decision} .", ("NOR", "support")),
    ("{nsubj Norway} stands=stand {obl with Chad} .", ("NOR", "support")),
    ("{nsubj Norway} expressed=express {obj support {nmod for the raid}} .", ("NOR", "support")),
    ("{nsubj Norway} {cop is} supportive/ADJ {obl of the raid} .", ("NOR", "support")),
    (SAYS % "{nsubj the raid} saved=save {obj lives=life}", ("SWE", "support")),
    (SAYS % "{nsubj the raid} {cop was} {det the} {amod right} decision", ("SWE", "support")),
    ("{nsubj Norway} thanked=thank {obj Chad} {obl for the raid} .", ("NOR", "support")),
    ("{nsubj Toure} said=say {ccomp that {nsubj it} {cop was} justified/ADJ} .",
     ("TCD", "support")),
    ("{nsubj Toure} defended=defend {obj the raid} .", ("TCD", "support")),
    # understanding
    (SAYS % "{nsubj Chad} has=have/VERB {obj the right {acl to defend {obj itself/PRON}}}",
     ("SWE", "understanding")),
    (SAYS % "{nsubj the raid} {cop was} understandable/ADJ", ("SWE", "understanding")),
    (SAYS % "{nsubj Chad} had=have/VERB {obj {det no} choice}", ("SWE", "understanding")),
    ("{nsubj Norway} blamed=blame {obj Peru} {obl for the escalation} .",
     ("NOR", "understanding")),
    (SAYS % "{nsubj Chad} acted=act {obl in {compound self} {punct -} defence}",
     ("SWE", "understanding")),
    # restraint
    ("{nsubj Norway} called=call {compound:prt ^on} {xcomp to show/VERB {obj restraint}} .",
     ("NOR", "restraint")),
    ("{nsubj Lind} called=call {obl for restraint} .", ("SWE", "restraint")),
    ("{nsubj Lind} called=call {obl for {compound de} {punct -} escalation} .",
     ("SWE", "restraint")),
    ("{nsubj Lind} urged=urge {obj both sides=side} {xcomp to exercise/VERB {obj restraint}} .",
     ("SWE", "restraint")),
    (("{nsubj Norway} called=call {obl on all parties=party} {xcomp to avoid/VERB "
     "{obj {amod further} escalation}} ."), ("NOR", "restraint")),
    ("{nsubj Lind} appealed=appeal {obl for calm} .", ("SWE", "restraint")),
    ("{nsubj Norway} urged=urge {obj dialogue} .", ("NOR", "restraint")),
    (SAYS % "{nsubj both sides=side} must show/VERB {obj restraint}", ("SWE", "restraint")),
    ('{nsubj Lind} urged=urge {obj them} {xcomp to act/VERB {obl with " restraint "}} .',
     ("SWE", "restraint")),
    # concern
    ("{nsubj Norway} voiced=voice {obj concern {nmod over the raid}} .", ("NOR", "concern")),
    ("{nsubj Norway} {cop is} alarmed/ADJ {obl by the raid} .", ("NOR", "concern")),
    ("{nsubj Norway} {cop is} worried/ADJ {obl about the escalation} .", ("NOR", "concern")),
    (("{nsubj Norway} warned=warn {ccomp that {nsubj the raid} {aux would} trigger {obj "
     "tensions=tension}} ."), ("NOR", "concern")),
    ("{nsubj Norway} warned=warn {obl of {det a} {amod wider} war} .", ("NOR", "concern")),
    (SAYS % "{nsubj she} {cop was} {advmod deeply} concerned/ADJ", ("SWE", "concern")),
    (SAYS % "{nsubj the raid} {aux could} destabilise {obj the region}", ("SWE", "concern")),
    (("{nsubj Most/ADJ {nmod of the countries=country}} {aux have} warned=warn {ccomp that "
     "{nsubj the raid} {aux would} trigger {obj tensions=tension}} ."),
     ("Most of the countries", "concern")),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), HELD)
def test_own_position(sentence: str, expected: tuple[str, str]) -> None:
    assert views(sentence) == [(*expected, "own")]


NOTHING = [
    "{nsubj Norway} {aux did} {advmod not/PART} condemn {obj the raid} .",
    "{nsubj Norway} stopped=stop {advmod short} {advcl {mark ^of} condemning=condemn {obj it}} .",
    "{nsubj Norway} refused=refuse {xcomp to condemn/VERB {obj the raid}} .",
    "{nsubj Norway} {aux has} {advmod yet} {xcomp to condemn/VERB {obj the raid}} ?",
    "{nsubj Lind} urged=urge {obj Norway} {xcomp to condemn/VERB {obj the raid}} .",
    "{nsubj Norway} {aux would} condemn {obj the raid} {advcl {mark if} {nsubj Ghana} did=do} .",
    "{nsubj Norway} left=leave {advcl {mark without} condemning=condemn {obj the raid}} .",
    "{nsubj Okoro} condemned=condemn {obj the raid} .",
    "{nsubj Brandt} criticised=criticise {obj the raid} .",
    "{nsubj Vale} said=say {ccomp that {nsubj the raid} {cop was} reckless/ADJ} .",
    SAYS % "{nsubj the raid} {cop was} {advmod not/PART} disproportionate/ADJ",
    SAYS % "{nsubj the raid} killed=kill {obj {nummod two} men=man}",
    "{nsubj Lind} called=call {obj Toure} .",
    "{nsubj Norway} warned=warn {obj Chad} {ccomp that {nsubj it} {aux would} answer} .",
    "{nsubj Chad} condemned=condemn {obj the raid} .",
    "{nsubj Norway} called=call {obl for {det a} vote} .",
    "{nsubj Norway} condemned=condemn {obj Ghana} .",
    "{nsubj The Herald} condemned=condemn {obj the raid} .",
    "{nsubj Ghana} grew=grow {obl with support {nmod from Norway}} .",
    SAYS % "{nsubj the {amod criminal} court} met=meet",
    "{nsubj Norway} rejected=reject {obj the accusation} .",
    "{nsubj Norway} stands=stand {obl with Peru} .",
    SAYS % "{nsubj we} stand/VERB {obl with Peru}",
    SAYS % "{nsubj the weather} {cop was} reckless/ADJ",
    SAYS % "{nsubj:pass the forecast} {aux:pass was} mistaken/VERB",
    SAYS % "{nsubj she} wanted=want {obj accountability {nmod for {compound war} crimes=crime}}",
    "{nsubj Residents} condemned=condemn {obj the raid} .",
    SAYS % "{nsubj both sides=side} need/VERB {xcomp to understand/VERB {obj the raid}}",
    "{obl After the raid} , {nsubj Norway} {cop is} angry/ADJ {obl with Ghana} .",
    "{nsubj Norway} {cop is} unhappy/ADJ {obl with {det the} reaction {nmod to the raid}} .",
]  # fmt: skip


@pytest.mark.parametrize("sentence", NOTHING)
def test_no_position(sentence: str) -> None:
    assert views(sentence) == []


REPORTED = [
    ("{nsubj Toure} said=say {ccomp that {nsubj Norway} supports=support {obj the raid}} .",
     ("NOR", "support", "reported")),
    ("{nsubj Lind} said=say {ccomp that {nsubj Norway} condemned=condemn {obj the raid}} .",
     ("NOR", "condemnation", "reported")),
    ("{nsubj Toure} said=say {ccomp that {nsubj Norway} {aux had} {cop been} fantastic/ADJ} .",
     ("NOR", "support", "reported")),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), REPORTED)
def test_reported_position(sentence: str, expected: tuple[str, str, str]) -> None:
    assert views(sentence) == [expected]


def test_reporter_is_named() -> None:
    _, found, cast = read(REPORTED[0][0])
    assert found[0].reporter is not None
    assert cast.draft(found[0].reporter).name == "Idris Toure"


def test_what_the_press_reports_of_a_holder_is_the_holders_own() -> None:
    assert views(
        "{nsubj The Herald} reported=report {ccomp that {nsubj Norway} condemned=condemn "
        "{obj the raid}} ."
    ) == [("NOR", "condemnation", "own")]


def test_relative_clause_in_the_outlets_voice_is_the_holders_own() -> None:
    assert views(
        "{nsubj The raid} , {acl praised=praise {obl:agent by Norway {conj and Ghana}}} , "
        "killed=kill {obj many/ADJ} ."
    ) == [("NOR", "support", "own"), ("GHA", "support", "own")]


def test_joint_holders_have_a_position_each() -> None:
    found = views("{nsubj Norway {conj and Ghana}} condemned=condemn {obj the raid} .")
    assert {holder for holder, _, _ in found} == {"NOR", "GHA"}


def test_target_is_the_event_that_is_named() -> None:
    _, found, _ = read("{nsubj Norway} condemned=condemn {obj the raid} .")
    assert found[0].target == 0


def test_target_without_an_event_is_the_words_of_the_policy() -> None:
    _, found, _ = read("{nsubj Norway} criticised=criticise {obj the {compound tax} rules=rule} .")
    assert found[0].target == "the tax rules"


def test_statement_that_a_position_rests_on_is_named() -> None:
    _, found, _ = read("{nsubj Lind} called=call {obl for restraint} .")
    assert found[0].statement == 0


def test_stronger_stance_on_one_act_stands() -> None:
    assert views(
        "{nsubj Norway} voiced=voice {obj concern {nmod over the raid}} .",
        "{nsubj Norway} condemned=condemn {obj the raid} .",
    ) == [("NOR", "condemnation", "own")]


def test_evidence_of_several_places_is_kept() -> None:
    doc, found, _ = read(
        "{nsubj Norway} condemned=condemn {obj the raid} .",
        "{nsubj Norway} denounced=denounce {obj the bombing} .",
    )
    assert texts(doc, found[0].evidence) == (
        "Norway condemned the raid. … Norway denounced the bombing."
    )


def test_fields_point_at_their_words() -> None:
    doc, found, _ = read("{nsubj Norway} condemned=condemn {obj the raid} .")
    assert {name: texts(doc, spans) for name, spans in found[0].field_evidence.items()} == {
        "stance": "condemned",
        "holder": "Norway",
        "target": "raid",
    }


def test_supposed_position_is_less_sure_than_a_stated_one() -> None:
    _, stated, _ = read("{nsubj Norway} condemned=condemn {obj the raid} .")
    _, expected, _ = read("{nsubj Norway} {aux will} condemn {obj the raid} .")
    assert expected[0].confidence < stated[0].confidence


def test_reason_for_something_else_is_one_for_what_it_tells() -> None:
    said = (
        SAYS % "{nsubj Peru} has=have/VERB {obj the right {acl to choose/VERB {obj allies=ally}}}"
    )
    _, found, _ = read(said)
    assert [(item.stance, item.target) for item in found] == [
        ("understanding", "Peru has the right to choose allies")
    ]


def test_far_reaction_is_about_the_act_the_article_opens_with() -> None:
    filler = ("{nsubj Ghana} slept=sleep .",) * 25
    assert views(*filler, SAYS % "{nsubj it} {cop was} reckless/ADJ") == [
        ("SWE", "criticism", "own")
    ]


# With a network -------------------------------------------------------------------------------

PLAIN = SAYS % "{nsubj winter} came=come"
WEIGHED: list[tuple[str, dict[str, Shares], list[tuple[str, str, str]]]] = [
    ("{nsubj Norway} condemned=condemn {obj the raid} .", {"condemned": {"understanding": 0.95}},
     [("NOR", "condemnation", "own")]),
    (PLAIN, {"that": {"understanding": 0.97}}, []),
    (PLAIN, {"that": {"criticism": 0.85}}, []),
    (PLAIN, {"that": {"criticism": 0.95}}, [("SWE", "criticism", "own")]),
    (SAYS % "{nsubj the raid} {cop was} {det a} circus/NOUN", {"that": {"criticism": 0.85}},
     [("SWE", "criticism", "own")]),
    (SAYS % "{nsubj Chad} raided=raid {obj Peru}", {"that": {"condemnation": 0.95}}, []),
    ("{nsubj Toure} said=say {ccomp that {nsubj winter} came=come} .",
     {"that": {"understanding": 0.6}}, [("TCD", "support", "own")]),
    ("{nsubj Toure} announced=announce {obj {amod martial} law} .",
     {"martial": {"understanding": 0.6}}, [("TCD", "support", "own")]),
    ("{nsubj Toure} declared=declare {obj {amod martial} law} .",
     {"martial": {"understanding": 0.6}}, []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "told", "expected"), WEIGHED)
def test_position_with_a_network(
    sentence: str, told: dict[str, Shares], expected: list[tuple[str, str, str]]
) -> None:
    assert views(sentence, told=told) == expected
