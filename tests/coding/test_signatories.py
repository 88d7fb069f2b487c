"""Whose text an article is that speaks for itself."""

from __future__ import annotations

import pytest

from dragoman.coding.signatories import signatories, speaks_for_all
from dragoman.coding.tree import tree_of
from tests.coding.shorthand import body, cast_of, short, state

ACTORS = {
    "Chad": state("TCD"),
    "Mali": state("MLI"),
    "ECOWAS": body("ECOWAS", "ECOWAS", class_="IGO"),
}
CONDEMN = "{nsubj We} condemn {obj the raid} ."


def signing(*sentences: str, holding: bool = True, quoted: bool = False) -> list[str]:
    """The names of those who sign sentences in shorthand."""
    doc = short(*sentences)
    present = {token.text for token in doc}
    cast = cast_of(doc, {name: draft for name, draft in ACTORS.items() if name in present})
    found = signatories(tree_of(doc), cast, lambda _: holding, lambda _: quoted)
    return [cast.draft(actor).name for actor in found]


MINISTERS = (
    "{nsubj We , {appos the ministers=minister {nmod of Chad {conj and Mali}}} ,} "
    "condemn {obj the raid} ."
)


@pytest.mark.parametrize(
    ("sentences", "names"),
    [
        ([MINISTERS], ["TCD", "MLI"]),
        (["{amod Joint} statement/NOUN {nmod by Chad {conj and Mali}}", CONDEMN], ["TCD", "MLI"]),
        (["Declaration {nmod of Chad}", CONDEMN], ["TCD"]),
        (["Communiqué {nmod of the {compound ECOWAS} summit}", CONDEMN], ["ECOWAS"]),
        (["Message {nmod from Mali}", CONDEMN], ["MLI"]),
    ],
)
def test_those_who_sign_are_named_at_the_head(sentences: list[str], names: list[str]) -> None:
    assert signing(*sentences) == names


@pytest.mark.parametrize(
    "sentences",
    [
        ["{nsubj Chad} condemned=condemn {obj the raid} ."],
        ["Statement/NOUN {nmod on Chad}", CONDEMN],
        ["{nsubj Chad} issued=issue {obj a statement {nmod by Mali}} ."],
        ["Map {nmod of Chad}", CONDEMN],
        [CONDEMN],
    ],
)
def test_a_report_is_signed_by_nobody(sentences: list[str]) -> None:
    assert signing(*sentences) == []


def test_a_statement_far_down_the_text_does_not_sign_it() -> None:
    rain = ["{nsubj rain} fell=fall ."] * 20
    assert signing(*rain, "{amod Joint} statement/NOUN {nmod by Chad}") == []


def test_we_inside_a_quotation_are_not_those_who_sign() -> None:
    assert signing(MINISTERS, quoted=True) == []


def test_states_that_are_no_actors_are_known_by_name() -> None:
    sentence = MINISTERS.replace("Chad", "Nepal").replace("Mali", "Bhutan")
    assert signing(sentence) == ["Nepal", "Bhutan"]


@pytest.mark.parametrize(
    ("sentence", "token", "speaks"),
    [
        ("{nsubj We} condemned=condemn {obj it} .", 0, True),
        ("{nsubj The ministers=minister} condemned=condemn {obj it} .", 1, True),
        ("{nsubj The summit} condemned=condemn {obj it} .", 1, True),
        ("{nsubj Ministers=minister/NOUN} condemned=condemn {obj it} .", 0, False),
        ("{nsubj A summit} condemned=condemn {obj it} .", 1, False),
        ("{nsubj The villagers=villager} condemned=condemn {obj it} .", 1, False),
        ("{nsubj They} condemned=condemn {obj it} .", 0, False),
    ],
)
def test_we_and_the_summit_stand_for_those_who_sign(
    sentence: str, token: int, *, speaks: bool
) -> None:
    assert speaks_for_all(tree_of(short(sentence)), token) == speaks
