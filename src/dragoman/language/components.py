"""The spaCy components: each finds one thing in the network's outputs and writes it to the Doc.

``dragoman_encoder`` runs the network; the others only read what it left on the Doc. Finding and
writing are apart, so that either can be tested and replaced by itself.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain
from typing import TYPE_CHECKING, cast

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, HEAD, IS_SPACE, LEMMA, MORPH, POS
from spacy.parts_of_speech import IDS as POS_IDS
from spacy.tokens import Doc, Span

from dragoman.language import lemmas
from dragoman.language.attribution import Attribution
from dragoman.language.chains import TaggedSpan
from dragoman.language.decoder import WordSpan
from dragoman.language.features import gaps
from dragoman.language.model import Model
from dragoman.language.reading import Reading, Words
from dragoman.records import Span as CharacterSpan

if TYPE_CHECKING:
    from thinc.types import Ints2d

Integers = NDArray[np.int64]
AHEAD = 2
# The defence head's kinds (re3d) that the news head does not have.
FROM_DEFENCE = {
    "Weapon": "WEAPON",
    "MilitaryPlatform": "WEAPON",
    "Quantity": "QUANTITY",
    "Money": "QUANTITY",
    "Temporal": "TIME",
    "Nationality": "NATIONALITY",
}


def solid(doc: Doc) -> Integers:
    """Token numbers of the words, without the tokens that are only white space."""
    return np.flatnonzero(doc.to_array(IS_SPACE) == 0)


def words_of(doc: Doc) -> Words:
    """The words of a Doc and the space before each."""
    tokens = [token for token in doc if not token.is_space]
    starts = [token.idx for token in tokens]
    ends = [token.idx + len(token) for token in tokens]
    return Words([token.text for token in tokens], gaps(doc.text, starts, ends))


class EncoderComponent:
    """Runs the network over a Doc and leaves a ``Reading`` on it."""

    def __init__(self, model: Model) -> None:
        self.model = model

    def __call__(self, doc: Doc) -> Doc:
        """Read one Doc."""
        doc._.reading = self._read(doc)
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 1) -> Iterator[Doc]:
        """Read Docs in their order, the next ones while the last is worked on.

        The network runs outside Python's lock, so that one core reads while another codes.
        """
        del batch_size  # spaCy hands it to every component
        with ThreadPoolExecutor(1, "encoder") as reader:
            ahead: deque[tuple[Doc, Future[Reading]]] = deque()
            for doc in stream:
                ahead.append((doc, reader.submit(self._read, doc)))
                if len(ahead) > AHEAD:
                    yield _ready(*ahead.popleft())
            while ahead:
                yield _ready(*ahead.popleft())

    def _read(self, doc: Doc) -> Reading:
        return self.model.read([words_of(doc)])[0]


def _ready(doc: Doc, reading: Future[Reading]) -> Doc:
    doc._.reading = reading.result()
    return doc


class GrammarComponent:
    """Sentence ends, part of speech, features, lemma and dependency tree."""

    def __init__(self, model: Model) -> None:
        self.decoder = model.decoder
        self.labels = model.labels

    def __call__(self, doc: Doc) -> Doc:
        """Write the grammar of one Doc."""
        reading: Reading = doc._.reading
        if len(reading):
            heads, relations = self.find(reading)
            self.write(doc, reading, heads, relations)
        return doc

    def find(self, reading: Reading) -> tuple[Integers, Integers]:
        """Head (a word number, -1 for a root) and relation number of each word."""
        trees = [self.decoder.tree(reading, span) for span in self.decoder.sentences(reading)]
        heads, relations = zip(*trees, strict=True)
        return np.concatenate(heads), np.concatenate(relations)

    def write(self, doc: Doc, reading: Reading, heads: Integers, relations: Integers) -> None:
        """Set the attributes of all tokens at once.

        White space hangs on the word before it, so that every token has a place in the tree.
        """
        tokens = solid(doc)
        columns = np.zeros((len(doc), 5), dtype=np.int64)
        columns[:, 0] = POS_IDS["SPACE"]
        spaces = np.setdiff1d(np.arange(len(doc)), tokens)
        before = np.maximum(np.searchsorted(tokens, spaces) - 1, 0)
        columns[spaces, 1] = tokens[before] - spaces
        above = np.where(heads >= 0, tokens[np.maximum(heads, 0)], tokens)
        columns[tokens, 0] = self._numbers(doc, "upos")[reading["upos"]]
        columns[tokens, 1] = above - tokens
        columns = columns.astype(np.uint64)
        columns[spaces, 2] = doc.vocab.strings.add("dep")
        columns[tokens, 2] = self._numbers(doc, "relations")[relations]
        columns[tokens, 3] = self._lemmas(doc, tokens, reading["lemma"])
        columns[tokens, 4] = self._numbers(doc, "feats")[reading["feats"]]
        doc.from_array([POS, HEAD, DEP, LEMMA, MORPH], cast("Ints2d", columns))

    def _numbers(self, doc: Doc, head: str) -> NDArray[np.uint64]:
        labels = self.labels[head]
        if head == "upos":
            numbers = [POS_IDS[label] for label in labels]
        elif head == "feats":
            plain = ("" if label == "_" else label for label in labels)
            numbers = [doc.vocab.morphology.add(label) for label in plain]
        else:
            numbers = [doc.vocab.strings.add(label) for label in labels]
        return np.array(numbers, dtype=np.uint64)

    def _lemmas(self, doc: Doc, tokens: Integers, scripts: Integers) -> NDArray[np.uint64]:
        labels, strings = self.labels["lemma"], doc.vocab.strings
        found = (
            strings.add(lemmas.lemma(labels[script], doc[int(place)].text))
            for place, script in zip(tokens, scripts, strict=True)
        )
        return np.fromiter(found, dtype=np.uint64, count=len(tokens))


class NamesComponent:
    """Names with types: the news head's, and what only the defence head knows."""

    def __init__(self, model: Model) -> None:
        self.decoder = model.decoder

    def __call__(self, doc: Doc) -> Doc:
        """Write the names of one Doc."""
        reading: Reading = doc._.reading
        if len(reading):
            self.write(doc, self.find(reading, sentences_of(doc)))
        return doc

    def find(self, reading: Reading, sentences: Sequence[WordSpan]) -> list[TaggedSpan]:
        """Names as word spans, none overlapping another."""
        news = self.decoder.tagged(reading, "names", sentences)
        taken = set(chain.from_iterable(range(span.start, span.end) for span in news))
        others = [
            span._replace(kind=FROM_DEFENCE[span.kind])
            for span in self.decoder.tagged(reading, "defence", sentences)
            if span.kind in FROM_DEFENCE and taken.isdisjoint(range(span.start, span.end))
        ]
        return sorted([*news, *others])

    @staticmethod
    def write(doc: Doc, found: Sequence[TaggedSpan]) -> None:
        """Set ``doc.ents``."""
        tokens = solid(doc)
        doc.ents = tuple(
            Span(doc, int(tokens[span.start]), int(tokens[span.end - 1]) + 1, label=span.kind)
            for span in found
        )


