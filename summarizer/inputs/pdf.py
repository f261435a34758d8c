"""PDF pages to text in reading order, with the way back to the sheet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.errors import InputError
from summarizer.inputs.glyphs import WIDE, WORD_GAP, read_pieces
from summarizer.inputs.layout import Line, Piece, blocks
from summarizer.inputs.types import Input, InputFailure, LineBox, PageText, Skipped

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_OCR = "run OCR first, for instance with ocrmypdf"
_SCANNED = f"no text layer, only a picture of the page (a scan): {_OCR}"
_UNMAPPED = f"its fonts don't say which characters they print, so its text can't be read: {_OCR}"
# In sizes of the type: a gap between the cells of a table, and the indentation of a first line.
_CELL_GAP = 2.0
_INDENT = (0.8, 3.2)


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
            pieces, unmapped = read_pieces(page)
            if unmapped:
                return InputFailure(source, _UNMAPPED, number)
            if pieces:
                text, boxes = _text(pieces)
                return PageText(source, number, text, "pdf", boxes=boxes, pages=len(document))
            if any(page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=4)):
                return InputFailure(source, _SCANNED, number)
            return Skipped(source, "a blank page", number)
    except pypdfium2.PdfiumError:
        return InputFailure(source, "a damaged page: print the PDF anew, or leave the page out", number)


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
    return "\u3000\u3000" if first.text[0] >= WIDE else "  "


def _joined(line: Line) -> str:
    text = line[0].text
    for before, after in pairwise(line):
        gap = (after.left - before.right) / before.size
        text += ("" if gap < WORD_GAP else " " if gap < _CELL_GAP else "  ") + after.text
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
