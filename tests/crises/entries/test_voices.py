"""Outlets that speak for a government or a body."""

from __future__ import annotations

from dragoman.crises.entries.readouts import voices
from dragoman.ingest.outlets import outlets


def test_every_office_that_publishes_has_the_code_of_its_own() -> None:
    offices = {
        outlet.name: outlet.country
        for outlet in outlets().by_domain.values()
        if outlet.kind == "office" and outlet.country
    }
    assert dict(voices()) == offices
