"""Checkpoint → the folder the package ships: ONNX in int8, small weights, labels, card."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from dragoman.errors import ModelError
from dragoman.language.model import FILES, FORM, MARKED, SHIPPED
from training import sets
from training.export_marked import halve, write_marked
from training.labels import Labels
from training.loop import load_network
from training.marked import Marked
from training.network import Network
from training.score import Figures, figures, lost

NAME = "dragoman-minilm"
RESULTS = Path(__file__).parent / "results.csv"
MOST_LOST = 0.005
# Matrices of the encoder that stay in float: in int8 they cost two points of re3d.
IN_FLOAT = frozenset(f"layers.{layer}.outer.weight" for layer in range(3))
WORD_TABLE = "encoder.words.weight"
FLOAT = TensorProto.FLOAT
INPUTS = ("ids", "mask", "first", "last", "shape", "spacing", "quoting")
CHOSEN = ("upos", "feats", "lemma")
EVENED = {"sentiment": "directed_sentiment"}
"""Decisions that are evened out when shipped, and the set that tells how common answers are."""
SMALL = ("distance", "relation_out.weight", "relation_out.bias", "link_distance.weight",
         "link_out.weight", "link_out.bias", "embed.weight", "embed.bias", "apart",
         "contexts.weight", "contexts.bias")  # fmt: skip


class Exported(nn.Module):
    """The network with one output tensor a head; plain labels already chosen."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(
        self,
        ids: Tensor,
        mask: Tensor,
        first: Tensor,
        last: Tensor,
        shape: Tensor,
        spacing: Tensor,
        quoting: Tensor,
    ) -> dict[str, Tensor]:
        """Index tensors → outputs by head."""
        values = (ids, mask, first, last, shape, spacing, quoting)
        out = self.network(dict(zip(INPUTS, values, strict=True)))
        for name in CHOSEN:
            out[name] = out[name].argmax(-1)
        return dict(sorted(out.items()))


def export(run: Path, minilm: Path, data: Path, *, version: str) -> tuple[Path, Path]:
    """Write two model folders from a run's newest checkpoint: in float, and as shipped.

    Returns the folders ``run/float`` and ``run/int8``.
    """
    network, labels, step = load_network(run)
    plain, small = run / "float", run / "int8"
    for folder in (plain, small):
        folder.mkdir(parents=True, exist_ok=True)
        labels.save(folder / "labels.json")
        shutil.copyfile(minilm / "tokenizer.json", folder / "tokenizer.json")
        np.savez(folder / "decoder.npz", allow_pickle=False, **small_weights(network))
        card = {"form": FORM, "name": NAME, "version": version, "step": step}
        (folder / "model.json").write_text(json.dumps(card, indent=1) + "\n", "utf-8")
    write_graph(network, plain / "model.onnx")
    quantize(plain / "model.onnx", small / "model.onnx", matrices(network.encoder))
    shrink_words(small / "model.onnx")
    halve(small / "model.onnx", small / "model.onnx")
    if network.marked is None:
        raise ModelError("The network has no second part.", hint="Train it with marked sentences.")
    even_out(network.marked, labels, data)
    write_marked(network.marked, network.embed.in_features, plain / "marked.onnx")
    quantize(plain / "marked.onnx", small / "marked.onnx", matrices(network.marked, frozenset()))
    halve(small / "marked.onnx", small / "marked.onnx")
    return plain, small


def even_out(marked: Marked, labels: Labels, data: Path) -> None:
    """Let decisions whose common answer is "none" claim no more than their sentences show."""
    for decision, name in EVENED.items():
        if decision not in labels.decisions:
            continue
        counts = sets.answer_counts(sets.read(name, "train", data))
        marked.weigh(decision, [counts[decision, each] for each in labels.decisions[decision]])
        marked.even(decision)


def ship(
    run: Path, minilm: Path, data: Path, *, version: str, accepted: frozenset[str] = frozenset()
) -> None:
    """Put a run's network into the package, if int8 costs at most half a point on each dev figure.

    ``accepted`` names figures ("task metric") that may lose more; they stand in the table of
    results like all others.

    Raises:
        ModelError: it costs more; nothing is shipped.
    """
    plain, small = export(run, minilm, data, version=version)
    before, after = figures(plain, data), figures(small, data)
    worse = {
        name: by
        for name, by in lost(before, after).items()
        if by > MOST_LOST and name not in accepted
    }
    if worse:
        raise ModelError(f"int8 costs more than {MOST_LOST}: {worse}")
    card = json.loads((small / "model.json").read_text("utf-8"))
    card["dev"] = {
        name: {metric: round(value, 4) for metric, value in metrics.items()}
        for name, metrics in after.items()
    }
    (small / "model.json").write_text(json.dumps(card, indent=1) + "\n", "utf-8")
    for name in (*FILES, MARKED):
        shutil.copyfile(small / name, SHIPPED / name)
    tabulate(run.name, version, before, after)


