from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import DataError
from dragoman.records import Entry, codebook
from dragoman.records.codebook import QUADS, load

TYPES_AND_MODES = {
    "AGREE": "",
    "CONSULT": "visit third-party multilateral phone",
    "SUPPORT": "",
    "CONCEDE": "",
    "COOPERATE": "",
    "AID": "",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "REJECT": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": (
        "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber"
    ),
    "ASSAULT": (
        "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack "
        "aerial drone heavy-weapons crowd-control unconventional"
    ),
}
QUAD_OF = {
    "verbal cooperation": "AGREE CONSULT SUPPORT CONCEDE",
    "material cooperation": "COOPERATE AID RETREAT",
    "verbal conflict": "REQUEST REJECT ACCUSE THREATEN",
    "material conflict": "PROTEST SANCTION MOBILIZE COERCE ASSAULT",
}
LEVEL_OF = {
    1: "head_of_state head_of_government igo_head",
    2: (
        "foreign_minister defence_minister national_security_adviser minister military_chief "
        "igo_official"
    ),
    3: "deputy_minister special_envoy ambassador intelligence_chief",
    4: "spokesperson official",
}
CONTEXTS = (
    "military intelligence executive legislative election political-institutions pro-democracy "
    "pro-autocracy economic legal reparations human-rights rights-freedoms repression "
    "human-security gender lgbt religion-ethnicity inequality diplomatic territory peacekeeping "
    "health asylum migration disasters natural-resource environment technology terrorism cbrn "
    "cyber misinformation crime corruption drugs trafficking"
)
SECTORS = (
    "GOV MIL PRM LEG JUD SPY COP PTY OPP REB UAF CVL JRN BUS ELI REL REF SOC LAB EDU MED CRM AGR "
    "PRE UNK"
)
GOOD = {
    "types": '[[entry]]\ncode="AID"\nname="Aid"\nquad="material cooperation"\ndefinition="Help."\n',
    "modes": '[[entry]]\ntype="AID"\ncode="food"\nname="Food"\ndefinition="Food."\n',
    "roles": '[[entry]]\ncode="minister"\nname="Minister"\nlevel=2\ndefinition="One."\n',
}


def _folder(path: Path, **files: str) -> Path:
    for name, text in {**GOOD, **files}.items():
        (path / f"{name}.toml").write_text(text, encoding="utf-8")
    return path


def test_types() -> None:
    assert codebook().codes("types") == tuple(TYPES_AND_MODES)


@pytest.mark.parametrize(("event_type", "modes"), TYPES_AND_MODES.items())
def test_modes_of_a_type(event_type: str, modes: str) -> None:
    assert codebook().modes(event_type) == tuple(modes.split())


@pytest.mark.parametrize(("quad", "types"), QUAD_OF.items())
def test_quads(quad: str, types: str) -> None:
    assert [codebook().quad(each) for each in types.split()] == [quad] * len(types.split())


@pytest.mark.parametrize(("level", "roles"), LEVEL_OF.items())
def test_levels(level: int, roles: str) -> None:
    assert [codebook().level(each) for each in roles.split()] == [level] * len(roles.split())


def test_no_other_roles() -> None:
    assert set(codebook().codes("roles")) == set(" ".join(LEVEL_OF.values()).split())


@pytest.mark.parametrize(("section", "codes"), [("contexts", CONTEXTS), ("sectors", SECTORS)])
def test_codes_of_a_section(section: str, codes: str) -> None:
    assert codebook().codes(section) == tuple(codes.split())


def test_quads_are_four() -> None:
    assert len(QUADS) == 4


@pytest.mark.parametrize("entry", codebook().entries, ids=lambda e: f"{e.section}-{e.code}")
def test_every_definition_is_a_sentence(entry: Entry) -> None:
    assert entry.definition[0].isupper()
    assert entry.definition.endswith(".")
    assert len(entry.definition) >= 15


def test_no_two_examples_are_the_same() -> None:
    examples = [entry.example for entry in codebook().entries if entry.example]
    assert len(examples) == len(set(examples))


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("AID", [("types", None)]),
        ("aid", [("types", None)]),
        (" GOV ", [("sectors", None)]),
        ("yield", [("modes", "REQUEST"), ("modes", "REJECT")]),
        ("REJECT yield", [("modes", "REJECT")]),
        ("reject/yield", [("modes", "REJECT")]),
        ("own words", [("contact_bases", None)]),
        ("AID yield", []),
        ("nonsense", []),
        ("", []),
    ],
)
def test_find(code: str, found: list[tuple[str, str | None]]) -> None:
    assert [(entry.section, entry.type) for entry in codebook().find(code)] == found


@pytest.mark.parametrize(
    ("slip", "meant"),
    [("ASSALT", "ASSAULT"), ("condemation", "condemnation"), ("foriegn_minister",) * 2],
)
def test_near_offers_what_was_meant(slip: str, meant: str) -> None:
    meant = {"foriegn_minister": "foreign_minister"}.get(meant, meant)
    assert codebook().near(slip)[0] == meant


def test_near_offers_nothing_far() -> None:
    assert codebook().near("xylophone quartet") == ()


@pytest.mark.parametrize("section", ["", "colours"])
def test_an_unknown_section_is_refused(section: str) -> None:
    with pytest.raises(KeyError):
        codebook().codes(section)


def test_an_unknown_type_has_neither_modes_nor_quad() -> None:
    assert (codebook().modes("SING"), codebook().quad("SING")) == ((), None)


def test_an_unknown_role_has_no_level() -> None:
    assert codebook().level("bard") is None


def test_a_good_folder_loads(tmp_path: Path) -> None:
    assert load(_folder(tmp_path)).modes("AID") == ("food",)


@pytest.mark.parametrize(
    ("section", "text", "message"),
    [
        ("types", "[[entry", "types.toml"),
        ("types", GOOD["types"] * 2, "types.toml, entry 2: AID stands there twice"),
        ("types", GOOD["types"].replace("material", "magic"), "types.toml, entry 1: quad"),
        ("types", GOOD["types"].replace("quad", "quat"), "the key quat is not known"),
        ("types", GOOD["types"].replace("Help.", " "), "definition is missing or empty"),
        ("types", GOOD["types"].replace('name="Aid"', ""), "name is missing or empty"),
        ("types", "", "types.toml: the file is missing or holds no entry"),
        ("modes", GOOD["modes"].replace('"AID"', '"SING"'), "food belongs to SING"),
        ("roles", GOOD["roles"].replace("2", "5"), "roles.toml, entry 1: level"),
    ],
)
def test_a_wrong_file_is_refused_by_name(
    tmp_path: Path, section: str, text: str, message: str
) -> None:
    folder = _folder(tmp_path, **{section: text})
    with pytest.raises(DataError) as caught:
        load(folder)
    assert message in str(caught.value)
