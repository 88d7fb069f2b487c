"""Families of outlets that print one another's reports, by ``data/families.tsv``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from dragoman.ingest.outlets import host_of, outlets
from dragoman.ingest.tables import data_folder
from dragoman.world.tables import Row, read_table

_FILE = "families.tsv"
_COLUMNS = ("family", "outlets", "why")


@cache
def families() -> Mapping[str, str]:
    """Return the family of each outlet, by its name, or by its domain where it has no row.

    Raises:
        DataError: A row is wrong; the message names it.
    """
    table: dict[str, str] = {}
    for row in read_table(data_folder(), _FILE, _COLUMNS):
        for name in row.several("outlets"):
            if name in table:
                raise row.wrong(f"{name!r} is in a family already")
            table[name] = row["family"]
        _check(row)
    return table


def _check(row: Row) -> None:
    known = {outlet.name for outlet in outlets().by_domain.values()}
    for name in row.several("outlets"):
        if name in known:
            continue
        if "." not in name:
            raise row.wrong(f"there is no outlet {name!r}")
        if outlets().of_url(f"https://{name}/") is not None:
            raise row.wrong(f"{name!r} is a domain of an outlet that has a name: give that")


def family_of(publisher: str | None, url: str | None) -> str | None:
    """Return the family that an outlet belongs to.

    An outlet that is in no family is one by itself, by its name; one that is not known at all by
    its host, or else by its printed name.

    Args:
        publisher: The outlet's name where it is known.
        url: An address of the outlet.

    Returns:
        The name of the family; None where neither tells.
    """
    return next((found for found in _told(publisher, url) if found), None)


def _told(publisher: str | None, url: str | None) -> Iterator[str | None]:
    known = outlets().named(publisher) or outlets().of_url(url)
    if known is not None:
        yield families().get(known.name, known.name)
    labels = host_of(url).split(".")
    tails = (".".join(labels[start:]) for start in range(len(labels) - 1))
    yield next((families()[tail] for tail in tails if tail in families()), None)
    yield publisher
    yield host_of(url) or None
