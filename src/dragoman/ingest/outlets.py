"""Who publishes: outlets, agencies and offices, by domain and by printed name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal
from urllib.parse import urlsplit

from dragoman.ingest.tables import data_folder
from dragoman.world.tables import Row, read_table

OutletKind = Literal["agency", "outlet", "office"]

_FILE = "outlets.tsv"
_COLUMNS = ("name", "kind", "country", "zone", "domains", "names")
_KINDS: Mapping[str, OutletKind] = {"agency": "agency", "outlet": "outlet", "office": "office"}
_NAMESAKE = re.compile(r" \([^)]+\)$")
_NOT_WORD = re.compile(r"[^\w&]+")


@dataclass(frozen=True, slots=True)
class Outlet:
    """One that publishes; ``country`` is an ISO alpha-3 code or the code of a body."""

    name: str
    kind: OutletKind
    country: str | None
    zone: str | None
    domains: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outlets:
    """The table of outlets with its two look-ups."""

    by_domain: Mapping[str, Outlet]
    by_name: Mapping[str, Outlet]

    def named(self, name: str | None) -> Outlet | None:
        """Return the outlet printed as ``name``; None where it is unknown or not one alone."""
        return self.by_name.get(fold(name)) if name else None

    def of_url(self, url: str | None) -> Outlet | None:
        """Return the outlet that a URL belongs to, by the longest domain known."""
        labels = host_of(url).split(".")
        tails = (".".join(labels[start:]) for start in range(len(labels) - 1))
        return next((self.by_domain[tail] for tail in tails if tail in self.by_domain), None)


def host_of(url: str | None) -> str:
    """Return the host of a URL in lower case without ``www.``; empty where there is none."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return ""
    return host.lower().removeprefix("www.")


def fold(name: str) -> str:
    """Return a printed name in lower case without punctuation and without a leading "the"."""
    return _NOT_WORD.sub(" ", name.casefold()).strip().removeprefix("the ")


@cache
def outlets() -> Outlets:
    """Return the table that ships with the package, read once."""
    rows = list(_read())
    pairs = [(fold(name), outlet) for outlet in rows for name in _forms(outlet)]
    owners = Counter(form for form, _ in dict.fromkeys(pairs))
    return Outlets(
        {domain: outlet for outlet in rows for domain in outlet.domains},
        {form: outlet for form, outlet in pairs if owners[form] == 1},
    )


def _forms(outlet: Outlet) -> Iterator[str]:
    yield outlet.name
    yield from outlet.names


def _read() -> Iterator[Outlet]:
    for row in read_table(data_folder(), _FILE, _COLUMNS):
        yield Outlet(
            _NAMESAKE.sub("", row["name"]),
            _kind(row),
            row.optional("country"),
            row.optional("zone"),
            row.several("domains"),
            row.several("names"),
        )


def _kind(row: Row) -> OutletKind:
    kind = _KINDS.get(row["kind"])
    if kind is None:
        raise row.wrong(f"the kind {row['kind']!r} is not known")
    return kind
