import pytest

from evals.metrics.passages import passages, share_covered

TEXT = "He said “we will\nstay”, and she said “we will stay calm”. We will leave."


def found(begins: str, ends: str) -> list[str]:
    return [TEXT[start:end] for start, end in passages(TEXT, begins, ends)]


def test_shape_of_quotation_marks_and_white_space_do_not_matter() -> None:
    assert found('"we will stay"', 'stay"') == ["“we will\nstay”"]


def test_every_place_counts() -> None:
    assert found("we will stay", "stay") == ["we will\nstay", "we will stay"]


def test_first_and_last_words_may_be_the_same() -> None:
    assert found("leave", "leave") == ["leave"]


def test_the_nearest_end_is_taken() -> None:
    assert found("He", "stay") == ["He said “we will\nstay"]


@pytest.mark.parametrize(("begins", "ends"), [("they", "stay"), ("We will leave", "He")])
def test_what_is_not_there_is_not_found(begins: str, ends: str) -> None:
    assert found(begins, ends) == []


@pytest.mark.parametrize(
    ("spans", "share"),
    [([], 0.0), ([(0, 100)], 1.0), ([(10, 15)], 0.5), ([(8, 12), (11, 14)], 0.4), ([(0, 10)], 0.0)],
)
def test_share_of_characters_covered(spans: list[tuple[int, int]], share: float) -> None:
    assert share_covered((10, 20), spans) == pytest.approx(share)
