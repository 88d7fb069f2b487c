"""Office-holders from the table of Wikidata facts, by a table of rules."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tools.derive_holders.rows import DATA, Row, records, split

EARLIEST = "2010"
"""Terms that ended before are left out."""

_SURE = {"ambassador": 0.85, "deputy_minister": 0.85}
_STALE_YEARS = {"head_of_state": 60, "head_of_government": 25, "foreign_minister": 20}
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_KNOWN_YEAR = 2022


@dataclass(frozen=True, slots=True)
class OfficeRule:
    """What an office is: the first rule whose pattern is the whole office string."""

    pattern: re.Pattern[str]
    countries: tuple[str, ...]
    role: str
    level: int
    sectors: tuple[str, ...]
    seats: str
    office: str

    def title(self, office: str, country: str) -> str | None:
        """The title in English news, or ``None`` where the rule does not fit."""
        match = self.pattern.fullmatch(office)
        if match is None or (self.countries and country not in self.countries):
            return None
        if not self.office:
            return office[:1].upper() + office[1:]
        return self.office.format(**match.groupdict())


def office_rules() -> tuple[OfficeRule, ...]:
    """The rules of ``data/office_rules.csv``, in order."""
    return tuple(
        OfficeRule(
            re.compile(row["pattern"]),
            split(row["countries"]),
            row["role"],
            int(row["level"]),
            split(row["sectors"]),
            row["seats"],
            row["office"],
        )
        for row in records(DATA / "office_rules.csv")
    )


def rows_of_offices(
    facts: Iterable[Mapping[str, str]],
    codes: Mapping[str, str],
    rules: Iterable[OfficeRule],
) -> Iterator[Row]:
    """The rows of all facts that a rule maps; the rest is left out.

    ``codes`` maps the table's country names to codes.
    """
    rules = tuple(rules)
    for printed in facts:
        fact = {**printed, "start": _date(printed["start"]), "end": _date(printed["end"])}
        row = _row(fact, codes.get(fact["country"], ""), rules)
        if row is not None:
            yield row


def _date(printed: str) -> str:
    """What is sure of a date: ``2014s`` gives ``2014``."""
    match = _DATE.match(printed)
    return match[0] if match else ""


def _row(fact: Mapping[str, str], country: str, rules: tuple[OfficeRule, ...]) -> Row | None:
    if not country or not _is_latin(fact["person"]) or not _is_recent(fact):
        return None
    for rule in rules:
        title = rule.title(fact["office"], country)
        if title is not None:
            return _made(fact, country, rule, title)
    return None


def _is_latin(name: str) -> bool:
    return all(unicodedata.name(char, "").startswith("LATIN") for char in name if char.isalpha())


def _is_recent(fact: Mapping[str, str]) -> bool:
    start, end = fact["start"], fact["end"]
    return not end or (end >= EARLIEST and not end < start[: len(end)])


def _made(fact: Mapping[str, str], country: str, rule: OfficeRule, title: str) -> Row:
    return Row(
        person=_name(fact["person"]),
        aliases=(),
        office=title,
        role=rule.role,
        level=rule.level,
        country=country,
        sectors=rule.sectors,
        start=fact["start"] or None,
        end=fact["end"] or None,
        source="wikidata",
        confidence=_confidence(fact, rule.role),
        slot="many" if rule.seats == "many" else title,
    )


def _name(label: str) -> str:
    """A label without what tells namesakes apart, "John Smith (diplomat)"."""
    return re.sub(r"\s*\(.*?\)|,.*$| of .*$", "", label).strip()


def _confidence(fact: Mapping[str, str], role: str) -> float:
    """Lower for a term that was never closed and has run far too long."""
    sure = _SURE.get(role, 0.92)
    if fact["end"]:
        return sure
    years = _KNOWN_YEAR - int(fact["start"][:4]) if fact["start"] else 99
    if years > _STALE_YEARS.get(role, 8):
        return round(sure * 0.3, 2)
    return sure if years <= _STALE_YEARS.get(role, 8) / 2 else round(sure * 0.8, 2)
