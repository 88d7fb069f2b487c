"""Sentences, words, tags and trees on Universal Dependencies, from raw text and gold tokens.

Raw text is rebuilt from the treebank with its paragraphs; gold tokens means gold sentences and
words. A treebank's multi-word tokens ("didn't") are known to neither: see
:mod:`evals.metrics.trees` for how their words are counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.language.features import spacing
from evals.conllu import TreebankDocument, read_treebank, visible
from evals.errors import EvaluationError
from evals.metrics.trees import (
    ROOT,
    Trees,
    TreeWord,
    add_counts,
    align,
    tree_counts,
    universal,
)
from evals.model import LanguageModel, Model, Parse, exact_article
from evals.result import Miss, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from spacy.tokens import Doc, Token

    from evals.metrics.counts import Counts

RAW = ("las", "uas", "upos", "sentences", "words")
GOLD = ("las", "uas", "upos")


def run(path: Path, model: Model) -> Outcome:
    """Measure the tree on a CoNLL-U file."""
    documents = read_treebank(path)
    raw: list[Mapping[str, Counts]] = []
    given: list[Mapping[str, Counts]] = []
    misses: list[Miss] = []
    for document, doc in zip(documents, _docs(documents, model.language), strict=True):
        gold = document.trees()
        raw.append(tree_counts(gold, checked(trees_of(doc), gold, document)))
        system = parsed(document, model.language)
        given.append(tree_counts(gold, system))
        misses.extend(missed(document, gold, system))
    return Outcome(
        sum(len(each.sentences) for each in documents), figures(raw, given), tuple(misses)
    )


def figures(raw: list[Mapping[str, Counts]], given: list[Mapping[str, Counts]]) -> dict[str, float]:
    """Return ``las_raw`` … and ``las_gold`` … from counts by document."""
    from_text, from_tokens = add_counts(raw), add_counts(given)
    return {
        **{f"{name}_raw": from_text[name].f1 for name in RAW},
        **{f"{name}_gold": from_tokens[name].f1 for name in GOLD},
    }


def trees_of(doc: Doc) -> Trees:
    """Return the analysis of a Doc. Tokens of white space are no words."""
    tokens = [token for token in doc if not token.text.isspace()]
    place = {token.i: index for index, token in enumerate(tokens)}
    ends: list[int] = []
    position = 0
    for token in tokens:
        position += visible(token.text)
        ends.append(position)
    words = tuple(
        TreeWord(
            token.text, end - visible(token.text), end, token.pos_, _head(token, place), token.dep_
        )
        for token, end in zip(tokens, ends, strict=True)
    )
    indexes = [[place[token.i] for token in sent if token.i in place] for sent in doc.sents]
    extents = tuple((words[group[0]].start, words[group[-1]].end) for group in indexes if group)
    return Trees(words, extents)


def checked(system: Trees, gold: Trees, document: TreebankDocument) -> Trees:
    """Return the system's analysis after a look that it covers the same characters."""
    ends = [trees.words[-1].end if trees.words else 0 for trees in (gold, system)]
    if ends[0] != ends[1]:
        raise EvaluationError(
            f"The Doc of {document.id} has {ends[1]} characters, the text {ends[0]}."
        )
    return system


def parsed(document: TreebankDocument, language: LanguageModel) -> Trees:
    """Return the gold words of a document with the tags and trees the parser gives them."""
    sentences = [[word.form for word in sentence.words] for sentence in document.sentences]
    answers = language.parsed(sentences, [spacing(gap) for gap in document.gaps()])
    if [len(words) for words in sentences] != [len(answer) for answer in answers]:
        raise EvaluationError(f"The parser did not give one row for every word of {document.id}.")
    gold = document.trees()
    rows = iter(_document_rows(answers))
    words = tuple(
        TreeWord(word.form, word.start, word.end, *next(rows), multiword=word.multiword)
        for word in gold.words
    )
    return Trees(words, gold.sentences)


def missed(document: TreebankDocument, gold: Trees, system: Trees) -> Iterator[Miss]:
    """Yield the words, gold tokens given, whose tag, head or relation is wrong."""
    for s, g in align(gold.words, system.words).items():
        right, answer = gold.words[g], system.words[s]
        if _answer(right) != _answer(answer):
            yield {
                "document": document.id,
                "word": right.form,
                "gold": [right.upos, right.relation, _form(gold, right.head)],
                "predicted": [answer.upos, answer.relation, _form(system, answer.head)],
            }


def _docs(documents: tuple[TreebankDocument, ...], language: LanguageModel) -> Iterator[Doc]:
    for_reading = (document.text_and_paragraphs() for document in documents)
    return language.pipe(
        exact_article(text, paragraphs=paragraphs) for text, paragraphs in for_reading
    )


def _head(token: Token, place: Mapping[int, int]) -> int:
    """Return the index of the head, past tokens of white space; :data:`ROOT` for a root."""
    head = token.head
    while head.i not in place and head.head.i != head.i:
        head = head.head
    return ROOT if head.i == token.i else place.get(head.i, ROOT)


def _document_rows(answers: list[list[Parse]]) -> Iterator[tuple[str, int, str]]:
    """Yield the rows of all sentences with heads as indexes into the document."""
    first = 0
    for answer in answers:
        for upos, head, relation in answer:
            yield upos, first + head - 1 if head else ROOT, relation
        first += len(answer)


def _answer(word: TreeWord) -> tuple[str, int, str]:
    return word.upos, word.head, universal(word)


def _form(trees: Trees, head: int) -> str:
    return "ROOT" if head == ROOT else trees.words[head].form
