"""From the heads' raw outputs to sentences, trees, names and attributions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dragoman.language.chains import Chain, TaggedSpan
from dragoman.language.links import bucket
from dragoman.language.marginals import Marginals
from dragoman.language.reading import Reading
from dragoman.language.trees import best_tree

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]
WordSpan = tuple[int, int]
LONGEST_SENTENCE = 400
# Link scores (log odds) above which a content is a cue's first, or one more beside another.
FIRST_CONTENT, FURTHER_CONTENT = -2.0, 0.0
# How likely a cue that the best tags passed over must be, and how far from its content, in words,
# it is sought. Both, and the score of a further content, were set on PolNeAR's training articles.
LIKELY_CUE, AROUND = 0.2, 40


def gelu(values: Floats) -> Floats:
    """The rectifier of Hendrycks and Gimpel (2016), by its usual tanh form."""
    cubed = values * values * values  # numpy's power is ten times slower
    inner = np.float32(0.7978845608) * (values + np.float32(0.044715) * cubed)
    return np.asarray(np.float32(0.5) * values * (1 + np.tanh(inner)), dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Linked:
    """One attribution as word spans of the text."""

    source: tuple[WordSpan, ...]
    cue: tuple[WordSpan, ...]
    content: tuple[WordSpan, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Decoder:
    """The small weights that work on pairs of words, and the label sets."""

    labels: Mapping[str, Any]
    weights: Mapping[str, Floats]
    chains: Mapping[str, Chain]

    @classmethod
    def make(cls, labels: Mapping[str, Any], weights: Mapping[str, Floats]) -> Decoder:
        """Build the chains from labels and weights named ``chains.NAME.transitions``."""
        chains = {
            name: Chain.make(
                tags, weights[f"chains.{name}.transitions"], weights[f"chains.{name}.start"]
            )
            for name, tags in labels["tags"].items()
        }
        return cls(labels, weights, chains)

    def sentences(self, reading: Reading) -> list[WordSpan]:
        """Word spans of the sentences; a new paragraph always begins one."""
        if not len(reading):
            return []
        begins = (reading["sentence"] > 0) | (np.asarray(reading.spacings) == 3)
        begins[0] = True
        starts = [int(place) for place in np.flatnonzero(begins)]
        return [
            part
            for start, end in pairwise([*starts, len(reading)])
            for part in _shorten(start, end)
        ]

    def tree(self, reading: Reading, span: WordSpan) -> tuple[Integers, Integers]:
        """Heads (word numbers of the text, -1 for the root) and relations of one sentence."""
        start, end = span
        heads = best_tree(self._arcs(reading, start, end))
        inner = heads >= 0
        heads = np.where(inner, heads + start, -1)
        relations = np.full(end - start, self.labels["relations"].index("root"))
        places = np.flatnonzero(inner)
        if len(places):
            relations[places] = self.relations(reading, places + start, heads[places])
        return heads, relations

    def _arcs(self, reading: Reading, start: int, end: int) -> Floats:
        rows = slice(start, end)
        scores = reading["arc_dependent"][rows] @ reading["arc_head"][rows].T
        scores += reading["arc_prior"][rows]
        distance = self.weights["distance"]
        reach = len(distance) // 2
        places = np.arange(end - start)
        apart = np.clip(places[None, :] - places[:, None], -reach, reach) + reach
        scores += distance[apart]
        return np.concatenate([reading["arc_root"][rows][:, None], scores], 1)

    def relations(self, reading: Reading, dependents: Integers, heads: Integers) -> Integers:
        """Relation numbers of aligned dependents and heads; never root."""
        hidden = gelu(reading["relation_dependent"][dependents] + reading["relation_head"][heads])
        scores = hidden @ self.weights["relation_out.weight"].T + self.weights["relation_out.bias"]
        scores[:, self.labels["relations"].index("root")] = -np.inf
        return np.asarray(scores.argmax(1), dtype=np.int64)

    def tagged(self, reading: Reading, head: str, parts: Sequence[WordSpan]) -> list[TaggedSpan]:
        """Spans of a tagging head, each part of the text decoded by itself.

        A model trained without data for a head has no such head, and none of its spans.
        """
        if head not in self.chains:
            return []
        chain, rows = self.chains[head], reading[head]
        emissions = [rows[start:end] for start, end in parts]
        paths = chain.decode(emissions)
        return [
            found._replace(start=found.start + start, end=found.end + start)
            for (start, _), path, emission in zip(parts, paths, emissions, strict=True)
            for found in chain.spans(path, emission)
        ]

    def attributions(self, reading: Reading) -> list[Linked]:
        """Sources, cues and contents of the whole text, joined by their cues.

        Each content goes to the cue that scores best with it. One that goes to none gets the
        likeliest cue among those that the best tags passed over, if that is likely enough. Each
        cue takes the source that scores best with it if that is likelier than not.
        """
        if not len(reading):
            return []
        spans = self.tagged(reading, "attribution", [(0, len(reading))])
        owned: dict[TaggedSpan, list[TaggedSpan]] = {
            span: [] for span in spans if span.kind == "cue"
        }
        contents = [span for span in spans if span.kind == "content"]
        for content in self._share_out(reading, owned, contents):
            cue = self._passed_over(reading, content, [*spans, *owned])
            if cue is not None:
                owned[cue] = [content]
        return self._with_sources(reading, owned, [span for span in spans if span.kind == "source"])

    def _share_out(
        self,
        reading: Reading,
        owned: Mapping[TaggedSpan, list[TaggedSpan]],
        contents: Sequence[TaggedSpan],
    ) -> Sequence[TaggedSpan]:
        """Give each content to the cue that scores best with it; returns those that go to none.

        Of several that go to one cue, all but the best must be likelier than not.
        """
        cues = list(owned)
        if not cues or not contents:
            return contents
        scores = self._links(reading, cues, contents)[..., 1]
        lone = []
        for number in np.argsort(-scores.max(0), kind="stable"):
            owner = int(scores[:, number].argmax())
            mine = owned[cues[owner]]
            if scores[owner, number] > (FURTHER_CONTENT if mine else FIRST_CONTENT):
                mine.append(contents[number])
            else:
                lone.append(contents[number])
        return sorted(lone)

    def _passed_over(
        self, reading: Reading, content: TaggedSpan, taken: Iterable[TaggedSpan]
    ) -> TaggedSpan | None:
        """The likeliest cue of a content that stands in none of the spans ``taken``."""
        low, high = max(0, content.start - AROUND), min(len(reading), content.end + AROUND)
        sums = Marginals.of(self.chains["attribution"], reading["attribution"][low:high])
        busy = {place for span in taken for place in range(span.start, span.end)}
        cues = [
            found._replace(start=found.start + low, end=found.end + low)
            for found in sums.spans("cue", LIKELY_CUE)
            if busy.isdisjoint(range(found.start + low, found.end + low))
        ]
        if not cues:
            return None
        linked = np.exp(-np.logaddexp(0, -self._links(reading, cues, [content])[:, 0, 1]))
        likely = linked * [cue.confidence for cue in cues]
        best = int(likely.argmax())
        return cues[best] if likely[best] > LIKELY_CUE else None

    def _with_sources(
        self,
        reading: Reading,
        owned: Mapping[TaggedSpan, Sequence[TaggedSpan]],
        sources: Sequence[TaggedSpan],
    ) -> list[Linked]:
        cues = sorted(owned)
        scores = self._links(reading, cues, sources)[..., 0]
        return [
            _linked(cue, self._best_source(row, sources), sorted(owned[cue]))
            for cue, row in zip(cues, scores, strict=True)
        ]

    def _links(
        self, reading: Reading, cues: Sequence[TaggedSpan], spans: Sequence[TaggedSpan]
    ) -> Floats:
        """Scores (cues, spans, 2) as source and as content; very low where too far apart."""
        result = np.full((len(cues), len(spans), 2), -1e4, dtype=np.float32)
        pairs = [
            (row, column, near)
            for row, cue in enumerate(cues)
            for column, span in enumerate(spans)
            if (near := bucket((cue.start, cue.end), (span.start, span.end))) is not None
        ]
        if not pairs:
            return result
        rows, columns, steps = (np.array(part) for part in zip(*pairs, strict=True))
        begin = np.array([span.start for span in spans])[columns]
        end = np.array([span.end - 1 for span in spans])[columns]
        cue = np.array([span.start for span in cues])[rows]
        hidden = gelu(
            reading["link_cue"][cue]
            + reading["link_begin"][begin]
            + reading["link_end"][end]
            + self.weights["link_distance.weight"][steps]
        )
        result[rows, columns] = (
            hidden @ self.weights["link_out.weight"].T + self.weights["link_out.bias"]
        )
        return result

    @staticmethod
    def _best_source(scores: Floats, sources: Sequence[TaggedSpan]) -> TaggedSpan | None:
        if not sources:
            return None
        best = int(scores.argmax())
        return sources[best] if scores[best] > 0 else None

    def sentence_vectors(self, reading: Reading, sentences: Sequence[WordSpan]) -> Floats:
        """(sentences, width) vectors of length one, close to the original encoder's."""
        width = len(self.weights["embed.bias"])
        if not sentences:
            return np.zeros((0, width), dtype=np.float32)
        starts = [start for start, _ in sentences]
        sums = np.add.reduceat(reading["embed"], starts, 0)
        sizes = np.array([end - start for start, end in sentences], dtype=np.float32)
        vectors = (sums / sizes[:, None]) @ self.weights["embed.weight"].T
        vectors += self.weights["embed.bias"]
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.maximum(norms, 1e-9), dtype=np.float32)


def _shorten(start: int, end: int) -> list[WordSpan]:
    """Runaway sentences are cut, so that no page makes a score table of unbounded size."""
    bounds = [*range(start, end, LONGEST_SENTENCE), end]
    return list(pairwise(bounds))


def _linked(cue: TaggedSpan, source: TaggedSpan | None, contents: Sequence[TaggedSpan]) -> Linked:
    parts = [cue, *contents, *([source] if source else [])]
    sure = float(np.mean([part.confidence for part in parts]))
    return Linked(
        ((source.start, source.end),) if source else (),
        ((cue.start, cue.end),),
        tuple((part.start, part.end) for part in contents),
        sure,
    )
