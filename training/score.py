"""Dev figures of a model folder, by the project's own evaluation."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from pathlib import Path

from dragoman.language import Language
from dragoman.settings import Settings
from evals.registry import task
from evals.shipped import ShippedModel

FILES = {
    "ud_ewt": "ud_ewt/dev.conllu.xz",
    "ud_gum": "ud_gum/dev.conllu.xz",
    "polnear": "polnear/dev.jsonl.xz",
    "re3d": "re3d/dev.jsonl.xz",
    "cameo_ner": "cameo_ner/dev.jsonl.xz",
    "cameo_class": "cameo_class/dev.jsonl.xz",
    "plover_relations": "plover_relations/dev.jsonl.xz",
    "directed_sentiment": "directed_sentiment/dev.jsonl.xz",
    "newsmtsc": "newsmtsc/dev_mt.jsonl.xz",
}
Figures = dict[str, dict[str, float]]


class FolderModel(ShippedModel):
    """The reader with the model of a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def language(self) -> Language:
        """The pipeline over the folder's model."""
        return Language.load(Settings.load(model=self.folder))


def figures(folder: Path, data: Path, without: Collection[str] = ()) -> Figures:
    """Every dev figure of the model in ``folder``, by task and metric.

    Sets named in ``without``, which it did not learn from and has no heads for, are left out.
    """
    model = FolderModel(folder)
    found = {}
    for name, file in FILES.items():
        if name in without:
            continue
        metrics = task(name)(data / file, model).metrics
        found[name] = {key: value for key, value in metrics.items() if isinstance(value, float)}
    return found


def lost(before: Figures, after: Figures) -> dict[str, float]:
    """By how much each figure of ``after`` is below ``before``, where it is."""
    return {
        f"{name} {metric}": value - after[name][metric]
        for name, metrics in before.items()
        for metric, value in metrics.items()
        if after[name][metric] < value
    }
