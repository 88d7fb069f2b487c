"""Which files are read, by how their names end; the rest of a name says nothing."""

from __future__ import annotations

SUFFIXES = (
    *(".txt", ".text", ".html", ".htm", ".xhtml", ".json", ".xml", ".rss", ".atom"),
    *(".jsonl", ".ndjson", ".warc", ".txt.gz", ".html.gz"),
    *(".jsonl.gz", ".jsonl.xz", ".jsonl.bz2", ".warc.gz"),
)
"""Texts, pages, feeds, JSON lines and web archives."""

COMPRESSED = (".gz", ".xz", ".bz2")


def suffix_of(name: str) -> str | None:
    """Return how a file's name ends, in small letters; ``None`` where such files are not read.

    >>> suffix_of("../March.JSONL.gz"), suffix_of("report.pdf")
    ('.jsonl.gz', None)
    """
    folded = name.strip().lower()
    found = [each for each in SUFFIXES if folded.endswith(each)]
    return max(found, key=len, default=None)