def tabulate(run: str, version: str, before: Figures, after: Figures) -> None:
    """Add a row for each figure to the table of results that the repository keeps."""
    with RESULTS.open("a", encoding="utf-8") as table:
        for name, metrics in after.items():
            for metric, value in metrics.items():
                row = (version, run, name, metric, f"{before[name][metric]:.4f}", f"{value:.4f}")
                table.write(",".join(row) + "\n")


def small_weights(network: Network) -> dict[str, np.ndarray]:
    """What the decoder works on pairs of words with, by name."""
    state = {name: value.float().numpy() for name, value in network.state_dict().items()}
    kept = {name: state[name] for name in SMALL if name in state}
    for name in network.chains:
        kept[f"chains.{name}.transitions"] = state[f"chains.{name}.transitions"]
        kept[f"chains.{name}.start"] = state[f"chains.{name}.start"]
    return kept


def write_graph(network: Network, file: Path) -> None:
    """The float network as ONNX with free batch, piece and word counts."""
    batch, pieces, words = 2, 9, 5
    example = {
        "ids": torch.randint(1000, 2000, (batch, pieces)),
        "mask": torch.ones(batch, pieces, dtype=torch.long),
        "first": torch.tensor([[1, 2, 4, 5, 6]] * batch),
        "last": torch.tensor([[1, 3, 4, 5, 7]] * batch),
        **{name: torch.zeros(batch, words, dtype=torch.long) for name in INPUTS[4:]},
    }
    rows, columns, places = (torch.export.Dim(name) for name in ("batch", "pieces", "words"))
    free = {name: {0: rows, 1: columns if name in ("ids", "mask") else places} for name in INPUTS}
    model = Exported(network).eval()
    names = sorted(model(**example))
    program = torch.onnx.export(
        model, kwargs=example, dynamic_shapes=free, input_names=list(INPUTS),
        output_names=names, dynamo=True, opset_version=20, verbose=False,
    )  # fmt: skip
    if program is None:
        raise ModelError("The network could not be written as ONNX.")
    program.save(str(file))


def quantize(graph: Path, file: Path, chosen: frozenset[bytes]) -> None:
    """The ``chosen`` matrices in int8, all else in float."""
    prepared = graph.with_suffix(".prepared.onnx")
    quant_pre_process(str(graph), str(prepared), skip_symbolic_shape=True)
    quantize_dynamic(
        str(prepared),
        str(file),
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul"],
        nodes_to_quantize=multiplied(graph, chosen),
    )
    prepared.unlink()


def matrices(network: nn.Module, in_float: frozenset[str] = IN_FLOAT) -> frozenset[bytes]:
    """The matrices of a network's layers, as they stand in its graph, but those ``in_float``.

    The exporter renames weights, so they are known by their values.
    """
    return frozenset(
        value.numpy().T.tobytes()
        for name, value in network.state_dict().items()
        if name.startswith("layers.") and value.dim() == 2 and name not in in_float
    )


def multiplied(graph: Path, chosen: frozenset[bytes]) -> list[str]:
    """Names of the nodes that multiply by one of the ``chosen`` matrices."""
    model = onnx.load(str(graph))
    ours = {
        item.name
        for item in model.graph.initializer
        if numpy_helper.to_array(item).tobytes() in chosen
    }
    return [
        node.name
        for node in model.graph.node
        if node.op_type == "MatMul" and ours.intersection(node.input)
    ]


def shrink_words(file: Path) -> None:
    """The word table in int8 with a scale of its own for each row.

    One scale for the whole table, which is all the quantiser offers, costs a point of re3d.
    """
    model = onnx.load(str(file))
    graph = model.graph
    table = next(item for item in graph.initializer if item.name.endswith(WORD_TABLE))
    place, node = next(
        (place, node) for place, node in enumerate(graph.node) if table.name in node.input
    )
    rows = numpy_helper.to_array(table)
    scale = np.maximum(np.abs(rows).max(1, keepdims=True) / 127, 1e-12).astype(np.float32)
    small = np.rint(rows / scale).astype(np.int8)
    graph.initializer.remove(table)
    graph.initializer.extend(
        (
            numpy_helper.from_array(small, "words.rows"),
            numpy_helper.from_array(scale, "words.scale"),
        )
    )
    ids, out = node.input[1], node.output[0]
    graph.node.remove(node)
    steps = (
        helper.make_node("Gather", ["words.rows", ids], ["words.found"], name="words_rows"),
        helper.make_node("Cast", ["words.found"], ["words.float"], to=FLOAT, name="words_float"),
        helper.make_node("Gather", ["words.scale", ids], ["words.by"], name="words_scale"),
        helper.make_node("Mul", ["words.float", "words.by"], [out], name="words_scaled"),
    )
    for offset, step in enumerate(steps):
        graph.node.insert(place + offset, step)
    onnx.save(model, str(file))
