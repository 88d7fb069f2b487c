"""The reader as it is installed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from dragoman import Reader
from dragoman.coding.coder import Coder
from dragoman.ingest import from_text, read_article
from dragoman.language import Language
from dragoman.settings import Settings
from dragoman.world import world

if TYPE_CHECKING:
    from pathlib import Path

    from dragoman.records import Article
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
        """The coder with the world as shipped."""
        return Coder(world())

    @property
    def version(self) -> str:
        """Name and version of the language model."""
        return self.language.name

    def is_state(self, code: str) -> bool:
        """Whether the world knows a state of that code."""
        return world().state(code) is not None

    def read_file(self, path: Path, published: str | None) -> Article:
        """Read a page or text file through ``dragoman.ingest``."""
        return read_article(path, published=published)

    def read_text(self, text: str, published: str | None) -> Article:
        """Read a text through ``dragoman.ingest``."""
        return from_text(text, published=published)
