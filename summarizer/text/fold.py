"""Compatibility folding that keeps every character in its place."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

# Character class (for regexes) of the scripts whose lines join with nothing: ideographs, kana, CJK punctuation and
# full-width forms.
CJK = "\u2e80-\u2fdf\u3001-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff"

_RANGES = (
    (0xFF01, 0xFF5F),  # full-width ASCII
    (0x2F00, 0x2FE0),  # Kangxi radicals, which PDF fonts often give instead of the ideograph
    (0x2E80, 0x2F00),  # their supplement
    (0xF900, 0xFB00),  # compatibility ideographs
    (0x2000, 0x200B),  # blanks of all widths
)
_SINGLE = {
    0x00A0: " ",
    0x3000: " ",
    0x202F: " ",
    0x205F: " ",
    0x2010: "-",
    0x2011: "-",
    0x00AD: "-",  # soft hyphen
    0xFFFE: "-",  # PDFium writes a resolved end-of-line hyphen as this non-character
    0x0002: "-",  # and older builds as this one
    0x2019: "'",
    0x02BC: "'",
}
# Full-width marks that tell Chinese from Latin text stay as they are.
_KEEP = frozenset("，：；！？（）")


def _table() -> dict[int, str]:
    table = {}
    for low, high in _RANGES:
        for code in range(low, high):
            char = chr(code)
            folded = unicodedata.normalize("NFKC", char)
            if len(folded) == 1 and folded != char and char not in _KEEP:
                table[code] = folded
    return table | _SINGLE


class _Known(dict[int, str | int]):
    """A table for str.translate that learns what stays as it is: a key that is missing costs an exception."""

    def __missing__(self, code: int) -> int:
        self[code] = code
        return code


_TABLE = _Known(_table())


def folding(further: Mapping[int, str]) -> Mapping[int, str | int]:
    """Return a table for str.translate that folds and then maps by `further`, in one go."""
    return _Known({**further, **{code: further.get(ord(char), char) for code, char in _table().items()}})


def fold(text: str) -> str:
    """Return `text` with full-width, compatibility and blank characters folded; the length never changes."""
    return text if text.isascii() and "\x02" not in text else text.translate(_TABLE)
