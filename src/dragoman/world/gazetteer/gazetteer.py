"""Where named places lie: the shipped table, our own additions, and what a user imported."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from importlib import resources
from pathlib import Path

from dragoman.errors import DataError
from dragoman.world.gazetteer.additions import Additions
from dragoman.world.gazetteer.folders import imported_places
from dragoman.world.gazetteer.model import GeoPlace, Named
from dragoman.world.gazetteer.names import name_forms
from dragoman.world.gazetteer.store import Store

SHIPPED = "geonames.sqlite"

_REMEMBERED = 2048


class Gazetteer:
    """Answers which places a printed name may mean.

    Args:
        stores: Tables of places; of two places with one id, that of the later table counts.
        additions: Our own tables; by default those that ship with the package.
    """

    def __init__(self, stores: Sequence[Store], additions: Additions | None = None) -> None:
        self.stores = tuple(stores)
        self._given = additions
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._find)

    @classmethod
    def load(cls, data_folder: Path | None = None) -> Gazetteer:
        """Return the shipped places, with those that were imported where there are any.

        Args:
            data_folder: The folder of the user's data; by default the usual one of the system.
        """
        imported = imported_places(data_folder)
        stores = [Store(shipped_places())]
        return cls([*stores, Store(imported)] if imported.exists() else stores)

    @cached_property
    def additions(self) -> Additions:
        """Our own tables, read when they are first needed."""
        return self._given or Additions.load()

    def find(self, name: str) -> tuple[Named, ...]:
        """Return every place that a printed name may mean, in no order.

        Forms such as "St." for "Saint", "the" before a name and "province" behind it are tried;
        a word behind a name that tells the kind of division leaves divisions only.

        Raises:
            DataError: A table cannot be read.
        """
        return self._remembered(name)

    def _find(self, name: str) -> tuple[Named, ...]:
        forms = name_forms()
        found: dict[int, Named] = {}
        for plain in forms.variants(name):
            for named in self._keyed(plain):
                found.setdefault(named.place.id, named)
        for plain in () if found else forms.shorter(name):
            for named in self._keyed(plain):
                found.setdefault(named.place.id, named)
        bare, class_ = forms.division(name) or ("", "")
        whole = bool(found)
        for named in self._keyed(bare):
            if named.place.class_ == class_ and not named.place.is_country:
                found.setdefault(named.place.id, Named(named.place, named.own and not whole))
        return tuple(found.values())

    def _keyed(self, plain: str) -> Iterable[Named]:
        """Return the places under one key; own names of our tables beat names of others."""
        if not plain:
            return ()
        found = {named.place.id: named for named in self._stored(plain)}
        for named in self.additions.places.get(plain, ()):
            found[named.place.id] = named
        for number in self.additions.aliases.get(plain, ()):
            place = self.place(number)
            if place is not None:
                found[number] = Named(place, own=True)
        return found.values()

    def _stored(self, plain: str) -> Iterable[Named]:
        found: dict[int, Named] = {}
        for store in self.stores:
            found.update({named.place.id: named for named in store.named(plain)})
        return found.values()

    def place(self, number: int) -> GeoPlace | None:
        """Return the place of a GeoNames id, or None."""
        for store in reversed(self.stores):
            place = store.place(number)
            if place is not None:
                return place
        return None

    def country(self, code: str) -> GeoPlace | None:
        """Return a country as a place, by the code that records use, or None."""
        return self._countries.get(code)

    @cached_property
    def _countries(self) -> Mapping[str, GeoPlace]:
        return {
            place.country: place
            for store in self.stores
            for place in store.countries()
            if place.country
        }


def shipped_places() -> Path:
    """Return the table that ships with the package.

    Raises:
        DataError: The package is not installed as files on disk.
    """
    found = resources.files("dragoman.world") / "data" / SHIPPED
    if not isinstance(found, Path):
        raise DataError(
            f"{SHIPPED} does not lie on disk.", hint="Install the package unzipped, as pip does."
        )
    return found


@cache
def gazetteer(data_folder: Path | None = None) -> Gazetteer:
    """Return the places in use; opened when they are first asked for."""
    return Gazetteer.load(data_folder)
