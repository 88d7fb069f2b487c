from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import numpy as np
import pytest
from spacy.tokens import Doc

from dragoman.language.extensions import register
from dragoman.language.tokens import blank
from dragoman.records import Actor, ReaderInfo, Record, content_id
from evals.errors import GoldError
from evals.labelled_stories import FOLDER, Label, labelled
from evals.model import exact_article
from evals.tasks import stories
from tests.evals.standins import StandIn

if TYPE_CHECKING:
    from pathlib import Path

    from dragoman.records import Article

SUBJECTS = ("Varenia", "Tamara")
TEXTS = {
    "1": "Varenia seized a tanker.",
    "2": "Tamara began talks.",
    "3": "Varenia let the tanker go.",
    "4": "Tamara ended its talks.",
}


def doc_of(article: Article) -> Doc:
    """Return a Doc whose one sentence points where its first word says."""
    register()
    words = article.text.rstrip(".").split()
    starts: list[bool | int | None] = [True, *([False] * len(words))]
    doc = Doc(blank().vocab, words=[*words, "."], sent_starts=starts)
    doc._.article = article
    doc._.sentence_vectors = np.eye(4, dtype=np.float32)[[SUBJECTS.index(words[0])]]
    return doc


def record_of(doc: Doc) -> Record:
    """Return a record that names the first word."""
    article: Article = doc._.article
    name = article.text.split()[0]
    actor = Actor(content_id(name), name, "state", mentions=((0, len(name)),))
    return Record(ReaderInfo("1", "none"), article, actors=(actor,))


MODEL = StandIn(docs=doc_of, coded=record_of)


def labels(*given: tuple[str, str, str]) -> list[Label]:
    return [
        Label(name, part, story, exact_article(TEXTS[name], published=f"2031-05-0{name}"))
        for name, part, story in given
    ]


GIVEN = labels(*(("1", "fit", "a"), ("2", "fit", "b")), *(("3", "held", "a"), ("4", "held", "b")))


def test_articles_go_through_a_store_of_their_own() -> None:
    found = stories.grouped(GIVEN, MODEL)
    assert found["1"] == found["3"] != found["2"] == found["4"]
    assert stories.compared(GIVEN, found).f1 == 1.0


def test_parts_are_compared_within_themselves() -> None:
    found = {"1": "x", "2": "y", "3": "x", "4": "x"}
    assert stories.compared(GIVEN[:2], found).f1 == 1.0
    assert stories.compared(GIVEN[2:], found).precision == 0.5


def shared_file(folder: Path) -> Path:
    path = folder / "articles.jsonl"
    rows = [
        {"id": name, "published": f"2031-05-0{name}", "text": text} for name, text in TEXTS.items()
    ]
    path.write_text("".join(f"{json.dumps(each)}\n" for each in rows), encoding="utf-8")
    return path


def tables(folder: Path, *rows: tuple[str, str, str]) -> Path:
    """Write the tables of labels; each row is an id, a part and a story."""
    lines = ["id\tsha256\tpart\tstory"]
    for name, part, story in rows:
        digest = hashlib.sha256(TEXTS.get(name, "").encode()).hexdigest()[:16]
        lines.append(f"{name}\t{digest}\t{part}\t{story}")
    (folder / "guardian.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "own.tsv").write_text("file\titem\tday\tpart\tstory\n", encoding="utf-8")
    return folder


def test_labels_find_their_articles_in_order(tmp_path: Path) -> None:
    folder = tables(tmp_path, ("3", "held", "a"), ("1", "fit", "a"))
    found = labelled(shared_file(tmp_path), MODEL, folder)
    assert [(each.id, each.article.text) for each in found] == [
        ("1", TEXTS["1"]),
        ("3", TEXTS["3"]),
    ]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (("9", "fit", "a"), "missing"),
        (("1", "seen", "a"), "no part"),
    ],
)
def test_wrong_labels_are_told(tmp_path: Path, row: tuple[str, str, str], message: str) -> None:
    folder = tables(tmp_path, row)
    with pytest.raises(GoldError, match=message):
        labelled(shared_file(tmp_path), MODEL, folder)


def test_another_text_under_the_same_id_is_told(tmp_path: Path) -> None:
    folder = tables(tmp_path, ("1", "fit", "a"))
    path = shared_file(tmp_path)
    path.write_text(path.read_text().replace("seized", "freed"), encoding="utf-8")
    with pytest.raises(GoldError, match="another text"):
        labelled(path, MODEL, folder)


def test_the_labels_of_the_repository_fit_the_shared_articles(shared: Path) -> None:
    path = shared / "data" / "guardian_sdf" / "articles.jsonl.xz"
    found = labelled(path, StandIn(), FOLDER)
    assert len(found) >= 150
    assert len({each.id for each in found}) == len(found)
    assert {each.part for each in found} == {"fit", "held"}
