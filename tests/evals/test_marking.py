from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.marking import unbracketed, untagged

SIDES = {"s": "first", "t": "second"}


def told(text: str, marks: tuple[tuple[str, tuple[int, int]], ...]) -> list[tuple[str, str]]:
    return [(mark, text[slice(*extent)]) for mark, extent in marks]


@pytest.mark.parametrize(
    ("tagged", "text", "marks"),
    [
        (
            "<s>Oman</s> met <t>Qatar</t>.",
            "Oman met Qatar.",
            [("first", "Oman"), ("second", "Qatar")],
        ),
        ("<t>Oman</t> was hit.", "Oman was hit.", [("second", "Oman")]),
        (
            "<s>the aide of <t>Chad</t></s> left",
            "the aide of Chad left",
            [("first", "the aide of Chad"), ("second", "Chad")],
        ),
        (
            "<s>A</s> hit <t>B</t> and <t>C</t>",
            "A hit B and C",
            [("first", "A"), ("second", "B"), ("second", "C")],
        ),
        ("<b>Oman</b> & <s>a</s>", "<b>Oman</b> & a", [("first", "a")]),
        ("Nothing here.", "Nothing here.", []),
    ],
)
def test_tags_become_marks(tagged: str, text: str, marks: list[tuple[str, str]]) -> None:
    item = untagged(tagged, SIDES)
    assert item.text == text
    assert told(*item) == marks


@pytest.mark.parametrize("tagged", ["a</s>", "<s>a", "<s>a</s></s>", "<s>a</t>"])
def test_tags_that_do_not_fit_are_refused(tagged: str) -> None:
    with pytest.raises(ValueError, match="clos"):
        untagged(tagged, SIDES)


@given(st.lists(st.sampled_from(["<s>", "x ", "é"]), max_size=12))
def test_marks_stand_where_the_tags_stood(parts: list[str]) -> None:
    tagged = "".join(f"{part}y</s>" if part == "<s>" else part for part in parts)
    item = untagged(tagged, SIDES)
    assert told(*item) == [("first", "y")] * parts.count("<s>")


@pytest.mark.parametrize(
    ("text", "first", "second", "plain", "marks"),
    [
        ("[Ann] saw [Bo].", "Ann", "Bo", "Ann saw Bo.", [("first", "Ann"), ("second", "Bo")]),
        ("[Ann] saw [Bo].", "Bo", "Ann", "Ann saw Bo.", [("first", "Bo"), ("second", "Ann")]),
        ("[Oslo]s [men]", "Oslo", "men", "Oslos men", [("first", "Oslo"), ("second", "men")]),
        ("[ Oslo]s [x]", "Oslo", "x", " Oslos x", [("first", " Oslo"), ("second", "x")]),
        ("a [sic] [b] c [d]", "b", "d", "a [sic] b c d", [("first", "b"), ("second", "d")]),
        ("[x] met [x]", "x", "x", "x met x", [("first", "x"), ("second", "x")]),
        (
            '[Gulf.""The] [x]',
            '"Gulf.""The"',
            "x",
            'Gulf.""The x',
            [("first", 'Gulf.""The'), ("second", "x")],
        ),
        ("[Ann] left.", "Ann", "Bo", "Ann left.", [("first", "Ann")]),
    ],
)
def test_brackets_become_marks(
    text: str, first: str, second: str, plain: str, marks: list[tuple[str, str]]
) -> None:
    item = unbracketed(text, {"first": first, "second": second})
    assert item.text == plain
    assert told(*item) == marks
