"""A row of a sheet as a record: its text is the row, and its fact points at the row's cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any

from dragoman.crises.review.judging import blank
from dragoman.crises.review.parties import state_or_body
from dragoman.crises.review.sheets.days import day_of
from dragoman.crises.review.sheets.mapping import SheetMap
from dragoman.crises.review.sheets.tables import Row
from dragoman.crises.review.values import fact_of
from dragoman.errors import DataError
from dragoman.records import Actor, Article, ReaderInfo, Record, Span, check, content_id

READER = "sheet"
"""The reader of records that come from sheets."""

_NAMED = re.compile(r"(.+?)\s*\(([^()]+)\)")
_SEVERAL = re.compile(r"\s*[;+]\s*")
_QUOTED = re.compile(r"^[\"“«].*[\"”»]$", re.DOTALL)

_PARTIES: Mapping[str, str] = {
    "actor": "actors",
    "recipient": "recipients",
    "initiator": "initiator",
    "counterpart": "counterpart",
    "speaker": "speakers",
    "on_behalf_of": "on_behalf_of",
    "holder": "holder",
    "reporter": "reporter",
}
"""Fields of rows that name parties, with the fields of facts that they are."""

_CODES_DO = frozenset({"on_behalf_of", "holder", "reporter"})
_LISTS = frozenset({"actor", "recipient", "speaker", "on_behalf_of"})
_PLAIN = ("stance", "basis", "target", "channel", "status", "initiative", "medium", "kind")
_CODED = frozenset({"stance", "basis", "channel", "status", "initiative", "kind", "mode"})


@dataclass(frozen=True, slots=True)
class Made:
    """What a row says: its record with one fact, and the URL it is from."""

    record: Record
    link: str | None
    day: date | None


def record_of(row: Row, sheet_map: SheetMap, name: str, sheet: str) -> Made:
    """Return the record of a row.

    Args:
        row: Its cells.
        sheet_map: What its columns are.
        name: Of the sheet.
        sheet: The digest of the sheet.

    Raises:
        DataError: A cell is missing, or is not what its field may have.
        RecordError: The same.
    """
    return _Maker(row, sheet_map, name, sheet).made()


@dataclass(slots=True)
class _Maker:
    row: Row
    map: SheetMap
    name: str
    sheet: str
    actors: dict[str, Actor] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)
    text: str = ""

    def made(self) -> Made:
        """Return the record."""
        values = self._values()
        self._write()
        day = day_of(values["day"], self.map.dates) if "day" in values else None
        plain = self._plain(values, day)
        plain["id"] = content_id(READER, self.text, self.map.kind)
        article = self._article(day)
        facts: dict[str, Any] = {self.map.kind: (fact_of(self.map.kind, plain),)}
        actors = tuple(self.actors.values())
        record = Record(ReaderInfo(READER, "none"), article, actors, **facts)
        check(record)
        return Made(record, values.get("link"), day)

    def _values(self) -> dict[str, str]:
        """Return the values by field, with codes for what the map says is one."""
        found = dict(self.map.constants)
        for column, name in self.map.columns.items():
            if column in self.row.cells:
                found[name] = self.row.cells[column]
        for name, codes in self.map.values.items():
            folded = {key.casefold(): code for key, code in codes.items()}
            if name in found:
                found[name] = folded.get(found[name].casefold(), found[name])
        for name in _CODED & found.keys():
            found[name] = found[name].casefold()
        if "type" in found:
            found["type"] = found["type"].upper()
        return found

    def _write(self) -> None:
        """Write the row as text, one line a cell, and note where each value stands."""
        self.text = f"{self.name}\n"
        for column, name in self.map.columns.items():
            value = self.row.cells.get(column)
            if value is not None:
                self.text += f"\n{column}: "
                start = len(self.text)
                self.text += value
                self.spans[name] = (start, len(self.text))

    def _article(self, day: date | None) -> Article:
        identity = content_id(self.text)
        body = (len(self.name) + 2, len(self.text))
        return Article(
            id=identity,
            text=self.text,
            url=f"sheet:{self.sheet[:16]}/{identity[:16]}",
            title=self.name,
            title_span=(0, len(self.name)),
            publisher=self.name,
            published_at=datetime.combine(day, time(), UTC) if day is not None else None,
            paragraphs=((0, len(self.name)), body),
        )

    def _plain(self, values: Mapping[str, str], day: date | None) -> dict[str, Any]:
        """Return the fact's JSON form."""
        plain = blank(self.map.kind)
        start, end = len(self.name) + 2, len(self.text)
        if end <= start:
            raise DataError("The row is empty.")
        plain |= {"evidence": [[start, end]], "confidence": 1.0}
        for name, to in _PARTIES.items():
            if name in values and to in plain:
                plain[to] = self._parties(name, values[name])
        for name in (*_PLAIN, "type", "mode", "modality"):
            if name in values and name in plain:
                plain[name] = values[name]
        self._numbers(plain, values)
        if "topics" in plain:
            plain |= {n: _SEVERAL.split(values[n]) for n in ("topics", "outcome") if n in values}
        if day is not None and "when" in plain:
            plain["when"] = self._when(day)
        if "place" in plain and (values.get("place") or values.get("country")):
            plain["place"] = self._place(values)
        if self.map.kind == "statements":
            plain |= self._said(values)
        plain["field_evidence"] = dict(self._field_evidence(plain))
        self._require(plain)
        return plain

    def _numbers(self, plain: dict[str, Any], values: Mapping[str, str]) -> None:
        for name in ("initiator_level", "counterpart_level"):
            if name in values:
                plain[name] = values[name]
        losses = {name: values[name] for name in ("killed", "injured") if name in values}
        if losses:
            plain["casualties"] = {"killed": None, "injured": None, **losses}

    def _when(self, day: date) -> dict[str, Any]:
        told = [list(self.spans["day"])] if "day" in self.spans else []
        return {"earliest": day.isoformat(), "latest": day.isoformat(), "text": told}

    def _place(self, values: Mapping[str, str]) -> dict[str, Any]:
        country = values.get("country")
        state = state_or_body(country) if country else None
        if country and state is None:
            raise DataError(f"{country!r} is no country.")
        blank_place = dict.fromkeys(("lat", "lon", "geonames"))
        told = [list(self.spans["place"])] if "place" in self.spans else []
        name = values.get("place") or str(country)
        code = state.country if state is not None else None
        return {"name": name, "country": code, **blank_place, "text": told}

    def _said(self, values: Mapping[str, str]) -> dict[str, Any]:
        """Return what a statement is made of; words in quotation marks are said directly."""
        if "content" not in self.spans:
            raise DataError("The row does not tell what was said.")
        direct = _QUOTED.match(values["content"]) is not None
        kind = values.get("kind", "direct" if direct else "indirect")
        source = [list(self.spans["speaker"])] if "speaker" in self.spans else []
        return {"content": [list(self.spans["content"])], "source": source, "kind": kind}

    def _field_evidence(self, plain: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
        for name, span in self.spans.items():
            to = {**_PARTIES, "day": "when", "killed": "casualties"}.get(name, name)
            if to in plain and to not in {"id", "evidence"}:
                yield to, [list(span)]

    def _require(self, plain: Mapping[str, Any]) -> None:
        for name in ("initiator", "counterpart", "holder", "stance", "target", "type", "speakers"):
            if name in plain and not plain[name]:
                raise DataError(f"The row has no {name.removesuffix('s')}.")

    def _parties(self, name: str, value: str) -> Any:
        several = [each for each in _SEVERAL.split(value) if each]
        if name not in _LISTS and len(several) != 1:
            raise DataError(f"The {name} is one party, not {len(several)}.")
        found = [self._party(each, codes_do=name in _CODES_DO) for each in several]
        return list(dict.fromkeys(found)) if name in _LISTS else found[0]

    def _party(self, given: str, *, codes_do: bool) -> str:
        """Return the code of a state or body, or the id of an actor, who is put into the record."""
        named = _NAMED.fullmatch(given)
        actor = state_or_body(given)
        if actor is not None and codes_do:
            return str(actor.country)
        if actor is None:
            name, country = (named[1], state_or_body(named[2])) if named else (given, None)
            if named and country is None:
                raise DataError(f"{named[2]!r} is no state or body.")
            if codes_do and country is None:
                raise DataError(
                    f"{given!r} is no state or body.", hint="Write a person as NAME (STATE)."
                )
            code = country.country if country is not None else None
            kind = "person" if name[:1].isupper() else "unnamed"
            actor = _actor(kind, name, code)
        self.actors.setdefault(actor.id, actor)
        return actor.id


def _actor(kind: Any, name: str, country: str | None) -> Actor:
    return Actor(content_id("actor", kind, name, country), name, kind, country)
