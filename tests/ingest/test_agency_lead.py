"""Datelines and agency credits at the head of a first paragraph."""

from __future__ import annotations

import pytest

from dragoman.ingest.agency_lead import find_lead

REST = "Ministers agreed on Friday to meet again."


@pytest.mark.parametrize(
    ("head", "place", "agency"),
    [
        ("DUBAI, June 5 (Reuters) -", "DUBAI", "Reuters"),
        ("WASHINGTON (AP) —", "WASHINGTON", "AP"),
        ("BEIJING, Jan. 4 (Xinhua) --", "BEIJING", "Xinhua"),
        ("London, Jan 4, 2020 (AFP) -", "London", "AFP"),
        ("RENO, Nev., Sept. 26 (UPI) —", "RENO, Nev.", "UPI"),
        ("MOSCOW. Jan 4 (Interfax) -", "MOSCOW", "Interfax"),
        ("MOSCOW, January 4. /TASS/.", "MOSCOW", "TASS"),
        ("Tehran, Jan 4, IRNA –", "Tehran", "IRNA"),
        ("NEW DELHI, Jan 4 —", "NEW DELHI", None),
        ("JERUSALEM —", "JERUSALEM", None),
        ("LVIV, Ukraine –", "LVIV, Ukraine", None),
        ("TORRINGTON —", "TORRINGTON", None),
        ("BRUSSELS -", "BRUSSELS", None),
        ("New Delhi:", "New Delhi", None),
        ("ISLAMABAD:", "ISLAMABAD", None),
        ("(Reuters) -", None, "Reuters"),
        ("(CNN) --", None, "CNN"),
        ("(CNN)", None, "CNN"),
    ],
)
def test_a_lead_is_found(head: str, place: str | None, agency: str | None) -> None:
    lead = find_lead(f"{head} {REST}")
    assert lead is not None
    assert (lead.place, lead.agency) == (place, agency)
    assert f"{head} {REST}"[slice(*lead.span)] == head


@pytest.mark.parametrize(
    "paragraph",
    [
        REST,
        "Iran: We shall answer, the minister said.",
        "The minister (a lawyer) - who had not slept - said no.",
        "EXCLUSIVE — The envoy has resigned.",
        "Talks — the third round — failed.",
        "No. 10: The talks go on.",
        "Paris — where talks were held — was calm.",
        "In Cairo, June 5 is a holiday.",
        "On June 5 (Monday) - the last day - he left.",
        "“We are ready,” he said.",
        "DUBAI, June 5 (Reuters) -",
        "",
    ],
)
def test_other_beginnings_are_left(paragraph: str) -> None:
    assert find_lead(paragraph) is None


def test_the_agency_has_a_span_of_its_own() -> None:
    text = f"DUBAI, June 5 (Reuters) - {REST}"
    lead = find_lead(text)
    assert lead is not None
    assert lead.agency_span is not None
    assert text[slice(*lead.agency_span)] == "Reuters"
    assert lead.outlet is not None
    assert lead.outlet.kind == "agency"


def test_the_date_of_a_lead_may_lack_its_year() -> None:
    lead = find_lead(f"DUBAI, June 5 (Reuters) - {REST}")
    assert lead is not None
    assert lead.date is not None
    assert (lead.date.year, lead.date.month, lead.date.day) == (None, 6, 5)
