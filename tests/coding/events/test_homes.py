"""Countries of unnamed actors that the text does not print."""

from __future__ import annotations

import pytest

from dragoman.coding.cast import Cast
from dragoman.coding.drafts import EventDraft
from dragoman.coding.events import events
from dragoman.coding.events.homes import settle
from tests.coding.scenes import scene


def countries(sentence: str) -> tuple[list[str | None], list[str | None]]:
    """The countries of the actors and of the recipients of the one event of a sentence."""
    doc, cast = scene(sentence)
    drafts: tuple[EventDraft, ...] = events(doc, cast)
    settle(cast, drafts)
    (event,) = drafts
    return _of(cast, event.actors), _of(cast, event.recipients)


def _of(cast: Cast, actors: tuple[int, ...]) -> list[str | None]:
    return [cast.draft(actor).country for actor in actors]


@pytest.mark.parametrize(
    "sentence",
    [
        "{nsubj Chile} arrested=arrest {obj a skipper} .",
        "{nsubj Chile} arrested=arrest {obj the protesters=protester} .",
    ],
)
def test_those_arrested_are_mostly_at_home(sentence: str) -> None:
    assert countries(sentence) == (["CHL"], ["CHL"])


def test_whose_people_they_are_is_not_guessed_where_a_possessive_says_it() -> None:
    sentence = "{nsubj Chile} arrested=arrest {obj {nmod:poss their} skipper} ."
    assert countries(sentence) == (["CHL"], [None])


def test_those_expelled_are_from_abroad() -> None:
    assert countries("{nsubj Chile} expelled=expel {obj a diplomat} .") == (["CHL"], [None])
