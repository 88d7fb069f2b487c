"""How tables, tagger and second network are weighed against one another: all numbers of it.

Each of them is an expert that spreads its trust over PLOVER's types and "none"; what they say
together is the product (Hinton, 2002: products of experts), so that a doubtful word needs more
than one of them and a sure one can be overruled only by the others together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

NONE = "none"

LISTED_VERB = 0.85
"""How far the tables are trusted with the sense of a verb."""
LISTED_NOUN = 0.75
"""The same with a noun."""
ANOTHER = 0.02
"""How much of what is said for another type counts where a row leaves no doubt of its own."""
KEPT_OUT = 0.9999
"""The same with a sense that is listed as no event."""
UNLISTED = 0.8
"""How far a word that no table knows is trusted to tell of none."""
IN_SPORT = 0.9
"""How far a sentence with words of sport is trusted to tell of no event."""
NOT_TAGGED = 0.5
"""How far the tagger is trusted where it leaves a word out."""
MOST_TAGGED = 0.9
"""How far the tagger is trusted at most."""
BY_TREE = 0.75
"""How far the tree is trusted with the modality."""
LEAST = 0.5
"""What a type must reach to be coded."""
LEAST_MODE = 0.5
"""The same for a mode that no table gives."""
LEAST_ROLE = 0.3
"""The same for a word to belong to a side that the tree does not tell."""


def expert(trusted: str | None, trust: float, answers: Iterable[str]) -> dict[str, float]:
    """The trust of one expert in its answer, the rest spread evenly over the others.

    An expert without an answer trusts all alike.
    """
    names = list(answers)
    if trusted not in names:
        return dict.fromkeys(names, 1.0 / len(names))
    rest = (1.0 - trust) / max(len(names) - 1, 1)
    return {name: trust if name == trusted else rest for name in names}


def together(*experts: Mapping[str, float]) -> dict[str, float]:
    """What experts on the same answers say together, as shares of one."""
    product = dict.fromkeys(experts[0], 1.0)
    for each in experts:
        for name in product:
            product[name] *= each.get(name, 0.0)
    whole = sum(product.values())
    return {name: value / whole for name, value in product.items()} if whole else product


def settled(shares: Mapping[str, float], trusted: str) -> tuple[str, float]:
    """The answer where one type is all but settled: whether there is an act at all, and which.

    What is said for any type speaks for an act.
    """
    acts = 1.0 - shares[NONE]
    if acts < shares[NONE]:
        return NONE, shares[NONE]
    others = {name: ANOTHER * share for name, share in shares.items() if name != NONE}
    return likeliest({**others, trusted: shares[trusted]})[0], acts


def likeliest(shares: Mapping[str, float]) -> tuple[str, float]:
    """The answer with the greatest share."""
    name = max(shares, key=lambda each: shares[each])
    return name, shares[name]
