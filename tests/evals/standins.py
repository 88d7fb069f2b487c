"""Models for tests of the tasks: they answer what they are told, without weights."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from spacy.tokens import Doc

from dragoman.language import MarkedText
from dragoman.records import Article, Record
from evals.model import Guess, Parse, exact_article


@dataclass
class StandIn:
    """Every part of a model in one, made of functions."""

    docs: Callable[[Article], Doc] | None = None
    records: Callable[[Article], Record] | None = None
    tags: Callable[[Sequence[str]], list[str]] | None = None
    trees: Callable[[Sequence[str]], list[Parse]] | None = None
    coded: Callable[[Doc], Record] | None = None
    decides: Callable[[MarkedText, str], str] | None = None
    version: str = "stand-in"
    states: frozenset[str] = frozenset({"FRA", "KEN", "PER", "EGY", "ETH", "MLI"})
    guesses: Mapping[str, Guess] = field(default_factory=dict)
    asked: list[Article] = field(default_factory=list)

    @property
    def language(self) -> StandInLanguage:
        return StandInLanguage(self)

    @property
    def reader(self) -> StandInReader:
        return StandInReader(self)

    @property
    def coder(self) -> StandInCoder:
        return StandInCoder(self)

    def is_state(self, code: str) -> bool:
        return code in self.states

    def toponyms(self, doc: Doc) -> Sequence[tuple[int, int]]:
        return [(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ == "PLACE"]

    def located(
        self, text: str, toponyms: Sequence[tuple[int, int, str]]
    ) -> Sequence[Guess | None]:
        assert all(text[start:end] == name for start, end, name in toponyms)
        return [self.guesses.get(name) for _, _, name in toponyms]

    def read_file(self, path: Path, published: str | None) -> Article:
        return self.read_text(path.read_text(encoding="utf-8"), published)

    def read_text(self, text: str, published: str | None) -> Article:
        return exact_article(text, published=published)


@dataclass
class StandInLanguage:
    model: StandIn

    @property
    def name(self) -> str:
        return self.model.version

    def pipe(self, articles: Iterable[Article]) -> Iterator[Doc]:
        assert self.model.docs is not None
        for article in articles:
            self.model.asked.append(article)
            yield self.model.docs(article)

    def tagged(self, sentences: Sequence[Sequence[str]], head: str) -> list[list[str]]:
        assert head == "defence"
        assert self.model.tags is not None
        return [self.model.tags(sentence) for sentence in sentences]

    def parsed(
        self, sentences: Sequence[Sequence[str]], spacings: Sequence[int] | None = None
    ) -> list[list[Parse]]:
        assert self.model.trees is not None
        assert spacings is None or len(spacings) == sum(map(len, sentences))
        return [self.model.trees(sentence) for sentence in sentences]

    def decided(self, items: Sequence[MarkedText], decision: str) -> list[str]:
        assert self.model.decides is not None
        return [self.model.decides(item, decision) for item in items]


@dataclass
class StandInReader:
    model: StandIn

    def pipe(self, articles: Iterable[Article]) -> Iterator[Record]:
        assert self.model.records is not None
        for article in articles:
            self.model.asked.append(article)
            yield self.model.records(article)


@dataclass
class StandInCoder:
    model: StandIn

    def record(self, doc: Doc) -> Record:
        assert self.model.coded is not None
        return self.model.coded(doc)
