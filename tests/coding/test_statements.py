"""Statements: shapes of quotation, speakers, the body spoken for, medium, addressee."""

from __future__ import annotations

from typing import Any

import pytest
from spacy.tokens import Doc

from dragoman.coding.cast import ActorDraft
from dragoman.coding.drafts import StatementDraft
from dragoman.coding.statements import statements
from dragoman.coding.tree import tree_of
from tests.coding.sentences import texts
from tests.coding.shorthand import body, cast_of, official, person, short, state

LIND = official("Ada Lind", "SWE")
SOTO = official("Ben Soto", "CHL", "defence_minister")
ACTORS: dict[str, ActorDraft | str] = {
    "Lind": LIND,
    "she": "Lind",
    "She": "Lind",
    "Soto": SOTO,
    "he": "Soto",
    "Norway": state("NOR"),
    "Reuters": body("Reuters", "GBR", "JRN"),
    "Okoro": person("Okoro", "NGA"),
}

SAID = "said=say"


def read(*sentences: str, gap: str = " ", **options: Any) -> tuple[Doc, list[StatementDraft], Any]:
    doc = short(*sentences, gap=gap)
    present = {word.text for word in doc}
    actors = {name: draft for name, draft in ACTORS.items() if name in present or draft == name}
    needed = {draft for draft in actors.values() if isinstance(draft, str)}
    actors = {**{name: ACTORS[name] for name in needed}, **actors}
    cast = cast_of(doc, actors)
    return doc, list(statements(doc, cast, **options)), cast


