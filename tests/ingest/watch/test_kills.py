"""A watcher that is killed at any moment loses no article, and its memory stays whole."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from random import Random

from dragoman.ingest.watch import FileKeeper
from tests.ingest.watch.serving import serving

ARTICLES = 12
KILLS = 6

PROGRAM = """
import os, sys
from pathlib import Path
from dragoman.ingest.watch import FileKeeper, PoliteFetcher, Watcher, read_sources
from dragoman.settings import Settings

settings = Settings(allowed_networks=("127.0.0.0/8",), fetch_timeout=30.0)
keeper = FileKeeper(Path(sys.argv[2]))
fetcher = PoliteFetcher(settings, keeper, delay=0.05)
watcher = Watcher(read_sources(Path(sys.argv[1])), keeper, settings=settings, fetcher=fetcher)
source = watcher.sources[0]
print("ready", flush=True)
watcher.visit(source)
for article in watcher.articles(source):
    with open(sys.argv[3], "a") as file:
        file.write(article.url + "\\n")
        file.flush()
        os.fsync(file.fileno())
print("done", flush=True)
"""


def test_killed_again_and_again_it_gives_every_article(tmp_path: Path) -> None:
    program, sources, read = (tmp_path / name for name in ("watch.py", "sources.toml", "read"))
    program.write_text(PROGRAM)
    paths = [f"/{number}" for number in range(ARTICLES)]
    command = [sys.executable, str(program), str(sources), str(tmp_path / "kept"), str(read)]
    random = Random(4)
    with serving() as site:
        for path in paths:
            site.put_article(path, f"The envoy made stop number {path[1:]} of the long tour.")
        site.put_feed("/feed", *paths)
        sources.write_text(f'[[source]]\nname = "News"\nurl = "{site.url}/feed"\n')
        for _ in range(KILLS):
            with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
                assert process.stdout is not None
                assert process.stdout.readline() == b"ready\n"
                time.sleep(random.uniform(0, 0.6))
                process.kill()
        last = subprocess.run(command, check=True, capture_output=True, timeout=300)
        assert last.stdout.endswith(b"done\n")
        given = read.read_text().split()
        assert set(given) == {f"{site.url}{path}" for path in paths}
    state = FileKeeper(tmp_path / "kept").source("News")
    assert (len(given) <= ARTICLES + KILLS, state.pending) == (True, ())
    assert state.articles == ARTICLES
