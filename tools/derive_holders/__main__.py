"""The command: ``python -m tools.derive_holders FOLDER [--out FILE]``."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from dragoman.world.names import fold
from tools.derive_holders.factbook import rows_of_factbook
from tools.derive_holders.offices import office_rules, rows_of_offices
from tools.derive_holders.printed import titles
from tools.derive_holders.reconcile import labelled, reconciled, renamed
from tools.derive_holders.rows import DATA, Row, records, split, written

TABLES = Path(__file__).parents[2] / "src/dragoman/world/data"


def main() -> None:
    """Derive the table and say what it holds."""
    parser = argparse.ArgumentParser(
        description="Derive holders.csv from tables of office-holders."
    )
    parser.add_argument("folder", type=Path, help="the folder that holds factbook/ and offices/")
    parser.add_argument("--out", type=Path, default=TABLES / "holders.csv")
    arguments = parser.parse_args()
    rows = derived(arguments.folder, TABLES / "holders_editor.csv")
    arguments.out.write_text(written(rows), encoding="utf-8")
    for role, number in Counter(row.role for row in rows).most_common():
        print(f"{number:6} {role}")
    print(f"{len(rows):6} rows in {arguments.out}")


def derived(folder: Path, editor: Path) -> list[Row]:
    """All rows derived from the tables in ``folder``, beside those in the file ``editor``."""
    countries = list(records(DATA / "countries.csv"))
    factbook = rows_of_factbook(
        records(folder / "factbook/executives.csv"),
        {row["fips"]: row["code"] for row in countries if row["fips"]},
        titles(),
        dependent=frozenset(row["code"] for row in countries if row["dependent"]),
        errata=_errata(),
    )
    offices = rows_of_offices(
        records(folder / "offices/holders_2000_2022.csv"),
        {row["slug"]: row["code"] for row in countries if row["slug"]},
        office_rules(),
    )
    people = _people()
    labels = list(records(folder / "factbook/wikidata_leaders_2021.csv"))
    return reconciled(
        list(renamed(labelled(factbook, labels), people)),
        list(renamed(offices, people)),
        list(_editor(editor)),
    )


def _errata() -> dict[tuple[str, str, str], str]:
    return {
        (row["country"], row["printed"], row["office"]): row["start"]
        for row in records(DATA / "errata.csv")
    }


def _people() -> dict[tuple[str, str], tuple[str, ...]]:
    return {
        (row["country"], fold(row["printed"])): (row["news"], *split(row["aliases"]))
        for row in records(DATA / "people.csv")
    }


def _editor(path: Path) -> Iterator[Row]:
    for row in records(path):
        yield Row(
            person=row["person"],
            aliases=split(row["aliases"]),
            office=row["office"],
            role=row["role"],
            level=int(row["level"]),
            country=row["country"],
            sectors=split(row["sectors"]),
            start=row["start"] or None,
            end=row["end"] or None,
            source=row["source"],
            confidence=float(row["confidence"]),
        )


if __name__ == "__main__":
    main()