class AttributionComponent:
    """Attributions with their links."""

    def __init__(self, model: Model) -> None:
        self.decoder = model.decoder

    def __call__(self, doc: Doc) -> Doc:
        """Write the attributions of one Doc."""
        tokens = solid(doc)
        doc._.attributions = tuple(
            Attribution(
                _characters(doc, tokens, linked.source),
                _characters(doc, tokens, linked.cue),
                _characters(doc, tokens, linked.content),
                linked.confidence,
            )
            for linked in self.decoder.attributions(doc._.reading)
        )
        return doc


class SentenceVectorComponent:
    """A vector for each sentence, for likeness and search."""

    def __init__(self, model: Model) -> None:
        self.decoder = model.decoder

    def __call__(self, doc: Doc) -> Doc:
        """Write the sentence vectors of one Doc."""
        reading: Reading = doc._.reading
        sentences = sentences_of(doc) if len(reading) else []
        doc._.sentence_vectors = self.decoder.sentence_vectors(reading, sentences)
        return doc


def sentences_of(doc: Doc) -> list[WordSpan]:
    """The Doc's sentences as spans of word numbers; those of white space alone are left out."""
    tokens = solid(doc)
    starts = np.searchsorted(tokens, [sentence.start for sentence in doc.sents])
    ends = np.searchsorted(tokens, [sentence.end for sentence in doc.sents])
    return [(int(a), int(b)) for a, b in zip(starts, ends, strict=True) if a < b]


def _characters(doc: Doc, tokens: Integers, spans: Iterable[WordSpan]) -> tuple[CharacterSpan, ...]:
    result = []
    for start, end in spans:
        last = doc[int(tokens[end - 1])]
        result.append((doc[int(tokens[start])].idx, last.idx + len(last)))
    return tuple(sorted(result))
