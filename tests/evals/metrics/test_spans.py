import pytest

from evals.metrics.counts import Counts
from evals.metrics.spans import LabelledSpan, add_by_label, span_counts, span_figures, spans_of


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        ("", []),
        ("O O", []),
        ("B-S I-S O", [(0, 2, "S")]),
        ("O B-S", [(1, 2, "S")]),
        ("B-S B-S", [(0, 1, "S"), (1, 2, "S")]),
        ("B-S I-T", [(0, 1, "S"), (1, 2, "T")]),
        ("I-S I-S", [(0, 2, "S")]),
        ("O I-S O I-S", [(1, 2, "S"), (3, 4, "S")]),
        ("B-a-b I-a-b", [(0, 2, "a-b")]),
    ],
)
def test_spans_that_tags_mark(tags: str, spans: list[tuple[int, int, str]]) -> None:
    assert spans_of(tags.split()) == tuple(LabelledSpan(*span) for span in spans)


@pytest.mark.parametrize("tag", ["S", "X-S", "B-", ""])
def test_what_is_no_tag_is_refused(tag: str) -> None:
    with pytest.raises(ValueError, match="no BIO tag"):
        spans_of([tag])


def test_both_ends_and_the_label_must_agree() -> None:
    gold = spans_of(["B-S", "I-S", "O", "B-T"])
    predicted = spans_of(["B-S", "O", "O", "B-S"])
    assert span_counts(gold, predicted) == {"S": Counts(0, 1, 2), "T": Counts(0, 1, 0)}


def test_figures_are_micro_averaged_over_labels() -> None:
    first = span_counts(spans_of(["B-S", "O", "B-T"]), spans_of(["B-S", "O", "B-T"]))
    second = span_counts(spans_of(["B-S", "O", "B-S"]), spans_of(["O", "O", "B-S"]))
    figures = span_figures(add_by_label([first, second]))
    assert figures["precision"] == pytest.approx(1.0)
    assert figures["recall"] == pytest.approx(3 / 4)
    assert figures["f1"] == pytest.approx(6 / 7)
    by_label = figures["by_label"]
    assert isinstance(by_label, dict)
    assert by_label["S"]["recall"] == pytest.approx(2 / 3)
    assert by_label["T"]["f1"] == pytest.approx(1.0)
