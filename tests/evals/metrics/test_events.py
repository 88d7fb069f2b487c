import pytest

from evals.metrics.counts import Counts
from evals.metrics.events import (
    EventCounts,
    GoldEvent,
    PredictedEvent,
    comparable,
    event_counts,
)

GOLD = GoldEvent("ACCUSE", ("FRAGOV", "DEU"), ("MLI",))
MEETING = GoldEvent("CONSULT", ("EGY", "ETH"), (), reciprocal=True)


def figures(gold: GoldEvent, *predicted: PredictedEvent) -> tuple[int, int, int, int]:
    counts = event_counts(gold, predicted)
    parts = (counts.type, counts.actor, counts.recipient, counts.all_right)
    return parts[0].hits, parts[1].hits, parts[2].hits, parts[3].hits


@pytest.mark.parametrize(
    ("code", "class_", "state", "compared"),
    [
        ("FRA", None, True, "FRA"),
        ("EUR", "IGO", False, "IGO"),
        ("UNO", None, False, "IGO"),
        ("NATO", None, False, "IGO"),
        (None, "NGO", False, "NGO"),
        (None, None, False, None),
    ],
)
def test_codes_as_they_are_compared(
    code: str | None, class_: str | None, state: bool, compared: str | None
) -> None:
    assert comparable(code, class_, state=state) == compared


def test_only_the_first_three_letters_count() -> None:
    assert figures(GOLD, PredictedEvent("ACCUSE", ("FRA",), ("MLI",))) == (1, 1, 1, 1)


def test_only_the_first_gold_actor_counts() -> None:
    assert figures(GOLD, PredictedEvent("ACCUSE", ("DEU",), ("MLI",))) == (1, 0, 1, 0)


def test_an_event_of_another_type_gives_nothing() -> None:
    assert figures(GOLD, PredictedEvent("ASSAULT", ("FRA",), ("MLI",))) == (0, 0, 0, 0)


def test_all_right_asks_for_one_event_with_both() -> None:
    split = (PredictedEvent("ACCUSE", ("FRA",), ()), PredictedEvent("ACCUSE", ("USA",), ("MLI",)))
    assert figures(GOLD, *split) == (1, 1, 1, 0)


@pytest.mark.parametrize("sides", [("EGY", "ETH"), ("ETH", "EGY")])
def test_a_reciprocal_record_counts_in_either_order(sides: tuple[str, str]) -> None:
    assert figures(MEETING, PredictedEvent("CONSULT", sides[:1], sides[1:])) == (1, 1, 1, 1)
    assert figures(MEETING, PredictedEvent("CONSULT", sides, ())) == (1, 1, 1, 1)


def test_one_side_alone_is_not_both() -> None:
    assert figures(MEETING, PredictedEvent("CONSULT", ("ETH",), ())) == (1, 1, 0, 0)


def test_two_sides_of_one_country_must_both_be_there() -> None:
    inner = GoldEvent("CONSULT", ("NGA", "NGA"), (), reciprocal=True)
    assert figures(inner, PredictedEvent("CONSULT", ("NGA",), ())) == (1, 1, 0, 0)
    assert figures(inner, PredictedEvent("CONSULT", ("NGA", "NGA"), ())) == (1, 1, 1, 1)


def test_a_predicted_reciprocal_event_answers_a_directed_record() -> None:
    directed = GoldEvent("CONSULT", ("ETH",), ("EGY",))
    assert figures(directed, PredictedEvent("CONSULT", ("EGY", "ETH"), ())) == (1, 1, 1, 1)


def test_a_record_without_recipient_is_left_out_of_two_figures() -> None:
    counts = event_counts(GoldEvent("PROTEST", ("PER",), ()), [])
    assert counts.actor == Counts(0, 1, 1)
    assert counts.recipient == counts.all_right == Counts()


def test_a_record_whose_actor_has_no_code_asks_for_no_actor() -> None:
    counts = event_counts(GoldEvent("ASSAULT", (None,), ("KEN",)), [])
    assert counts.actor == counts.all_right == Counts()
    assert counts.recipient == Counts(0, 1, 1)


def test_precision_is_records_hit_over_events_predicted() -> None:
    hit = PredictedEvent("ACCUSE", ("FRA",), ("MLI",))
    other = PredictedEvent("AID", ("FRA",), ("MLI",))
    total = event_counts(GOLD, [hit, hit, other]) + event_counts(MEETING, [other])
    assert total.figures() == {
        "type": pytest.approx(1 / 2),
        "type_precision": pytest.approx(1 / 4),
        "actor": pytest.approx(1 / 2),
        "recipient": pytest.approx(1 / 2),
        "all_right": pytest.approx(1 / 2),
    }


def test_nothing_measured_is_nothing() -> None:
    assert set(EventCounts().figures().values()) == {0.0}
