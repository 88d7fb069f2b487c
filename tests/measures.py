"""Measures of code: how long functions and files are, and what they catch."""

from __future__ import annotations

import ast
from dataclasses import dataclass

BROAD = {"Exception", "BaseException"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Measure:
    """A function's name, the line it begins in, and its lines with and without docstring."""

    name: str
    line: int
    lines: int
    lines_of_code: int


def functions(source: str) -> list[Measure]:
    """Measure every function and method of a module, nested ones too."""
    tree = ast.parse(source)
    nodes = [node for node in ast.walk(tree) if isinstance(node, Function)]
    return [_measure(node) for node in nodes]


def _measure(node: Function) -> Measure:
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    return Measure(node.name, node.lineno, lines, lines - _docstring_lines(node))


def _docstring_lines(node: Function) -> int:
    if ast.get_docstring(node) is None:
        return 0
    first = node.body[0]
    return (first.end_lineno or first.lineno) - first.lineno + 1


def broad_excepts(source: str) -> list[int]:
    """Return the lines of handlers that catch everything."""
    handlers = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ExceptHandler)]
    return [handler.lineno for handler in handlers if _is_broad(handler)]


def _is_broad(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    return any(isinstance(node, ast.Name) and node.id in BROAD for node in ast.walk(handler.type))
