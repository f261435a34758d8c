"""What the tests of the tables of forms ask of them."""

from __future__ import annotations

from summarizer.splitter import marks
from summarizer.splitter.lines import read_lines


def furniture(text: str) -> str | None:
    """Return the kind of furniture that the first line of `text` is by its form alone, None for other lines."""
    mark = marks.first(marks.FURNITURE, read_lines(text)[0].text)
    return mark.kind if mark else None
