"""Lemmas by edit script: cut so many characters off the end, add these, keep or lower the case.

After Müller et al., "Joint lemmatization and morphological tagging with Lemming" (2015); one
script serves many words, and a head chooses it in context.
"""

from __future__ import annotations

UNCHANGED = "k0|"

_ENDS_IN_IE = frozenset(
    "auntie birdie bookie brownie calorie camaraderie collie cookie coterie foodie genie goalie "
    "groupie hippie hoodie junkie lingerie menagerie movie necktie newbie oldie pixie prairie "
    "quickie reverie rookie selfie smoothie sortie sweetie talkie veggie zombie untie underlie "
    "belie".split()
)
"""Words of more than four letters that end in -ie; all other words in -ies end in -y."""
_SHORT = 5


def script(form: str, lemma: str) -> str:
    """The script that turns ``form`` into ``lemma``."""
    keep = form[:1].isupper() and lemma[:1].isupper()
    if form.isupper() and len(form) > 1 and not lemma.isupper():
        keep = False
    base = form if keep else form.lower()
    shared = 0
    for left, right in zip(base, lemma, strict=False):
        if left != right:
            break
        shared += 1
    return f"{'k' if keep or form == base == lemma else 'l'}{len(base) - shared}|{lemma[shared:]}"


def apply(script_: str, form: str) -> str:
    """``form`` changed by a script of :func:`script`; never empty."""
    mode, rest = script_[0], script_[1:]
    cut, _, add = rest.partition("|")
    base = form if mode == "k" else form.lower()
    stem = base[: len(base) - int(cut)] if int(cut) <= len(base) else base
    return stem + add or form


def lemma(script_: str, form: str) -> str:
    """The lemma of ``form`` by a script, put right where it only lost the "s" or "n" of a plural.

    The head takes "countries" for "countrie" now and then, as it would "movies", and "fishermen"
    for "fisherme".
    """
    found = apply(script_, form)
    if found != form[:-1] and found != form[:-1].lower():
        return found
    if form.endswith("ies") and len(form) > _SHORT and found.lower() not in _ENDS_IN_IE:
        return f"{found[:-2]}y"
    return f"{found[:-1]}an" if form.endswith("men") and len(form) > _SHORT else found
