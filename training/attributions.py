"""PolNeAR (Newell et al., LREC 2018) → documents with attribution tags and links."""

from __future__ import annotations

import json
import lzma
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.language.features import gaps
from dragoman.language.tokens import tokenizer
from training.documents import Document, Link, WordSpan, tag


def documents(file: Path) -> Iterator[Document]:
    """One document an article, by the alphabetically first annotator."""
    with lzma.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield _document(json.loads(line))


def _document(row: dict[str, Any]) -> Document:
    tokens = [token for token in tokenizer()(row["text"]) if not token.is_space]
    starts = [token.idx for token in tokens]
    ends = [token.idx + len(token) for token in tokens]
    chosen = min(row["annotations"], key=lambda annotation: annotation["annotator"])
    links = [_link(item, starts, ends) for item in chosen["attributions"]]
    spans: list[tuple[WordSpan, str]] = []
    for kind in ("cue", "source", "content"):
        spans += [(span, kind) for link in links for span in getattr(link, kind)]
    return Document(
        "polnear",
        [token.text for token in tokens],
        gaps(row["text"], starts, ends),
        tags={"attribution": tag(len(tokens), spans)},
        links=links,
    )


def _link(item: dict[str, Any], starts: list[int], ends: list[int]) -> Link:
    return Link(*(_spans(item[part], starts, ends) for part in ("cue", "source", "content")))


def _spans(spans: list[list[int]], starts: list[int], ends: list[int]) -> list[WordSpan]:
    found = [(bisect_right(ends, start), bisect_left(starts, end)) for start, end in spans]
    return [(start, end) for start, end in found if start < end]
