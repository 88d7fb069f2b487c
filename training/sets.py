"""The data sets by name, each a reader of documents, and the labels they have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from dragoman.errors import ModelError
from dragoman.language import lemmas
from dragoman.records import codebook
from training import attributions, defence, own, pairs, sentences, treebanks
from training.documents import Document
from training.labels import UPOS, Labels, chain_tags, decisions

LEAST_FEATS = 3
LEAST_SCRIPTS = 3
READERS = {
    "polnear": attributions.documents,
    "re3d": defence.documents,
    "plover_relations": pairs.relations,
    "cameo_class": pairs.classes,
    "cameo_ner": pairs.participants,
    "directed_sentiment": pairs.sentiments,
    "newsmtsc": pairs.polarities,
}


def read(name: str, part: str, folder: Path) -> list[Document]:
    """Documents of data set ``name``, ``part`` train or dev, under ``folder``."""
    if name in ("ud_ewt", "ud_gum"):
        file = folder / name / f"{part}.conllu.xz"
        return list(treebanks.documents(file, with_names=name == "ud_gum"))
    if name == "own":
        return list(own.documents(part, sentences.FOLDER))
    stem = f"{part}_mt" if (name, part) == ("newsmtsc", "dev") else part
    return list(READERS[name](folder / name / f"{stem}.jsonl.xz"))


def labels(documents: Iterable[Document]) -> Labels:
    """The label sets that training ``documents`` show often enough.

    A tagging head that no document has tags for is left out of the network.

    Raises:
        ModelError: no document has a tree; nothing can be read without.
    """
    feats: Counter[str] = Counter()
    scripts: Counter[str] = Counter()
    relations: Counter[str] = Counter()
    tagged: set[str] = set()
    answered: set[str] = set()
    own_sectors = own_contexts = False
    for document in documents:
        tagged.update(document.tags)
        answered.update(name for question in document.questions for name in question.answers)
        own_sectors = own_sectors or bool(document.sectors)
        own_contexts = own_contexts or document.contexts is not None
        if document.grammar is not None:
            feats.update(document.grammar.feats)
            relations.update(document.grammar.relations)
            pairs = zip(document.words, document.grammar.lemmas, strict=True)
            scripts.update(lemmas.script(form, lemma) for form, lemma in pairs)
    if not relations:
        raise ModelError("No treebank to train on.", hint="Keep ud_ewt or ud_gum.")
    return Labels(
        UPOS,
        _frequent(feats, LEAST_FEATS),
        _frequent(scripts, LEAST_SCRIPTS),
        _frequent(relations, 1),
        {name: tags for name, tags in chain_tags().items() if name in tagged},
        {name: answers for name, answers in decisions().items() if name in answered},
        codebook().codes("sectors") if own_sectors else (),
        codebook().codes("contexts") if own_contexts else (),
    )


def _frequent(counts: Counter[str], least: int) -> tuple[str, ...]:
    kept = [(-count, label) for label, count in counts.items() if count >= least]
    return tuple(label for _, label in sorted(kept))


def answer_counts(documents: Iterable[Document]) -> Counter[tuple[str, str]]:
    """How often the questions of documents have each answer, by decision and answer."""
    return Counter(
        pair
        for document in documents
        for question in document.questions
        for pair in question.answers.items()
    )
