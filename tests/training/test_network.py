"""The network, its losses and its way to ONNX, on a small encoder."""

from __future__ import annotations

import random
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest

pytestmark = pytest.mark.needs("torch")

MODEL = Path(__file__).parents[2] / "src" / "dragoman" / "language" / "model"
WIDTH = 96


@pytest.fixture(scope="module")
def setup() -> dict[str, Any]:
    """A small network, documents with every kind of label, and one batch of them."""
    import torch

    from dragoman.language.pieces import Pieces
    from training.documents import Document, Grammar, Link, Question
    from training.encoder import EncoderShape
    from training.examples import Cut, collate, prepare
    from training.labels import UPOS, Labels, chain_tags, decisions
    from training.network import HeadShape, Network

    torch.manual_seed(1)
    labels = Labels(
        UPOS, ("_", "Number=Sing"), ("k0|", "l0|", "l1|"), ("root", "nsubj", "punct"),
        chain_tags(), decisions(), ("GOV", "MIL"), ("diplomatic", "military"),
    )  # fmt: skip
    words = ["Oman", "said", "talks", "failed", "."]
    grammar = Grammar(
        ["PROPN", "VERB", "NOUN", "VERB", "PUNCT"], ["_"] * 5, ["Oman", "say", "talk", "fail", "."],
        [1, -1, 3, 1, 1], ["nsubj", "root", "nsubj", "punct", "punct"], [0],
    )  # fmt: skip
    tags = ["B-source", "B-cue", "B-content", "I-content", "O"]
    documents = [
        Document("ud", words, [3, 1, 1, 1, 0], grammar, chains=[[0, 2], [3]]),
        Document("polnear", words, [3, 1, 1, 1, 0], tags={"attribution": tags},
                 links=[Link([(1, 2)], [(0, 1)], [(2, 4)])]),
        Document("own", words, [3, 1, 1, 1, 0],
                 questions=[
                     Question((("trigger", (3, 4)),), {"event": "REJECT"}, (("actor", (0, 1)),)),
                     Question((("first", (0, 1)), ("second", (2, 3))), {"relation": "REJECT"}),
                 ],
                 sectors=[((0, 1), ("GOV",))], contexts=("diplomatic",)),
    ]  # fmt: skip
    pieces = Pieces(MODEL / "tokenizer.json")
    cuts = [Cut(prepare(each, labels, pieces), 0, 5) for each in documents]
    shape = EncoderShape(width=WIDTH, layers=2, heads=4, inner=192)
    network = Network(labels, shape, HeadShape(dropout=0.0, fork=1, upper=1))
    return {
        "labels": labels, "network": network, "pieces": pieces, "documents": documents,
        "batch": collate(cuts, pieces, labels, random.Random(1)),
    }  # fmt: skip


def test_every_head_with_labels_has_a_loss(setup: dict[str, Any]) -> None:
    from training.losses import losses

    network, batch = setup["network"], setup["batch"]
    found = losses(network, network(batch), batch)
    assert set(found) == {
        "upos", "feats", "lemma", "sentence", "arcs", "relations", "attribution", "links", "chains",
        "event", "roles", "relation", "sectors", "contexts",
    }  # fmt: skip


def test_training_lowers_the_loss(setup: dict[str, Any]) -> None:
    import torch

    from training.losses import losses, total

    network, batch = setup["network"], setup["batch"]
    optimizer = torch.optim.AdamW(network.parameters(), lr=1e-3)
    values = []
    for _ in range(8):
        loss = total(losses(network, network(batch), batch))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        values.append(loss.item())
    assert values[-1] < 0.7 * values[0]


def test_the_chain_loss_is_the_likelihood() -> None:
    import torch

    from training.crf import Chain

    chain = Chain(3)
    torch.nn.init.normal_(chain.transitions)
    torch.nn.init.normal_(chain.start)
    emissions, tags = torch.randn(1, 4, 3), torch.tensor([[0, 2, 1, 1]])

    def value(path: tuple[int, ...]) -> torch.Tensor:
        score = chain.start[path[0]] + emissions[0, 0, path[0]]
        for place in range(1, 4):
            score = score + chain.transitions[path[place - 1], path[place]]
            score = score + emissions[0, place, path[place]]
        return score

    every = torch.stack([value(path) for path in product(range(3), repeat=4)])
    wanted = (torch.logsumexp(every, 0) - value((0, 2, 1, 1))) / 4
    assert torch.allclose(chain.loss(emissions, tags, torch.ones(1, 4)), wanted, atol=1e-5)


def test_words_of_other_sentences_are_no_heads(setup: dict[str, Any]) -> None:
    from training.examples import Cut, collate, prepare

    document = setup["documents"][0]
    two = type(document)(
        "ud", document.words, document.spacings,
        type(document.grammar)(
            document.grammar.upos, document.grammar.feats, document.grammar.lemmas,
            [1, -1, 3, -1, 3], document.grammar.relations, [0, 2],
        ),
    )  # fmt: skip
    prepared = prepare(two, setup["labels"], setup["pieces"])
    same = collate([Cut(prepared, 0, 5)], setup["pieces"], setup["labels"], None)["same"][0]
    assert (same[0, 1], same[0, 2] < -1000) == (0, True)


def test_windows_cover_a_document_once(setup: dict[str, Any]) -> None:
    from training.documents import Document
    from training.examples import cuts, prepare

    words = ["word"] * 700
    prepared = prepare(Document("x", words, [3] + [1] * 699), setup["labels"], setup["pieces"])
    found = cuts(prepared, 100, random.Random(4))
    places = [place for cut in found for place in range(cut.start, cut.end)]
    assert places == list(range(700))


