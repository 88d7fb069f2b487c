"""Small dumps of our own making, in the form of GeoNames."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path

ROW = {
    "id": "900001",
    "name": "Vestby Havn",
    "ascii": "Vestby Havn",
    "names": "West Harbour,Vestbyhavn,Вестбю",
    "lat": "59.61",
    "lon": "10.75",
    "class": "P",
    "code": "PPL",
    "country": "NO",
    "cc2": "",
    "admin1": "30",
    "admin2": "3019",
    "admin3": "",
    "admin4": "",
    "people": "1200",
    "height": "",
    "dem": "12",
    "zone": "Europe/Oslo",
    "changed": "2026-01-01",
}


def row(**changed: str) -> str:
    """One row, with some columns changed; ``class_`` stands for the column ``class``."""
    return "\t".join((ROW | {name.rstrip("_"): cell for name, cell in changed.items()}).values())


def dump(path: Path, rows: Iterable[str]) -> Path:
    """A dump on disk: zipped, with the usual reading notes, where its name says so."""
    text = "".join(f"{each}\n" for each in rows)
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("readme.txt", "How to read it")
            archive.writestr(f"{path.stem}.txt", text)
    else:
        path.write_text(text, encoding="utf-8")
    return path
