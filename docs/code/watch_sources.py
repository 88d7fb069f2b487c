"""Watch the sources of a file, and print the title of every article that is new."""

import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from dragoman.errors import InputError
from dragoman.ingest.copies import CopyIndex
from dragoman.ingest.watch import FileKeeper, Watcher, health, read_sources


def main(sources: Path, folder: Path, *, once: bool) -> None:
    """Visit what is due, again and again; what was seen is remembered in a folder."""
    watcher = Watcher(read_sources(sources), FileKeeper(folder))
    copies = CopyIndex()
    while True:
        for source in watcher.due():
            state = watcher.visit(source)
            print(f"{source.name}: {health(state)}", state.error or "", file=sys.stderr)
        for source in watcher.sources:
            for article in watcher.articles(source):
                if isinstance(article, InputError):
                    print(article, file=sys.stderr)
                    continue
                found = copies.add(article)
                known = "copy" if found.copy else "new"
                print(f"{known}: {article.title} ({found.origin.family})")
        if once:
            return
        due = watcher.next_visit() or datetime.now(UTC)
        time.sleep(max(1.0, (due - datetime.now(UTC)).total_seconds()))


main(Path(sys.argv[1]), Path(sys.argv[2]), once="--once" in sys.argv)
