"""Questions about marked words, put to a small second network of chance weights."""

from __future__ import annotations

import warnings
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from dragoman.errors import ModelError
from dragoman.language import Language, MarkedText
from dragoman.language.decisions import Answer, Decisions, MarkedNetwork, Question
from dragoman.records import Article, content_id
from dragoman.settings import Settings

WIDTH = 64
MARKS = ("none", "first", "second", "trigger", "content")
ROLES = ("none", "actor", "recipient", "place", "time")
DECISIONS = {"event": ("none", "AID", "ASSAULT"), "polarity": ("negative", "positive")}
ASKED = Question((0, 10), (("trigger", (2, 3)),))


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> MarkedNetwork:
    import torch

    from training.encoder import EncoderShape
    from training.export_marked import halve, write_marked
    from training.marked import Marked

    torch.manual_seed(3)
    folder = tmp_path_factory.mktemp("marked")
    shape = EncoderShape(width=WIDTH, inner=2 * WIDTH, heads=8)
    marked = Marked(WIDTH, DECISIONS, len(ROLES), len(MARKS), shape=shape, layers=1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the exporter to itself
        write_marked(marked, WIDTH, folder / "marked.onnx")
    halve(folder / "marked.onnx", folder / "small.onnx")
    return MarkedNetwork(
        folder / "small.onnx", {"marks": MARKS, "roles": ROLES, "decisions": DECISIONS}
    )


@pytest.fixture(scope="module")
def vectors() -> NDArray[np.float32]:
    return np.random.default_rng(5).normal(size=(12, WIDTH)).astype(np.float32)


needs_network = pytest.mark.needs("torch", "onnx")


@needs_network
def test_the_answers_to_a_decision_sum_to_one(
    network: MarkedNetwork, vectors: NDArray[np.float32]
) -> None:
    (answer,) = network.ask(vectors, [ASKED])
    assert set(answer.scores) == {"event", "polarity"}
    assert all(scores.sum() == pytest.approx(1.0, abs=1e-4) for scores in answer.scores.values())


@needs_network
def test_every_word_of_the_sentence_has_a_role(
    network: MarkedNetwork, vectors: NDArray[np.float32]
) -> None:
    (answer,) = network.ask(vectors, [ASKED])
    assert answer.roles.shape == (10, 5)


@needs_network
def test_answers_come_in_the_order_of_the_questions(
    network: MarkedNetwork, vectors: NDArray[np.float32]
) -> None:
    questions = [Question((0, end), (("trigger", (2, 3)),)) for end in (10, 5, 8)]
    together = network.ask(vectors, questions)
    alone = [network.ask(vectors, [each])[0] for each in questions]
    for one, other in zip(together, alone, strict=True):
        assert len(one.roles) == len(other.roles)
        assert np.allclose(one.scores["event"], other.scores["event"], atol=1e-4)


@needs_network
def test_an_answer_hangs_on_where_the_mark_stands(
    network: MarkedNetwork, vectors: NDArray[np.float32]
) -> None:
    one, other = network.ask(vectors, [ASKED, Question((0, 10), (("trigger", (7, 8)),))])
    assert not np.allclose(one.scores["event"], other.scores["event"])


@needs_network
def test_words_outside_the_sentence_change_nothing(
    network: MarkedNetwork, vectors: NDArray[np.float32]
) -> None:
    changed = vectors.copy()
    changed[10:] = 0
    one, other = network.ask(vectors, [ASKED])[0], network.ask(changed, [ASKED])[0]
    assert np.array_equal(one.scores["event"], other.scores["event"])


@needs_network
def test_nothing_asked_nothing_answered(
    network: MarkedNetwork, vectors: NDArray[np.float32]
) -> None:
    assert len(Decisions(network, vectors).ask([])) == 0


def answer() -> Answer:
    scores = {"event": np.array([0.2, 0.8], dtype=np.float32)}
    return Answer({"event": ("none", "AID")}, scores, np.zeros((0, 5), dtype=np.float32))


def test_the_best_answer_comes_with_its_probability() -> None:
    name, probability = answer().best("event")
    assert name == "AID"
    assert probability == pytest.approx(0.8)


def test_an_answer_the_model_does_not_know_has_no_probability() -> None:
    assert answer().probability("event", "AID") == pytest.approx(0.8)
    assert answer().probability("event", "TRADE") == 0.0


def test_a_decision_that_the_model_lacks_is_an_error() -> None:
    language = Language.load(Settings.load())
    with pytest.raises(ModelError, match="cannot decide"):
        language.decided([MarkedText("Rain fell.")], "weather")


def test_a_model_without_the_second_network_still_reads(tmp_path: Path) -> None:
    from dragoman.language.model import FILES, SHIPPED

    for name in FILES:
        (tmp_path / name).symlink_to(SHIPPED / name)
    language = Language.load(Settings.load(model=tmp_path))
    text = "Norway sent Finland food."
    doc = language.doc(Article(id=content_id(text), text=text))
    assert doc._.decisions is None
