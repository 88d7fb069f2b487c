"""The shipped model: a folder with the network (ONNX), its labels, small weights, vocabulary.

``model.onnx`` holds encoder and heads (encoder in int8), ``marked.onnx`` the second network
(:mod:`dragoman.language.decisions`; a model trained without marked sentences has none),
``decoder.npz`` what works on pairs of words, ``labels.json`` the label sets, ``tokenizer.json``
the word pieces, ``model.json`` name and figures.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from dragoman.errors import ModelError
from dragoman.language.decisions import MarkedNetwork
from dragoman.language.decoder import Decoder
from dragoman.language.pieces import Pieces
from dragoman.language.reading import Arrays, Prepared, Reading, Words, batches, read, stack
from dragoman.language.sessions import one_thread_session

SHIPPED = Path(__file__).parent / "model"
FILES = ("model.onnx", "decoder.npz", "labels.json", "tokenizer.json", "model.json")
MARKED = "marked.onnx"
FORM = 2


class OnnxBackend:
    """The network on ONNX Runtime, on the CPU; each of its threads runs a batch of its own."""

    def __init__(self, file: Path, *, threads: int = 2) -> None:
        self._session = one_thread_session(file)
        self._workers = ThreadPoolExecutor(threads, "network")
        self.outputs = [output.name for output in self._session.get_outputs()]

    def encode(self, given: Iterable[Arrays]) -> None:
        """Run batches through the encoder alone, for measuring what the rest costs."""
        for _ in self._workers.map(self._encode, given):
            pass

    def _encode(self, batch: Arrays) -> None:
        options = onnxruntime.RunOptions()
        options.only_execute_path_to_fetches = True
        self._session.run(["embed"], dict(batch), options)

    def each(self, given: Iterable[Arrays]) -> Iterator[Arrays]:
        """Run batches side by side; their outputs in the same order."""
        return self._workers.map(self, given)

    def __call__(self, batch: Arrays) -> Arrays:
        """Run one batch."""
        return dict(zip(self.outputs, self._session.run(None, dict(batch)), strict=True))


class Model:
    """Reads words: runs the network over texts and decodes what it says."""

    def __init__(self, folder: Path, *, threads: int = 2, batch_size: int = 4) -> None:
        _check(folder)
        self.card: dict[str, Any] = json.loads((folder / "model.json").read_text("utf-8"))
        if self.card.get("form") != FORM:
            raise ModelError(
                f"{folder} holds a model of form {self.card.get('form')}, not {FORM}.",
                hint="Use the model that ships with this version.",
            )
        labels = json.loads((folder / "labels.json").read_text("utf-8"))
        with np.load(folder / "decoder.npz", allow_pickle=False) as weights:
            self.decoder = Decoder.make(labels, {name: weights[name] for name in weights.files})
        self.labels = labels
        self.pieces = Pieces(folder / "tokenizer.json")
        self.backend = OnnxBackend(folder / "model.onnx", threads=threads)
        self.marked: MarkedNetwork | None = None
        if (folder / MARKED).is_file():
            self.marked = MarkedNetwork(folder / MARKED, labels, threads=threads)
        self.batch_size = batch_size

    @property
    def name(self) -> str:
        """Name and version, as records carry it."""
        return f"{self.card['name']} {self.card['version']}"

    def read(self, texts: Sequence[Words]) -> list[Reading]:
        """The heads' outputs for each text."""
        return read(texts, self.pieces, self.backend, batch_size=self.batch_size)

    def encode_only(self, texts: Sequence[Words]) -> int:
        """Run the encoder alone over ``texts``, each word once; returns the word pieces run."""
        count = 0
        for words in texts:
            text = Prepared(words, self.pieces)
            cut = batches(text, self.batch_size, overlap=0)
            self.backend.encode(stack(text, group, self.pieces) for group in cut)
            count += sum(text.sizes)
        return count


def _check(folder: Path) -> None:
    missing = [name for name in FILES if not (folder / name).is_file()]
    if missing:
        raise ModelError(
            f"{folder} is not a model: {', '.join(missing)} missing.",
            hint="Leave the setting `model` empty for the one that ships with Dragoman.",
        )
