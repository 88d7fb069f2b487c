from pathlib import Path

import pytest

from evals.errors import GoldError
from evals.forms import Form


def form(**values: object) -> Form:
    return Form(values, Path("gold.jsonl"), 7)


def test_absent_and_null_are_the_same() -> None:
    assert form(a=None).optional("a") is form().optional("a") is None
    assert form(a=None).strings("a") == form().strings("a") == ()


def test_a_lone_string_is_a_list_of_one() -> None:
    assert form(a="FRA").strings("a") == ("FRA",)
    assert form(a=["FRA", "MLI"]).strings("a") == ("FRA", "MLI")


def test_spans() -> None:
    assert form(a=[[0, 2], [5, 6]]).spans("a") == ((0, 2), (5, 6))


@pytest.mark.parametrize(
    ("ask", "value"),
    [
        (lambda each: each.string("a"), None),
        (lambda each: each.optional("a"), 3),
        (lambda each: each.strings("a"), ["FRA", 3]),
        (lambda each: each.flag("a"), "yes"),
        (lambda each: each.form("a"), []),
        (lambda each: each.forms("a"), [3]),
        (lambda each: each.spans("a"), [[2, 1]]),
        (lambda each: each.spans("a"), [[0, "1"]]),
        (lambda each: each.spans("a"), 3),
    ],
)
def test_a_field_of_another_form_is_named_with_its_place(ask: object, value: object) -> None:
    assert callable(ask)
    with pytest.raises(GoldError, match=r"gold\.jsonl:7: 'a'"):
        ask(form(a=value))
