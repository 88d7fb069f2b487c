"""Texts cut where marks begin and end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.desk.parts import Mark, Segment, around, paragraphs, segments
from dragoman.records.spans import normalise

TEXT = "Norway called. Sweden answered."


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(st.text(alphabet="ab \n", max_size=40))
    place = st.integers(0, len(text))
    spans = st.lists(st.tuples(place, place).map(lambda pair: (min(pair), max(pair))), max_size=3)
    marks = st.builds(
        Mark, spans.map(normalise), st.sampled_from(["events", "contacts"]), st.sampled_from("xyz")
    )
    return text, draw(st.lists(marks, max_size=5))


@given(marked())
def test_the_pieces_joined_are_the_text(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    assert "".join(each.text for each in segments(text, marks)) == text


@given(marked())
def test_a_sign_is_marked_as_what_covers_it(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    for piece in segments(text, marks):
        for place in range(piece.start, piece.start + len(piece.text)):
            covering = {m.name for m in marks if any(a <= place < b for a, b in m.spans)}
            assert set(piece.names) == covering


def test_marks_that_overlap_are_both_told() -> None:
    marks = [Mark(((0, 13),), "contacts", "one"), Mark(((7, 13),), "cue", "two")]
    assert segments(TEXT, marks, (0, 14)) == (
        Segment("Norway ", 0, ("contacts",), ("one",)),
        Segment("called", 7, ("contacts", "cue"), ("one", "two")),
        Segment(".", 13),
    )


def test_signs_that_turn_the_direction_of_text_are_replaced() -> None:
    (piece,) = segments("a\u202eb", [])
    assert piece.text == "a\ufffdb"


def test_paragraphs_are_cut_each_by_itself() -> None:
    marks = [Mark(((7, 13), (22, 30)), "cue")]
    found = list(paragraphs(TEXT, ((0, 14), (15, 31)), marks))
    assert [["".join(each.names) for each in pieces] for _, pieces in found] == [
        ["", "cue", ""],
        ["", "cue", ""],
    ]


def test_around_words_are_whole_paragraphs() -> None:
    assert around(((0, 14), (15, 31)), ((22, 30),)) == (15, 31)


def test_words_across_paragraphs_take_both() -> None:
    assert around(((0, 14), (15, 31)), ((7, 13), (22, 30))) == (0, 31)


def test_around_nothing_is_nothing() -> None:
    assert around(((0, 14),), ()) is None
