"""Alternations as prefix trees: `re` tries every branch in turn, so a hundred words side by side are slow."""

from __future__ import annotations

import re
from collections.abc import Iterable

_Tree = dict[str, "_Tree"]
_END = ""


def words(surfaces: Iterable[str], *, gap: str = "") -> str:
    """A pattern that matches the longest of `surfaces`; `gap` is what a point in one stands for."""
    root: _Tree = {}
    for surface in surfaces:
        node = root
        for char in surface:
            node = node.setdefault(gap if gap and char == "." else re.escape(char), {})
        node[_END] = {}
    return _pattern(root)


def _pattern(node: _Tree) -> str:
    branches = [atom + _pattern(rest) for atom, rest in node.items() if atom]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 and _END not in node else f"(?:{'|'.join(branches)})"
    return f"{body}?" if _END in node else body
