"""Read many articles, one record a line, and keep what cannot be read apart."""

import sys

from dragoman import InputError, Reader
from dragoman.ingest import articles

reader = Reader()
readable = []
for item in articles(sys.argv[1]):
    if isinstance(item, InputError):
        print(item, file=sys.stderr)
    else:
        readable.append(item)

for record in reader.pipe(readable):
    print(record.to_json())
