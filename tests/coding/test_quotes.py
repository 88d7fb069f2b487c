"""Quotations by their marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.quotes import kind_of, paragraph_spans, quotations

SHAPES = [
    pytest.param('He said "we agree" today.', ['"we agree"'], id="straight"),
    pytest.param("He said “we agree” today.", ["“we agree”"], id="curly"),
    pytest.param("He said ‘we agree’ today.", ["‘we agree’"], id="single curly"),
    pytest.param("He said 'we agree' today.", ["'we agree'"], id="single straight"),
    pytest.param("He said «we agree» today.", ["«we agree»"], id="guillemets"),
    pytest.param("He said „we agree“ and left.", [], id="low mark never closed"),
    pytest.param("He said ''we agree'' today.", ["''we agree''"], id="doubled singles"),
    pytest.param('"Yes," he said, "we do."', ['"Yes,"', '"we do."'], id="interrupted"),
    pytest.param("The ministers' plan isn't theirs.", [], id="apostrophes"),
    pytest.param("It was so in the '90s and the ’80s.", [], id="decades"),
    pytest.param(
        "“She called it ‘a mistake’ twice,” he said.",
        ["“She called it ‘a mistake’ twice,”", "‘a mistake’"],
        id="nested curly",
    ),
    pytest.param(
        "\"She called it 'a mistake' twice,\" he said.",
        ["\"She called it 'a mistake' twice,\"", "'a mistake'"],
        id="nested straight",
    ),
    pytest.param("He said “we agree.’’ Then he left.", ["“we agree.’’"], id="mixed marks"),
    pytest.param("He said “we agree.’’ Then", ["“we agree.’’"], id="mixed marks"),
    pytest.param("He is 6'2\" tall.", [], id="inches"),
    pytest.param('"We go on, he said.', ['"We go on, he said.'], id="only an opening mark"),
    pytest.param('We go on," he said.', ['We go on,"'], id="only a closing mark"),
    pytest.param('A stray " mark and "a pair" here.', ['"a pair"'], id="stray before a pair"),
    pytest.param('"a pair" here and a stray " mark.', ['"a pair"'], id="stray after a pair"),
    pytest.param("(“We agree”)", ["“We agree”"], id="in brackets"),
    pytest.param('Paris—"we agree"—said so.', ['"we agree"'], id="after a dash"),
]


def texts(text: str) -> list[str]:
    return [" | ".join(text[a:b] for a, b in item.spans) for item in quotations(text)]


@pytest.mark.parametrize(("text", "expected"), SHAPES)
def test_quotations_by_shape(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_quotation_over_paragraphs_is_one() -> None:
    text = '"We came.\n\n"We saw.\n\n"We left," she said.'
    assert texts(text) == ['"We came. | "We saw. | "We left,"']


def test_curly_quotation_over_paragraphs_is_one() -> None:
    text = "He said: “We came.\n\n“We left.”\n\nThey slept."
    assert texts(text) == ["“We came. | “We left.”"]


def test_open_mark_without_a_following_one_stays_in_its_paragraph() -> None:
    text = 'He said "nothing.\n\nThe rest is quiet.\n\n"Fine," she said.'
    assert texts(text) == ['"Fine,"']


def test_unmatched_mark_does_not_turn_the_next_paragraph_inside_out() -> None:
    text = 'One " is lost.\n\n"A," he said. "B."\n\nThen "C" came.'
    assert texts(text) == ['"A,"', '"B."', '"C"']


def test_nested_quotation_has_depth_one() -> None:
    found = quotations("“He said ‘no’ to me.”")
    assert [item.depth for item in found] == [0, 1]


def test_missing_mark_is_told() -> None:
    assert [item.balanced for item in quotations('"We go on, he said.')] == [False]


@pytest.mark.parametrize(
    ("text", "content", "kind"),
    [
        ('"We agree," he said.', '"We agree,"', "direct"),
        ('He said that it was "wrong".', 'that it was "wrong"', "mixed"),
        ("He said that it was wrong.", "that it was wrong", "indirect"),
    ],
)
def test_kind_of(text: str, content: str, kind: str) -> None:
    start = text.index(content)
    assert kind_of(text, ((start, start + len(content)),), quotations(text)) == kind


@given(st.text(alphabet="ab \n\"'“”‘’«».,"))
def test_quotations_lie_inside_the_text(text: str) -> None:
    for found in quotations(text):
        assert all(0 <= start < end <= len(text) for start, end in found.spans)


@given(st.text(alphabet="ab \"'“”‘’«».,"), st.text(alphabet="ab \"'“”‘’«».,"))
def test_a_paragraph_that_opens_no_quotation_is_read_alone(first: str, second: str) -> None:
    text = f"{first}\n\nX {second}"
    offset = len(first) + 2
    inside = [item.spans for item in quotations(text) if item.start >= offset]
    alone = [
        tuple((start + offset, end + offset) for start, end in item.spans)
        for item in quotations(f"X {second}")
    ]
    assert inside == alone


@given(st.text(alphabet="ab \n."))
def test_paragraph_spans_hold_all_words(text: str) -> None:
    kept = "".join(text[start:end] for start, end in paragraph_spans(text))
    assert "".join(kept.split()) == "".join(text.split())
