from __future__ import annotations

from pathlib import Path

import pytest
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from dragoman.records import Article
from evals.model import Guess, exact_article
from evals.result import Result
from evals.shipped import ShippedModel
from evals.tasks import geoparsing
from tests.evals.standins import StandIn
from tests.evals.test_toponyms import gold

HAMAR = Guess(3154084, 60.8, 11.1, "Hamar")
NEARBY = Guess(None, 60.8, 11.1, "Vang")
ABROAD = Guess(2673730, 59.33, 18.07, "Stockholm")
UNPLACED = Guess(1, None, None, "Somewhere")


def doc(article: Article, *names: tuple[int, str]) -> Doc:
    made = Doc(Vocab(), words="A fire in Hamar & Oslo .".split(), spaces=[True] * 5 + [False] * 2)
    made.set_ents([Span(made, token, token + 1, label=label) for token, label in names])
    assert made.text == article.text
    return made


def reader(*names: tuple[int, str], guess: Guess | None = HAMAR) -> StandIn:
    guesses = {"Oslo": ABROAD} | ({"Hamar": guess} if guess else {})
    return StandIn(docs=lambda article: doc(article, *names), guesses=guesses)


def test_figures_have_the_names_of_the_contract(tmp_path: Path) -> None:
    outcome = geoparsing.run(gold(tmp_path), reader())
    assert outcome.n == 1
    assert list(outcome.metrics) == ["identification_f1", "exact", "acc161", "mean_km"]


@pytest.mark.parametrize(
    ("names", "f1"),
    [
        (((3, "PLACE"), (5, "PLACE")), 1.0),
        (((3, "PLACE"),), 2 / 3),
        (((3, "PLACE"), (5, "PERSON")), 2 / 3),
        (((3, "PLACE"), (1, "PLACE")), 0.5),
        ((), 0.0),
    ],
)
def test_names_of_places_are_counted(
    tmp_path: Path, names: tuple[tuple[int, str], ...], f1: float
) -> None:
    figures = geoparsing.run(gold(tmp_path), reader(*names)).metrics
    assert figures["identification_f1"] == pytest.approx(f1)


@pytest.mark.parametrize(
    ("guess", "exact", "near"),
    [
        (HAMAR, 1.0, 1.0),
        (NEARBY, 0.0, 1.0),
        (ABROAD, 0.0, 0.0),
        (UNPLACED, 0.0, 0.0),
        (None, 0.0, 0.0),
    ],
)
def test_only_toponyms_with_an_id_are_resolved(
    tmp_path: Path, guess: Guess | None, exact: float, near: float
) -> None:
    figures = geoparsing.run(gold(tmp_path), reader(guess=guess)).metrics
    assert (figures["exact"], figures["acc161"]) == (exact, near)


def test_what_went_wrong_is_told(tmp_path: Path) -> None:
    misses = geoparsing.run(gold(tmp_path), reader((1, "PLACE"), guess=ABROAD)).misses
    assert misses == (
        {"article": "7", "missed": "Hamar", "start": 10},
        {"article": "7", "missed": "Oslo", "start": 18},
        {"article": "7", "wrong": "fire", "start": 2},
        {
            "article": "7",
            "toponym": "Hamar",
            "gold": 3154084,
            "here": "Stockholm",
            "kilometres": 421,
        },
    )


def test_kilometres_are_no_floor(tmp_path: Path) -> None:
    outcome = geoparsing.run(gold(tmp_path), reader(guess=ABROAD))
    result = Result("geoparsing", "gold.xml.xz", "", "", 0.0, outcome)
    assert "mean_km" not in result.figures()
    assert result.distances() == {"mean_km": pytest.approx(421, abs=1)}


def test_the_shipped_reader_takes_its_own_toponyms() -> None:
    made = doc(exact_article("A fire in Hamar & Oslo."), (3, "PLACE"), (5, "PERSON"))
    assert list(ShippedModel().toponyms(made)) == [(10, 15)]


def test_the_shipped_reader_resolves_without_its_network() -> None:
    text = "A fire in Hamar, Norway."
    found = ShippedModel().located(text, [(10, 15, "Hamar"), (17, 23, "Norway")])
    assert [guess and guess.geonames for guess in found] == [3154084, 3144096]
