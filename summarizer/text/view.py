"""A text composed of pieces of a raw text, with the map between the two."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple
from unicodedata import normalize

from summarizer.text.wrap import LINE, SOFT, joint, stray_blanks

# What PDF readers leave of fi, fl, ffi …: a search for the word, or a model that quotes it, would miss it.
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_SPECIAL = re.compile("[\u00a0\ufb00-\ufb06]")


class Piece(NamedTuple):
    """`length` characters of the view from `start` stand in the raw text from `raw`, one to one."""

    start: int
    raw: int
    length: int


@dataclass(slots=True)
class View:
    """A text made of pieces of a raw text; what is in no piece (a joining blank, a line end) was added."""

    parts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    length: int = 0

    @property
    def text(self) -> str:
        """The composed text."""
        if len(self.parts) > 1:
            self.parts = ["".join(self.parts)]
        return self.parts[0] if self.parts else ""

    def glue(self, text: str) -> None:
        """Add characters that have no place in the raw text."""
        if text:
            self.parts.append(text)
            self.length += len(text)

    def take(self, raw: str, start: int, end: int) -> None:
        """Add `raw[start:end]`: a no-break blank as a blank, a ligature as its letters, the first in its place."""
        text = raw[start:end]
        if not text.isascii() and _SPECIAL.search(text):
            text = text.replace("\u00a0", " ")
            at = 0
            for found in _LIGATURE.finditer(text):
                self._add(text[at : found.start()], start + at)
                letters = normalize("NFKC", found.group())
                self._add(letters[0], start + found.start())
                self.glue(letters[1:])
                at = found.end()
            text, start = text[at:], start + at
        self._add(text, start)

    def _add(self, text: str, start: int) -> None:
        """Add `text`, which stands for as many characters of the raw text from `start` on."""
        if not text:
            return
        if (
            self.pieces
            and (last := self.pieces[-1]).raw + last.length == start
            and last.start + last.length == self.length
        ):
            self.pieces[-1] = Piece(last.start, last.raw, last.length + len(text))
        else:
            self.pieces.append(Piece(self.length, start, len(text)))
        self.parts.append(text)
        self.length += len(text)

    def take_line(self, raw: str, start: int, end: int) -> None:
        """Add `raw[start:end]` without its stray blanks."""
        at = start
        line = raw[start:end]
        if " " in line or "\u00a0" in line:
            for low, high in stray_blanks(line):
                self.take(raw, at, start + low)
                at = start + high
        self.take(raw, at, end)

    def paragraph(self, raw: str, lines: Iterable[tuple[int, int]], display: bool = False) -> None:
        """Add the lines (raw offsets, without blanks at their ends) as one paragraph; of a headline, for `display`."""
        held: tuple[int, int] | None = None
        text = ""
        for after in lines:
            following = raw[after[0] : after[1]]
            if held is not None:
                drop, glue = joint(text, following, display)
                self.take_line(raw, held[0], held[1] - drop)
                self.glue(glue)
            held, text = after, following
        if held is not None:
            self.take_line(raw, *held)

    def to_raw(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the raw ranges that hold `text[start:end]`, in order of the view, touching ones joined."""
        found: list[tuple[int, int]] = []
        first = max(0, bisect_right(self.pieces, start, key=lambda piece: piece.start) - 1)
        for piece in self.pieces[first:]:
            if piece.start >= end:
                break
            low, high = max(start, piece.start), min(end, piece.start + piece.length)
            if low < high:
                left, right = low + piece.raw - piece.start, high + piece.raw - piece.start
                if found and found[-1][1] == left:
                    left = found.pop()[0]
                found.append((left, right))
        return found

    def to_view(self, offset: int) -> int | None:
        """Return where the raw character at `offset` stands in the view, or None if the view left it out."""
        order = sorted(self.pieces, key=lambda piece: piece.raw)
        at = bisect_right(order, offset, key=lambda piece: piece.raw) - 1
        if at < 0 or offset >= order[at].raw + order[at].length:
            return None
        return offset - order[at].raw + order[at].start


# A line that closes its paragraph: a sentence-final mark, perhaps with closing quotes or brackets behind it.
_FINAL = re.compile("[。！？!?.…:：][”’」』）)】\"']*$")
_BULLET = re.compile(r"(?:[-*•■●▲◆□○◎★☆·▪►※]|[（(]?\d{1,2}[.)、）])\s*\S")


def _continues(before: str, line: str, indented: bool) -> bool:
    """Tell whether `line` goes on with the paragraph that `before` is the last line of."""
    if before[-1] in SOFT:
        return True
    if indented or _BULLET.match(line):
        return False
    if line[0].islower():
        return True
    return not (_FINAL.search(before, max(0, len(before) - 6)) and len(line) > len(before) * 1.2)


def unwrap(raw: str) -> View:
    """Return the view of `raw` with its hard-wrapped lines joined into paragraphs, one to a line.

    Blank lines, page breaks, indents and bullets part paragraphs, and so does a line that ends a sentence well
    before the line after it ends. Applied to its own result it changes nothing.
    """
    view = View()
    paragraph: list[tuple[int, int]] = []
    before, end_before = "", 0
    for found in LINE.finditer(raw):
        line = found.group().strip()
        if not line:
            continue
        start = found.start() + found.group().index(line[0])
        gap = raw.count("\n", end_before, start) > 1 or "\f" in raw[end_before:start]
        indented = start - found.start() > 1 or raw[found.start()] == "\u3000"
        if paragraph and (gap or not _continues(before, line, indented)):
            view.paragraph(raw, paragraph)
            view.glue("\n\n")
            paragraph = []
        paragraph.append((start, start + len(line)))
        before, end_before = line, start + len(line)
    if paragraph:
        view.paragraph(raw, paragraph)
    return view
