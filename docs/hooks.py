"""MkDocs hook: pages drawn from the package itself, wherever a page asks for one.

A line such as ``<!-- generated: codebook -->`` in a page is replaced by what the function of that
name in ``generated.py`` returns.
"""

from __future__ import annotations

import re
from typing import Any

import generated

_MARKER = re.compile(r"^<!-- generated: (\w+) -->$", re.MULTILINE)


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Replace every marker in a page; MkDocs calls this."""
    return _MARKER.sub(lambda match: generated.PARTS[match[1]](), markdown)
