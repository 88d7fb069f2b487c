"""The lines of import of the design, as rules over the syntax tree of a module."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PACKAGE = "dragoman"

LINES = {
    **dict.fromkeys(("errors", "settings"), 0),
    **dict.fromkeys(("records", "world"), 1),
    **dict.fromkeys(("ingest", "language", "store", "exports"), 2),
    **dict.fromkeys(("coding", "crises"), 3),
    **dict.fromkeys(("reader", "batch", "desk"), 4),
    "cli": 5,
    "__main__": 6,
}
"""The line of each part of the package; a part imports parts of lower lines only."""

WITHIN_LINE_0 = {("settings", "errors")}
"""Settings raise the errors of the tree."""

FOR_TYPES_ONLY = {("errors", "records")}
"""Imports that stand under ``TYPE_CHECKING`` and may lead upward: an error carries its article."""

FORBIDDEN = {
    "coding": {"ingest", "store", "exports"},
    "desk": {"language", "coding"},
    "store": {"world"},
    "exports": {"world"},
}
"""Lower parts that a part must leave alone all the same: data goes one way."""

STANDARD_LIBRARY_ONLY = {"errors", "settings", "records"}

OUTSIDE = {"training", "evals", "benchmarks", "tests", "tools", "torch", "onnx"}
"""What no part of the package may import: the package is used by these, and never needs torch."""

WORKSHOPS = {
    "training": {"benchmarks", "tests"},
    "evals": {"training", "benchmarks", "tests"},
    "benchmarks": {"training", "tests"},
}
"""What each folder beside the package must not import; figures come from ``evals`` alone."""


@dataclass(frozen=True)
class Import:
    """One import: the dotted name, its line, and whether only type checkers see it."""

    name: str
    line: int
    for_types: bool = False

    @property
    def top(self) -> str:
        """The first part of the dotted name."""
        return self.name.split(".", 1)[0]


def imports(source: str, module: str) -> Iterator[Import]:
    """Yield every import of a module, relative ones resolved, wherever in the module it stands."""
    tree = ast.parse(source)
    for_types = {
        id(node)
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and _is_type_checking(block.test)
        for statement in block.body
        for node in ast.walk(statement)
    }
    for node in ast.walk(tree):
        for name in _names(node, module):
            yield Import(name, getattr(node, "lineno", 0), id(node) in for_types)


def _is_type_checking(test: ast.expr) -> bool:
    return ast.unparse(test) in {"TYPE_CHECKING", "typing.TYPE_CHECKING"}


def _names(node: ast.AST, module: str) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        base = _resolved(node, module)
        return [f"{base}.{alias.name}" for alias in node.names]
    if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
        named = [arg.value for arg in node.args[:1] if isinstance(arg, ast.Constant)]
        return [name for name in named if isinstance(name, str)]
    return []


def _resolved(node: ast.ImportFrom, module: str) -> str:
    if not node.level:
        return node.module or ""
    base = module.split(".")[: -node.level]
    return ".".join([*base, node.module] if node.module else base)


def violations(source: str, module: str) -> list[str]:
    """Return what a module of the package imports against the lines, in words."""
    part = module.split(".")[1]
    if part == "__init__":
        return _outside(source, module)
    if part not in LINES:
        return [f"{module}: {part} has no line of import"]
    return [
        f"{module}:{each.line}: {fault}"
        for each in imports(source, module)
        if (fault := _fault(part, each))
    ]


def _outside(source: str, module: str) -> list[str]:
    return [
        f"{module}:{each.line}: imports {each.name}"
        for each in imports(source, module)
        if each.top in OUTSIDE
    ]


def _fault(part: str, each: Import) -> str | None:
    if each.top in OUTSIDE:
        return f"{part} imports {each.name}, which is no part of the product"
    if each.top == PACKAGE:
        return _fault_within(part, each)
    if part in STANDARD_LIBRARY_ONLY and each.top not in sys.stdlib_module_names:
        return f"{part} imports {each.name}, and may use the standard library only"
    return None


def _fault_within(part: str, each: Import) -> str | None:
    other = [*each.name.split("."), ""][1]
    if other in {part, "__version__"}:
        return None
    if each.for_types and (part, other) in FOR_TYPES_ONLY:
        return None
    if other not in LINES:
        return None if part == "cli" else f"{part} imports {each.name}, which is for users"
    if other in FORBIDDEN.get(part, set()):
        return f"{part} must not import {other}"
    if LINES[other] >= LINES[part] and (part, other) not in WITHIN_LINE_0:
        return f"{part} (line {LINES[part]}) imports {other} (line {LINES[other]})"
    return None


def workshop_violations(source: str, module: str) -> list[str]:
    """Return what a module of training, evals or benchmarks imports and must not."""
    forbidden = WORKSHOPS[module.split(".", 1)[0]]
    return [
        f"{module}:{each.line}: imports {each.name}"
        for each in imports(source, module)
        if each.top in forbidden
    ]


def modules(folder: Path, root: Path) -> Iterator[tuple[str, str]]:
    """Yield the dotted name and the source of every module under a folder.

    A package's own module ends in ``__init__``.
    """
    for path in sorted(folder.rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        yield ".".join(parts), path.read_text(encoding="utf-8")
