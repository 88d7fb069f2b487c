"""A fact is never told more firmly than its reports tell it."""

from __future__ import annotations

import pytest

from dragoman.crises.questions import certainty
from tests.crises.questions.made import attitude, contact, event, position, statement


@pytest.mark.parametrize(
    ("modality", "told"),
    [
        ("asserted", "reported"),
        ("negated", "denied"),
        ("future", "announced"),
        ("hypothetical", "possible"),
        ("historical", "recalled"),
        ("odd", "unknown"),
    ],
)
def test_events_by_modality(modality: str, told: str) -> None:
    assert certainty(event("FRA", modality=modality)) == told


def test_an_event_that_only_somebody_cited_tells_is_a_claim() -> None:
    assert certainty(event("FRA", reported_by="s1")) == "claimed"
    assert certainty(event("FRA", reported_by="s1", modality="negated")) == "denied"


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("held", "reported"),
        ("planned", "announced"),
        ("proposed", "proposed"),
        ("cancelled", "cancelled"),
        ("refused", "refused"),
        ("odd", "unknown"),
    ],
)
def test_contacts_by_status(status: str, told: str) -> None:
    assert certainty(contact("FRA", "DEU", status=status)) == told


def test_views_by_basis() -> None:
    assert certainty(position("FRA", "support")) == "own"
    assert certainty(position("FRA", "support", reporter="USA")) == "claimed"
    assert certainty(attitude("FRA", "USA", "positive", basis="reported")) == "claimed"
    assert certainty(statement("FRA")) == "reported"
