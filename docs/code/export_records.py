"""Read JSON lines of records back, and write them as tables and as a calendar."""

import sys
from collections.abc import Iterator
from pathlib import Path

from dragoman import InputError, Record
from dragoman.exports import export, export_to, records_in

source, folder = (Path(each) for each in sys.argv[1:])


def records() -> Iterator[Record]:
    """Yield the records of the file; tell what is none."""
    with source.open("rb") as lines:
        for found in records_in(lines, source.name, max_bytes=100_000_000):
            if isinstance(found, InputError):
                print(found, file=sys.stderr)
            else:
                yield found


for path in export(records(), "csv", folder):
    print(path)

with (folder / "contacts.ics").open("wb") as stream:
    print(export_to(records(), "ical", stream), "records")
