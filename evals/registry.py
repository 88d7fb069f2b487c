"""The tasks by name. A new task is a file in :mod:`evals.tasks` and a line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from pathlib import Path

from evals.errors import UnknownTask
from evals.model import Model
from evals.result import Outcome
from evals.tasks.calibration import run as calibration
from evals.tasks.cameo_class import run as cameo_class
from evals.tasks.cameo_ner import run as cameo_ner
from evals.tasks.copies import run as copies
from evals.tasks.directed_sentiment import run as directed_sentiment
from evals.tasks.geoparsing import run as geoparsing
from evals.tasks.names import run as names
from evals.tasks.newsmtsc import run as newsmtsc
from evals.tasks.persons import run as persons
from evals.tasks.plover_gsr import run as plover_gsr
from evals.tasks.plover_relations import run as plover_relations
from evals.tasks.polnear import run as polnear
from evals.tasks.records import run as records
from evals.tasks.statements import run as statements
from evals.tasks.stories import run as stories
from evals.tasks.swap import run as swap
from evals.tasks.times import run as times
from evals.tasks.treebank import run as treebank

Run = Callable[[Path, Model], Outcome]

TASKS: Mapping[str, Run] = {
    "polnear": polnear,
    "re3d": names,
    "cameo_ner": cameo_ner,
    "plover_gsr": plover_gsr,
    "ud_ewt": treebank,
    "ud_gum": treebank,
    "records": records,
    "calibration": calibration,
    "times": times,
    "plover_relations": plover_relations,
    "cameo_class": cameo_class,
    "directed_sentiment": directed_sentiment,
    "newsmtsc": newsmtsc,
    "swap": swap,
    "geoparsing": geoparsing,
    "stories": stories,
    "copies": copies,
    "persons": persons,
    "statements": statements,
}


def task(name: str) -> Run:
    """Return the function that runs a task.

    Raises:
        UnknownTask: there is no such task.
    """
    if name in TASKS:
        return TASKS[name]
    near = get_close_matches(name, TASKS, n=1)
    meant = f" Did you mean {near[0]}?" if near else ""
    raise UnknownTask(f"There is no task {name!r}.{meant}", hint=f"Tasks: {', '.join(TASKS)}.")
