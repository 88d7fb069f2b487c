"""What is asked of each head, on whatever labels a batch brings."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.examples import IGNORED
from training.marked import Marked
from training.network import Network

SMOOTHING = 0.05
SCALE = 8.0

WEIGHTS = {
    "upos": 0.5, "feats": 0.3, "lemma": 0.3, "sentence": 0.5, "arcs": 1.0, "relations": 1.0,
    "names": 1.0, "defence": 1.0, "attribution": 1.0, "links": 0.5, "participants": 1.0,
    "triggers": 1.0, "chains": 0.3, "sectors": 1.0, "contexts": 0.5, "roles": 1.0,
    "relation": 1.0, "penta": 0.5, "quadrant": 1.0, "sentiment": 1.0, "polarity": 1.0,
    "stance": 1.0, "event": 0.7, "mode": 1.0, "modality": 0.5, "channel": 0.3, "status": 0.3,
}  # fmt: skip


def losses(network: Network, out: dict[str, Tensor], batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """The loss of every head in ``out`` that ``batch`` has labels for."""
    result: dict[str, Tensor] = {}
    if "heads" in batch and "arc_head" in out:
        result |= _grammar(network, out, batch)
    for name, chain in network.chains.items():
        if name in batch and name in out:
            rows = batch[f"rows:{name}"]
            result[name] = chain.loss(
                out[name][rows].float(), batch[name][rows], batch["words"][rows]
            )
    if "pairs" in batch and "link_cue" in out and len(batch["pairs"]):
        result["links"] = _links(network, out, batch)
    if "asked" in batch and network.marked is not None:
        result |= _decisions(network.marked, seen(out, batch), batch)
    if "spots" in batch and "sectors" in out:
        row, first, last = batch["spots"].unbind(1)
        scores = out["sectors"][row, first] + out["sectors"][row, last]
        result["sectors"] = functional.binary_cross_entropy_with_logits(scores, batch["sectors"])
    if "told" in batch and "embed" in out and network.contexts is not None:
        scores = network.contexts(_text_vectors(network, out, batch))
        result["contexts"] = functional.binary_cross_entropy_with_logits(
            scores[batch["told"]], batch["contexts"]
        )
    if "pairs_back" in batch and "anaphor" in out:
        result["chains"] = _chains(network, out, batch)
    return result


def seen(out: dict[str, Tensor], batch: dict[str, Tensor]) -> Tensor:
    """What the second network sees of each word (batch, words, width): nothing of states' names."""
    return out["early"] * (1.0 - batch["hidden"].to(out["early"].dtype))[..., None]


def _decisions(marked: Marked, early: Tensor, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    asked = batch["asked"]
    known = {
        name: batch[f"answer:{name}"] != IGNORED
        for name in marked.answer
        if bool((batch[f"answer:{name}"] != IGNORED).any())
    }
    roles = batch["roles"]
    wanted = frozenset((*known, "roles") if bool((roles != IGNORED).any()) else known)
    with torch.autocast("cpu", torch.bfloat16, enabled=marked.training):
        out = marked(early[asked], batch["marks"], batch["words"][asked], wanted)
    result = {
        name: functional.cross_entropy(
            out[name][rows].float(),
            batch[f"answer:{name}"][rows],
            getattr(marked, f"rare_{name}"),
            label_smoothing=SMOOTHING,
        )
        for name, rows in known.items()
    }
    if "roles" in wanted:
        result["roles"] = functional.cross_entropy(
            out["roles"].float().flatten(0, 1), roles.flatten(), ignore_index=IGNORED
        )
    return result


def _text_vectors(network: Network, out: dict[str, Tensor], batch: dict[str, Tensor]) -> Tensor:
    """The sentence vector of each whole window, as the reader makes it, scaled to length one."""
    weights = batch["words"][..., None]
    means = (out["embed"] * weights).sum(1) / weights.sum(1).clamp(min=1.0)
    return functional.normalize(network.embed(means), dim=-1) * SCALE


def _chains(network: Network, out: dict[str, Tensor], batch: dict[str, Tensor]) -> Tensor:
    """Minus the log of the probability of all right antecedents (Lee et al., 2017)."""
    row, word = batch["mentions"].unbind(1)
    later, earlier, near = batch["pairs_back"].unbind(1)
    anaphor, antecedent = out["anaphor"][row, word], out["antecedent"][row, word]
    scores = network.antecedents(anaphor[later], antecedent[earlier], near)
    alone = out["alone"][row, word]
    low = torch.full((len(row), len(row)), -1e4)
    every = torch.cat([alone[:, None], low.index_put((later, earlier), scores)], 1)
    right = batch["same_chain"] > 0
    first = torch.ones(len(row), dtype=torch.bool)
    first[later[right]] = False
    of_right = low.index_put((later[right], earlier[right]), scores[right])
    own = torch.where(first, alone, torch.full_like(alone, -1e4))
    gold = torch.cat([own[:, None], of_right], 1)
    return (torch.logsumexp(every, 1) - torch.logsumexp(gold, 1)).mean()


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
