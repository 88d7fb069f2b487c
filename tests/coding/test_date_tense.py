"""Whether a clause looks back or ahead decides which Friday is meant."""

from __future__ import annotations

import pytest

from tests.coding.articles import article
from tests.coding.timed import dates

# Seen from Saturday, 4 January 2020.
FRIDAY = {"past": "2020-01-03", "future": "2020-01-10"}
PRESENT = "+Tense=Pres|VerbForm=Fin"
PAST = "+Tense=Past|VerbForm=Fin"

CLAUSES = [
    pytest.param(
        f"{{nsubj talks=talk}} begin{PRESENT} {{obl on Friday@T}} .", "future", id="present"
    ),
    pytest.param(
        f"{{nsubj missiles=missile}} hit{PRESENT} {{obj it}} {{obl on Friday@T}} .",
        "past",
        id="a verb whose past looks like its present",
    ),
    pytest.param(
        f"{{nsubj they}} recall{PRESENT} {{obj the raid {{nmod on Friday@T}}}} .",
        "past",
        id="the present of a verb says nothing of its nouns",
    ),
    pytest.param(
        "{nsubj the deadline} {cop is/AUX+Tense=Pres|VerbForm=Fin} Friday@T .",
        "future",
        id="what is a day",
    ),
    pytest.param(
        "{nsubj the deadline} {cop was/AUX+Tense=Past|VerbForm=Fin} Friday@T .",
        "past",
        id="what was a day",
    ),
    pytest.param(
        "{nsubj they} called=call+Tense=Past|VerbForm=Fin {obj a strike} {obl for Friday@T} .",
        "future",
        id="for a day",
    ),
    pytest.param(
        "{nsubj they} praised=praise+Tense=Past|VerbForm=Fin {obj it} "
        "{obl for {nmod:poss Friday@T 's} raid} .",
        "past",
        id="for what a day saw",
    ),
    pytest.param(
        f"{{nsubj they}} began=begin{PAST} {{xcomp to leave {{obl on Friday@T}}}} .",
        "past",
        id="what was begun",
    ),
    pytest.param(
        f"{{nsubj they}} agreed=agree{PAST} {{xcomp to leave {{obl on Friday@T}}}} .",
        "future",
        id="what was agreed",
    ),
    pytest.param(
        f"{{nsubj they}} set=set{PAST} {{obj it {{compound:prt off}}}} {{obl on Friday@T}} .",
        "past",
        id="set as a verb of its own",
    ),
    pytest.param(
        "{nsubj it} {cop is/AUX+Tense=Pres|VerbForm=Fin} open/ADJ {obl on Friday@T} .",
        "future",
        id="is open on a day",
    ),
    pytest.param(
        "{nsubj it} {cop was/AUX+Tense=Past|VerbForm=Fin} open/ADJ {obl on Friday@T} .",
        "past",
        id="was open on a day",
    ),
    pytest.param(
        "{nsubj:pass it} {aux:pass was/AUX} set=set+Tense=Past|VerbForm=Part {obl on Friday@T} .",
        "future",
        id="set for a day",
    ),
    pytest.param(
        f"{{nsubj they}} discussed=discuss{PAST} {{obj the {{amod upcoming}} talks=talk "
        "{nmod on Friday@T}} .",
        "future",
        id="upcoming",
    ),
]


@pytest.mark.parametrize(("sentence", "direction"), CLAUSES)
def test_a_weekday_lies_where_its_clause_looks(sentence: str, direction: str) -> None:
    assert [each[1] for each in dates(article(sentence))] == [FRIDAY[direction]]


DATES = [
    ("rejected=reject" + PAST + " {obj the vote {nmod on {compound March} 4}}", "2020-03-04"),
    ("met=meet" + PAST + " {obl on {compound March} 4}", "2019-03-04"),
    ("will meet {obl on {compound January} 2}", "2020-01-02"),
    ("will meet {obl on {compound October} 2}", "2020-10-02"),
    ("will meet {obl in March}", "2020-03"),
    ("will meet {obl in December}", "2019-12"),
]


@pytest.mark.parametrize(("clause", "day"), DATES)
def test_a_date_without_a_year_lies_where_its_clause_looks_else_near(clause: str, day: str) -> None:
    assert [each[1] for each in dates(article(f"{{nsubj they}} {clause} ."))] == [day]


NAMES = [
    "{nsubj:pass Friday {flat Okoro}} {aux:pass was} freed=free .",
    "{nsubj they} met=meet {obl in {compound June} Street} .",
    "{nsubj they} met=meet {obl with May@P} .",
    "{nsubj they} {aux may} march=march/VERB .",
]


@pytest.mark.parametrize("sentence", NAMES)
def test_names_and_verbs_are_no_dates(sentence: str) -> None:
    assert dates(article(sentence)) == []


COUNTS = [
    ("{nsubj they} live=live {obl in {nummod 2000/NUM} villages=village+Number=Plur} .", []),
    ("{nsubj they} left=leave {obl in 2000/NUM} .", ["2000"]),
    ("{nsubj they} left=leave {obj the {amod failed} {nummod 2015/NUM} deal} .", ["2015"]),
    ("{nsubj the magazine {nummod 1943/NUM}} closed=close .", []),
]


@pytest.mark.parametrize(("sentence", "years"), COUNTS)
def test_a_number_that_counts_is_no_year(sentence: str, years: list[str]) -> None:
    assert [each[1] for each in dates(article(sentence))] == years


def test_the_present_is_not_enough_for_a_span_of_years() -> None:
    span = "{obl in {nummod ten} years=year}"
    assert dates(article(f"{{nsubj they}} grow=grow{PRESENT} {span} .")) == []
