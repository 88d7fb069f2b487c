"""``dragoman places``: which places are loaded; look one up; import a GeoNames dump."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from dragoman.coding.toponyms.model import Candidate
    from dragoman.world.gazetteer import GeoPlace
    from dragoman.world.gazetteer.importing import Imported
    from dragoman.world.gazetteer.store import Store

_FAILED = 1
_MOST_SHOWN = 20

places = typer.Typer(name="places", rich_markup_mode=None)


@places.callback(invoke_without_command=True)
def _places(
    context: typer.Context,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Say which places are loaded; look one up; import a GeoNames dump."""
    if context.invoked_subcommand is not None:
        return
    rows = _loaded()
    if as_json:
        from dragoman.cli.console import print_json

        print_json(rows)
    else:
        _show_loaded(rows)


@places.command("import")
def import_(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="Dumps of GeoNames: allCountries.zip, the file of a country, cities500.zip, "
            "packed or not.",
            show_default=False,
        ),
    ],
) -> None:
    """Import GeoNames dumps into your data folder; they are used from then on."""
    from dragoman.settings import Settings
    from dragoman.world.gazetteer.folders import imported_places
    from dragoman.world.gazetteer.importing import import_places

    done = import_places(files, imported_places(Settings.load().data_folder))
    for line in _told(done):
        typer.echo(line, err=True)


@places.command("find")
def find(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name as news prints it.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List the places that a name may mean, the likeliest by themselves first."""
    found = _found(name)
    if not found:
        typer.echo(f"Error: No place of the name {name!r} is known.", err=True)
        raise typer.Exit(_FAILED)
    if as_json:
        from dragoman.cli.console import print_json

        rows = [_row(each) for each in found]
        print_json(rows)
    else:
        _show_found(found)


def _loaded() -> list[dict[str, Any]]:
    """Return one row for each table in use: what it is, from where, of when, how many places."""
    from dragoman.settings import Settings
    from dragoman.world.gazetteer import gazetteer

    known = gazetteer(Settings.load().data_folder)
    names = ["shipped", "imported"][: len(known.stores)]
    rows = [_table(name, store) for name, store in zip(names, known.stores, strict=True)]
    own = {
        "table": "additions",
        "places": known.additions.number,
        "source": "tables of the package",
        "made": None,
        "path": None,
    }
    return [rows[0], own, *rows[1:]]


def _table(name: str, store: Store) -> dict[str, Any]:
    about = store.about()
    return {
        "table": name,
        "places": int(about.get("places", "0")),
        "source": about.get("source"),
        "made": about.get("made"),
        "path": str(store.path),
    }


def _show_loaded(rows: Sequence[dict[str, Any]]) -> None:
    from rich.text import Text

    from dragoman.cli.console import fit, output

    console = output()
    say = fit(console)
    for row in rows:
        facts = [row["source"], row["made"] and f"made {row['made']}", row["path"]]
        count = f"{row['places']:>12,} places"
        console.print(Text.assemble((f"{row['table']:10}", "name"), count), soft_wrap=True)
        told = say(" · ".join(each for each in facts if each))
        console.print(Text(f"{'':10}{told}", style="soft"), soft_wrap=True)
    if len(rows) == 2:
        console.print(Text("imported        none; see `dragoman places import --help`"))


def _told(done: Imported) -> Sequence[str]:
    lines = [f"{done.places:,} places imported into {done.table}."]
    if done.bad:
        lines.append(f"{done.bad:,} of {done.rows:,} rows left out; see {done.report}.")
    return lines


def _found(name: str) -> Sequence[Candidate]:
    """Return what the reader takes a name for where nothing around it decides."""
    from dragoman.coding.toponyms.candidates import candidates
    from dragoman.coding.toponyms.weights import weights
    from dragoman.settings import Settings
    from dragoman.world import world
    from dragoman.world.gazetteer import gazetteer

    return candidates(name, gazetteer(Settings.load().data_folder), world(), weights())


def _row(found: Candidate) -> dict[str, Any]:
    from dataclasses import asdict

    row = asdict(found.place)
    return {**row, "id": found.place.geonames, "own_name": found.own}


def _show_found(found: Sequence[Candidate]) -> None:
    from rich.text import Text

    from dragoman.cli.console import fit, output

    console = output()
    say = fit(console)
    for each in found[:_MOST_SHOWN]:
        line = Text.assemble((say(each.place.name), "name"), say(f", {_facts(each.place)}"))
        console.print(line, soft_wrap=True)
    if len(found) > _MOST_SHOWN:
        console.print(Text(f"and {len(found) - _MOST_SHOWN} more; --json lists all", style="soft"))


def _facts(place: GeoPlace) -> str:
    where = " ".join(each for each in (place.admin1, place.country) if each)
    point = None if place.lat is None else f"{place.lat:.2f} {place.lon:.2f}"
    people = f"{place.population:,} inhabitants" if place.population else None
    number = f"GeoNames {place.geonames}" if place.geonames else None
    facts = (place.feature, where or None, point, people, number)
    return " · ".join(each for each in facts if each)
