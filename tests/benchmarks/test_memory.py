import os
import subprocess
import sys

from benchmarks.memory import peak_megabytes

HOLDING = """
from benchmarks.memory import peak_megabytes
before = peak_megabytes()
held = b"x" * 80_000_000
held = None
print(peak_megabytes() - before)
"""


def test_the_peak_is_kept_when_memory_is_let_go() -> None:
    paths = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(
        [sys.executable, "-c", HOLDING], env=paths, capture_output=True, text=True, check=True
    )
    assert 60 < float(done.stdout) < 100


def test_the_peak_is_of_this_process_in_megabytes() -> None:
    assert 10 < peak_megabytes() < 100_000
