from evals.gold_records import GoldPosition
from evals.telling import told, told_gold
from tests.evals.drafting import Draft


def test_names_stand_for_ids_and_words_for_spans() -> None:
    draft = Draft("Peru warned Chile.")
    peru, chile = draft.actor("Peru", "Peru"), draft.actor("Chile", "Chile")
    event = draft.event("THREATEN", [peru], [chile], trigger="warned")
    assert told(event, draft.record) == {
        "evidence": ["Peru warned Chile."],
        "confidence": 1.0,
        "type": "THREATEN",
        "actors": ["Peru"],
        "recipients": ["Chile"],
        "trigger": ["warned"],
        "modality": "asserted",
    }


def test_what_gold_leaves_open_is_left_out() -> None:
    assert told_gold(GoldPosition("PER", None, ("concern",))) == {
        "holder": "PER",
        "stances": ["concern"],
    }
