"""re3d (Dstl; ConfliBERT's split) → documents with names of the defence domain."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator
from pathlib import Path

from training.documents import Document


def documents(file: Path) -> Iterator[Document]:
    """One document a sentence; its words stand apart by single spaces."""
    with lzma.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            spacings = [3] + [1] * (len(row["tokens"]) - 1)
            yield Document("re3d", row["tokens"], spacings, tags={"defence": row["tags"]})
