from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from evals.errors import EvaluationError, GoldError
from evals.tasks import polnear
from tests.evals.standins import StandIn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from dragoman.records import Article

TEXT = "Aides said yes.\n\nRivals disagreed."
SAID = {"source": [[0, 5]], "cue": [[6, 10]], "content": [[11, 14]]}
DISAGREED = {"source": [[17, 23]], "cue": [[24, 33]], "content": []}


@dataclass
class Attribution:
    """What the language model writes to a Doc."""

    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]
    confidence: float = 0.5


def gold(folder: Path, *annotations: tuple[str, Sequence[Mapping[str, object]]]) -> Path:
    path = folder / "dev.jsonl"
    marked = [{"annotator": name, "attributions": found} for name, found in annotations]
    path.write_text(json.dumps({"id": "a", "text": TEXT, "annotations": marked}) + "\n")
    return path


def answering(*attributions: Attribution, text: str = TEXT) -> StandIn:
    if not Doc.has_extension("attributions"):
        Doc.set_extension("attributions", default=())

    def docs(_: Article) -> Doc:
        doc = Doc(Vocab(), words=[text], spaces=[False])
        doc._.attributions = attributions
        return doc

    return StandIn(docs=docs)


FOUND = Attribution(((0, 5),), ((6, 10),), ((11, 14),))


def test_figures_have_the_names_of_the_contract(tmp_path: Path) -> None:
    outcome = polnear.run(gold(tmp_path, ("x", [SAID, DISAGREED])), answering(FOUND))
    assert outcome.n == 1
    assert outcome.metrics == {
        "source_f1": pytest.approx(2 / 3),
        "cue_f1": pytest.approx(2 / 3),
        "content_f1": 1.0,
        "source_token_f1": pytest.approx(2 / 3),
        "cue_token_f1": pytest.approx(2 / 3),
        "content_token_f1": 1.0,
        "link_f1": pytest.approx(2 / 3),
    }


def test_the_alphabetically_first_annotator_counts(tmp_path: Path) -> None:
    path = gold(tmp_path, ("b", [DISAGREED]), ("a", [SAID]))
    assert polnear.run(path, answering(FOUND)).metrics["link_f1"] == 1.0


def test_the_article_holds_exactly_the_text(tmp_path: Path) -> None:
    model = answering(FOUND)
    polnear.run(gold(tmp_path, ("a", [SAID])), model)
    article = model.asked[0]
    assert article.text == TEXT
    assert [article.text[s:e] for s, e in article.paragraphs] == [
        "Aides said yes.",
        "Rivals disagreed.",
    ]


def test_misses_hold_the_words(tmp_path: Path) -> None:
    outcome = polnear.run(gold(tmp_path, ("a", [DISAGREED])), answering(FOUND))
    assert [(miss["kind"], miss["cue"]) for miss in outcome.misses] == [
        ("missed", "disagreed"),
        ("wrong", "said"),
    ]


def test_a_doc_of_another_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="does not hold the article's text"):
        polnear.run(gold(tmp_path, ("a", [SAID])), answering(text="else"))


def test_an_article_that_nobody_marked_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"dev\.jsonl:1: no annotator"):
        polnear.run(gold(tmp_path), answering())


def test_the_shared_articles_against_themselves(shared: Path) -> None:
    articles = tuple(polnear.read(shared / "data" / "polnear" / "dev.jsonl.xz"))
    assert len(articles) == 84
    assert all(not list(polnear.missed(each, each.attributions)) for each in articles)
