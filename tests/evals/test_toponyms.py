from __future__ import annotations

import lzma
from pathlib import Path

import pytest

from evals.errors import GoldError
from evals.toponyms import GoldToponym, aligned, read_toponyms

ARTICLE = """<?xml version="1.0" encoding="utf-8"?>
<articles><article docid="7"><title>Odd</title><text><![CDATA[A fire in Hamar & Oslo.]]></text>
<toponyms>
<toponym><start>10</start><end>15</end><phrase>Hamar</phrase>
<gaztag geonameid="3154084"><lat>60.79</lat><lon>11.06</lon></gaztag></toponym>
<toponym><start>18</start><end>22</end><phrase>Oslo</phrase></toponym>
</toponyms></article></articles>"""


def gold(folder: Path, text: str = ARTICLE) -> Path:
    path = folder / "gold.xml.xz"
    path.write_bytes(lzma.compress(text.encode("utf-8")))
    return path


def test_texts_are_read_with_their_toponyms(tmp_path: Path) -> None:
    (text,) = read_toponyms(gold(tmp_path))
    assert (text.name, text.text) == ("7", "A fire in Hamar & Oslo.")
    assert text.toponyms == (
        GoldToponym(10, 15, "Hamar", 3154084, 60.79, 11.06),
        GoldToponym(18, 22, "Oslo"),
    )


@pytest.mark.parametrize(
    ("start", "expected"),
    [(10, (10, 15)), (11, (10, 15)), (0, (10, 15)), (40, (10, 15)), (41, (41, 46))],
)
def test_a_span_that_is_some_signs_off_is_moved(start: int, expected: tuple[int, int]) -> None:
    assert aligned("A fire in Hamar & Oslo.", start, "Hamar") == expected


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("</articles>", "", "is no XML"),
        ("<articles>", '<!DOCTYPE a [<!ENTITY x "y">]><articles>', "has a document type"),
        ("<start>10</start>", "<start>ten</start>", "a toponym has no start"),
        ("<lat>60.79</lat>", "", "a gaztag has no lat"),
        ("<![CDATA[A fire in Hamar & Oslo.]]>", "", "an article has no text"),
    ],
)
def test_a_file_of_another_form_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in ARTICLE
    with pytest.raises(GoldError, match=rf"gold\.xml\.xz.*{message}"):
        read_toponyms(gold(tmp_path, ARTICLE.replace(old, new)))


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hidden", encoding="utf-8")
    kind = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]><articles>'
    path = gold(tmp_path, ARTICLE.replace("<articles>", kind).replace("Oslo.]]>", "]]>&x;"))
    with pytest.raises(GoldError, match="document type"):
        read_toponyms(path)


@pytest.mark.parametrize(("name", "articles"), [("LGL", 588), ("TR-News", 118)])
def test_the_shared_files_can_be_read(shared: Path, name: str, articles: int) -> None:
    texts = read_toponyms(shared / "data" / "geoparsing" / f"{name}.xml.xz")
    assert len(texts) == articles
    off = [
        each
        for text in texts
        for each in text.toponyms
        if text.text[each.start : each.end] != each.name
    ]
    assert off == []
