"""The reliability plot: a panel a kind, confidence across, share right upward."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from evals.metrics.calibration import Bin, Observation, bins

SIDE, GAP, EDGE = 150, 34, 40
STYLE = """
text { font: 12px system-ui, sans-serif; fill: #444 }
.axis { stroke: #888; fill: none }
.even { stroke: #888; stroke-dasharray: 3 4 }
.given { fill: none; stroke: #b5651d; stroke-width: 1.5 }
.after { fill: #1f6f8b }
@media (prefers-color-scheme: dark) {
  text { fill: #ccc } .given { stroke: #e8a25c } .after { fill: #6bc3e0 }
}
"""


class Panel(NamedTuple):
    """One kind of fact: observations as the coding gave them, and calibrated."""

    kind: str
    given: Sequence[Observation]
    calibrated: Sequence[Observation]


def drawn(panels: Sequence[Panel]) -> str:
    """Return the plot as SVG: a circle a bin, as large as the bin has facts, calibrated.

    The thin line joins the bins before calibration; the dashes are where all should lie.
    """
    width = EDGE + len(panels) * (SIDE + GAP)
    height = SIDE + 2 * EDGE + 18
    body = "".join(_panel(panel, EDGE + place * (SIDE + GAP)) for place, panel in enumerate(panels))
    note = (
        f'<text x="{EDGE}" y="{height - 6}">across: confidence; upward: share of facts that are '
        "right; circles: calibrated on other articles; line: before; dashes: even</text>"
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="Reliability of confidences by kind of fact"><style>{STYLE}</style>'
        f"{body}{note}</svg>\n"
    )


def _panel(panel: Panel, left: int) -> str:
    line = " ".join(f"{_x(left, each):.1f},{_y(each):.1f}" for each in bins(panel.given))
    circles = "".join(
        f'<circle class="after" cx="{_x(left, each):.1f}" cy="{_y(each):.1f}" '
        f'r="{2 + each.facts**0.5 / 3:.1f}"/>'
        for each in bins(panel.calibrated)
    )
    low, high = EDGE - 12 + SIDE, EDGE - 12
    return (
        f'<text x="{left}" y="{high - 8}">{panel.kind} ({len(panel.given)})</text>'
        f'<rect class="axis" x="{left}" y="{high}" width="{SIDE}" height="{SIDE}"/>'
        f'<line class="even" x1="{left}" y1="{low}" x2="{left + SIDE}" y2="{high}"/>'
        f'<polyline class="given" points="{line}"/>{circles}'
        f'<text x="{left - 4}" y="{low + 14}">0</text>'
        f'<text x="{left + SIDE - 6}" y="{low + 14}">1</text>'
    )


def _x(left: int, each: Bin) -> float:
    return left + each.confidence * SIDE


def _y(each: Bin) -> float:
    return EDGE - 12 + (1.0 - each.share) * SIDE
