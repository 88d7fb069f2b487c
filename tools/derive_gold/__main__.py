"""The command: ``python -m tools.derive_gold [--part dev] [--out FILE]``."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from tools.derive_gold.records import derived, untold
from training.sentences import read_part

GOLD = Path(__file__).parents[2] / "evals/gold/plover_gsr.jsonl"
OWN = "own-"
"""Ids that begin so are of records written by hand."""


def main() -> None:
    """Derive the records and say how many there are of each type."""
    parser = argparse.ArgumentParser(description="Derive gold records of single events.")
    parser.add_argument("--part", default="dev", help="the part of training/data to take from")
    parser.add_argument("--out", type=Path, default=GOLD)
    arguments = parser.parse_args()
    lines = [line for line in written(arguments.out) if json.loads(line)["id"].startswith(OWN)]
    seen = {json.loads(line)["text"] for line in lines}
    records = list(derived(read_part(arguments.part), seen, untold()))
    lines += [json.dumps(record, ensure_ascii=False) for record in records]
    arguments.out.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    for event, number in Counter(record["event"] for record in records).most_common():
        print(f"{number:6} {event}")
    print(f"{len(records):6} derived, {len(lines)} in {arguments.out}")


def written(path: Path) -> list[str]:
    """Return the lines of the file as it lies there, none where there is no file."""
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


if __name__ == "__main__":
    main()
