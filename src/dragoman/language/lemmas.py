"""Lemmas by edit script: cut so many characters off the end, add these, keep or lower the case.

After Müller et al., "Joint lemmatization and morphological tagging with Lemming" (2015); one
script serves many words, and a head chooses it in context.
"""

from __future__ import annotations

UNCHANGED = "k0|"


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
