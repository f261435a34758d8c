"""PDF pages to text in reading order, with the way back to the sheet."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.errors import InputError
from summarizer.inputs.layout import GUTTER, Line, Piece, blocks
from summarizer.inputs.types import Input, InputFailure, LineBox, PageText, Skipped

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_OCR = "run OCR first, for instance with ocrmypdf"
_SCANNED = f"no text layer, only a picture of the page (a scan): {_OCR}"
_UNMAPPED = f"its fonts don't say which characters they print, so its text can't be read: {_OCR}"
# In sizes of the type: a gap that is a blank between words, and the indentation of a first line.
_WORD_GAP = 0.25
_INDENT = (0.8, 3.2)
_WIDE = "\u1100"  # from here on, characters are set full-width


def looks_like_pdf(data: bytes) -> bool:
    """Return whether `data` begins as a PDF file does; readers allow a little rubbish before the mark."""
    return b"%PDF-" in data[:1024]


def pdf_pages(file: Path | bytes, source: str) -> Iterator[Input]:
    """Yield each page of a PDF as text in reading order, or the reason why it has none.

    Raises InputError when the file can't be opened at all. Not for several threads at once (pdfium isn't).
    """
    document = _open(file)
    with closing(document):
        count = len(document)
        if not count:
            raise InputError("a PDF without pages")
        for number in range(1, count + 1):
            yield _page(document, number, source)


def _open(file: Path | bytes) -> PdfDocument:
    try:
        import pypdfium2
        import pypdfium2.raw as pdfium
    except ImportError as error:
        raise InputError("a PDF file needs one more package: pip install 'summarizer[pdf]'") from error
    try:
        return pypdfium2.PdfDocument(file)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise InputError("an encrypted PDF: save a copy without the password first") from error
        raise InputError("a damaged PDF: open it in a viewer and save or print it to PDF anew") from error


def _page(document: PdfDocument, number: int, source: str) -> Input:
    import pypdfium2
    import pypdfium2.raw as pdfium

    try:
        with closing(document[number - 1]) as page:
            pieces, unmapped = _pieces(page)
            if unmapped:
                return InputFailure(source, _UNMAPPED, number)
            if pieces:
                text, boxes = _text(pieces)
                return PageText(source, number, text, "pdf", boxes=boxes)
            if any(page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=4)):
                return InputFailure(source, _SCANNED, number)
            return Skipped(source, "a blank page", number)
    except pypdfium2.PdfiumError:
        return InputFailure(source, "a damaged page: print the PDF anew, or leave the page out", number)


def _pieces(page: PdfPage) -> tuple[list[Piece], bool]:
    """Return the pieces of a page, and whether most of its characters are unknown."""
    from pypdfium2 import raw as pdfium

    height = page.get_bbox()[3]
    pieces: list[Piece] = []
    current: list[str] = []
    box = [0.0, 0.0, 0.0, 0.0]
    size = 0.0
    known = unknown = 0

    def flush() -> None:
        text = "".join(current).strip()
        if text:
            pieces.append(Piece(text, box[0], height - box[3], box[2], height - box[1], size))
        current.clear()

    with closing(page.get_textpage()) as textpage:
        char_box = _box_reader(textpage, pdfium)
        for index, character in _characters(textpage, pdfium):
            if character in "\r\n":
                flush()
                continue
            if pdfium.FPDFText_HasUnicodeMapError(textpage, index) == 1 or character in "\0\ufffe\uffff":
                unknown += 1
                continue
            known += 1
            if character.isspace():
                # One at a line's beginning says nothing that the box of the next character doesn't.
                if current:
                    current.append(" " if character == "\xa0" else character)
                    if not pdfium.FPDFText_IsGenerated(textpage, index):
                        box[2] = max(box[2], char_box(index)[2])
                continue
            left, bottom, right, top = char_box(index)
            em = pdfium.FPDFText_GetFontSize(textpage, index)
            em = em if em > 1.0 else max(top - bottom, 1.0)
            if current and not _continues(box, size, (left, bottom, right, top)):
                flush()
            if current:
                box = [min(box[0], left), min(box[1], bottom), max(box[2], right), max(box[3], top)]
                size = max(size, em)
            else:
                box, size = [left, bottom, right, top], em
            current.append(character)
        flush()
    return pieces, unknown > 0 and unknown * 2 > known


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
        elif code == 0x02:  # pdfium's mark for a hyphen at a line end
            yield index, "-"
        else:
            yield index, chr(code)


def _continues(box: list[float], size: float, char: tuple[float, float, float, float]) -> bool:
    """Return whether a character stands on the line of the piece so far, without a gutter between them."""
    left, bottom, right, top = char
    middle = (bottom + top) / 2
    return box[1] < middle < box[3] and -0.5 * size < left - box[2] < GUTTER * size and right > box[0]


def _text(pieces: list[Piece]) -> tuple[str, tuple[LineBox, ...]]:
    """Write the blocks out, a blank line between them, and note where each line stands."""
    out: list[str] = []
    boxes: list[LineBox] = []
    at = 0
    for block in blocks(pieces):
        edge = min(line[0].left for line in block)
        for line in block:
            text = _indent(line, edge) + _joined(line)
            boxes.append(_box(line, at, at + len(text)))
            out.append(text)
            at += len(text) + 1
        out.append("")
        at += 1
    return "\n".join(out), tuple(boxes)


def _indent(line: Line, edge: float) -> str:
    """Return the blanks that show a first line's indentation: evidence of where paragraphs begin."""
    first = line[0]
    if not _INDENT[0] * first.size < first.left - edge < _INDENT[1] * first.size:
        return ""
    return "\u3000\u3000" if first.text[0] >= _WIDE else "  "


def _joined(line: Line) -> str:
    text = line[0].text
    for before, after in pairwise(line):
        gap = (after.left - before.right) / before.size
        text += ("" if gap < _WORD_GAP else " " if gap < GUTTER else "  ") + after.text
    return text


def _box(line: Line, start: int, end: int) -> LineBox:
    return LineBox(
        start,
        end,
        round(min(piece.left for piece in line), 1),
        round(min(piece.top for piece in line), 1),
        round(max(piece.right for piece in line), 1),
        round(max(piece.bottom for piece in line), 1),
    )
