"""The most memory this process has held."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

STATUS = Path("/proc/self/status")
MEGABYTE = 1_000_000


def peak_megabytes() -> float:
    """Return the peak resident memory of this process in megabytes.

    Linux tells it in ``/proc/self/status`` (``VmHWM``). ``ru_maxrss``, which serves elsewhere,
    there still holds what the starting process had before this program was loaded.
    """
    if STATUS.exists():
        for line in STATUS.read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024 / MEGABYTE
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / MEGABYTE if sys.platform == "darwin" else peak * 1024 / MEGABYTE
