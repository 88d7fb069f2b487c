"""Text → words as Universal Dependencies cuts them.

spaCy's English rules, with these differences: a hyphen or slash inside a word is a word of its
own (but not after a prefix such as "pre"), a run of one mark ("!!!", "***") is one word, and
numbers and dates written in digits stay whole, as in the English treebanks of UD 2.16.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language as SpacyLanguage
    from spacy.tokens import Doc

_LETTER = r"[^\W\d_]"
_NOT_AFTER_PREFIX = "".join(
    rf"(?<!\b{prefix})"
    for part in ("e", "pre", "non", "re", "pro", "co", "post", "mis", "anti", "un")
    for prefix in (part, part.capitalize())
)
_RUNS = (
    r"[!?]{2,}",
    r"\*{2,}",
    r"={2,}",
    r"_{2,}",
    r"-{2,}",
    r"~{2,}",
    r"#{2,}",
    r"<{2,}",
    r">{2,}",
)
_INFIXES = (
    r"\.\.+",
    r"…",
    *_RUNS,
    r"(?<=[{}()\[\]\"“”])(?=\w)",
    rf"(?<=\w){_NOT_AFTER_PREFIX}[-–—](?=\w)",
    r"(?<=[\w.])[/+–—](?=\w)",
    r"(?<=\.)-(?=\w)",
    r"(?<=\w)[-–—](?=[\"“‘'$£€(])",
    rf"(?<={_LETTER})[,;:!?](?={_LETTER})",
    rf"(?<={_LETTER})[\"“”()](?={_LETTER})",
    r"[\]\)][-–—:][\[\(]?",
    r"(?<=[0-9])[*×](?=[0-9])",
    r"(?<=[a-z\"”’')])\.(?=[A-Z])",
)
# Words that spaCy holds together and the treebanks do not.
_CUT = frozenset(("and/or",))
_WHOLE = re.compile(
    r"^(?:\d+(?:[.,:]\d+)*|\d{1,2}/\d{1,2}(?:/\d{2,4})?|\d{4}-\d{2}-\d{2}"
    r"|\(?\d{3}\)?-\d{3}-\d{4}|\w[\w.]*@[\w.-]+\w|(?:https?://|www\.)\S+[\w/])$"
)


def blank() -> SpacyLanguage:
    """A new spaCy English pipeline without components, with the word rules above."""
    import spacy
    from spacy.tokenizer import Tokenizer
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

    nlp = spacy.blank("en")
    prefixes = [*_RUNS, *(nlp.Defaults.prefixes or ()), r"[-–—](?=\w)"]
    suffixes = [*_RUNS, *(nlp.Defaults.suffixes or ()), r"(?<=\w)[-–—]"]
    exceptions = nlp.Defaults.tokenizer_exceptions or {}
    nlp.tokenizer = Tokenizer(
        nlp.vocab,
        rules={form: rule for form, rule in exceptions.items() if form not in _CUT},
        prefix_search=compile_prefix_regex(prefixes).search,
        suffix_search=compile_suffix_regex(suffixes).search,
        infix_finditer=compile_infix_regex(_INFIXES).finditer,
        token_match=_WHOLE.match,
    )
    return nlp


@cache
def tokenizer() -> Callable[[str], Doc]:
    """The word rules alone, made once."""
    return blank().tokenizer
