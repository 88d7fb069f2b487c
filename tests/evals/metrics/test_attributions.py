import pytest

from evals.metrics.attributions import AttributionCounts, AttributionSpans, attribution_counts
from evals.metrics.counts import Counts

TEXT = '"We will stay," said the envoy, "whatever comes." Aides agreed.'


def at(*words: str) -> tuple[tuple[int, int], ...]:
    return tuple((TEXT.index(each), TEXT.index(each) + len(each)) for each in words)


QUOTATION = AttributionSpans(
    source=at("the envoy"), cue=at("said"), content=at('"We will stay,"', '"whatever comes."')
)
AGREEMENT = AttributionSpans(source=at("Aides"), cue=at("agreed"), content=())


def test_the_gold_against_itself_is_all_right() -> None:
    counts = attribution_counts(TEXT, [QUOTATION, AGREEMENT], [QUOTATION, AGREEMENT])
    assert set(counts.figures().values()) == {1.0}


def test_a_discontinuous_span_counts_as_one() -> None:
    counts = attribution_counts(TEXT, [QUOTATION], [])
    assert counts.exact["content"] == Counts(0, 1, 0)


def test_half_of_a_discontinuous_span_is_wrong_but_its_tokens_count() -> None:
    half = AttributionSpans(QUOTATION.source, QUOTATION.cue, at('"We will stay,"'))
    counts = attribution_counts(TEXT, [QUOTATION], [half])
    assert counts.exact["content"] == Counts(0, 1, 1)
    # " We will stay , "  of  " We will stay , " " whatever comes . "
    assert counts.token["content"] == Counts(6, 11, 6)
    assert counts.exact["source"] == counts.exact["cue"] == Counts(1, 1, 1)
    assert counts.link == Counts(0, 1, 1)


def test_white_space_at_the_ends_of_a_span_does_not_matter() -> None:
    start, end = at("the envoy")[0]
    loose = AttributionSpans(((start - 1, end),), QUOTATION.cue, QUOTATION.content)
    assert attribution_counts(TEXT, [QUOTATION], [loose]).link == Counts(1, 1, 1)


def test_one_source_of_two_attributions_counts_once() -> None:
    first = AttributionSpans(at("the envoy"), at("said"), at('"We will stay,"'))
    second = AttributionSpans(at("the envoy"), at("said"), at('"whatever comes."'))
    counts = attribution_counts(TEXT, [first, second], [first])
    assert counts.exact["source"] == Counts(1, 1, 1)
    assert counts.exact["content"] == Counts(1, 2, 1)
    assert counts.link == Counts(1, 2, 1)


def test_spans_linked_wrongly_are_right_as_spans_only() -> None:
    crossed = [
        AttributionSpans(AGREEMENT.source, QUOTATION.cue, QUOTATION.content),
        AttributionSpans(QUOTATION.source, AGREEMENT.cue, ()),
    ]
    figures = attribution_counts(TEXT, [QUOTATION, AGREEMENT], crossed).figures()
    assert figures["source_f1"] == figures["cue_f1"] == figures["content_f1"] == 1.0
    assert figures["link_f1"] == 0.0


def test_an_absent_content_is_not_counted_as_a_span() -> None:
    assert attribution_counts(TEXT, [AGREEMENT], [AGREEMENT]).exact["content"] == Counts()


def test_counts_of_articles_add_up() -> None:
    right = attribution_counts(TEXT, [QUOTATION], [QUOTATION])
    wrong = attribution_counts(TEXT, [AGREEMENT], [])
    figures = (AttributionCounts.none() + right + wrong).figures()
    assert figures["source_f1"] == pytest.approx(2 / 3)
    assert figures["link_f1"] == pytest.approx(2 / 3)
