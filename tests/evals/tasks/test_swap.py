from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from dragoman.records import codebook
from evals.errors import GoldError
from evals.exchange import exchanged_states
from evals.files import REPOSITORY
from evals.tasks import swap
from tests.evals.drafting import Draft
from tests.evals.standins import StandIn

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dragoman.records import Article, Record

ROW = {"text": "Mali shelled Niger.", "states": ["Mali", "Niger"], "type": "ASSAULT"}
JUDGED = {"text": "Mali mourned.", "states": ["Mali"], "stance": "concern"}


def gold(folder: Path, rows: Sequence[object]) -> Path:
    path = folder / "swap.jsonl"
    path.write_text("".join(json.dumps(each) + "\n" for each in rows))
    return path


def partial(article: Article) -> Record:
    """Read every sentence alike but those that tell of Iran."""
    draft = Draft(article.text)
    if "shelled" in article.text:
        draft.event("THREATEN" if article.text.startswith("Iran") else "ASSAULT", ["x"])
    if "mourned" in article.text:
        draft.position("x", "criticism" if "Iran" in article.text else "concern")
    return draft.record


def test_figures_have_the_names_of_the_contract(tmp_path: Path) -> None:
    outcome = swap.run(gold(tmp_path, [ROW]), StandIn(records=partial))
    by_country = {words.name: 1.0 for words in exchanged_states()} | {"Iran": 0.5}
    assert outcome.n == 1
    assert outcome.metrics == {
        "kept": 39 / 40,
        "type_found": 1.0,
        "stance_found": 0.0,
        "by_country": by_country,
    }


def test_stances_are_compared_too(tmp_path: Path) -> None:
    outcome = swap.run(gold(tmp_path, [JUDGED]), StandIn(records=partial))
    assert outcome.metrics["kept"] == 19 / 20
    assert outcome.metrics["stance_found"] == 1.0


def test_a_reader_that_finds_nothing_keeps_all_and_shows_it(tmp_path: Path) -> None:
    empty = StandIn(records=lambda article: Draft(article.text).record)
    outcome = swap.run(gold(tmp_path, [ROW, JUDGED]), empty)
    assert outcome.metrics["kept"] == 1.0
    assert outcome.metrics["type_found"] == outcome.metrics["stance_found"] == 0.0


def test_misses_hold_the_sentence_and_the_variant(tmp_path: Path) -> None:
    outcome = swap.run(gold(tmp_path, [ROW]), StandIn(records=partial))
    assert outcome.misses == (
        {
            "sentence": "Mali shelled Niger.",
            "read": [["ASSAULT"], []],
            "variant": "Iran shelled Niger.",
            "variant_read": [["THREATEN"], []],
        },
    )


def test_a_state_that_is_not_named_is_refused(tmp_path: Path) -> None:
    path = gold(tmp_path, [ROW | {"states": ["Peru"]}])
    with pytest.raises(GoldError, match=r"swap\.jsonl:1: no word for 'Peru'"):
        swap.run(path, StandIn(records=partial))


PATH = REPOSITORY / "evals" / "gold" / "swap.jsonl"
OWN = [json.loads(line) for line in PATH.read_text(encoding="utf-8").splitlines()]


def test_the_gold_of_the_repository_is_large_and_can_be_read() -> None:
    assert len(list(swap.read(PATH))) == len({row["text"] for row in OWN}) >= 200


def test_it_holds_every_type_and_stance() -> None:
    assert {row["type"] for row in OWN} - {None} == set(codebook().codes("types"))
    assert {row["stance"] for row in OWN} - {None} == set(codebook().codes("stances"))


def test_most_of_its_sentences_name_two_states() -> None:
    assert sum(len(row["states"]) == 2 for row in OWN) > 0.75 * len(OWN)


def test_no_state_stands_in_many_of_its_sentences() -> None:
    names = [name for row in OWN for name in row["states"]]
    assert max(names.count(name) for name in names) <= 6
    assert len(set(names)) >= 100