SHAPES = [
    pytest.param(
        ["{nsubj Lind} said=say {ccomp that {nsubj the raid} {cop was} wrong/ADJ} ."],
        [("Ada Lind", "indirect", "that the raid was wrong")],
        id="that clause",
    ),
    pytest.param(
        ["{nsubj Lind} said=say {ccomp {nsubj the raid} {cop was} wrong/ADJ} ."],
        [("Ada Lind", "indirect", "the raid was wrong")],
        id="clause without that",
    ),
    pytest.param(
        ['{nsubj Lind} said=say {ccomp {nsubj the raid} {cop was} " wrong/ADJ "} .'],
        [("Ada Lind", "mixed", 'the raid was "wrong"')],
        id="one word in marks",
    ),
    pytest.param(
        ['{ccomp " {nsubj We} regret {obj this raid} , "} {nsubj Lind} said=say .'],
        [("Ada Lind", "direct", '"We regret this raid,"')],
        id="quotation first",
    ),
    pytest.param(
        ["{ccomp “ {nsubj We} regret {obj this raid} , ”} said=say {nsubj Lind} ."],
        [("Ada Lind", "direct", "“We regret this raid,”")],
        id="curly marks, verb before subject",
    ),
    pytest.param(
        ["{ccomp « {nsubj We} regret {obj this raid} , »} {nsubj Lind} said=say ."],
        [("Ada Lind", "direct", "«We regret this raid,»")],
        id="guillemets",
    ),
    pytest.param(
        ["{ccomp ‘ {nsubj We} regret {obj this raid} , ’} {nsubj Lind} said=say ."],
        [("Ada Lind", "direct", "‘We regret this raid,’")],
        id="single marks",
    ),
    pytest.param(
        ['{nsubj Lind} said=say : {ccomp " {nsubj We} regret {obj this raid} . "}'],
        [("Ada Lind", "direct", '"We regret this raid."')],
        id="colon first",
    ),
    pytest.param(
        ["“ {nsubj We} came=come/VERB .",
         "{ccomp {nsubj We} saw=see {obj the ruins} , ”} {nsubj Lind} said=say ."],
        [("Ada Lind", "direct", "“We came. We saw the ruins,”")],
        id="two sentences, cue in the second",
    ),
    pytest.param(
        ['{ccomp " {nsubj We} came=come/VERB , "} {nsubj Lind} said=say .',
         '" {nsubj We} saw=see/VERB {obj the ruins} . "'],
        [("Ada Lind", "direct", '"We came," … "We saw the ruins."')],
        id="second quotation goes on after the cue's sentence",
    ),
    pytest.param(
        [('{ccomp " {nsubj We} came=come/VERB , "} {nsubj Lind} said=say , '
         '{parataxis " and {nsubj we} saw=see/VERB {obj the ruins} "} .')],
        [("Ada Lind", "direct", '"We came," … "and we saw the ruins"')],
        id="interrupted by the cue",
    ),
    pytest.param(
        [('" {nsubj We} came=come/VERB , {parataxis " {nsubj Lind} said=say , "} '
         '{conj and {nsubj we} saw=see/VERB {obj the ruins}} . "')],
        [("Ada Lind", "direct", '"We came," … "and we saw the ruins."')],
        id="cue as parenthesis",
    ),
    pytest.param(
        ["{nsubj The raid} {parataxis , {nsubj Lind} said=say ,} {cop was} wrong/ADJ ."],
        [("Ada Lind", "indirect", "The raid … was wrong")],
        id="cue inside reported words",
    ),
    pytest.param(
        ["{obl {case According {fixed ^to}} Lind} , {nsubj the raid} {cop was} wrong/ADJ ."],
        [("Ada Lind", "indirect", "the raid was wrong")],
        id="according to",
    ),
    pytest.param(
        ["{nsubj Lind} called=call {obl for a truce} ."],
        [("Ada Lind", "indirect", "a truce")],
        id="called for",
    ),
    pytest.param(
        ["{nsubj Lind} called=call {obl on both sides} {xcomp to stop/VERB} ."],
        [("Ada Lind", "indirect", "both sides to stop")],
        id="called on",
    ),
    pytest.param(
        ['{nsubj Lind} urged=urge {obj them} {xcomp to act/VERB {obl with " care "}} .'],
        [("Ada Lind", "mixed", 'them to act with "care"')],
        id="urged to",
    ),
    pytest.param(
        ["{nsubj Lind} {aux has} warned=warn {obl of a {amod wider} war} ."],
        [("Ada Lind", "indirect", "a wider war")],
        id="warned of",
    ),
    pytest.param(
        [("{nsubj Lind} {advmod also} pointed=point {compound:prt out} "
         "{ccomp that {nsubj talks} failed=fail} .")],
        [("Ada Lind", "indirect", "that talks failed")],
        id="particle verb",
    ),
    pytest.param(
        ["{nsubj Lind} condemned=condemn {obj the raid} {obl as {det a} crime} ."],
        [("Ada Lind", "indirect", "the raid as a crime")],
        id="object and what it is called",
    ),
    pytest.param(
        ["{nsubj Lind} vowed=vow {xcomp to answer/VERB} ."],
        [("Ada Lind", "indirect", "to answer")],
        id="intention",
    ),
    pytest.param(
        ["{nsubj Lind {conj and Soto}} said=say {ccomp that {nsubj talks} failed=fail} ."],
        [("Ada Lind + Ben Soto", "indirect", "that talks failed")],
        id="joint statement",
    ),
    pytest.param(
        ["{nsubj:pass The raid} {aux:pass was} praised=praise {obl:agent by Lind} ."],
        [("Ada Lind", "indirect", "The raid")],
        id="passive",
    ),
    pytest.param(
        [("{nsubj Lind} met=meet {obj Soto} , {advcl saying=say {ccomp that {nsubj talks} "
         "failed=fail}} .")],
        [("Ada Lind", "indirect", "that talks failed")],
        id="participle",
    ),
    pytest.param(
        [("{nsubj Most/ADJ {nmod of the countries=country}} {aux have} warned=warn {ccomp that "
         "{nsubj it} {aux could} spread} .")],
        [("Most of the countries", "indirect", "that it could spread")],
        id="unnamed collective",
    ),
    pytest.param(
        ["{nsubj The statue} said=say {ccomp that {nsubj it} {aux could} spread} ."],
        [("", "indirect", "that it could spread")],
        id="source that is no actor",
    ),
    pytest.param(
        [
            (
                "{nsubj Lind} said=say {ccomp that {nsubj the raid} , {advcl as {nsubj she} put "
                "{obj it}} , {cop was} wrong/ADJ} ."
            )
        ],
        [("Ada Lind", "indirect", "that the raid, as she put it, was wrong")],
        id="parenthesis stays in",
    ),
    pytest.param(
        ["{nsubj Lind} met=meet {obj Soto} ."], [], id="no statement"
    ),
    pytest.param(
        ['{nsubj They} read=read/VERB {obj " War {conj and Peace} "} .'], [], id="a title in marks"
    ),
    pytest.param(
        ["{nsubj Lind} called=call {obl on Soto} ."], [], id="a visit"
    ),
    pytest.param(
        ["{nsubj Lind} called=call {obj Soto} ."], [], id="a phone call"
    ),
]  # fmt: skip


