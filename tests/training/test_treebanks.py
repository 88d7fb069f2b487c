"""CoNLL-U files become documents."""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest

from training.documents import Document

pytestmark = pytest.mark.needs("conllu")

TEXT = """\
# newdoc id = one
# newpar
# sent_id = 1
# text = They don't sign.
1\tThey\tthey\tPRON\tPRP\tCase=Nom\t4\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tsign\tsign\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# sent_id = 2
# text = Togo did.
1\tTogo\tTogo\tPROPN\tNNP\t_\t2\tnsubj\t_\t_
2\tdid\tdo\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

# newdoc id = two
# newpar
# sent_id = 3
# text = Yes
1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_

"""


@pytest.fixture
def documents(tmp_path: Path) -> list[Document]:
    from training.treebanks import documents

    file = tmp_path / "some.conllu.xz"
    with lzma.open(file, "wt", encoding="utf-8") as out:
        out.write(TEXT)
    return list(documents(file, with_names=False))


def test_one_document_each(documents: list[Document]) -> None:
    assert [len(document.words) for document in documents] == [8, 1]


def test_a_word_cut_out_of_another_has_no_space_before(documents: list[Document]) -> None:
    first = documents[0]
    assert first.spacings[:5] == [3, 1, 0, 1, 0]


def test_the_next_sentence_follows_after_a_space(documents: list[Document]) -> None:
    assert documents[0].spacings[5] == 1


def test_heads_count_through_the_document(documents: list[Document]) -> None:
    grammar = documents[0].grammar
    assert grammar is not None
    assert grammar.heads == [3, 3, 3, -1, 3, 6, -1, 6]


def test_sentence_starts(documents: list[Document]) -> None:
    grammar = documents[0].grammar
    assert grammar is not None
    assert grammar.starts == [0, 5]
