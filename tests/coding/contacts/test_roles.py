"""Sides of contacts by the network's roles."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from dragoman.coding.contacts.reading import as_visit, unlisted_reading
from dragoman.coding.contacts.roles import with_roles
from dragoman.coding.contacts.series import Series
from dragoman.coding.contacts.sides import ContactSides, Sides
from dragoman.coding.contacts.verdicts import Verdict
from dragoman.coding.events.arguments import NOBODY, Arguments
from dragoman.coding.events.readings import readings_of
from dragoman.coding.tree import tree_of
from tests.coding.scenes import code, scene

_SENTENCE = "{nsubj The delegates=delegate} palavered=palaver {obl with Modi} {obl in Chad} ."


def _sides(told: Mapping[str, tuple[float, float]], *, trusted: bool) -> tuple[str, str]:
    """The names of both sides by roles alone."""
    doc, cast = scene(_SENTENCE)
    tree = tree_of(doc)
    roles = {tree.words.index(word): shares for word, shares in told.items()}
    verdict = Verdict(0.9, 0.0, {}, {}, roles)
    arguments = Arguments(readings_of(tree), cast)
    known = Sides(NOBODY, NOBODY, known=False)
    sides = with_roles(known, verdict, arguments, trusted=trusted)
    first, second = (
        ", ".join(code(cast, actor) for actor in side.actors)
        for side in (sides.initiator, sides.counterpart)
    )
    return first, second


@pytest.mark.parametrize(
    ("told", "sides"),
    [
        ({"Modi": (0.8, 0.0), "Chad": (0.0, 0.7)}, ("Modi", "TCD")),
        ({"Modi": (0.2, 0.1)}, ("", "")),
        ({"Modi": (0.0, 0.9), "delegates": (0.8, 0.0)}, ("delegates", "Modi")),
        ({"Modi": (0.0, 0.9), "delegates": (0.5, 0.0)}, ("", "Modi")),
    ],
)
def test_missing_sides_are_filled_in(
    told: Mapping[str, tuple[float, float]], sides: tuple[str, str]
) -> None:
    assert _sides(told, trusted=False) == sides


def test_two_actors_of_an_unlisted_word_are_both_sides() -> None:
    told = {"Modi": (0.9, 0.0), "Chad": (0.8, 0.1)}
    assert _sides(told, trusted=True) == ("Modi, TCD", "")


def test_a_visit_by_the_network_leads_where_the_words_say() -> None:
    doc, cast = scene("{nsubj:pass Modi} {aux:pass is} expected=expect {obl in Chad} .")
    tree = tree_of(doc)
    readings = readings_of(tree)
    reading = as_visit(unlisted_reading(readings, tree.words.index("expected")))
    sides = ContactSides(readings, Arguments(readings, cast), Series(tree, cast)).find(reading)
    assert [code(cast, actor) for actor in sides.counterpart.actors] == ["TCD"]