def told(doc: Doc, found: list[StatementDraft], cast: Any) -> list[tuple[str, str, str]]:
    return [
        (
            " + ".join(cast.draft(speaker).name for speaker in item.speakers),
            item.kind,
            texts(doc, item.content),
        )
        for item in found
    ]


@pytest.mark.parametrize(("sentences", "expected"), SHAPES)
def test_statements_by_shape(sentences: list[str], expected: list[tuple[str, str, str]]) -> None:
    doc, found, cast = read(*sentences)
    got = [
        (name.replace("most", "Most"), kind, content)
        for name, kind, content in told(doc, found, cast)
    ]
    assert got == expected


def test_quotation_over_paragraphs_is_one_statement() -> None:
    doc, found, cast = read(
        '" {nsubj We} came=come/VERB .',
        '" {nsubj We} left=leave/VERB , {parataxis " {nsubj Lind} said=say} .',
        gap="\n\n",
    )
    assert told(doc, found, cast) == [("Ada Lind", "direct", '"We came. … "We left,"')]


def test_performative_verb_in_ones_own_quotation_is_no_second_statement() -> None:
    doc, found, cast = read('{ccomp " {nsubj We} condemn {obj it} , "} {nsubj Lind} said=say .')
    assert told(doc, found, cast) == [("Ada Lind", "direct", '"We condemn it,"')]


def test_what_a_speaker_said_before_is_a_second_statement() -> None:
    doc, found, cast = read(
        '{ccomp " {nsubj I} told=tell {obj Soto} {ccomp {nsubj talks} failed=fail} , "} '
        "{nsubj Lind} said=say ."
    )
    assert told(doc, found, cast)[1] == ("Ada Lind", "direct", "talks failed")


def test_nested_statement_is_a_second_one() -> None:
    doc, found, cast = read(
        "{nsubj Lind} said=say {ccomp that {nsubj Soto} claimed=claim {ccomp {nsubj talks} "
        "failed=fail}} ."
    )
    assert told(doc, found, cast) == [
        ("Ada Lind", "indirect", "that Soto claimed talks failed"),
        ("Ben Soto", "indirect", "talks failed"),
    ]


def test_lone_quotation_goes_to_the_speaker_in_scope() -> None:
    doc, found, cast = read(
        '{ccomp " {nsubj We} came=come/VERB , "} {nsubj Lind} said=say .',
        '" {nsubj Nobody} {aux will} leave/VERB {obj the town} . "',
        gap="\n\n",
    )
    assert told(doc, found, cast)[1] == ("Ada Lind", "direct", '"Nobody will leave the town."')


def test_lone_quotation_is_less_sure() -> None:
    _, found, _ = read(
        '{ccomp " {nsubj We} came=come/VERB , "} {nsubj Lind} said=say .',
        '" {nsubj Nobody} {aux will} leave/VERB {obj the town} . "',
        gap="\n\n",
    )
    assert found[1].confidence < found[0].confidence


def test_lone_quotation_without_a_speaker_before_is_no_statement() -> None:
    _, found, _ = read('" {nsubj Nobody} {aux will} leave/VERB {obj the town} . "')
    assert found == []


def test_unknown_verb_beside_a_quotation_is_a_cue() -> None:
    doc, found, cast = read(
        '" {nsubj Nobody} {aux will} leave/VERB {obj the town} , {parataxis " {nsubj Lind} '
        "thundered=thunder} ."
    )
    assert told(doc, found, cast) == [("Ada Lind", "direct", '"Nobody will leave the town,"')]


CUES = [
    ("{nsubj Lind} {aux has} {advmod also} said=say {ccomp {nsubj talks} failed=fail} .",
     "has also said"),
    ("{nsubj Lind} {aux did} {advmod not/PART} say {ccomp that {nsubj talks} failed=fail} .",
     "did not say"),
    ("{nsubj Lind} called=call {obl for talks} .", "called for"),
    ("{nsubj Lind} called=call {obl on both sides} {xcomp to stop/VERB} .", "called on"),
    ("{obl {case According {fixed ^to}} Lind} , {nsubj talks} failed=fail .", "According to"),
    ("{nsubj Lind} told=tell {obj Soto} {ccomp that {nsubj talks} failed=fail} .", "told"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "cue"), CUES)
def test_cue_words(sentence: str, cue: str) -> None:
    doc, found, _ = read(sentence)
    assert texts(doc, found[0].cue) == cue


