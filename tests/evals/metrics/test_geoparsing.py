from __future__ import annotations

import pytest

from evals.metrics.geoparsing import Judged, resolution_figures


@pytest.mark.parametrize(
    ("judged", "near"),
    [
        (Judged(exact=True, kilometres=0.0), True),
        (Judged(exact=True, kilometres=None), True),
        (Judged(exact=False, kilometres=161.0), True),
        (Judged(exact=False, kilometres=161.1), False),
        (Judged(exact=False, kilometres=None), False),
    ],
)
def test_a_place_within_161_km_counts_as_near(judged: Judged, near: bool) -> None:
    assert judged.near is near


def test_shares_count_what_was_resolved_to_nothing_as_wrong() -> None:
    judged = [
        Judged(exact=True, kilometres=0.0),
        Judged(exact=False, kilometres=100.0),
        Judged(exact=False, kilometres=500.0),
        Judged(exact=False, kilometres=None),
    ]
    figures = resolution_figures(judged)
    assert figures == {"exact": 0.25, "acc161": 0.5, "mean_km": 200.0}


def test_nothing_to_resolve_has_no_figures() -> None:
    assert resolution_figures([]) == {"exact": None, "acc161": None, "mean_km": None}
