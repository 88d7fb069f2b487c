"""The spaCy components that find what the heads for acts say: triggers, sides, sectors, chains.

Each leaves what it found on the Doc; nothing is decided here, the coding does that.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from dragoman.language.chains import TaggedSpan
from dragoman.language.components import sentences_of, solid
from dragoman.language.decisions import Answer, Decisions, Question
from dragoman.language.decoder import WordSpan
from dragoman.language.links import bucket
from dragoman.language.model import Model
from dragoman.language.reading import Reading
from dragoman.language.states import without_states

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]
MOST_CONTEXTS_FROM = 5


class TaggedTokens(NamedTuple):
    """Tokens ``start`` to ``end`` (exclusive) of one ``kind``, and how sure the head is."""

    start: int
    end: int
    kind: str
    confidence: float


def tagged_tokens(tokens: Integers, found: Sequence[TaggedSpan]) -> tuple[TaggedTokens, ...]:
    """Word spans as token spans."""
    return tuple(
        TaggedTokens(
            int(tokens[span.start]), int(tokens[span.end - 1]) + 1, span.kind, span.confidence
        )
        for span in found
    )


class TriggersComponent:
    """Words that name an act, with its PLOVER type."""

    head = "triggers"

    def __init__(self, model: Model) -> None:
        self.decoder = model.decoder

    def __call__(self, doc: Doc) -> Doc:
        """Write ``doc._.triggers``."""
        doc._.set(self.head, self.find(doc))
        return doc

    def find(self, doc: Doc) -> tuple[TaggedTokens, ...]:
        """The head's spans, sentence by sentence."""
        reading: Reading = doc._.reading
        if not len(reading):
            return ()
        found = self.decoder.tagged(reading, self.head, sentences_of(doc))
        return tagged_tokens(solid(doc), found)


class ParticipantsComponent(TriggersComponent):
    """Phrases that take part in an act: ``actor``, ``recipient`` or ``both``."""

    head = "participants"

    def __call__(self, doc: Doc) -> Doc:
        """Write ``doc._.participants`` and ``doc._.parts``."""
        reading: Reading = doc._.reading
        if self.head in self.decoder.chains and len(reading):
            tags = self.decoder.chains[self.head].tags
            doc._.parts = Parts(tags, reading[self.head], solid(doc))
        return super().__call__(doc)


class Parts:
    """How likely each word takes each part in an act, whatever tags stand around it."""

    def __init__(self, tags: Sequence[str], scores: Floats, tokens: Integers) -> None:
        self._tags = tags
        self._scores = scores
        self._tokens = tokens

    def of(self, token: int) -> dict[str, float]:
        """Probability of each part, and of ``none``, for a token that is no white space."""
        scores = self._scores[int(np.searchsorted(self._tokens, token))]
        shares = np.exp(scores - scores.max())
        found: dict[str, float] = {}
        for tag, share in zip(self._tags, shares / shares.sum(), strict=True):
            part = tag[2:] or "none"
            found[part] = found.get(part, 0.0) + float(share)
        return found


class DocDecisions:
    """Questions on marked tokens of a Doc."""

    def __init__(self, decisions: Decisions, tokens: Integers) -> None:
        self._decisions = decisions
        self._tokens = tokens

    def ask(self, questions: Sequence[Question]) -> Sequence[Answer]:
        """Answers to questions whose extents count tokens, in their order.

        ``Answer.roles`` has a row for each token of the sentence that is not white space.
        """
        return self._decisions.ask([self._in_words(question) for question in questions])

    def _in_words(self, question: Question) -> Question:
        marks = tuple((name, self._extent(extent)) for name, extent in question.marks)
        return Question(self._extent(question.sentence), marks)

    def _extent(self, extent: WordSpan) -> WordSpan:
        start, end = np.searchsorted(self._tokens, extent)
        return int(start), int(end)


class DecisionsComponent:
    """A way to ask the second network about words of the Doc."""

    def __init__(self, model: Model) -> None:
        self.network = model.marked

    def __call__(self, doc: Doc) -> Doc:
        """Write ``doc._.decisions``."""
        reading: Reading = doc._.reading
        if self.network is not None and len(reading):
            tokens = solid(doc)
            vectors = without_states(reading["early"], [doc[int(place)].text for place in tokens])
            doc._.decisions = DocDecisions(Decisions(self.network, vectors), tokens)
        return doc


