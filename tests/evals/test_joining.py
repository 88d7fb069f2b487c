import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.joining import join_tokens, tokens_in


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("The envoy left , angry .", "The envoy left, angry."),
        ("Peru ’ s cease - fire", "Peru’s cease-fire"),
        ("Peru 's envoy did n't call", "Peru's envoy didn't call"),
        ("about 77 , 000 people , 3 . 5 %", "about 77,000 people, 3.5%"),
        ("the bloc ( ECOWAS ) met", "the bloc (ECOWAS) met"),
        ('he said " stay " twice', 'he said "stay" twice'),
        ("“ stay ”", "“stay”"),
        ("worth $ 4 million", "worth $4 million"),
        ("' so called ' aid", "' so called ' aid"),
    ],
)
def test_tokens_are_joined_as_in_print(tokens: str, text: str) -> None:
    assert join_tokens(tokens.split())[0] == text


@given(st.lists(st.text(min_size=1, max_size=4)))
def test_every_token_stands_at_its_extent(tokens: list[str]) -> None:
    text, extents = join_tokens(tokens)
    assert [text[start:end] for start, end in extents] == tokens


@given(st.lists(st.sampled_from(["a", "-", ".", '"', "’", "s", "3"]), min_size=1))
def test_spans_of_tokens_map_back(tokens: list[str]) -> None:
    _, extents = join_tokens(tokens)
    for index, extent in enumerate(extents):
        assert tokens_in([extent], extents) == (index,)
