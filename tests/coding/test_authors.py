"""Who "we" and "the summit" are in a text that speaks for itself."""

from __future__ import annotations

import pytest

from dragoman.coding.authors import link_authors
from dragoman.coding.cast import Cast
from dragoman.coding.tree import tree_of
from tests.coding.casts import cast_of as whole_cast
from tests.coding.shorthand import body, cast_of, short, state

ACTORS = {
    "Chad": state("TCD"),
    "Mali": state("MLI"),
    "ECOWAS": body("ECOWAS", "ECOWAS", class_="IGO"),
}
DECLARATION = "Declaration {nmod by Chad {conj and Mali}}"
COMMUNIQUE = "Communiqué {nmod of the {compound ECOWAS} summit}"
CONDEMN = "{nsubj We} condemn {obj the raid} ."


def linked(*sentences: str) -> tuple[Cast, list[str]]:
    """The cast of sentences in shorthand, and their words."""
    doc = short(*sentences)
    present = {token.text for token in doc}
    cast = cast_of(doc, {name: draft for name, draft in ACTORS.items() if name in present})
    link_authors(tree_of(doc), cast)
    return cast, tree_of(doc).lower


def meant(word: str, *sentences: str) -> list[str]:
    """Whom a word of some sentences stands for."""
    cast, words = linked(*sentences)
    return [cast.draft(actor).name for actor in cast.denoted(words.index(word))]


def test_we_are_those_who_sign() -> None:
    assert meant("we", DECLARATION, CONDEMN) == ["TCD", "MLI"]


def test_one_who_signs_alone_is_we() -> None:
    assert meant("we", COMMUNIQUE, CONDEMN) == ["ECOWAS"]


def test_the_ministers_are_those_who_sign() -> None:
    said = "{nsubj The ministers=minister} condemned=condemn {obj the raid} ."
    assert meant("ministers", DECLARATION, said) == ["TCD", "MLI"]


@pytest.mark.parametrize(
    "sentence",
    [
        '{nsubj Lind} said=say " {ccomp {nsubj we} agree} " .',
        "{nsubj The ministers=minister {nmod of Togo}} condemned=condemn {obj it} .",
    ],
)
def test_words_of_others_are_left(sentence: str) -> None:
    cast, words = linked(DECLARATION, sentence)
    word = "ministers" if "ministers" in words else "we"
    assert cast.at(words.index(word)) == ()


def test_nobody_is_we_in_a_report() -> None:
    assert meant("we", CONDEMN) == []


def test_a_city_is_where_a_text_was_signed() -> None:
    head = "Communiqué {nmod of the {compound ECOWAS@O} summit {appos Abuja@L}}"
    cast = whole_cast(head, CONDEMN)
    we = cast.tree.lower.index("we")
    assert [cast.draft(actor).country for actor in cast.denoted(we)] == ["ECOWAS"]
