"""Text in terminal cells: what is safe to print, how wide it is, and where a line may end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len

# Escape sequences of a hostile page could repaint the terminal, and marks of direction reorder what is read.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]"
)
_BLANKS = re.compile(r"[\s\u2028\u2029]+")

_CLOSING = frozenset("，。、；：？！）》」』】〕〉”’％‰℃…—·.,;:?!)]}%")
_OPENING = frozenset("（《「『【〔〈“‘([{")
# A run of letters and digits stays whole, everything else may end a line.
_TOKEN = re.compile(r"[A-Za-z0-9\u00c0-\u024f$€£¥+\-./,:'’%@_#&]+|\s+|.", re.DOTALL)


def clean(text: str) -> str:
    """Return `text` on one line, without what could command a terminal."""
    return _BLANKS.sub(" ", visible(text)).strip()


def visible(text: str) -> str:
    """Return `text`, as long as before, with a mark for what commands a terminal or turns text around."""
    return _UNSAFE.sub("\ufffd", text)


def pad(text: str, width: int) -> str:
    """Return `text` filled up with blanks to `width` cells; longer text is left as it is."""
    return text + " " * max(0, width - cell_len(text))


def wrap(text: str, width: int) -> list[str]:
    """Return lines of at most `width` cells, at least one. Closing marks never begin one."""
    lines: list[str] = []
    line = ""
    room = max(width, 4)
    for token in _tokens(clean(text), room):
        if cell_len(line + token.rstrip()) > room and line:
            lines.append(line.rstrip())
            line = ""
        line += token if line else token.lstrip()
    return [*lines, line.rstrip()]


def _tokens(text: str, room: int) -> Iterator[str]:
    """Yield the pieces of a text between which a line may end."""
    held = ""
    for token in _split_long(text, room):
        closing = token[0] in _CLOSING
        joins = closing or (held and held[-1] in _OPENING)
        if held and (not joins or cell_len(held + token) > room):
            yield held
            held = ""
        held += token
    if held:
        yield held


def _split_long(text: str, room: int) -> Iterator[str]:
    for match in _TOKEN.finditer(text):
        token = match[0]
        while cell_len(token) > room:
            yield token[:room]
            token = token[room:]
        if token:
            yield token


__all__ = ["cell_len", "clean", "pad", "visible", "wrap"]
