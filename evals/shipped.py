"""The reader as it is installed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from dragoman import Reader
from dragoman.coding.coder import Coder
from dragoman.coding.toponyms import Resolver, Toponym, hints_of, printed_toponyms
from dragoman.ingest import from_text, read_article
from dragoman.language import Language
from dragoman.settings import Settings
from dragoman.world import world
from dragoman.world.gazetteer import gazetteer
from evals.model import Guess

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from spacy.tokens import Doc

    from dragoman.records import Article
    from dragoman.world.gazetteer import GeoPlace
    from evals.model import DocCoder, LanguageModel, RecordReader


class ShippedModel:
    """The reader as it is installed, with the settings of the environment."""

    @cached_property
    def language(self) -> LanguageModel:
        """The language model; loading it takes a second or two."""
        return Language.load(Settings.load())

    @cached_property
    def reader(self) -> RecordReader:
        """The reader with the same settings."""
        return Reader()

    @cached_property
    def coder(self) -> DocCoder:
        """The coder with the world as shipped, and the places in use."""
        return Coder(world(), gazetteer=gazetteer(Settings.load().data_folder))

    @property
    def version(self) -> str:
        """Name and version of the language model."""
        return self.language.name

    def is_state(self, code: str) -> bool:
        """Whether the world knows a state of that code."""
        return world().state(code) is not None

    def toponyms(self, doc: Doc) -> Sequence[tuple[int, int]]:
        """Return what the coder takes for toponyms."""
        return printed_toponyms(doc, world())

    def located(
        self, text: str, toponyms: Sequence[tuple[int, int, str]]
    ) -> Sequence[Guess | None]:
        """Resolve toponyms with the places in use."""
        printed = [Toponym(*each) for each in toponyms]
        found = self._resolver.resolve(text, printed, hints_of(text, printed, world()))
        return [None if each is None else _guess(each.place) for each in found]

    @cached_property
    def _resolver(self) -> Resolver:
        return Resolver(gazetteer(Settings.load().data_folder), world())

    def read_file(self, path: Path, published: str | None) -> Article:
        """Read a page or text file through ``dragoman.ingest``."""
        return read_article(path, published=published)

    def read_text(self, text: str, published: str | None) -> Article:
        """Read a text through ``dragoman.ingest``."""
        return from_text(text, published=published)


def _guess(place: GeoPlace) -> Guess:
    told = f"{place.name}, {place.feature}, {place.admin1 or ''} {place.country or ''}".strip()
    return Guess(place.geonames, place.lat, place.lon, told)
