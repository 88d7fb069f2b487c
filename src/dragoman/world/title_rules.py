"""The rules by which office titles are composed, read from ``data/offices.toml``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from importlib.resources.abc import Traversable
from typing import Any, get_args

from dragoman.errors import DataError
from dragoman.world.model import OfficeTitle, Qualifier
from dragoman.world.tables import read_toml

FILE = "offices.toml"
_TABLES = {
    "levels", "deputies", "modifiers", "suffixes", "degrees", "patterns", "portfolios", "heads"
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TitleRules:
    """What ``offices.toml`` holds; see the comments there."""

    levels: Mapping[str, int]
    deputies: Mapping[str, str]
    modifiers: Mapping[Qualifier, tuple[str, ...]]
    suffixes: Mapping[Qualifier, tuple[str, ...]]
    degrees: tuple[str, ...]
    patterns: tuple[str, ...]
    deputy_patterns: tuple[str, ...]
    state_secretaries: tuple[str, ...]
    below_in: tuple[str, ...]
    portfolios: Mapping[str, tuple[str, ...]]
    head_words: tuple[str, ...]
    shared_words: tuple[str, ...]
    not_before: frozenset[str]
    international: frozenset[str]
    forces: frozenset[str]
    leaders: frozenset[str]

    @classmethod
    def load(cls, folder: Traversable) -> TitleRules:
        """Read and check the file.

        Raises:
            DataError: The file is no TOML, lacks a table, or names an unknown role or qualifier.
        """
        tables = _tables(folder)
        heads, patterns = tables["heads"], tables["patterns"]
        rules = cls(
            levels=tables["levels"],
            deputies=tables["deputies"],
            modifiers=_by_qualifier(tables["modifiers"]),
            suffixes=_by_qualifier(tables["suffixes"]),
            degrees=tuple(tables["degrees"]["words"]),
            patterns=tuple(patterns["titles"]),
            deputy_patterns=tuple(patterns["deputy_titles"]),
            state_secretaries=tuple(patterns["state_secretaries"]),
            below_in=tuple(patterns["below_in"]),
            portfolios={role: tuple(names) for role, names in tables["portfolios"].items()},
            head_words=tuple(heads["words"]),
            shared_words=tuple(heads["shared"]),
            not_before=frozenset(heads["not_before"]),
            international=frozenset(heads["international"]),
            forces=frozenset(heads["forces"]),
            leaders=frozenset(heads["leaders"]),
        )
        rules.check()
        return rules

    def check(self) -> None:
        """Check that every role named has a level.

        Raises:
            DataError: A role has none.
        """
        named = {*self.deputies, *self.deputies.values(), *self.portfolios}
        unknown = sorted(named - set(self.levels))
        if unknown or set(self.deputies) != set(self.levels):
            raise DataError(f"{FILE}: every role needs a level and a deputy ({unknown}).")

    def make(self, title: str, role: str, sector: str | None) -> OfficeTitle:
        """Return an office with the level of its role."""
        return OfficeTitle(title, role, self.levels[role], sector)

    def composed(self) -> Iterator[OfficeTitle]:
        """Yield the titles that patterns and portfolios make: "minister of health"."""
        for role, portfolios in self.portfolios.items():
            for portfolio in portfolios:
                yield from self._composed(portfolio, role)

    def _composed(self, portfolio: str, role: str) -> Iterator[OfficeTitle]:
        for pattern in self.patterns:
            yield self.make(pattern.format(portfolio), role, "GOV")
        for pattern in self.deputy_patterns:
            yield self.make(pattern.format(portfolio), self.deputies[role], "GOV")
        for pattern in self.state_secretaries:
            title = pattern.format(portfolio)
            below = self.make(title, "deputy_minister", "GOV")
            elsewhere = dict.fromkeys(self.below_in, below)
            yield replace(self.make(title, role, "GOV"), elsewhere=elsewhere)

    def qualified(self, office: OfficeTitle, qualifier: Qualifier) -> OfficeTitle:
        """Return the office as a modifier changes it; the outermost modifier is kept."""
        if qualifier == "deputy":
            office = self._deputy(office)
        return replace(
            office,
            qualifier=qualifier,
            elsewhere={
                code: self.qualified(other, qualifier) for code, other in office.elsewhere.items()
            },
        )

    def _deputy(self, office: OfficeTitle) -> OfficeTitle:
        role = self.deputies[office.role]
        return replace(office, role=role, level=self.levels[role])


def plural(title: str) -> str:
    """Return the plural of a title: "chiefs of staff", "spokesmen"."""
    words = title.split()
    head = next((index for index, word in enumerate(words) if word in _LINKS), len(words)) - 1
    if head > 0 and words[head] == "general" and words[head - 1] in _BEFORE_GENERAL:
        head -= 1
    words[head] = _plural_word(words[head])
    return " ".join(words)


_LINKS = frozenset({"of", "for", "to", "in", "at", "on", "without"})
_BEFORE_GENERAL = frozenset(
    {"secretary", "director", "attorney", "consul", "governor", "commissioner", "prosecutor"}
)


def _plural_word(word: str) -> str:
    if word.endswith("man") and word != "shaman":
        return word[:-2] + "en"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


def _tables(folder: Traversable) -> dict[str, dict[str, Any]]:
    tables = read_toml(folder, FILE)
    if set(tables) != _TABLES:
        raise DataError(f"{FILE}: the tables must be {', '.join(sorted(_TABLES))}.")
    return tables


def _by_qualifier(table: Mapping[str, list[str]]) -> dict[Qualifier, tuple[str, ...]]:
    known: dict[str, Qualifier] = {qualifier: qualifier for qualifier in get_args(Qualifier)}
    unknown = sorted(set(table) - set(known))
    if unknown:
        raise DataError(f"{FILE}: {', '.join(unknown)} is no qualifier.")
    return {known[qualifier]: tuple(words) for qualifier, words in table.items()}
