"""XML that strangers send → a tree, or an error that says what is wrong with it.

What is not well-formed is mended where it can be, and told: real feeds hold bare ampersands and
entities of HTML. What breaks off is refused, since what is missing cannot be told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html.entities import html5

from lxml import etree

from dragoman.errors import NotText, TooComplex, TooLarge

LARGEST = 20_000_000
"""Characters of one document."""

MOST_TAGS = 600_000
"""Tags of one document: those of a full sitemap, and half as many again."""

_PROLOG = re.compile(r"(?:\s+|<\?[^>]{0,1000}\?>|<!--.*?-->)*", re.DOTALL)
_DOCTYPE = re.compile(r"<!DOCTYPE\b[^>\[]*(\[)?", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml\b[^>]{0,300}\?>")
_ILLEGAL = re.compile("[^\\t\\n\\r -\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_NAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
_HARMLESS = frozenset({"NS_ERR_UNDEFINED_NAMESPACE", "WAR_NS_URI", "WAR_NS_URI_RELATIVE"})
_TOO_DEEP = frozenset({"ERR_RESOURCE_LIMIT"})


@dataclass(frozen=True, slots=True)
class Document:
    """The root of a tree, and how the XML was not well-formed, if it was not."""

    root: etree._Element
    problem: str | None


def parse_xml(text: str, source: str) -> Document:
    """Parse XML; nothing is loaded from elsewhere and no entity is expanded.

    Args:
        text: The document, decoded.
        source: What to call it in an error.

    Raises:
        TooLarge: It is over a limit.
        TooComplex: It declares entities, or is nested too deep.
        NotText: It is no XML, or it breaks off.
    """
    if len(text) > LARGEST:
        message = f"The document has more than {LARGEST:,} characters."
        raise TooLarge(message, source=source, hint="Watch a smaller feed of this site.")
    _refuse_complex(text, source)
    body = _ENTITY.sub(_character, legal(_DECLARATION.sub("", text)))
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(body.encode("utf-8", errors="replace"), parser=parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    faults = [entry for entry in parser.error_log if entry.level >= etree.ErrorLevels.ERROR]
    return Document(
        _whole(root, {entry.type_name for entry in faults}, body, source), _told(faults)
    )


def legal(text: str) -> str:
    """Return text without the characters that no document may hold."""
    return _ILLEGAL.sub("", text)


def _refuse_complex(text: str, source: str) -> None:
    prolog = _PROLOG.match(text)
    doctype = _DOCTYPE.match(text, prolog.end() if prolog is not None else 0)
    if doctype is not None and doctype[1]:
        message = "The document declares entities or a grammar of its own."
        raise TooComplex(message, source=source, hint="It is no feed that can be trusted.")
    if text.count("<") > MOST_TAGS:
        message = f"The document has more than {MOST_TAGS:,} tags."
        raise TooComplex(message, source=source, hint="Watch a smaller feed of this site.")


def _character(found: re.Match[str]) -> str:
    """Return the character that an entity of HTML stands for; those of XML itself stay."""
    if found[1] in _OF_XML:
        return found[0]
    return html5.get(found[1] + ";", found[0])


def _whole(root: etree._Element | None, faults: set[str], body: str, source: str) -> etree._Element:
    """Return the root of a document that is XML, not too deep and whole.

    Raises:
        NotText: It is no XML, or it breaks off.
        TooComplex: It is nested too deep.
    """
    if faults & _TOO_DEEP:
        message = "The document is nested too deep, or has a text that is too long."
        raise TooComplex(message, source=source, hint="It is no feed that can be trusted.")
    if root is None:
        raise NotText("It is no XML.", source=source, hint="Check the URL of the feed.")
    if not _ends(root, body):
        message = "The document breaks off before its end."
        raise NotText(message, source=source, hint="Try again later.")
    return root


def _ends(root: etree._Element, body: str) -> bool:
    """Tell whether a document closes its root."""
    name = _bare(str(root.tag))
    printed = re.escape(f"{root.prefix}:{name}" if root.prefix else name)
    empty = len(root) == 0 and not root.text
    return re.search(rf"</{printed}\s*>", body) is not None or (
        empty and re.search(rf"<{printed}\b[^<>]*/>", body) is not None
    )


def _told(faults: Sequence[etree._LogEntry]) -> str | None:
    """Say what is not well-formed; an undeclared prefix of a namespace is overlooked."""
    told = [entry for entry in faults if entry.type_name not in _HARMLESS]
    if not told:
        return None
    words = " ".join(str(told[0].message).split())
    return f"It is not well-formed XML (line {told[0].line}: {words})."


def bind_prefixes(root: etree._Element) -> None:
    """Drop prefixes of names that no namespace was declared for, in place.

    A tree that was mended may hold such names; parsers that know of namespaces refuse them.
    """
    for element in root.iter(etree.Element):
        if ":" in _bare(str(element.tag)):
            name = str(element.tag).rpartition(":")[2]
            element.tag = name if _NAME.fullmatch(name) else "unknown"
        for attribute in [each for each in element.attrib if ":" in _bare(str(each))]:
            del element.attrib[attribute]


def _bare(name: str) -> str:
    """Return a name without its namespace, which itself may hold colons."""
    return name.rpartition("}")[2]


def local_name(element: etree._Element) -> str:
    """Return the name of an element without its namespace, in lower case."""
    return _bare(str(element.tag)).lower()
