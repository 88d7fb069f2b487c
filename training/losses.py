"""What is asked of each head, on whatever labels a batch brings."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.examples import IGNORED
from training.network import Network

WEIGHTS = {
    "upos": 0.5, "feats": 0.3, "lemma": 0.3, "sentence": 0.5, "arcs": 1.0, "relations": 1.0,
    "names": 1.0, "defence": 1.0, "attribution": 1.0, "links": 0.5,
}  # fmt: skip


def losses(network: Network, out: dict[str, Tensor], batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """The loss of every head that ``batch`` has labels for."""
    result: dict[str, Tensor] = {}
    if "heads" in batch:
        result |= _grammar(network, out, batch)
    for name, chain in network.chains.items():
        if name in batch:
            rows = batch[f"rows:{name}"]
            result[name] = chain.loss(
                out[name][rows].float(), batch[name][rows], batch["words"][rows]
            )
    if "pairs" in batch and len(batch["pairs"]):
        result["links"] = _links(network, out, batch)
    return result


def total(parts: dict[str, Tensor]) -> Tensor:
    """The weighted sum."""
    return torch.stack([WEIGHTS[name] * loss for name, loss in parts.items()]).sum()


def _grammar(
    network: Network, out: dict[str, Tensor], batch: dict[str, Tensor]
) -> dict[str, Tensor]:
    result = {
        name: functional.cross_entropy(
            out[name].float().flatten(0, 1), batch[name].flatten(), ignore_index=IGNORED
        )
        for name in ("upos", "feats", "lemma")
    }
    known = batch["sentence"] != IGNORED
    result["sentence"] = functional.binary_cross_entropy_with_logits(
        out["sentence"][known].float(), batch["sentence"][known].float()
    )
    scores = network.arcs(out).float()
    scores = torch.cat([scores[..., :1], scores[..., 1:] + batch["same"]], -1)
    heads = batch["heads"]
    result["arcs"] = functional.cross_entropy(
        scores.flatten(0, 1), heads.flatten(), ignore_index=IGNORED
    )
    chosen = heads > 0
    rows, dependents = chosen.nonzero(as_tuple=True)
    found = network.relations(
        out["relation_dependent"][rows, dependents],
        out["relation_head"][rows, heads[rows, dependents] - 1],
    )
    result["relations"] = functional.cross_entropy(
        found.float(), batch["relations"][rows, dependents], ignore_index=IGNORED
    )
    return result


def _links(network: Network, out: dict[str, Tensor], batch: dict[str, Tensor]) -> Tensor:
    row, cue, begin, end, near = batch["pairs"].unbind(1)
    scores = network.links(
        out["link_cue"][row, cue], out["link_begin"][row, begin], out["link_end"][row, end], near
    ).float()
    known = batch["linked"] >= 0
    return functional.binary_cross_entropy_with_logits(scores[known], batch["linked"][known])


def likeness(network: Network, means: Tensor, teacher: Tensor) -> Tensor:
    """1 − cosine between the network's sentence vectors and the original encoder's."""
    return (1.0 - functional.cosine_similarity(network.embed(means.float()), teacher)).mean()
