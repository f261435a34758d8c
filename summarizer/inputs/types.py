"""What comes in: a page of text, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LineBox:
    """Where `text[start:end]` of a PDF page stands on the sheet: points from its top left corner."""

    start: int
    end: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of one page.

    `source` is the path as it was found ("-" is standard input, "file.jsonl#id" a row), `page` the number of
    the page within it, from 1. Line ends in `text` are "\\n" and a byte order mark is gone, as Python reads a
    text file: all offsets count from there. `encoding` is what the bytes were decoded with ("pdf" for a text
    layer). `notes` are sentences for the user; `boxes` (PDF only) lead from the text back to the sheet. `pages`
    is how many pages the input has: a run links the pieces of an article that stands on several.
    """

    source: str
    page: int
    text: str
    encoding: str = "utf-8"
    notes: tuple[str, ...] = ()
    boxes: tuple[LineBox, ...] = ()
    pages: int = 1


@dataclass(frozen=True, slots=True)
class InputFailure:
    """What should have been a page and couldn't be read; `page` is None where it concerns the whole file."""

    source: str
    reason: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that was left out on purpose: not a page, blank, or read already."""

    source: str
    reason: str
    page: int | None = None


Input = PageText | InputFailure | Skipped
