"""Names are cut out of GUM's entities."""

from __future__ import annotations

from typing import Any

from training.gum_names import names


def sentence(*rows: tuple[str, str, int, str, str]) -> list[dict[str, Any]]:
    """Rows of form, part of speech, head, relation, entity marks."""
    return [
        {
            "id": place,
            "form": form,
            "lemma": form,
            "upos": upos,
            "head": head,
            "deprel": relation,
            "misc": {"Entity": entity} if entity else None,
        }
        for place, (form, upos, head, relation, entity) in enumerate(rows, 1)
    ]


def test_a_title_is_not_part_of_the_name() -> None:
    tokens = sentence(
        ("President", "PROPN", 0, "root", "(1-person-new-cf1-1-sgl"),
        ("Ana", "PROPN", 1, "flat", ""),
        ("Brnabic", "PROPN", 1, "flat", "1)"),
    )
    assert names(tokens) == [((1, 3), "PERSON")]


def test_a_description_is_not_part_of_the_name() -> None:
    tokens = sentence(
        ("the", "DET", 2, "det", "(2-place-new-cf1-2-sgl"),
        ("Niger", "PROPN", 0, "root", ""),
        (",", "PUNCT", 5, "punct", ""),
        ("a", "DET", 5, "det", ""),
        ("river", "NOUN", 2, "appos", "2)"),
    )
    assert names(tokens) == [((1, 2), "PLACE")]


def test_a_phrase_without_a_proper_noun_is_no_name() -> None:
    tokens = sentence(
        ("the", "DET", 2, "det", "(3-person-new-cf1-2-sgl"),
        ("rebels", "NOUN", 0, "root", "3)"),
    )
    assert names(tokens) == []


def test_a_place_that_is_built_is_a_facility() -> None:
    tokens = sentence(
        ("Entebbe", "PROPN", 2, "compound", "(4-place-new-cf1-2-sgl"),
        ("Airport", "PROPN", 0, "root", "4)"),
    )
    assert names(tokens) == [((0, 2), "FACILITY")]


def test_small_words_inside_a_name_stay() -> None:
    tokens = sentence(
        ("Bank", "PROPN", 0, "root", "(5-organization-new-cf1-1-sgl"),
        ("of", "ADP", 3, "case", ""),
        ("Ghana", "PROPN", 1, "nmod", "5)"),
    )
    assert ((0, 3), "ORGANISATION") in names(tokens)


def test_a_capitalised_adjective_is_a_nationality() -> None:
    tokens = sentence(("Kenyan", "ADJ", 2, "amod", ""), ("troops", "NOUN", 0, "root", ""))
    assert names(tokens) == [((0, 1), "NATIONALITY")]
