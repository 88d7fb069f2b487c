"""Terms of heads of state and government from the Factbook's snapshots.

A snapshot tells who was in office on some days. Observations of one person in one seat are joined
to a term; it ends where the next holder's begins, or where the person is no longer printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from dragoman.world.names import families, fold, likeness, words
from dragoman.world.partial_dates import first_day
from tools.derive_holders.printed import Printed, Title, persons
from tools.derive_holders.rows import Row

LAST = "2026-01-01"
"""Who is still printed from this day on is in office as far as the source knows."""

_TERSE = "2024-05-01"
"""From about this day on the entries no longer name deputies."""

Errata = Mapping[tuple[str, str, str], str]
"""The right start, or ``drop``, by country, person as printed and office."""

NO_ERRATA: Errata = {}
_LONG_GAP = 400


@dataclass(frozen=True, slots=True)
class Seen:
    """One person as printed from one snapshot to another."""

    country: str
    printed: Printed
    first: str
    last: str

    @property
    def seat(self) -> tuple[str, str, str]:
        """What only one person holds at a time, but where the slot says ``many``."""
        title = self.printed.title
        return self.country, title.role, _slot(title)


def _slot(title: Title) -> str:
    if title.slot or title.role == "head_of_government":
        return title.slot
    return title.office.removeprefix("Interim ")


def rows_of_factbook(
    entries: Iterable[Mapping[str, str]],
    codes: Mapping[str, str],
    known: tuple[Title, ...],
    *,
    dependent: frozenset[str] = frozenset(),
    errata: Errata = NO_ERRATA,
) -> Iterator[Row]:
    """The terms that a list of entries shows.

    ``codes`` maps the Factbook's country codes to ours; of ``dependent`` ones only the head of
    government counts. ``errata`` corrects the start of a person's term where a snapshot is wrong.
    """
    seats: dict[tuple[str, str, str], list[Seen]] = {}
    for seen in _observations(entries, codes, known, dependent, errata):
        seats.setdefault(seen.seat, []).append(seen)
    for seat, observed in seats.items():
        groups = _grouped(observed, many=seat[2] == "many")
        terms = [_term(group, _starts(groups, group)) for group in groups]
        yield from _closed(terms)


def _observations(
    entries: Iterable[Mapping[str, str]],
    codes: Mapping[str, str],
    known: tuple[Title, ...],
    dependent: frozenset[str],
    errata: Errata,
) -> Iterator[Seen]:
    for entry in sorted(entries, key=lambda entry: entry["first_seen"]):
        country = codes.get(entry["fips"])
        if country is None or (country in dependent and entry["office"] == "chief of state"):
            continue
        for printed in persons(entry["entry"], known):
            key = (country, printed.person, printed.title.office)
            corrected = errata.get(key, printed.start)
            if corrected != "drop":
                term = replace(printed, start=corrected)
                yield Seen(country, term, entry["first_seen"], entry["last_changed_seen"])


def _grouped(observed: list[Seen], *, many: bool) -> list[list[Seen]]:
    """Observations of one person that nobody else's interrupt."""
    groups: list[list[Seen]] = []
    for seen in observed:
        open_groups = groups if many else _still_open(groups, seen)
        same = next((group for group in reversed(open_groups) if _is_same(group[-1], seen)), None)
        if same is None:
            groups.append([seen])
        else:
            same.append(seen)
    return groups


def _still_open(groups: list[list[Seen]], seen: Seen) -> list[list[Seen]]:
    """The groups that may go on: the last one, and those printed at the same time.

    Chief of state and head of government stand in separate entries, so that one person's
    observations overlap.
    """
    latest = max((group[0].first for group in groups), default="")
    return [group for group in groups if group[0].first == latest or group[-1].last >= seen.first]


def _is_same(left: Seen, right: Seen) -> bool:
    return likeness(left.printed.person, right.printed.person) > 0 or (
        left.printed.start is not None
        and left.printed.start == right.printed.start
        and not set(words(left.printed.person)).isdisjoint(words(right.printed.person))
    )


