"""The gazetteer: which places a printed name may mean, and where they lie.

GeoNames' places of 500 inhabitants and more, countries and their divisions ship with the package
(``geonames.sqlite``, derived by ``tools/derive_places``); our own tables beside it are for people
to read and correct.
"""

from dragoman.world.gazetteer.gazetteer import Gazetteer, gazetteer
from dragoman.world.gazetteer.model import GeoPlace, Named

__all__ = ["Gazetteer", "GeoPlace", "Named", "gazetteer"]