class SectorsComponent:
    """How likely each word belongs to a party of each sector."""

    def __init__(self, model: Model) -> None:
        self.sectors: Sequence[str] = model.labels.get("sectors", ())

    def __call__(self, doc: Doc) -> Doc:
        """Write ``doc._.sectors``: scores (tokens, sectors) before the sigmoid."""
        reading: Reading = doc._.reading
        scores = np.zeros((len(doc), len(self.sectors)), dtype=np.float32)
        if self.sectors and len(reading):
            scores[solid(doc)] = reading["sectors"]
        doc._.sectors = Sectors(self.sectors, scores)
        return doc


class Sectors:
    """Scores of PLOVER's sectors by token."""

    def __init__(self, names: Sequence[str], scores: Floats) -> None:
        self._names = names
        self._scores = scores

    def of(self, start: int, end: int) -> dict[str, float]:
        """Probability of each sector for the party at tokens ``start`` to ``end``."""
        scores = self._scores[start] + self._scores[end - 1]
        likely = 1.0 / (1.0 + np.exp(-scores))
        return {name: float(value) for name, value in zip(self._names, likely, strict=True)}


class ContextsComponent:
    """What the article is about: PLOVER's contexts by the sentence vectors."""

    def __init__(self, model: Model) -> None:
        self.contexts: Sequence[str] = model.labels.get("contexts", ())
        self.decoder = model.decoder

    def __call__(self, doc: Doc) -> Doc:
        """Write ``doc._.contexts``: a probability for each context."""
        vectors = doc._.sentence_vectors
        likely = self.find(vectors) if self.contexts and len(vectors) else ()
        doc._.contexts = dict(zip(self.contexts, likely, strict=False))
        return doc

    def find(self, vectors: Floats) -> list[float]:
        """The mean over the sentences that speak for a context most."""
        weights = self.decoder.weights
        scores = vectors * SCALE @ weights["contexts.weight"].T + weights["contexts.bias"]
        likely = np.sort(1.0 / (1.0 + np.exp(-scores)), 0)[-MOST_CONTEXTS_FROM:]
        return [float(value) for value in likely.mean(0)]


SCALE = 8.0


class AntecedentsComponent:
    """What each nominal word goes back to."""

    def __init__(self, model: Model) -> None:
        self.decoder = model.decoder

    def __call__(self, doc: Doc) -> Doc:
        """Write ``doc._.antecedents``."""
        reading: Reading = doc._.reading
        if "apart" in self.decoder.weights and len(reading):
            doc._.antecedents = Antecedents(
                reading["anaphor"],
                reading["antecedent"],
                reading["alone"],
                self.decoder.weights["apart"],
                solid(doc),
            )
        return doc


class Antecedents:
    """Scores that a mention goes back to an earlier one (head words; Lee et al., 2017)."""

    def __init__(
        self, anaphor: Floats, antecedent: Floats, alone: Floats, apart: Floats, tokens: Integers
    ) -> None:
        self._anaphor, self._antecedent = anaphor, antecedent
        self._alone, self._apart, self._tokens = alone, apart, tokens

    def likely(self, token: int, earlier: Sequence[int]) -> list[float]:
        """Probability that the mention headed by ``token`` goes back to each earlier head.

        What is missing to 1 is the probability that it goes back to none of them.
        """
        word = int(np.searchsorted(self._tokens, token))
        others = np.searchsorted(self._tokens, np.array(earlier, dtype=np.int64))
        near = [bucket((word, word + 1), (int(x), int(x) + 1)) for x in others]
        scores = self._antecedent[others] @ self._anaphor[word]
        scores = scores * self._anaphor.shape[1] ** -0.5
        steps = np.array([0 if step is None else step for step in near], dtype=np.int64)
        scores = np.where([step is None for step in near], -1e4, scores + self._apart[steps])
        every = np.append(scores, self._alone[word])
        shares = np.exp(every - every.max())
        return [float(value) for value in (shares / shares.sum())[:-1]]
