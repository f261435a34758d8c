"""The glyphs of a PDF page to pieces of lines: which gaps are blanks, and which part two columns."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any

from summarizer.inputs.layout import GUTTER, Piece

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

WIDE = "\u1100"  # from here on, characters are set full-width
# In sizes of the type. A justified line stretches all its blanks alike: a gap between words parts columns
# only where it is far wider than the others of its line.
WORD_GAP = 0.25
_ALONE = 1.5
_ALWAYS = 2.0
_WIDER = 1.8
_HYPHEN = "\x02"  # pdfium's mark for one at a line end
# Pdfium passes over text whose outline is narrower than this, in points: a single glyph of a font that is
# neither in the file nor on the machine has none at all. A stroke around it gives it one.
_NO_WIDTH = 0.01
_STROKE = 0.1


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character and where it stands, in points from the bottom left corner of the sheet.

    `right` takes in the blanks that the file itself sets after it; `blanks` are those, or what pdfium made of
    a gap.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    blanks: str = ""


def read_pieces(page: PdfPage) -> tuple[list[Piece], bool]:
    """Return the pieces of a page, and whether its fonts leave most characters unknown."""
    height = page.get_bbox()[3]
    pieces: list[Piece] = []
    line: list[Glyph] = []
    counts = {"known": 0, "unknown": 0}
    for glyph in _glyphs(page, counts):
        if line and (glyph is None or not _continues(line, glyph)):
            pieces += _cut(line, height)
            line = []
        if glyph is not None:
            line.append(glyph)
    pieces += _cut(line, height)
    return pieces, counts["unknown"] > 0 and 2 * counts["unknown"] > counts["known"]


def _glyphs(page: PdfPage, counts: dict[str, int]) -> Iterator[Glyph | None]:
    """Yield the visible characters in the order of the file, None where pdfium sees a line end."""
    from pypdfium2 import raw as pdfium

    held: Glyph | None = None
    _outline_bare_glyphs(page, pdfium)
    with closing(page.get_textpage()) as textpage:
        box = _box_reader(textpage, pdfium)
        for index, character in _characters(textpage, pdfium):
            if character in "\r\n":
                if held is not None:
                    yield held
                    yield None
                held = None
            elif pdfium.FPDFText_HasUnicodeMapError(textpage, index) == 1 or character in "\0\ufffe\uffff":
                counts["unknown"] += 1
            elif character.isspace():
                if held is not None:
                    made = pdfium.FPDFText_IsGenerated(textpage, index)
                    held = _with_blank(held, character, held.right if made else _end(held, box(index)))
            else:
                counts["known"] += 1
                if held is not None:
                    yield held
                left, bottom, right, top = box(index)
                size = pdfium.FPDFText_GetFontSize(textpage, index)
                held = Glyph(
                    character, left, bottom, right, top, size if size > 1 else max(top - bottom, 1.0)
                )
        if held is not None:
            yield held


def _outline_bare_glyphs(page: PdfPage, pdfium: Any) -> None:  # noqa: ANN401
    """Give text without an outline one in memory, so that the text page that is built next takes it in."""
    for text in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_TEXT,)):
        left, _, right, _ = text.get_bounds()
        if right - left < _NO_WIDTH:
            pdfium.FPDFTextObj_SetTextRenderMode(text, pdfium.FPDF_TEXTRENDERMODE_STROKE)
            pdfium.FPDFPageObj_SetStrokeWidth(text, _STROKE)
            text.set_matrix(text.get_matrix())  # what makes pdfium measure the text anew


def _end(glyph: Glyph, blank: tuple[float, float, float, float]) -> float:
    """Return where a glyph ends with the blank after it, unless that stands elsewhere on the sheet."""
    left, bottom, right, top = blank
    near = 0.5 * glyph.size
    beside = abs(left - glyph.right) < near and bottom - near < glyph.bottom < top
    return max(glyph.right, right) if beside else glyph.right


def _with_blank(glyph: Glyph, blank: str, right: float) -> Glyph:
    # Blanks of one kind collapse; the full-width one is a mark of its own.
    blanks = glyph.blanks + blank if blank == "\u3000" else glyph.blanks or " "
    return Glyph(glyph.text, glyph.left, glyph.bottom, right, glyph.top, glyph.size, blanks)


def _box_reader(textpage: Any, pdfium: Any) -> Callable[[int], tuple[float, float, float, float]]:  # noqa: ANN401
    """Return a function from the index of a character to its left, bottom, right and top."""
    rectangle = pdfium.FS_RECTF()
    pointer = ctypes.byref(rectangle)

    def box(index: int) -> tuple[float, float, float, float]:
        pdfium.FPDFText_GetLooseCharBox(textpage, index, pointer)
        return rectangle.left, rectangle.bottom, rectangle.right, rectangle.top

    return box


def _characters(textpage: Any, pdfium: Any) -> Iterator[tuple[int, str]]:  # noqa: ANN401
    high = 0
    for index in range(textpage.count_chars()):
        code = pdfium.FPDFText_GetUnicode(textpage, index)
        if 0xD800 <= code < 0xDC00:
            high = code
        elif 0xDC00 <= code < 0xE000:
            if high:
                yield index, chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00)
            high = 0
        else:
            yield index, "-" if chr(code) == _HYPHEN else chr(code)


def _continues(line: Sequence[Glyph], glyph: Glyph) -> bool:
    """Return whether a glyph stands on the line so far, to the right of its end."""
    last = line[-1]
    middle = (glyph.bottom + glyph.top) / 2
    level = last.bottom < middle < last.top or glyph.bottom < (last.bottom + last.top) / 2 < glyph.top
    return level and glyph.left - last.right > -0.5 * last.size and glyph.right > last.left


def _cut(line: Sequence[Glyph], height: float) -> Iterator[Piece]:
    """Yield the pieces of a line, cut where a gap parts two columns."""
    gaps = [after.left - before.right for before, after in pairwise(line)]
    words = [gap for gap, glyph in zip(gaps, line, strict=False) if gap >= WORD_GAP * glyph.size]
    start = 0
    for index, gap in enumerate(gaps):
        if gap >= GUTTER * line[index].size and _parts(gap, line[index], line[index + 1], words):
            yield _piece(line[start : index + 1], height)
            start = index + 1
    if line:
        yield _piece(line[start:], height)


def _parts(gap: float, before: Glyph, after: Glyph, words: Sequence[float]) -> bool:
    size = before.size
    if gap >= _ALWAYS * size or min(before.text, after.text) >= WIDE:
        return True
    others = list(words)
    others.remove(gap)
    return gap > (_WIDER * median(others) if others else _ALONE * size)


def _piece(glyphs: Sequence[Glyph], height: float) -> Piece:
    text = []
    for before, after in pairwise(glyphs):
        gap = after.left - before.right
        text += [before.text, before.blanks or (" " if gap >= WORD_GAP * before.size else "")]
    return Piece(
        "".join([*text, glyphs[-1].text]),
        min(glyph.left for glyph in glyphs),
        height - max(glyph.top for glyph in glyphs),
        max(glyph.right for glyph in glyphs),
        height - min(glyph.bottom for glyph in glyphs),
        max(glyph.size for glyph in glyphs),
    )
