"""Untrusted text made ready to stand in a prompt."""

from __future__ import annotations

import re
import unicodedata

# The marks of the fence and of chat templates: a text that holds them can't close the one or forge the other.
_MARKS = re.compile(r"<{3,}|>{3,}|<\|[^|<>\n]{0,40}\|>|<\/?s>|\[\/?INST\]")
_KEPT = "\n\t"


def fenced(text: str) -> str:
    """Return a text without invisible characters and without marks that could end its fence."""
    seen = "".join(c for c in text if c in _KEPT or unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co"})
    return _MARKS.sub("‹…›", seen)