def _starts(groups: list[list[Seen]], group: list[Seen]) -> list[str]:
    """The starts printed for a person; not one left over from another, if there is a better."""
    starts = [seen.printed.start for seen in group if seen.printed.start]
    earlier = groups[: next(n for n, other in enumerate(groups) if other is group)]
    others = {seen.printed.start for other in earlier for seen in other}
    return [start for start in starts if start not in others] or starts


def _term(group: list[Seen], starts: list[str]) -> Row:
    last = max(group, key=lambda seen: (seen.last, seen.first))
    title = last.printed.title
    sure = title.confidence if starts else title.confidence * 0.7
    return Row(
        person=last.printed.person,
        aliases=_aliases(group, last),
        office=title.office,
        role=title.role,
        level=title.level,
        country=last.country,
        sectors=title.sectors,
        start=_earliest(starts) if starts else group[0].first[:7],
        end=last.printed.end,
        source="factbook",
        confidence=round(sure * _monarch_abroad(last), 2),
        slot=_slot(title),
        seen=last.last,
    )


def _earliest(starts: list[str]) -> str:
    """The earliest date, as precise as any print of it."""
    earliest = min(starts, key=first_day)
    return max((start for start in starts if start.startswith(earliest)), key=len)


def _monarch_abroad(seen: Seen) -> float:
    """A monarch whom a governor-general represents acts less for that country than at home."""
    abroad = seen.country != "GBR" and seen.printed.person in {"Charles III", "Elizabeth II"}
    return 0.6 if abroad else 1.0


def _aliases(group: list[Seen], last: Seen) -> tuple[str, ...]:
    """Other printed forms, and the family name where it is not the usual word of the name."""
    person = last.printed.person
    found = [alias for seen in group for alias in seen.printed.aliases]
    found += [seen.printed.person for seen in group]
    taken = {fold(person)}
    kept = []
    usual = families(person, last.country)
    if last.printed.family and fold(last.printed.family) not in usual:
        found.insert(0, last.printed.family)
    for alias in found:
        if fold(alias) not in taken:
            taken.add(fold(alias))
            kept.append(alias)
    return tuple(kept)


def _closed(terms: list[Row]) -> Iterator[Row]:
    """Terms with their ends: the next holder's start, or the last time the person was printed."""
    ordered = sorted(terms, key=lambda row: (row.first, row.seen or ""))
    for number, row in enumerate(ordered):
        later = [] if row.slot == "many" else _later(row, ordered[number + 1 :])
        if row.end is None and later:
            yield _succeeded(row, later[0])
        elif row.end is not None or (row.seen or "") >= LAST:
            yield row
        else:
            yield _out_of_print(row)


def _later(row: Row, following: list[Row]) -> list[Row]:
    """The terms in the same seat that began later and were printed at least as long."""
    seen = row.seen or ""
    return [other for other in following if other.first > row.first and (other.seen or "") >= seen]


def _out_of_print(row: Row) -> Row:
    seen = row.seen or ""
    if row.slot == "many" and seen >= _TERSE:
        return replace(row, confidence=round(row.confidence * 0.6, 2))
    return replace(row, end=_not_before(row, seen[:7]), confidence=round(row.confidence * 0.8, 2))


def _succeeded(row: Row, following: Row) -> Row:
    """End a term with the next one; less sure where others may have sat in between."""
    gap = (following.first - date.fromisoformat(row.seen or LAST)).days
    sure = row.confidence * (0.8 if gap > _LONG_GAP else 1.0)
    end = following.start if following.start and gap > -_LONG_GAP else (row.seen or "")[:7]
    return replace(row, end=_not_before(row, end), confidence=round(sure, 2))


def _not_before(row: Row, end: str) -> str | None:
    """An end that does not lie before the start of its term."""
    return row.start if row.start and first_day(end) < first_day(row.start) else end
