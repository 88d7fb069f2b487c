"""Answers as plain values for JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from dragoman.crises.entries import Conflict, Entry, Party, Report


def plain(value: Any) -> Any:
    """Return dictionaries, lists and texts for an answer, whatever it is made of."""
    if isinstance(value, Entry):
        return entry_row(value)
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name.rstrip("_"): plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return value


def entry_row(entry: Entry) -> dict[str, Any]:
    """Return an entry of the ledger with its reports."""
    return {
        "id": entry.id,
        "kind": entry.kind,
        "parties": {part: [_party(each) for each in told] for part, told in entry.parties.items()},
        "act": dict(entry.act),
        "first_day": plain(entry.first_day),
        "last_day": plain(entry.last_day),
        "place": entry.place,
        "country": entry.country,
        "story": entry.story,
        "origins": entry.origins,
        "confidence": entry.confidence,
        "verdict": entry.verdict,
        "conflicts": [_conflict(each) for each in entry.conflicts],
        "reports": [report_row(each) for each in entry.reports],
    }


def report_row(report: Report) -> dict[str, Any]:
    """Return which article tells a fact, and where in it."""
    fact = report.told.fact
    return {
        "article": report.article.id,
        "url": report.article.url,
        "title": report.article.title,
        "outlet": report.outlet,
        "origin": report.origin,
        "published": plain(report.article.published_at),
        "fact": fact.id,
        "evidence": [list(span) for span in fact.evidence],
        "confidence": fact.confidence,
    }


def _party(party: Party) -> dict[str, Any]:
    return {each.name: getattr(party, each.name) for each in fields(party)}


def _conflict(conflict: Conflict) -> dict[str, Any]:
    values = [
        {"value": value, "articles": [each.article.id for each in reports]}
        for value, reports in conflict.values
    ]
    return {"field": conflict.field, "values": values}
