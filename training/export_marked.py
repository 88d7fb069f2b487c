"""The second network as ONNX, its weights stored in half precision and worked with in full."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from dragoman.errors import ModelError
from training.marked import Marked

INPUTS = ("vectors", "marks", "mask")
LEAST_STORED = 4096


class ExportedMarked(nn.Module):
    """The second network with probabilities in place of scores."""

    def __init__(self, marked: Marked) -> None:
        super().__init__()
        self.marked = marked

    def forward(self, vectors: Tensor, marks: Tensor, mask: Tensor) -> dict[str, Tensor]:
        """Word vectors, marks and mask → probabilities by decision, sorted by name."""
        out = self.marked(vectors, marks, mask)
        return {name: torch.softmax(out[name], -1) for name in sorted(out)}


def write_marked(marked: Marked, width: int, file: Path) -> None:
    """Write ``marked.onnx`` with free question and word counts."""
    questions, words = 2, 5
    example = {
        "vectors": torch.randn(questions, words, width),
        "marks": torch.ones(questions, words, dtype=torch.long),
        "mask": torch.ones(questions, words, dtype=torch.long),
    }
    rows, columns = torch.export.Dim("questions"), torch.export.Dim("words")
    model = ExportedMarked(marked).eval()
    program = torch.onnx.export(
        model, kwargs=example, dynamic_shapes={name: {0: rows, 1: columns} for name in INPUTS},
        input_names=list(INPUTS), output_names=sorted(model(**example)), dynamo=True,
        opset_version=20, verbose=False,
    )  # fmt: skip
    if program is None:
        raise ModelError("The second network could not be written as ONNX.")
    program.save(str(file))


def halve(file: Path, smaller: Path) -> None:
    """Store the larger weights in half precision; ONNX Runtime widens them once, when it loads."""
    model = onnx.load(str(file))
    graph = model.graph
    for weight in list(graph.initializer):
        values = numpy_helper.to_array(weight)
        if values.dtype != np.float32 or values.size < LEAST_STORED:
            continue
        half = f"{weight.name}.half"
        graph.initializer.remove(weight)
        graph.initializer.append(numpy_helper.from_array(values.astype(np.float16), half))
        cast = helper.make_node(
            "Cast", [half], [weight.name], to=TensorProto.FLOAT, name=f"{half}.widened"
        )
        graph.node.insert(0, cast)
    onnx.save(model, str(smaller))
