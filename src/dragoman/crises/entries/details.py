"""The details of reports that may differ, each as words that can be compared and shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dragoman.crises.entries.model import Report

Detail = Callable[[Report], str | None]


def day(report: Report) -> str | None:
    """Return the days of a report's own time: one, or the first and the last."""
    first, last = report.told.earliest, report.told.latest
    if first is None or last is None:
        return None
    return str(first) if first == last else f"{first}/{last}"


def initiator(report: Report) -> str | None:
    """Return who began, where the report says so."""
    if report.told.fact.initiative != "known":
        return None
    return ", ".join(each.id for each in report.parties.get("initiator", ())) or None


def level(party: str) -> Detail:
    """Return the detail: at what level a report has a side of a contact."""

    def found(report: Report) -> str | None:
        for part in ("initiator", "counterpart"):
            if party in {each.id for each in report.parties.get(part, ())}:
                told = getattr(report.told.fact, f"{part}_level")
                return None if told is None else str(told)
        return None

    return found


def channel(report: Report) -> str | None:
    """Return the channel, where the report tells it."""
    told: str = report.told.fact.channel
    return None if told == "unspecified" else told


def place(report: Report) -> str | None:
    """Return the place's name."""
    told = report.told.fact.place
    return told.name if told else None


def casualties(name: str) -> Detail:
    """Return the detail: how many were killed or injured; "some" is no number."""

    def found(report: Report) -> str | None:
        told = report.told.fact.casualties
        value = getattr(told, name) if told else None
        return str(value) if isinstance(value, int) else None

    return found


def field(name: str) -> Detail:
    """Return the detail: what a field of the fact holds."""
    return lambda report: getattr(report.told.fact, name)


def texts(name: str) -> Detail:
    """Return the detail: what texts a field of the fact holds."""
    return lambda report: "; ".join(sorted(getattr(report.told.fact, name))) or None


BY_KIND: Mapping[str, Mapping[str, Detail]] = {
    "events": {
        "day": day,
        "mode": field("mode"),
        "place": place,
        "casualties.killed": casualties("killed"),
        "casualties.injured": casualties("injured"),
    },
    "contacts": {"day": day, "initiator": initiator, "channel": channel, "place": place},
    "statements": {"day": day, "medium": field("medium")},
    "positions": {"stance": field("stance")},
    "attitudes": {},
}
"""What reports of a kind of fact may contradict one another in, beside who takes part."""
