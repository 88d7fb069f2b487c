"""The command: ``python -m tools.calibrate [--data FOLDER] [--plot FILE] [--table FILE]``.

Run it after the language model or the coding has changed. It prints the expected calibration error
of each kind as the coding gives it, and calibrated on all articles but the one in question.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from dragoman.coding.calibration import KINDS, UNCALIBRATED, Curve
from dragoman.coding.coder import Coder
from dragoman.settings import Settings
from dragoman.world import world
from dragoman.world.gazetteer import gazetteer
from evals.gold_records import read_gold
from evals.metrics.calibration import calibration_error, isotonic, out_of_fold
from evals.observations import Observed, observations
from evals.shipped import ShippedModel
from tools.calibrate.plot import Panel, drawn

if TYPE_CHECKING:
    from dragoman.records import Article, Record

ROOT = Path(__file__).parents[2]
HEAD = """\
# From the number a stage of the coding gives a fact to the share of such facts that proved right:
# points (given, share), straight lines between. Written by `python -m tools.calibrate`; fitted on
# the articles of evals/records/dev.
"""


def main() -> None:
    """Fit the curves, write them and the plot, and say how well they hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT / "evals/records/dev")
    parser.add_argument(
        "--table", type=Path, default=ROOT / "src/dragoman/coding/data/calibration.toml"
    )
    parser.add_argument("--plot", type=Path, default=ROOT / "docs/images/reliability.svg")
    arguments = parser.parse_args()
    articles = observations(read_gold(arguments.data), ShippedModel(), plain)
    arguments.table.write_text(HEAD + "".join(map(str, lines(articles))), encoding="utf-8")
    arguments.plot.parent.mkdir(parents=True, exist_ok=True)
    found = panels(articles)
    arguments.plot.write_text(drawn(found), encoding="utf-8")
    Console().print(report(found))


def plain(articles: Iterable[Article]) -> Iterator[Record]:
    """Yield records whose confidences are what the coding gave."""
    places = gazetteer(Settings.load().data_folder)
    coder = Coder(world(), gazetteer=places, curves=UNCALIBRATED)
    yield from map(coder.record, ShippedModel().language.pipe(articles))


def lines(articles: list[Observed]) -> Iterator[str]:
    """Yield the lines of the table, a kind after the other; none for a kind without facts."""
    for kind in KINDS:
        seen = [pair for article in articles for pair in article[kind]]
        if seen:
            yield f"\n{kind} = [\n{_points(isotonic(seen))}]\n"


def _points(curve: Curve) -> str:
    return "".join(f"    [{given:.4f}, {share:.4f}],\n" for given, share in curve)


def panels(articles: list[Observed]) -> list[Panel]:
    """Return the observations of each kind, as given and calibrated out of fold."""
    result = []
    for kind in KINDS:
        groups = [article[kind] for article in articles]
        given = [pair for group in groups for pair in group]
        if given:
            result.append(Panel(kind, given, out_of_fold(groups)))
    return result


def report(found: list[Panel]) -> Table:
    """Return a table of the errors before and after."""
    table = Table("kind", "facts", "right", "error as given", "error, out of fold")
    for panel in found:
        right = sum(right for _, right in panel.given) / len(panel.given)
        before, after = calibration_error(panel.given), calibration_error(panel.calibrated)
        table.add_row(
            panel.kind, str(len(panel.given)), f"{right:.3f}", f"{before:.3f}", f"{after:.3f}"
        )
    return table


if __name__ == "__main__":
    main()
