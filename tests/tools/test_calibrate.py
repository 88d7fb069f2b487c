"""The fitting of calibration curves: table and plot."""

from __future__ import annotations

import tomllib

from lxml import etree

from dragoman.coding.calibration import KINDS, Calibration
from evals.observations import Observed
from tools.calibrate.__main__ import lines, panels
from tools.calibrate.plot import drawn


def observed(**kinds: list[tuple[float, bool]]) -> Observed:
    return {kind: kinds.get(kind, []) for kind in KINDS}


ARTICLES = [
    observed(events=[(0.4, False)] * 20 + [(0.8, True)] * 20),
    observed(events=[(0.4, True)] * 5 + [(0.8, True)] * 20, contacts=[(0.9, True)] * 3),
]


def test_the_table_can_be_read_back() -> None:
    found = Calibration.parse("".join(lines(ARTICLES)))
    assert found.of("events", 0.8) == 1.0


def test_a_kind_without_facts_has_no_curve() -> None:
    assert set(tomllib.loads("".join(lines(ARTICLES)))) == {"events", "contacts"}


def test_the_plot_has_a_panel_a_kind() -> None:
    plot = etree.fromstring(drawn(panels(ARTICLES)).encode())
    assert [text.text for text in plot.iter("{*}text") if "(" in (text.text or "")] == [
        "events (65)",
        "contacts (3)",
    ]
