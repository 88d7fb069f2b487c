"""What a form on a fact is filled in with, and what it gives."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.datastructures import FormData

from dragoman.crises.review.judging import blank
from dragoman.crises.review.values import plain_of
from dragoman.desk.parts.review.controls import controls, said
from dragoman.desk.parts.review.fields import FIELDS, Field, field_of
from dragoman.desk.parts.review.quoting import marks_of, spans_of
from dragoman.desk.parts.review.texts import PREFIX, Names, changed, given, texts
from dragoman.desk.parts.review.values import Unfit, Values
from dragoman.records import FACT_KINDS, codebook
from tests.records.examples import TEXT, record, spans

WHOLE = record()
FACTS = {kind: plain_of(getattr(WHOLE, kind)[0]) for kind in FACT_KINDS}


def field(kind: str, name: str) -> Field:
    found = field_of(kind, name)
    assert found is not None
    return found


def value(kind: str, name: str, **told: tuple[str, ...]) -> Any:
    """Return what a field of the example becomes by what a form gives."""
    filled = {key.replace("__", "."): some for key, some in told.items()}
    return list(Values(Names(WHOLE)).of(field(kind, name), filled, FACTS[kind]))


@pytest.mark.parametrize("kind", FACT_KINDS)
def test_a_form_that_is_sent_as_it_was_filled_in_changes_nothing(kind: str) -> None:
    told = texts(kind, FACTS[kind], WHOLE)
    sent = FormData(
        [(PREFIX + name, each) for name, some in told.items() for each in some or ("",)]
    )
    assert given(kind, sent) == told
    assert changed(kind, told, given(kind, sent)) == ()


@pytest.mark.parametrize("kind", FACT_KINDS)
def test_every_field_of_a_kind_is_asked(kind: str) -> None:
    apart = {
        "id",
        "evidence",
        "field_evidence",
        "confidence",
        "trigger",
        "source",
        "cue",
        "content",
    }
    asked = {each.name for each in FIELDS[kind]} - {"act"}
    asked |= {"type", "mode"} if kind == "events" else set()
    assert asked == set(blank(kind)) - apart


@pytest.mark.parametrize("kind", FACT_KINDS)
def test_codes_are_chosen_with_their_meaning(kind: str) -> None:
    for each in controls(kind, texts(kind, FACTS[kind], WHOLE), WHOLE):
        if each.field.form == "code":
            options = [option for group in each.groups for option in group.options]
            assert [one.value for one in options] == list(codebook().codes(each.field.section))
            assert all(" – " in one.text for one in options)


def test_what_is_filled_in_is_told_in_words() -> None:
    told = texts("events", FACTS["events"], WHOLE)
    assert said(field("events", "type"), told, WHOLE) == "ASSAULT"
    assert said(field("events", "when"), told, WHOLE) == "2031-05-01"
    assert said(field("events", "casualties.killed"), told, WHOLE) == "3 killed, some"


def test_a_mode_goes_before_its_type_does() -> None:
    plain = {**FACTS["events"], "mode": "drone"}
    told = {"act": ("COERCE/seize",)}
    found = Values(Names(WHOLE)).of(field("events", "act"), told, plain)
    assert list(found) == [("mode", None), ("type", "COERCE"), ("mode", "seize")]


def test_parties_are_named_or_described() -> None:
    named = ("Kari Lund", "Sweden", "Ole Holm (DNK)")
    ((_, found),) = value("events", "actors", actors=named)
    assert found == [
        "Kari Lund",
        "Sweden",
        {"name": "Ole Holm", "kind": "person", "country": "DNK"},
    ]


def test_a_place_of_another_name_is_another_place() -> None:
    where = {"place__name": ("Bergen",), "place__country": ("Norway",)}
    ((_, found),) = value("events", "place", **where)
    assert (found["name"], found["country"], found["lat"]) == ("Bergen", "NOR", None)
    ((_, same),) = value("events", "place", place__name=("Oslo",), place__country=("NOR",))
    assert same["lat"] == 59.91
    assert value("events", "place") == [("place", None)]


@pytest.mark.parametrize(
    ("kind", "name", "told"),
    [
        ("contacts", "initiator", {}),
        ("contacts", "initiator", {"initiator": ("Nemo",)}),
        ("contacts", "initiator", {"initiator": ("Nemo (Nowhere)",)}),
        ("events", "place", {"place__country": ("Nowhere",)}),
        ("events", "casualties", {"casualties__killed": ("many",)}),
    ],
)
def test_what_cannot_be_taken_names_its_field(kind: str, name: str, told: Any) -> None:
    with pytest.raises(Unfit) as fault:
        value(kind, name, **told)
    assert fault.value.field == name


def test_words_are_found_over_breaks_and_joined() -> None:
    found = spans_of(TEXT, marks_of(spans("Kari Lund")), "Norway is\ntired of   Freedonia")
    assert [TEXT[start:end] for start, end in found] == [
        "Kari Lund",
        "Norway is",
        "tired of Freedonia",
    ]


@pytest.mark.parametrize(("marks", "words"), [(["3-2"], ""), ([], "Norway"), ([], "nobody")])
def test_words_at_no_place_or_two_are_refused(marks: list[str], words: str) -> None:
    with pytest.raises(Unfit):
        spans_of(TEXT, marks, words)
