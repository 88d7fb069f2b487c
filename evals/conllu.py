"""Reading CoNLL-U treebanks: documents of sentences of words, with the raw text rebuilt.

The format: https://universaldependencies.org/format.html. Empty nodes ("8.1") are left out, as
the basic tree does not hold them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from evals.errors import GoldError
from evals.files import read_text
from evals.metrics.trees import ROOT, Extent, Trees, TreeWord

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Row = list[str]
PARAGRAPH = "\n\n"


@dataclass(frozen=True, slots=True)
class TreebankWord:
    """One syntactic word; ``head`` is 1-based within the sentence, 0 for the root."""

    form: str
    upos: str
    head: int
    relation: str


@dataclass(frozen=True, slots=True)
class SurfaceToken:
    """What is printed: one word or, for a multi-word token, ``words`` of them."""

    form: str
    words: int
    space_after: bool


@dataclass(frozen=True, slots=True)
class TreebankSentence:
    """A sentence; ``new_paragraph`` tells that it begins one."""

    words: tuple[TreebankWord, ...]
    tokens: tuple[SurfaceToken, ...]
    new_paragraph: bool

    @property
    def text(self) -> str:
        """The sentence as printed, without the space after it."""
        parts = [token.form + (" " if token.space_after else "") for token in self.tokens]
        return "".join(parts).rstrip(" ")


@dataclass(frozen=True, slots=True)
class TreebankDocument:
    """A document with its sentences in order."""

    id: str
    sentences: tuple[TreebankSentence, ...]

    def text_and_paragraphs(self) -> tuple[str, tuple[Extent, ...]]:
        """Return the raw text, paragraphs parted by a blank line, and the paragraphs' extents."""
        paragraphs: list[str] = []
        glue = ""
        for sentence in self.sentences:
            if sentence.new_paragraph or not paragraphs:
                paragraphs.append(sentence.text)
            else:
                paragraphs[-1] += glue + sentence.text
            glue = " " if sentence.tokens[-1].space_after else ""
        extents: list[Extent] = []
        start = 0
        for paragraph in paragraphs:
            extents.append((start, start + len(paragraph)))
            start += len(paragraph) + len(PARAGRAPH)
        return PARAGRAPH.join(paragraphs), tuple(extents)

    def gaps(self) -> list[str]:
        """Return the white space before each word; before the first that of a new paragraph.

        Inside a multi-word token there is none.
        """
        gaps: list[str] = []
        gap = PARAGRAPH
        for sentence in self.sentences:
            gap = PARAGRAPH if sentence.new_paragraph else gap
            for token in sentence.tokens:
                gaps.extend([gap, *[""] * (token.words - 1)])
                gap = " " if token.space_after else ""
        return gaps

    def trees(self) -> Trees:
        """Return the gold analysis, placed by characters other than white space."""
        words: list[TreeWord] = []
        sentences: list[Extent] = []
        position = 0
        for sentence in self.sentences:
            begin, first = position, len(words)
            rows = iter(sentence.words)
            for token in sentence.tokens:
                end = position + visible(token.form)
                words.extend(
                    _placed(next(rows), (position, end), first, multiword=token.words > 1)
                    for _ in range(token.words)
                )
                position = end
            sentences.append((begin, position))
        return Trees(tuple(words), tuple(sentences))


def visible(text: str) -> int:
    """Return the number of characters other than white space."""
    return sum(not character.isspace() for character in text)


def read_treebank(path: Path) -> tuple[TreebankDocument, ...]:
    """Read a CoNLL-U file, plain or ``.xz``. Without ``# newdoc`` it is one document.

    Raises:
        GoldError: a line does not have ten columns, or a head is no number; names the line.
    """
    documents: list[TreebankDocument] = []
    name, sentences = "", list[TreebankSentence]()
    for comments, rows, line in _blocks(path):
        new_document = _comment(comments, "newdoc")
        if new_document is not None and sentences:
            documents.append(TreebankDocument(name, tuple(sentences)))
            sentences = []
        if new_document is not None:
            name = new_document.removeprefix("id").lstrip(" =")
        new_paragraph = new_document is not None or _comment(comments, "newpar") is not None
        sentences.append(_sentence(rows, path, line, new_paragraph=new_paragraph))
    if not sentences:
        raise GoldError("holds no sentence", path=path)
    return (*documents, TreebankDocument(name, tuple(sentences)))


def _blocks(path: Path) -> Iterator[tuple[list[str], list[Row], int]]:
    """Yield comments, rows and the number of the first row of each sentence."""
    comments: list[str] = []
    rows: list[Row] = []
    first = 0
    for number, line in enumerate([*read_text(path).split("\n"), ""], 1):
        if line.startswith("#"):
            comments.append(line[1:].strip())
        elif line.strip():
            first = first if rows else number
            rows.append(_columns(line, path, number))
        elif rows:
            yield comments, rows, first
            comments, rows = [], []


def _columns(line: str, path: Path, number: int) -> Row:
    columns = line.rstrip("\r").split("\t")
    if len(columns) != 10:
        raise GoldError(f"has {len(columns)} columns in place of 10", path=path, line=number)
    return columns


def _comment(comments: list[str], name: str) -> str | None:
    for comment in comments:
        if comment == name or comment.startswith((f"{name} ", f"{name}=")):
            return comment.removeprefix(name).strip()
    return None


def _sentence(rows: list[Row], path: Path, line: int, *, new_paragraph: bool) -> TreebankSentence:
    try:
        words = tuple(
            TreebankWord(row[1], row[3], int(row[6]), row[7]) for row in rows if row[0].isdecimal()
        )
        tokens = tuple(_surface(rows))
    except ValueError as error:
        raise GoldError("a head or range is no number here", path=path, line=line) from error
    if sum(token.words for token in tokens) != len(words) or not words:
        raise GoldError("multi-word tokens do not fit the words", path=path, line=line)
    if any(not 0 <= word.head <= len(words) for word in words):
        raise GoldError("a head lies outside of this sentence", path=path, line=line)
    return TreebankSentence(words, tokens, new_paragraph)


def _surface(rows: list[Row]) -> Iterator[SurfaceToken]:
    last = 0
    for row in rows:
        space_after = "SpaceAfter=No" not in row[9].split("|")
        first, dash, end = row[0].partition("-")
        if dash:
            last = int(end)
            yield SurfaceToken(row[1], last - int(first) + 1, space_after)
        elif row[0].isdecimal() and int(row[0]) > last:
            yield SurfaceToken(row[1], 1, space_after)


def _placed(word: TreebankWord, extent: Extent, first: int, *, multiword: bool) -> TreeWord:
    head = first + word.head - 1 if word.head else ROOT
    return TreeWord(word.form, *extent, word.upos, head, word.relation, multiword)
