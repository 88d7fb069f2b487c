"""What stands above a view, and the form of its filters."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from dragoman.desk.filters import Filters
from dragoman.desk.parts.frames import Frame
from tests.desk.forms import fields_of


def test_a_value_that_is_no_usual_choice_can_be_chosen_too() -> None:
    frame = Frame(filters=Filters(confidence=0.66, origins=4))
    assert [told for _, told in frame.confidences] == ["50 %", "66 %", "70 %", "90 %"]
    assert [told for _, told in frame.origins] == ["2", "3", "4", "5"]


def test_states_and_bodies_are_offered_by_name() -> None:
    assert {"Norway", "European Union"} <= set(Frame(filters=Filters()).countries)


@pytest.mark.parametrize(
    "filters",
    [
        Filters(countries=("NOR", "DNK"), outlets=("Harbour Post", "Other, The")),
        Filters(confidence=0.66, origins=4, kinds=("contacts",), reviewed="no"),
        Filters(),
    ],
)
def test_the_form_gives_back_what_it_is_filled_in_with(
    client: TestClient, filters: Filters
) -> None:
    text = client.get(f"/timeline?{filters.query()}").text
    assert Filters.read(fields_of(text, "/timeline")) == filters


def test_filters_in_force_are_told_by_name(client: TestClient) -> None:
    text = client.get("/timeline?country=NOR").text
    (told,) = re.findall(r'<span class="in-force">(.*?)</span>\s*</summary>', text, re.DOTALL)
    assert "<span>Norway</span>" in told
