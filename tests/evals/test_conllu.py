from pathlib import Path

import pytest

from evals.conllu import TreebankDocument, read_treebank
from evals.errors import GoldError
from evals.metrics.trees import ROOT

TAB_LINES = "\t_" * 8
TREEBANK = """\
# newdoc id = first
# newpar id = first-1
# sent_id = 1
# text = Aid can't wait.
1\tAid\taid\tNOUN\tNN\t_\t4\tnsubj\t4:nsubj\t_
2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_
2\tca\tcan\tAUX\tMD\t_\t4\taux\t4:aux\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t4:advmod\t_
4\twait\twait\tVERB\tVB\t_\t0\troot\t0:root\tSpaceAfter=No
4.1\twait\twait\tVERB\tVB\t_\t_\t_\t4:conj\t_
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t4:punct\t_

# sent_id = 2
# newpar_block = not a paragraph
1\tGo\tgo\tVERB\tVB\t_\t0\troot\t0:root\t_

# newpar
1\tNow\tnow\tADV\tRB\t_\t0\troot\t0:root\t_

# newdoc id = second
1\tStop\tstop\tVERB\tVB\t_\t0\troot\t0:root\t_

"""


def written(folder: Path, text: str) -> Path:
    path = folder / "bank.conllu"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def documents(tmp_path: Path) -> tuple[TreebankDocument, ...]:
    return read_treebank(written(tmp_path, TREEBANK))


def test_documents_are_divided(documents: tuple[TreebankDocument, ...]) -> None:
    assert [(each.id, len(each.sentences)) for each in documents] == [("first", 3), ("second", 1)]


def test_raw_text_has_paragraphs_and_no_space_where_none_was(
    documents: tuple[TreebankDocument, ...],
) -> None:
    text, paragraphs = documents[0].text_and_paragraphs()
    assert text == "Aid can't wait. Go\n\nNow"
    assert [text[start:end] for start, end in paragraphs] == ["Aid can't wait. Go", "Now"]


def test_words_of_a_multiword_token_share_its_extent(
    documents: tuple[TreebankDocument, ...],
) -> None:
    words = documents[0].trees().words
    assert [(word.form, word.start, word.end, word.multiword) for word in words[:4]] == [
        ("Aid", 0, 3, False),
        ("ca", 3, 8, True),
        ("n't", 3, 8, True),
        ("wait", 8, 12, False),
    ]


def test_heads_are_indexes_into_the_document(documents: tuple[TreebankDocument, ...]) -> None:
    assert [word.head for word in documents[0].trees().words] == [3, 3, 3, ROOT, 3, ROOT, ROOT]


def test_sentences_have_extents_without_white_space(
    documents: tuple[TreebankDocument, ...],
) -> None:
    assert documents[0].trees().sentences == ((0, 13), (13, 15), (15, 18))


def test_no_space_stands_inside_a_token(documents: tuple[TreebankDocument, ...]) -> None:
    assert documents[0].gaps() == ["\n\n", " ", "", " ", "", " ", "\n\n"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1\tGo\n\n", "bank.conllu:1: has 2 columns"),
        ("# a\n1\tGo\tgo\tVERB\tVB\t_\tx\troot\t_\t_\n\n", "bank.conllu:2: a head"),
        ("1\tGo\tgo\tVERB\tVB\t_\t7\troot\t_\t_\n\n", "outside of this sentence"),
        (
            "1-2\tGo\t_\t_\t_\t_\t_\t_\t_\t_\n1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_\n\n",
            "do not fit",
        ),
        ("\n\n", "holds no sentence"),
    ],
)
def test_what_is_no_treebank_is_refused_by_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(GoldError, match=message):
        read_treebank(written(tmp_path, text))


def test_a_file_may_end_without_an_empty_line(tmp_path: Path) -> None:
    path = written(tmp_path, "1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_")
    assert len(read_treebank(path)[0].sentences) == 1
