"""Article → Doc: the one object the rest of the program asks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import tee

from spacy.language import Language as SpacyLanguage
from spacy.tokens import Doc

from dragoman.errors import ModelError, TooLarge
from dragoman.language import foreign, registration
from dragoman.language.components import words_of
from dragoman.language.decisions import MarkedNetwork, Question
from dragoman.language.decoder import WordSpan
from dragoman.language.marked_text import MarkedText
from dragoman.language.model import SHIPPED, Model
from dragoman.language.reading import Words
from dragoman.language.states import without_states
from dragoman.language.tokens import blank
from dragoman.records import Article
from dragoman.settings import Settings

MOST_WORDS = 100_000
Parsed = tuple[str, int, str]


class Language:
    """Reads articles: text → Doc with tags, tree, names, attributions, sentence vectors.

    ``nlp`` is the spaCy pipeline behind it. With the setting ``pipeline`` an installed spaCy
    pipeline does the tagging, parsing and naming; attributions and sentence vectors stay.
    """

    def __init__(self, nlp: SpacyLanguage, model: Model, *, foreign_pipeline: str | None) -> None:
        self.nlp = nlp
        self.model = model
        self._foreign = foreign_pipeline

    @classmethod
    def load(cls, settings: Settings | None = None) -> Language:
        """Load the model the settings name (the shipped one by default).

        Raises:
            ModelError: the model, or the spaCy pipeline asked for, cannot be loaded.
        """
        settings = settings or Settings.load()
        folder = str(settings.model or SHIPPED)
        config = {
            "folder": folder,
            "threads": settings.threads,
            "batch_size": settings.batch_size,
        }
        registration.register()
        if settings.pipeline:
            nlp = foreign.load(settings.pipeline)
            names = registration.BESIDE_FOREIGN
        else:
            nlp = blank()
            names = registration.ALL
        for name in names:
            nlp.add_pipe(name, config=config)
        nlp.max_length = 100 * MOST_WORDS
        model = registration.load_model(folder, settings.threads, settings.batch_size)
        return cls(nlp, model, foreign_pipeline=settings.pipeline)

    @property
    def name(self) -> str:
        """The model as records name it, with the spaCy pipeline where one is used."""
        return f"{self.model.name} + {self._foreign}" if self._foreign else self.model.name

    def doc(self, article: Article) -> Doc:
        """Read one article.

        Raises:
            TooLarge: the article has more than 100,000 words.
        """
        return next(self.pipe([article]))

    def pipe(self, articles: Iterable[Article], *, batch_size: int | None = None) -> Iterator[Doc]:
        """Read articles, ``batch_size`` at a time; Docs come in the order of the articles."""
        first, second = tee(articles)
        docs = self.nlp.pipe((self.make(article) for article in first), batch_size=batch_size)
        for doc, article in zip(docs, second, strict=True):
            doc._.article = article
            doc.user_data["model"] = self.name
            # The heads' raw outputs are the bulk of a Doc and nobody reads them from here on.
            doc._.reading = None
            yield doc

    def make(self, article: Article) -> Doc:
        """The article cut into words, nothing read yet."""
        if len(article.text) > self.nlp.max_length:
            raise TooLarge(
                f"the article has {len(article.text):,} characters.",
                source=article.url or article.title or article.id,
                hint="Split it into articles.",
            )
        doc = self.nlp.make_doc(article.text)
        if len(doc) > MOST_WORDS:
            raise TooLarge(
                f"the article has {len(doc):,} words.",
                source=article.url or article.title or article.id,
                hint="Split it into articles.",
            )
        return doc

    def encode_only(self, articles: Iterable[Article]) -> int:
        """Run the encoder alone over ``articles``; returns the word pieces run.

        What everything else costs is measured against this.
        """
        return self.model.encode_only([words_of(self.make(article)) for article in articles])

    def tagged(self, sentences: Sequence[Sequence[str]], head: str) -> list[list[str]]:
        """BIO tags of one tagging head for sentences already cut into words."""
        texts = [Words(words, _single_spaced(words)) for words in sentences]
        readings = self.model.read(texts)
        chain = self.model.decoder.chains[head]
        paths = chain.decode([reading[head] for reading in readings])
        return [[chain.tags[number] for number in path] for path in paths]

    def decided(self, items: Sequence[MarkedText], decision: str) -> list[str]:
        """The likeliest answer to one decision for texts with marked words.

        Each text is one sentence, or is asked about as if it were.

        Raises:
            ModelError: the model was trained without sentences that show this decision.
        """
        network = self.model.marked
        if network is None or decision not in network.decisions:
            raise ModelError(f"the model {self.name} cannot decide on {decision!r}.")
        return [self._decided(network, item, decision) for item in items]

    def _decided(self, network: MarkedNetwork, item: MarkedText, decision: str) -> str:
        doc = self.nlp.make_doc(item.text)
        reading = self.model.read([words_of(doc)])[0]
        tokens = [token for token in doc if not token.is_space]
        starts = [token.idx for token in tokens]
        ends = [token.idx + len(token) for token in tokens]
        marks = tuple(
            (name, (bisect_right(ends, begin), bisect_left(starts, end)))
            for name, (begin, end) in item.marks
        )
        vectors = without_states(reading["early"], [token.text for token in tokens])
        (answer,) = network.ask(vectors, [Question((0, len(tokens)), marks)])
        return answer.best(decision)[0]

    def parsed(
        self, sentences: Sequence[Sequence[str]], spacings: Sequence[int] | None = None
    ) -> list[list[Parsed]]:
        """Part of speech, head (1-based, 0 for the root) and relation of given words.

        ``sentences`` are those of one document, in order; ``spacings`` (one a word of the
        document, see :data:`features.SPACINGS`) says what stands before each.
        """
        forms = [word for words in sentences for word in words]
        if spacings is None:
            spacings = _single_spaced(forms)
        reading = self.model.read([Words(forms, spacings)])[0]
        labels, decoder = self.model.labels, self.model.decoder
        result, start = [], 0
        for words in sentences:
            span: WordSpan = (start, start + len(words))
            heads, relations = decoder.tree(reading, span)
            upos = reading["upos"][start : span[1]]
            rows = zip(upos, heads, relations, strict=True)
            result.append(
                [
                    (labels["upos"][u], int(h) - start + 1 if h >= 0 else 0, labels["relations"][r])
                    for u, h, r in rows
                ]
            )
            start = span[1]
        return result


def _single_spaced(words: Sequence[str]) -> list[int]:
    return [3] + [1] * (len(words) - 1)
