"""Files to pages, one at a time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from summarizer.errors import InputError
from summarizer.inputs.decode import decode, label
from summarizer.inputs.find import Finder, shown
from summarizer.inputs.html import html_text, looks_like_html
from summarizer.inputs.pdf import looks_like_pdf, pdf_pages
from summarizer.inputs.types import Input, InputFailure, PageText, Skipped

# A page of a newspaper has some ten thousand characters; a volume in one file a few million.
MAX_BYTES = 64 * 1024 * 1024
_TOO_LARGE = f"more than {MAX_BYTES >> 20} MB of text in one file: split it, or give one text a line as JSONL"
_ROWS = frozenset({".jsonl", ".ndjson"})
_HTML = frozenset({".html", ".htm", ".xhtml"})


def read_pages(paths: Iterable[str], stdin: BinaryIO | None = None) -> Iterator[Input]:
    """Yield every page behind `paths` as it is read, or an InputFailure or Skipped that says why not.

    A path is a file (text, HTML, PDF, JSONL of {"id", "text"}), a directory (walked recursively), a
    pattern, or "-" for `stdin`. Raises nothing for a bad file: the others go on. Holds one file in memory, of
    JSONL one line.
    """
    finder = Finder()
    for path in paths:
        if path == "-":
            yield from _guarded("-", _read_stdin(stdin))
            continue
        for found in finder.find([path]):
            if isinstance(found, Path):
                yield from _guarded(shown(found), _read_file(found))
            else:
                yield found


def _guarded(source: str, pages: Iterator[Input]) -> Iterator[Input]:
    """Yield the pages; what goes wrong on the way becomes a failure of this source."""
    try:
        yield from pages
    except InputError as error:
        yield InputFailure(source, str(error))
    except OSError as error:
        yield InputFailure(source, f"can't be read: {error.strerror or error}")
    except MemoryError:
        yield InputFailure(source, "too large for this machine's memory: split it")


def _read_stdin(stdin: BinaryIO | None) -> Iterator[Input]:
    if stdin is None:
        raise InputError("there is no standard input to read")
    yield from _content(stdin.read(MAX_BYTES + 1), "-", "")


def _read_file(path: Path) -> Iterator[Input]:
    source, suffix = shown(path), path.suffix.lower()
    if suffix in _ROWS:
        yield from _rows(path)
        return
    with path.open("rb") as file:
        head = file.read(1024)
        if looks_like_pdf(head) and path.is_file():
            yield from pdf_pages(path, source)
            return
        data = head + file.read(MAX_BYTES + 1 - len(head))
    yield from _content(data, source, suffix)


def _content(data: bytes, source: str, suffix: str) -> Iterator[Input]:
    if len(data) > MAX_BYTES:
        raise InputError(_TOO_LARGE)
    if looks_like_pdf(data):
        yield from pdf_pages(data, source)
    elif suffix in _HTML or looks_like_html(data):
        text, encoding, notes = html_text(data)
        yield from _sheets(text, source, encoding, notes)
    else:
        text, encoding = decode(data)
        if not suffix and (row := _first_row(text)) is not None:
            yield from _texts(source, [row, *text.split("\n")[1:]])
        else:
            yield from _sheets(text, source, encoding, ())


def _sheets(text: str, source: str, encoding: str, notes: tuple[str, ...]) -> Iterator[Input]:
    """Yield the pages of a text: a form feed ends one."""
    if encoding != "utf-8":
        notes = (f"read as {label(encoding)}, not UTF-8", *notes)
    sheets = text.split("\f")
    if not sheets[-1].strip():
        sheets.pop()
    for number, sheet in enumerate(sheets, 1):
        if sheet.strip():
            yield PageText(source, number, sheet, encoding, notes, pages=len(sheets))
            notes = ()
        else:
            yield Skipped(source, "a blank page", number)


def _rows(path: Path) -> Iterator[Input]:
    with path.open(encoding="utf-8-sig", newline="\n") as file:
        try:
            yield from _texts(shown(path), iter(lambda: file.readline(MAX_BYTES), ""))
        except UnicodeDecodeError as error:
            raise InputError("JSONL must be UTF-8: convert it; rows from here on were not read") from error


def _first_row(text: str) -> str | None:
    """Return the first line if it is a JSON object that holds a text: then standard input is JSONL."""
    line = text.split("\n", 1)[0]
    if line.lstrip().startswith("{"):
        try:
            row = json.loads(line, parse_int=_integer)
        except ValueError:
            return None
        if isinstance(row, dict) and isinstance(row.get("text"), str):
            return line
    return None


def _texts(source: str, lines: Iterable[str]) -> Iterator[Input]:
    count = 0
    for count, line in enumerate(lines, 1):
        if line.strip():
            yield _row(source, count, line)
    if not count:
        raise InputError("the file is empty: nothing to summarise")


def _integer(digits: str) -> int | None:
    """Return a number of JSON; None for one longer than Python reads, which no row needs."""
    return int(digits) if len(digits) < 4000 else None


def _row(source: str, number: int, line: str) -> Input:
    where = f"{source}:{number}"
    try:
        row: Any = json.loads(line, parse_int=_integer)
    except (ValueError, RecursionError):
        return InputFailure(where, 'not a line of JSON: every line must be an object {"id": …, "text": …}')
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        known = isinstance(row, dict) and "article" in row and "status" in row
        hint = "a file of records, see `summarizer check`" if known else 'expected {"id": …, "text": …}'
        return InputFailure(where, f'no "text" in this line: {hint}')
    text = row["text"].replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    name = row.get("id")
    where = f"{source}#{name}" if isinstance(name, str | int) and str(name) else where
    if not text.strip():
        return InputFailure(where, "an empty text: nothing to summarise")
    if any("\ud800" <= character <= "\udfff" for character in text):
        return InputFailure(where, "the text holds half of a surrogate pair: it was cut or converted wrongly")
    return PageText(where, 1, text)
