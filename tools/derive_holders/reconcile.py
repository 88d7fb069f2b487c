"""Brings rows of several sources together: one row for one person in one office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dragoman.world.names import families, fold, likeness
from dragoman.world.partial_dates import first_day
from tools.derive_holders.rows import Row

_NEAR = timedelta(days=120)
_BY_ROLE = {"head_of_government", "foreign_minister", "defence_minister"}
_ALIKE = 0.9
_LEAST = 0.3
_PASSING = ("Acting ", "Interim ")


def reconciled(factbook: Sequence[Row], offices: Sequence[Row], editor: Sequence[Row]) -> list[Row]:
    """The rows to be written: merged, closed by successors, without what the editor says."""
    merged = list(_merged(united(factbook), united(offices)))
    own = [row for row in merged if not _spoken_of(row, editor)]
    return [row for row in _closed(own, editor) if row.confidence >= _LEAST]


def _by_country(rows: Iterable[Row]) -> dict[tuple[str, str], list[Row]]:
    table: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        table.setdefault((row.country, row.role), []).append(row)
    return table


def _merged(factbook: Sequence[Row], offices: Sequence[Row]) -> Iterator[Row]:
    table = _by_country(offices)
    taken: set[int] = set()
    for row in factbook:
        same = [
            other
            for other in table.get((row.country, row.role), ())
            if id(other) not in taken and _is_one_term(row, other)
        ]
        taken.update(id(other) for other in same)
        yield from _joined(row, sorted(same, key=lambda other: other.first)) if same else [row]
    yield from (row for row in offices if id(row) not in taken)


def _is_one_term(left: Row, right: Row) -> bool:
    near = left.overlaps(right) or abs(left.first - right.first) < _NEAR
    return near and _is_one(left, right)


def _is_one(left: Row, right: Row) -> bool:
    """Whether two rows are of one person, by any of the names they give."""
    return likeness(left.person, right.person) > 0 or any(
        likeness(name, other) >= _ALIKE
        for name in (left.person, *left.aliases)
        for other in (right.person, *right.aliases)
        if " " in name and " " in other
    )


def _joined(printed: Row, facts: list[Row]) -> Iterator[Row]:
    """The terms of ``facts``, the last of them ended as ``printed`` says where it is open."""
    for number, fact in enumerate(facts):
        is_last = number == len(facts) - 1
        yield replace(
            fact,
            aliases=_aliases(fact, printed),
            start=_finer(fact.start, printed.start) if number == 0 else fact.start,
            end=fact.end or (_end(fact, printed) if is_last else facts[number + 1].start),
            source="factbook+wikidata",
            confidence=round(min(0.98, max(fact.confidence, printed.confidence) + 0.03), 2),
            seen=printed.seen,
            slot=printed.slot,
        )


def _end(fact: Row, printed: Row) -> str | None:
    if printed.end and fact.start and first_day(printed.end) < first_day(fact.start):
        return fact.start
    return printed.end


def _finer(left: str | None, right: str | None) -> str | None:
    """The more precise of two dates; the first where they are alike."""
    return right if len(right or "") > len(left or "") else left


def _aliases(fact: Row, printed: Row) -> tuple[str, ...]:
    known = {fold(fact.person), *families(fact.person, fact.country)}
    kept = []
    for alias in (*printed.aliases, printed.person):
        if fold(alias) not in known:
            known.add(fold(alias))
            kept.append(alias)
    return tuple(kept)


def _spoken_of(row: Row, editor: Sequence[Row]) -> bool:
    """Whether the editor has this term of this person."""
    return any(
        other.country == row.country
        and other.role == row.role
        and _is_one_term(row, other)
        and (row.slot != "many" or other.office == row.office)
        for other in editor
    )


def _seat(row: Row) -> tuple[str, str, str]:
    if row.role in _BY_ROLE:
        return row.country, row.role, ""
    office = row.office
    for passing in _PASSING:
        office = office.removeprefix(passing)
    return row.country, row.role, office


def _closed(rows: Sequence[Row], editor: Sequence[Row]) -> Iterator[Row]:
    """Rows with an open end closed by the next holder of the same seat."""
    seats: dict[tuple[str, str, str], list[Row]] = {}
    for row in (*rows, *editor):
        if row.slot != "many" and not row.office.startswith(_PASSING):
            seats.setdefault(_seat(row), []).append(row)
    for row in rows:
        if row.end is None and row.slot != "many":
            yield _closed_by(row, seats.get(_seat(row), []))
        else:
            yield row


def _closed_by(row: Row, seat: list[Row]) -> Row:
    later = [
        other
        for other in seat
        if other.first > row.first and other.start and not _is_one(other, row)
    ]
    if not later or _was_seen_after(row, later):
        return row
    following = min(later, key=lambda other: other.first)
    return replace(row, end=following.start, confidence=round(row.confidence * 0.9, 2))


def _was_seen_after(row: Row, later: list[Row]) -> bool:
    """Whether a snapshot shows the person in office after the others had begun."""
    return row.seen is not None and all(
        other.first < date.fromisoformat(row.seen) for other in later
    )


def renamed(
    rows: Iterable[Row], people: Mapping[tuple[str, str], tuple[str, ...]]
) -> Iterator[Row]:
    """Rows with names as English news has them.

    ``people`` maps a country and a folded name to the name in news and its aliases; where the name
    in news is empty the row is wrong in its source and left out.
    """
    for row in rows:
        forms = people.get((row.country, fold(row.person)))
        if forms is None:
            yield row
            continue
        if not forms[0]:
            continue
        aliases = dict.fromkeys((*forms[1:], row.person))
        kept = tuple(alias for alias in aliases if fold(alias) != fold(forms[0]))
        yield replace(row, person=forms[0], aliases=kept)


def labelled(rows: Iterable[Row], labels: Sequence[Mapping[str, str]]) -> Iterator[Row]:
    """Rows with the names that Wikidata gives the leaders of 2021."""
    for row in rows:
        found = next(
            (label["officeholderLabel"] for label in labels if _is_label(row, label)), None
        )
        if found is None or row.role == "minister":
            yield row
        else:
            person = found.split(" of ")[0]
            aliases = (*row.aliases, row.person)
            kept = dict.fromkeys(alias for alias in aliases if fold(alias) != fold(person))
            yield replace(row, person=person, aliases=tuple(kept))


def _is_label(row: Row, label: Mapping[str, str]) -> bool:
    year = label["start_year"]
    return (
        bool(year and row.start)
        and abs(int(year) - row.first.year) <= 1
        and likeness(row.person, label["officeholderLabel"].split(" of ")[0]) > 0
    )


def united(rows: Iterable[Row]) -> list[Row]:
    """Overlapping terms of one person in one office of one source made one."""
    kept: dict[tuple[str, str, str, str], list[Row]] = {}
    for row in sorted(rows, key=lambda row: row.first):
        group = kept.setdefault((row.country, row.role, row.office, fold(row.person)), [])
        if group and group[-1].overlaps(row):
            last = group[-1]
            longer = last if last.last >= row.last else row
            aliases = tuple(dict.fromkeys((*last.aliases, *row.aliases)))
            group[-1] = replace(longer, start=last.start, aliases=aliases)
        else:
            group.append(row)
    return [row for group in kept.values() for row in group]
