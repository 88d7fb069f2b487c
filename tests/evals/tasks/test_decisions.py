"""The tasks that ask one decision about marked words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from evals.errors import EvaluationError, GoldError
from evals.registry import TASKS
from evals.tasks import cameo_class, directed_sentiment, newsmtsc, plover_relations
from tests.evals.standins import StandIn

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dragoman.language import MarkedText

FIGURES = ["accuracy", "micro_f1", "macro_f1", "by_label"]
PAIR = {"marked": "<s>Oman</s> thanked <t>Qatar</t>.", "event": "SUPPORT", "penta": 1}
SENTENCE = {"text": "Oman shelled Qatar.", "penta": 4}
NAMES = {"text": "[Oman]is thank [Qatar].", "p": "Oman", "q": "Qatar", "label": 1}
TARGETS: dict[str, object] = {
    "text": "Oman is kind.",
    "targets": [{"from": 0, "to": 4, "mention": "Oman", "polarity": 6.0}],
}
ROWS: dict[str, dict[str, object]] = {
    "plover_relations": PAIR,
    "cameo_class": SENTENCE,
    "directed_sentiment": NAMES,
    "newsmtsc": TARGETS,
}


def gold(folder: Path, rows: Sequence[object]) -> Path:
    path = folder / "dev.jsonl"
    path.write_text("".join(json.dumps(each) + "\n" for each in rows))
    return path


def always(*answers: str) -> StandIn:
    """Answer the first decision asked with the first answer, and so on."""
    given: dict[str, str] = {}

    def answer(_: MarkedText, decision: str) -> str:
        return given.setdefault(decision, answers[min(len(given), len(answers) - 1)])

    return StandIn(decides=answer)


def marks_seen(path: Path, task: str, answer: str) -> list[list[tuple[str, str]]]:
    seen: list[list[tuple[str, str]]] = []

    def decide(item: MarkedText, decision: str) -> str:
        seen.append([(mark, item.text[slice(*extent)]) for mark, extent in item.marks])
        return "neutral" if decision == "penta" else answer

    TASKS[task](path, StandIn(decides=decide))
    return seen


@pytest.mark.parametrize(
    ("task", "answers", "further"),
    [
        ("plover_relations", ("SUPPORT", "verbal cooperation"), {"penta_accuracy": 1.0}),
        ("cameo_class", ("material conflict",), {}),
        ("directed_sentiment", ("first positive",), {}),
        ("newsmtsc", ("positive",), {}),
    ],
)
def test_figures_have_the_names_of_the_contract(
    tmp_path: Path, task: str, answers: tuple[str, ...], further: dict[str, float]
) -> None:
    outcome = TASKS[task](gold(tmp_path, [ROWS[task]]), always(*answers))
    assert outcome.n == 1
    assert list(outcome.metrics)[:4] == FIGURES
    assert outcome.metrics["macro_f1"] == 1.0
    assert {name: outcome.metrics[name] for name in further} == further
    assert outcome.misses == ()


@pytest.mark.parametrize(
    ("task", "answer", "marks"),
    [
        ("plover_relations", "AID", [("first", "Oman"), ("second", "Qatar")]),
        ("cameo_class", "neutral", []),
        ("directed_sentiment", "none", [("first", "Oman"), ("second", "Qatar")]),
        ("newsmtsc", "neutral", [("first", "Oman")]),
    ],
)
def test_the_model_sees_the_marks(
    tmp_path: Path, task: str, answer: str, marks: list[tuple[str, str]]
) -> None:
    assert marks_seen(gold(tmp_path, [ROWS[task]]), task, answer)[0] == marks


@pytest.mark.parametrize(
    ("task", "decision", "answer"),
    [
        ("plover_relations", "relation", "AID"),
        ("cameo_class", "quadrant", "neutral"),
        ("directed_sentiment", "sentiment", "none"),
        ("newsmtsc", "polarity", "neutral"),
    ],
)
def test_the_right_decision_is_asked(tmp_path: Path, task: str, decision: str, answer: str) -> None:
    asked: list[str] = []

    def decide(_: MarkedText, decision: str) -> str:
        asked.append(decision)
        return "neutral" if decision == "penta" else answer

    TASKS[task](gold(tmp_path, [ROWS[task]]), StandIn(decides=decide))
    assert asked[0] == decision


@pytest.mark.parametrize(
    ("task", "answer", "label"),
    [
        ("cameo_class", "neutral", "0"),
        ("cameo_class", "verbal cooperation", "1"),
        ("cameo_class", "material cooperation", "2"),
        ("cameo_class", "verbal conflict", "3"),
        ("directed_sentiment", "none", "0"),
        ("directed_sentiment", "second positive", "2"),
        ("directed_sentiment", "first negative", "3"),
        ("directed_sentiment", "second negative", "4"),
        ("newsmtsc", "negative", "2"),
        ("newsmtsc", "neutral", "4"),
    ],
)
def test_answers_are_told_in_the_form_of_the_file(
    tmp_path: Path, task: str, answer: str, label: str
) -> None:
    (miss,) = TASKS[task](gold(tmp_path, [ROWS[task]]), always(answer)).misses
    assert miss["predicted"] == label


@pytest.mark.parametrize("event", ["CONCEDE", "RETREAT", "YIELD"])
def test_conceding_and_retreating_are_yielding(tmp_path: Path, event: str) -> None:
    path = gold(tmp_path, [PAIR | {"event": event}])
    outcome = plover_relations.run(path, always("YIELD", "neutral"))
    assert outcome.metrics["accuracy"] == 1.0


def test_pairs_may_be_without_a_penta_code(tmp_path: Path) -> None:
    row = {name: value for name, value in PAIR.items() if name != "penta"}
    outcome = plover_relations.run(gold(tmp_path, [row]), always("SUPPORT"))
    assert list(outcome.metrics) == FIGURES


def test_each_target_is_an_example(tmp_path: Path) -> None:
    targets = [
        {"from": 0, "to": 4, "polarity": 6.0},
        {"from": 8, "to": 12, "polarity": 2},
    ]
    outcome = newsmtsc.run(gold(tmp_path, [TARGETS | {"targets": targets}]), always("negative"))
    assert outcome.n == 2
    assert outcome.misses == (
        {"text": "Oman is kind.", "first": ["Oman"], "gold": "6", "predicted": "2"},
    )


def test_a_sentence_without_targets_is_no_example(tmp_path: Path) -> None:
    path = gold(tmp_path, [TARGETS | {"targets": []}])
    assert newsmtsc.run(path, always("negative")).n == 0


@pytest.mark.parametrize(
    ("task", "wrong", "message"),
    [
        ("plover_relations", {"marked": "<s>Oman"}, "is not closed"),
        ("plover_relations", {"marked": "Oman</t>"}, "closes nothing"),
        ("plover_relations", {"event": None}, "'event' is absent"),
        ("plover_relations", {"penta": "1"}, "'penta' must be a whole number"),
        ("cameo_class", {"text": 7}, "'text' must be a string"),
        ("cameo_class", {"penta": 1.5}, "'penta' must be a whole number"),
        ("cameo_class", {"penta": True}, "'penta' must be a whole number"),
        ("directed_sentiment", {"q": None}, "'q' is absent"),
        ("directed_sentiment", {"label": None}, "'label' must be a whole number"),
        ("newsmtsc", {"targets": [{"from": 4, "to": 4}]}, "4 to 4 is no part"),
        ("newsmtsc", {"targets": [{"from": 0, "to": 99}]}, "0 to 99 is no part"),
        ("newsmtsc", {"targets": "Oman"}, "'targets' must be a list"),
    ],
)
def test_what_is_no_gold_is_refused(
    tmp_path: Path, task: str, wrong: dict[str, object], message: str
) -> None:
    path = gold(tmp_path, [{**ROWS[task], **wrong}])
    with pytest.raises(GoldError, match=rf"dev\.jsonl:1: .*{message}"):
        TASKS[task](path, always("neutral"))


def test_an_unknown_answer_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="'maybe' is no known answer to 'quadrant'"):
        cameo_class.run(gold(tmp_path, [SENTENCE]), always("maybe"))


@pytest.mark.parametrize(
    ("task", "name", "examples"),
    [
        ("plover_relations", "dev", 186),
        ("cameo_class", "dev", 175),
        ("directed_sentiment", "dev", 1461),
        ("newsmtsc", "dev_mt", 1476),
    ],
)
def test_the_shared_files_can_be_read(shared: Path, task: str, name: str, examples: int) -> None:
    path = shared / "data" / task / f"{name}.jsonl.xz"
    seen: list[str] = []

    def decide(item: MarkedText, decision: str) -> str:
        seen.extend(item.text[slice(*extent)] for _, extent in item.marks)
        return "none" if decision == "sentiment" else "neutral"

    assert TASKS[task](path, StandIn(decides=decide)).n == examples
    assert all(seen)


def test_every_pair_of_the_shared_file_has_both_names(shared: Path) -> None:
    path = shared / "data" / "directed_sentiment" / "dev.jsonl.xz"
    for each in directed_sentiment.read(path):
        assert [mark for mark, _ in each.item.marks] == ["first", "second"]
        assert "[" not in each.item.text