def test_a_document_with_questions_is_one_window_or_none(setup: dict[str, Any]) -> None:
    from training.examples import cuts, prepare

    prepared = prepare(setup["documents"][2], setup["labels"], setup["pieces"])
    assert [(cut.start, cut.end) for cut in cuts(prepared, 100, random.Random(4))] == [(0, 5)]
    assert cuts(prepared, 3, random.Random(4)) == []


def test_what_is_not_known_of_a_question_is_not_asked(setup: dict[str, Any]) -> None:
    batch = setup["batch"]
    assert batch["answer:relation"].tolist()[0] == -100
    assert set(batch["roles"][1].tolist()) == {-100}


def test_marks_stand_on_their_words(setup: dict[str, Any]) -> None:
    marks = setup["batch"]["marks"]
    assert marks[:2, :5].tolist() == [[0, 0, 0, 3, 0], [1, 0, 2, 0, 0]]
    assert not marks[2:].any()
    assert not marks[:, 5:].any()


def test_a_mention_goes_back_to_its_own_chain(setup: dict[str, Any]) -> None:
    batch = setup["batch"]
    pairs = dict(
        zip(
            map(tuple, batch["pairs_back"][:, :2].tolist()),
            batch["same_chain"].tolist(),
            strict=True,
        )
    )
    assert pairs == {(1, 0): 1.0, (2, 0): 0.0, (2, 1): 0.0}


def test_an_answer_hangs_on_the_marks(setup: dict[str, Any]) -> None:
    import torch

    marked = setup["network"].marked.eval()
    vectors, mask = torch.randn(1, 5, WIDTH), torch.ones(1, 5)
    one = marked(vectors, torch.tensor([[1, 0, 2, 0, 0]]), mask)["relation"]
    other = marked(vectors, torch.tensor([[2, 0, 1, 0, 0]]), mask)["relation"]
    assert not torch.allclose(one, other)


def test_marks_are_seen_by_upper_layers_alone(setup: dict[str, Any]) -> None:
    import torch

    network, batch = setup["network"].eval(), setup["batch"]
    with torch.no_grad():
        alone = network(batch, frozenset(("early",)))
        among = network(batch)
    assert set(alone) == {"early"}
    assert torch.allclose(alone["early"], among["early"])


def test_words_have_their_meaning_beside_what_the_second_network_sees(
    setup: dict[str, Any],
) -> None:
    found = setup["network"](setup["batch"], frozenset(("early", "embed")))
    assert {"early", "embed"} <= set(found)


def test_the_second_network_begins_with_the_encoders_last_layers(setup: dict[str, Any]) -> None:
    import torch

    encoder, marked = setup["network"].encoder, setup["network"].marked
    marked.branch(encoder.state_dict())
    assert torch.equal(marked.layers[0].inner.weight, encoder.layers[1].inner.weight)


def test_rare_answers_weigh_more(setup: dict[str, Any]) -> None:
    marked = setup["network"].marked
    marked.weigh("polarity", [900, 190, 90])
    weights = marked.rare_polarity.tolist()
    assert weights == sorted(weights)
    assert sum(w * n for w, n in zip(weights, (900, 190, 90), strict=True)) == pytest.approx(1180)
    marked.weigh("polarity", [1, 1, 1])


def test_what_was_added_to_rare_answers_is_taken_off(setup: dict[str, Any]) -> None:
    import torch

    marked = setup["network"].marked
    before = marked.answer["polarity"].bias.detach().clone()
    marked.weigh("polarity", [900, 190, 90])
    marked.even("polarity")
    lowered = before - marked.answer["polarity"].bias.detach()
    marked.weigh("polarity", [1, 1, 1])
    assert lowered[0] < 0 < lowered[2]
    assert torch.allclose(lowered[2] - lowered[0], torch.tensor(10.0).log() * 0.35)


def test_words_past_the_sentence_change_no_answer(setup: dict[str, Any]) -> None:
    import torch

    marked = setup["network"].marked.eval()
    vectors, marks = torch.randn(1, 5, WIDTH), torch.tensor([[1, 0, 2, 0, 0]])
    short = marked(vectors[:, :3], marks[:, :3], torch.ones(1, 3))["relation"]
    long = marked(vectors, marks, torch.tensor([[1.0, 1, 1, 0, 0]]))["relation"]
    assert torch.allclose(short, long, atol=1e-5)


@pytest.mark.needs("onnx")
@pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::DeprecationWarning")
@pytest.mark.filterwarnings("ignore::UserWarning")
def test_onnx_says_what_the_network_says(setup: dict[str, Any], tmp_path: Path) -> None:
    import torch

    from dragoman.language.model import OnnxBackend
    from training.export import INPUTS, write_graph

    network, batch = setup["network"].eval(), setup["batch"]
    write_graph(network, tmp_path / "model.onnx")
    given = {name: batch[name].numpy().astype(np.int64) for name in INPUTS}
    found = OnnxBackend(tmp_path / "model.onnx", threads=1)(given)
    with torch.no_grad():
        wanted = network(batch)
    inside = batch["words"].numpy() > 0
    for name in ("arc_head", "attribution", "sentence", "embed"):
        assert np.allclose(found[name][inside], wanted[name].numpy()[inside], atol=1e-3), name
    assert (found["upos"][inside] == wanted["upos"].argmax(-1).numpy()[inside]).all()