MEDIA = [
    (("{nsubj Lind} said=say {obl in an interview {nmod with Reuters}} {ccomp that {nsubj talks} "
     "failed=fail} ."), "interview with Reuters"),
    ("{nsubj Lind} said=say {obl on Twitter} {ccomp that {nsubj talks} failed=fail} .", "Twitter"),
    ("{obl In a statement} , {nsubj Lind} said=say {ccomp {nsubj talks} failed=fail} .",
     "statement"),
    ("{nsubj Lind} told=tell {obj reporters=reporter} {ccomp {nsubj talks} failed=fail} .",
     "reporters"),
    ("{nsubj Lind} told=tell {obj Reuters} {ccomp {nsubj talks} failed=fail} .", "Reuters"),
    (("{nsubj Lind} said=say {obl during a {compound press} conference} {ccomp {nsubj talks} "
     "failed=fail} ."), "press conference"),
    ("{nsubj Lind} said=say {obl in Oslo} {ccomp {nsubj talks} failed=fail} .", None),
    ("{nsubj Lind} said=say {ccomp {nsubj talks} failed=fail {obl in an interview}} .", None),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "medium"), MEDIA)
def test_medium_as_printed(sentence: str, medium: str | None) -> None:
    _, found, _ = read(sentence)
    assert found[0].medium == medium


ADDRESSEES = [
    ("{nsubj Lind} told=tell {obj Soto} {ccomp {nsubj talks} failed=fail} .", "Ben Soto"),
    ("{nsubj Lind} said=say {obl to Soto} {ccomp that {nsubj talks} failed=fail} .", "Ben Soto"),
    (("{nsubj Lind} wrote=write {obl in a letter {nmod to Soto}} {ccomp that {nsubj talks} "
     "failed=fail} ."), "Ben Soto"),
    ("{nsubj Lind} told=tell {obj reporters=reporter} {ccomp {nsubj talks} failed=fail} .", None),
    ("{nsubj Lind} said=say {ccomp that {nsubj talks} failed=fail} .", None),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "name"), ADDRESSEES)
def test_addressee(sentence: str, name: str | None) -> None:
    _, found, cast = read(sentence)
    addressee = found[0].addressee
    assert (None if addressee is None else cast.draft(addressee).name) == name


BEHALF = [
    ("{nsubj Lind} said=say {ccomp {nsubj talks} failed=fail} .", ("SWE",)),
    ("{nsubj Norway} said=say {ccomp {nsubj talks} failed=fail} .", ("NOR",)),
    ("{nsubj Okoro} said=say {ccomp {nsubj talks} failed=fail} .", ()),
    ("{nsubj Lind {conj and Norway}} said=say {ccomp {nsubj talks} failed=fail} .",
     ("SWE", "NOR")),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "parties"), BEHALF)
def test_body_spoken_for(sentence: str, parties: tuple[str, ...]) -> None:
    _, found, _ = read(sentence)
    assert found[0].on_behalf_of == parties


def test_newspaper_speaks_for_itself() -> None:
    _, found, cast = read("{nsubj Reuters} said=say {ccomp {nsubj talks} failed=fail} .")
    assert [cast.draft(party).name for party in found[0].on_behalf_of] == ["Reuters"]


def test_first_person_in_a_quotation_is_its_speaker() -> None:
    doc, _, cast = read(
        '{ccomp " {nsubj I} regret/VERB {obj the raid} , "} {nsubj Lind} said=say .'
    )
    token = tree_of(doc).words.index("I")
    assert [cast.draft(actor).name for actor in cast.at(token)] == ["Ada Lind"]


def test_relative_pronoun_speaks_for_its_noun() -> None:
    _, found, cast = read(
        "{nsubj Soto} met=meet {obj Lind {acl:relcl {nsubj who} promised=promise {obj talks}}} ."
    )
    assert [cast.draft(actor).name for actor in found[0].speakers] == ["Ada Lind"]


def test_evidence_holds_source_cue_and_content() -> None:
    doc, found, _ = read("{nsubj Lind} said=say {ccomp {nsubj talks} failed=fail} .")
    assert texts(doc, found[0].evidence) == "Lind said talks failed"


def test_fields_point_at_their_words() -> None:
    doc, found, _ = read(
        "{nsubj Lind} told=tell {obj Soto} {obl in a statement} {ccomp {nsubj talks} failed=fail} ."
    )
    assert {name: texts(doc, spans) for name, spans in found[0].field_evidence.items()} == {
        "speakers": "Lind",
        "kind": "talks failed",
        "medium": "statement",
        "addressee": "Soto",
    }
