import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.metrics.tokens import TokenIndex

TEXT = 'He said: "No."'
#       01234567890123    tokens: He said : " No . "


@pytest.mark.parametrize(
    ("spans", "tokens"),
    [
        ([(0, 2)], {0}),
        ([(0, 3)], {0}),
        ([(1, 4)], {0, 1}),
        ([(9, 14)], {3, 4, 5, 6}),
        ([(0, 2), (10, 12)], {0, 4}),
        ([(2, 3)], set()),
        ([(5, 5)], set()),
        ([], set()),
    ],
)
def test_tokens_that_spans_touch(spans: list[tuple[int, int]], tokens: set[int]) -> None:
    assert TokenIndex(TEXT).covered(spans) == tokens


def test_punctuation_marks_are_tokens_of_their_own() -> None:
    assert len(TokenIndex("U.S.-led, isn't")) == 10


@given(st.text(), st.integers(0, 50), st.integers(0, 50))
def test_every_token_that_shares_a_character_is_covered(text: str, start: int, end: int) -> None:
    index = TokenIndex(text)
    expected = {
        token
        for token in range(len(index))
        if max(start, index.starts[token]) < min(end, index.ends[token])
    }
    assert index.covered([(start, end)]) == expected
