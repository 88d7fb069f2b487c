"""A training run's settings, one TOML file a variant."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

LAYERS = 6
"""Those of all-MiniLM-L6-v2."""


@dataclass(frozen=True, slots=True)
class Share:
    """How often a data set is seen: ``windows`` of it every ``every`` steps."""

    windows: int
    every: int


@dataclass(frozen=True, slots=True)
class Config:
    """See ``configs/base.toml`` for the meaning of each."""

    name: str
    seed: int
    limit: int
    steps: int
    warm_up: int
    rate_encoder: float
    rate_heads: float
    decay: float
    threads: int
    bfloat16: bool
    likeness_every: int
    likeness_weight: float
    save_minutes: float
    start: dict[str, float]
    only: tuple[str, ...]
    branch: str | None
    layers: int
    exchanged: int
    data: dict[str, Share]

    @classmethod
    def load(cls, file: Path, without: frozenset[str] = frozenset()) -> Config:
        """Read ``file``, leaving out the data sets named in ``without``."""
        raw = tomllib.loads(file.read_text("utf-8"))
        shares = {name: Share(**share) for name, share in raw.pop("data").items()}
        unknown = without - set(shares)
        if unknown:
            raise SystemExit(f"no such data set: {', '.join(sorted(unknown))}")
        kept = {name: share for name, share in shares.items() if name not in without}
        raw.setdefault("start", {})
        raw.setdefault("branch", None)
        raw.setdefault("exchanged", 0)
        raw.setdefault("layers", LAYERS)
        raw["only"] = tuple(raw.get("only", ()))
        return cls(name=file.stem, data=kept, **raw)
