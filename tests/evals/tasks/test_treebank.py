from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from evals.conllu import read_treebank
from evals.errors import EvaluationError
from evals.metrics.trees import ROOT, tree_counts
from evals.tasks import treebank
from tests.evals.standins import StandIn
from tests.evals.test_conllu import TREEBANK

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dragoman.records import Article
    from evals.model import Parse

WORDS = {
    "Aid": ("NOUN", 4, "nsubj"),
    "ca": ("AUX", 4, "aux"),
    "n't": ("PART", 4, "advmod"),
    "wait": ("VERB", 0, "root"),
    ".": ("PUNCT", 4, "punct"),
    "Go": ("VERB", 0, "root"),
    "Now": ("ADV", 0, "root"),
    "Stop": ("VERB", 0, "root"),
}


def first_doc(*, wait: str = "VERB", now_starts: bool = True) -> Doc:
    words = ["Aid", "ca", "n't", "wait", ".", "Go", "\n\n", "Now"]
    return Doc(
        Vocab(),
        words=words,
        spaces=[True, False, True, False, True, False, False, False],
        pos=["NOUN", "AUX", "PART", wait, "PUNCT", "VERB", "SPACE", "ADV"],
        deps=["nsubj", "aux", "advmod", "root", "punct", "root", "dep", "root"],
        heads=[3, 3, 3, 3, 3, 5, 5, 7 if now_starts else 6],
        sent_starts=[True, False, False, False, False, True, False, now_starts],
    )


def docs(article: Article) -> Doc:
    if article.text == "Stop":
        return Doc(Vocab(), words=["Stop"], spaces=[False], pos=["VERB"], deps=["root"], heads=[0])
    return first_doc()


def trees(words: Sequence[str]) -> list[Parse]:
    return [WORDS[word] for word in words]


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    path = tmp_path / "bank.conllu"
    path.write_text(TREEBANK, encoding="utf-8")
    return path


def test_a_perfect_parser_has_all_figures(bank: Path) -> None:
    outcome = treebank.run(bank, StandIn(docs=docs, trees=trees))
    assert outcome.n == 4
    assert outcome.metrics == dict.fromkeys(
        [
            "las_raw",
            "uas_raw",
            "upos_raw",
            "sentences_raw",
            "words_raw",
            "las_gold",
            "uas_gold",
            "upos_gold",
        ],
        1.0,
    )
    assert outcome.misses == ()


def test_white_space_tokens_are_no_words_and_no_heads(bank: Path) -> None:
    system = treebank.trees_of(first_doc(now_starts=False))
    assert [word.form for word in system.words] == ["Aid", "ca", "n't", "wait", ".", "Go", "Now"]
    assert system.words[-1].head == 5
    gold = read_treebank(bank)[0].trees()
    assert tree_counts(gold, system)["sentences"].hits == 1


def test_a_wrong_tag_shows_in_its_figure_only(bank: Path) -> None:
    model = StandIn(
        docs=lambda article: docs(article) if article.text == "Stop" else first_doc(wait="NOUN"),
        trees=trees,
    )
    metrics = treebank.run(bank, model).metrics
    assert metrics["upos_raw"] == pytest.approx(7 / 8)
    assert metrics["las_raw"] == metrics["upos_gold"] == 1.0


def test_a_wrong_head_given_gold_tokens_is_a_miss(bank: Path) -> None:
    def wrong(words: Sequence[str]) -> list[Parse]:
        return [("NOUN", 1, "nsubj") if word == "Aid" else WORDS[word] for word in words]

    outcome = treebank.run(bank, StandIn(docs=docs, trees=wrong))
    assert outcome.metrics["las_gold"] == pytest.approx(7 / 8)
    assert outcome.misses[0] == {
        "document": "first",
        "word": "Aid",
        "gold": ["NOUN", "nsubj", "wait"],
        "predicted": ["NOUN", "nsubj", "Aid"],
    }


def test_a_doc_that_covers_other_characters_is_refused(bank: Path) -> None:
    model = StandIn(docs=lambda _: Doc(Vocab(), words=["Stop"], pos=["VERB"]), trees=trees)
    with pytest.raises(EvaluationError, match="The Doc of first has 4 characters, the text 18"):
        treebank.run(bank, model)


def test_one_row_for_every_word_is_asked_for(bank: Path) -> None:
    with pytest.raises(EvaluationError, match="one row for every word"):
        treebank.run(bank, StandIn(docs=docs, trees=lambda _: []))


def test_a_lone_root_has_no_head() -> None:
    lone = Doc(Vocab(), words=["Stop"], pos=["VERB"], deps=["root"], heads=[0], sent_starts=[True])
    assert treebank.trees_of(lone).words[0].head == ROOT


@pytest.mark.parametrize(("folder", "sentences"), [("ud_ewt", 2001), ("ud_gum", 969)])
def test_the_shared_treebanks_agree_with_themselves(
    shared: Path, folder: str, sentences: int
) -> None:
    documents = read_treebank(shared / "data" / folder / "dev.conllu.xz")
    assert sum(len(each.sentences) for each in documents) == sentences
    gold = documents[0].trees()
    assert tree_counts(gold, gold)["las"].f1 == 1.0
